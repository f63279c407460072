import Foundation
import MicroHTTP

extension VismaOffice {
    mutating func createArticle(_ call: VismaCall) throws(VismaError) -> Response {
        let body = try call.body()
        var article = try Schema.article.admit(body)
        try complete(&article, body)
        article["Id"] = newID()
        article["CreatedUtc"] = stamp
        store(article, in: .articles, posted: true)
        return .json(.object(article), status: 201)
    }

    mutating func replaceArticle(_ call: VismaCall) throws(VismaError) -> Response {
        let body = try call.body()
        var article = try Schema.article.admit(body, replacing: existing(call.id, in: .articles))
        try complete(&article, body)
        store(article, in: .articles)
        return .json(.object(article))
    }

    /// Checks what a schema cannot, and fills in what follows from the coding and the unit.
    private func complete(_ article: inout JSONObject, _ body: JSONObject) throws(VismaError) {
        var errors: [VismaError.Field] = []
        let coding = record(article.text("CodingId"), in: .codings)
        let unit = record(article.text("UnitId"), in: .units)
        if coding?["IsActive"] != true { errors.append(.init(name: "CodingId", message: "The coding does not exist.")) }
        if unit == nil { errors.append(.init(name: "UnitId", message: "The unit does not exist.")) }
        if !errors.isEmpty { throw .invalid(errors) }

        let factor = 1 + (coding?["VatRatePercent"]?.decimal ?? 0)
        switch (body["NetPrice"]?.decimal, body["GrossPrice"]?.decimal) {
        case (let net?, nil): article["GrossPrice"] = .decimal((net * factor).rounded(2))
        case (nil, let gross?): article["NetPrice"] = .decimal((gross / factor).rounded(2))
        case (let net?, let gross?):
            let difference = (net * factor).rounded(2) - gross
            if abs(difference) > Decimal(sign: .plus, exponent: -2, significand: 1) {
                throw .invalid("GrossPrice", "NetPrice and GrossPrice do not agree with the VAT rate.")
            }
        case (nil, nil): break
        }
        if let other = rows(.articles).first("Number", article["Number"] ?? nil), other.key != article.text("Id") {
            throw .duplicate("Number", article.text("Number"))
        }
        article["CodingName"] = coding?["Name"]
        article["UnitName"] = unit?["Name"]
        article["UnitAbbreviation"] = unit?["Abbreviation"]
        article["IsServiceArticle"] = .bool(coding?["Type"] == "Services")
        article["ChangedUtc"] = stamp
    }
}
