import Foundation
import Logging
import MicroHTTP
import ServiceLifecycle
import Sync
import Synchronization
import Web

extension Installation {
    /// Serves until the process is asked to stop.
    ///
    /// - Parameters:
    ///   - others: Services that outlive ours.
    ///   - onListening: Called once, when requests are accepted.
    /// - Throws: ``StartFailure``.
    func run(beside others: [any Service] = [], onListening: @escaping @Sendable () -> Void) async throws {
        let stopping = Flag()
        let app = try site(isStopping: { stopping.isRaised })
        let server = HTTPServer(
            configuration: try serverConfiguration(),
            bodyLimit: app.bodyLimit,
            refuse: app.refusal,
            handler: app.answer
        )
        let (engine, custody, announcements) = (engine, custody, announcements)
        let (logger, publicURL) = (logger, publicURL)
        let sync = ClosureService {
            await withGracefulShutdownHandler {
                await engine.serve()
            } onGracefulShutdown: {
                Task { await engine.stop() }
            }
        }
        let renewal = ClosureService {
            await cancelWhenGracefulShutdown { try? await custody.serve() }
        }
        let telling = ClosureService {
            await cancelWhenGracefulShutdown { try? await announcements.serve() }
        }
        let site = ClosureService {
            try await withGracefulShutdownHandler {
                try await cancelWhenGracefulShutdown {
                    try await server.run { port in
                        logger.info("Listening.", metadata: ["port": "\(port)", "url": "\(publicURL)"])
                        onListening()
                    }
                }
            } onGracefulShutdown: {
                stopping.raise()
            }
        }
        do {
            // Stopped in reverse: first no more requests, then no more syncs.
            try await runUntilSignal(others + [renewal, telling, sync, site], logger: logger)
        } catch let error as HTTPServerError {
            throw StartFailure(error)
        }
        logger.info("Stopped.")
    }

    private func serverConfiguration() throws(StartFailure) -> HTTPServer.Configuration {
        var server = HTTPServer.Configuration(host: configuration.host, port: port)
        if let tls = configuration.tls {
            guard let certificate = try? String(contentsOfFile: tls.certificate, encoding: .utf8) else {
                throw StartFailure("CONNECTOR_TLS_CERTIFICATE: \(tls.certificate) can't be read.")
            }
            guard let key = try? String(contentsOfFile: tls.key, encoding: .utf8) else {
                throw StartFailure("CONNECTOR_TLS_KEY: \(tls.key) can't be read.")
            }
            server.identity = HTTPServer.Identity(certificate: certificate, key: key)
        }
        return server
    }
}

/// Something that happens once, and is asked about from any thread.
private final class Flag: Sendable {
    private let state = Mutex(false)

    var isRaised: Bool { state.withLock(\.self) }

    func raise() { state.withLock { $0 = true } }
}
