import Foundation
import MicroHTTP
import Synchronization

/// A local Visma and a local OutSmart that behave: they keep state, validate, number, page and refuse.
///
/// A call is carried out whole while the lock is held, and is in the journal before it is answered. So a killed
/// process has carried out a call or not, never half of it.
package final class VendorSandbox: Sendable {
    package let options: Options
    package let companies: [SandboxCompany]
    private let state: Mutex<State>

    /// Opens the books: the seed, and then what the journal says happened to it.
    ///
    /// - Parameter options: What the books hold at first, and how the vendors behave.
    /// - Throws: ``SandboxError``.
    package init(_ options: Options = Options()) throws(SandboxError) {
        self.options = options
        companies = SandboxCompany.companies(of: options.seed)
        state = Mutex(try State(options: options, companies: companies))
    }

    /// Everything that changes.
    struct State: ~Copyable {
        var books = Books()
        var calls = CallLog()
        var faults: [DeclaredFault] = []
        var budget = RequestBudget()
        let journal: Journal?
    }

    func withState<Value>(_ body: (inout State) throws -> Value) rethrows -> Value {
        try state.withLock { state throws in try body(&state) }
    }
}

extension VendorSandbox.State {
    /// Seeds the books as of the day on which the journal was begun, and replays it.
    init(options: VendorSandbox.Options, companies: [SandboxCompany]) throws(SandboxError) {
        let head: JSONObject = [
            "journal": 1, "seed": .string(options.seed.name), "begun": .string(Stamp.text(options.now())),
        ]
        var books = Books()
        var calls = CallLog()
        guard let path = options.journal else {
            books.open(options.seed, for: companies, asOf: options.now())
            self.books = books
            journal = nil
            return
        }
        journal = try Journal(path: path, head: head) { line in
            if let seed = line["seed"]?.string {
                guard seed == options.seed.name else { throw SandboxError.otherSeed(seed) }
                books.open(options.seed, for: companies, asOf: Stamp.moment(line.text("begun")) ?? options.now())
            }
            for change in line["changes"]?.array ?? [] { change.object.map { books.replay($0) } }
            if let call = line["call"]?.object.flatMap(Call.init) { calls.add(call) }
        }
        books.isJournaled = true
        self.books = books
        self.calls = calls
    }

    /// Writes what has changed since the last time, and the call that changed it, to the journal.
    mutating func commit(_ call: Call?) throws {
        if let call { calls.add(call) }
        let changes = books.takeChanges()
        guard call != nil || !changes.isEmpty else { return }
        var line = JSONObject()
        if let call { line["call"] = .object(call.json) }
        if !changes.isEmpty { line["changes"] = .array(changes) }
        try journal?.write(line)
    }
}
