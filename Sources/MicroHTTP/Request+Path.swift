extension Request {
    /// The names in the path, decoded one by one, or `nil` if one of them could lead elsewhere.
    ///
    /// A name that is empty, `.` or `..`, that contains a slash, a backslash or a control character, or that is not
    /// UTF-8, has no place in a path that becomes a file's. A slash at the end is no name.
    package var pathComponents: [String]? {
        let path = path.utf8
        guard path.first == UInt8(ascii: "/") else { return nil }
        var components: [String] = []
        var names = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if names.last?.isEmpty == true { names.removeLast() }
        for name in names {
            guard let component = Self.decodeComponent(name) else { return nil }
            components.append(component)
        }
        return components
    }

    private static func decodeComponent(_ name: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = name[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        let forbidden: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "\\"), 0x7f]
        guard let text = String(validating: bytes, as: UTF8.self), !["", ".", ".."].contains(text),
            bytes.allSatisfy({ $0 >= 0x20 && !forbidden.contains($0) })
        else { return nil }
        return text
    }
}
