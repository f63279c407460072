import CMicroHTTPD
import Glibc

/// Why a connection is given up before, or instead of, a regular answer.
///
/// These are the answers that libmicrohttpd can't give: it has no say yet, or refuses to speak in the
/// middle of a body.
enum Refusal: Error {
    case malformed
    case overdue
    case longBody
    case longTarget
    case longHead
    case unknownCoding
    case unsupportedVersion

    private var status: String {
        switch self {
        case .malformed: "400 Bad Request"
        case .overdue: "408 Request Timeout"
        case .longBody: "413 Content Too Large"
        case .longTarget: "414 URI Too Long"
        case .longHead: "431 Request Header Fields Too Large"
        case .unknownCoding: "501 Not Implemented"
        case .unsupportedVersion: "505 HTTP Version Not Supported"
        }
    }

    private func answer(_ response: Response?) -> [UInt8] {
        var now = time(nil)
        var date = tm()
        gmtime_r(&now, &date)
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { text in
            strftime(text.baseAddress, text.count, "%a, %d %b %Y %H:%M:%S GMT", &date)
            return text.baseAddress.map { String(cString: $0) } ?? ""
        }
        var body: [UInt8] = []
        if case .bytes(let bytes)? = response?.body { body = bytes }
        var head = "HTTP/1.1 \(status)\r\nDate: \(text)\r\nContent-Length: \(body.count)\r\nConnection: close\r\n"
        for (name, value) in response?.headers ?? [:] { head += "\(name): \(value)\r\n" }
        return Array((head + "\r\n").utf8) + body
    }

    /// Writes the answer, without waiting for room.
    ///
    /// Nothing else may be half sent on that connection.
    ///
    /// - Parameters:
    ///   - connection: The connection.
    ///   - response: What is to be said with the status: sound fields that don't frame the message, and bytes.
    func write(to connection: Connection, as response: Response? = nil) {
        let answer = answer(response)
        if let session = connection.session {
            gnutls_record_send(session, answer, answer.count)
        } else {
            send(connection.socket, answer, answer.count, CInt(MSG_DONTWAIT | MSG_NOSIGNAL))
        }
    }
}
