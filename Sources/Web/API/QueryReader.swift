import Domain
import Foundation
import MicroHTTP

/// The query of a call, read parameter by parameter; every fault is collected.
struct QueryReader {
    private let query: Form
    /// Whether an empty value says nothing, as in the forms of pages.
    private let ignoresEmpty: Bool
    private var known: Set<String> = []
    private var faults: [Problem.Field] = []

    init(_ query: Form, ignoresEmpty: Bool = false) {
        self.query = query
        self.ignoresEmpty = ignoresEmpty
    }

    private mutating func text(_ name: String) -> String? {
        known.insert(name)
        return query[name].flatMap { ignoresEmpty && $0.isEmpty ? nil : $0 }
    }

    /// What someone typed to search for, without the space around it.
    mutating func search(_ name: String) -> String? {
        guard let text = text(name)?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
        if text.count <= 100 { return text }
        faults.append(.init(name: name, fault: .tooManyCharacters(100)))
        return nil
    }

    mutating func number(_ name: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let text = text(name) else { return nil }
        if let number = Int64(text), range.contains(number) { return number }
        faults.append(.init(name: name, fault: .noWholeNumber(range)))
        return nil
    }

    mutating func date(_ name: String) -> Date? {
        guard let text = text(name) else { return nil }
        if let date = Timestamp.date(text) { return date }
        faults.append(.init(name: name, fault: .noDate))
        return nil
    }

    /// The place of an entry in the list of exports: its time, or its time and work order with a comma between them.
    ///
    /// Without the work order, entries that changed in the same millisecond are passed over.
    mutating func exportPosition(_ name: String) -> ExportPosition? {
        guard let text = text(name) else { return nil }
        let halves = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if let date = halves.first.flatMap(Timestamp.date) {
            return ExportPosition(updatedAt: date, workOrder: halves.count > 1 ? halves[1] : "")
        }
        faults.append(.init(name: name, fault: .noDate))
        return nil
    }

    mutating func choice<Choice: RawRepresentable>(_ name: String, of choices: [Choice]) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(name) else { return nil }
        if let choice = choices.first(where: { $0.rawValue == text }) { return choice }
        faults.append(.init(name: name, fault: .notOneOf(choices.map(\.rawValue))))
        return nil
    }

    /// The levels of what people can look up.
    static let levels: [LogEntry.Level] = [.info, .warning, .error]

    mutating func logFilter() -> LogEntry.Filter {
        LogEntry.Filter(
            level: choice("level", of: Self.levels),
            scope: choice("scope", of: Scope.allCases),
            record: text("record"),
            run: text("run").map { Run.ID($0) },
            code: choice("code", of: LogEntry.Code.allCases)
        )
    }

    /// The filter of the pages, where a part of the record's name is enough.
    mutating func pageLogFilter() -> LogEntry.Filter {
        LogEntry.Filter(
            level: choice("level", of: [.info, .warning, .error]),
            scope: choice("scope", of: Scope.allCases),
            run: text("run").map { Run.ID($0) },
            code: choice("code", of: LogEntry.Code.allCases),
            recordText: search("record"),
            isForPeople: true
        )
    }

    /// Refuses the query when anything about it was wrong, or when it has parameters that nobody asked for.
    func finish() throws(Problem) {
        let unknown = query.filter { !known.contains($0.name) }.map { Problem.Field(name: $0.name, fault: .unknown) }
        if !(faults + unknown).isEmpty { throw .invalid(faults + unknown) }
    }
}
