import Testing

/// A form as a browser would submit it: what stands in its controls, without those that are switched off.
struct FilledForm {
    private(set) var fields: [(name: String, value: String)] = []

    /// Reads the form of that identifier, with the controls outside of it that name it.
    init(_ id: String, on page: String) throws {
        var form: String?
        // Whether each fieldset around is switched off.
        var fieldsets: [Bool] = []
        var select: Tag?
        for match in page.matches(of: /<(\/?)(form|fieldset|input|select|option|textarea)\b([^>]*)>/) {
            let tag = Tag(String(match.3))
            let isMine = (tag["form"] ?? form) == id && tag["disabled"] == nil && !fieldsets.contains(true)
            switch (match.2, match.1.isEmpty) {
            case ("form", let begins): form = begins ? tag["id"] ?? "" : nil
            case ("fieldset", true): fieldsets.append(tag["disabled"] != nil)
            case ("fieldset", false): fieldsets.removeLast()
            case ("input", _) where isMine && (!tag.canBeChecked || tag["checked"] != nil):
                fields.append((tag["name"] ?? "", tag["value"] ?? "on"))
            case ("textarea", true) where isMine:
                let text = page[match.range.upperBound...].prefix { $0 != "<" }
                fields.append((tag["name"] ?? "", Tag.unescaped(text.drop(while: \.isNewline))))
            case ("select", let begins): select = begins && isMine ? tag : nil
            case ("option", _):
                if let select, tag["selected"] != nil { fields.append((select["name"] ?? "", tag["value"] ?? "")) }
            default: break
            }
        }
        try #require(!fields.isEmpty, "There is no form \(id).")
    }

    func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// The form with other values in the controls of that name.
    func with(_ name: String, _ values: String...) -> FilledForm {
        var form = self
        // As a browser sends it: the hidden field of a box comes first, and stays.
        form.fields.removeAll { $0.name == name && !$0.value.isEmpty }
        form.fields += values.map { (name, $0) }
        return form
    }
}

/// The attributes of a tag.
struct Tag {
    private var attributes: [String: String] = [:]

    init(_ text: String) {
        for match in text.matches(of: /([a-z-]+)(?:="([^"]*)")?/) {
            attributes[String(match.1)] = Self.unescaped(match.2 ?? "")
        }
    }

    subscript(name: String) -> String? { attributes[name] }

    var canBeChecked: Bool { ["checkbox", "radio"].contains(attributes["type"]) }

    static func unescaped(_ text: Substring) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
