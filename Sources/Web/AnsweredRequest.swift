import MicroHTTP

/// A request and how it ended, in words that no stranger chose.
package struct AnsweredRequest: Sendable {
    /// The path of the site that it was for, with names in place of its parameters; `none` where there is none.
    package let route: String
    package let method: String
    package let status: UInt32
    /// How long it took to have an answer; a stream goes on after that.
    package let duration: Duration

    init(_ request: Request, route: String, status: UInt32, duration: Duration) {
        self.route = route
        let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
        method = known.contains(request.method) ? request.method : "other"
        self.status = status
        self.duration = duration
    }
}
