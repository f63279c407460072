import Foundation
package import MicroHTTP

/// The connection ended without a whole answer.
package struct ConnectionLost: Error, Equatable {
    package init() {}
}

/// One of the two vendors, as its clients meet it.
package struct Vendor: Sendable {
    enum Side: String { case visma, outSmart = "outsmart" }

    let side: Side
    let sandbox: VendorSandbox

    /// Answers over HTTP.
    package func answer(_ request: Request) -> Answer {
        .later {
            switch await outcome(of: request) {
            case .answered(let response): response
            case .lost: .brokenOff([])
            case .brokenOff(let response):
                .brokenOff(response.bytes, status: response.status, headers: response.headers)
            }
        }
    }

    /// Answers without a server in between: for tests that replace the network.
    package func response(to request: Request) async throws(ConnectionLost) -> Response {
        guard case .answered(let response) = await outcome(of: request) else { throw ConnectionLost() }
        return response
    }

    private enum Outcome {
        case answered(Response)
        case lost
        case brokenOff(Response)
    }

    /// Carries a call out, with whatever is to go wrong with it.
    private func outcome(of request: Request) async -> Outcome {
        guard isVendorCall(request) else { return .answered(sandbox.attend(to: request, at: side)) }
        let fault = sandbox.fault(for: request)
        var wait = sandbox.options.latency
        if case .delayed(let delay) = fault { wait += delay }
        if wait > .zero { try? await Task.sleep(for: wait) }
        let response = sandbox.carryOut(request, at: side, fault: fault)
        switch fault {
        case .lost: return .lost
        case .truncated: return .brokenOff(response)
        default: return .answered(response)
        }
    }

    /// Whether the vendor has such a path, and not only the sandbox.
    private func isVendorCall(_ request: Request) -> Bool {
        switch side {
        case .visma: request.path.hasPrefix("/v2/") || request.path.hasPrefix("/connect/")
        case .outSmart: request.path.hasPrefix("/openapi/")
        }
    }
}

extension VendorSandbox {
    package var visma: Vendor { Vendor(side: .visma, sandbox: self) }
    package var outSmart: Vendor { Vendor(side: .outSmart, sandbox: self) }

    /// What is to go wrong with a call.
    fileprivate func fault(for request: Request) -> Fault? {
        if let fault = options.faults(request) { return fault }
        return withState { state in
            let index = state.faults.firstIndex { $0.matches(request) }
            guard let index else { return nil }
            defer {
                state.faults[index].remaining -= 1
                if state.faults[index].remaining <= 0 { state.faults.remove(at: index) }
            }
            return state.faults[index].fault
        }
    }

    /// Carries a vendor's call out under the lock, unless the fault prevents it, and notes it.
    fileprivate func carryOut(_ request: Request, at side: Vendor.Side, fault: Fault?) -> Response {
        withState { state in
            let now = options.now()
            var reply = VendorReply(route: String(request.path))
            if fault?.preventsEffect != true {
                switch side {
                case .visma: reply = answerVisma(request, &state, now: now)
                case .outSmart: reply = answerOutSmart(request, &state.books, now: now)
                }
            }
            if let fault { reply.spoil(with: fault, at: side) }
            let call = Call(
                time: now,
                side: side.rawValue,
                method: request.method,
                route: reply.route,
                account: reply.account,
                status: fault?.isLoss == true ? 0 : Int(reply.response.status),
                code: reply.code,
                fault: fault?.name
            )
            do {
                try state.commit(call)
            } catch {
                // Without its journal the sandbox would forget what it promised.
                return Response(
                    status: 507,
                    headers: ["Content-Type": "text/plain"],
                    body: .text("The journal is full.")
                )
            }
            return reply.response
        }
    }
}
