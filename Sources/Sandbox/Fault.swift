/// What goes wrong with a call, on request.
package enum Fault: Sendable, Equatable {
    /// On which side of its effect a call is cut off.
    package enum Moment: String, Sendable { case before, after }

    /// The connection ends without an answer.
    case lost(Moment)
    /// A gateway answers with an HTTP status and no vendor's body.
    case status(UInt32, Moment)
    /// The vendor reports an error of its own: Visma's 5000 to 5002, OutSmart's 1007.
    case vendorError(Int, Moment)
    /// The call is carried out, and the answer breaks off in its middle.
    case truncated
    /// The call is carried out after a while.
    case delayed(Duration)
    /// Visma's 429 with code 4010; at OutSmart a bare 429.
    case throttled(seconds: Int)
    /// The token is not accepted.
    case unauthorized

    /// Whether the call is not carried out.
    var preventsEffect: Bool {
        switch self {
        case .lost(let moment), .status(_, let moment), .vendorError(_, let moment): moment == .before
        case .throttled, .unauthorized: true
        case .truncated, .delayed: false
        }
    }

    /// Whether the caller hears nothing.
    var isLoss: Bool { if case .lost = self { true } else { false } }

    var name: String {
        switch self {
        case .lost(let moment): "lost \(moment.rawValue)"
        case .status(let status, let moment): "\(status) \(moment.rawValue)"
        case .vendorError(let code, let moment): "code \(code) \(moment.rawValue)"
        case .truncated: "truncated"
        case .delayed: "delayed"
        case .throttled: "throttled"
        case .unauthorized: "unauthorized"
        }
    }
}

/// A fault for the next calls of one kind, declared at `POST /sandbox/faults`.
struct DeclaredFault: Sendable {
    let fault: Fault
    let method: String
    let pathPrefix: String
    var remaining: Int

    init(fault: Fault, method: String, pathPrefix: String, remaining: Int) {
        self.fault = fault
        self.method = method
        self.pathPrefix = pathPrefix
        self.remaining = remaining
    }

    /// Reads `{"fault", "method", "path", "count"?, "when"?, "status"?, "code"?, "seconds"?,
    /// "milliseconds"?}`.
    init?(_ json: JSONObject) {
        let moment = Fault.Moment(rawValue: json["when"]?.string ?? "before")
        guard let moment, let method = json["method"]?.string, let path = json["path"]?.string else { return nil }
        switch json.text("fault") {
        case "lost": fault = .lost(moment)
        case "status":
            guard let status = json["status"]?.int, (400...599).contains(status) else { return nil }
            fault = .status(UInt32(status), moment)
        case "vendorError":
            guard let code = json["code"]?.int else { return nil }
            fault = .vendorError(code, moment)
        case "truncated": fault = .truncated
        case "delayed": fault = .delayed(.milliseconds(json["milliseconds"]?.int ?? 1_000))
        case "throttled": fault = .throttled(seconds: json["seconds"]?.int ?? 60)
        case "unauthorized": fault = .unauthorized
        default: return nil
        }
        self.method = method
        pathPrefix = path
        remaining = json["count"]?.int ?? 1
    }
}
