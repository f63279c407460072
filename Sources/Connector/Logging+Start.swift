import Logging
import ServiceLifecycle
import UnixSignals

extension ConnectorConfiguration {
    /// Sends the log of every part of this process to standard error, in the configured form.
    func startLogging() {
        let (level, format) = (logLevel, logFormat)
        LoggingSystem.bootstrap { label in
            var handler: any LogHandler =
                switch format {
                case .text: StreamLogHandler.standardError(label: label)
                case .json: JSONLogHandler(label: label)
                }
            handler.logLevel = level
            return handler
        }
    }
}

/// Runs services until one fails or the process is asked to stop by SIGTERM or SIGINT.
///
/// Then they stop in the reverse of their order, each within its own time and all within 20 seconds.
func runUntilSignal(_ services: [any Service], logger: Logger) async throws {
    var configuration = ServiceGroupConfiguration(
        services: services,
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(20)
    configuration.maximumCancellationDuration = .seconds(5)
    try await ServiceGroup(configuration: configuration).run()
}
