import EAccounting

/// The units by which an article or a row is one of hours.
struct HourUnits: Sendable {
    private let units: [String: EAccountingClient.Unit]
    private let names: Set<String>
    /// The identifiers of those that are units of hours.
    private let hours: Set<String>

    /// - Parameters:
    ///   - units: The company's units.
    ///   - names: What hours are called, in any case; compared with every name that a unit has.
    init(_ units: [EAccountingClient.Unit], named names: [String]) {
        let names = Set(names.map { $0.lowercased() })
        let known = Dictionary(units.map { ($0.id, $0) }) { first, _ in first }
        hours = Set(
            known.values.filter { unit in
                names.contain([unit.abbreviation, unit.abbreviationEnglish, unit.code, unit.name])
            }
            .map(\.id)
        )
        self.units = known
        self.names = names
    }

    func contain(_ article: EAccountingClient.Article) -> Bool {
        names.contain([article.unitAbbreviation, article.unitName]) || contain(unit: article.unitId)
    }

    /// Whether the unit of that identifier is one of hours.
    func contain(unit id: String?) -> Bool { id.map(hours.contains) ?? false }

    func unit(_ id: String?) -> EAccountingClient.Unit? { id.flatMap { units[$0] } }
}

extension Set<String> {
    /// Whether one of these texts is in it, in any case.
    fileprivate func contain(_ texts: [String?]) -> Bool {
        texts.contains { text in text.trimmed.map { contains($0.lowercased()) } ?? false }
    }
}
