import CMicroHTTPD
import Glibc
import Synchronization

/// What other threads tell a loop: to stop, to go on with a connection, and that a task has ended.
final class LoopSignal: Sendable {
    let descriptor = eventfd(0, CInt(EFD_NONBLOCK | EFD_CLOEXEC))
    private let stops = Atomic(false)
    private let tasks = Atomic(0)
    private let resumable = Locked<[SuspendedConnection]>([])
    private let waiter = Locked((hasEnded: false, continuation: CheckedContinuation<Void, Never>?.none))

    deinit { close(descriptor) }

    var isStopping: Bool { stops.load(ordering: .acquiring) }
    var runningTasks: Int { tasks.load(ordering: .acquiring) }

    func stop() {
        stops.store(true, ordering: .releasing)
        wake()
    }

    func taskBegins() { tasks.add(1, ordering: .relaxed) }

    func taskEnds() {
        if tasks.subtract(1, ordering: .acquiringAndReleasing).newValue == 0, isStopping { wake() }
    }

    /// Has the loop resume a connection.
    ///
    /// `MHD_resume_connection` itself may be called from here, but its wake-up gets lost: libmicrohttpd looks for
    /// resumed connections first and takes back all wake-ups afterwards, among them those of connections that were
    /// resumed in between. One wake-up serves all connections that the loop finds then.
    func resume(_ connection: SuspendedConnection) {
        let isFirst = resumable.withLock { resumable in
            resumable.append(connection)
            return resumable.count == 1
        }
        if isFirst { wake() }
    }

    /// Resumes what is to be resumed.
    ///
    /// Only on the loop's thread, before `MHD_run`.
    func resumeConnections() {
        let connections = resumable.withLock { resumable in
            defer { resumable = [] }
            return resumable
        }
        for connection in connections { connection.resume() }
    }

    private func wake() { eventfd_write(descriptor, 1) }

    /// Takes notice of having been woken.
    func clear() {
        var count = eventfd_t()
        eventfd_read(descriptor, &count)
    }

    /// Says that the loop has ended.
    func end() {
        let continuation = waiter.withLock { waiter in
            waiter.hasEnded = true
            return waiter.continuation.take()
        }
        continuation?.resume()
    }

    /// Waits for the loop's end.
    func ending() async {
        await withCheckedContinuation { continuation in
            let hasEnded = waiter.withLock { waiter in
                if !waiter.hasEnded { waiter.continuation = continuation }
                return waiter.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }
}
