import Domain
import MicroHTTP
import Sync

/// What a page that is open shows anew, as pieces of the page itself.
struct LiveView: Sendable {
    let gate: Gate
    let history: History
    let exports: Exports
    let frame: @Sendable (PageVisit) -> Frame

    func stream(_ visit: Visit) async throws -> Response {
        // No redirect to the sign-in page: a script asks, and shall stop asking.
        guard let (cookie, session) = try await gate.session(of: visit) else {
            throw Problem(kind: .unauthorized, detail: "The session has ended.")
        }
        let account = try Gate.account(in: visit, for: session.holder)
        _ = try await gate.accounts.status(of: account)
        let formToken = gate.crossSite.token(for: cookie)
        let frame = frame(PageVisit(visit: visit, session: session, cookie: cookie, formToken: formToken))
            .speaking(try await gate.accounts.settings(of: account).language)
        let query = visit.request.query
        let last = visit.request.headers["Last-Event-ID"] ?? query["after"]
        let view = View(query)
        // What a script needs to see that the connection is alive: the browser keeps comments to itself.
        return EventStream.response(heartbeat: .init(name: "alive", data: "")) { send in
            var shown = ""
            for await event in history.events(of: account, afterLog: last.flatMap { Int64($0) }) {
                if case .log(let entry) = event {
                    guard view.shows(entry) else { continue }
                    let markup = LogList.item(entry, frame.texts).markup
                    try await send(.init(name: "log", data: markup, id: entry.id))
                    continue
                }
                let parts = try await parts(of: account, view, frame).markup
                guard parts != shown else { continue }
                shown = parts
                try await send(.init(name: "parts", data: parts))
            }
        } while: {
            guard (try? await gate.sessions.session(cookie: cookie)) != nil else { return false }
            return (try? await gate.accounts.status(of: account)) != nil
        }
    }

    /// The page that listens.
    private enum View {
        case settings
        case log(LogEntry.Filter)
        case exports(ExportQuery)

        init(_ query: Form) {
            switch query["view"] {
            case "log":
                var reader = QueryReader(query, ignoresEmpty: true)
                self = .log(reader.pageLogFilter())
            case "exports": self = .exports(ExportQuery(ofPart: query))
            default: self = .settings
            }
        }

        func shows(_ entry: LogEntry) -> Bool {
            switch self {
            case .settings: entry.isForPeople
            case .log(let filter): filter.passes(entry)
            case .exports: false
            }
        }
    }

    private func parts(of account: Account.ID, _ view: View, _ frame: Frame) async throws -> HTML {
        let status = try await gate.accounts.status(of: account)
        switch view {
        case .log: return .none
        case .exports(let query):
            return try await ExportsPage(of: account, query, status, in: exports, history, frame).liveParts
        case .settings:
            let general = GeneralSection(
                frame: frame,
                status: status,
                run: Run.current(of: try await history.runs(of: account, before: nil, limit: 5)),
                heldBack: try await history.heldBack(of: account)
            )
            let list = try await ExportSummary(of: account, in: exports, canRetry: status.canSync, frame)
            return "\(general.liveParts)\(list.liveParts)"
        }
    }
}
