import Domain

private let language = Language.english

extension ProblemTexts {
    static let english = ProblemTexts(
        title: { kind in
            switch kind {
            case .malformed: "The request can't be read"
            case .unauthorized: "Not signed in"
            case .forbidden: "Not yours"
            case .crossSite: "The form could not be accepted"
            case .notFound: "Not found"
            case .notAllowed: "Not possible here"
            case .conflict: "Not possible now"
            case .tooLarge: "Too large"
            case .unsupportedType: "Unknown type of content"
            case .invalid: "Some values can't be used"
            case .tooManyRequests: "Too many attempts"
            case .stopping: "The server is stopping"
            case .outdated: "Changed by someone else"
            case .overdue: "It took too long"
            case .failure(.internalError): "Something went wrong"
            case .failure(.licenseInactive): "No active licence"
            case .failure(.authExpired): "Not connected"
            case .failure: "That did not work"
            }
        },
        advice: { kind in
            switch kind {
            case .notFound: "There is nothing at this address."
            case .forbidden: "Your sign-in does not reach this."
            case .crossSite: "The form was not sent from this site. Open the page again and repeat what you did."
            case .unauthorized: "Sign in and try again."
            case .stopping: "The server is stopping. Try again in a moment."
            case .tooManyRequests(wait: 1): "Try again in one second."
            case .tooManyRequests(let wait): "Try again in \(language.number(wait)) seconds."
            case .conflict: "Something else is in the way, or was faster. Open the page again and look."
            case .outdated: "Someone else has changed this in the meantime. Open the page again and look."
            case .overdue: "What you asked for may have been done all the same. Open the page again and look."
            case .malformed, .notAllowed, .tooLarge, .unsupportedType, .invalid:
                "Go back, open the page again and repeat what you did."
            case .failure: nil
            }
        },
        internalError: "Something went wrong here. It is in the server's log. Try again in a while."
    )
}
