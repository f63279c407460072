import MicroHTTP

/// A refusal in OutSmart's envelope, which always comes with HTTP status 200.
struct OutSmartError: Error, Equatable {
    let code: Int
    let messages: [String]

    init(code: Int, _ messages: String...) {
        self.code = code
        self.messages = messages
    }

    init(code: Int, messages: [String]) {
        self.code = code
        self.messages = messages
    }

    static let noEndpoint = OutSmartError(code: 1000, "No endpoint in url")
    static let unknownEndpoint = OutSmartError(code: 1001, "Unknown endpoint")
    static let tokenMissing = OutSmartError(code: 1002, "Token missing")
    static let softwareTokenMissing = OutSmartError(code: 1003, "Software token missing")
    static let clientUnauthorized = OutSmartError(code: 1004, "Client token unauthorised")
    static let softwareUnauthorized = OutSmartError(code: 1005, "Software token unauthorised")
    static let noBody = OutSmartError(code: 1008, "Unable to fetch body")
    static let badBody = OutSmartError(code: 1009, "Unable to parse body")
    static let notFound = OutSmartError(code: 1500, "Workorder not found")
    static let noData = OutSmartError(code: 1502, "No data to update")
    static let nothingChanged = OutSmartError(code: 1503, "No data changed")

    static let badDate = "Date invalid. Format: 20-02-2016"
    static let badTime = "Time invalid. Format: 07:08"

    static func missing(_ field: String) -> String { "Required field missing: \(field)" }

    var response: Response { .envelope(nil, code: code, messages: messages) }
}

extension Response {
    /// An answer in OutSmart's envelope.
    static func envelope(_ content: JSON, code: Int = 200, messages: [String] = []) -> Response {
        .json(["code": .int(code), "messages": .array(messages.map(JSON.string)), "response": content])
    }
}
