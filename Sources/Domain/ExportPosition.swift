package import Foundation

/// The place of an export's entry among all, by its last change.
package struct ExportPosition: Hashable, Sendable {
    package var updatedAt: Date
    /// Tells entries apart that changed in the same millisecond.
    package var workOrder: String

    package init(updatedAt: Date, workOrder: String) {
        self.updatedAt = updatedAt
        self.workOrder = workOrder
    }

    /// The place of that entry.
    package init(_ entry: ExportEntry) {
        self.init(updatedAt: entry.updatedAt, workOrder: entry.workOrder)
    }
}
