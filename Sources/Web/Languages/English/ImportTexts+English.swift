import Domain

private let language = Language.english

extension ImportTexts {
    static let english = ImportTexts(
        title: "Import",
        lead: "What goes from Visma eAccounting to OutSmart.",
        lists: "Lists",
        sync: "Sync",
        syncScope: { scope in
            switch scope {
            case .customers: "Sync customers"
            case .articles: "Sync articles"
            case .projects: "Sync projects"
            case .orders: "Sync sales orders"
            case .workOrders: "Sync work orders"
            }
        },
        noOrders: "This company has no sales orders in Visma eAccounting, so there are none to import.",
        records: "Which records",
        orderStatus: { status in
            switch status {
            case 1: "Draft"
            case 2: "Ongoing"
            case 3: "Shipped"
            case 4: "Invoiced"
            default: language.number(status)
            }
        },
        notOffered: { "\($0) – not in OutSmart’s list" },
        outSmartSilent: "OutSmart can’t be asked for its list at the moment. Write it exactly as OutSmart does."
    )
}
