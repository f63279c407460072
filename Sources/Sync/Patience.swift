/// Returns what `operation` returns, or `nil` when that takes longer than `patience`: then it is cancelled.
func within<Value: Sendable>(
    _ patience: Duration,
    _ operation: @escaping @Sendable () async -> Value
) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
        group.addTask { await operation() }
        group.addTask {
            try? await Task.sleep(for: patience)
            return nil
        }
        let first = await group.next()
        group.cancelAll()
        return first ?? nil
    }
}
