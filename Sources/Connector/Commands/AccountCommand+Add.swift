import ArgumentParser
import Domain
import Foundation
import RemoteAPI
import Sync
import Web

extension AccountCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an account and prints its keys, this once.",
            discussion: """
                Secrets are read from files, since other users of this machine can see a program's arguments.
                The OutSmart token comes from standard input when no file is named.
                """
        )

        @Option(help: "The company's name.") var name: String
        @Option(help: "Its identifier, of a–z, 0–9, - and _; made up when it is not given.") var id: String?
        @Option(help: "The file that holds the company's OutSmart token; - for standard input.", completion: .file())
        var outsmartTokenFile = "-"
        @Option(help: "The file that holds its OutSmart bearer token, where it has one.", completion: .file())
        var outsmartBearerFile: String?
        @Option(help: "Its licence, as `connector license issue` prints it.") var license: String?
        @Flag(help: "Print JSON, as the REST API does.") var json = false

        func run() async throws {
            let register = try await Register()
            let token = try Self.secret(in: outsmartTokenFile, for: "--outsmart-token-file")
            let bearer = try outsmartBearerFile.map { try Self.secret(in: $0, for: "--outsmart-bearer-file") }
            let issued = try await register.add(
                Accounts.Draft(
                    id: id.map { Account.ID($0) },
                    name: name,
                    outSmartToken: token.value,
                    outSmartBearer: bearer?.value,
                    license: license
                )
            )
            if json { return print(AccountDocument.text(issued)) }
            print(
                """
                id:             \(issued.status.account.id)
                API key:        \(issued.apiKey)
                webhook secret: \(issued.webhookSecret)
                Keep both; they are not shown again.
                """
            )
        }

        private static func secret(in file: String, for option: String) throws(StartFailure) -> Secret {
            let text: String?
            if file == "-" {
                if isatty(STDIN_FILENO) == 1 { FileHandle.standardError.write(Data("OutSmart token: ".utf8)) }
                text = readLine()
            } else {
                text = try? String(contentsOfFile: file, encoding: .utf8)
            }
            let name = file == "-" ? "standard input" : file
            guard let text else { throw StartFailure("\(option): \(name) can't be read.") }
            let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !secret.isEmpty else { throw StartFailure("\(option): \(name) holds nothing.") }
            return Secret(secret)
        }
    }
}
