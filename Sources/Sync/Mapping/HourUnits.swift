import EAccounting

/// The units by which an article or a row is one of hours.
struct HourUnits: Sendable {
    private let units: [String: EAccountingClient.Unit]
    private let names: Set<String>

    /// - Parameters:
    ///   - units: The company's units.
    ///   - names: What hours are called, in any case; compared with every name that a unit has.
    init(_ units: [EAccountingClient.Unit], named names: [String]) {
        self.units = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        self.names = Set(names.map { $0.lowercased() })
    }

    func contain(_ article: EAccountingClient.Article) -> Bool {
        contain([article.unitAbbreviation, article.unitName]) || contain(unit: article.unitId)
    }

    /// Whether the unit of that identifier is one of hours.
    func contain(unit id: String?) -> Bool {
        guard let unit = unit(id) else { return false }
        return contain([unit.abbreviation, unit.abbreviationEnglish, unit.code, unit.name])
    }

    func unit(_ id: String?) -> EAccountingClient.Unit? { id.flatMap { units[$0] } }

    private func contain(_ texts: [String?]) -> Bool {
        texts.contains { text in text.trimmed.map { names.contains($0.lowercased()) } ?? false }
    }
}
