package import Domain
import EAccounting
package import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// Reads from both vendors what the settings of an account can be set to.
package actor ChoiceReading {
    private let office: Office
    /// How long a page waits for a vendor.
    private let patience: Duration
    private var known: [Account.ID: (choices: Choices, time: Date)] = [:]

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
        if let (choices, time) = known[id], office.now().timeIntervalSince(time) < age { return choices }
        let account = try await stored { () async throws(StoreError) in try await office.store.account(id) }
        guard let account else { throw SyncFailure(.unknownAccount(id)) }
        let connection = try await stored { () async throws(StoreError) in
            try await office.store.connection(of: id)
        }
        let outSmart: OutSmartClient
        do { outSmart = try office.vendors.outSmart(account) } catch { throw SyncFailure(error) }
        let visma = office.vendors.eAccounting(id, tokens: office.custody.tokens(of: id))

        async let work = inTime(.outSmart) { () async throws(RemoteAPIError) in try await Choices(outSmart) }
        async let books = inTime(.visma) { () async throws(RemoteAPIError) in
            connection.state == .connected ? try await Choices(visma) : Choices()
        }
        var choices = await books
        let own = await work
        (choices.workTypes, choices.paymentMethods) = (own.workTypes, own.paymentMethods)
        choices.workStatuses = own.workStatuses
        choices.failures += own.failures
        if connection.state != .connected { choices.failures.append(.notConnected) }
        known[id] = choices.failures.isEmpty ? (choices, office.now()) : nil
        return choices
    }

    /// Returns what `read` returns, or only the failure when it fails or takes too long.
    private nonisolated func inTime(
        _ vendor: Vendor,
        _ read: @escaping @Sendable () async throws(RemoteAPIError) -> Choices
    ) async -> Choices {
        await withTaskGroup(of: Choices?.self) { [patience] group in
            group.addTask {
                do throws(RemoteAPIError) { return try await read() } catch {
                    return Choices(without: SyncFailure(error, at: vendor))
                }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return nil
            }
            let first = await group.next()
            group.cancelAll()
            return (first ?? nil) ?? Choices(without: .tooLate(vendor))
        }
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
