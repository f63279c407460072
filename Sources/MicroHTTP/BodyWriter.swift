/// Writes a response body while it is being sent.
package struct BodyWriter: Sendable {
    let stream: BodyStream

    /// Writes bytes, and waits while the client is slow to read what was written before.
    ///
    /// They are sent at once, together with what else has been written meanwhile.
    ///
    /// - Throws: ``ClientGone`` when nobody will read them: the client has left, or the task is cancelled
    ///   because the server stops.
    package func write(_ bytes: some Sequence<UInt8>) async throws(ClientGone) {
        var rest = Array(bytes)[...]
        while !Task.isCancelled {
            switch stream.offer(&rest) {
            case .taken: return
            case .full: await stream.room()
            case .gone: throw ClientGone()
            }
        }
        throw ClientGone()
    }

    /// Cuts the response off after what has been written, so that the client notices that it is not whole.
    package func breakOff() { stream.breakOff() }
}

/// Nobody reads the response any more.
package struct ClientGone: Error {}
