import Foundation
import RemoteAPI
import Sandbox

extension JSONValue {
    /// Reads JSON text with the sandbox's reader, which knows each value's type at its first letter.
    ///
    /// `JSONDecoder` would try one type after the other, and Swift Testing keeps a backtrace of each failed attempt.
    init(parsing text: Data) throws(JSONSyntaxError) { self.init(try JSON(parsing: text)) }

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
