import RemoteAPI
import Testing

@Suite struct RequestBudgetTests {
    private let clock = TestTiming()

    @Test(arguments: [1, 2, 7, 60, 600, 1000])
    func `no minute ever sees more requests than allowed`(perMinute: Int) async throws {
        let budget = RequestBudget(perMinute: perMinute, timing: clock.timing)
        var times: [Duration] = []
        for number in 0..<(perMinute * 3 + 5) {
            // A pause now and then, so that bursts build up again.
            if number % 97 == 0 { clock.pass(.seconds(7)) }
            try await budget.acquire(route: "GET /customers", account: "a")
            times.append(clock.now)
        }
        for (index, start) in times.enumerated() {
            #expect(times[index...].prefix { $0 < start + .seconds(60) }.count <= perMinute)
        }
        // And it is no stricter than it has to be: nine tenths in the long run.
        let span = try #require(times.last) - times[0]
        #expect(perMinute < 60 || span < .seconds(60) * times.count / perMinute * 10 / 8)
    }

    @Test func `routes do not share a budget`() async throws {
        let budget = RequestBudget(perMinute: 1, timing: clock.timing)
        try await budget.acquire(route: "GET /customers", account: "a")
        try await budget.acquire(route: "GET /articles", account: "a")
        #expect(clock.now == .zero)
        try await budget.acquire(route: "GET /articles", account: "b")
        #expect(clock.now >= .seconds(60))
    }

    @Test func `waiting accounts take turns`() async throws {
        let gate = Gate()
        let budget = RequestBudget(perMinute: 60, timing: gate.timing)
        for _ in 0..<6 { try await budget.acquire(route: "r", account: "big") }
        let order = Record<String>()
        await withTaskGroup { group in
            // The first to come has the turn and sleeps; everyone else queues behind it.
            for (place, account) in ["big", "big", "big", "big", "small", "other", "small"].enumerated() {
                group.addTask {
                    try? await budget.acquire(route: "r", account: account)
                    order.append(account)
                }
                await gate.waitUntil { budget.waitingRequests(route: "r") == place }
            }
            gate.open()
        }
        #expect(order.all == ["big", "big", "small", "other", "big", "small", "big"])
    }

    @Test func `a cancelled request uses nothing up and blocks nobody`() async throws {
        let gate = Gate()
        let budget = RequestBudget(perMinute: 1, timing: gate.timing)
        try await budget.acquire(route: "r", account: "a")
        let sleeping = Task { try await budget.acquire(route: "r", account: "a") }
        await gate.waitUntil { gate.sleepers == 1 }
        let queued = Task { try await budget.acquire(route: "r", account: "b") }
        await gate.waitUntil { budget.waitingRequests(route: "r") == 1 }
        let last = Task { try await budget.acquire(route: "r", account: "c") }
        await gate.waitUntil { budget.waitingRequests(route: "r") == 2 }
        queued.cancel()
        await #expect(throws: CancellationError.self) { try await queued.value }
        sleeping.cancel()
        await #expect(throws: CancellationError.self) { try await sleeping.value }
        gate.open()
        try await last.value
        #expect((.seconds(60) ... .seconds(61)).contains(gate.now))
    }

    @Test func `a throttled route pauses for everyone, and says how long they waited`() async throws {
        let waits = Record<Duration>()
        let budget = RequestBudget(perMinute: 600, timing: clock.timing) { _, time in
            waits.append(time)
        }
        try await budget.acquire(route: "r", account: "a")
        budget.pause(route: "r", for: .seconds(55))
        budget.pause(route: "r", for: .seconds(5))
        try await budget.acquire(route: "r", account: "b")
        #expect(clock.now == .seconds(55))
        #expect(waits.all == [.zero, .seconds(55)])
    }
}
