import Domain
import Foundation
import GRDB

// What is told to an account's webhook, in the transaction of what it tells of.

extension Database {
    /// Announces how a run ended, if that is trouble which is new.
    func announceEnd(of run: Run.ID, at time: Date) throws {
        let row = try Row.fetchOne(
            cachedStatement(sql: "SELECT * FROM run WHERE id = ?"),
            arguments: [run.rawValue]
        )
        guard let row else { return }
        let ended = try Run(row: row, self)
        // Whoever cancelled it knows, and it says nothing about the next one.
        guard ended.state != .cancelled else { return }
        let scopes: String = row["scopes"]
        let url = try settings(of: ended.account).notifications.webhookURL
        guard let url, let kind = ended.announcementKind else {
            return try execute(
                sql: "DELETE FROM announcedTrouble WHERE account = ? AND scopes = ?",
                arguments: [ended.account.rawValue, scopes]
            )
        }
        guard ended.problem?.code != .authExpired else { return }
        // A new address has heard nothing yet.
        let trouble = "\(url) \(ended.trouble)"
        try execute(
            sql: """
                INSERT INTO announcedTrouble (account, scopes, trouble) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET trouble = excluded.trouble WHERE trouble <> excluded.trouble
                """,
            arguments: [ended.account.rawValue, scopes, trouble]
        )
        guard changesCount == 1 else { return }
        try insertAnnouncement(kind, of: ended.account, run: run, at: time)
    }

    /// Announces that someone has to connect again.
    func announceExpiry(of account: Account.ID, at time: Date) throws {
        guard try settings(of: account).notifications.webhookURL != nil else { return }
        try insertAnnouncement(.connectionExpired, of: account, run: nil, at: time)
    }

    private func insertAnnouncement(
        _ kind: Announcement.Kind,
        of account: Account.ID,
        run: Run.ID?,
        at time: Date
    ) throws {
        try execute(
            sql: "INSERT INTO announcement (id, account, kind, run, time, dueAt) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                "msg_\(UUID().uuidString.lowercased())", account.rawValue, kind.rawValue, run?.rawValue,
                time.milliseconds, time.milliseconds,
            ]
        )
    }
}

extension Run {
    fileprivate var announcementKind: Announcement.Kind? {
        switch state {
        case .failed: .runFailed
        case .partial: .runPartial
        case .queued, .running, .succeeded, .cancelled: nil
        }
    }

    /// What makes this trouble another one than that of the run before.
    fileprivate var trouble: String {
        let steps = steps.filter { $0.state == .failed || $0.state == .partial }
            .map { "\($0.scope.rawValue) \($0.state.rawValue) \($0.counts.failed)" }
        return ([state.rawValue, problem?.code.rawValue ?? "-"] + steps).joined(separator: ", ")
    }
}

extension Announcement {
    init(row: Row) throws {
        self.init(
            id: ID(row["id"]),
            account: Account.ID(row["account"]),
            kind: try row.word("kind").orUnreadable(),
            run: (row["run"] as String?).map(Run.ID.init(_:)),
            time: try row.date("time").orUnreadable(),
            attempts: row["attempts"]
        )
    }
}
