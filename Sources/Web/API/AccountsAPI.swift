import Domain
import Foundation
import MicroHTTP
import Sync

/// `/api/v1/accounts`: the accounts, their keys, their settings and what these can be set to.
struct AccountsAPI: Sendable {
    let accounts: Accounts
    let choices: ChoiceReading
    let now: @Sendable () -> Date

    /// All accounts for the operator; an account's key sees its own.
    func list(_ call: Call) async throws -> Response {
        switch call.caller {
        case .operator: .json(.list(try await accounts.list().map(JSON.init)))
        case .account(let id): .json(.list([JSON(try await accounts.status(of: id))]))
        }
    }

    func create(_ call: Call) async throws -> Response {
        var input = try Input(call.request)
        let draft = Accounts.Draft(
            id: input.text("id").map { Account.ID($0) },
            name: input.requiredText("name"),
            outSmartToken: input.requiredText("outsmart.token"),
            outSmartBearer: input.emptiableText("outsmart.bearer") ?? nil,
            license: input.emptiableText("license") ?? nil
        )
        try input.finish()
        let issued = try await accounts.create(draft)
        let location = Path.API.account(issued.status.account.id)
        return .json(JSON(issued), status: 201, headers: ["Location": location])
    }

    func show(_ call: Call, account: Account.ID) async throws -> Response {
        .json(JSON(try await accounts.status(of: account)))
    }

    func update(_ call: Call, account: Account.ID) async throws -> Response {
        var input = try Input(call.request, types: Self.patchTypes)
        let changes = Accounts.Changes(
            name: input.text("name"),
            outSmartToken: input.text("outsmart.token"),
            outSmartBearer: input.emptiableText("outsmart.bearer"),
            license: input.emptiableText("license")
        )
        try input.finish()
        return .json(JSON(try await accounts.update(account, changes)))
    }

    func delete(_ call: Call, account: Account.ID) async throws -> Response {
        // An account is its operator's to remove, not its key's.
        guard call.caller == .operator else { throw Problem.forbidden }
        try await accounts.delete(account)
        return Response(status: 204)
    }

    func rotateKey(_ call: Call, account: Account.ID) async throws -> Response {
        var input = try Input(call.request)
        let key = input.choice("rotate", of: [Accounts.Key.apiKey, .webhookSecret])
        try input.finish()
        guard let key else { return .problem(.notFound) }
        let fresh = try await accounts.rotate(key, of: account)
        return .json(.object([.init(name: key.rawValue, value: .text(fresh))]), status: 201)
    }

    func settings(_ call: Call, account: Account.ID) async throws -> Response {
        .settings(try await accounts.settings(of: account))
    }

    /// Applies a merge patch to the settings, also when someone else saves at the same time.
    ///
    /// With `If-Match`, only to the revision that it names.
    func changeSettings(_ call: Call, account: Account.ID) async throws -> Response {
        guard let type = call.request.mediaType, Self.patchTypes.contains(type) else {
            throw Problem.unsupportedType(Self.patchTypes.joined(separator: " or "))
        }
        let patch = try JSON(reading: call.request.body)
        var old: Settings
        repeat {
            old = try await accounts.settings(of: account)
            guard call.request.headers.matches(old.revision) else { throw Problem.outdated }
        } while try await !accounts.replace(old, with: old.patched(with: patch, now: now()), of: account)
        // As they are kept: an emptied setting may have a default.
        return .settings(try await accounts.settings(of: account))
    }

    /// What the vendors offer now, or why one of them can't be asked.
    func choices(_ call: Call, account: Account.ID) async throws -> Response {
        let choices = try await choices.choices(of: account)
        if let failure = choices.failures.first { throw failure }
        return .json(JSON(choices))
    }

    static let patchTypes = ["application/merge-patch+json", "application/json"]
}

extension Response {
    fileprivate static func settings(_ settings: Settings) -> Response {
        .json(settings.json, headers: ["ETag": settings.revision])
    }
}

extension Fields {
    /// Whether `If-Match` lets an entity with that tag be changed; it does when it is absent.
    fileprivate func matches(_ tag: String) -> Bool {
        let tags = values("If-Match").flatMap { $0.split(separator: ",") }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return tags.isEmpty || tags.contains(tag) || tags.contains("*")
    }
}

extension JSON {
    /// The object with more members at its end.
    func with(_ more: [Member]) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members + more)
    }
}
