import Foundation
import RemoteAPI
import Testing

@Suite struct WireJSONTests {
    private struct Row: Codable, Equatable {
        var number: String?
        var netPrice: Decimal?
        var rows: [Row]?
    }

    private func row(_ json: String) throws -> Row { try WireJSON.decode(from: Data(json.utf8)) }

    @Test(arguments: [
        "0.1", "850.005", "12345678901234.5678", "0.01", "0.07", "1.1", "2.675", "-0.3", "99999999.99", "0",
        "123456789012345678901234567.89",
    ])
    func `decimals are exact in both directions`(number: String) throws {
        let row = try row(#"{"NetPrice":\#(number)}"#)
        #expect(row.netPrice == Decimal(string: number))
        #expect(row.netPrice?.description == number)
        #expect(
            String(decoding: WireJSON.encode(row, keys: .capitalized), as: UTF8.self) == #"{"NetPrice":\#(number)}"#
        )
    }

    @Test func `reads exponents exactly`() throws {
        #expect(try row(#"{"NetPrice":1e-2}"#).netPrice?.description == "0.01")
        #expect(try row(#"{"NetPrice":8.5E3}"#).netPrice?.description == "8500")
    }

    @Test func `four decimals survive both ways, all ten thousand of them`() throws {
        let numbers = (0..<10_000).map { "7." + String(String(10_000 + $0).dropFirst()) }
        let decimals = try WireJSON.decode([Decimal].self, from: Data("[\(numbers.joined(separator: ","))]".utf8))
        #expect(decimals == numbers.map { Decimal(string: $0) ?? .nan })
        #expect(try WireJSON.decode([Decimal].self, from: WireJSON.encode(decimals, keys: .asNamed)) == decimals)
    }

    @Test(arguments: [
        #"{"Number":"7","NetPrice":1.5,"Rows":[{"Number":"8"}]}"#,
        #"{"number":"7","netPrice":1.5,"rows":[{"number":"8"}]}"#,
        #"{ "Number" : "7" , "Unknown":{"A":[null,true]}, "netPrice" :1.5, "Rows":[ {"number":"8","X":"\"Y\":"} ]}"#,
    ])
    func `reads keys with either first letter and ignores unknown ones`(json: String) throws {
        #expect(try row(json) == Row(number: "7", netPrice: 1.5, rows: [Row(number: "8")]))
    }

    @Test func `changes keys only, never values`() throws {
        #expect(try row(#"{"Number":"ABC \" : \\"}"#).number == #"ABC " : \"#)
        #expect(try row(#"{"Number":"Åkes 🚗 \u00C5"}"#).number == "Åkes 🚗 Å")
    }

    @Test func `writes capitals, and members as the type names them`() {
        let row = Row(number: "7", netPrice: 1.5, rows: [Row(number: "8")])
        #expect(
            String(decoding: WireJSON.encode(row, keys: .capitalized), as: UTF8.self)
                == #"{"Number":"7","NetPrice":1.5,"Rows":[{"Number":"8"}]}"#
        )
        #expect(
            String(decoding: WireJSON.encode(Row(number: "7"), keys: .asNamed), as: UTF8.self) == #"{"number":"7"}"#
        )
    }

    @Test(arguments: [
        "", "{", "\"", "[\"", "{\"A\\", "{\"A\":", "<html>", "{\"Number\":{}}", "{\"NetPrice\":\"x\"}", "\u{0}",
        "{\"\":1",
        "{\"NetPrice\":1e999}",
    ])
    func `a stranger's document ends in an error and not in a crash`(json: String) {
        let error = #expect(throws: RemoteAPIError.self) { _ = try row(json) }
        #expect(error?.vendorWords.hasPrefix("the answer") == true)
    }

    @Test func `an error names the place and not the content`() {
        let error = #expect(throws: RemoteAPIError.self) {
            _ = try row(#"{"Rows":[{"Number":"1"},{"Number":["p3rson"]}]}"#)
        }
        #expect(error == .unreadable(reason: "the answer.rows[1].number is no String"))
    }

    @Test func `one bad row leaves the others readable`() throws {
        let json = #"[{"Number":"1"},{"Number":2},null,{"Code":"x","Number":"3","NetPrice":"?"},7,{"Number":"4"}]"#
        let list = try WireJSON.decode(LossyList<Row>.self, from: Data(json.utf8))
        #expect(list.rows.map(\.number) == ["1", "4"])
        #expect(list.unreadableRows.map(\.index) == [1, 2, 3, 4])
        #expect(list.unreadableRows.map(\.name) == ["2", nil, "3", nil])
    }
}
