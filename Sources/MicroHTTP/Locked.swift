import Glibc

/// A value that one thread at a time may use.
///
/// `Synchronization.Mutex` would do, but on Linux it waits inside the system's library, where the thread
/// sanitizer does not see it: each contended lock would be reported as a race.
///
/// Unchecked, because the compiler does not know what the lock does: `value` is reachable through
/// `withLock` only, and whatever it holds stays behind the lock or is Sendable when it leaves.
struct Locked<Value>: ~Copyable, @unchecked Sendable {
    private struct Storage {
        var mutex = pthread_mutex_t()
        var value: Value
    }

    private let storage = UnsafeMutablePointer<Storage>.allocate(capacity: 1)

    init(_ value: sending Value) {
        storage.initialize(to: Storage(value: value))
        pthread_mutex_init(&storage.pointee.mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(&storage.pointee.mutex)
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(&storage.pointee.mutex)
        defer { pthread_mutex_unlock(&storage.pointee.mutex) }
        return body(&storage.pointee.value)
    }
}
