package import RemoteAPI

extension OutSmartClient {
    /// Work orders, and those among them that could not be read.
    package struct WorkOrderList: Sendable, Equatable {
        package var workOrders: [WorkOrder]
        package var unreadable: [UnreadableRow]
    }

    /// Returns what creates work orders; all of them or none.
    ///
    /// Maps to `POST /PostWorkorders/`, which is no upsert: where the call may have happened, look for the number
    /// before posting it again.
    package func sending(_ rows: [NewWorkOrder]) -> Sending {
        // Their row ids, which nobody needs.
        sending("/PostWorkorders/", rows, expecting: LossyList<Ignored>.self)
    }

    /// Returns a work order by its row id, or `nil` where there is none.
    ///
    /// Maps to `GET /GetWorkorder/?row_id=…`.
    ///
    /// - Parameters:
    ///   - rowID: OutSmart's id.
    ///   - updatesStatus: Whether OutSmart marks it as handled, which cannot be undone. Without saying so it would.
    /// - Returns: The work order.
    /// - Throws: ``RemoteAPIError``.
    package func workOrder(rowID: String, updatesStatus: Bool) async throws(RemoteAPIError) -> WorkOrder? {
        try await workOrder(by: ("row_id", rowID), updatesStatus)
    }

    /// Returns a work order by its number, or `nil` where there is none.
    ///
    /// Maps to `GET /GetWorkorder/?workorder_no=…`.
    ///
    /// - Parameters:
    ///   - number: The number it was created with.
    ///   - updatesStatus: Whether OutSmart marks it as handled, which cannot be undone. Without saying so it would.
    /// - Returns: The work order.
    /// - Throws: ``RemoteAPIError``.
    package func workOrder(number: String, updatesStatus: Bool) async throws(RemoteAPIError) -> WorkOrder? {
        try await workOrder(by: ("workorder_no", number), updatesStatus)
    }

    /// Returns the work orders in a state.
    ///
    /// Maps to `GET /GetWorkorders/?status=…`.
    ///
    /// - Parameters:
    ///   - status: Such as `Compleet`.
    ///   - workStatus: Only those with this status of the company's own.
    ///   - updatesStatus: Whether OutSmart marks all of them as handled, which cannot be undone. Without saying so it
    ///     would.
    /// - Returns: The work orders.
    /// - Throws: ``RemoteAPIError``.
    package func workOrders(
        status: String,
        workStatus: String? = nil,
        updatesStatus: Bool
    ) async throws(RemoteAPIError) -> WorkOrderList {
        var query = [("status", status), ("update_status", updatesStatus ? "true" : "false")]
        if let workStatus { query.append(("workstatus", workStatus)) }
        // Handled work orders leave the list: the same call would bring another answer.
        let endpoint = list("/GetWorkorders/", query, isRepeatable: !updatesStatus)
        let list = try await call(endpoint, as: LossyList<WorkOrder>.self)
        return WorkOrderList(workOrders: list.rows, unreadable: list.unreadableRows)
    }

    /// Sets a work order's status of the company's own.
    ///
    /// Maps to `GET /UpdateWorkorder/?row_id=…&workstatus=…`. That nothing changed is no error.
    package func updateWorkOrder(rowID: String, workStatus: String) async throws(RemoteAPIError) {
        let query = [("row_id", rowID), ("workstatus", workStatus)]
        do {
            _ = try await call(
                Endpoint(method: "GET", path: "/UpdateWorkorder/", query: query, isRepeatable: true),
                as: Ignored.self
            )
        } catch .refused(let refusal) where refusal.code == 1503 {
            return
        }
    }

    private func workOrder(
        by key: (String, String),
        _ updatesStatus: Bool
    ) async throws(RemoteAPIError) -> WorkOrder? {
        let query = [key, ("update_status", updatesStatus ? "true" : "false")]
        let endpoint = Endpoint(method: "GET", path: "/GetWorkorder/", query: query, isRepeatable: true)
        do {
            return try await call(endpoint, as: OneOrList<WorkOrder>.self).first
        } catch .refused(let refusal) where refusal.code == 1500 {
            return nil
        }
    }
}

/// One record, which some answers wrap in a list.
private struct OneOrList<Element: Decodable & Sendable>: Decodable, Sendable {
    var first: Element?

    init(from decoder: any Decoder) throws {
        if (try? decoder.unkeyedContainer()) != nil {
            first = try [Element](from: decoder).first
        } else {
            first = try Element(from: decoder)
        }
    }
}
