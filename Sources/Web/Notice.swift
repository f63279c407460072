import Domain
import MicroHTTP

/// What a page says about what was just done.
///
/// It travels to the next page in a cookie, as a code and never as text: nobody can put words into the page.
enum Notice: Hashable, Sendable {
    case signedOut
    case sessionEnded
    case connected
    case disconnected
    case confirmed
    /// A sync was asked for, but no list is switched on.
    case nothingEnabled
    case retryAsked
    /// Settings were saved; what has changed is kept under that key.
    case saved(String)
    case setup(SetupNotice)
    case failed(LogEntry.Code)

    var code: String {
        switch self {
        case .signedOut: "signed-out"
        case .sessionEnded: "session-ended"
        case .connected: "connected"
        case .disconnected: "disconnected"
        case .confirmed: "confirmed"
        case .nothingEnabled: "nothing-enabled"
        case .retryAsked: "retry-asked"
        case .saved(let key): "saved:" + key
        case .setup(let notice): "setup:" + notice.rawValue
        case .failed(let code): "failed:" + code.rawValue
        }
    }

    init?(code: String) {
        let halves = code.split(separator: ":", maxSplits: 1)
        switch halves.first {
        case "signed-out": self = .signedOut
        case "session-ended": self = .sessionEnded
        case "connected": self = .connected
        case "disconnected": self = .disconnected
        case "confirmed": self = .confirmed
        case "nothing-enabled": self = .nothingEnabled
        case "retry-asked": self = .retryAsked
        case "saved": self = .saved(halves.count == 2 ? String(halves[1]) : "")
        case "setup":
            guard halves.count == 2, let notice = SetupNotice(rawValue: String(halves[1])) else { return nil }
            self = .setup(notice)
        case "failed":
            guard halves.count == 2, let code = LogEntry.Code(rawValue: String(halves[1])) else { return nil }
            self = .failed(code)
        default: return nil
        }
    }

    /// Whether it tells of trouble.
    var isTrouble: Bool { if case .failed = self { true } else { false } }
}

/// What a page says about the first visit, and about what was entered there.
enum SetupNotice: String, Sendable {
    /// The session had ended, and the form that was sent is kept.
    case formKept
    case decided
    case companyConfirmed
    /// The company is disconnected, and another one can be connected.
    case companyRejected
    /// The company is disconnected, but the account stays its own: something of it was delivered.
    case companyStays
    case licenseSaved
    case tokenSaved
}

extension Visit {
    /// What the page before left to be said.
    var notice: Notice? { Cookie.notice.value(in: request, from: client).flatMap(Notice.init(code:)) }
}

extension Response {
    /// A redirect to a page that will say this.
    static func redirect(to path: String, saying notice: Notice, _ client: Client) -> Response {
        redirect(to: path).setting(.notice, to: notice.code, for: 60, client)
    }

    /// The page after its notice was shown.
    func clearingNotice(of visit: Visit) -> Response {
        visit.notice == nil ? self : clearing(.notice, visit.client)
    }
}
