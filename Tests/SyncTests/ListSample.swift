import Domain
import Sandbox
import TestSupport
import Testing

/// A list of Visma, and how a test adds to it.
struct ListSample: CustomTestStringConvertible, Sendable {
    let scope: Scope
    /// Where Visma says when a record last changed.
    let stamp: String
    let add: @Sendable (Bench, Range<Int>) throws -> Void

    var testDescription: String { scope.rawValue }
    var route: String { "GET /\(scope.rawValue)" }

    static let all = [
        ListSample(scope: .articles, stamp: "ChangedUtc") { bench, indices in try bench.addArticles(indices) },
        ListSample(scope: .projects, stamp: "ModifiedUtc") { bench, indices in
            try bench.addCustomers([1])
            try bench.addProjects(indices)
        },
        ListSample(scope: .orders, stamp: "ModifiedUtc") { bench, indices in
            for index in indices { try bench.addOrder(index) }
        },
    ]
}
