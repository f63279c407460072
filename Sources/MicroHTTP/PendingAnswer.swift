import CMicroHTTPD

/// An answer that a task is making, and the connection that may be suspended until it is there.
final class PendingAnswer: Sendable {
    private enum State {
        case making
        case awaited(SuspendedConnection)
        case made(Response)
        case taken
    }

    let isHead: Bool
    private let state = Locked((State.making, task: Task<Void, Never>?.none))
    private let signal: LoopSignal

    init(counting signal: LoopSignal, isHead: Bool) {
        self.signal = signal
        self.isHead = isHead
    }

    /// Starts the task, on this thread until its first wait.
    ///
    /// The server waits for it: it is counted until it ends.
    func start(_ work: @escaping @Sendable () async -> Response) {
        signal.taskBegins()
        let task = Task.immediate { [self] in
            answer(await work())
            signal.taskEnds()
        }
        state.withLock { state in
            if case .making = state.0 { state.task = task }
        }
    }

    /// Returns the response if it is there already, or suspends the connection until it is.
    func responseOrSuspend(_ connection: OpaquePointer) -> Response? {
        state.withLock { state in
            if case .made(let response) = state.0 {
                state = (.taken, nil)
                return response
            }
            state.0 = .awaited(SuspendedConnection(suspending: connection))
            return nil
        }
    }

    /// Returns the response, once.
    func take() -> Response? {
        state.withLock { state in
            guard case .made(let response) = state.0 else { return nil }
            state = (.taken, nil)
            return response
        }
    }

    /// Answers without the task, and cancels it.
    func giveUp(answering response: Response) {
        let task = state.withLock { $0.task }
        answer(response)
        task?.cancel()
    }

    /// Keeps the first response.
    private func answer(_ response: Response) {
        state.withLock { state in
            switch state.0 {
            case .making: state.0 = .made(response)
            case .awaited(let connection):
                state.0 = .made(response)
                signal.resume(connection)
            case .made, .taken: break
            }
        }
    }
}

/// A suspended connection, to be resumed exactly once.
///
/// Unchecked, because the pointer crosses from the loop's thread to a task and back. Only the loop uses it, and
/// libmicrohttpd keeps a suspended connection alive.
struct SuspendedConnection: @unchecked Sendable {
    private let raw: OpaquePointer

    /// Suspends `connection`, which is only legal inside the access handler or a content reader.
    init(suspending connection: OpaquePointer) {
        MHD_suspend_connection(connection)
        raw = connection
    }

    func resume() { MHD_resume_connection(raw) }
}
