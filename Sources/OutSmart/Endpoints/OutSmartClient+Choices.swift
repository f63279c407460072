package import RemoteAPI

extension OutSmartClient {
    /// A kind of work; `TypeOfWork` of a work order is its name.
    package struct WorkType: Sendable, Equatable {
        package var name: String
        package var description: String?
        package var active: Bool?
    }

    /// A way to pay; `PaymentMethod` of a work order is its description.
    package struct PaymentMethod: Sendable, Equatable {
        package var description: String
    }

    /// A company's own status of work orders; `WorkStatus` of a work order is its code.
    package struct WorkStatus: Sendable, Equatable {
        /// The key.
        package var code: String
        package var name: String

        package init(code: String, name: String) {
            self.code = code
            self.name = name
        }
    }

    /// Returns the kinds of work that the company added to the built-in ones.
    ///
    /// Maps to `GET /worktypes/`.
    package func workTypes() async throws(RemoteAPIError) -> [WorkType] {
        try await call(list("/worktypes/"), as: LossyList<WorkType>.self).rows
    }

    /// Returns the ways to pay that the company added to the built-in ones.
    ///
    /// Maps to `GET /paymentmethods/`.
    package func paymentMethods() async throws(RemoteAPIError) -> [PaymentMethod] {
        try await call(list("/paymentmethods/"), as: LossyList<PaymentMethod>.self).rows
    }

    /// Returns the work statuses.
    ///
    /// Maps to `GET /workstatusses/`.
    package func workStatuses() async throws(RemoteAPIError) -> [WorkStatus] {
        try await call(list("/workstatusses/"), as: LossyList<WorkStatus>.self).rows
    }

    /// Inserts or updates work statuses by code.
    ///
    /// Maps to `POST /workstatusses/`.
    package func postWorkStatuses(_ rows: [WorkStatus]) async throws(RemoteAPIError) {
        try await sending("/workstatusses/", rows)()
    }
}

extension OutSmartClient.WorkType: Decodable {
    private enum CodingKeys: String, CodingKey {
        case name = "wrt_name"
        case description = "wrt_description"
        case active = "wrt_active"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        name = row.text(.name) ?? ""
        description = row.text(.description)
        active = row.truth(.active)
    }
}

extension OutSmartClient.PaymentMethod: Decodable {
    private enum CodingKeys: String, CodingKey {
        case description = "pmd_description"
    }

    package init(from decoder: any Decoder) throws {
        description = try decoder.container(keyedBy: CodingKeys.self).text(.description) ?? ""
    }
}

extension OutSmartClient.WorkStatus: Codable {
    private enum CodingKeys: String, CodingKey {
        case code = "sta_code"
        case name = "sta_name"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        code = row.text(.code) ?? ""
        name = row.text(.name) ?? ""
    }
}
