import ArgumentParser
import Domain
import Foundation
import Sync
import Web

/// `connector account add | list | show | link | remove`.
///
/// All of them work while the connector serves: they share its store.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Manages accounts, also while the connector serves.",
        subcommands: [Add.self, List.self, Show.self, Link.self, Remove.self]
    )

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists all accounts, by name.")

        @Flag(help: "Print JSON, as the REST API does.") var json = false

        func run() async throws {
            let list = try await Register().list()
            if json { return print(AccountDocument.text(list)) }
            for status in list {
                print([status.account.id.rawValue, status.account.name, status.facts].joined(separator: "\t"))
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Shows an account.")

        @Argument(help: "The account's identifier.") var account: String
        @Flag(help: "Print JSON, as the REST API does.") var json = false

        func run() async throws {
            let status = try await Register().status(of: Account.ID(account))
            print(json ? AccountDocument.text(status) : status.text)
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a link that opens an account's page, once and within 15 minutes."
        )

        @Argument(help: "The account's identifier.") var account: String

        func run() async throws {
            let register = try await Register()
            let status = try await register.status(of: Account.ID(account))
            print(try await register.link(to: status.account.id))
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes an account with its settings, links, runs and log.",
            discussion: "Its access to Visma is revoked. What was imported and exported stays with both vendors."
        )

        @Argument(help: "The account's identifier.") var account: String
        @Flag(help: "Really remove it.") var yes = false

        func run() async throws {
            let vendors = try VendorConfiguration(Environment())
            let register = try await Register(revokingAt: vendors)
            let name = try await register.status(of: Account.ID(account)).account.name
            guard yes else {
                throw ValidationError("Removing \(account) (\(name)) can't be undone: say it with --yes.")
            }
            try await register.remove(Account.ID(account))
            print("\(account) (\(name)) was removed.")
        }
    }
}

extension Accounts.Status {
    fileprivate var facts: String {
        [connection.state.rawValue, connection.company?.name, "licence \(license.word)"]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// The account for people, a line for each fact.
    fileprivate var text: String {
        var lines = ["id:         \(account.id)", "name:       \(account.name)"]
        lines.append("created:    \(account.createdAt.formatted(.iso8601))")
        lines.append("connection: \(connection.state.rawValue)")
        if let company = connection.company {
            lines.append(
                "company:    \([company.name, company.registrationNumber].compactMap(\.self).joined(separator: ", "))"
            )
        }
        lines.append("licence:    \(license.word)")
        return lines.joined(separator: "\n")
    }
}

extension LicenseState {
    fileprivate var word: String {
        switch self {
        case .none: "none"
        case .active(let end): "active until \(end.formatted(.iso8601))"
        case .expired(let end): "expired at \(end.formatted(.iso8601))"
        case .invalid: "invalid"
        }
    }
}
