import Domain
import Foundation
import Persistence
import Testing

/// The moment at which the tests begin.
let start = Date(timeIntervalSince1970: 1_750_000_000)

func secret(_ text: String) -> SealedSecret {
    SealedSecret(keyID: "k:1", box: Array(text.utf8))
}

extension Account {
    static func sample(_ id: Account.ID, name: String = "Installer") -> Account {
        Account(
            id: id,
            name: name,
            createdAt: start,
            outSmart: OutSmartCredentials(token: secret("token")),
            license: nil,
            apiKeyDigest: Array("key of \(id)".utf8),
            webhookSecrets: WebhookSecrets(current: secret("webhook"))
        )
    }
}

extension Company {
    static func sample(_ id: String) -> Company {
        Company(id: id, name: "Åkes Rör AB", registrationNumber: "556677-8899", currency: "SEK", hasOrders: true)
    }
}

extension SealedTokens {
    static func sample(_ name: String, expiresAt: Date = start + 3600) -> SealedTokens {
        SealedTokens(access: secret("access \(name)"), accessExpiresAt: expiresAt, refresh: secret("refresh \(name)"))
    }
}

extension ExportEntry {
    static func sample(_ workOrder: String, _ state: State = .done, at time: Date = start) -> ExportEntry {
        ExportEntry(
            workOrder: workOrder,
            state: state,
            document: .invoiceDraft,
            reference: "WO-\(workOrder)",
            claimedAt: time,
            updatedAt: time
        )
    }
}

extension Store {
    /// Adds an account that is connected to a company of its own.
    func insertConnected(_ id: Account.ID) async throws {
        try await insert(.sample(id))
        try await connect(id, company: .sample("company of \(id)"), tokens: .sample("1"), at: start)
    }

    /// Asks for a run of customers.
    @discardableResult
    func enqueue(_ account: Account.ID, _ scopes: Scope..., at time: Date = start) async throws -> Run {
        try await enqueue(account, scopes: scopes.isEmpty ? [.customers] : scopes, trigger: .manual, at: time).run
    }

    /// Claims the next run for a minute.
    func claim(by holder: String, at now: Date = start) async throws -> Run? {
        try await claimNextRun(by: holder, until: now + 60, now: now)
    }
}

extension Store {
    /// Adds an account with a run that the process `1` holds for a minute.
    func insertRunning(_ id: Account.ID) async throws -> Run {
        try await insert(.sample(id))
        try await enqueue(id)
        return try #require(try await claim(by: "1"))
    }

    /// Stores an entry for a process that works at that run.
    func save(
        _ entry: ExportEntry,
        of account: Account.ID,
        run: Run,
        by holder: String = "1",
        at now: Date = start
    ) async throws -> Bool {
        try await save(entry, of: account, run: run.id, holder: holder, now: now)
    }

    /// Stores how far a step has come, for a process that works at the run; that must not be refused.
    func save(_ step: Run.Step, of run: Run, by holder: String = "1", at now: Date = start) async throws {
        try #require(try await save(step, of: run.id, holder: holder, now: now))
    }

    /// Stores links for a process that works at the run; that must not be refused.
    func save(
        _ links: [Link],
        accepted: [Acceptance] = [],
        of account: Account.ID,
        _ scope: Scope,
        step: Run.Step,
        run: Run,
        by holder: String = "1",
        at now: Date = start
    ) async throws {
        try #require(
            try await save(
                links,
                accepted: accepted,
                of: account,
                scope,
                step: step,
                run: run.id,
                holder: holder,
                now: now
            )
        )
    }

    /// Ends a run for the process `1`, which works at it; that must not be refused.
    func finish(_ run: Run, _ state: Run.State, problem: Run.Problem? = nil, at time: Date) async throws {
        try #require(try await finish(run.id, holder: "1", state: state, problem: problem, at: time))
    }

    /// Stores entries that must not be refused.
    func save(_ entries: [ExportEntry], of account: Account.ID, run: Run) async throws {
        for entry in entries { try #require(try await save(entry, of: account, run: run)) }
    }
}

/// Expects that an operation says that there is no such account.
func expectUnknown(
    _ account: Account.ID,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ operation: () async throws -> some Sendable
) async {
    await #expect(sourceLocation: sourceLocation) {
        try await operation()
    } throws: { error in
        if case StoreError.unknownAccount(account) = error { true } else { false }
    }
}
