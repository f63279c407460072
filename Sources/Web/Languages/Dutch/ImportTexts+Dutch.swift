import Domain

private let language = Language.dutch

extension ImportTexts {
    static let dutch = ImportTexts(
        title: "Import",
        lead: "Wat er van Visma eAccounting naar OutSmart gaat.",
        lists: "Lijsten",
        sync: "Synchroniseren",
        syncScope: { scope in
            switch scope {
            case .customers: "Klanten synchroniseren"
            case .articles: "Artikelen synchroniseren"
            case .projects: "Projecten synchroniseren"
            case .orders: "Verkooporders synchroniseren"
            case .workOrders: "Werkbonnen synchroniseren"
            }
        },
        noOrders: "Dit bedrijf heeft geen verkooporders in Visma eAccounting, dus er valt niets te importeren.",
        records: "Welke gegevens",
        orderStatus: { status in
            switch status {
            case 1: "Concept"
            case 2: "Lopend"
            case 3: "Geleverd"
            case 4: "Gefactureerd"
            default: language.number(status)
            }
        },
        notOffered: { "\($0) – staat niet in de lijst van OutSmart" },
        outSmartSilent: "De lijst van OutSmart is nu niet op te vragen. Schrijf het precies zoals OutSmart."
    )
}
