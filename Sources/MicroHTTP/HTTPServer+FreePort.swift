extension HTTPServer {
    /// Returns a port that is free now: `port` itself where it is, unless it is 0.
    ///
    /// For whoever must know the port before the server listens. Another process may take it in between; then the
    /// server says so when it starts.
    ///
    /// - Throws: ``HTTPServerError/cannotListen(host:port:errno:)``.
    package static func freePort(host: String, preferring port: UInt16 = 0) throws(HTTPServerError) -> UInt16 {
        do { return try ListeningSocket(host: host, port: port).port } catch {
            guard port != 0 else { throw error }
            return try ListeningSocket(host: host, port: 0).port
        }
    }
}
