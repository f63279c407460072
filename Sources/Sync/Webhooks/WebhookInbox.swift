package import Domain
import Foundation
package import Persistence

/// Signed messages that ask for a sync.
///
/// Only who may send them matters: what they say decides nothing.
package struct WebhookInbox: Sendable {
    private let office: Office
    private let sealing: Sealing
    /// Stands in for the secret of an account that does not exist, so that asking for one takes as long.
    private let decoy: SealedSecret?

    /// How far a sender's clock may be from ours, in seconds.
    private static let tolerance: TimeInterval = 300
    /// How long a message is known again, in seconds.
    private static let memory: TimeInterval = 7 * 86_400
    private static let longestID = 256
    private static let nobody: Account.ID = "nobody's account"

    package init(office: Office, sealing: Sealing) {
        self.office = office
        self.sealing = sealing
        decoy = try? sealing.seal(Token.webhookSecret(), for: Self.nobody)
    }

    /// What a request brought, as it came.
    package struct Message: Sendable {
        package var id: String
        /// Seconds since 1970.
        package var timestamp: String
        package var signatures: String
        package var body: [UInt8]

        package init(id: String, timestamp: String, signatures: String, body: [UInt8]) {
            self.id = id
            self.timestamp = timestamp
            self.signatures = signatures
            self.body = body
        }
    }

    /// Whether the message is of now and signed with a secret of that account.
    ///
    /// After a rotation the previous secret is good for 24 hours. The answer is the same, and takes about as long, for
    /// an account that does not exist.
    package func isGenuine(_ message: Message, for id: Account.ID) async throws(SyncFailure) -> Bool {
        guard message.isWellFormed(atMost: Self.longestID), let seconds = Int64(message.timestamp),
            abs(office.now().timeIntervalSince(Date(timeIntervalSince1970: TimeInterval(seconds)))) <= Self.tolerance
        else { return false }
        let account = try await stored { () async throws(StoreError) in try await office.store.account(id) }
        var isGenuine = false
        for secret in account?.webhookSecrets.valid(at: office.now()) ?? [decoy].compactMap(\.self) {
            let opened = try? sealing.open(secret, for: account?.id ?? Self.nobody)
            guard let opened, let key = WebhookKey(opened) else { continue }
            // Each secret is tried, whether one before it fitted or not.
            let fits = key.accepts(message.signatures, of: message.id, at: message.timestamp, message.body)
            isGenuine = isGenuine || fits
        }
        return isGenuine && account != nil
    }

    /// Asks for a sync of all that the settings enable; a message that came before leads to the run that it asked for.
    ///
    /// - Throws: Whatever keeps a sync from being asked for. The message is then as good as never seen: sent once more
    ///   it is as good as new.
    package func accept(_ message: Message, for id: Account.ID) async throws(SyncFailure) -> Run {
        let receipt = MessageReceipt(id: message.id, keptUntil: office.now().addingTimeInterval(Self.memory))
        return try await office.enqueue(id, scopes: nil, trigger: .webhook, receipt: receipt).run
    }
}

extension WebhookInbox.Message {
    /// Whether identifier and time are what they claim to be: with a dot in them another split could be signed alike.
    fileprivate func isWellFormed(atMost limit: Int) -> Bool {
        (1...limit).contains(id.utf8.count) && id.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != 0x2e }
            && (1...12).contains(timestamp.utf8.count) && timestamp.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
