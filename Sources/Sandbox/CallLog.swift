package import Foundation

/// A call that the sandbox answered.
package struct Call: Sendable, Equatable {
    package let time: Date
    /// `visma` or `outsmart`.
    package let side: String
    package let method: String
    /// The path with identifiers left out: `/v2/customers/{id}`.
    package let route: String
    /// The company or the OutSmart account, empty before it is known.
    package let account: String
    /// The HTTP status; 0 when the answer was lost.
    package let status: Int
    /// The vendor's own code: Visma's `ErrorCode`, OutSmart's `code`.
    package let code: Int?
    /// What was done to the answer, if anything.
    package let fault: String?

    var json: JSONObject {
        [
            "time": .string(Stamp.text(time)), "side": .string(side), "method": .string(method),
            "route": .string(route), "account": .string(account), "status": .int(status),
            "code": code.map(JSON.int) ?? nil, "fault": fault.map(JSON.string) ?? nil,
        ]
    }
}

/// The calls that were received: the newest ones, and counters of all.
package struct CallLog: Sendable {
    /// The newest calls, oldest first.
    package private(set) var newest: [Call] = []
    /// How many calls there were of each method and route: `GET /v2/customers`.
    package private(set) var counts: [String: Int] = [:]

    private static let limit = 10_000

    mutating func add(_ call: Call) {
        counts["\(call.method) \(call.route)", default: 0] += 1
        newest.append(call)
        // In one go: dropping the first of an array moves all others.
        if newest.count >= 2 * Self.limit { newest.removeFirst(Self.limit) }
    }

    /// How often a route was called.
    package func count(_ method: String, _ route: String) -> Int { counts["\(method) \(route)"] ?? 0 }
}

extension Call {
    /// Reads a call back from the journal.
    init?(_ json: JSONObject) {
        guard let time = Stamp.moment(json.text("time")) else { return nil }
        self.init(
            time: time,
            side: json.text("side"),
            method: json.text("method"),
            route: json.text("route"),
            account: json.text("account"),
            status: json["status"]?.int ?? 0,
            code: json["code"]?.int,
            fault: json["fault"]?.string
        )
    }
}
