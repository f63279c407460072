import Domain

private let language = Language.swedish

extension ImportTexts {
    static let swedish = ImportTexts(
        title: "Import",
        lead: "Det som går från Spiris till OutSmart.",
        lists: "Register",
        sync: "Synka",
        syncScope: { scope in
            switch scope {
            case .customers: "Synka kunder"
            case .articles: "Synka artiklar"
            case .projects: "Synka projekt"
            case .orders: "Synka order"
            case .workOrders: "Synka arbetsorder"
            }
        },
        noOrders: "Företaget har inga order i Spiris, så det finns inga att importera.",
        records: "Vilka poster",
        orderStatus: { status in
            switch status {
            case 1: "Utkast"
            case 2: "Pågående"
            case 3: "Levererad"
            case 4: "Fakturerad"
            default: language.number(status)
            }
        },
        notOffered: { "\($0) – finns inte i OutSmarts lista" },
        outSmartSilent: "OutSmarts lista kan inte hämtas just nu. Skriv precis som det står i OutSmart."
    )
}
