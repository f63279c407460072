import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

/// A record that Visma lacks and that a document needs.
enum Creation: Sendable, Equatable {
    case customer(EAccountingClient.NewCustomer)
    case article(EAccountingClient.NewArticle)

    /// Stands in a planned document for the identifier that Visma will give.
    var placeholder: String {
        switch self {
        case .customer(let customer): "new customer \(customer.customerNumber ?? "")"
        case .article(let article): "new article \(article.number)"
        }
    }
}

extension SalesBooks {
    /// The customer to create for a work order, and what people should know about it.
    ///
    /// - Throws: `RELATION_NOT_FOUND` where the settings forbid it, `RELATION_CREATE_FAILED` where a field is missing.
    func newCustomer(
        _ number: String,
        for order: OutSmartClient.WorkOrder
    ) async throws(WorkOrderEnd) -> (customer: EAccountingClient.NewCustomer, warnings: [SyncFailure]) {
        guard settings.newCustomers else {
            throw .failed(.ofRecord(.relationNotFound, "Visma has no customer with the number \(number)."))
        }
        let relation: OutSmartClient.Relation?
        do throws(RemoteAPIError) { relation = try await desk.outSmart.relation(number) } catch {
            throw WorkOrderEnd(error, at: .outSmart, desk)
        }
        var terms = settings.termsOfPaymentId
        if terms == nil { terms = try await company().termsOfPaymentId }
        let isPayer = order.invoiceParty.debtorNumber.trimmed != nil
        do throws(SyncFailure) {
            var warnings: [SyncFailure] = []
            let customer = try EAccountingClient.NewCustomer(
                number: number,
                relation,
                isPayer ? order.invoiceParty : order.customer,
                termsOfPaymentId: terms ?? "",
                &warnings
            )
            return (customer, warnings)
        } catch {
            throw .failed(error)
        }
    }

    /// The article to create.
    ///
    /// - Parameters:
    ///   - number: Its number, kept as it is.
    ///   - name: Its name, cut where it is longer than Visma's names.
    ///   - price: Its price without VAT.
    ///   - unit: What a unit of it is called; `nil` for whatever is usual.
    /// - Returns: The article, with the coding and the unit that the settings or most articles have.
    /// - Throws: `MATERIAL_CREATE_FAILED` where something is missing.
    func newArticle(
        _ number: String,
        name: String,
        price: Decimal,
        unit: String?
    ) async throws(WorkOrderEnd) -> EAccountingClient.NewArticle {
        func failed(_ why: String) -> WorkOrderEnd {
            .failed(.ofRecord(.materialCreateFailed, "Article \(number) can't be created: \(why)"))
        }
        guard number.utf16.count <= 40 else { throw failed("Visma's article numbers have at most 40 characters.") }
        let usual = try await sampleOfArticles().filter { $0.isActive != false }
        guard let coding = settings.articleCodingId ?? usual.compactMap(\.codingId).mostFrequent else {
            throw failed("choose an article coding in the settings.")
        }
        let wanted = unit?.lowercased()
        let named = try await units().first { unit in
            [unit.abbreviation, unit.abbreviationEnglish, unit.code, unit.name].contains { name in
                name.trimmed.map { $0.lowercased() == wanted } ?? false
            }
        }
        guard let unitID = named?.id ?? settings.unitId ?? usual.compactMap(\.unitId).mostFrequent else {
            throw failed("choose a unit in the settings.")
        }
        return EAccountingClient.NewArticle(
            number: number,
            name: name.cut(to: 50),
            codingId: coding,
            unitId: unitID,
            netPrice: price.rounded(to: 2)
        )
    }

    /// Creates a record.
    ///
    /// - Returns: Visma's identifier.
    func create(_ creation: Creation) async throws(WorkOrderEnd) -> String {
        switch creation {
        case .customer(let customer):
            let number = customer.customerNumber ?? ""
            let buyer = Buyer(
                try await created(.relationCreateFailed) { () async throws(RemoteAPIError) in
                    try await desk.visma.createCustomer(customer)
                } orFound: { () async throws(RemoteAPIError) in
                    try await desk.visma.customer(number: number)
                }
            )
            remember(buyer, as: number)
            return buyer.id
        case .article(let article):
            let sold = SoldArticle(
                try await created(.materialCreateFailed) { () async throws(RemoteAPIError) in
                    try await desk.visma.createArticle(article)
                } orFound: { () async throws(RemoteAPIError) in
                    try await desk.visma.article(number: article.number)
                }
            )
            remember(sold, as: article.number)
            return sold.id
        }
    }

    /// Creates a record, or finds it when it is there already or its answer was lost.
    private func created<Record>(
        _ code: LogEntry.Code,
        _ create: () async throws(RemoteAPIError) -> Record,
        orFound find: () async throws(RemoteAPIError) -> Record?
    ) async throws(WorkOrderEnd) -> Record {
        do throws(RemoteAPIError) {
            return try await create()
        } catch {
            let isThere = error.refusal?.code == 4000 || error.mayHaveHappened
            do { if isThere, let record = try await find() { return record } } catch {
                throw WorkOrderEnd(error, at: .visma, desk)
            }
            guard case .refused = error else { throw WorkOrderEnd(error, at: .visma, desk) }
            var failure = SyncFailure(error, at: .visma)
            if failure.code == .vismaError { failure.code = code }
            guard failure.reach != .run else { throw .step(.failure(failure)) }
            failure.reach = .record
            throw .failed(failure)
        }
    }
}

extension SyncFailure {
    /// A field that was longer than Visma takes.
    static func truncated(_ field: String, _ value: String) -> SyncFailure {
        .ofRecord(.valueTruncated, "The \(field) is longer than Visma takes, and was cut: \(value.cut(to: 200))")
    }
}

extension [String] {
    /// The one that occurs most often, the first of these.
    fileprivate var mostFrequent: String? {
        let counts = reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return self.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
    }
}
