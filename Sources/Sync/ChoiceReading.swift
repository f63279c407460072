package import Domain
import EAccounting
package import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// Reads from both vendors what the settings of an account can be set to.
package actor ChoiceReading {
    private let office: Office
    /// How long anyone waits for a vendor.
    private let patience: Duration
    private var known: [Source: (choices: Choices, time: Date)] = [:]

    private struct Source: Hashable {
        let vendor: Vendor
        let account: Account.ID
    }

    /// How long a failure stands in for an answer, in seconds: a page that is opened again must not wait again.
    private static let failureAge: TimeInterval = 10

    package init(office: Office, patience: Duration = .seconds(8)) {
        self.office = office
        self.patience = patience
    }

    /// Returns the choices of an account, read now or at most `age` seconds ago.
    ///
    /// What a vendor does not tell in time stays empty, and the choices say so.
    ///
    /// - Throws: The store's failure, or that the account is unknown.
    package func choices(
        of id: Account.ID,
        notOlderThan age: TimeInterval = 0
    ) async throws(SyncFailure) -> Choices {
        let connection = try await stored { () async throws(StoreError) in
            try await office.store.connection(of: id)
        }
        async let books = vismaChoices(of: id, connection, notOlderThan: age)
        let own = try await outSmartChoices(of: id, notOlderThan: age)
        var choices = await books
        (choices.workTypes, choices.paymentMethods) = (own.workTypes, own.paymentMethods)
        choices.workStatuses = own.workStatuses
        choices.failures += own.failures
        return choices
    }

    /// Returns only what OutSmart offers, without a word from Visma.
    ///
    /// - Throws: The store's failure, or that the account is unknown.
    package func outSmartChoices(
        of id: Account.ID,
        notOlderThan age: TimeInterval = 0
    ) async throws(SyncFailure) -> Choices {
        let account = try await stored { () async throws(StoreError) in try await office.store.account(id) }
        guard let account else { throw SyncFailure(.unknownAccount(id)) }
        let client: OutSmartClient
        do { client = try office.vendors.outSmart(account) } catch { throw SyncFailure(error) }
        return await part(.outSmart, of: id, notOlderThan: age) { () async throws(RemoteAPIError) in
            try await Choices(client)
        }
    }

    /// Forgets what was read with the account's former token.
    package func forget(_ id: Account.ID) { known = known.filter { $0.key.account != id } }

    private func vismaChoices(
        of id: Account.ID,
        _ connection: Connection,
        notOlderThan age: TimeInterval
    ) async -> Choices {
        guard connection.state == .connected else { return Choices(without: .notConnected) }
        let client = office.vendors.eAccounting(id, tokens: office.custody.tokens(of: id))
        return await part(.visma, of: id, notOlderThan: age) { () async throws(RemoteAPIError) in
            try await Choices(client)
        }
    }

    /// Returns what one vendor says, or said.
    private func part(
        _ vendor: Vendor,
        of id: Account.ID,
        notOlderThan age: TimeInterval,
        _ read: @escaping @Sendable () async throws(RemoteAPIError) -> Choices
    ) async -> Choices {
        let source = Source(vendor: vendor, account: id)
        if let (choices, time) = known[source] {
            let longest = choices.failures.isEmpty ? age : min(age, Self.failureAge)
            if office.now().timeIntervalSince(time) < longest { return choices }
        }
        let choices = await inTime(vendor, read)
        // Whoever asked has gone: what came of it says nothing about the vendor.
        if !Task.isCancelled { known[source] = (choices, office.now()) }
        return choices
    }

    /// Returns what `read` returns, or only the failure when it fails or takes too long.
    private nonisolated func inTime(
        _ vendor: Vendor,
        _ read: @escaping @Sendable () async throws(RemoteAPIError) -> Choices
    ) async -> Choices {
        let choices = await within(patience) {
            do throws(RemoteAPIError) { return try await read() } catch {
                return Choices(without: SyncFailure(error, at: vendor))
            }
        }
        return choices ?? Choices(without: .tooLate(vendor))
    }
}

extension Choices {
    fileprivate init(without failure: SyncFailure) { failures = [failure] }

    fileprivate init(_ client: OutSmartClient) async throws(RemoteAPIError) {
        workTypes = .init(names: Self.workTypes(try await client.workTypes()))
        paymentMethods = .init(names: Self.paymentMethods(try await client.paymentMethods()))
        workStatuses = try await client.workStatuses().map { Choice(value: $0.code, name: "\($0.code) \($0.name)") }
    }

    fileprivate init(_ client: EAccountingClient) async throws(RemoteAPIError) {
        units = try await client.units().map {
            Choice(value: $0.id, name: $0.name.trimmed ?? $0.abbreviation.trimmed ?? $0.id)
        }
        articleCodings = try await client.articleCodings().filter { $0.isActive != false }
            .map { Choice(value: $0.id, name: $0.name.trimmed ?? $0.id) }
        termsOfPayment = try await client.termsOfPayment().filter { $0.availableForSales != false }
            .map { Choice(value: $0.id, name: $0.name.trimmed ?? $0.id) }
        let page = try await client.articles(ListQuery(orderBy: "Number asc")).makeAsyncIterator().next()
        articles = (page?.rows ?? []).filter { $0.isActive != false }.compactMap { article in
            article.number.trimmed.map { Choice(value: $0, name: "\($0) \(article.name.trimmed ?? "")") }
        }
    }
}

extension SyncFailure {
    fileprivate static func tooLate(_ vendor: Vendor) -> SyncFailure {
        SyncFailure(.upstreamUnreachable, "\(vendor.rawValue) did not answer in time.")
    }
}
