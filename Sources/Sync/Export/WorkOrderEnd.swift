import Domain
import RemoteAPI

/// Why a work order did not get its document.
enum WorkOrderEnd: Error {
    /// This one can't be exported as it is; the others can.
    case failed(SyncFailure)
    /// Nothing more can be exported now.
    case step(StepEnd)
}

extension WorkOrderEnd {
    /// What is wrong with this one work order.
    ///
    /// - Throws: Why nothing more can be exported.
    func ofWorkOrder() throws(StepEnd) -> SyncFailure {
        switch self {
        case .failed(let failure): return failure
        case .step(let end): throw end
        }
    }

    /// A failed call: what the vendor refused of this work order concerns only it, anything else all of them.
    init(_ error: RemoteAPIError, at vendor: Vendor, _ desk: Desk) {
        var failure = SyncFailure(error, at: vendor)
        let concernsAll: [LogEntry.Code] = [.scopeMissing, .companyInactive, .moduleMissing]
        guard case .refused = error, failure.reach == .step, !concernsAll.contains(failure.code) else {
            self = .step(desk.end(error, at: vendor))
            return
        }
        failure.reach = .record
        self = .failed(failure)
    }
}
