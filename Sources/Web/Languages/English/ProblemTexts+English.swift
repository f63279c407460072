import Domain

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
            case .failure(.internalError): "Something went wrong"
            case .failure(.licenseInactive): "No active licence"
            case .failure(.authExpired): "Not connected"
            case .failure: "That did not work"
            }
        },
        internalError: "Something went wrong here. It is in the server's log. Try again in a while."
    )
}
