/// What a person has to decide before an account syncs as the company wants it.
package enum SetupStep: String, CaseIterable, Sendable {
    /// The company that was connected is the right one.
    case company
    /// What is imported.
    case imports
    /// Since when work orders are exported.
    case exportStart
    /// A sync has ended well: the first visit is over.
    case firstSync
}
