import Domain
import Foundation
import MicroHTTP
import Sync

/// `/api/v1/accounts/{account}/…`: syncs, their history and their log.
struct RunsAPI: Sendable {
    let accounts: Accounts
    let history: History
    let syncs: SyncRequests

    func sync(_ call: Call, account: Account.ID) async throws -> Response {
        var input = try Input(optional: call.request)
        let scopes = input.scopes("scope")
        try input.finish()
        if scopes == nil, try await accounts.settings(of: account).enabledScopes.isEmpty {
            throw Problem.nothingToSync
        }
        let (run, isNew) = try await syncs.request(account, scopes, .api)
        return .run(run, status: isNew ? 202 : 200)
    }

    func runs(_ call: Call, account: Account.ID) async throws -> Response {
        var query = QueryReader(call.query)
        let before = query.date("before")
        let limit = query.number("limit", in: 1...500) ?? 50
        try query.finish()
        return .json(.list(try await history.runs(of: account, before: before, limit: Int(limit)).map(JSON.init)))
    }

    func run(_ call: Call, account: Account.ID) async throws -> Response {
        guard let run = try await history.run(Self.run(in: call), of: account) else { throw Problem.notFound }
        return .json(JSON(run))
    }

    func cancel(_ call: Call, account: Account.ID) async throws -> Response {
        guard let run = try await syncs.cancel(Self.run(in: call), account) else { throw Problem.notFound }
        return .run(run, status: 202)
    }

    func log(_ call: Call, account: Account.ID) async throws -> Response {
        var query = QueryReader(call.query)
        let filter = query.logFilter()
        let before = query.number("before", in: 1...Int64.max)
        let limit = query.number("limit", in: 1...500) ?? 100
        try query.finish()
        let entries = try await history.log(of: account, matching: filter, before: before, limit: Int(limit))
        return .json(.list(entries.map(JSON.init)))
    }

    /// Lets the next sync deactivate what a full read found gone, and asks for that sync.
    func confirm(_ call: Call, account: Account.ID) async throws -> Response {
        var input = try Input(call.request)
        _ = input.choice("code", of: [LogEntry.Code.manyRecordsGone])
        let scope = input.choice("scope", of: Scope.allCases)
        try input.finish()
        guard let scope, try await history.heldBack(of: account)[scope] != nil else {
            throw Problem.conflict("Nothing waits for a confirmation there.")
        }
        try await history.confirmRemoval(scope, of: account)
        return .run(try await syncs.request(account, [scope], .api).run, status: 202)
    }

    private static func run(in call: Call) -> Run.ID { Run.ID(call.visit.parameters.last ?? "") }
}

extension Response {
    /// A run that was asked for.
    static func run(_ run: Run, status: UInt32) -> Response {
        .json(JSON(run), status: status, headers: ["Location": Path.API.run(run.account, run.id)])
    }
}
