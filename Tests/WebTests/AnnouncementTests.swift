import Domain
import Foundation
import MicroHTTP
import Persistence
import RemoteAPI
import Sandbox
import Sync
import Synchronization
import TestSupport
import Testing

@testable import Web

/// Who is told of trouble, what, and how often.
@Suite struct AnnouncementTests {
    /// A server that notes what it is told.
    private final class Receiver: Sendable {
        private let state = Mutex((requests: [Request](), statuses: [UInt32]()))

        var requests: [Request] { state.withLock(\.requests) }

        /// Answers the next requests like this, and those after them with 200.
        func answer(with statuses: [UInt32]) { state.withLock { $0.statuses = statuses } }

        func receive(_ request: Request) -> Answer {
            let status = state.withLock { state in
                state.requests.append(request)
                return state.statuses.isEmpty ? 200 : state.statuses.removeFirst()
            }
            return .now(Response(status: status, headers: ["Location": "/elsewhere"]))
        }

        func told(_ index: Int = 0) throws -> [String: Any] {
            try #require(requests.count > index ? requests[index] : nil).told()
        }
    }

    private func open(_ body: (Site, Receiver, _ secret: String) async throws -> Void) async throws {
        let receiver = Receiver()
        try await Site.open { site in
            try await site.bench.connect()
            let secret = try await site.bench.accounts.rotate(.webhookSecret, of: "eriksson")
            // Past the day on which the secret of before is good as well.
            site.bench.clock.advance(by: 86_400)
            try await site.bench.change { $0.switchOn([.customers]) }
            try await withServers([receiver.receive]) { ports in
                let url = "http://127.0.0.1:\(ports[0])/hook?token=t0k3n"
                let reply = await patch(site, #"{"webhookURL": "\#(url)"}"#)
                #expect(reply.status == 200, "\(reply.response.text)")
                try await body(site, receiver, secret)
            }
        }
    }

    private func patch(_ site: Site, _ notifications: String) async -> Reply {
        await site.call("PATCH", "/api/v1/accounts/eriksson/settings", #"{"notifications": \#(notifications)}"#)
    }

    private func deliver(_ bench: Bench, allowsLoopback: Bool = true) async {
        await delivery(bench, allowsLoopback: allowsLoopback).deliverDue()
    }

    private func delivery(_ bench: Bench, allowsLoopback: Bool = true) -> AnnouncementDelivery {
        AnnouncementDelivery(
            office: bench.office,
            sealing: bench.sealing,
            transport: .toPublicAddresses(allowsLoopback: allowsLoopback),
            document: { $0.document(of: $1) }
        )
    }

    /// Syncs while Visma does not answer.
    private func fail(_ bench: Bench) async throws {
        bench.sandbox.declare(.status(503, .before), pathPrefix: "/v2/customers", count: 5)
        let run = try await bench.sync()
        #expect(run.state == .failed && run.problem?.code == .upstreamUnreachable)
    }

    private func notes(_ bench: Bench) async throws -> [LogEntry] {
        try await bench.log(of: "eriksson", LogEntry.Filter(code: .notificationFailed))
    }

    @Test func `a run that failed is told, signed with the account's secret`() async throws {
        try await open { site, receiver, secret in
            try await fail(site.bench)
            await deliver(site.bench)
            let request = try #require(receiver.requests.first)
            #expect(request.method == "POST" && request.target == "/hook?token=t0k3n")
            #expect(request.headers["Content-Type"] == "application/json")
            let id = try #require(request.headers["webhook-id"])
            #expect(id.hasPrefix("msg_") && !id.contains("."))
            let time = try #require(request.headers["webhook-timestamp"])
            #expect(time == "\(Int(site.bench.clock.now.timeIntervalSince1970))")
            let signature = try #require(request.headers["webhook-signature"])
            #expect(signature.split(separator: " ").count == 1)
            #expect(try #require(WebhookKey(secret)).accepts(signature, of: id, at: time, request.body))

            let run = try #require(try await site.bench.history.runs(of: "eriksson", before: nil, limit: 1).first)
            let shown = await site.call("GET", "/api/v1/accounts/eriksson/runs/\(run.id)").response.text
            let finished = Timestamp.text(try #require(run.finishedAt))
            #expect(
                String(decoding: request.body, as: UTF8.self)
                    == #"{"type":"run.failed","timestamp":"\#(finished)","data":\#(shown)}"#
            )
            // The same trouble is no news, and what was taken is not sent again.
            try await fail(site.bench)
            await deliver(site.bench)
            #expect(receiver.requests.count == 1)
            #expect(try await notes(site.bench).isEmpty)
            // What is over and comes again is.
            #expect(try await site.bench.sync().state == .succeeded)
            try await fail(site.bench)
            await deliver(site.bench)
            #expect(receiver.requests.count == 2)
            #expect(receiver.requests[1].headers["webhook-id"] != id)
        }
    }

    @Test func `a run of which some records failed is told`() async throws {
        try await open { site, receiver, _ in
            let (store, now) = (site.bench.store, site.bench.clock.now)
            _ = try await store.enqueue("eriksson", scopes: [.customers], trigger: .schedule, at: now)
            let claimed = try await store.claimNextRun(by: "1", until: now + 60, now: now)
            let run = try #require(claimed)
            let step = Run.Step(scope: .customers, state: .partial, counts: Run.Counts(read: 3, failed: 1))
            #expect(try await store.save(step, of: run.id, holder: "1", now: now))
            #expect(try await store.finish(run.id, holder: "1", state: .partial, problem: nil, at: now))
            await deliver(site.bench)
            let told = try receiver.told()
            #expect(told["type"] as? String == "run.partial")
            #expect((told["data"] as? [String: Any])?["id"] as? String == run.id.rawValue)
        }
    }

    @Test func `a connection that expired is told once`() async throws {
        try await open { site, receiver, _ in
            try site.bench.sandbox.expireTokens(refreshTokens: true)
            site.bench.clock.advance(by: 3600)
            #expect(try await site.bench.sync().problem?.code == .authExpired)
            await #expect(throws: SyncFailure.self) { try await site.bench.sync() }
            // Whoever connects before it is sent changes nothing about what happened.
            try await site.bench.reconnect()
            await deliver(site.bench)
            #expect(receiver.requests.count == 1)
            let told = try receiver.told()
            #expect(told["type"] as? String == "connection.expired")
            let account = try #require(told["data"] as? [String: Any])
            #expect(account["id"] as? String == "eriksson")
            #expect((account["connection"] as? [String: Any])?["state"] as? String == "expired")
            let keys = Set(account.keys)
            #expect(keys == ["id", "name", "createdAt", "connection", "license"])
        }
    }

    @Test func `what is not taken is sent again, later and later, by whichever process is there`() async throws {
        try await open { site, receiver, _ in
            receiver.answer(with: [500, 302, 404, 200])
            try await fail(site.bench)
            await deliver(site.bench)
            for (pause, attempts) in [(5.0, 2), (30, 3), (300, 4)] {
                site.bench.clock.advance(by: pause - 0.01)
                await deliver(site.bench)
                #expect(receiver.requests.count == attempts - 1)
                site.bench.clock.advance(by: 0.01)
                // As after a restart: nothing but the store is known.
                await deliver(try await site.bench.another())
                #expect(receiver.requests.count == attempts)
            }
            #expect(Set(receiver.requests.map { $0.headers["webhook-id"] }).count == 1)
            #expect(Set(receiver.requests.map { $0.headers["webhook-timestamp"] }).count == 4)
            #expect(Set(receiver.requests.map(\.body)).count == 1)
            site.bench.clock.advance(by: 200_000)
            await deliver(site.bench)
            #expect(receiver.requests.count == 4)
            let notes = try await notes(site.bench)
            #expect(notes.map(\.level) == [.warning])
            #expect(notes.first?.message.contains("127.0.0.1 was not told of run.failed: HTTP 500.") == true)
            #expect(notes.allSatisfy { !$0.message.contains("t0k3n") })
        }
    }

    @Test func `after a day it is given up, and the next trouble is told anew`() async throws {
        try await open { site, receiver, _ in
            receiver.answer(with: Array(repeating: 503, count: 9))
            try await fail(site.bench)
            for _ in 0..<20 {
                await deliver(site.bench)
                site.bench.clock.advance(by: 43_200)
            }
            #expect(receiver.requests.count == 9)
            let notes = try await notes(site.bench)
            #expect(notes.map(\.level) == [.warning, .error])
            #expect(notes.last?.message.hasSuffix("HTTP 503. It is not sent again.") == true)
            try await site.bench.reconnect()
            try await fail(site.bench)
            await deliver(site.bench)
            #expect(receiver.requests.count == 10)
        }
    }

    @Test func `a process that stops in the middle leaves it to the next one`() async throws {
        try await open { site, receiver, _ in
            let (begun, continuation) = AsyncStream.makeStream(of: Void.self)
            try await withServers([
                { _ in
                    .later {
                        continuation.yield()
                        try? await Task.sleep(for: .seconds(60))
                        return Response(status: 200)
                    }
                }
            ]) { ports in
                let quick = try await site.bench.accounts.settings(of: "eriksson").notifications.webhookURL ?? ""
                _ = await patch(site, #"{"webhookURL": "http://127.0.0.1:\#(ports[0])/"}"#)
                try await fail(site.bench)
                let serving = Task { try await delivery(site.bench).serve() }
                for await _ in begun { break }
                serving.cancel()
                _ = await serving.result
                _ = await patch(site, #"{"webhookURL": "\#(quick)"}"#)
                await deliver(try await site.bench.another())
                #expect(receiver.requests.count == 1)
                #expect(try await notes(site.bench).isEmpty)
            }
        }
    }

    @Test func `nobody is told on a machine that is not on the internet`() async throws {
        try await open { site, receiver, _ in
            try await fail(site.bench)
            await deliver(site.bench, allowsLoopback: false)
            let notes = try await notes(site.bench)
            #expect(notes.map(\.level) == [.error])
            #expect(notes.first?.message.contains("127.0.0.1 is not on the internet") == true)
            site.bench.clock.advance(by: 200_000)
            await deliver(site.bench)
            #expect(receiver.requests.isEmpty)
        }
    }

    @Test func `an address that is taken away is not told what waited for it`() async throws {
        try await open { site, receiver, _ in
            try await fail(site.bench)
            let quick = try await site.bench.accounts.settings(of: "eriksson").notifications.webhookURL ?? ""
            #expect(await patch(site, #"{"webhookURL": null}"#).status == 200)
            await deliver(site.bench)
            _ = await patch(site, #"{"webhookURL": "\#(quick)"}"#)
            site.bench.clock.advance(by: 200_000)
            await deliver(site.bench)
            #expect(receiver.requests.isEmpty)
            #expect(try await notes(site.bench).isEmpty)
        }
    }

    @Test func `a secret of its own signs; without one those that are good for the account's webhooks`() async throws {
        try await open { site, receiver, old in
            let new = try await site.bench.accounts.rotate(.webhookSecret, of: "eriksson")
            try await fail(site.bench)
            await deliver(site.bench)
            #expect(try receiver.requests.last?.isSigned(with: new) == true)
            #expect(try receiver.requests.last?.isSigned(with: old) == true)

            let own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            #expect(await patch(site, #"{"webhookSecret": "\#(own)"}"#).status == 200)
            #expect(try await site.bench.sync().state == .succeeded)
            try await fail(site.bench)
            await deliver(site.bench)
            #expect(receiver.requests.count == 2)
            #expect(try receiver.requests.last?.isSigned(with: own) == true)
            #expect(try receiver.requests.last?.isSigned(with: new) == false)
        }
    }
}

extension Request {
    fileprivate func told() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
    }

    fileprivate func isSigned(with secret: String) throws -> Bool {
        let signature = try #require(headers["webhook-signature"])
        let (id, time) = (try #require(headers["webhook-id"]), try #require(headers["webhook-timestamp"]))
        return try #require(WebhookKey(secret)).accepts(signature, of: id, at: time, body)
    }
}
