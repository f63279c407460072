/// A token, key or password, which prints as `<redacted>` wherever it is printed.
///
/// Not `Codable` on purpose: whoever stores or sends one has to say so by asking for its ``value``.
package struct Secret: Sendable, Equatable {
    package let value: String

    package init(_ value: String) { self.value = value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package static let placeholder = "<redacted>"

    package var description: String { Self.placeholder }

    package var debugDescription: String { Self.placeholder }

    /// A mirror without children: `dump` and string interpolation of a containing value find nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
