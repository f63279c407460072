import Foundation
import TestSupport
import Testing

/// What an operator can see of a running connector.
@Suite struct OperationTests {
    @Test func `metrics tell of runs, records, calls and requests, and name no account`() async throws {
        let folder = TemporaryFolder()
        let demo = try ConnectorProcess(
            ["demo"],
            environment: [
                "CONNECTOR_PORT": "0", "CONNECTOR_DATA_DIR": folder.path, "CONNECTOR_LOG_FORMAT": "json",
            ]
        )
        _ = await demo.line(containing: "Stop with")
        let link = String(try #require(demo.printed.firstMatch(of: /http:\S+\/launch\/\S+/)?.0))
        let url = try #require(link.split(separator: "/launch/").first)
        let visitor = Visitor()
        let page = try await visitor.open(link)
        let login = try await visitor.submit("/accounts/demo/connect", on: page)
        let done = try await visitor.submit(
            "/connect/authorize",
            on: login,
            ["company": "eriksson", "decision": "approve"]
        )
        _ = try await visitor.submit("/accounts/demo/sync", on: done)
        _ = try await visitor.call("GET", "\(url)/no/such/path")
        var document = MetricDocument("")
        var text = ""
        while document.sum(of: "connector_runs_total") == 0 {
            try await Task.sleep(for: .milliseconds(100))
            text = String(decoding: try await visitor.call("GET", "\(url)/metrics").json, as: UTF8.self)
            document = MetricDocument(text)
        }
        #expect(document.faults == [])
        #expect(document.sum(of: "connector_runs_total", with: "trigger=\"manual\"") == 1)
        #expect(document.sum(of: "connector_run_duration_seconds_count") == 1)
        #expect(document.sum(of: "connector_records_total", with: "scope=\"customers\"", "created") > 1000)
        #expect(document.sum(of: "connector_log_entries_total", with: "CUSTOMER_INCOMPLETE") > 0)
        let posts = ["POST /relations/", "outsmart", "success"]
        #expect(document.sum(of: "connector_upstream_requests_total", with: posts[0], posts[1], posts[2]) == 12)
        #expect(document.sum(of: "connector_upstream_request_duration_seconds_count", with: "POST /connect/token") == 1)
        #expect(document.sum(of: "connector_request_budget_wait_seconds_count", with: "GET /customers\"") >= 1)
        #expect(document.sum(of: "connector_http_requests_total", with: "none", "404") == 1)
        #expect(document.sum(of: "connector_accounts", with: "\"connected\"") == 1)
        #expect(document.sum(of: "process_resident_memory_bytes") > 1_000_000)
        #expect(abs(document.sum(of: "process_start_time_seconds") - Date().timeIntervalSince1970) < 300)
        // Names of accounts, companies and records, and what was in addresses.
        for word in ["demo", "Eriksson", "556677", "eriksson", "no/such", "launch/\(link.suffix(20))"] {
            #expect(!text.contains(word), "\(word)")
        }

        #expect(await demo.terminate() == 0)
        let lines = try demo.complained.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String], "\(line)")
        }
        #expect(lines.allSatisfy { Set($0.keys).isSuperset(of: ["time", "level", "logger", "message"]) })
        let ended = try #require(lines.first { $0["state"] != nil && $0["run"] != nil })
        #expect(ended["account"] == "demo")
        #expect(ended["trigger"] == "manual")
        #expect(ended["customers"]?.contains("created") == true)
        #expect(ended["time"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        #expect(!demo.complained.contains(try #require(link.split(separator: "/").last)))
    }

    @Test func `the log says which vendor is in trouble, for which run, and no secret`() async throws {
        let installation = try await TestInstallation()
        let server = try await installation.serve(with: [
            "CONNECTOR_LOG_FORMAT": "json", "OUTSMART_SOFTWARE_TOKEN": "a secret that must not print",
            "VISMA_IDENTITY_URL": "http://127.0.0.1:9", "OUTSMART_API_URL": "http://127.0.0.1:9/openapi/8",
        ])
        let token = try installation.write("another secret\n", to: "token")
        let added = try await installation.run(
            "account",
            "add",
            "--name",
            "A",
            "--id",
            "a",
            "--outsmart-token-file",
            token
        )
        let key = try #require(added.printed.firstMatch(of: /ck_\S+/)?.0)
        _ = try await Visitor().call("GET", "\(server.url)/api/v1/accounts/a/choices", bearer: String(key))
        #expect(await server.process.terminate() == 0)
        let log = server.process.complained
        let line = try #require(
            log.split(separator: "\n").first { $0.contains("A call to OutSmart failed.") },
            "\(log)"
        )
        let fields = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
        #expect(fields["level"] == "warning")
        #expect(fields["outcome"] == "unreachable")
        #expect(fields["route"]?.hasPrefix("GET /") == true)
        for secret in ["a secret that must not print", "another secret", String(key)] { #expect(!log.contains(secret)) }
        #expect(await installation.sandbox.terminate() == 0)
    }

    @Test func `check has a line for each thing, makes nothing, and names each fault`() async throws {
        let installation = try await TestInstallation()
        let fresh = try await installation.run("check")
        #expect(fresh.code == 0, "\(fresh.complained)")
        for subject in [
            "configuration", "public URL", "data directory", "encryption key", "store", "Visma's login",
            "Visma's API", "OutSmart's API", "clock",
        ] { #expect(fresh.printed.contains("\(subject): ok"), "\(fresh.printed)") }
        let data = "\(installation.folder.path)/data"
        #expect(!FileManager.default.fileExists(atPath: data))

        let server = try await installation.serve()
        #expect(try await installation.run("check").code == 0)
        #expect(await server.process.terminate() == 0)
        let faults: [(String, [String: String])] = [
            ("CONNECTOR_PUBLIC_URL", ["CONNECTOR_PUBLIC_URL": "http://connector.example.com"]),
            ("CONNECTOR_PUBLIC_URL", ["CONNECTOR_HOST": "0.0.0.0"]),
            ("encryption key", ["CONNECTOR_ENCRYPTION_KEY": Data(repeating: 7, count: 32).base64EncodedString()]),
            ("VISMA", ["VISMA_IDENTITY_URL": "http://127.0.0.1:9"]),
            (
                "CONNECTOR_TLS_CERTIFICATE",
                ["CONNECTOR_TLS_CERTIFICATE": "/etc/hostname", "CONNECTOR_TLS_KEY": "/no/such/key"]
            ),
        ]
        for (word, variables) in faults {
            let bad = try await installation.run("check", with: variables)
            #expect(bad.code == 1, "\(variables)")
            #expect(bad.complained.lowercased().contains(word.lowercased()), "\(bad.complained)")
            #expect(bad.printed.contains("FAILED"))
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: "\(data)/encryption.key")
        let open = try await installation.run("check")
        #expect(open.code == 1)
        #expect(open.complained.contains("encryption.key has mode 644"))
        try FileManager.default.removeItem(atPath: "\(data)/encryption.key")
        #expect(try await installation.run("check").complained.contains("put the key file back"))
        #expect(await installation.sandbox.terminate() == 0)
    }
}
