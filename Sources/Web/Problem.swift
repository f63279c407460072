import Domain
import MicroHTTP
import Sync

/// Why a request is not answered as it was meant: a problem document for a script, a page for a person.
struct Problem: Error {
    enum Kind: Hashable, Sendable {
        case malformed, unauthorized, forbidden, crossSite, notFound, notAllowed, conflict, tooLarge
        case unsupportedType, invalid, stopping, outdated, overdue
        /// For how many seconds there is no use in trying again.
        case tooManyRequests(wait: Int)
        case failure(LogEntry.Code)
    }

    /// What is wrong with one field of the input.
    struct Field: Hashable, Sendable {
        var name: String
        var fault: FieldFault
    }

    var kind: Kind
    var detail: String
    var fields: [Field] = []
    var headers: Fields = [:]

    static let notFound = Problem(kind: .notFound, detail: "There is nothing at this address.")
    static let forbidden = Problem(kind: .forbidden, detail: "These credentials do not reach this.")
    static let crossSite = Problem(kind: .crossSite, detail: "The form was not sent from this site.")
    static let nothingToSync = Problem(
        kind: .conflict,
        detail: "No list is switched on in the settings: there is nothing to sync."
    )
    static let outdated = Problem(
        kind: .outdated,
        detail: "Someone else has changed this since it was read. Read it again, and decide again."
    )
    static let overdue = Problem(
        kind: .overdue,
        detail: "The answer was not ready in time. What was asked for may have been done all the same."
    )
    static let stopping = Problem(kind: .stopping, detail: "The server is stopping.")

    static func malformed(_ detail: String) -> Problem { Problem(kind: .malformed, detail: detail) }
    static func conflict(_ detail: String) -> Problem { Problem(kind: .conflict, detail: detail) }

    static func tooLarge(limit: Int) -> Problem {
        Problem(kind: .tooLarge, detail: "The body may have at most \(limit) bytes.")
    }

    static func notAllowed(allow: String) -> Problem {
        Problem(kind: .notAllowed, detail: "This address answers \(allow).", headers: ["Allow": allow])
    }

    static func invalid(_ fields: [Field]) -> Problem {
        Problem(kind: .invalid, detail: "Some values can't be used.", fields: fields)
    }

    static func unsupportedType(_ expected: String) -> Problem {
        Problem(kind: .unsupportedType, detail: "Send the body as \(expected).")
    }

    static func tooManyRequests(retryAfter: Duration) -> Problem {
        let seconds = max(1, Int(retryAfter.components.seconds) + (retryAfter.components.attoseconds > 0 ? 1 : 0))
        return Problem(
            kind: .tooManyRequests(wait: seconds),
            detail: "Too many attempts. Try again in \(seconds) seconds.",
            headers: ["Retry-After": "\(seconds)"]
        )
    }
}

extension Problem.Kind {
    /// Stable, for scripts.
    var code: String {
        switch self {
        case .malformed: "MALFORMED"
        case .unauthorized: "UNAUTHORIZED"
        case .forbidden: "FORBIDDEN"
        case .crossSite: "CROSS_SITE"
        case .notFound: "NOT_FOUND"
        case .notAllowed: "METHOD_NOT_ALLOWED"
        case .conflict: "CONFLICT"
        case .tooLarge: "TOO_LARGE"
        case .unsupportedType: "UNSUPPORTED_MEDIA_TYPE"
        case .invalid: "INVALID"
        case .tooManyRequests: "TOO_MANY_REQUESTS"
        case .stopping: "STOPPING"
        case .outdated: "PRECONDITION_FAILED"
        case .overdue: "TIMED_OUT"
        case .failure(let code): code.rawValue
        }
    }

    var status: UInt32 {
        switch self {
        case .malformed: 400
        case .unauthorized: 401
        case .forbidden, .crossSite: 403
        case .notFound: 404
        case .notAllowed: 405
        case .conflict: 409
        case .outdated: 412
        case .tooLarge: 413
        case .unsupportedType: 415
        case .invalid: 422
        case .tooManyRequests: 429
        case .stopping, .overdue: 503
        case .failure(let code): code.status
        }
    }
}

extension LogEntry.Code {
    fileprivate var status: UInt32 {
        switch self {
        case .consentInvalid: 400
        case .licenseInactive: 403
        case .rateLimited, .upstreamUnreachable: 503
        case .vismaError, .outsmartError: 502
        case .internalError: 500
        // The account is not in a state in which this could be done.
        default: 409
        }
    }
}

extension Problem {
    init(_ failure: SyncFailure) {
        self.init(kind: .failure(failure.code), detail: failure.message)
    }

    init(_ error: AccountError) {
        switch error {
        case .unknown: self = .notFound
        case .exists(let id): self = .conflict("There is an account \(id) already.")
        case .invalid(let field, let fault): self = .invalid([Field(name: field, fault: .account(fault))])
        case .store(let failure): self.init(failure)
        }
    }

    /// The problem that an error of a handler stands for.
    ///
    /// `nil` when nobody expected it.
    init?(of error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let failure as SyncFailure: self.init(failure)
        case let error as AccountError: self.init(error)
        default: return nil
        }
    }
}
