/// Markup that is safe to send.
///
/// Interpolated text is escaped. Interpolated markup is not.
package struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
    package let markup: String

    package init(stringLiteral value: String) { markup = value }
    package init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { markup += literal }
        package mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
        package mutating func appendInterpolation(_ list: [HTML]) { for html in list { markup += html.markup } }

        package mutating func appendInterpolation(_ text: some CustomStringConvertible) {
            // Scalar by scalar: a quote with a combining mark is another character to Swift, and a quote to browsers.
            for scalar in text.description.unicodeScalars {
                switch scalar {
                case "&": markup += "&amp;"
                case "<": markup += "&lt;"
                case ">": markup += "&gt;"
                case "\"": markup += "&quot;"
                case "'": markup += "&#39;"
                default: markup.unicodeScalars.append(scalar)
                }
            }
        }
    }
}

extension HTML {
    /// No markup at all, for parts that are left out.
    static let none: HTML = ""

    /// An attribute without a value, such as `checked`, where it applies.
    static func attribute(_ name: HTML, if applies: Bool) -> HTML { applies ? " \(name)" : .none }
}
