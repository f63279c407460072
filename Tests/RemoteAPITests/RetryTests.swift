import RemoteAPI
import Testing

@Suite struct RetryTests {
    private let clock = TestTiming()

    /// A policy whose jitter always takes the whole pause.
    private var retry: Retry { Retry(timing: clock.timing) { $0.upperBound } }

    private static let failed = RemoteAPIError.failed(Refusal(status: 503))
    private static let lost = RemoteAPIError.unreachable(reason: "reset", mayHaveHappened: true)
    private static let noConnection = RemoteAPIError.unreachable(reason: "refused", mayHaveHappened: false)
    private static let throttled = RemoteAPIError.throttled(retryAfter: nil, nil)

    /// Returns how often a call was made that fails with `errors`, one after the other, and then succeeds.
    private func attempts(
        _ errors: [RemoteAPIError],
        repeatable: Bool
    ) async -> (count: Int, outcome: Result<String, RemoteAPIError>) {
        let made = Record<Int>()
        do throws(RemoteAPIError) {
            let value = try await retry(repeatable: repeatable) { () async throws(RemoteAPIError) -> String in
                made.append(1)
                if made.all.count <= errors.count { throw errors[made.all.count - 1] }
                return "done"
            }
            return (made.all.count, .success(value))
        } catch {
            return (made.all.count, .failure(error))
        }
    }

    @Test func `tells of each repetition why it is one`() async {
        var retry = retry
        let told = Record<RemoteAPIError>()
        retry.repeating = { told.append($0) }
        await #expect(throws: RemoteAPIError.self) {
            try await retry(repeatable: true) { () async throws(RemoteAPIError) in throw Self.failed }
        }
        // The last failure is not followed by another attempt.
        #expect(told.all == Array(repeating: Self.failed, count: retry.attempts - 1))
    }

    @Test(arguments: [failed, lost, noConnection, throttled])
    func `repeats what may work later`(error: RemoteAPIError) async {
        let (count, outcome) = await attempts([error, error], repeatable: true)
        #expect(count == 3)
        #expect(outcome == .success("done"))
    }

    @Test(arguments: [
        RemoteAPIError.refused(Refusal(status: 400, code: 2000)), .unauthorized(nil), .unreadable(reason: "html"),
    ])
    func `repeats nothing that would end the same`(error: RemoteAPIError) async {
        let (count, outcome) = await attempts([error], repeatable: true)
        #expect(count == 1)
        #expect(outcome == .failure(error))
    }

    @Test(arguments: [(failed, 1), (lost, 1), (noConnection, 2), (throttled, 2)])
    func `repeats a posting only when it certainly did not happen`(error: RemoteAPIError, calls: Int) async {
        #expect(await attempts([error], repeatable: false).count == calls)
    }

    @Test func `gives up after five attempts`() async {
        let (count, outcome) = await attempts(Array(repeating: Self.failed, count: 9), repeatable: true)
        #expect(count == 5)
        #expect(outcome == .failure(Self.failed))
        #expect(clock.sleeps == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
    }

    @Test func `waits as long as the vendor says`() async {
        let error = RemoteAPIError.throttled(retryAfter: .seconds(55), nil)
        #expect(await attempts([error], repeatable: false).count == 2)
        #expect(clock.sleeps == [.seconds(55)])
    }

    @Test func `does not begin an attempt after five minutes`() async {
        let error = RemoteAPIError.throttled(retryAfter: .seconds(140), nil)
        let (count, outcome) = await attempts(Array(repeating: error, count: 4), repeatable: true)
        #expect(count == 3)
        #expect(outcome == .failure(error))
        #expect(clock.now == .seconds(280))
    }

    @Test func `a cancelled task makes no further attempt`() async {
        let (count, outcome) = await Task {
            unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
            return await attempts([Self.failed], repeatable: true)
        }.value
        #expect(count == 1)
        #expect(outcome == .failure(Self.failed))
    }

    @Test func `pauses are a random part of the whole`() async throws {
        let retry = Retry(timing: clock.timing)
        _ = try? await retry(repeatable: true) { () async throws(RemoteAPIError) -> Int in throw Self.failed }
        #expect(clock.sleeps.count == 4)
        #expect(zip(clock.sleeps, [1, 2, 4, 8]).allSatisfy { $0 >= .zero && $0 <= .seconds($1) })
    }
}
