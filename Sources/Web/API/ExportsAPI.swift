import Domain
import Foundation
import MicroHTTP
import Sync

/// `/api/v1/accounts/{account}/…`: what became of the work orders, and what would become of those that wait.
struct ExportsAPI: Sendable {
    let exports: Exports
    let syncs: SyncRequests

    /// The ledger, the newest change first.
    func list(_ call: Call, account: Account.ID) async throws -> Response {
        var query = QueryReader(call.query)
        let state = query.choice("state", of: ExportEntry.State.allCases)
        let before = query.exportPosition("before")
        let limit = query.number("limit", in: 1...500) ?? 100
        try query.finish()
        let entries = try await exports.entries(of: account, state: state, before: before, limit: Int(limit))
        return .json(.list(entries.map(JSON.init)))
    }

    /// Asks for another attempt at a work order, and for the sync that makes it.
    ///
    /// The wish stays when no sync can start now: the next one fulfils it.
    func retry(_ call: Call, account: Account.ID) async throws -> Response {
        guard try await exports.retry(call.visit.parameters.last ?? "", of: account) != nil else {
            throw Problem.notFound
        }
        return .run(try await syncs.request(account, [.workOrders], .api).run, status: 202)
    }

    func preview(_ call: Call, account: Account.ID) async throws -> Response {
        .json(.list(try await exports.preview(of: account).map(JSON.init)))
    }
}

extension JSON {
    fileprivate init(_ entry: ExportEntry) {
        let invoice: JSON? = entry.invoice.map { ["number": JSON($0.number), "paid": .flag($0.isPaid)] }
        self = [
            "workOrder": .text(entry.workOrder),
            "number": JSON(entry.number),
            "state": .text(entry.state.rawValue),
            "document": .text(entry.document.rawValue),
            "documentId": JSON(entry.documentID),
            "documentNumber": JSON(entry.documentNumber),
            "invoice": invoice ?? .null,
            "code": JSON(entry.code?.rawValue),
            "message": JSON(entry.message),
            "attempts": JSON(entry.attempts),
            "updatedAt": JSON(entry.updatedAt),
        ]
    }

    fileprivate init(_ preview: Exports.Preview) {
        self = [
            "workOrder": .text(preview.workOrder),
            "number": .text(preview.number),
            "document": .text(preview.document.rawValue),
            "calls": .list(preview.calls.map(JSON.init)),
            "failure": preview.failure.map(JSON.init) ?? .null,
            "warnings": .list(preview.warnings.map(JSON.init)),
        ]
    }

    private init(_ call: Exports.Preview.Call) {
        self = [
            "method": .text(call.method),
            "path": .text(call.path),
            "body": (try? JSON(reading: Array(call.body.utf8))) ?? .text(call.body),
        ]
    }

    private init(_ failure: SyncFailure) {
        self = [
            "code": .text(failure.code.rawValue),
            "message": .text(failure.message),
            "action": .text(failure.action),
        ]
    }
}
