import MicroHTTP
package import Sandbox
import Synchronization

/// Lets a part of all calls to the vendors' APIs fail, in one way or another.
package final class Mischief: Sendable {
    private struct State {
        var random: SeededGenerator
        var probability = 0.0
    }

    private let state: Mutex<State>

    package init(seed: Int) { state = Mutex(State(random: SeededGenerator(seed: seed))) }

    /// How likely a call is to fail from now on; 0 at first.
    package func set(_ probability: Double) { state.withLock { $0.probability = probability } }

    /// Makes a sandbox do it.
    package func install(in options: inout VendorSandbox.Options) {
        options.faults = { request in
            request.path.hasPrefix("/connect/")
                ? nil : self.fault(vendorError: request.path.hasPrefix("/openapi/") ? 1007 : 5000)
        }
    }

    private func fault(vendorError code: Int) -> Fault? {
        state.withLock { state in
            guard state.random.chance(state.probability) else { return nil }
            let faults: [Fault] = [
                .lost(.before), .lost(.after), .status(502, .before), .status(503, .after), .truncated,
                .vendorError(code, .after), .throttled(seconds: 3),
            ]
            return faults.randomElement(using: &state.random)
        }
    }
}
