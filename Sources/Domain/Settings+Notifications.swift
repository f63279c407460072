extension Settings {
    /// Whom trouble is told, by a signed message.
    package struct Notifications: Hashable, Sendable, Codable {
        /// Where the messages go; `nil` for nowhere.
        package var webhookURL: String?
        /// What signs them; `nil` for the account's own webhook secret.
        package var webhookSecret: ChosenSecret?

        package init() {}
    }
}

/// A secret that a user chose: never shown again, and stored only when it is sealed.
package enum ChosenSecret: Hashable, Sendable {
    /// As it was typed, on its way to be sealed.
    case typed(String)
    case sealed(SealedSecret)
}

extension ChosenSecret: Codable {
    package init(from decoder: any Decoder) throws { self = .sealed(try SealedSecret(from: decoder)) }

    package func encode(to encoder: any Encoder) throws {
        guard case .sealed(let secret) = self else {
            throw EncodingError.invalidValue(
                "a secret",
                EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "It is not sealed.")
            )
        }
        try secret.encode(to: encoder)
    }
}

extension ChosenSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<redacted>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
