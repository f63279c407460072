import Foundation
import RemoteAPI
import TestSupport
import Testing

/// What our reader makes of random documents, beside Foundation's.
@Suite struct JSONReadingTests {
    @Test func `reads what Foundation reads, and refuses what it refuses`() {
        var writer = DocumentWriter(seed: 1)
        for _ in 0..<2000 {
            let document = writer.document()
            #expect(ours(document) == foundations(document), "\(document)")
            #expect(ours(document) != nil, "\(document)")
            let spoiled = writer.spoil(document)
            // Foundation lets a comma at the end through, and we half a character where nobody reads it.
            if spoiled.contains(/,\s*[}\]]|\\u[dD][89a-fA-F]/) { continue }
            #expect((ours(spoiled) == nil) == (foundations(spoiled) == nil), "\(spoiled)")
        }
    }

    @Test func `refuses a document that was cut anywhere`() {
        let document = #"{"a":[1.5e3,{"b":"\u00e5\ud83d\ude00\\"}],"c":null,"d":[true,false,[]]}"#
        #expect(ours(document) != nil)
        for length in 0..<document.count { #expect(ours(String(document.prefix(length))) == nil, "\(length)") }
    }

    @Test(arguments: [
        #"{"a":1,}"#, "[1,]", "[,1]", "{,}", "[1 2]", #"{"a" 1}"#, #"{a:1}"#, #"{"a":1}x"#, "[1]]", "01", "-", "1.",
        ".5", "+1", "1e", "0x1", "NaN", "tru", "nulll", "'a'", #"["\x"]"#, #"["\u12"]"#, #"["\u12g4"]"#,
        #"["\ud800"]"#, #"["\udc00"]"#, #"["\ud800\u0041"]"#, "[\"\n\"]", "[\"\u{1}\"]", "//", "[1]//",
        "\u{feff}\u{feff}1",
    ])
    func `refuses what is no JSON`(document: String) {
        #expect(ours(document) == nil)
    }

    @Test func `half a character spoils its text and no other`() {
        struct Row: Decodable { var name: String? }
        let list = try? WireJSON.decode(LossyList<Row>.self, from: Data(#"[{"name":"A"},{"name":"B\ud83d"}]"#.utf8))
        #expect(list?.rows.map(\.name) == ["A"])
        #expect(list?.unreadableRows.map(\.index) == [1])
    }

    @Test func `refuses bytes that are no text`() {
        for bytes: [UInt8] in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xE2, 0x82]] {
            let data = Data(#"[""#.utf8) + Data(bytes) + Data(#""]"#.utf8)
            #expect((try? WireJSON.decode(JSONValue.self, from: data)) == nil)
        }
    }

    @Test func `takes 512 lists in one another and no more, without a crash`() {
        let nested = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(throws: Never.self) { try WireJSON.decode(Anything.self, from: Data(nested(512).utf8)) }
        #expect(throws: RemoteAPIError.self) { try WireJSON.decode(Anything.self, from: Data(nested(513).utf8)) }
        #expect(throws: RemoteAPIError.self) { try WireJSON.decode(Anything.self, from: Data(nested(1_000_000).utf8)) }
    }

    @Test func `whole numbers keep to the limits of their types`() throws {
        let document = Data(#"[-128, 255, 1.0, 12e2, 18446744073709551615, -9223372036854775808]"#.utf8)
        let numbers = try WireJSON.decode(Numbers.self, from: document)
        #expect(numbers == Numbers(a: -128, b: 255, c: 1, d: 1200, e: .max, f: .min))
        for number in ["128", "-129", "1.5", "1e30", "1e-1", "1e999999999999", "\"1\"", "true", "[]"] {
            #expect(throws: RemoteAPIError.self, "\(number)") {
                try WireJSON.decode([Int8].self, from: Data("[\(number)]".utf8))
            }
        }
    }

    private func ours(_ document: String) -> JSONValue? {
        try? WireJSON.decode(JSONValue.self, from: Data(document.utf8))
    }

    private func foundations(_ document: String) -> JSONValue? {
        try? JSONDecoder().decode(JSONValue.self, from: Data(document.utf8))
    }
}

/// Takes any document without a look at its values.
private struct Anything: Decodable {
    init(from decoder: any Decoder) {}
}

private struct Numbers: Decodable, Equatable {
    var a: Int8
    var b: UInt8
    var c: Int16
    var d: Int32
    var e: UInt64
    var f: Int

    init(a: Int8, b: UInt8, c: Int16, d: Int32, e: UInt64, f: Int) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        a = try list.decode(Int8.self)
        b = try list.decode(UInt8.self)
        c = try list.decode(Int16.self)
        d = try list.decode(Int32.self)
        e = try list.decode(UInt64.self)
        f = try list.decode(Int.self)
    }
}

