import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import TestSupport
import Testing

@testable import Sync

@Suite struct ArticleMappingPropertyTests {
    private func article(_ index: Int, _ random: inout SeededGenerator) throws -> EAccountingClient.Article {
        var article: EAccountingClient.Article = try record(#"{"Id": "id-\#(index)", "Number": "N,\#(index)/0"}"#)
        article.name = random.optionalText(upTo: 50)
        article.netPrice = random.chance(0.1) ? nil : random.decimal(whole: 8, fraction: 6)
        article.unitAbbreviation = random.optionalText(upTo: 10)
        article.unitName = random.optionalText(upTo: 50)
        article.note = random.optionalText(upTo: 4000)
        article.isActive = [true, false, nil].randomElement(using: &random) ?? nil
        article.barcodes = try (0..<Int.random(in: 0...3, using: &random)).map { _ in
            var barcode: EAccountingClient.Article.Barcode = try record("{}")
            barcode.barcode = random.optionalText(upTo: 20)
            return barcode
        }
        return article
    }

    @Test(arguments: 1...4)
    func `whatever OutSmart hands back of a row has the fingerprint of what was sent`(seed: Int) async throws {
        var random = SeededGenerator(seed: seed)
        try await Bench.open { bench in
            let client = try bench.vendors.outSmart(try await bench.register("eriksson").status.account)
            let articles = try (0..<50).map { try article($0, &random) }
            let materials = try articles.map { try Mapped($0, isHours: false).sent().row }
            let hourTypes = try articles.map { try Mapped($0, isHours: true).sent().row }
            try await client.sending(materials.compactMap(\.material))()
            try await client.sending(hourTypes.compactMap(\.hourType))()
            let stored = try await client.materials().map { ArticleRow.material($0) }
            #expect(stored.map(\.fingerprint) == materials.map(\.fingerprint))
            #expect(stored.map(\.code) == materials.map(\.code))
            let storedHours = try await client.hourTypes().map { ArticleRow.hourType($0) }
            #expect(storedHours.map(\.fingerprint) == hourTypes.map(\.fingerprint))
        }
    }

    @Test(arguments: 1...10)
    func `a price is written with two decimals at least, in its own form, and means the same`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for index in 0..<100 {
            let article = try article(index, &random)
            let material = try #require(try Mapped(article, isHours: false).sent().row.material)
            let hourType = try #require(try Mapped(article, isHours: true).sent().row.hourType)
            for (text, form) in [(material.price.text, /\d+,\d{2,}/), (hourType.salePrice.text, /\d+\.\d{2,}/)] {
                #expect(try form.wholeMatch(in: text) != nil, "\(text)")
                #expect(Decimal(outSmart: text) == article.netPrice ?? 0, "\(text)")
            }
        }
    }

    @Test(arguments: 1...10)
    func `fingerprints are equal exactly when everything that is sent is`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let one = try article(1, &random)
            var other = one
            switch Int.random(in: 0..<4, using: &random) {
            case 0: other.grossPrice = 1
            case 1: other.netPrice = random.decimal(whole: 3, fraction: 2)
            case 2: (other.name, other.note) = (one.note, one.name)
            default: other.isActive = one.isActive.map { !$0 }
            }
            for isHours in [true, false] {
                let (first, second) = (
                    try Mapped(one, isHours: isHours).sent().row, try Mapped(other, isHours: isHours).sent().row
                )
                let isSame = first.fields.map { Array(($0 ?? "").utf8) } == second.fields.map { Array(($0 ?? "").utf8) }
                #expect((first.fingerprint == second.fingerprint) == isSame)
            }
        }
    }

    @Test(arguments: 1...5)
    func `required fields are never empty, and nothing begins or ends with white space`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        for index in 0..<100 {
            let article = try article(index, &random)
            for isHours in [true, false] {
                let row = try Mapped(article, isHours: isHours).sent().row
                #expect(!row.fields.prefix(4).contains(""))
                for field in row.fields.compactMap(\.self) {
                    #expect(field == field.trimmingCharacters(in: .whitespacesAndNewlines))
                }
            }
        }
    }
}
