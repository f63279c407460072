package import Domain
package import RemoteAPI

/// What is told to whoever watches the process: its own log and its metrics.
///
/// Each function is called where the thing happens, so it must return soon and never fail.
package struct Watch: Sendable {
    /// This process has begun a run, or goes on with one that was interrupted.
    package var began: @Sendable (Run) -> Void
    /// A run has ended.
    package var ended: @Sendable (Run) -> Void
    /// These entries were added to the log that users read.
    package var logged: @Sendable ([LogEntry]) -> Void

    package init(
        began: @escaping @Sendable (Run) -> Void = { _ in },
        ended: @escaping @Sendable (Run) -> Void = { _ in },
        logged: @escaping @Sendable ([LogEntry]) -> Void = { _ in }
    ) {
        self.began = began
        self.ended = ended
        self.logged = logged
    }

    /// The run that the current task works on, for lines of the process's log.
    @TaskLocal package static var currentRun: Run?
}

/// What is told of calls to the vendors.
package struct UpstreamWatch: Sendable {
    package typealias Outcome = Result<Transport.Reply, RemoteAPIError>

    /// A call has ended; the vendor's refusals are replies too.
    package var called: @Sendable (Vendor, Transport.Call, Outcome, Duration) -> Void
    /// A call that failed is about to be repeated.
    package var retried: @Sendable (Vendor, RemoteAPIError) -> Void

    package init(
        called: @escaping @Sendable (Vendor, Transport.Call, Outcome, Duration) -> Void = { _, _, _, _ in },
        retried: @escaping @Sendable (Vendor, RemoteAPIError) -> Void = { _, _ in }
    ) {
        self.called = called
        self.retried = retried
    }
}

extension Transport {
    /// This way to a vendor, watched.
    package func watched(_ watch: UpstreamWatch, to vendor: Vendor) -> Transport {
        telling { call, outcome, duration in watch.called(vendor, call, outcome, duration) }
    }
}

extension Retry {
    func watched(_ watch: UpstreamWatch, to vendor: Vendor) -> Retry {
        var retry = self
        retry.repeating = { error in watch.retried(vendor, error) }
        return retry
    }
}
