import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

extension DocumentMaking {
    /// The article of every line, `nil` for lines of text.
    func articles(
        of work: CompletedWork,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> [SoldArticle?] {
        var articles: [SoldArticle?] = []
        for line in work.lines {
            switch line {
            case .text: articles.append(nil)
            case .material(let material): articles.append(try await article(of: material, &findings))
            case .hours(let hours): articles.append(try await article(of: hours, &findings))
            case .travel: articles.append(try await set(settings.travelArticle))
            }
        }
        return articles
    }

    private func article(
        of material: CompletedWork.Material,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> SoldArticle? {
        if let code = material.code {
            if let article = try await books.article(code) { return article }
            if settings.newMaterials {
                let name = material.name ?? code
                return try await newArticle(code, name: name, price: material.price, unit: material.unit, &findings)
            }
        }
        if let article = try await set(settings.fallbackArticle) { return article }
        let name = material.name ?? "A material"
        let words = material.code.map { "Visma has no article with its number, \($0)." } ?? "it has no article number."
        throw .failed(.ofRecord(.materialNotFound, "\(name): \(words)"))
    }

    private func article(
        of hours: CompletedWork.Hours,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> SoldArticle? {
        if let code = hours.code {
            if let article = try await books.article(code) { return article }
            if settings.newMaterials, let article = try await newHours(code, &findings) { return article }
        }
        if let article = try await set(settings.fallbackHourArticle) { return article }
        let words =
            hours.code.map { "Visma has no article for the hour type \($0)." } ?? "A work period has no hour type."
        throw .failed(.ofRecord(.hourtypeNotFound, words))
    }

    /// Creates the article of an hour type that OutSmart knows with a price; else nobody knows what to charge.
    private func newHours(
        _ code: String,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> SoldArticle? {
        guard let type = try await books.hourType(code), let price = type.salePrice.value else { return nil }
        let name = Optional(type.name).trimmed ?? code
        return try await newArticle(code, name: name, price: price, unit: hourUnits.first, &findings)
    }

    private func newArticle(
        _ number: String,
        name: String,
        price: Decimal,
        unit: String?,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> SoldArticle {
        let article = try await books.newArticle(number, name: name, price: price, unit: unit)
        let creation = Creation.article(article)
        if !findings.creations.contains(where: { $0.placeholder == creation.placeholder }) {
            findings.creations.append(creation)
            if article.name != name { findings.warnings.append(.truncated("article's name", name)) }
        }
        return SoldArticle(id: creation.placeholder, netPrice: article.netPrice, codingID: article.codingId)
    }

    /// The article that the settings name, `nil` where they name none.
    private func set(_ number: String?) async throws(WorkOrderEnd) -> SoldArticle? {
        guard let number = number.trimmed else { return nil }
        if let article = try await books.article(number) { return article }
        let message = "The settings name the article \(number), which Visma does not have."
        throw .failed(.ofRecord(.fallbackArticleNotFound, message))
    }

    /// The document's row for a line.
    func row(
        _ line: CompletedWork.Line,
        _ article: SoldArticle?,
        _ terms: SaleTerms,
        _ findings: inout Findings
    ) throws(SyncFailure) -> SalesDocument.Row {
        guard let article else {
            guard case .text(let text) = line else { return .text("") }
            return .text(cut(text, &findings))
        }
        var sold = SalesDocument.Sold(articleID: article.id, text: nil, quantity: 0, unitPrice: 0)
        var net = article.netPrice
        switch line {
        case .text: break
        case .material(let material):
            sold.text = material.name.map { cut($0, &findings) }
            sold.quantity = material.quantity
            sold.discount = material.discount
            net = material.price
        case .hours(let hours):
            sold.text = hours.text.map { cut($0, &findings) }
            sold.quantity = hours.quantity
        case .travel(let distance):
            sold.quantity = distance
        }
        sold.quantity = sold.quantity.rounded(to: settings.document == .order ? 4 : 2)
        guard sold.quantity != 0 else {
            throw .ofRecord(.zeroQuantity, "The quantity of \(sold.text ?? "a row") is 0 after rounding.")
        }
        sold.unitPrice = try terms.price(net, of: article)
        return .article(sold)
    }

    private func cut(_ text: String, _ findings: inout Findings) -> String {
        findings.warnings.cut("text of a row", text, to: 2000)
    }
}
