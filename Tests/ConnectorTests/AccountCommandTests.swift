import Foundation
import TestSupport
import Testing

@Suite struct AccountCommandTests {
    @Test func `accounts are added, shown and removed while the connector serves`() async throws {
        let installation = try await TestInstallation()
        let server = try await installation.serve()
        let token = try installation.write("secret-outsmart-token\n", to: "token")
        let added = try await installation.run(
            "account",
            "add",
            "--name",
            "Rör & El",
            "--id",
            "ror",
            "--outsmart-token-file",
            token,
            "--json"
        )
        #expect(added.code == 0, "\(added.complained)")
        let account = try #require(
            try JSONSerialization.jsonObject(with: Data(added.printed.utf8)) as? [String: Any]
        )
        #expect(account["id"] as? String == "ror")
        #expect((account["webhookSecret"] as? String)?.hasPrefix("whsec_") == true)
        let key = try #require(account["apiKey"] as? String)

        // The key works at the server at once.
        let body = try await Visitor().call("GET", "\(server.url)/api/v1/accounts/ror", bearer: key).json
        let shown = try await installation.run("account", "show", "ror", "--json")
        let both = try [body, Data(shown.printed.utf8)].map {
            try #require(try JSONSerialization.jsonObject(with: $0) as? NSDictionary)
        }
        #expect(both[0] == both[1])
        #expect(!shown.printed.contains("secret-outsmart-token"))
        #expect(try await installation.run("account", "list").printed.contains("ror\tRör & El\tdisconnected"))

        let unsure = try await installation.run("account", "remove", "ror")
        #expect(unsure.code == 2)
        #expect(unsure.complained.contains("--yes"))
        #expect(try await installation.run("account", "remove", "ror", "--yes").code == 0)
        let gone = try await installation.run("account", "show", "ror")
        #expect(gone.code == 1)
        #expect(gone.complained == "connector: There is no account ror.\n")
        #expect(await server.process.terminate() == 0)
        #expect(await installation.sandbox.terminate() == 0)
    }

    @Test func `a link opens its account's page once, and no other account's`() async throws {
        let installation = try await TestInstallation()
        let token = try installation.write("token\n", to: "token")
        for id in ["one", "two"] {
            let added = try await installation.run(
                "account",
                "add",
                "--name",
                "Company \(id)",
                "--id",
                id,
                "--outsmart-token-file",
                token
            )
            #expect(added.code == 0, "\(added.complained)")
        }
        let unknown = try await installation.run("account", "link", "one")
        #expect(unknown.code == 2)
        #expect(unknown.complained.contains("CONNECTOR_PUBLIC_URL"))

        let server = try await installation.serve()
        let port = try #require(server.url.split(separator: ":").last.map(String.init))
        let printed = try await installation.run("account", "link", "one", with: ["CONNECTOR_PORT": port])
        let link = printed.printed.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(link.hasPrefix("\(server.url)/launch/"), "\(printed.complained)")
        let visitor = Visitor()
        #expect(try await visitor.open(link).html.contains("Company one"))
        #expect(try await !visitor.open("\(server.url)/accounts/two").html.contains("Company two"))
        #expect(try await !Visitor().open(link).html.contains("Company one"))
        #expect(try await installation.run("account", "link", "three", with: ["CONNECTOR_PORT": port]).code == 1)
        #expect(await server.process.terminate() == 0)
        #expect(await installation.sandbox.terminate() == 0)
    }

    @Test(
        arguments: [
            (["--name", "A", "--outsmart-token-file", "/no/such/file"], 1, "/no/such/file"),
            (["--name", "A", "--outsmart-token-file", "/dev/null"], 1, "/dev/null"),
            (["--name", " ", "--outsmart-token-file", "TOKEN"], 1, "name"),
            (["--name", "A", "--id", "Not one", "--outsmart-token-file", "TOKEN"], 1, "id"),
            (["--outsmart-token-file", "TOKEN"], 2, "--name"),
        ] as [([String], Int32, String)]
    )
    func `wrong input is named`(arguments: [String], code: Int32, words: String) async throws {
        let folder = TemporaryFolder()
        let token = "\(folder.path)/token"
        try Data("token".utf8).write(to: URL(filePath: token))
        let connector = try ConnectorProcess(
            ["account", "add"] + arguments.map { $0 == "TOKEN" ? token : $0 },
            environment: ["CONNECTOR_DATA_DIR": folder.path]
        )
        #expect(await connector.exitCode() == code)
        #expect(connector.complained.contains(words), "\(connector.complained)")
    }
}
