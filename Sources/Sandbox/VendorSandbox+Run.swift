import MicroHTTP

extension VendorSandbox {
    /// Where the vendors are to be found when their servers listen.
    package struct Addresses: Sendable, Equatable {
        package let vismaPort: UInt16
        package let outSmartPort: UInt16

        package init(vismaPort: UInt16, outSmartPort: UInt16) {
            self.vismaPort = vismaPort
            self.outSmartPort = outSmartPort
        }

        /// The base of `/connect/authorize`, and the sandbox's own page.
        package var identity: String { "http://localhost:\(vismaPort)" }
        package var vismaAPI: String { "http://localhost:\(vismaPort)/v2" }
        package var outSmartAPI: String { "http://localhost:\(outSmartPort)/openapi/8" }
    }

    /// Serves both vendors on the loopback interface until the task is cancelled.
    ///
    /// - Parameters:
    ///   - vismaPort: Visma's port; 0 lets the system choose.
    ///   - outSmartPort: OutSmart's port; 0 lets the system choose.
    ///   - onListening: Called once, when both accept connections.
    /// - Throws: `HTTPServerError` when one of them cannot listen.
    package func run(
        vismaPort: UInt16 = 0,
        outSmartPort: UInt16 = 0,
        onListening: @escaping @Sendable (Addresses) -> Void = { _ in }
    ) async throws {
        let (ports, port) = AsyncStream<(Vendor.Side, UInt16)>.makeStream()
        try await withThrowingTaskGroup { group in
            for (vendor, wanted) in [(visma, vismaPort), (outSmart, outSmartPort)] {
                group.addTask {
                    let server = HTTPServer(
                        configuration: .init(host: "127.0.0.1", port: wanted),
                        // The largest attachment, in base 64, and the largest list of rows.
                        bodyLimit: { _ in 16 << 20 },
                        handler: vendor.answer
                    )
                    try await server.run { port.yield((vendor.side, $0)) }
                }
            }
            group.addTask {
                var bound: [Vendor.Side: UInt16] = [:]
                for await (side, port) in ports {
                    bound[side] = port
                    if let visma = bound[.visma], let outSmart = bound[.outSmart] {
                        return onListening(Addresses(vismaPort: visma, outSmartPort: outSmart))
                    }
                }
            }
            // The first server that fails ends the other.
            while try await group.next() != nil {}
        }
    }
}
