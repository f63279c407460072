import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

/// What an article becomes at OutSmart: a material, or by its unit an hour type.
enum ArticleRow: OutSmartRow {
    case material(OutSmartClient.Material)
    case hourType(OutSmartClient.HourType)

    static let materials = "materials"
    static let hourTypes = "hourtypes"

    var kind: String {
        switch self {
        case .material: Self.materials
        case .hourType: Self.hourTypes
        }
    }

    var code: String {
        switch self {
        case .material(let material): "\(kind)/\(material.code)"
        case .hourType(let hourType): "\(kind)/\(hourType.code)"
        }
    }

    var isActive: Bool {
        switch self {
        // OutSmart knows no inactive materials.
        case .material: true
        case .hourType(let hourType): hourType.active ?? true
        }
    }

    var deactivated: ArticleRow? {
        guard case .hourType(var hourType) = self, isActive else { return nil }
        hourType.active = false
        return .hourType(hourType)
    }

    static func number(ofCode code: String) -> String {
        String(code.drop { $0 != "/" }.dropFirst())
    }

    func changeOfKind(from formerCode: String) -> SyncFailure? {
        guard !formerCode.hasPrefix("\(kind)/") else { return nil }
        let words =
            switch self {
            case .material: "a material and no longer an hour type"
            case .hourType: "an hour type and no longer a material"
            }
        return SyncFailure(.unitChangedKind, "By its unit the article is \(words).", reach: .record)
    }

    var fields: [String?] {
        switch self {
        case .material(let row):
            [row.code, row.description, row.price.normal, row.unit, row.barcode, row.note]
        case .hourType(let row):
            [
                row.code, row.name, row.salePrice.normal, row.costBooking ? "1" : "0", row.saleBooking ? "1" : "0",
                isActive ? "1" : "0",
            ]
        }
    }
}

extension Parsed<Decimal> {
    /// The same text for the same number, however OutSmart writes it: its `description`.
    ///
    /// Made of the text, because a number is slow to describe.
    var normal: String {
        guard value != nil else { return text }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".")
        }
        var digits = parts[0].filter(isDigit).drop { $0 == UInt8(ascii: "0") }
        if digits.isEmpty { digits = [UInt8(ascii: "0")] }
        if parts.count > 1 {
            let fraction = parts[1].filter(isDigit)
            let zeros = fraction.reversed().prefix { $0 == UInt8(ascii: "0") }
            if zeros.count < fraction.count { digits += [UInt8(ascii: ".")] + fraction.dropLast(zeros.count) }
        }
        let isNegative = text.utf8.contains(UInt8(ascii: "-")) && digits != [UInt8(ascii: "0")]
        return (isNegative ? "-" : "") + String(decoding: digits, as: UTF8.self)
    }
}

extension SyncFailure {
    /// A record that can't be sent because it has no number.
    static func numberMissing(_ kind: String) -> SyncFailure {
        SyncFailure(.numberMissing, "The \(kind) has no number at Visma, so it can't be sent.", reach: .record)
    }
}

extension Mapped where Row == ArticleRow {
    /// What OutSmart shall hold of an article.
    ///
    /// - Parameters:
    ///   - article: Visma's article.
    ///   - isHours: Whether its unit is one of hours.
    init(_ article: EAccountingClient.Article, isHours: Bool) {
        guard let number = article.number.trimmed else {
            let name = "Article \(article.name.trimmed ?? article.id)"
            self = .unusable(name: name, .numberMissing("article"))
            return
        }
        let isActive = article.isActive ?? true
        let name = article.name.trimmed ?? "-"
        let price = article.netPrice ?? 0
        let row: ArticleRow
        let facts: String
        if isHours {
            let hourType = OutSmartClient.HourType(code: number, name: name, salePrice: price, active: isActive)
            facts = SoldArticle.facts(netPrice: hourType.salePrice.normal, codingID: article.codingId.trimmed)
            row = .hourType(hourType)
        } else {
            let unit = article.unitAbbreviation.trimmed ?? article.unitName.trimmed ?? "-"
            var material = OutSmartClient.Material(code: number, description: name, price: price, unit: unit)
            material.barcode = article.barcodes?.lazy.compactMap(\.barcode.trimmed).first ?? ""
            material.note = article.note.trimmed ?? ""
            facts = SoldArticle.facts(netPrice: material.price.normal, codingID: article.codingId.trimmed)
            row = .material(material)
        }
        self = .outgoing(
            Outgoing(
                vismaID: article.id,
                name: "Article \(number)",
                row: row,
                isActive: isActive,
                changedAt: article.changedUtc ?? article.createdUtc,
                facts: facts
            )
        )
    }
}
