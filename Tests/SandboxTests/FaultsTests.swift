import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct FaultsTests {
    private func post(_ fault: Fault) async throws -> (reply: Reply?, stored: Int, client: Client) {
        let client = try await Client()
        client.sandbox.declare(fault, method: "POST", pathPrefix: "/v2/customers")
        let reply = try? await client.post("customers", customerBody(of: client))
        return (reply, client.sandbox.vismaRows("customers").count, client)
    }

    @Test(arguments: [(Fault.Moment.before, 0), (.after, 1)])
    func `an answer is lost before or after its effect`(moment: Fault.Moment, stored: Int) async throws {
        let outcome = try await post(.lost(moment))
        #expect(outcome.reply == nil)
        #expect(outcome.stored == stored)
        #expect(outcome.client.sandbox.calls.newest.last?.fault == "lost \(moment.rawValue)")
    }

    @Test func `a truncated answer is lost after its effect`() async throws {
        let outcome = try await post(.truncated)
        #expect(outcome.reply == nil)
        #expect(outcome.stored == 1)
    }

    @Test(arguments: [(Fault.Moment.before, 0), (.after, 1)])
    func `a gateway fails before or after the effect, without Visma's body`(moment: Fault.Moment, stored: Int)
        async throws
    {
        let outcome = try await post(.status(503, moment))
        #expect(outcome.reply?.status == 503)
        #expect(outcome.reply?.errorCode == nil)
        #expect(outcome.stored == stored)
    }

    @Test func `Visma itself fails with its own code`() async throws {
        let outcome = try await post(.vendorError(5001, .after))
        #expect(outcome.reply?.status == 500)
        #expect(outcome.reply?.errorCode == 5001)
        #expect(outcome.stored == 1)
    }

    @Test func `throttled and unauthorized calls have no effect`() async throws {
        let throttled = try await post(.throttled(seconds: 7))
        #expect(throttled.reply?.status == 429)
        #expect(throttled.reply?["DeveloperErrorMessage"].text.contains("in 7 seconds") == true)
        #expect(throttled.stored == 0)
        let unauthorized = try await post(.unauthorized)
        #expect(unauthorized.reply?.errorCode == 4005)
        #expect(unauthorized.stored == 0)
    }

    @Test func `OutSmart's own error comes with status 200`() async throws {
        let client = try await Client()
        client.sandbox.declare(.vendorError(1007, .before), pathPrefix: "/openapi/8/relations", count: 2)
        for _ in 1...2 { #expect(try await client.outSmart("GET", "relations/").code == 1007) }
        #expect(try await client.outSmart("GET", "relations/").code == 200)
    }

    @Test func `a closure decides for each call`() async throws {
        let client = try await Client { options in
            options.faults = { $0.path.hasSuffix("/units") ? .status(502, .before) : nil }
        }
        #expect(try await client.get("units").status == 502)
        #expect(try await client.get("customers").status == 200)
    }

    @Test func `a slow call is carried out all the same`() async throws {
        let outcome = try await post(.delayed(.milliseconds(20)))
        #expect(outcome.reply?.status == 201)
        #expect(outcome.stored == 1)
    }
}
