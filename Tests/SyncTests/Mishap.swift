import Sandbox
import Testing

/// Something that goes wrong once in a sync, and with which call.
struct Mishap: CustomTestStringConvertible, Sendable {
    var fault: Fault
    var method: String
    var path: String

    var testDescription: String { "\(fault) at \(method) \(path)" }

    private static let gateway: [Fault] = [
        .lost(.before), .lost(.after), .status(500, .before), .status(500, .after), .status(502, .before),
        .status(503, .after), .truncated,
    ]

    /// Everything at every call of a first import that has to renew its token.
    static let all: [Mishap] =
        (gateway + [.vendorError(5000, .before), .vendorError(5002, .after), .throttled(seconds: 55), .unauthorized])
        .map { Mishap(fault: $0, method: "GET", path: "/v2/customers") }
        + (gateway + [.vendorError(1007, .before), .vendorError(1007, .after), .throttled(seconds: 55), .unauthorized])
        .map { Mishap(fault: $0, method: "POST", path: "/openapi/8/relations") }
        + gateway.map { Mishap(fault: $0, method: "POST", path: "/connect/token") }
}
