import Foundation

extension JSON {
    /// The document, in one line.
    var bytes: [UInt8] {
        var text = ""
        write(to: &text)
        return Array(text.utf8)
    }

    /// The document with a line for every value, for people.
    var indented: String {
        var text = ""
        write(to: &text, lineBreak: "\n")
        return text
    }

    /// Writes the value; where there is a line break, each member and element stands below it, two spaces further in.
    private func write(to text: inout String, lineBreak: String = "") {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number.description
        case .text(let value): Self.write(value, to: &text)
        case .list(let values):
            Self.write(values, between: "[", "]", to: &text, lineBreak) { value, text, lineBreak in
                value.write(to: &text, lineBreak: lineBreak)
            }
        case .object(let members):
            Self.write(members, between: "{", "}", to: &text, lineBreak) { member, text, lineBreak in
                Self.write(member.name, to: &text)
                text += lineBreak.isEmpty ? ":" : ": "
                member.value.write(to: &text, lineBreak: lineBreak)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part],
        between start: String,
        _ end: String,
        to text: inout String,
        _ lineBreak: String,
        _ writePart: (Part, inout String, _ lineBreak: String) -> Void
    ) {
        let inner = lineBreak.isEmpty ? "" : lineBreak + "  "
        text += start
        for (index, part) in parts.enumerated() {
            text += (index > 0 ? "," : "") + inner
            writePart(part, &text, inner)
        }
        text += (parts.isEmpty ? "" : lineBreak) + end
    }

    private static func write(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
