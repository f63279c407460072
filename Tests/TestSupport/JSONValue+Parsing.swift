package import Foundation
package import RemoteAPI
package import Sandbox

extension JSONValue {
    /// Reads JSON text with the sandbox's reader, which knows each value's type at its first letter.
    ///
    /// `JSONDecoder` would try one type after the other, and Swift Testing keeps a backtrace of each failed attempt.
    package init(parsing text: Data) throws(JSONSyntaxError) { self.init(try JSON(parsing: text)) }

    /// What a `$ref` in this document names.
    package func target(of reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/").reduce(self) { $0?[String($1)] }
    }

    private init(_ json: JSON) {
        switch json {
        case .null: self = .null
        case .bool(let truth): self = .truth(truth)
        case .number: self = json.decimal.map { .number($0) } ?? .text("a number out of range")
        case .string(let text): self = .text(text)
        case .array(let elements): self = .list(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(members.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }
}
