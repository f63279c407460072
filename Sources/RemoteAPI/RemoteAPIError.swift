/// Why a call to a vendor failed.
///
/// Cases follow what the caller does next, not where the code failed. No description holds a body, a token or the
/// secret part of an address.
package enum RemoteAPIError: Error, Sendable, Equatable {
    /// No reply arrived.
    ///
    /// `mayHaveHappened` is `false` only where the call certainly was not carried out: it never got a connection.
    case unreachable(reason: String, mayHaveHappened: Bool)
    /// The access is no longer accepted: renew it, else someone must connect again.
    case unauthorized(Refusal?)
    /// Too many calls: wait for this long where the vendor says so.
    case throttled(retryAfter: Duration?, Refusal?)
    /// The vendor refused the call, and would refuse it again.
    case refused(Refusal)
    /// The vendor failed. The same call may work later, and this one may have been carried out.
    case failed(Refusal)
    /// The reply is not what the documentation says, and the call may have been carried out.
    case unreadable(reason: String)

    /// Whether the same call may work later without anyone's help.
    package var isTransient: Bool {
        switch self {
        case .unreachable, .throttled, .failed: true
        case .unauthorized, .refused, .unreadable: false
        }
    }

    /// Whether the call may have had its effect although it ended in this error.
    package var mayHaveHappened: Bool {
        switch self {
        case .unreachable(_, let mayHaveHappened): mayHaveHappened
        case .failed, .unreadable: true
        case .unauthorized, .throttled, .refused: false
        }
    }

    /// What the vendor said, where it said anything.
    package var refusal: Refusal? {
        switch self {
        case .unauthorized(let refusal), .throttled(_, let refusal): refusal
        case .refused(let refusal), .failed(let refusal): refusal
        case .unreachable, .unreadable: nil
        }
    }

    /// What happened, in the vendor's own words where there are any.
    package var vendorWords: String {
        switch self {
        case .unreachable(let reason, _), .unreadable(let reason): reason
        case .unauthorized(let refusal): refusal?.words ?? "The access is not accepted (HTTP 401)."
        case .throttled(_, let refusal): refusal?.words ?? "Too many requests (HTTP 429)."
        case .refused(let refusal), .failed(let refusal): refusal.words
        }
    }

    /// The call did not begin because its task was cancelled.
    package static let cancelled = RemoteAPIError.unreachable(reason: "cancelled", mayHaveHappened: false)
}

extension RemoteAPIError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable: "unreachable: \(vendorWords)"
        case .unauthorized: "unauthorized: \(vendorWords)"
        case .throttled: "throttled: \(vendorWords)"
        case .refused: "refused: \(vendorWords)"
        case .failed: "failed: \(vendorWords)"
        case .unreadable: "unreadable: \(vendorWords)"
        }
    }
}
