import Foundation
import OutSmart
import RemoteAPI
import Testing

@Suite struct ScalarTests {
    @Test(arguments: [
        ("850,00", "850"), ("850.00", "850"), ("4,55", "4.55"), ("-1,5", "-1.5"), ("0,125", "0.125"), (" 7 ", "7"),
        (",5", "0.5"), ("5,", "5"), ("12345678901234,5678", "12345678901234.5678"), ("+3", "3"),
    ])
    func `reads decimals with comma or point`(text: String, value: String) {
        #expect(Decimal(outSmart: text) == Decimal(string: value))
    }

    @Test(arguments: [
        "", " ", "-", ",", "1.000,00", "1 000", "abc", "1e3", "0x1", "--1", "１", String(repeating: "9", count: 99),
    ])
    func `reads nothing that is no plain decimal`(text: String) {
        #expect(Decimal(outSmart: text) == nil)
    }

    @Test(arguments: [
        ("850", "850,00"), ("850.5", "850,50"), ("0.125", "0,125"), ("-1.5", "-1,50"), ("0", "0,00"),
        ("12345678901234.5678", "12345678901234,5678"), ("100000000000", "100000000000,00"),
    ])
    func `writes decimals with all their digits and at least two`(value: String, text: String) throws {
        let decimal = try #require(Decimal(string: value))
        #expect(decimal.outSmart(separator: ",") == text)
        #expect(decimal.outSmart(separator: ".") == text.replacingOccurrences(of: ",", with: "."))
    }

    @Test func `reads and writes times`() {
        #expect(Int(outSmartMinutes: "08:30") == 510)
        #expect(Int(outSmartMinutes: "8:30") == 510)
        #expect(Int(outSmartMinutes: "03:45:00") == 225)
        #expect(Int(outSmartMinutes: "-01:30") == -90)
        #expect(Int(outSmartMinutes: "120:00") == 7200)
        for text in ["", "8", "8:3", "08:60", "a:00", "08:30:", "99999:00", "--1:00", "08:30:00:00"] {
            #expect(Int(outSmartMinutes: text) == nil)
        }
        #expect(510.outSmartTime == "08:30")
        #expect((-90).outSmartTime == "-01:30")
        #expect(7205.outSmartTime == "120:05")
    }
}
