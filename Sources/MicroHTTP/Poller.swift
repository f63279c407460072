import CMicroHTTPD
import Glibc

/// The descriptors that a loop waits on.
struct Poller: ~Copyable {
    /// What a descriptor is to the loop.
    enum Source: UInt32 {
        case daemon, signal, connection, lingering
    }

    private let descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))

    deinit { close(descriptor) }

    var isOpen: Bool { descriptor >= 0 }

    func add(_ other: CInt, _ source: Source, _ events: [EPOLL_EVENTS]) {
        var event = epoll_event()
        event.events = events.reduce(0) { $0 | $1.rawValue }
        event.data.u64 = UInt64(source.rawValue) << 32 | UInt64(UInt32(bitPattern: other))
        epoll_ctl(descriptor, EPOLL_CTL_ADD, other, &event)
    }

    func remove(_ other: CInt) { epoll_ctl(descriptor, EPOLL_CTL_DEL, other, nil) }

    /// Waits for events, at most that many milliseconds, or for ever if negative.
    func wait(milliseconds: CInt, handle: (Source, CInt) -> Void) {
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: 64) { events in
            let count = epoll_wait(descriptor, events.baseAddress, CInt(events.count), milliseconds)
            for event in events.prefix(Int(max(count, 0))) {
                let data = event.data.u64
                guard let source = Source(rawValue: UInt32(data >> 32)) else { continue }
                handle(source, CInt(bitPattern: UInt32(truncatingIfNeeded: data)))
            }
        }
    }
}
