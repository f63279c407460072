import Domain
import Foundation
import MicroHTTP
import Persistence
import Sync
import TestSupport
import Testing

@testable import Web

@Suite struct RunsAPITests {
    private let base = "/api/v1/accounts/eriksson"

    private func open(_ body: (Site) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await body(site)
        }
    }

    @Test func `a sync is asked for, and the same one is not queued twice`() async throws {
        try await open { site in
            let asked = await site.call("POST", base + "/sync", #"{"scope": ["customers"]}"#)
            #expect(asked.status == 202)
            let id = try #require(asked["id"])
            #expect(asked.response.headers["Location"] == "\(base)/runs/\(id)")
            #expect(
                asked.response.text
                    == #"{"id":"\#(id)","account":"eriksson","trigger":"api","state":"queued","#
                    + #""queuedAt":"2026-01-15T08:10:00.000Z","startedAt":null,"finishedAt":null,"#
                    + #""steps":[{"scope":"customers","state":"waiting","total":null,"read":0,"created":0,"updated":0,"#
                    + #""unchanged":0,"skipped":0,"failed":0}],"error":null}"#
            )
            let again = await site.call("POST", base + "/sync", #"{"scope": ["customers"]}"#)
            #expect(again.status == 200)
            #expect(again["id"] == id)
            #expect(again.response.headers["Location"] == "\(base)/runs/\(id)")
            #expect(await site.call("GET", "\(base)/runs/\(id)").response.text == asked.response.text)
            #expect(await site.call("GET", base + "/runs").list?.count == 1)
            #expect(await site.call("GET", base + "/runs/unknown").status == 404)
        }
    }

    @Test func `lists are asked for by name, in the order of a run, or all that are switched on`() async throws {
        try await open { site in
            func scopes(_ reply: Reply) -> [String] {
                (reply.json?["steps"] as? [[String: Any]] ?? []).compactMap { $0["scope"] as? String }
            }
            for scope in Scope.allCases {
                let asked = await site.call("POST", base + "/sync", #"{"scope": ["\#(scope)"]}"#)
                #expect(asked.status == 202)
                #expect(scopes(asked) == [scope.rawValue])
            }
            let two = await site.call("POST", base + "/sync", #"{"scope": ["orders", "articles"]}"#)
            #expect(scopes(two) == ["articles", "orders"])
            _ = await site.call("PATCH", base + "/settings", #"{"import": {"articles": false}}"#)
            let all = await site.call("POST", base + "/sync")
            #expect(scopes(all) == ["customers", "projects", "orders", "workOrders"])
        }
    }

    @Test func `a run is cancelled`() async throws {
        try await open { site in
            let id = try #require(await site.call("POST", base + "/sync")["id"])
            let cancelled = await site.call("POST", "\(base)/runs/\(id)/cancel")
            #expect(cancelled.status == 202)
            #expect(cancelled["state"] == "cancelled")
            #expect(await site.call("POST", base + "/runs/unknown/cancel").status == 404)
        }
    }

    @Test(arguments: [
        (#"{"scope": []}"#, ["scope"]), (#"{"scope": "customers"}"#, ["scope"]), (#"{"scope": null}"#, ["scope"]),
        (#"{"scope": ["customers", "invoices", 7]}"#, ["scope[1]", "scope[2]"]), (#"{"scopes": []}"#, ["scopes"]),
    ])
    func `a wrong scope is named`(body: String, fields: [String]) async throws {
        try await open { site in
            let reply = await site.call("POST", base + "/sync", body)
            #expect(reply.status == 422)
            #expect(reply.faultyFields == fields)
            #expect(await site.call("GET", base + "/runs").list?.isEmpty == true)
        }
    }

    @Test func `what keeps a sync from starting is a problem with an action`() async throws {
        try await open { site in
            try await site.bench.change { $0.switchOn([]) }
            let nothing = await site.call("POST", base + "/sync")
            #expect(nothing.status == 409)
            #expect(nothing["code"] == "CONFLICT")

            try await site.bench.connecting.disconnect("eriksson")
            let disconnected = await site.call("POST", base + "/sync", #"{"scope": ["customers"]}"#)
            #expect(disconnected.status == 409)
            #expect(disconnected["code"] == "AUTH_EXPIRED")
            #expect(disconnected["action"] == "Connect Visma eAccounting again.")

            _ = await site.call("PATCH", base, #"{"license": null}"#)
            let unlicensed = await site.call("POST", base + "/sync", #"{"scope": ["customers"]}"#)
            #expect(unlicensed.status == 403)
            #expect(unlicensed["code"] == "LICENSE_INACTIVE")
            #expect(site.reports.all.isEmpty)
        }
    }

    @Test func `runs are listed newest first, page by page`() async throws {
        try await open { site in
            var ids: [String] = []
            for _ in 0..<3 {
                let id = try #require(await site.call("POST", base + "/sync")["id"])
                _ = await site.call("POST", "\(base)/runs/\(id)/cancel")
                ids.insert(id, at: 0)
                site.bench.clock.advance(by: 0.5)
            }
            let first = try #require(await site.call("GET", base + "/runs?limit=2").list)
            #expect(first.compactMap { $0["id"] as? String } == Array(ids.prefix(2)))
            let before = try #require(first.last?["queuedAt"] as? String)
            let second = await site.call("GET", base + "/runs?before=\(before)").list
            #expect(second?.compactMap { $0["id"] as? String } == Array(ids.suffix(1)))
        }
    }

    // MARK: - Log

    private func entries(_ site: Site) async throws -> Run.ID {
        let run = Run.ID("run-1")
        func entry(_ level: LogEntry.Level, _ scope: Scope?, _ record: String?, _ code: LogEntry.Code?) -> LogEntry {
            LogEntry(
                time: site.bench.clock.now,
                account: "eriksson",
                run: scope == nil ? nil : run,
                level: level,
                scope: scope,
                record: record,
                code: code,
                message: "Line 1\n\"Line 2\" \u{1}",
                detail: code == nil ? [:] : ["errorId": "7f", "status": "400"]
            )
        }
        try await site.bench.store.append([
            entry(.info, nil, nil, nil),
            entry(.warning, .customers, "Customer 10042", .customerIncomplete),
            entry(.error, .customers, "Customer å/ä", .outsmartError),
        ])
        return run
    }

    @Test func `the log has everything about an entry`() async throws {
        try await open { site in
            _ = try await entries(site)
            let reply = await site.call("GET", base + "/log?limit=1")
            let id = try #require(reply.list?.first?["id"] as? Int)
            #expect(
                reply.response.text
                    == #"[{"id":\#(id),"time":"2026-01-15T08:10:00.000Z","run":"run-1","level":"error","#
                    + #""scope":"customers","record":"Customer å/ä","code":"OUTSMART_ERROR","#
                    + #""message":"Line 1\n\"Line 2\" \u0001","#
                    + #""action":"Correct the record as OutSmart's words say.","detail":{"errorId":"7f","status":"400"}}]"#
            )
            let older = await site.call("GET", base + "/log?before=\(id)").list
            #expect(older?.compactMap { $0["level"] as? String } == ["warning", "info"])
            #expect(older?.last?["code"] is NSNull && older?.last?["action"] is NSNull && older?.last?["run"] is NSNull)
        }
    }

    @Test(arguments: [
        ("", 3), ("?level=warning", 1), ("?scope=customers", 2), ("?scope=articles", 0), ("?code=OUTSMART_ERROR", 1),
        ("?record=Customer%2010042", 1), ("?record=Customer+%C3%A5%2F%C3%A4", 1), ("?run=run-1", 2), ("?limit=2", 2),
        ("?level=error&scope=customers&run=run-1", 1),
    ])
    func `filters choose entries`(query: String, count: Int) async throws {
        try await open { site in
            _ = try await entries(site)
            #expect(await site.call("GET", base + "/log" + query).list?.count == count)
        }
    }

    @Test(arguments: [
        ("log?level=fatal", ["level"]), ("log?level=debug", ["level"]), ("log?scope=x&code=y", ["scope", "code"]),
        ("log?limit=501", ["limit"]),
        ("log?limit=0", ["limit"]), ("log?before=x", ["before"]), ("log?colour=red", ["colour"]),
        ("runs?before=yesterday", ["before"]), ("runs?limit=-1", ["limit"]),
        ("log?before=99999999999999999999", ["before"]),
    ])
    func `a filter that can't be understood is named`(target: String, fields: [String]) async throws {
        try await open { site in
            let reply = await site.call("GET", "\(base)/\(target)")
            #expect(reply.status == 422)
            #expect(reply.faultyFields == fields)
        }
    }

    // MARK: - Confirmation

    @Test func `a confirmation lets the removal happen`() async throws {
        try await open { site in
            let body = #"{"code": "MANY_RECORDS_GONE", "scope": "customers"}"#
            #expect(await site.call("POST", base + "/confirm", body).status == 409)
            try await site.bench.store.save(Cursor(heldBack: 300), of: "eriksson", .customers)
            let confirmed = await site.call("POST", base + "/confirm", body)
            #expect(confirmed.status == 202)
            #expect(confirmed["state"] == "queued")
            #expect(try await site.bench.store.cursor(of: "eriksson", .customers).isRemovalConfirmed)
            let wrong = await site.call("POST", base + "/confirm", #"{"code": "AUTH_EXPIRED", "scope": "x"}"#)
            #expect(wrong.status == 422)
            #expect(wrong.faultyFields == ["code", "scope"])
        }
    }
}
