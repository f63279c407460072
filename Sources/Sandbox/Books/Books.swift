import Foundation

/// The name of a table: whose it is, and what it holds.
package struct TableName: Hashable, Sendable {
    let path: String

    static func visma(_ company: String, _ table: String) -> TableName { TableName(path: "visma/\(company)/\(table)") }

    static func outSmart(_ account: String, _ table: String) -> TableName {
        TableName(path: "outsmart/\(account)/\(table)")
    }

    static func identity(_ table: String) -> TableName { TableName(path: "identity/\(table)") }
}

/// Everything both vendors hold, and what the current call has changed in it.
///
/// Whatever changes goes through ``put(_:at:in:posted:)`` and ``remove(_:from:)``, so the journal sees it.
struct Books: Sendable {
    private(set) var tables: [TableName: Table] = [:]
    /// The changes since ``takeChanges()``, for the journal.
    private var changes: [JSON] = []
    /// Whether changes are kept for a journal at all.
    var isJournaled = false
    /// Whether rows that arrive are stored as text: slower to read, a fraction of the memory.
    var isPacked = false

    subscript(name: TableName) -> Table { tables[name] ?? Table() }

    /// The row of that key.
    func row(_ key: String, in name: TableName) -> JSONObject? { tables[name]?[key]?.object }

    /// Replaces a table: the seed does, before there is a journal.
    mutating func set(_ table: Table, as name: TableName) { tables[name] = table }

    /// Adds or replaces a row.
    ///
    /// - Parameters:
    ///   - row: The whole row.
    ///   - key: Its key in the table.
    ///   - name: The table.
    ///   - posted: Whether a caller of the API posted it, which is counted.
    mutating func put(_ row: JSONObject, at key: String, in name: TableName, posted: Bool = false) {
        tables[name, default: Table(isPacked: isPacked)].put(row, at: key)
        if posted { tables[name]?.countPost(at: key) }
        guard isJournaled else { return }
        var change: JSONObject = ["table": .string(name.path), "key": .string(key), "row": .object(row)]
        if posted { change["posted"] = true }
        changes.append(.object(change))
    }

    mutating func remove(_ key: String, from name: TableName) {
        tables[name]?.remove(key)
        guard isJournaled else { return }
        changes.append(["table": .string(name.path), "key": .string(key)])
    }

    /// Hands over what changed since the last time.
    mutating func takeChanges() -> [JSON] {
        defer { changes = [] }
        return changes
    }

    /// Carries out a change that the journal kept.
    mutating func replay(_ change: JSONObject) {
        let name = TableName(path: change.text("table"))
        let key = change.text("key")
        if case .object(let row) = change["row"] {
            put(row, at: key, in: name, posted: change["posted"] == true)
        } else {
            remove(key, from: name)
        }
    }

    /// The next number of a series, which starts after `start`.
    mutating func nextNumber(_ series: String, after start: Int) -> Int {
        let name = TableName.identity("numbers")
        let number = (row(series, in: name)?["last"]?.int ?? start) + 1
        put(["last": .int(number)], at: series, in: name)
        return number
    }
}
