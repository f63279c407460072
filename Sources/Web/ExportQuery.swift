import Domain
import Foundation
import MicroHTTP

/// What the list of exported work orders shows, as it stands in the address.
struct ExportQuery: Sendable {
    /// The only state that is shown; `nil` for all.
    var state: ExportEntry.State?
    /// What stands in the number.
    var search: String?
    /// Where the page begins; `nil` for the newest.
    var before: ExportPosition?

    init(state: ExportEntry.State? = nil, search: String? = nil, before: ExportPosition? = nil) {
        (self.state, self.search, self.before) = (state, search, before)
    }

    /// Reads the query of a page.
    ///
    /// - Throws: What can't be understood, parameter by parameter.
    init(_ query: Form) throws(Problem) {
        var reader = QueryReader(query, ignoresEmpty: true)
        self.init(&reader)
        try reader.finish()
    }

    /// Reads what can be understood, and passes over the rest.
    init(ofPart query: Form) {
        var reader = QueryReader(query, ignoresEmpty: true)
        self.init(&reader)
    }

    private init(_ reader: inout QueryReader) {
        self.init(
            state: reader.choice("state", of: ExportEntry.State.allCases),
            search: reader.search("q"),
            before: reader.exportPosition("before")
        )
    }

    /// The link to this part of the list.
    func link(of account: Account.ID) -> String { parameters.added(to: Path.exports(account)) }

    /// Where a page that shows this listens.
    func events(of account: Account.ID) -> String {
        var parameters = parameters
        parameters.add("view", "exports")
        return parameters.added(to: Path.events(account))
    }

    private var parameters: Query {
        var query = Query()
        query.add("state", state?.rawValue)
        query.add("q", search)
        query.add("before", before.map { "\(Timestamp.text($0.updatedAt)),\($0.workOrder)" })
        return query
    }
}
