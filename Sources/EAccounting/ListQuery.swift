package import Foundation
import RemoteAPI

/// Which rows of a list to read.
///
/// Visma refuses a filter that it does not know with code 6000 or 6001, which arrives as
/// ``RemoteAPI/RemoteAPIError/refused(_:)``.
package struct ListQuery: Sendable, Equatable {
    /// Only rows that changed after this moment.
    package var changedAfter: Date?
    /// A condition in Visma's OData subset; joined to ``changedAfter`` with `and`.
    package var filter: String?
    /// Such as `CreatedUtc desc`.
    package var orderBy: String?
    /// Rows per page, 1 to 1000.
    package var pageSize: Int

    package init(
        changedAfter: Date? = nil,
        filter: String? = nil,
        orderBy: String? = nil,
        pageSize: Int = 1000
    ) {
        self.changedAfter = changedAfter
        self.filter = filter
        self.orderBy = orderBy
        self.pageSize = pageSize
    }

    /// Returns the query items of one page.
    ///
    /// - Parameters:
    ///   - page: The page, from 1.
    ///   - changedField: The list's own name for when a row changed, or `nil` where it has none.
    /// - Returns: Names and values, not encoded.
    func items(page: Int, changedField: String?) -> [(String, String)] {
        var conditions: [String] = []
        if let changedAfter, let changedField { conditions.append("\(changedField) gt \(changedAfter.wire)") }
        if let filter { conditions.append(conditions.isEmpty ? filter : "(\(filter))") }
        var items = [("$page", String(page)), ("$pagesize", String(pageSize))]
        if !conditions.isEmpty { items.append(("$filter", conditions.joined(separator: " and "))) }
        if let orderBy { items.append(("$orderby", orderBy)) }
        return items
    }
}

extension String {
    /// This text as a string in a `$filter`, quotation marks doubled.
    package var odataLiteral: String { "'" + replacingOccurrences(of: "'", with: "''") + "'" }
}

extension EAccountingClient {
    /// Returns a list, page by page.
    func pages<Element: Decodable & Sendable>(
        of path: String,
        changedField: String? = nil,
        _ query: ListQuery,
        extra: [(String, String)] = []
    ) -> Pages<Page<Element>> {
        Pages { page async throws(RemoteAPIError) in
            try await call(endpoint("GET", path, query: query.items(page: page, changedField: changedField) + extra))
        }
    }

    /// Returns the rows of a list that is known to be short, such as units.
    func all<Element: Decodable & Sendable>(of path: String) async throws(RemoteAPIError) -> [Element] {
        var rows: [Element] = []
        let pages: Pages<Page<Element>> = pages(of: path, ListQuery())
        let iterator = pages.makeAsyncIterator()
        while let page = try await iterator.next() { rows += page.rows }
        return rows
    }

    /// Returns the rows of a list's first page that match a condition.
    func rows<Element: Decodable & Sendable>(of path: String, where filter: String) async throws(RemoteAPIError)
        -> [Element]
    {
        let query = ListQuery(filter: filter, pageSize: 100)
        let page: Page<Element> = try await call(endpoint("GET", path, query: query.items(page: 1, changedField: nil)))
        return page.rows
    }
}
