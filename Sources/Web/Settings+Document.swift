import Crypto
import Domain
import Foundation

extension Settings {
    /// The settings document.
    var json: JSON {
        SettingsField.all.reduce([:]) { document, field in
            document.adding(field.value(self), at: field.setting.rawValue.split(separator: ".").map(String.init)[...])
        }
    }

    /// The settings after a JSON merge patch (RFC 7396).
    ///
    /// A document without one of its members does not exist. So `null` empties what can be empty; any other setting,
    /// and a whole group of them, it puts back to the default.
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
            if let field = SettingsField.all.first(where: { $0.setting.rawValue == name }) {
                do throws(FieldFault) {
                    try field.set(&self, member.value == .null ? field.emptied : member.value, now)
                } catch .element(let index, let fault) {
                    faults.append(.init(name: "\(name)[\(index)]", fault: fault))
                } catch {
                    faults.append(.init(name: name, fault: error))
                }
            } else if SettingsField.all.contains(where: { $0.setting.rawValue.hasPrefix(name + ".") }) {
                guard member.value != .null else {
                    reset(below: name + ".", now)
                    continue
                }
                apply(member.value, below: name + ".", now, &faults)
            } else {
                faults.append(.init(name: name, fault: .unknown))
            }
        }
    }
}

extension Settings {
    /// Names this state of the settings: an entity tag.
    var revision: String {
        "\"\(SHA256.hash(data: Data(json.bytes)).prefix(12).hexadecimal)\""
    }

    private mutating func reset(below path: String, _ now: Date) {
        for field in SettingsField.all where field.setting.rawValue.hasPrefix(path) {
            try? field.set(&self, field.standard, now)
        }
    }
}

extension SettingsField {
    /// The value that nobody chose.
    var standard: JSON { value(Settings()) }

    fileprivate var emptied: JSON { schema.canBeNull ? .null : standard }
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
