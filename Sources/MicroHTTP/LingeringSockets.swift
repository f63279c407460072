import CMicroHTTPD
import Glibc

/// Sockets of refused clients that may still be sending.
///
/// Closing a socket with unread bytes resets the connection, which can destroy the answer before the client
/// has read it. So what comes is read and dropped for a moment.
struct LingeringSockets {
    private static let maximum = 128

    private var deadlines: [CInt: ContinuousClock.Instant] = [:]

    /// Keeps a connection open whose `socket` is about to be closed.
    mutating func add(_ socket: CInt, until deadline: ContinuousClock.Instant, in poller: borrowing Poller) {
        guard deadlines.count < Self.maximum else { return }
        let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { return }
        shutdown(copy, CInt(SHUT_WR))
        deadlines[copy] = deadline
        poller.add(copy, .lingering, [EPOLLIN])
    }

    /// Drops what has come, and closes after the last of it.
    mutating func drain(_ socket: CInt) {
        guard deadlines[socket] != nil else { return }
        let count = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
            recvfrom(socket, buffer.baseAddress, buffer.count, CInt(MSG_DONTWAIT), nil, nil)
        }
        if count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR) { end(socket) }
    }

    mutating func expire(at now: ContinuousClock.Instant) {
        for (socket, deadline) in deadlines where now >= deadline { end(socket) }
    }

    mutating func closeAll() {
        for socket in deadlines.keys { end(socket) }
    }

    var isEmpty: Bool { deadlines.isEmpty }

    private mutating func end(_ socket: CInt) {
        deadlines[socket] = nil
        close(socket)
    }
}
