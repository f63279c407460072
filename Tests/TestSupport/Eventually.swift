/// Looks again and again until there is something to see.
///
/// - Parameters:
///   - what: What is waited for, as the failure names it.
///   - limit: When to give up; generous, because it only matters in a test that fails.
///   - look: Returns `nil` as long as the wait goes on.
/// - Returns: What was seen first.
/// - Throws: ``NothingHappened`` after the limit, or whatever `look` throws.
package func eventually<Value>(
    _ what: String,
    within limit: Duration = .seconds(30),
    _ look: () async throws -> Value?
) async throws -> Value {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if let value = try await look() { return value }
        try await Task.sleep(for: .milliseconds(4))
    }
    throw NothingHappened(what: what)
}

/// The same for a condition.
package func eventually(
    _ what: String,
    within limit: Duration = .seconds(30),
    holds condition: () async throws -> Bool
) async throws {
    try await eventually(what, within: limit) { try await condition() ? () : nil }
}

package struct NothingHappened: Error, CustomStringConvertible {
    let what: String

    package init(what: String) { self.what = what }

    package var description: String { "It did not happen: \(what)." }
}
