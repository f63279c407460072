import Domain
import Foundation
import MicroHTTP
import Persistence
import Sync
import TestSupport
import Testing

@testable import Web

/// The signed nudge: who may send it, and what it does.
@Suite struct WebhookTests {
    /// A message as a sender makes it.
    private struct Sender {
        var secret: String
        var id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
        var body = #"{"event": "order.changed"}"#
        var shift: TimeInterval = 0
        var account = "eriksson"
        /// Changes the headers after signing.
        var forge: (inout Fields) -> Void = { _ in }

        func send(to site: Site) async throws -> Reply {
            Reply(await site.answer(try request(at: site.bench.clock.now)))
        }

        func request(at now: Date) throws -> Request {
            let timestamp = "\(Int(now.timeIntervalSince1970 + shift))"
            let bytes = Array(body.utf8)
            let key = try #require(WebhookKey(secret))
            var headers: Fields = [
                "webhook-id": id, "webhook-timestamp": timestamp,
                "webhook-signature": key.signature(of: id, at: timestamp, bytes),
            ]
            forge(&headers)
            return Request("POST", "/webhooks/\(account)", headers: headers, body: bytes)
        }
    }

    private static let strangeSecret = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()

    private func open(_ body: (Site, Sender) async throws -> Void) async throws {
        try await Site.open { site in
            try await site.bench.connect()
            try await body(site, Sender(secret: try await site.bench.accounts.rotate(.webhookSecret, of: "eriksson")))
        }
    }

    private func runs(_ site: Site) async throws -> [Run] {
        try await site.bench.history.runs(of: "eriksson", before: nil, limit: 99)
    }

    @Test func `a signed message asks for a sync of everything that is switched on`() async throws {
        try await open { site, sender in
            let reply = try await sender.send(to: site)
            #expect(reply.status == 202)
            let run = try #require(try await runs(site).first)
            #expect(reply["id"] == run.id.rawValue && reply["trigger"] == "webhook" && reply["state"] == "queued")
            #expect(reply.response.headers["Location"] == "/api/v1/accounts/eriksson/runs/\(run.id)")
            #expect(run.scopes == Scope.allCases)
            #expect(reply.response.headers["Set-Cookie"] == nil)
            // Another one joins what waits.
            var other = sender
            other.id = "msg_2"
            let joined = try await other.send(to: site)
            #expect(joined.status == 202 && joined["id"] == reply["id"])
            #expect(try await runs(site).count == 1)
        }
    }

