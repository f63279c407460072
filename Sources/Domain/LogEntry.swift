package import Foundation

/// Something that a person should be able to find again.
package struct LogEntry: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable { case debug, info, warning, error }

    /// Grows with time; 0 until the entry is stored.
    package var id: Int64
    package var time: Date
    package var account: Account.ID
    package var run: Run.ID?
    package var level: Level
    package var scope: Scope?
    /// The record as its users call it, such as `WO 2026-0117` or `Customer 10042`.
    package var record: String?
    package var code: Code?
    /// What happened, with the vendor's own words where there are any.
    package var message: String
    /// Facts for support, such as Visma's `ErrorId`, and never secrets.
    package var detail: [String: String]

    package init(
        id: Int64 = 0,
        time: Date,
        account: Account.ID,
        run: Run.ID? = nil,
        level: Level,
        scope: Scope? = nil,
        record: String? = nil,
        code: Code? = nil,
        message: String,
        detail: [String: String] = [:]
    ) {
        self.id = id
        self.time = time
        self.account = account
        self.run = run
        self.level = level
        self.scope = scope
        self.record = record
        self.code = code
        self.message = message
        self.detail = detail
    }

    /// Which entries to show.
    package struct Filter: Hashable, Sendable {
        package var level: Level?
        package var scope: Scope?
        package var record: String?
        package var run: Run.ID?
        package var code: Code?
        /// What stands in the record's name, whatever the case of A to Z.
        package var recordText: String?
        /// Whether what is there for debugging is left out.
        package var isForPeople: Bool

        package init(
            level: Level? = nil,
            scope: Scope? = nil,
            record: String? = nil,
            run: Run.ID? = nil,
            code: Code? = nil,
            recordText: String? = nil,
            isForPeople: Bool = false
        ) {
            self.level = level
            self.scope = scope
            self.record = record
            self.run = run
            self.code = code
            self.recordText = recordText
            self.isForPeople = isForPeople
        }

        /// Whether an entry passes.
        package func passes(_ entry: LogEntry) -> Bool {
            (level == nil || level == entry.level) && (scope == nil || scope == entry.scope)
                && (record == nil || record == entry.record) && (run == nil || run == entry.run)
                && (code == nil || code == entry.code) && (!isForPeople || entry.level != .debug)
                && (recordText.map { entry.record?.range(of: $0, options: .caseInsensitive) != nil } ?? true)
        }
    }
}
