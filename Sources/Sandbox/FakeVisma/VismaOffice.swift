import Foundation
import MicroHTTP

/// One company at the sandbox's Visma, during one call.
///
/// A handler checks everything before its first change, so a call that is refused has changed nothing.
struct VismaOffice {
    var books: Books
    let company: String
    let now: Date
    let options: VendorSandbox.Options

    /// The name of one of the company's tables.
    func table(_ name: String) -> TableName { .visma(company, name) }

    /// A table of the company.
    func rows(_ resource: VismaResource) -> Table { books[table(resource.name)] }

    /// The record with that identifier.
    func record(_ id: String, in resource: VismaResource) -> JSONObject? {
        books.row(id, in: table(resource.name))
    }

    /// The record with that identifier.
    ///
    /// - Parameters:
    ///   - id: The identifier, in lower case.
    ///   - resource: The kind of record.
    /// - Returns: The record.
    /// - Throws: ``VismaError`` with code 3000.
    func existing(_ id: String, in resource: VismaResource) throws(VismaError) -> JSONObject {
        guard let record = record(id, in: resource) else { throw .notFound(resource.singular, id) }
        return record
    }

    /// Stores a record under its `Id`.
    mutating func store(_ record: JSONObject, in resource: VismaResource, posted: Bool = false) {
        books.put(record, at: record.text("Id"), in: table(resource.name), posted: posted)
    }

    /// The settings of the company.
    var settings: JSONObject { books.row(company, in: table("companysettings")) ?? [:] }

    var today: CivilDate { CivilDate(inSweden: now) }
    var stamp: JSON { .string(Stamp.text(now)) }

    func newID() -> JSON { .string(UUID().uuidString.lowercased()) }

    /// Takes the next number of a series such as `NextCustomerNumber` from the settings.
    mutating func takeNumber(_ series: String) -> Int {
        var settings = settings
        let number = settings[series]?.int ?? 1
        settings[series] = .int(number + 1)
        books.put(settings, at: company, in: table("companysettings"))
        return number
    }

    // MARK: - Reading

    func showCompanySettings() -> Response { .json(.object(settings)) }

    /// Answers with one record.
    func show(_ resource: VismaResource, _ call: VismaCall) throws(VismaError) -> Response {
        .json(.object(try existing(call.id, in: resource)))
    }
}
