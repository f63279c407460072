import Domain
import OutSmart
import RemoteAPI

/// Shows in OutSmart which work orders could not be exported: by a work status of the office's choice.
struct FailureMark: Sendable {
    private let desk: Desk
    private let isRegistered = Remembered<Bool>()

    init(_ desk: Desk) { self.desk = desk }

    /// Gives the work order the status; what fails there is reported, since the work order itself is explained anyway.
    func mark(_ order: OutSmartClient.WorkOrder) async throws(StepEnd) {
        guard let code = desk.settings.export.errorWorkStatus.trimmed, order.workStatus.trimmed != code else { return }
        do throws(RemoteAPIError) {
            try await register(code)
            try await desk.outSmart.updateWorkOrder(rowID: order.rowID, workStatus: code)
        } catch {
            guard case .refused = error else { throw desk.end(error, at: .outSmart) }
            let message = "OutSmart did not give the work order the status \(code). \(error.vendorWords)"
            let failure = SyncFailure.ofRecord(.statusUpdateFailed, message)
            let entry = desk.entry(.warning, .workOrders, record: order.recordName, failure)
            // A work order that stays as it failed is marked by the next run, if it was not by this one.
            if try await !desk.isLogged(entry) { try await desk.log([entry]) }
        }
    }

    /// Makes sure, once for each run, that OutSmart knows the status.
    private func register(_ code: String) async throws(RemoteAPIError) {
        guard await isRegistered.value == nil else { return }
        if try await !desk.outSmart.workStatuses().contains(where: { $0.code == code }) {
            try await desk.outSmart.postWorkStatuses([.init(code: code, name: "Not exported to Visma")])
        }
        await isRegistered.set(true)
    }
}
