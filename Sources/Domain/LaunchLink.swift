package import Foundation

/// A link that signs a browser in, once and for a limited time.
package struct LaunchLink: Hashable, Sendable {
    /// The SHA-256 of the link's token: a stolen store signs nobody in.
    package let tokenDigest: [UInt8]
    /// Whose session it opens.
    package var holder: Session.Holder
    package var expiresAt: Date

    package init(tokenDigest: [UInt8], holder: Session.Holder, expiresAt: Date) {
        self.tokenDigest = tokenDigest
        self.holder = holder
        self.expiresAt = expiresAt
    }
}
