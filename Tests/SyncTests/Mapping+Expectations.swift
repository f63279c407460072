import Foundation
import RemoteAPI
import TestSupport

@testable import Sync

/// A record as Visma sends it.
func record<Value: Decodable>(_ json: String) throws -> Value {
    try WireJSON.decode(Value.self, from: Data(json.utf8))
}

extension Mapped {
    /// What is to be sent of the record.
    func sent() throws -> Outgoing<Row> {
        guard case .outgoing(let outgoing) = self else { throw NothingHappened(what: "the record is sent") }
        return outgoing
    }

    /// Why the record can't be sent, and its name.
    func refused() throws -> (name: String, failure: SyncFailure) {
        guard case .unusable(let name, let failure) = self else { throw NothingHappened(what: "it can't be sent") }
        return (name, failure)
    }
}
