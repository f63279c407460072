import Foundation
import MicroHTTP

/// A refusal in the form of Visma's API.
struct VismaError: Error {
    /// What is wrong with one field.
    struct Field: Equatable {
        /// Its path, such as `Rows[0].ArticleId`.
        let name: String
        let message: String
    }

    let status: UInt32
    let code: Int
    let message: String
    let fields: [Field]

    init(status: UInt32 = 400, code: Int, _ message: String, fields: [Field] = []) {
        self.status = status
        self.code = code
        self.message = message
        self.fields = fields
    }

    static func invalid(_ fields: [Field]) -> VismaError {
        VismaError(code: 2000, "Data model validation failed.", fields: fields)
    }

    static func invalid(_ field: String, _ message: String) -> VismaError {
        .invalid([Field(name: field, message: message)])
    }

    /// A resource that does not exist; also one that the body refers to.
    static func notFound(_ what: String, _ id: String) -> VismaError {
        VismaError(status: 404, code: 3000, "Could not find \(what) with id \(id).")
    }

    static func duplicate(_ field: String, _ value: String) -> VismaError {
        VismaError(
            status: 409,
            code: 4000,
            "\(field) \(value) already exists.",
            fields: [
                Field(name: field, message: "The value is already in use.")
            ]
        )
    }

    static func missingModule(_ module: String) -> VismaError {
        VismaError(status: 403, code: 4002, "No access to module: \(module)")
    }

    static func badQuery(_ message: String) -> VismaError { VismaError(code: 6000, message) }
    static func badInput(_ message: String) -> VismaError { VismaError(code: 6001, message) }

    static let unauthorized = VismaError(
        status: 401,
        code: 4005,
        "You are not authorized to access this resource. The access token is missing, invalid or expired."
    )

    static func missingScope(_ scopes: [String]) -> VismaError {
        VismaError(status: 403, code: 4006, "Missing scope: \(scopes.joined(separator: " or ")).")
    }

    static func tooManyRequests(limit: Int, seconds: Int) -> VismaError {
        VismaError(
            status: 429,
            code: 4010,
            "API calls quota exceeded! maximum admitted \(limit) per Minute. Try again in \(seconds) seconds."
        )
    }

    var response: Response {
        .json(
            [
                "ErrorCode": .int(code),
                "DeveloperErrorMessage": .string(message),
                "ErrorId": .string(UUID().uuidString.lowercased()),
                "Errors": .array(
                    fields.map {
                        [
                            "Field": .string($0.name), "ErrorCode": .string(String(code)),
                            "Message": .string($0.message), "Key": nil,
                        ]
                    }
                ),
            ],
            status: status
        )
    }
}
