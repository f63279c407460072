import Crypto
import Domain
import Foundation
import Synchronization

/// Links that sign a browser in, once.
final class LaunchLinks: Sendable {
    private let holders = Mutex<[SHA256Digest: Session.Holder]>([:])

    /// Makes a token that opens one session for the holder.
    func issue(for holder: Session.Holder) -> String {
        let token = SymmetricKey(size: .bits256).base64URL
        holders.withLock { $0[Self.digest(token)] = holder }
        return token
    }

    /// The holder whose token this is; the token is used up.
    func redeem(_ token: String) -> Session.Holder? {
        holders.withLock { $0.removeValue(forKey: Self.digest(token)) }
    }

    private static func digest(_ token: String) -> SHA256Digest { SHA256.hash(data: Data(token.utf8)) }
}
