import MicroHTTP

extension Response {
    /// An answer that stops in its middle, together with its connection.
    static func brokenOff(_ bytes: [UInt8], status: UInt32 = 200, headers: Fields = [:]) -> Response {
        Response(
            status: status,
            headers: headers,
            body: .stream { writer in
                // A client that has left needs no cut.
                try? await writer.write(bytes.prefix(bytes.count / 2))
                writer.breakOff()
            }
        )
    }
}
