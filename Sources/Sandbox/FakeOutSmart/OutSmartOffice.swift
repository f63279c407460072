import Foundation
import MicroHTTP

/// One account at the sandbox's OutSmart, during one call.
struct OutSmartOffice {
    var books: Books
    let account: String
    let now: Date

    func table(_ name: String) -> TableName { .outSmart(account, name) }

    /// Carries a call out.
    mutating func answer(_ endpoint: String, _ request: Request) throws(OutSmartError) -> Response {
        let base = "http://" + (request.headers["Host"] ?? "localhost")
        switch (request.method, endpoint) {
        case ("POST", "PostWorkorders"): return .envelope(try postWorkOrders(request))
        case ("GET", "GetWorkorder"): return .envelope(try workOrder(request.query, base: base))
        case ("GET", "GetWorkorders"): return .envelope(try workOrders(request.query, base: base))
        case ("GET", "UpdateWorkorder"): return .envelope(try updateWorkOrder(request.query))
        case ("POST", "UpdateWorkorder"): return .envelope(try updateMaterials(request))
        default: break
        }
        guard let entity = OutSmartEntity.all.first(where: { $0.name == endpoint }) else { throw .unknownEndpoint }
        switch request.method {
        case "GET": return try list(entity, request.query)
        case "POST": return .envelope(try upsert(entity, Self.rows(of: request)))
        default: throw .unknownEndpoint
        }
    }

    /// The rows of a body: a list, or a single one.
    static func rows(of request: Request) throws(OutSmartError) -> [JSONObject] {
        guard !request.body.isEmpty else { throw .noBody }
        switch try? JSON(parsing: request.body) {
        case .array(let items):
            let rows = items.compactMap(\.object)
            guard rows.count == items.count else { throw .badBody }
            return rows
        case .object(let row): return [row]
        default: throw .badBody
        }
    }

    // MARK: - Entities

    /// Inserts or updates every row, or none when one of them is refused.
    private mutating func upsert(_ entity: OutSmartEntity, _ rows: [JSONObject]) throws(OutSmartError) -> JSON {
        for row in rows {
            if let complaint = entity.complaint(about: row) { throw complaint }
        }
        let table = table(entity.name)
        for row in rows {
            let key = row.text(entity.key)
            let existing = books.row(key, in: table)
            let id = existing == nil ? books[table].count + 1 : 0
            books.put(entity.row(row, over: existing, id: id), at: key, in: table, posted: true)
        }
        return .int(rows.count)
    }

    /// All rows that the filters leave: there is no paging.
    private func list(_ entity: OutSmartEntity, _ query: Form) throws(OutSmartError) -> Response {
        let filters = try OutSmartFilter.filters(of: query)
        let ignored = entity.ignoresFilters
        for filter in filters where !ignored && filter.key != "id" && !entity.columns.contains(filter.key) {
            throw OutSmartError(code: entity.code, "Key \(filter.key) not allowed")
        }
        // Rows are written as they lie: a list of all relations of a large account is long.
        var bytes = Array("{\"code\":200,\"messages\":[],\"response\":[".utf8)
        var isFirst = true
        for (_, row) in books[table(entity.name)].all
        where ignored || filters.allSatisfy({ $0.matches(row[$0.key] ?? .null) }) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            row.write(to: &bytes)
        }
        bytes.append(contentsOf: "]}".utf8)
        return Response(
            status: 200,
            headers: ["Content-Type": "application/json; charset=utf-8"],
            body: .bytes(bytes)
        )
    }
}
