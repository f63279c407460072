import Foundation
import RemoteAPI
import Sandbox
import Synchronization
import TestSupport

/// A client of the sandbox's Visma that writes its own bodies and keeps every answer.
struct VismaVisitor: Sendable {
    let sandbox: VendorSandbox
    let address: String
    var token: String
    let diary: Diary

    /// What went over the wire, from all copies of a visitor.
    final class Diary: Sendable {
        private let kept = Mutex<[Exchange]>([])

        var exchanges: [Exchange] { kept.withLock(\.self) }

        func note(_ exchange: Exchange) { kept.withLock { $0.append(exchange) } }
    }

    /// Why a tour can't go on.
    struct Lost: Error, CustomStringConvertible {
        let description: String
    }

    /// The identifier of nothing.
    static let nothing = "00000000-0000-4000-8000-000000000000"

    private static let transport = Transport.live()

    /// What a tour has to know of an answer to go on.
    struct Answer: Decodable, Sendable {
        struct Record: Decodable, Sendable { var id: String }
        struct Meta: Decodable, Sendable { var totalNumberOfPages: Int }

        var id: String?
        var meta: Meta?
        var data: [Record]?
    }

    /// Sends a request and returns what was answered; nothing where that is no JSON.
    @discardableResult
    func send(
        _ method: String,
        _ path: String,
        _ body: JSON? = nil,
        query: KeyValuePairs<String, String> = [:]
    ) async throws -> Answer {
        var url = RequestURL(base: address, path: "/v2/\(path)")
        for (name, value) in query { url.append(name, value) }
        var call = Transport.Call(method: method, route: "\(method) \(path)", url: url)
        call.authorization = token.isEmpty ? nil : Secret("Bearer \(token)")
        if let body {
            call.headers = [("Content-Type", "application/json")]
            call.body = Data(body.bytes)
        }
        let reply = try await Self.transport.send(call)
        diary.note(Exchange(call, reply))
        return (try? WireJSON.decode(from: reply.body)) ?? Answer()
    }

    /// Makes something and returns its identifier.
    func make(_ path: String, _ body: JSON) async throws -> String {
        guard let id = try await send("POST", path, body).id else {
            throw Lost(description: "POST \(path) made nothing")
        }
        return id
    }

    /// Returns the identifier of the record whose member is of a value.
    func id(of member: String, _ value: JSON, in list: String) throws -> JSON {
        guard let record = sandbox.vismaRows(list).first(where: { $0[member] == value }) else {
            throw Lost(description: "no record of \(list) has \(member) \(value.text)")
        }
        return .string(record.text("Id"))
    }
}
