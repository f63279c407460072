import Foundation
package import Sandbox

extension Bench {
    /// The identifier of the article that ``addArticles(_:unit:)`` makes of an index.
    package static func articleID(_ index: Int) -> String {
        "00000000-0000-4000-8001-" + String(100_000_000_000 + index)
    }

    /// The number of that article.
    package static func articleNumber(_ index: Int) -> String { "A\(1000 + index)" }

    /// Adds active articles of a unit at Visma.
    package func addArticles(_ indices: some Sequence<Int>, unit: String = "st") throws {
        let coding = sandbox.vismaRows("articleaccountcodings").first?.text("Id") ?? ""
        for index in indices {
            try editArticle(
                index,
                [
                    "Number": .string(Self.articleNumber(index)), "Name": .string("Artikel \(index) Ö"),
                    "NetPrice": .number("\(100 + index).50"), "CodingId": .string(coding), "IsActive": true,
                    "CreatedUtc": "2024-01-01T00:00:00Z",
                ]
            )
            try measureArticle(index, in: unit)
        }
    }

    /// Changes an article at Visma.
    package func editArticle(_ index: Int, _ patch: JSONObject) throws {
        try sandbox.edit(.vismaTable("articles"), Self.articleID(index), patch)
    }

    /// Gives an article another unit.
    package func measureArticle(_ index: Int, in abbreviation: String) throws {
        let unit = unit(abbreviation)
        try editArticle(
            index,
            [
                "UnitId": unit["Id"] ?? nil, "UnitName": unit["Name"] ?? nil,
                "UnitAbbreviation": unit["Abbreviation"] ?? nil,
            ]
        )
    }

    /// Deletes articles at Visma.
    package func deleteArticles(_ indices: some Sequence<Int>) throws {
        for index in indices { try sandbox.delete(.vismaTable("articles"), Self.articleID(index)) }
    }

    /// What OutSmart holds, by code.
    package var materials: [String: Columns] {
        outSmart("materials", by: "code", ["code", "description", "price", "unit", "barcode", "note"])
    }

    /// What OutSmart holds, by code.
    package var hourTypes: [String: Columns] {
        outSmart("hourtypes", by: "code", ["code", "name", "sale_price", "cost_booking", "sale_booking", "active"])
    }

    /// The codes of the hour types that are active.
    package var activeHourTypes: [String] { hourTypes.filter { $0.value["active"] == "1" }.keys.sorted() }

    /// What OutSmart is to hold of an article that is no hours: BEHAVIOUR's table, read a second time.
    package static func material(of article: JSONObject) -> Columns {
        [
            "code": article.text("Number"), "description": article.text("Name"),
            "price": price(of: article).replacing(".", with: ","), "unit": article.text("UnitAbbreviation"),
            "barcode": article["Barcodes"]?.array?.first?.object?.text("Barcode") ?? "",
            "note": article.text("Note"),
        ]
    }

    /// What OutSmart is to hold of an article that is hours.
    package static func hourType(of article: JSONObject) -> Columns {
        [
            "code": article.text("Number"), "name": article.text("Name"), "sale_price": price(of: article),
            "cost_booking": "0", "sale_booking": "1", "active": article["IsActive"] == false ? "0" : "1",
        ]
    }

    /// The price as Visma writes it, with two decimals.
    private static func price(of article: JSONObject) -> String {
        let parts = article.text("NetPrice").split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return "\(parts[0]).\(fraction.padding(toLength: 2, withPad: "0", startingAt: 0))"
    }
}
