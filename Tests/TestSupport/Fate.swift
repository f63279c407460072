import Foundation
import MicroHTTP
package import RemoteAPI
package import Sandbox
import Synchronization

/// What happens to one process after another, step by step: each call to a vendor and each commit of the ledger or of
/// links is a step, counted from 0.
///
/// A process that has died goes on for a while, but nothing that it does has an effect: its calls reach nobody and its
/// store takes nothing. One that stands still goes on later, and may not know that another has taken its run over.
package final class Fate: Sendable {
    package enum Blow: Hashable, Sendable {
        /// The process ends before or after the effect of the step.
        case death(Barrier.Moment)
        /// The process stands still before or after the effect of the step, until it is woken.
        ///
        /// Never between its last look at the clock and a call that writes: that is what nobody can prevent.
        case standstill(Barrier.Moment)
        /// The call is carried out, and the process gets half of the answer.
        case halved
        /// The caller gives up, and a document that it posted appears only after it was looked for.
        case late
        /// The vendor or the way to it fails.
        case fault(FaultKind)
    }

    package enum FaultKind: String, CaseIterable, Sendable {
        case lostBefore, lostAfter, gatewayBefore, gatewayAfter, vendorBefore, vendorAfter, truncated, slow, throttled
        case unauthorized
    }

    struct State {
        var lives: [Course] = []
        var struck: [Blow] = []
        var fault: Fault?
        var late: [(call: Transport.Call, looks: Int)] = []
    }

    /// How far a life has come.
    struct Course {
        var isDead = false
        var isOver = false
        var step = 0
        var blows: [Int: Blow]
        /// It stands still, and goes on with this.
        var standing: CheckedContinuation<Void, Never>?
        /// Someone waits until it stands still or is over.
        var watcher: CheckedContinuation<Bool, Never>?
    }

    let state = Mutex(State())

    package init() {}

    /// Lets a sandbox do what is in store for the next call.
    package func install(in options: inout VendorSandbox.Options) {
        options.faults = { request in
            request.path.hasPrefix("/connect/") ? nil : self.state.withLock { $0.fault.take() }
        }
    }

    /// Begins the life of a process.
    ///
    /// - Parameter blows: What happens to it, by the step.
    /// - Returns: Its life.
    package func begin(_ blows: [Int: Blow] = [:]) -> Life {
        state.withLock { state in
            state.lives.append(Course(blows: blows))
            state.fault = nil
            return Life(fate: self, number: state.lives.count - 1)
        }
    }

    /// What has happened so far.
    package var struck: [Blow] { state.withLock(\.struck) }

    /// Whether no document is on its way any more.
    package var isCalm: Bool { state.withLock { $0.late.isEmpty } }

    /// One process, as long as it lives.
    package struct Life: Sendable {
        let fate: Fate
        let number: Int

        package var isOver: Bool { fate.state.withLock { $0.lives[number].isDead } }

        /// Takes a step, and returns what happens at it.
        package func step() -> Blow? {
            fate.state.withLock { state in
                guard !state.lives[number].isDead else { return .death(.before) }
                defer { state.lives[number].step += 1 }
                let blow = state.lives[number].blows[state.lives[number].step]
                if let blow { state.struck.append(blow) }
                return blow
            }
        }

        package func end() { fate.state.withLock { $0.lives[number].isDead = true } }
    }
}

extension Fate.Life {
    /// A transport straight to a sandbox.
    package func transport(to sandbox: VendorSandbox, vismaURL: String) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            let isForVisma = call.url.revealed.hasPrefix(vismaURL)
            func send(_ call: Transport.Call) async throws(RemoteAPIError) -> Transport.Reply {
                try await sandbox.reply(to: call, isForVisma: isForVisma)
            }
            guard !isOver else { throw .cancelled }
            // The consent has tests of its own.
            if call.route.contains("/connect/") { return try await send(call) }
            for late in arrivals(before: call) { _ = try? await send(late) }
            switch step() {
            case nil:
                return try await send(call)
            case .death(let moment):
                if moment == .after { _ = try? await send(call) }
                end()
                throw .cancelled
            case .standstill:
                guard call.method == "GET" else {
                    let reply = try await send(call)
                    await standStill()
                    return reply
                }
                await standStill()
                return try await send(call)
            case .halved:
                var reply = try await send(call)
                reply.body = reply.body.prefix(reply.body.count / 2)
                return reply
            case .late:
                if call.makesDocument { postpone(call) } else { _ = try? await send(call) }
                throw .unreachable(reason: "no answer in time", mayHaveHappened: true)
            case .fault(let kind):
                if call.route == "GET pdf" { throw .unreachable(reason: "the connection broke", mayHaveHappened: true) }
                prepare(kind.fault(isForVisma: isForVisma))
                return try await send(call)
            }
        }
    }

    private func prepare(_ fault: Fault) { fate.state.withLock { $0.fault = fault } }

    private func postpone(_ call: Transport.Call) { fate.state.withLock { $0.late.append((call, 0)) } }

    /// Documents that arrive now: when they are looked for the second time.
    private func arrivals(before call: Transport.Call) -> [Transport.Call] {
        guard call.looksForDocuments else { return [] }
        return fate.state.withLock { state in
            for index in state.late.indices { state.late[index].looks += 1 }
            defer { state.late.removeAll { $0.looks > 1 } }
            return state.late.filter { $0.looks > 1 }.map(\.call)
        }
    }
}

extension Transport.Call {
    fileprivate var makesDocument: Bool { route == "POST /customerinvoicedrafts" || route == "POST /orders" }
    fileprivate var looksForDocuments: Bool { route == "GET /customerinvoicedrafts" || route == "GET /orders" }
}

extension Fate.FaultKind {
    fileprivate func fault(isForVisma: Bool) -> Fault {
        switch self {
        case .lostBefore: .lost(.before)
        case .lostAfter: .lost(.after)
        case .gatewayBefore: .status(502, .before)
        case .gatewayAfter: .status(503, .after)
        case .vendorBefore: .vendorError(isForVisma ? 5000 : 1007, .before)
        case .vendorAfter: .vendorError(isForVisma ? 5002 : 1007, .after)
        case .truncated: .truncated
        case .slow: .delayed(.milliseconds(1))
        case .throttled: .throttled(seconds: 3)
        case .unauthorized: .unauthorized
        }
    }
}
