import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

extension ListImport<EAccountingClient.Customer, OutSmartClient.Relation> {
    /// Visma's customers, which become OutSmart's relations.
    static func customers(_ desk: Desk) -> Self {
        let settings = desk.settings.import
        return ListImport(
            scope: .customers,
            recordName: "Customer",
            includeInactive: settings.includeInactive,
            changedSince: settings.changedSince,
            settings: .of(settings.includeInactive, settings.changedSince),
            pages: { desk.visma.customers($0) },
            record: { (id) async throws(RemoteAPIError) in try await desk.visma.customer(id: id) },
            map: { (customers) async throws(StepEnd) in customers.map { Mapped($0) } },
            vismaID: \.id,
            sending: { desk.outSmart.sending($0) },
            keeping: .upserts { (number) async throws(RemoteAPIError) in try await desk.outSmart.relation(number) }
        )
    }
}

extension OutSmartClient {
    /// The relation with that debtor number.
    func relation(_ number: String) async throws(RemoteAPIError) -> Relation? {
        // Filters of OutSmart have been seen to be ignored: look again here.
        try await relations(where: [Filter("debtor_number", .equal, number)]).first { $0.debtorNumber == number }
    }
}

extension Fingerprint {
    /// A digest of settings.
    static func of(_ settings: (any Hashable & Sendable)?...) -> Fingerprint {
        Fingerprint(Token.digest(settings.map { $0.map { "\($0)" } ?? "-" }.joined(separator: "|")))
    }
}
