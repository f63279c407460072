import Foundation
import TestSupport
import Testing

/// The demo, killed in the middle of its first import, as often as there is time for.
@Suite struct KillTests {
    private let folder = TemporaryFolder()
    private let visitor = Visitor()

    @Test func `a killed import goes on after the next start, and sends no customer twice`() async throws {
        var demo = try await Demo(in: folder.path)
        try await connect(demo)
        try await slowDown(demo)
        let page = try await visitor.open("\(demo.url)/accounts/demo")
        _ = try await visitor.submit("/accounts/demo/sync", on: page)

        var lastCount = 0
        for _ in 0..<2 {
            let count = try await sentCustomers(demo, moreThan: lastCount)
            lastCount = count
            await demo.process.kill()
            demo = try await Demo(in: folder.path)
            try await slowDown(demo)
        }
        try await finish(demo)

        let customers = try await table("visma/customers", demo).filter { $0["IsActive"] as? Bool == true }
        let relations = try await table("outsmart/relations", demo)
        let numbers = relations.compactMap { $0["debtor_number"] as? String }
        #expect(Set(numbers) == Set(customers.compactMap { $0["CustomerNumber"] as? String }))
        #expect(numbers.count == Set(numbers).count)
        #expect(numbers.count > 1000)
        #expect(lastCount > 0 && lastCount < numbers.count, "the process was not killed in the middle")
        let posted = try await postings(demo)
        #expect(posted.allSatisfy { $0.value == 1 }, "\(posted.filter { $0.value != 1 })")
        #expect(await demo.process.terminate() == 0)
    }

    // MARK: - The demo

    private struct Demo {
        let process: ConnectorProcess
        let signIn: String
        let url: String
        let sandbox: String

        init(in folder: String) async throws {
            process = try ConnectorProcess(
                ["demo"],
                environment: ["CONNECTOR_PORT": "0", "CONNECTOR_DATA_DIR": folder]
            )
            _ = await process.line(containing: "Stop with")
            let printed = process.printed
            signIn = String(try #require(printed.firstMatch(of: /http:\S+\/launch\/\S+/)?.0, "\(process.complained)"))
            url = signIn.split(separator: "/launch/").first.map(String.init) ?? ""
            sandbox = String(try #require(printed.firstMatch(of: /page:\s+(http:\/\/[^\/]+)\//)?.1))
        }
    }

    private func connect(_ demo: Demo) async throws {
        let page = try await visitor.open(demo.signIn)
        let login = try await visitor.submit("/accounts/demo/connect", on: page)
        let done = try await visitor.submit(
            "/connect/authorize",
            on: login,
            ["company": "eriksson", "decision": "approve"]
        )
        #expect(done.html.contains("556677-8899"), "\(done.html)")
    }

    /// Makes the sandbox's OutSmart take its time, so that there is a middle.
    private func slowDown(_ demo: Demo) async throws {
        let fault =
            #"{"fault": "delayed", "method": "POST", "path": "/openapi/8/relations", "count": 50, "milliseconds": 250}"#
        let answer = try await visitor.call("POST", "\(demo.sandbox)/sandbox/faults", body: fault)
        #expect((200..<300).contains(answer.status))
    }

    private func sentCustomers(_ demo: Demo, moreThan count: Int) async throws -> Int {
        while true {
            let sent = try await table("outsmart/relations", demo).count
            if sent > count { return sent }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func finish(_ demo: Demo) async throws {
        _ = try await visitor.open(demo.signIn)
        while true {
            let page = try await visitor.open("\(demo.url)/accounts/demo")
            // Only a page without a run under way has this button.
            if page.html.contains(">Sync now</button>") { return }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    private func table(_ name: String, _ demo: Demo) async throws -> [[String: Any]] {
        let answer = try await visitor.call("GET", "\(demo.sandbox)/sandbox/\(name)")
        return try #require(try JSONSerialization.jsonObject(with: answer.json) as? [[String: Any]])
    }

    /// How often each relation was handed to OutSmart and taken.
    private func postings(_ demo: Demo) async throws -> [String: Int] {
        let answer = try await visitor.call("GET", "\(demo.sandbox)/sandbox/posts/outsmart/relations")
        return try #require(try JSONSerialization.jsonObject(with: answer.json) as? [String: Int])
    }
}
