import Domain
import Foundation
import Sandbox
import TestSupport

/// A few completed work orders, and what happens to the processes that export them, one after the other.
struct ExportSchedule: Sendable {
    /// A work order, and what is special about it.
    struct Job: Sendable {
        var index: Int
        var isPoisoned: Bool
        var hasPDF: Bool
        var newCustomer: String?
        var newArticle: String?
        /// Whether it came from one of Visma's orders, which is to be updated.
        var isOfOrder: Bool
        /// Whether someone adds a row to that order while processes come and go.
        var getsLateRow: Bool
    }

    let seed: Int
    let jobs: [Job]
    /// What happens to each process, by the step.
    let lives: [[Int: Fate.Blow]]

    init(seed: Int) {
        var random = SeededGenerator(seed: seed)
        self.seed = seed
        let count = random.chance(0.7) ? 1 : Int.random(in: 2...3, using: &random)
        jobs = (0..<count).map { number in
            let isOfOrder = random.chance(0.25)
            return Job(
                index: seed * 10 + number,
                isPoisoned: random.chance(0.1),
                hasPDF: random.chance(0.3),
                // Two work orders may want the same new record.
                newCustomer: !isOfOrder && random.chance(0.2) ? "N\(seed)" : nil,
                newArticle: random.chance(0.2) ? "X\(seed)" : nil,
                isOfOrder: isOfOrder,
                getsLateRow: isOfOrder && random.chance(0.5)
            )
        }
        let steps = 4 + 8 * count
        lives = (0..<(random.chance(0.7) ? 1 : Int.random(in: 2...3, using: &random))).map { _ in
            var blows: [Int: Fate.Blow] = [:]
            for _ in 0..<(random.chance(0.7) ? 1 : 2) {
                let blow = Self.blow(&random)
                let step = Int.random(in: 0..<steps, using: &random)
                // A call that is repeated fails only when it fails five times.
                let length = blow.isFailure && random.chance(0.3) ? 5 : 1
                for step in step..<step + length { blows[step] = blow }
            }
            return blows
        }
    }

    private static func blow(_ random: inout SeededGenerator) -> Fate.Blow {
        switch Int.random(in: 0..<12, using: &random) {
        case 0..<2: .death(.before)
        case 2..<4: .death(.after)
        case 4: .standstill(.before)
        case 5: .standstill(.after)
        case 6: .halved
        case 7: .late
        default: .fault(Fate.FaultKind.allCases.randomElement(using: &random) ?? .lostAfter)
        }
    }
}

extension Fate.Blow {
    /// Whether it may befall the repetitions of a call too.
    fileprivate var isFailure: Bool {
        switch self {
        case .death, .halved, .fault: true
        case .standstill, .late: false
        }
    }
}

extension ExportSchedule.Job {
    /// The work order's members, where they differ from the usual.
    var members: JSONObject {
        var members: JSONObject = ["Materials": [Bench.material(newArticle.map(JSON.string) ?? "A1")]]
        if isPoisoned { members["Materials"] = [Bench.material("A1", ["MaterialNr": "0"])] }
        if hasPDF { members["PdfUrl"] = .string("/mailpdf.php?sheet_id=S\(index)") }
        if isOfOrder { members["WorkorderNo"] = .string("V\(orderNumber)") }
        if let newCustomer {
            members["CustomerDebtorNr"] = .string(newCustomer)
            members["CustomerDebtorNrInvoice"] = .string(newCustomer)
        }
        return members
    }

    /// The number of the order that the work order came from.
    var orderNumber: Int { 1_000_000 + index }

    /// That order's identifier.
    var orderID: String { "40000000-0000-4000-8000-" + String(String(1_000_000_000_000 + index).suffix(12)) }
}
