import Domain
import MicroHTTP

/// What a page of the log shows, as it stands in the address.
struct LogQuery: Sendable {
    var filter: LogEntry.Filter
    /// The entries before that identifier; `nil` for the newest.
    var before: Int64?

    init(filter: LogEntry.Filter = .init(isForPeople: true), before: Int64? = nil) {
        (self.filter, self.before) = (filter, before)
    }

    /// Reads the query of a page.
    ///
    /// - Throws: What can't be understood, parameter by parameter.
    init(_ query: Form) throws(Problem) {
        var reader = QueryReader(query, ignoresEmpty: true)
        self.init(filter: reader.pageLogFilter(), before: reader.number("before", in: 1...Int64.max))
        try reader.finish()
    }

    /// Whether every entry is shown.
    var isWhole: Bool { filter == LogEntry.Filter(isForPeople: true) }

    /// The link to these entries, at a path of the log.
    func link(to path: String) -> String { parameters.added(to: path) }

    /// The same, with the part of a page that listens to the log.
    func events(of account: Account.ID, after id: Int64) -> String {
        var parameters = parameters
        parameters.add("view", "log")
        parameters.add("after", "\(id)")
        return parameters.added(to: Path.events(account))
    }

    private var parameters: Query {
        var query = Query()
        query.add("level", filter.level?.rawValue)
        query.add("scope", filter.scope?.rawValue)
        query.add("record", filter.recordText)
        query.add("code", filter.code?.rawValue)
        query.add("run", filter.run?.rawValue)
        query.add("before", before.map { "\($0)" })
        return query
    }
}
