package import Foundation

/// Whether an account may use the connector now.
package enum LicenseState: Hashable, Sendable {
    case none
    case active(until: Date)
    case expired(at: Date)
    /// Not signed by the licence key, or made for another account or product.
    case invalid

    package var isActive: Bool {
        if case .active = self { true } else { false }
    }
}
