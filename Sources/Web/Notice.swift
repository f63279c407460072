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
    case saved([Setting])
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
        case .saved(let settings): "saved:" + settings.map(\.rawValue).joined(separator: "+")
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
        case "saved":
            let names = halves.dropFirst().flatMap { $0.split(separator: "+") }
            self = .saved(Setting.allCases.filter { names.contains(Substring($0.rawValue)) })
        case "failed":
            guard halves.count == 2, let code = LogEntry.Code(rawValue: String(halves[1])) else { return nil }
            self = .failed(code)
        default: return nil
        }
    }

    /// Whether it tells of trouble.
    var isTrouble: Bool { if case .failed = self { true } else { false } }
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
