import Domain
import Foundation

/// One setting as scripts and forms name it.
///
/// The table of them all is what the settings document is made of.
struct SettingsField: Sendable {
    /// The place in the document, such as `import.customers`; also the name of the form's field.
    let name: String
    let value: @Sendable (Settings) -> JSON
    /// Sets the value from a document.
    let set: @Sendable (inout Settings, JSON, _ now: Date) throws(FieldFault) -> Void
    /// The document's value for what a form says: `nil` for a box that is not ticked.
    let formValue: @Sendable (String?) -> JSON

    /// Every setting, in the order of the document.
    static let all: [SettingsField] = [
        .flag("import.customers", \.import.customers),
        .flag("import.includeInactive", \.import.includeInactive),
        .day("import.changedSince", \.import.changedSince),
        .flag("schedule.enabled", \.schedule.enabled),
    ]

    /// The names of the settings in which two documents differ.
    static func differences(_ old: Settings, _ new: Settings) -> [String] {
        all.filter { $0.value(old) != $0.value(new) }.map(\.name)
    }

    // MARK: - Kinds

    private static func flag(_ name: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable) -> SettingsField {
        SettingsField(
            name: name,
            value: { .flag($0[keyPath: path]) },
            set: { settings, value, _ throws(FieldFault) in
                guard case .flag(let flag) = value else { throw .noFlag }
                settings[keyPath: path] = flag
            },
            formValue: { .flag($0 != nil) }
        )
    }

    /// A date in the past, or none.
    private static func day(_ name: String, _ path: any WritableKeyPath<Settings, Date?> & Sendable) -> SettingsField {
        SettingsField(
            name: name,
            value: { JSON($0[keyPath: path]) },
            set: { settings, value, now throws(FieldFault) in
                switch value {
                case .null: settings[keyPath: path] = nil
                case .text(let text):
                    guard let date = Timestamp.date(text) else { throw .noDate }
                    guard date <= now else { throw .dateInFuture }
                    guard date >= Date(timeIntervalSince1970: 0) else { throw .dateTooEarly }
                    settings[keyPath: path] = date
                default: throw .noDate
                }
            },
            formValue: { text in
                let text = text?.filter { !$0.isWhitespace } ?? ""
                return text.isEmpty ? .null : .text(text)
            }
        )
    }
}

// MARK: - The whole document

extension Settings {
    /// The settings document.
    var json: JSON {
        SettingsField.all.reduce([:]) { document, field in
            document.adding(field.value(self), at: field.name.split(separator: ".").map(String.init)[...])
        }
    }

    /// The settings after a JSON merge patch (RFC 7396).
    func patched(with patch: JSON, now: Date) throws(Problem) -> Settings {
        var patched = self
        var faults: [Problem.Field] = []
        patched.apply(patch, below: "", now, &faults)
        if !faults.isEmpty { throw .invalid(faults) }
        return patched
    }

    private mutating func apply(_ patch: JSON, below path: String, _ now: Date, _ faults: inout [Problem.Field]) {
        guard case .object(let members) = patch else {
            return faults.append(.init(name: String(path.dropLast()), fault: .noObject))
        }
        for member in members {
            let name = path + member.name
            if let field = SettingsField.all.first(where: { $0.name == name }) {
                do throws(FieldFault) {
                    try field.set(&self, member.value, now)
                } catch {
                    faults.append(.init(name: name, fault: error))
                }
            } else if SettingsField.all.contains(where: { $0.name.hasPrefix(name + ".") }) {
                apply(member.value, below: name + ".", now, &faults)
            } else {
                faults.append(.init(name: name, fault: .unknown))
            }
        }
    }
}

extension JSON {
    /// The object with a value at that place, in objects that are made on the way.
    fileprivate func adding(_ value: JSON, at path: ArraySlice<String>) -> JSON {
        guard let name = path.first, case .object(var members) = self else { return value }
        let rest = path.dropFirst()
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].value = members[index].value.adding(value, at: rest)
        } else {
            members.append(Member(name: name, value: (rest.isEmpty ? value : JSON.object([])).adding(value, at: rest)))
        }
        return .object(members)
    }
}
