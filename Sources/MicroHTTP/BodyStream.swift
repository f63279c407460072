import CMicroHTTPD

/// A response body that a task makes while the loop sends it.
///
/// The task waits when much has not been sent, and the connection is suspended when there is nothing to
/// send.
final class BodyStream: Sendable {
    enum Offer { case taken, full, gone }

    private struct State {
        var bytes: [UInt8] = []
        /// How many of the bytes have been read.
        var start = 0
        var isFinished = false
        /// Whether the connection is cut where the body would end.
        var isBrokenOff = false
        var isAbandoned = false
        var suspended: SuspendedConnection?
        var writers: [CheckedContinuation<Void, Never>] = []
        var task: Task<Void, Never>?

        mutating func resume(by signal: LoopSignal) {
            if let connection = suspended.take() { signal.resume(connection) }
        }
    }

    private static let capacity = 64 << 10

    private let state = Locked(State())
    private let signal: LoopSignal
    private let connection: StreamedConnection

    init(on connection: OpaquePointer, counting signal: LoopSignal) {
        self.connection = StreamedConnection(raw: connection)
        self.signal = signal
    }

    /// Starts the task that makes the body.
    ///
    /// The server waits for it: it is counted until it ends.
    func start(_ produce: @escaping @Sendable (BodyWriter) async -> Void) {
        signal.taskBegins()
        let task = Task { [self] in
            await produce(BodyWriter(stream: self))
            finish()
            signal.taskEnds()
        }
        state.withLock { $0.task = task }
    }

    // MARK: - The task's side

    /// Takes as many bytes as there is room for, and removes them from `bytes`.
    func offer(_ bytes: inout ArraySlice<UInt8>) -> Offer {
        state.withLock { state in
            if state.isFinished || state.isAbandoned { return .gone }
            let room = Self.capacity - (state.bytes.count - state.start)
            if room > 0 {
                state.bytes += bytes.prefix(room)
                bytes = bytes.dropFirst(room)
                state.resume(by: signal)
            }
            return bytes.isEmpty ? .taken : .full
        }
    }

    /// Waits until there is room, nobody reads any more, or the task is cancelled.
    func room() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLock { state in
                    let isFull = state.bytes.count - state.start >= Self.capacity
                    if isFull && !state.isFinished && !state.isAbandoned && !Task.isCancelled {
                        state.writers.append(continuation)
                        return false
                    }
                    return true
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            wakeWriters()
        }
    }

    /// Ends the body after what has been written.
    func finish() {
        state.withLock { state in
            state.isFinished = true
            state.resume(by: signal)
        }
        wakeWriters()
    }

    /// Ends the connection after what has been written.
    func breakOff() {
        state.withLock { $0.isBrokenOff = true }
        finish()
    }

    private func wakeWriters() {
        let writers = state.withLock { state in
            defer { state.writers = [] }
            return state.writers
        }
        for writer in writers { writer.resume() }
    }

    // MARK: - The loop's side

    /// Copies bytes out, or suspends the connection when there are none.
    ///
    /// Only inside a content reader.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = state.withLock { state in
            let rest = state.bytes[state.start...]
            let count = min(rest.count, buffer.count)
            if count > 0 {
                rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
                state.start += count
                if state.start == state.bytes.count {
                    state.bytes.removeAll(keepingCapacity: true)
                    state.start = 0
                }
                return count
            }
            if state.isAbandoned || state.isFinished && state.isBrokenOff { return MHD_CONTENT_READER_END_WITH_ERROR }
            if state.isFinished { return MHD_CONTENT_READER_END_OF_STREAM }
            state.suspended = SuspendedConnection(suspending: connection.raw)
            return 0
        }
        if count > 0 { wakeWriters() }
        return count
    }

    /// Asks the task to end.
    func cancel() { state.withLock { $0.task }?.cancel() }

    /// Notes that nobody reads any more.
    ///
    /// Bytes that have not been sent are forgotten.
    func abandon() {
        state.withLock { state in
            state.isAbandoned = true
            state.bytes = []
            state.start = 0
            state.resume(by: signal)
        }
        wakeWriters()
        cancel()
    }
}

/// The connection of a stream.
///
/// Unchecked, because the stream is shared with its task. Only `read(into:)` uses the pointer, inside
/// libmicrohttpd's content reader for this very connection.
private struct StreamedConnection: @unchecked Sendable {
    let raw: OpaquePointer
}
