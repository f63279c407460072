import Foundation
import TestSupport
import Testing

@Suite struct BackupTests {
    @Test func `a backup is made while the connector serves, and restored when it has stopped`() async throws {
        let installation = try await TestInstallation()
        let token = try installation.write("token\n", to: "token")
        let add = ["account", "add", "--outsmart-token-file", token]
        let server = try await installation.serve()
        #expect(try await installation.run(add + ["--name", "Before", "--id", "before"]).code == 0)
        let copy = "\(installation.folder.path)/copy"
        let backup = try await installation.run("backup", copy)
        #expect(backup.code == 0, "\(backup.complained)")
        #expect(backup.printed.contains("encryption.key"))
        #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
        #expect(try await installation.run(add + ["--name", "After", "--id", "after"]).code == 0)

        let busy = try await installation.run("restore", copy)
        #expect(busy.code == 1)
        #expect(busy.complained.contains("is in use"))
        #expect(try await Visitor().call("GET", "\(server.url)/readyz").status == 200)
        #expect(await server.process.terminate() == 0)

        let restore = try await installation.run("restore", copy)
        #expect(restore.code == 0, "\(restore.complained)")
        let again = try await installation.serve()
        let list = try await installation.run("account", "list")
        #expect(list.printed.contains("Before") && !list.printed.contains("After"))
        #expect(await again.process.terminate() == 0)
        let kept = try FileManager.default.contentsOfDirectory(atPath: "\(installation.folder.path)/data")
            .filter { $0.contains(".replaced-") }
        #expect(kept.count == 1, "\(kept)")
        #expect(await installation.sandbox.terminate() == 0)
    }

    @Test func `a backup is refused where a file is, and a restore without its key`() async throws {
        let installation = try await TestInstallation()
        let token = try installation.write("token\n", to: "token")
        let add = try await installation.run("account", "add", "--name", "A", "--outsmart-token-file", token)
        #expect(add.code == 0, "\(add.complained)")
        let copy = "\(installation.folder.path)/copy"
        #expect(try await installation.run("backup", copy).code == 0)
        let second = try await installation.run("backup", copy)
        #expect(second.code == 1)
        #expect(second.complained.contains("--force"))
        #expect(try await installation.run("backup", "--force", copy).code == 0)

        let otherKey = ["CONNECTOR_ENCRYPTION_KEY": Data(repeating: 7, count: 32).base64EncodedString()]
        let elsewhere = ["CONNECTOR_DATA_DIR": "\(installation.folder.path)/elsewhere"]
        for (variables, words) in [
            (otherKey, "CONNECTOR_ENCRYPTION_KEY"), (elsewhere, "encryption.key"),
            (elsewhere.merging(otherKey) { $1 }, "CONNECTOR_ENCRYPTION_KEY"),
        ] {
            let refused = try await installation.run("restore", copy, with: variables)
            #expect(refused.code == 1)
            #expect(refused.complained.contains(words), "\(refused.complained)")
            #expect(refused.complained.split(separator: "\n").count == 1, "\(refused.complained)")
        }
        #expect(!FileManager.default.fileExists(atPath: "\(installation.folder.path)/elsewhere/connector.sqlite"))
        #expect(try await installation.run("account", "list").printed.contains("A"))
        #expect(await installation.sandbox.terminate() == 0)
    }
}
