import Foundation
import TestSupport
import Testing

/// What an operator sees when something is wrong: one line that says what to do.
@Suite struct StartTests {
    private let folder = TemporaryFolder()

    private var complete: [String: String] {
        [
            "CONNECTOR_PORT": "0", "CONNECTOR_DATA_DIR": folder.path, "VISMA_CLIENT_ID": "id",
            "VISMA_CLIENT_SECRET": "a secret that must not print", "OUTSMART_SOFTWARE_TOKEN": "token",
        ]
    }

    @Test(
        arguments: [
            ("VISMA_CLIENT_ID", nil), ("VISMA_CLIENT_SECRET", nil), ("OUTSMART_SOFTWARE_TOKEN", nil),
            ("CONNECTOR_PORT", "http"), ("CONNECTOR_PORT", "65536"), ("CONNECTOR_SYNC_INTERVAL", "0"),
            ("CONNECTOR_PUBLIC_URL", "connector.example.com"), ("VISMA_API_URL", "http://visma.example.com/v2"),
            ("VISMA_API_URL", "http://127.evil.example/v2"), ("OUTSMART_API_URL", "ftp://localhost"),
            ("CONNECTOR_ENCRYPTION_KEY", "c2hvcnQ="), ("CONNECTOR_OPERATOR_TOKEN", "too short"),
            ("CONNECTOR_LICENSE_PUBLIC_KEY", "no key"), ("CONNECTOR_TLS_KEY", "/a/file"),
            ("CONNECTOR_LOG_LEVEL", "loud"), ("CONNECTOR_DATABASE_URL", "mysql://somewhere"),
            ("VISMA_CLIENT_SECRET_FILE", "/no/such/file"),
        ] as [(String, String?)]
    )
    func `names the variable that is missing or wrong, with exit code 2`(variable: String, value: String?) async throws
    {
        var environment = complete
        environment[variable] = value
        let connector = try ConnectorProcess(["serve"], environment: environment)
        #expect(await connector.exitCode() == 2)
        let complaint = connector.complained
        let base = variable.replacing("_FILE", with: "")
        #expect(complaint.contains(base))
        #expect(complaint.split(separator: "\n").count == 1, "\(complaint)")
        #expect(!complaint.contains("a secret that must not print"))
    }

    @Test func `wrong usage is exit code 2`() async throws {
        let connector = try ConnectorProcess(["dance"], environment: [:])
        #expect(await connector.exitCode() == 2)
    }

    @Test func `a port that is taken is named, with exit code 1`() async throws {
        let first = try ConnectorProcess(["serve"], environment: complete)
        let line = try #require(await first.line(containing: "/launch/"))
        let port = try #require(line.firstMatch(of: /localhost:([0-9]+)/)?.1)
        var environment = complete
        environment["CONNECTOR_PORT"] = String(port)
        environment["CONNECTOR_DATA_DIR"] = TemporaryFolder().path
        let second = try ConnectorProcess(["serve"], environment: environment)
        #expect(await second.exitCode() == 1)
        #expect(second.complained.contains("port \(port)"))
        #expect(await first.terminate() == 0)
    }

    @Test func `another encryption key ends the start and loses nothing`() async throws {
        let first = try ConnectorProcess(["serve"], environment: complete)
        _ = await first.line(containing: "/launch/")
        #expect(await first.terminate() == 0)
        var environment = complete
        environment["CONNECTOR_ENCRYPTION_KEY"] = Data(repeating: 7, count: 32).base64EncodedString()
        let second = try ConnectorProcess(["serve"], environment: environment)
        #expect(await second.exitCode() == 1)
        #expect(second.complained.split(separator: "\n").count == 1, "\(second.complained)")

        // With its own key the store is as good as before.
        let third = try ConnectorProcess(["serve"], environment: complete)
        #expect(await third.line(containing: "Listening") != nil)
        #expect(await third.terminate() == 0)
    }

    @Test func `an unreadable store ends the start with one line`() async throws {
        let store = URL(filePath: folder.path).appending(path: "connector.sqlite")
        try Data("not a database, but somebody's file".utf8).write(to: store)
        let connector = try ConnectorProcess(["serve"], environment: complete)
        #expect(await connector.exitCode() == 1)
        #expect(connector.complained.split(separator: "\n").count == 1, "\(connector.complained)")
        #expect(try String(contentsOf: store, encoding: .utf8) == "not a database, but somebody's file")
    }

    @Test func `the key and the operator token are made once, for the owner only`() async throws {
        let first = try ConnectorProcess(["serve"], environment: complete)
        _ = await first.line(containing: "/launch/")
        #expect(first.printed.contains("operator token"))
        #expect(await first.terminate() == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.contains("encryption.key"))
        for file in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
        }
        let second = try ConnectorProcess(["serve"], environment: complete)
        _ = await second.line(containing: "Listening")
        #expect(await second.terminate() == 0)
        #expect(!second.printed.contains("operator token"))
    }

    @Test func `check tells what is in order, and fails when a vendor can't be reached`() async throws {
        let sandbox = try ConnectorProcess(["sandbox", "--visma-port", "0", "--out-smart-port", "0"], environment: [:])
        _ = await sandbox.line(containing: "page")
        var environment = complete
        for line in sandbox.printed.split(separator: "\n") where line.contains("=") {
            let parts = line.split(separator: "=", maxSplits: 1)
            environment[String(parts[0])] = String(parts[1])
        }
        let good = try ConnectorProcess(["check"], environment: environment)
        #expect(await good.exitCode() == 0, "\(good.complained)")
        #expect(await sandbox.terminate() == 0)
        let bad = try ConnectorProcess(["check"], environment: environment)
        #expect(await bad.exitCode() == 1)
        #expect(bad.complained.contains("can't be reached"))
    }
}
