import Foundation

extension SampleCompany {
    var articleCount: Int { isLarge ? 600 : 20 }

    var articles: [JSONObject] { (0..<articleCount).map(article) }

    /// Every fifth article is work by the hour.
    func isHours(_ index: Int) -> Bool { index % 5 == 0 }

    /// The index of the n-th article that is work, or that is goods.
    func hourArticle(_ number: Int) -> Int { number * 5 % articleCount }
    func goodsArticle(_ number: Int) -> Int {
        let index = number % articleCount
        return isHours(index) ? index + 1 : index
    }

    /// The number of the article at an index: some begin with zeros, some with letters.
    func articleNumber(_ index: Int) -> String {
        if isHours(index) { return "ARB\(padded(index / 5 + 1, 3))" }
        return index % 7 == 3 ? padded(index, 7) : String(4_100_000 + index * 13)
    }

    func articleName(_ index: Int) -> String {
        if isHours(index) {
            let round = index / 5 / SampleNames.labour.count
            return SampleNames.labour.cycled(index / 5) + (round == 0 ? "" : ", nivå \(round + 1)")
        }
        return "\(SampleNames.products.cycled(index)) \(SampleNames.sizes.cycled(index * 5))"
    }

    func articlePrice(_ index: Int) -> String {
        isHours(index) ? "\(450 + index % 9 * 50).00" : "\(index * 37 % 4_800 + 12).\(padded(index * 25 % 100, 2))"
    }

    func article(_ index: Int) -> JSONObject {
        var article = Schema.article.blank
        let unit = unit(of: index)
        let isService = isHours(index)
        let coding =
            isService ? "Tjänster 25 %" : index % 97 == 11 ? "Varor 12 %" : index % 89 == 7 ? "Hyra 25 %" : "Varor 25 %"
        article.lay([
            "Id": id("article", index), "Number": .string(articleNumber(index)), "Name": .string(articleName(index)),
            "NetPrice": .number(articlePrice(index)), "CodingId": id("coding", coding), "CodingName": .string(coding),
            "UnitId": id("unit", unit.abbreviation), "UnitName": .string(unit.name),
            "UnitAbbreviation": .string(unit.abbreviation), "IsServiceArticle": .bool(isService),
            "IsActive": .bool(index % 60 != 59), "CreatedUtc": stamp(daysAgo: 800 - index % 300, salt: index),
            "ChangedUtc": stamp(daysAgo: 20 + index % 400, salt: index * 3),
            "Barcodes": index % 8 == 1 ? [["Barcode": .string("735000\(padded(index, 7))"), "BarcodeType": 0]] : nil,
            "Note": index % 40 == 2 ? "Beställs från grossist; leveranstid 3–5 dagar" : nil,
        ])
        let rate: JSON = coding == "Varor 12 %" ? .number("1.12") : .number("1.25")
        let gross = (article["NetPrice"]?.decimal ?? 0) * (rate.decimal ?? 1)
        article["GrossPrice"] = .decimal(gross.rounded(2))
        if let oddity = Self.articleOddities[index % 200] { article.lay(oddity) }
        return article
    }

    private func unit(of index: Int) -> (name: String, abbreviation: String) {
        if isHours(index) { return index % 35 == 5 ? ("Timmar jour", "Tim.") : ("Timme", "tim") }
        return [
            ("Styck", "st"), ("Styck", "st"), ("Meter", "m"), ("Styck", "st"), ("Förpackning", "förp"),
            ("Rulle", "rulle"),
            ("Styck", "st"), ("Kilogram", "kg"), ("Par", "par"), ("Kvadratmeter", "m²"),
        ].cycled(index * 3)
    }

    private static let articleOddities: [Int: JSONObject] = [
        17: ["Name": "🔌 Laddbox 11 kW med kabel"],
        39: ["Name": "Fördelarskåp för golvvärme inkl. shunt, 12 slingor"],
        63: ["NetPrice": 0, "GrossPrice": 0],
        84: ["Name": "Tejp \"Extra\" <svart> & vit"],
        112: ["NetPrice": .number("0.05"), "GrossPrice": .number("0.06")],
    ]
}
