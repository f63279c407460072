import Foundation

/// What tests and the sandbox's page do past the vendors' APIs.
extension VendorSandbox {
    /// Signs in without the login page.
    ///
    /// - Parameters:
    ///   - company: The identifier of the company.
    ///   - scopes: What is allowed.
    /// - Returns: An access token, which lasts an hour, and a refresh token.
    /// - Throws: An error when the journal cannot be written.
    package func issueTokens(
        company: String,
        scopes: [String] = ["ea:api", "offline_access", "ea:sales", "ea:accounting"]
    ) throws -> (access: String, refresh: String) {
        try withState { state in
            let grant = Grant(client: Self.clientID, company: company, scopes: scopes)
            let access = grant.issueAccessToken(in: &state.books, now: options.now())
            let refresh = grant.issueRefreshToken(in: &state.books)
            try state.commit(nil)
            return (access, refresh)
        }
    }

    /// Ends every access token now, and with `refreshTokens` the users' consent too.
    package func expireTokens(refreshTokens: Bool = false) throws {
        try withState { state in
            Grant.expireAll(refreshTokens: refreshTokens, in: &state.books)
            try state.commit(nil)
        }
    }

    /// The calls that were received.
    package var calls: CallLog { withState { $0.calls } }

    /// Lets something go wrong with the next calls of one kind.
    ///
    /// - Parameters:
    ///   - fault: What goes wrong.
    ///   - method: The method, or `*`.
    ///   - pathPrefix: How the path begins: `/v2/customers`.
    ///   - count: How many calls are affected.
    package func declare(_ fault: Fault, method: String = "*", pathPrefix: String, count: Int = 1) {
        let declared = DeclaredFault(fault: fault, method: method, pathPrefix: pathPrefix, remaining: count)
        withState { $0.faults.append(declared) }
    }

    // MARK: - Tables

    /// The rows of a table at Visma.
    package func vismaRows(_ table: String, company: String = "eriksson") -> [JSONObject] {
        rows(.visma(company, table))
    }

    /// The rows of a table at OutSmart.
    package func outSmartRows(_ table: String, account: String = "eriksson") -> [JSONObject] {
        rows(.outSmart(account, table))
    }

    private func rows(_ name: TableName) -> [JSONObject] { withState { $0.books[name].all.map(\.row.object) } }

    /// How often each record of a table was posted through the API, by its key.
    package func posts(_ name: TableName) -> [String: Int] { withState { $0.books[name].posts } }

    /// Changes some members of a record, or adds it, as a user of the vendor's own program would.
    ///
    /// Nothing is checked: real books hold what no API would take. Visma's stamp moves, and a work order gets its
    /// number when it is completed.
    ///
    /// - Parameters:
    ///   - name: The table.
    ///   - key: The record's key.
    ///   - patch: The members; null empties one.
    /// - Returns: The record.
    /// - Throws: An error when the journal cannot be written.
    @discardableResult
    package func edit(_ name: TableName, _ key: String, _ patch: JSONObject) throws -> JSONObject {
        try withState { state in
            let now = JSON.string(Stamp.text(options.now()))
            var record = state.books.row(key, in: name) ?? name.blankRecord(key, now: options.now())
            record.lay(patch)
            for stamp in ["ChangedUtc", "ModifiedUtc"] where record[stamp] != nil { record[stamp] = now }
            if record["status"] == "Compleet", record.text("OrderNr").isEmpty, record["WorkorderNo"] != nil {
                let number = state.books.nextNumber("\(name.path)/OrderNr", after: 5_000)
                record["OrderNr"] = .string("\(CivilDate(inSweden: options.now()).parts.year)-\(number)")
            }
            state.books.put(record, at: key, in: name)
            try state.commit(nil)
            return record
        }
    }

    /// Takes a record away, as a user would.
    ///
    /// - Returns: Whether it was there.
    @discardableResult
    package func delete(_ name: TableName, _ key: String) throws -> Bool {
        try withState { state in
            guard state.books.row(key, in: name) != nil else { return false }
            state.books.remove(key, from: name)
            try state.commit(nil)
            return true
        }
    }
}

extension TableName {
    /// A table of a company at Visma.
    package static func vismaTable(_ table: String, company: String = "eriksson") -> TableName {
        .visma(company, table)
    }

    /// A table of an account at OutSmart.
    package static func outSmartTable(_ table: String, account: String = "eriksson") -> TableName {
        .outSmart(account, table)
    }

    /// A record in which only the key is filled in.
    fileprivate func blankRecord(_ key: String, now: Date) -> JSONObject {
        let parts = path.split(separator: "/").map(String.init)
        let name = parts.last ?? ""
        if name == OutSmartOffice.workOrders { return WorkOrderRules.stored([:], id: Int(key) ?? 0, now: now) }
        if parts.first == "visma" {
            var record = VismaResource.all.first { $0.name == name }?.schema.blank ?? [:]
            record["Id"] = .string(key)
            return record
        }
        guard let entity = OutSmartEntity.all.first(where: { $0.name == name }) else { return ["id": .string(key)] }
        return JSONObject([("id", .string(key))] + entity.columns.map { ($0, $0 == entity.key ? .string(key) : .null) })
    }
}
