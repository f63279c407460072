import Foundation
import Synchronization

/// Reads what a child process writes, on a thread of its own.
///
/// Not with a `readabilityHandler`: Foundation closes the pipe before Dispatch has let go of it, and with many
/// processes at a time Dispatch then follows a pointer that is gone.
final class PipeReader: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var hasEnded = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Starts to read; the parent's end for writing is closed, so that the child's end is the pipe's.
    init(_ pipe: Pipe) {
        try? pipe.fileHandleForWriting.close()
        let source = pipe.fileHandleForReading
        let thread = Thread { [self] in
            while case let data = source.availableData, !data.isEmpty {
                change { $0.bytes += data }
            }
            change { $0.hasEnded = true }
        }
        thread.start()
    }

    /// What was read so far.
    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

    /// Waits for a whole line that holds `text`; `nil` when the end comes first.
    func line(containing text: String) async -> String? {
        while true {
            let (read, hasEnded) = state.withLock { ($0.bytes, $0.hasEnded) }
            var lines = read.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            // The rest after the last line break may be half a line still.
            if !hasEnded { lines.removeLast() }
            let line = lines.map { String(decoding: $0, as: UTF8.self) }.first { $0.contains(text) }
            if line != nil || hasEnded { return line }
            await news(after: read.count)
        }
    }

    /// Waits until everything was read.
    func end() async {
        while case let (count, hasEnded) = state.withLock({ ($0.bytes.count, $0.hasEnded) }), !hasEnded {
            await news(after: count)
        }
    }

    /// Waits until there is more than that many bytes, or the end.
    private func news(after count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                let isThere = state.bytes.count > count || state.hasEnded
                if !isThere { state.waiting.append(continuation) }
                return isThere
            }
            if isThere { continuation.resume() }
        }
    }

    private func change(_ edit: (inout sending State) -> Void) {
        let waiting = state.withLock { state in
            edit(&state)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
