package import Domain
package import Sync

/// How the engine is asked, without waiting for it to do anything.
package struct SyncRequests: Sendable {
    // By this name, because the compiler does not count a thrown type as a use of its module.
    package typealias Failure = SyncFailure
    package typealias Request =
        @Sendable (Account.ID, [Scope]?, Run.Trigger) async throws(Failure) -> (run: Run, isNew: Bool)
    package typealias Cancel = @Sendable (Run.ID, Account.ID) async throws(Failure) -> Run?

    let request: Request
    let cancel: Cancel

    package init(request: @escaping Request, cancel: @escaping Cancel) {
        self.request = request
        self.cancel = cancel
    }
}
