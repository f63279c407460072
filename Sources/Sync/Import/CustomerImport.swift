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
            map: { Mapped($0) },
            vismaID: \.id,
            send: { (rows) async throws(RemoteAPIError) in try await desk.outSmart.postRelations(rows) },
            stored: { (number) async throws(RemoteAPIError) in
                let filter = Filter("debtor_number", .equal, number)
                // Filters of OutSmart have been seen to be ignored: look again here.
                return try await desk.outSmart.relations(where: [filter]).first { $0.debtorNumber == number }
            }
        )
    }
}

extension Fingerprint {
    /// A digest of settings.
    static func of(_ settings: (any Hashable & Sendable)?...) -> Fingerprint {
        Fingerprint(Token.digest(settings.map { $0.map { "\($0)" } ?? "-" }.joined(separator: "|")))
    }
}
