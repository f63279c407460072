import Domain

// What syncs do and leave behind.
extension Schema {
    static let run = object([
        "id": text,
        "account": text,
        "trigger": choice(of: Run.Trigger.self),
        "state": choice(of: Run.State.self)
            .described("`partial`: every record was tried and some failed. `failed`: the run could not go on."),
        "queuedAt": moment,
        "startedAt": moment.orNull,
        "finishedAt": moment.orNull,
        "steps": list(of: named("Step")),
        "error": named("Failure").orNull,
    ])

    static let step = object([
        "scope": named("Scope"),
        "state": choice(of: Run.Step.State.self),
        "total": count.orNull.described("How many records the list holds this time, once that is known."),
        "read": count, "created": count, "updated": count, "unchanged": count, "skipped": count, "failed": count,
    ])

    static let logEntry = object([
        "id": integer(1...Int64.max),
        "time": moment,
        "run": text.orNull,
        "level": choice(QueryReader.levels.map(\.rawValue)),
        "scope": named("Scope").orNull,
        "record": text.orNull.described("The record as its users call it."),
        "code": named("Code").orNull,
        "message": text.described("What happened, with the vendor's words where there are any."),
        "action": text.orNull.described("What to do about it."),
        "detail": Schema(json: ["type": "object", "additionalProperties": ["type": "string"]])
            .described("Facts for support, such as Visma's `ErrorId`."),
    ])

    static let exportEntry = object([
        "workOrder": text.described("OutSmart's identifier of the row."),
        "number": text.orNull.described("The work order's number as people see it."),
        "state": choice(of: ExportEntry.State.self),
        "document": choice(of: ExportEntry.Document.self),
        "documentId": text.orNull,
        "documentNumber": Schema(json: ["type": "integer"]).orNull,
        "invoice": object(["number": Schema(json: ["type": "integer"]).orNull, "paid": flag]).orNull
            .described("The invoice that the document became."),
        "code": named("Code").orNull,
        "message": text.orNull,
        "attempts": count,
        "updatedAt": moment,
    ])

    static let previewedExport = object([
        "workOrder": text,
        "number": text,
        "document": choice(of: ExportEntry.Document.self),
        "calls": list(
            of: object(["method": text, "path": text, "body": anything.described("What would be sent to Visma.")])
        ).described("Records that Visma lacks, then the document; none after a failure."),
        "failure": named("Failure").orNull,
        "warnings": list(of: named("Failure")),
    ])

    // MARK: - Settings

    /// The settings document, made of the table that reads and writes it.
    static let settings = object(
        groups(areOptional: false) { $0.schema.answered.defaulting(to: $0.standard) }
    )

    static let settingsPatch: Schema = {
        let members = groups(areOptional: true) { $0.schema.orNull }.map { ($0.0, $0.1.orNull) }
        return object(members, optional: Set(members.map(\.0)))
            .described("`null` empties a setting, or puts back its default where it can't be empty.")
    }()

    /// The members of the settings document, those of each of its objects together.
    private static func groups(
        areOptional: Bool,
        _ schema: (SettingsField) -> Schema
    ) -> [(String, Schema)] {
        var groups: [(name: String, members: [(String, Schema)])] = []
        for field in SettingsField.all {
            let path = field.setting.rawValue.split(separator: ".").map(String.init)
            let index = groups.firstIndex { $0.name == path[0] } ?? groups.endIndex
            if index == groups.endIndex { groups.append((path[0], [])) }
            let title = JSON.text(SettingTexts.english.name(field.setting))
            groups[index].members.append((path.dropFirst().joined(separator: "."), schema(field).with("title", title)))
        }
        return groups.map { name, members in
            // A setting that stands by itself.
            if members.count == 1, members[0].0.isEmpty { return (name, members[0].1) }
            return (name, object(members, optional: areOptional ? Set(members.map(\.0)) : []))
        }
    }

    /// What an answer says, where a request may say the same in another way.
    private var answered: Schema { json["anyOf"] == nil ? self : Schema.moment.orNull }
}
