import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Testing

@testable import Sync

@Suite struct ArticleMappingTests {
    private func article(_ change: (inout EAccountingClient.Article) -> Void = { _ in }) throws
        -> EAccountingClient.Article
    {
        var article: EAccountingClient.Article = try record(
            """
            {"Id": "a1", "Number": "0042", "Name": "Rör 22 mm", "NetPrice": 850.00, "UnitAbbreviation": "m",
             "UnitName": "Meter", "Barcodes": [{"Barcode": " "}, {"Barcode": "7350001"}, {"Barcode": "7350002"}],
             "Note": "Kapas", "IsActive": true, "CreatedUtc": "2026-01-14T08:00:00Z",
             "ChangedUtc": "2026-01-15T08:00:00Z", "Unknown": {"to": "us"}}
            """
        )
        change(&article)
        return article
    }

    private func material(_ article: EAccountingClient.Article) throws -> OutSmartClient.Material {
        guard case .material(let material) = try Mapped(article, isHours: false).sent().row else { throw OtherKind() }
        return material
    }

    private func hourType(_ article: EAccountingClient.Article) throws -> OutSmartClient.HourType {
        guard case .hourType(let hourType) = try Mapped(article, isHours: true).sent().row else { throw OtherKind() }
        return hourType
    }

    private struct OtherKind: Error {}

    @Test func `every field of a material goes to its column`() throws {
        var expected = OutSmartClient.Material(code: "0042", description: "Rör 22 mm", price: 850, unit: "m")
        expected.barcode = "7350001"
        expected.note = "Kapas"
        #expect(try material(article()) == expected)
    }

    @Test func `every field of an hour type goes to its column`() throws {
        let row = try hourType(article())
        #expect(row == OutSmartClient.HourType(code: "0042", name: "Rör 22 mm", salePrice: 850, active: true))
        #expect(!row.costBooking && row.saleBooking)
    }

    @Test(
        arguments: [
            ("850", "850,00", "850.00"), ("0.05", "0,05", "0.05"), ("12.5", "12,50", "12.50"), ("0", "0,00", "0.00"),
            ("99000000", "99000000,00", "99000000.00"), ("1234.5678", "1234,5678", "1234.5678"), (nil, "0,00", "0.00"),
        ] as [(String?, String, String)]
    )
    func `a price has a comma in materials and a point in hour types`(
        price: String?,
        comma: String,
        point: String
    ) throws {
        let article = try article { $0.netPrice = price.flatMap { Decimal(string: $0) } }
        #expect(try material(article).price.text == comma)
        #expect(try hourType(article).salePrice.text == point)
    }

    @Test(arguments: [("m", "Meter", "m"), (" ", "Meter", "Meter"), (nil, nil, "-")] as [(String?, String?, String)])
    func `a material's unit is the abbreviation, else the name`(
        abbreviation: String?,
        name: String?,
        unit: String
    ) throws {
        let article = try article { article in
            article.unitAbbreviation = abbreviation
            article.unitName = name
        }
        #expect(try material(article).unit == unit)
    }

    @Test func `what was removed at Visma is sent as empty, and a missing name as a dash`() throws {
        let row = try material(
            article { article in
                article.name = " "
                article.barcodes = nil
                article.note = "\n"
            }
        )
        #expect(row.description == "-" && row.barcode == "" && row.note == "")
    }

    @Test(arguments: [(true, true), (false, false), (nil, true)] as [(Bool?, Bool)])
    func `an article is active unless Visma says otherwise`(isActive: Bool?, active: Bool) throws {
        let article = try article { $0.isActive = isActive }
        #expect(try hourType(article).active == active)
        // OutSmart can't say so of a material; the plan still has to know.
        #expect(try Mapped(article, isHours: false).sent().isActive == active)
    }

    @Test func `an article that was never changed changed when it was created`() throws {
        let outgoing = try Mapped(article { $0.changedUtc = nil }, isHours: false).sent()
        #expect(outgoing.changedAt == Date(wire: "2026-01-14T08:00:00Z"))
    }

    @Test(arguments: [nil, "", " \t"] as [String?])
    func `an article without a number cannot be sent`(number: String?) throws {
        let (name, failure) = try Mapped(article { $0.number = number }, isHours: false).refused()
        #expect(name == "Article Rör 22 mm" && failure.code == .numberMissing && failure.reach == .record)
    }

    @Test(arguments: ["42", "A/7", "/", "å/b/c"])
    func `a number is found again in the key, whichever kind it is of`(number: String) throws {
        for isHours in [true, false] {
            let outgoing = try Mapped(article { $0.number = " \(number) " }, isHours: isHours).sent()
            #expect(outgoing.name == "Article \(number)")
            #expect(ArticleRow.number(ofCode: outgoing.row.code) == number)
            #expect(outgoing.row.code == (isHours ? "hourtypes/" : "materials/") + number)
        }
    }
}
