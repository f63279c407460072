import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Quantities, prices, discounts and VAT: decimals from the wire to the document.
@Suite struct AmountTests {
    @Test(arguments: [
        ("1.25", 1, "1.3"), ("-1.25", 1, "-1.3"), ("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("2.5", 0, "3"),
        ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("0.00005", 4, "0.0001"), ("1.005", 2, "1.01"),
        ("123456789012345.675", 2, "123456789012345.68"),
    ])
    func `decimals are rounded half away from zero`(value: String, scale: Int, rounded: String) throws {
        #expect(try Decimal(exactly: value).rounded(to: scale) == Decimal(exactly: rounded))
    }

    @Test(arguments: [JSON.string("2,5"), "2.5", " 2,50 ", "+2,5", .number("2.5"), .number("2.50")])
    func `quantities and prices are read with comma or point, as text or number`(value: JSON) throws {
        let work = try Self.work(["MaterialNr": value, "MaterialPrice": value])
        let material = try #require(work.lines.materials.first)
        #expect(try material.quantity == Decimal(exactly: "2.5") && material.price == Decimal(exactly: "2.5"))
    }

    @Test(arguments: [
        ("90,00", "100,00", "10", "100", "0.1"), ("0", "100", "100", "100", "1"),
        // Visma keeps four decimals of the fraction: a discount that does not lead to the price then is not shown.
        ("8765,00", "10000,00", "12,345", "10000", "0.1235"), ("8765,50", "10000,00", "12,345", "8765.5", "0"),
        ("80,00", "100,00", "10", "80", "0"), ("120,00", "100,00", "-20", "120", "0"),
        ("90,00", "100,00", "110", "90", "0"), ("0,30", "0,33", "10", "0.33", "0.1"),
    ])
    func `a discount is a fraction of the original price, and shown only where it leads to the price`(
        price: String,
        original: String,
        percent: String,
        shown: String,
        discount: String
    ) throws {
        let work = try Self.work([
            "MaterialPrice": .string(price), "MaterialOriginalPrice": .string(original),
            "MaterialDiscountPercentage": .string(percent),
        ])
        let material = try #require(work.lines.materials.first)
        #expect(try material.price == Decimal(exactly: shown) && material.discount == Decimal(exactly: discount))
    }

    @Test(arguments: ["25", "0.25"], [("99.99", "124.99"), ("0.1", "0.13"), ("-99.99", "-124.99"), ("0", "0")])
    func `a rate of VAT may come as 25 or as a quarter`(rate: String, prices: (net: String, gross: String)) throws {
        let terms = try Self.terms(isPrivate: true, rate: rate)
        #expect(try terms.price(Decimal(exactly: prices.net), of: Self.article) == Decimal(exactly: prices.gross))
    }

    @Test(arguments: [
        (nil, nil, "10.01"), ("SE", "SEK", "10.01"), ("SE", "EUR", "10.005"), ("NO", "SEK", "10.005"),
        ("DE", "EUR", "10.005"),
    ])
    func `prices have two decimals at home and four abroad`(country: String?, currency: String?, price: String) throws {
        let terms = try Self.terms(country: country, currency: currency, rate: "25")
        #expect(try terms.price(Decimal(exactly: "10.005"), of: Self.article) == Decimal(exactly: price))
    }

    @Test func `prices with VAT need a rate`() throws {
        let terms = try Self.terms(isPrivate: true, rate: "25")
        let article = SoldArticle(id: "a", netPrice: 1, codingID: "unknown")
        #expect { try terms.price(1, of: article) } throws: { ($0 as? SyncFailure)?.code == .codingIncomplete }
    }

    private static let article = SoldArticle(id: "a", netPrice: 1, codingID: "c")

    /// A work order with one material and nothing else.
    private static func work(_ material: JSONObject) throws -> CompletedWork {
        var order = Bench.workOrder(1)
        (order["id"], order["Materials"], order["Workperiods"]) = ("1", [Bench.material("A1", material)], [])
        let data = Data(JSON.object(order).encoded.utf8)
        return try CompletedWork(WireJSON.decode(OutSmartClient.WorkOrder.self, from: data), Settings().export)
    }

    private static func terms(
        isPrivate: Bool = false,
        country: String? = nil,
        currency: String? = nil,
        rate: String
    ) throws -> SaleTerms {
        let company = #"{"CountryCode":"SE","CurrencyCode":"SEK","ShowPricesExclVatPC":false}"#
        let coding = #"{"Id":"c","VatRatePercent":\#(rate)}"#
        return SaleTerms(
            Buyer(id: "b", isPrivate: isPrivate, currency: currency, country: country),
            try WireJSON.decode(from: Data(company.utf8)),
            codings: [try WireJSON.decode(from: Data(coding.utf8))]
        )
    }
}

extension [CompletedWork.Line] {
    fileprivate var materials: [CompletedWork.Material] {
        compactMap { line in if case .material(let material) = line { material } else { nil } }
    }
}

extension Decimal {
    fileprivate init(exactly text: String) throws {
        self = try #require(Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")))
    }
}
