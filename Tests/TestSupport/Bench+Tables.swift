package import Sandbox

/// The columns of a row at OutSmart that the connector fills, empty ones as empty texts.
package typealias Columns = [String: String]

extension Bench {
    /// What OutSmart holds in a table, by the rows' key.
    package func outSmart(
        _ table: String,
        by key: String,
        _ columns: [String],
        account: String = "eriksson"
    ) -> [String: Columns] {
        var rows: [String: Columns] = [:]
        for row in sandbox.outSmartRows(table, account: account) {
            rows[row.text(key)] = Dictionary(columns.map { ($0, row.text($0)) }) { $1 }
        }
        return rows
    }

    /// How often OutSmart took in each row of a table, by its key.
    package func posts(to table: String) -> [String: Int] { sandbox.posts(.outSmartTable(table)) }

    /// How often a vendor's route was called, such as `POST /openapi/8/materials`.
    package func calls(_ route: String) -> Int { sandbox.calls.counts[route] ?? 0 }

    /// How often anything was called.
    package var calls: Int { sandbox.calls.counts.values.reduce(0, +) }

    /// A company's unit, by its abbreviation.
    package func unit(_ abbreviation: String, company: String = "eriksson") -> JSONObject {
        sandbox.vismaRows("units", company: company).first { $0.text("Abbreviation") == abbreviation } ?? [:]
    }
}
