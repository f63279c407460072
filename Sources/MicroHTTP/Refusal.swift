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

    private var answer: String {
        var now = time(nil)
        var date = tm()
        gmtime_r(&now, &date)
        let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { text in
            strftime(text.baseAddress, text.count, "%a, %d %b %Y %H:%M:%S GMT", &date)
            return text.baseAddress.map { String(cString: $0) } ?? ""
        }
        return "HTTP/1.1 \(status)\r\nDate: \(text)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    }

    /// Writes the answer, without waiting for room.
    ///
    /// Nothing else may be half sent on that connection.
    func write(to connection: Connection) {
        let answer = Array(answer.utf8)
        if let session = connection.session {
            gnutls_record_send(session, answer, answer.count)
        } else {
            send(connection.socket, answer, answer.count, CInt(MSG_DONTWAIT | MSG_NOSIGNAL))
        }
    }
}
