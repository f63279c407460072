import Domain
import MicroHTTP
import Sync

/// What a settings page that is open shows anew, as pieces of the page itself.
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
        let last = visit.request.headers["Last-Event-ID"] ?? visit.request.query["after"]
        return EventStream.response { send in
            var runs: [Run] = []
            for await event in history.events(of: account, afterLog: last.flatMap { Int64($0) }) {
                switch event {
                case .run(let run):
                    runs.removeAll { $0.id == run.id }
                    runs = Array((runs + [run]).sorted { $0.queuedAt > $1.queuedAt }.prefix(5))
                    try await send(try await parts(of: account, runs, frame))
                case .log(let entry):
                    guard entry.isForPeople else { continue }
                    let markup = LogPanel.item(entry, frame.texts).markup
                    try await send(.init(name: "log", data: markup, id: entry.id))
                }
            }
        } while: {
            guard (try? await gate.sessions.session(cookie: cookie)) != nil else { return false }
            return (try? await gate.accounts.status(of: account)) != nil
        }
    }

    private func parts(of account: Account.ID, _ runs: [Run], _ frame: Frame) async throws -> EventStream.Event {
        let status = try await gate.accounts.status(of: account)
        let heldBack = try await history.heldBack(of: account)
        let general = GeneralSection(
            frame: frame,
            status: status,
            run: Run.current(of: runs),
            heldBack: heldBack
        )
        let list = try await ExportSummary(of: account, in: exports, canRetry: status.canSync, frame)
        return EventStream.Event(name: "parts", data: general.liveParts.markup + list.liveParts.markup)
    }
}
