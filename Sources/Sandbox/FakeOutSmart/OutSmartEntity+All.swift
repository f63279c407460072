import Foundation

extension OutSmartEntity {
    static let relations = OutSmartEntity(
        name: "relations",
        key: "debtor_number",
        required: ["name", "debtor_number", "street", "postal_code", "city"],
        optional: [
            "house_number", "contact", "phone_number", "email", "email_workorder", "remark", "latitude", "longitude",
            "mobile", "kvk_number", "vat_number", "language", "accountmanager", "pgp_code", "source", "debtor_type",
            "active", "lead_phase", "country", "external_id", "debtor_number_invoice", "status",
        ],
        code: 1300
    )

    static let materials = OutSmartEntity(
        name: "materials",
        key: "code",
        required: ["code", "description", "price", "unit"],
        optional: [
            "eancode", "barcode", "freefield1", "freefield2", "freefield3", "freefield4", "freefield5", "note",
            "vat_code",
        ],
        code: 1200,
        // The documentation writes "4,55".
        check: { isDecimal($0.text("price").replacing(",", with: ".")) ? nil : "Price invalid" }
    )

    static let hourTypes = OutSmartEntity(
        name: "hourtypes",
        key: "code",
        required: ["code", "name", "cost_booking", "sale_booking", "sale_price"],
        optional: ["cost_price", "active"],
        code: 1800,
        check: { row in
            for flag in ["cost_booking", "sale_booking", "active"]
            where !["", "0", "1"].contains(OutSmartEntity.flag(row[flag])) {
                return "\(flag) must be 1 or 0"
            }
            // Here the documentation writes "50.00".
            for price in ["sale_price", "cost_price"] where !row.text(price).isEmpty && !isDecimal(row.text(price)) {
                return "\(price) invalid"
            }
            return nil
        }
    )

    static let projects = OutSmartEntity(
        name: "projects",
        key: "code",
        required: ["code", "debtor_number", "status", "name", "date_start"],
        optional: [
            "code_ext", "adr_code", "cpn_code", "debtor_number_invoice", "description", "progress", "date_end",
            "active",
        ],
        code: 1700,
        check: { row in
            for date in ["date_start", "date_end"]
            where !row.text(date).isEmpty && CivilDate(iso: row.text(date)) == nil {
                return OutSmartError.badDate
            }
            return nil
        }
    )

    static let employees = OutSmartEntity(
        name: "employees",
        key: "number",
        required: ["firstname", "lastname", "number"],
        optional: ["start_type", "active", "mobile", "email"],
        code: 1100,
        ignoresFilters: true
    )

    static let workTypes = OutSmartEntity(
        name: "worktypes",
        key: "wrt_name",
        required: ["wrt_name", "wrt_description", "wrt_default_minutes", "wrt_active"],
        optional: [],
        code: 2600
    )

    static let paymentMethods = OutSmartEntity(
        name: "paymentmethods",
        key: "pmd_description",
        required: ["pmd_description"],
        optional: [],
        code: 2700
    )

    static let workStatuses = OutSmartEntity(
        name: "workstatusses",
        key: "sta_code",
        required: ["sta_code", "sta_name"],
        optional: [],
        code: 2800
    )

    static let all = [
        relations, materials, hourTypes, projects, employees, workTypes, paymentMethods, workStatuses,
    ]

    /// A flag as it is stored.
    private static func flag(_ value: JSON?) -> String {
        if case .bool(let flag) = value { flag ? "1" : "0" } else { value?.text ?? "" }
    }
}

/// Whether the text is a plain decimal number that is not negative.
func isDecimal(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
        && parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
}