    @Test(arguments: ["", "not JSON", #"{"scope": ["customers"], "account": "other"}"#, "\u{0}\u{1}"])
    func `the body decides nothing`(body: String) async throws {
        try await open { site, sender in
            var sender = sender
            sender.body = body
            sender.forge = { $0["Content-Type"] = "text/plain" }
            let reply = try await sender.send(to: site)
            #expect(reply.status == 202)
            #expect(try await runs(site).map(\.scopes) == [Scope.allCases])
        }
    }

    @Test func `a message that comes again leads to its run and starts nothing`() async throws {
        try await open { site, sender in
            let first = try await sender.send(to: site)
            let run = try #require(try await runs(site).first)
            _ = try await site.bench.store.cancel(run.id, of: run.account, at: site.bench.clock.now)
            for _ in 0..<2 {
                site.bench.clock.advance(by: 3 * 86_400)
                let again = try await sender.send(to: site)
                #expect(again.status == 202 && again["id"] == first["id"] && again["state"] == "cancelled")
            }
            #expect(try await runs(site).count == 1)
            // As it was sent then, it is too old.
            site.bench.clock.advance(by: 60)
            var replay = sender
            replay.shift = -6 * 86_400
            #expect(try await replay.send(to: site).status == 401)
            // After a week nobody remembers it.
            site.bench.clock.advance(by: 86_400)
            try await site.bench.store.deleteMessages(keptUntil: site.bench.clock.now)
            #expect(try await sender.send(to: site)["id"] != first["id"])
        }
    }

    @Test(
        arguments: [(-300, 202), (300, 202), (-301, 401), (301, 401), (-31_536_000, 401)] as [(TimeInterval, UInt32)]
    )
    func `a message is good for five minutes, and by a clock that is five minutes fast`(
        shift: TimeInterval,
        status: UInt32
    ) async throws {
        try await open { site, sender in
            var sender = sender
            sender.shift = shift
            let reply = try await sender.send(to: site)
            #expect(reply.status == status)
            #expect(try await runs(site).count == (status == 202 ? 1 : 0))
        }
    }

    @Test func `whatever is wrong with a message, the answer is the same`() async throws {
        try await open { site, sender in
            try await site.bench.register("other")
            var senders: [Sender] = []
            func wrong(_ change: (inout Sender) -> Void) {
                var wrong = sender
                change(&wrong)
                senders.append(wrong)
            }
            for name in ["webhook-id", "webhook-timestamp", "webhook-signature"] {
                wrong { $0.forge = { $0[name] = nil } }
                wrong { $0.forge = { $0[name] = "" } }
                wrong { $0.forge = { $0[name] = ($0[name] ?? "") + "1" } }
            }
            wrong { $0.forge = { $0.append("webhook-id", "msg_2") } }
            wrong { $0.forge = { $0["webhook-timestamp"] = "99999999999999999999" } }
            wrong { $0.forge = { $0["webhook-timestamp"] = "-1" } }
            wrong { $0.forge = { $0["webhook-timestamp"] = "٣" } }
            wrong { $0.id = "msg.1" }
            wrong { $0.id = "msg 1" }
            wrong { $0.id = String(repeating: "m", count: 257) }
            wrong { $0.secret = Self.strangeSecret }
            wrong { $0.account = "other" }
            wrong { $0.account = "nobody" }
            wrong { $0.account = "NOBODY" }
            wrong { sender in
                sender.forge = { headers in
                    headers["Authorization"] = "Bearer \(Site.operatorToken)"
                    headers["webhook-signature"] = nil
                }
            }
            var answers: Set<String> = []
            for wrong in senders {
                let reply = try await wrong.send(to: site)
                #expect(reply.status == 401)
                #expect(reply.response.headers["Content-Type"] == "application/problem+json")
                answers.insert(reply.response.text)
            }
            #expect(answers.count == 1)
            #expect(answers.first?.contains(#""code":"UNAUTHORIZED""#) == true)
            #expect(try await runs(site).isEmpty)
            #expect(try await site.bench.log().isEmpty)
            #expect(try await sender.send(to: site).status == 202)
        }
    }

    @Test func `an old secret is good for a day, by REST as well`() async throws {
        try await open { site, old in
            let keys = "/api/v1/accounts/eriksson/keys"
            let rotated = await site.call("POST", keys, #"{"rotate": "webhookSecret"}"#)
            var new = old
            new.secret = try #require(rotated["webhookSecret"])
            new.id = "msg_2"
            #expect(try await old.send(to: site).status == 202)
            #expect(try await new.send(to: site).status == 202)
            // A sender that knows both secrets signs with both.
            var both = new
            both.id = "msg_3"
            both.forge = { $0["webhook-signature"] = "v1,AAAA \($0["webhook-signature"] ?? "")" }
            #expect(try await both.send(to: site).status == 202)
            site.bench.clock.advance(by: 86_400 - 1)
            #expect(try await old.send(to: site).status == 202)
            site.bench.clock.advance(by: 1)
            #expect(try await old.send(to: site).status == 401)
            #expect(try await new.send(to: site).status == 202)
        }
    }

    @Test func `what keeps a sync from starting is told, and the message is good for later`() async throws {
        try await open { site, sender in
            try await site.bench.change { $0.switchOn([]) }
            let idle = try await sender.send(to: site)
            #expect(idle.status == 409 && idle["code"] == "CONFLICT")
            try await site.bench.change { $0.switchOn([.customers]) }

            try await site.bench.connecting.disconnect("eriksson")
            let disconnected = try await sender.send(to: site)
            #expect(disconnected.status == 409 && disconnected["code"] == "AUTH_EXPIRED")
            try await site.bench.reconnect()

            _ = await site.call("PATCH", "/api/v1/accounts/eriksson", #"{"license": null}"#)
            let unlicensed = try await sender.send(to: site)
            #expect(unlicensed.status == 403 && unlicensed["code"] == "LICENSE_INACTIVE")
            _ = await site.call("PATCH", "/api/v1/accounts/eriksson", #"{"license": "a valid licence"}"#)

            #expect(try await sender.send(to: site).status == 202)
            #expect(try await runs(site).map(\.scopes) == [[.customers]])
        }
    }

    @Test func `guessing ends in a wait, which a sender elsewhere does not share`() async throws {
        try await open { site, sender in
            var forger = sender
            forger.secret = Self.strangeSecret
            for _ in 0..<600 { #expect(try await forger.send(to: site).status == 401) }
            let limited = try await sender.send(to: site)
            #expect(limited.status == 429 && limited.response.headers["Retry-After"] == "1")
            var elsewhere = try sender.request(at: site.bench.clock.now)
            elsewhere.peer = "198.51.100.7"
            #expect(await site.answer(elsewhere).status == 202)
        }
    }

    @Test func `only a POST is answered, with a body of at most 64 KiB`() async throws {
        try await open { site, sender in
            let wrong = Reply(await site.get("/webhooks/eriksson"))
            #expect(wrong.status == 405 && wrong.response.headers["Allow"] == "POST")
            #expect(wrong["code"] == "METHOD_NOT_ALLOWED")
            #expect(await site.get("/webhooks").status == 404)
            #expect(site.app.bodyLimit(Request("POST", "/webhooks/eriksson")) == 64 << 10)
            var large = sender
            large.body = String(repeating: "x", count: 64 << 10)
            let reply = try await large.send(to: site)
            #expect(reply.status == 202)
        }
    }
}
