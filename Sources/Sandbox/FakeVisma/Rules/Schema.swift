import Foundation

/// What a record's fields may hold.
struct Schema: Sendable {
    let fields: [SchemaField]
    /// A record in which nothing is filled in.
    let blank: JSONObject

    init(_ fields: [SchemaField]) {
        self.fields = fields
        blank = JSONObject(fields.compactMap { field in field.blank.map { (field.name, $0) } })
    }

    /// Lets the writable members of a body through, and fills up what was left out.
    ///
    /// A member that is left out is cleared: a `PUT` replaces. Unknown members are ignored, as production does.
    ///
    /// - Parameters:
    ///   - body: What was sent.
    ///   - existing: The record so far, whose read-only members stay.
    /// - Returns: A whole record.
    /// - Throws: ``VismaError`` with code 2000 that names every field at fault.
    func admit(_ body: JSONObject, replacing existing: JSONObject? = nil) throws(VismaError) -> JSONObject {
        var errors: [VismaError.Field] = []
        let record = admit(body, replacing: existing, at: "", errors: &errors)
        if !errors.isEmpty { throw .invalid(errors) }
        return record
    }

    fileprivate func admit(
        _ body: JSONObject,
        replacing existing: JSONObject?,
        at path: String,
        errors: inout [VismaError.Field]
    ) -> JSONObject {
        var record = JSONObject()
        for field in fields {
            let name = field.name
            if field.isReadOnly {
                if let value = existing?[name] ?? field.blank { record.append(name, value) }
                continue
            }
            let sent = body[name] ?? .null
            if sent.isNull {
                if field.isRequired {
                    errors.append(.init(name: path + name, message: "The \(name) field is required."))
                }
                if let blank = field.blank { record.append(name, blank) }
            } else if case .list(let schema?) = field.kind, let items = sent.array {
                let admitted = items.enumerated().map { index, item -> JSON in
                    let place = "\(path)\(name)[\(index)]"
                    guard let item = item.object else {
                        errors.append(.init(name: place, message: "The value is not an object."))
                        return .null
                    }
                    return .object(schema.admit(item, replacing: nil, at: place + ".", errors: &errors))
                }
                record.append(name, .array(admitted))
            } else {
                if let message = field.complaint(about: sent) {
                    errors.append(.init(name: path + name, message: message))
                }
                record.append(name, field.normal(sent))
            }
        }
        return record
    }

    func contains(_ name: String) -> Bool { fields.contains { $0.name == name } }
}
