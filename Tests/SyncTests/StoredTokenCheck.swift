import Domain
import Persistence
import RemoteAPI
import Synchronization
import TestSupport

/// Looks at every call of Visma's API whether the token that it carries is in the store by then.
final class StoredTokenCheck: Sendable {
    private struct State {
        var bench: Bench?
        var checks = 0
        var misses = 0
    }

    private let state = Mutex(State())

    var checks: Int { state.withLock(\.checks) }
    var misses: Int { state.withLock(\.misses) }

    func watch(_ bench: Bench) { state.withLock { $0.bench = bench } }

    func wire(_ transport: Transport) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            if call.route == "GET /customers", let bench = self.state.withLock(\.bench) {
                let tokens = try? await bench.store.connection(of: "eriksson").tokens
                let stored = tokens.flatMap { try? bench.sealing.open($0.access, for: "eriksson") }
                self.state.withLock { state in
                    state.checks += 1
                    if stored == nil || call.authorization != stored.map({ Secret("Bearer \($0)") }) {
                        state.misses += 1
                    }
                }
            }
            return try await transport.send(call)
        }
    }
}
