import MicroHTTP

extension Response {
    /// An answer that stops in its middle.
    ///
    /// The message around it is whole: MicroHTTP has no way to cut a connection off. So a lost answer is an empty one.
    static func brokenOff(_ bytes: [UInt8], status: UInt32 = 200, headers: Fields = [:]) -> Response {
        Response(status: status, headers: headers, body: .bytes(Array(bytes.prefix(bytes.count / 2))))
    }
}
