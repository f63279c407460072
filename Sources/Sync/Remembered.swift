/// Something that is asked for once, and only when it is needed.
actor Remembered<Value: Sendable> {
    private(set) var value: Value?

    func set(_ value: Value) { self.value = value }

    func callAsFunction(
        _ load: @Sendable () async throws(StepEnd) -> Value
    ) async throws(StepEnd) -> Value {
        if let value { return value }
        let loaded = try await load()
        value = loaded
        return loaded
    }
}
