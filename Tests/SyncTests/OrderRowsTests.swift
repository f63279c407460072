import Domain
import EAccounting
import Foundation
import OutSmart
import Testing

@testable import Sync

@Suite struct OrderRowsTests {
    private typealias Order = EAccountingClient.Order

    private func rows(_ rows: String, includesVat: Bool = false) throws -> OrderRows {
        try OrderRows(.sample(rows: rows, includesVat: includesVat), OrderContext.sample(customer: nil).units)
    }

    private func row(_ members: String) -> String { #"{"ArticleNumber": "R22", "UnitId": "st", \#(members)}"# }

    private func price(_ members: String, includesVat: Bool = false) throws -> Decimal? {
        try rows(row(members), includesVat: includesVat).materials.first?.price
    }

    @Test func `text and hours are described line by line, and everything else is material`() throws {
        let rows = try rows(
            """
            {"IsTextRow": true, "Text": " Byt blandare \\n"}, {"IsTextRow": true, "Text": " "},
            {"ArticleNumber": "ARB", "Text": "Arbete", "UnitId": "tim", "Quantity": 2.5, "UnitPrice": 500},
            {"ArticleNumber": "R22", "Text": "Rör", "UnitId": "st", "Quantity": 3, "UnitPrice": 10},
            {"ArticleNumber": "RES", "UnitId": "tim", "Quantity": 0.75}
            """
        )
        #expect(rows.description == "Byt blandare\n2.5 tim Arbete\n0.75 tim")
        #expect(rows.minutes == 195 && rows.missing == [])
        let expected = OutSmartClient.NewWorkOrder.Material(
            code: "R22",
            name: "Rör",
            quantity: 3,
            price: 10,
            unit: "st"
        )
        #expect(rows.materials == [expected])
    }

    @Test(
        arguments: [
            ("2.5", 150), ("0.3333", 20), ("0.025", 2), ("-0.025", -2), ("0.0083", 0), ("0", nil),
            ("100000", 6_000_000),
        ] as [(String, Int?)]
    )
    func `hours become minutes, half a minute away from zero`(hours: String, minutes: Int?) throws {
        #expect(try rows(#"{"UnitId": "tim", "Quantity": \#(hours)}"#).minutes == minutes)
    }

    @Test func `hours are added up before they are rounded`() throws {
        let hour = #"{"UnitId": "tim", "Quantity": 0.0083}"#
        #expect(try rows("\(hour), \(hour), \(hour)").minutes == 1)
    }

    @Test(arguments: [("st", "st"), ("par", "Par"), ("gone", nil)] as [(String, String?)])
    func `a material's unit is the abbreviation, else the name`(unit: String, name: String?) throws {
        #expect(try rows(#"{"ArticleNumber": "1", "UnitId": "\#(unit)"}"#).materials.map(\.unit) == [name])
    }

    @Test(arguments: [
        (#""DiscountPercentage": 0.1"#, "90"), (#""DiscountPercentage": 0.075"#, "92.5"),
        (#""Text": "no discount""#, "100"),
        (#""DiscountPercentage": 0.123456"#, "87.6544"), (#""DiscountPercentage": 1"#, "0"),
        (#""IsDiscountInFixedAmount": true, "DiscountFixedAmount": 10, "Quantity": 4"#, "97.5"),
        (#""IsDiscountInFixedAmount": true, "DiscountFixedAmount": 10, "Quantity": 3"#, "96.6667"),
        (#""IsDiscountInFixedAmount": true, "DiscountFixedAmount": 10, "Quantity": 0"#, "100"),
        (#""IsDiscountInFixedAmount": true, "DiscountFixedAmount": null, "Quantity": 4"#, "100"),
        (#""IsDiscountInFixedAmount": false, "DiscountFixedAmount": 10, "Quantity": 4"#, "100"),
    ])
    func `a material's price is the row's after its discount, with at most four decimals`(
        discount: String,
        expected: String
    ) throws {
        #expect(try price(#""UnitPrice": 100, \#(discount)"#) == Decimal(string: expected))
    }

    @Test(arguments: [("0.25", "100"), ("25", "100"), ("0.12", "111.6071"), ("0", "125"), ("1", "62.5")])
    func `a price that includes VAT loses it by the row's rate, a fraction or a percentage`(
        rate: String,
        expected: String
    ) throws {
        #expect(try price(#""UnitPrice": 125, "VatRate": \#(rate)"#, includesVat: true) == Decimal(string: expected))
    }

    @Test func `without the rate there is no price, unless it is nothing`() throws {
        let failure = try #require(throws: SyncFailure.self) {
            _ = try price(#""UnitPrice": 125, "Text": "Blandare""#, includesVat: true)
        }
        #expect(
            failure.code == .orderIncomplete && failure.reach == .record && failure.message.contains("\"Blandare\"")
        )
        #expect(try price(#""UnitPrice": 0"#, includesVat: true) == 0)
        #expect(try price(#""UnitPrice": 125"#) == 125)
        // Hours and text have no price at OutSmart.
        #expect(try rows(#"{"UnitId": "tim", "Quantity": 1, "UnitPrice": 9}"#, includesVat: true).minutes == 60)
    }

    @Test func `a row whose article is gone keeps its text and price, and is named`() throws {
        let rows = try rows(#"{"ArticleNumber": null, "Text": "Gammal kran", "Quantity": 1, "UnitPrice": 9}"#)
        #expect(rows.materials.map(\.code) == ["-"] && rows.materials.map(\.name) == ["Gammal kran"])
        #expect(rows.missing == [#"article of the row "Gammal kran""#])
    }

    @Test func `a row of nulls is a material of nothing`() throws {
        let rows = try rows(#"{"ArticleNumber": "7", "Text": null, "Quantity": null, "UnitPrice": null}"#)
        let expected = OutSmartClient.NewWorkOrder.Material(code: "7", name: "7", quantity: 0, price: 0, unit: nil)
        #expect(rows.materials == [expected] && rows.description == nil && rows.minutes == nil)
    }
}
