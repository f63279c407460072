import Foundation
import MicroHTTP

/// An answer, and what the call log says about it.
struct VendorReply {
    var response = Response(status: 404)
    /// The path with identifiers left out.
    var route: String
    var account = ""
    /// The vendor's own code.
    var code: Int?

    /// Puts the fault's answer in place of the real one.
    mutating func spoil(with fault: Fault, at side: Vendor.Side) {
        switch fault {
        case .lost, .truncated, .delayed: break
        case .status(let status, _):
            let page = "<html><head><title>\(status)</title></head><body>The gateway cannot answer.</body></html>"
            response = Response(status: status, headers: ["Content-Type": "text/html"], body: .text(page))
            code = nil
        case .vendorError(let code, _):
            response = Self.error(code, status: 500, side: side)
            self.code = code
        case .throttled(let seconds):
            response =
                side == .visma
                ? VismaError.tooManyRequests(limit: 600, seconds: seconds).response
                : Response(status: 429, headers: ["Content-Type": "text/plain"], body: .text("Too many requests"))
            code = side == .visma ? 4010 : nil
        case .unauthorized:
            response = side == .visma ? VismaError.unauthorized.response : OutSmartError.clientUnauthorized.response
            code = side == .visma ? 4005 : 1004
        }
    }

    private static func error(_ code: Int, status: UInt32, side: Vendor.Side) -> Response {
        switch side {
        case .visma: VismaError(status: status, code: code, "An unexpected error occurred.").response
        case .outSmart: OutSmartError(code: code, "Uncaught server error").response
        }
    }
}

extension Response.Body {
    static func text(_ text: String) -> Response.Body { .bytes(Array(text.utf8)) }
}

extension Response {
    /// A JSON answer.
    static func json(_ value: JSON, status: UInt32 = 200) -> Response {
        Response(
            status: status,
            headers: ["Content-Type": "application/json; charset=utf-8"],
            body: .bytes(value.bytes)
        )
    }

    /// The body of an answer that is whole in memory.
    var bytes: [UInt8] { if case .bytes(let bytes) = body { bytes } else { [] } }
}

extension DeclaredFault {
    func matches(_ request: Request) -> Bool {
        (method == "*" || method == request.method) && request.path.hasPrefix(pathPrefix)
    }
}
