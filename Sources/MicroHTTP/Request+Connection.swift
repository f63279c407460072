import CMicroHTTPD

extension Request {
    enum BodyLength {
        case exactly(Int)
        case unknown
    }

    /// Copies the head out of libmicrohttpd's memory, which is only valid during the callback.
    init(method: UnsafePointer<CChar>, target: String, on connection: Connection) {
        self.init(
            String(cString: method),
            Self.originForm(target),
            headers: Fields(connection.headers),
            peer: connection.peer,
            isEncrypted: connection.session != nil
        )
    }

    /// What the head says about the body, or `nil` if there is none.
    ///
    /// The gate has seen that it is one of these.
    var bodyLength: BodyLength? {
        if let length = headers["Content-Length"].flatMap({ Int($0) }) { return length > 0 ? .exactly(length) : nil }
        return headers["Transfer-Encoding"] == nil ? nil : .unknown
    }

    /// The part of an absolute target after its authority, which the gate has compared with `Host`.
    private static func originForm(_ target: String) -> String {
        guard target.utf8.first != UInt8(ascii: "/"), target != "*" else { return target }
        let rest = target.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
        let tail = rest.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        return tail.first == UInt8(ascii: "/") ? String(Substring(tail)) : "/" + String(Substring(tail))
    }
}

extension Connection {
    /// The fields of the head that is being handled, in order and with repeats.
    ///
    /// The callback is scoped: the pointer to `fields` never outlives this call.
    fileprivate var headers: [Fields.Element] {
        var fields: [Fields.Element] = []
        fields.reserveCapacity(8)
        _ = withUnsafeMutablePointer(to: &fields) { MHD_get_connection_values_n(raw, .HEADER_KIND, appendField, $0) }
        return fields
    }
}

private func appendField(
    context: UnsafeMutableRawPointer?,
    kind: MHD_ValueKind,
    name: UnsafePointer<CChar>?,
    nameSize: Int,
    value: UnsafePointer<CChar>?,
    valueSize: Int
) -> MHD_Result {
    let fields = context?.assumingMemoryBound(to: [Fields.Element].self)
    let name = Bytes(start: name, count: nameSize)
    // libmicrohttpd removes the blanks before a value, and leaves those after it.
    let value = Bytes(start: value, count: valueSize).trimmingBlanks
    fields?.pointee.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
    return .YES
}
