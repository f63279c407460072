import Foundation
import MicroHTTP

extension VismaOffice {
    /// Answers with one page of a list: `$page`, `$pagesize`, `$filter`, `$orderby`, `$select`.
    ///
    /// - Parameters:
    ///   - resource: The list.
    ///   - call: The call.
    ///   - restriction: A further condition, for the queries that some lists have of their own.
    /// - Returns: The page.
    /// - Throws: ``VismaError`` with code 6000 or 6001.
    func list(
        _ resource: VismaResource,
        _ call: VismaCall,
        where restriction: VismaFilter? = nil
    ) throws(VismaError) -> Response {
        let query = call.request.query
        let page = try number("$page", of: query, default: 1, within: 1...Int(Int32.max))
        let size = try number("$pagesize", of: query, default: 50, within: 1...1000)
        var filter = restriction
        if let text = query["$filter"] {
            let own = try VismaFilter(text, on: resource, refused: options.refusedFilters)
            filter = filter.map { .both($0, own) } ?? own
        }
        let table = rows(resource)
        var total = table.count
        var items: [Row]
        let order = try query["$orderby"].map { text throws(VismaError) in try ordering(text, of: resource) }
        if filter == nil, order == nil {
            items = table.slice(from: (page - 1) * size, limit: size)
        } else {
            items = table.all.map(\.row).filter { row in filter?.matches { row[$0] } ?? true }
            if let order { items.sort(by: order) }
            total = items.count
            items = Array(items.dropFirst((page - 1) * size).prefix(size))
        }
        let selected = try query["$select"].map { text throws(VismaError) in try selection(text, of: resource) }
        return response(items, selected: selected, page: page, size: size, total: total)
    }

    private func response(_ items: [Row], selected: [String]?, page: Int, size: Int, total: Int) -> Response {
        let meta: JSON = [
            "CurrentPage": .int(page), "PageSize": .int(size),
            "TotalNumberOfPages": .int((total + size - 1) / size), "TotalNumberOfResults": .int(total),
            "ServerTimeUtc": stamp,
        ]
        var bytes = Array("{\"Meta\":".utf8)
        meta.write(to: &bytes)
        bytes.append(contentsOf: ",\"Data\":[".utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if let selected {
                JSON.object(JSONObject(selected.map { ($0, item[$0] ?? .null) })).write(to: &bytes)
            } else {
                item.write(to: &bytes)
            }
        }
        bytes.append(contentsOf: "]}".utf8)
        return Response(
            status: 200,
            headers: ["Content-Type": "application/json; charset=utf-8"],
            body: .bytes(bytes)
        )
    }

    private func number(
        _ name: String,
        of query: Form,
        default value: Int,
        within range: ClosedRange<Int>
    ) throws(VismaError) -> Int {
        guard let text = query[name] else { return value }
        guard let number = Int(text) else { throw .badQuery("\(name) is not a number.") }
        guard range.contains(number) else {
            throw .badInput("\(name) must be in \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    private func selection(_ text: String, of resource: VismaResource) throws(VismaError) -> [String] {
        let names = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        for name in names where !resource.schema.contains(name) {
            throw .badQuery("Could not find a property named '\(name)'.")
        }
        return names
    }

    /// Reads `Field`, `Field asc` or `Field desc`.
    private func ordering(_ text: String, of resource: VismaResource) throws(VismaError) -> (Row, Row) -> Bool {
        let words = text.split(separator: " ")
        guard let name = words.first.map(String.init), resource.schema.contains(name), words.count <= 2,
            words.count == 1 || ["asc", "desc"].contains(words[1])
        else { throw .badQuery("The query specified in the URI is not valid: \(text)") }
        let descends = words.last == "desc"
        return { left, right in
            let (first, second) = descends ? (right, left) : (left, right)
            return Self.precedes(first[name] ?? .null, second[name] ?? .null)
        }
    }

    private static func precedes(_ left: JSON, _ right: JSON) -> Bool {
        if case .number = left, case .number = right {
            return (left.decimal ?? 0) < (right.decimal ?? 0)
        }
        return left.text < right.text
    }
}
