import Domain
import MicroHTTP
import Sync

/// `/api/v1/accounts/{account}/events`: runs and log entries as they change.
struct EventsAPI: Sendable {
    let history: History
    let gate: Gate

    func stream(_ call: Call, account: Account.ID) -> Response {
        let last = call.request.headers["Last-Event-ID"].flatMap { Int64($0) }
        return EventStream.response { send in
            for await event in history.events(of: account, afterLog: last) {
                switch event {
                case .run(let run): try await send(.init(name: "run", data: JSON(run).line))
                case .log(let entry): try await send(.init(name: "log", data: JSON(entry).line, id: entry.id))
                case .other: continue
                }
            }
        } while: {
            // Its key may have been replaced, or the account removed.
            guard (try? await gate.caller(call.visit))?.reaches(account) == true else { return false }
            return (try? await gate.accounts.status(of: account)) != nil
        }
    }
}

extension JSON {
    fileprivate var line: String { String(decoding: bytes, as: UTF8.self) }
}
