import Domain

extension Mapped {
    /// What can be kept under its natural key, which the store would cut at a NUL.
    var withoutNUL: Mapped {
        guard case .outgoing(let outgoing) = self, outgoing.row.code.utf8.contains(0) else { return self }
        let failure = SyncFailure(.vismaError, "Visma sent a record whose number has a NUL.", reach: .record)
        return .unusable(name: outgoing.name.withoutNUL, failure)
    }
}

extension String {
    var withoutNUL: String { filter { $0 != "\0" } }
}
