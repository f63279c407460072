package import Foundation

/// A company whose OutSmart and Visma eAccounting are kept in step.
package struct Account: Hashable, Sendable, Identifiable {
    package typealias ID = Identifier<Account>

    package let id: ID
    package var name: String
    package var createdAt: Date
    package var outSmart: OutSmartCredentials
    /// The licence as it was handed in, checked whenever it is needed.
    package var license: String?
    /// SHA-256 of the account's key: the key itself is shown once and kept nowhere.
    package var apiKeyDigest: [UInt8]
    package var webhookSecrets: WebhookSecrets

    package init(
        id: ID,
        name: String,
        createdAt: Date,
        outSmart: OutSmartCredentials,
        license: String?,
        apiKeyDigest: [UInt8],
        webhookSecrets: WebhookSecrets
    ) {
        self.id = id
        self.name = name
        self.createdAt = createdAt
        self.outSmart = outSmart
        self.license = license
        self.apiKeyDigest = apiKeyDigest
        self.webhookSecrets = webhookSecrets
    }

    /// What identifies the account at OutSmart.
    package struct OutSmartCredentials: Hashable, Sendable {
        package var token: SealedSecret
        package var bearer: SealedSecret?

        package init(token: SealedSecret, bearer: SealedSecret? = nil) {
            self.token = token
            self.bearer = bearer
        }
    }

    /// What signs the webhooks that reach us; after a rotation the old secret stays valid for a while.
    package struct WebhookSecrets: Hashable, Sendable {
        package var current: SealedSecret
        package var previous: SealedSecret?
        package var previousExpiresAt: Date?

        package init(current: SealedSecret, previous: SealedSecret? = nil, previousExpiresAt: Date? = nil) {
            self.current = current
            self.previous = previous
            self.previousExpiresAt = previousExpiresAt
        }

        /// The secrets that are good at that time.
        package func valid(at time: Date) -> [SealedSecret] {
            guard let previous, let previousExpiresAt, time < previousExpiresAt else { return [current] }
            return [current, previous]
        }
    }
}

extension Account.ID {
    /// Whether the identifier can stand in a path: 1 to 64 of `a–z`, `0–9`, `-` and `_`.
    package var isWellFormed: Bool {
        (1...64).contains(rawValue.utf8.count)
            && rawValue.utf8.allSatisfy { byte in
                (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d || byte == 0x5f
            }
    }
}
