import Domain

/// A kind of problem document, as it stands among the description's responses.
struct ProblemDescription: Sendable {
    let status: Int
    let name: String
    let description: String
    var headers: [(name: String, description: String)] = []

    var response: JSON {
        Operation.Answer(
            status: status,
            description: description,
            type: "application/problem+json",
            schema: .named("Problem"),
            headers: headers
        ).json
    }

    /// The problem with that status, as a caller of that kind sees it.
    static func of(_ status: Int, _ caller: Operation.Caller) -> ProblemDescription? {
        all.first { $0.status == status && ($0.name == "BadSignature") == (status == 401 && caller == .signer) }
    }

    static let all = [
        ProblemDescription(status: 400, name: "Malformed", description: "The body is not JSON."),
        ProblemDescription(
            status: 401,
            name: "Unauthorized",
            description: "No credentials, or wrong ones.",
            headers: [("WWW-Authenticate", "`Bearer`, and what is wrong with the token.")]
        ),
        ProblemDescription(
            status: 401,
            name: "BadSignature",
            description: "Not signed right, not of now, or no such account; which of these, it does not say."
        ),
        ProblemDescription(
            status: 403,
            name: "Forbidden",
            description: "These credentials do not reach this, or the account's licence is not active."
        ),
        ProblemDescription(status: 404, name: "NotFound", description: "There is nothing at this address."),
        ProblemDescription(
            status: 409,
            name: "Conflict",
            description: "The account is not in a state in which this could be done; `action` says what to do."
        ),
        ProblemDescription(
            status: 412,
            name: "Outdated",
            description: "Someone else has changed this since it was read."
        ),
        ProblemDescription(status: 413, name: "TooLarge", description: "The body has more than 64 KiB."),
        ProblemDescription(status: 415, name: "UnsupportedType", description: "The body has another type."),
        ProblemDescription(
            status: 422,
            name: "Invalid",
            description: "Well-formed, but some values can't be used: `errors` names each of them."
        ),
        ProblemDescription(
            status: 429,
            name: "TooManyAttempts",
            description: "Too many wrong credentials from this address.",
            headers: [("Retry-After", "Seconds to wait.")]
        ),
        ProblemDescription(status: 500, name: "Failed", description: "Something went wrong here; the log says what."),
        ProblemDescription(status: 502, name: "VendorFailed", description: "Visma or OutSmart answered with an error."),
        ProblemDescription(
            status: 503,
            name: "Unavailable",
            description: "The server is stopping, or Visma or OutSmart can't be reached or asks to wait."
        ),
    ]
}
