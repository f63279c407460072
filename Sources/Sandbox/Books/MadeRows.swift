/// Rows that follow from their index, so that a hundred thousand of them take no memory.
struct MadeRows: Sendable {
    let count: Int
    /// What all rows have in common, in the order of their members.
    private let template: JSONObject
    /// The members that differ.
    private let varying: [String: @Sendable (Int) -> JSON]
    /// The first 24 characters of every identifier; the index follows as twelve hexadecimal digits.
    private let identifierPrefix: String
    /// The encoded template, cut where a member differs, with that member's name.
    private let pieces: [(text: [UInt8], member: String)]
    private let end: [UInt8]

    init(
        count: Int,
        template: JSONObject,
        identifierPrefix: String,
        varying: [String: @Sendable (Int) -> JSON]
    ) {
        self.count = count
        self.template = template
        self.varying = varying
        self.identifierPrefix = identifierPrefix
        var pieces: [(text: [UInt8], member: String)] = []
        var text = Array("{".utf8)
        for (index, (name, value)) in template.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            JSON.string(name).write(to: &text)
            text.append(UInt8(ascii: ":"))
            if name == "Id" || varying[name] != nil {
                pieces.append((text, name))
                text = []
            } else {
                value.write(to: &text)
            }
        }
        self.pieces = pieces
        end = text + Array("}".utf8)
    }

    func key(at index: Int) -> String {
        let digits = String(index, radix: 16)
        return identifierPrefix + String(repeating: "0", count: 12 - digits.utf8.count) + digits
    }

    func index(of key: String) -> Int? {
        guard key.hasPrefix(identifierPrefix), let index = Int(key.dropFirst(identifierPrefix.count), radix: 16),
            (0..<count).contains(index)
        else { return nil }
        return index
    }

    func value(of name: String, at index: Int) -> JSON? {
        if name == "Id" { return .string(key(at: index)) }
        return varying[name]?(index) ?? template[name]
    }

    func object(at index: Int) -> JSONObject {
        JSONObject(template.map { ($0.name, value(of: $0.name, at: index) ?? $0.value) })
    }

    func write(_ index: Int, to bytes: inout [UInt8]) {
        for (text, member) in pieces {
            bytes.append(contentsOf: text)
            (value(of: member, at: index) ?? .null).write(to: &bytes)
        }
        bytes.append(contentsOf: end)
    }
}
