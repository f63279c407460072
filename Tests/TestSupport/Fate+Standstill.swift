import Synchronization

// A process that stands still, as one whose machine sleeps or swaps, and goes on later.

extension Fate.Life {
    /// Stands still until ``goOn()``.
    func standStill() async {
        await withCheckedContinuation { continuation in
            let watcher = fate.state.withLock { state in
                state.lives[number].standing = continuation
                return state.lives[number].watcher.take()
            }
            watcher?.resume(returning: true)
        }
    }

    /// Waits until the process stands still, or has nothing more to do.
    ///
    /// - Returns: Whether it stands still.
    package func standsStill() async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = fate.state.withLock { state in
                if state.lives[number].standing != nil { return true }
                if state.lives[number].isOver { return false }
                state.lives[number].watcher = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    package func goOn() { fate.state.withLock { $0.lives[number].standing.take() }?.resume() }

    /// Notes that the process has nothing more to do.
    package func finish() {
        let watcher = fate.state.withLock { state in
            state.lives[number].isOver = true
            return state.lives[number].watcher.take()
        }
        watcher?.resume(returning: false)
    }
}
