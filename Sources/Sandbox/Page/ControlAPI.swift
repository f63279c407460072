import Foundation
import MicroHTTP

/// The sandbox's own API, for test programs outside of this process, on Visma's port.
///
/// | call | does |
/// | --- | --- |
/// | `GET /sandbox/visma/{table}` | all rows of a table; the company is `?of=eriksson` unless said otherwise |
/// | `GET /sandbox/outsmart/{table}` | the same on OutSmart's side |
/// | `POST /sandbox/visma/{table}/{id}` | changes or adds a row as a user would: the members given, null empties one |
/// | `POST /sandbox/outsmart/{table}/{key}` | the same on OutSmart's side |
/// | `DELETE /sandbox/visma/{table}/{id}` | deletes a row; likewise `outsmart` |
/// | `POST /sandbox/visma/customerinvoicedrafts/{id}/book` | makes an invoice of a draft; likewise `orders` |
/// | `POST /sandbox/visma/customerinvoices/{id}/pay` | notes that an invoice was paid in full |
/// | `GET /sandbox/posts/{side}/{table}` | how often each row was posted through the API, by its key |
/// | `GET /sandbox/calls` | `counts` by method and route, and the `newest` calls (`?limit=100`) |
/// | `POST /sandbox/faults` | `{"fault", "method", "path", "count", …}`: something goes wrong with the next calls |
/// | `POST /sandbox/tokens/expire` | ends all access tokens; with `{"refreshTokens": true}` the consent too |
///
/// A fault is `lost`, `status` (with `status`), `vendorError` (with `code`), `truncated`, `delayed` (with
/// `milliseconds`), `throttled` (with `seconds`) or `unauthorized`; the first three take `"when": "before"` or
/// `"after"` the effect. `path` is how the path begins, `method` may be `*`, `count` is 1 unless it is given.
struct ControlAPI {
    let sandbox: VendorSandbox

    /// Answers a call below `/sandbox/`.
    func answer(_ request: Request, _ path: ArraySlice<String>) -> Response {
        do {
            return try respond(request, Array(path))
        } catch let refusal as VendorSandbox.Refusal {
            return .json(["error": .string(refusal.description), "code": .int(refusal.code)], status: 409)
        } catch is JSONSyntaxError {
            return .json(["error": "The body is not JSON."], status: 400)
        } catch {
            return .json(["error": .string("\(error)")], status: 500)
        }
    }

    private func respond(_ request: Request, _ path: [String]) throws -> Response {
        let owner = request.query["of"] ?? sandbox.companies.first?.id ?? ""
        switch (request.method, path.count) {
        case ("GET", 1) where path[0] == "calls":
            return calls(limit: request.query["limit"].flatMap { Int($0) } ?? 100)
        case ("POST", 1) where path[0] == "faults":
            guard let object = try JSON(parsing: request.body).object, let fault = DeclaredFault(object) else {
                return .json(["error": "The fault is not known, or a member is missing."], status: 422)
            }
            sandbox.withState { $0.faults.append(fault) }
            return Response(status: 204)
        case ("POST", 2) where path == ["tokens", "expire"]:
            let body = request.body.isEmpty ? nil : try JSON(parsing: request.body).object
            try sandbox.expireTokens(refreshTokens: body?["refreshTokens"] == true)
            return Response(status: 204)
        case ("GET", 3) where path[0] == "posts":
            guard let name = TableName(side: path[1], owner: owner, table: path[2]) else {
                return Response(status: 404)
            }
            return .json(
                .object(JSONObject(sandbox.posts(name).sorted { $0.key < $1.key }.map { ($0.key, .int($0.value)) }))
            )
        case ("POST", 4) where path[0] == "visma":
            switch (path[1], path[3]) {
            case ("customerinvoicedrafts", "book"):
                return .json(.object(try sandbox.bookDraft(path[2], company: owner)))
            case ("orders", "book"): return .json(.object(try sandbox.bookOrder(path[2], company: owner)))
            case ("customerinvoices", "pay"): return .json(.object(try sandbox.payInvoice(path[2], company: owner)))
            default: return Response(status: 404)
            }
        default:
            guard path.count == 2 || path.count == 3,
                let name = TableName(side: path[0], owner: owner, table: path[1])
            else { return Response(status: 404) }
            return try table(name, key: path.count == 3 ? path[2] : nil, request)
        }
    }

    private func table(_ name: TableName, key: String?, _ request: Request) throws -> Response {
        switch (request.method, key) {
        case ("GET", nil):
            return .json(.array(sandbox.withState { $0.books[name].all.map { .object($0.row.object) } }))
        case ("GET", let key?):
            let row = sandbox.withState { $0.books.row(key, in: name) }
            return row.map { .json(.object($0)) } ?? Response(status: 404)
        case ("POST", let key?):
            guard let patch = try JSON(parsing: request.body).object else {
                return .json(["error": "The body is not an object."], status: 422)
            }
            return .json(.object(try sandbox.edit(name, key, patch)))
        case ("DELETE", let key?):
            return Response(status: try sandbox.delete(name, key) ? 204 : 404)
        default:
            return Response(status: 405, headers: ["Allow": key == nil ? "GET" : "GET, POST, DELETE"])
        }
    }

    private func calls(limit: Int) -> Response {
        let calls = sandbox.calls
        let counts = calls.counts.sorted { $0.key < $1.key }.map { ($0.key, JSON.int($0.value)) }
        return .json([
            "counts": .object(JSONObject(counts)),
            "newest": .array(calls.newest.suffix(max(0, limit)).reversed().map { .object($0.json) }),
        ])
    }
}

extension TableName {
    /// A table by the words of a path.
    init?(side: String, owner: String, table: String) {
        guard side == "visma" || side == "outsmart", !owner.contains("/"), !table.contains("/") else { return nil }
        self = side == "visma" ? .visma(owner, table) : .outSmart(owner, table)
    }
}