/// Writes random documents: every kind of value, escape, white space and number.
private struct DocumentWriter {
    private var random: SeededGenerator

    init(seed: Int) { random = SeededGenerator(seed: seed) }

    mutating func document() -> String { space() + value(depth: 0) + space() }

    /// Takes a character away, doubles it, or puts another one there.
    mutating func spoil(_ document: String) -> String {
        var characters = Array(document.unicodeScalars)
        for _ in 0..<Int.random(in: 1...2, using: &random) where !characters.isEmpty {
            let place = characters.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<4, using: &random) {
            case 0: characters.remove(at: place)
            case 1: characters.insert(characters[place], at: place)
            case 2: characters.removeSubrange(place...)
            default: characters[place] = #"{}[]:,"\/-+.eE01u \#n"#.unicodeScalars.randomElement(using: &random) ?? " "
            }
        }
        var spoiled = String.UnicodeScalarView()
        spoiled.append(contentsOf: characters)
        return String(spoiled)
    }

    private mutating func value(depth: Int) -> String {
        switch Int.random(in: 0..<(depth < 4 ? 9 : 6), using: &random) {
        case 0: return "null"
        case 1: return Bool.random(using: &random) ? "true" : "false"
        case 2, 3: return text(of: random.text(scalars: 0...12))
        case 4, 5: return number()
        case 6:
            let elements = (0..<Int.random(in: 0...4, using: &random)).map { _ in
                space() + value(depth: depth + 1) + space()
            }
            return "[\(elements.isEmpty ? space() : elements.joined(separator: ","))]"
        default:
            let members = (0..<Int.random(in: 0...5, using: &random)).map { index in
                let name = text(of: "n\(index)" + random.text(scalars: 0...2))
                return space() + name + space() + ":" + space() + value(depth: depth + 1) + space()
            }
            return "{\(members.isEmpty ? space() : members.joined(separator: ","))}"
        }
    }

    private mutating func space() -> String {
        random.chance(0.7) ? "" : [" ", "\n", "\r", "\t", "  "].randomElement(using: &random) ?? ""
    }

    private mutating func number() -> String {
        let sign = Bool.random(using: &random) ? "" : "-"
        let whole = random.chance(0.3) ? "0" : String(Int.random(in: 1...Int(1e15), using: &random))
        let fraction = random.chance(0.5) ? "" : "." + String(Int.random(in: 0...Int(1e12), using: &random))
        let power = Int.random(in: 0...20, using: &random)
        let exponent =
            random.chance(0.8) ? "" : ["e", "E-", "e+"].randomElement(using: &random).map { "\($0)\(power)" } ?? ""
        return sign + whole + fraction + exponent
    }

    private mutating func text(of content: String) -> String {
        var text = "\""
        for scalar in content.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case "\n" where Bool.random(using: &random): text += "\\n"
            case "\t" where Bool.random(using: &random): text += "\\t"
            case "/" where Bool.random(using: &random): text += "\\/"
            case _ where scalar.value < 0x20 || random.chance(0.2):
                for unit in String(scalar).utf16 {
                    text +=
                        "\\u"
                        + String(String(0x10000 + Int(unit), radix: 16, uppercase: random.chance(0.5)).dropFirst())
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
