import Domain

extension SiteTexts {
    static let dutch: SiteTexts = .init(
        product: "OutSmart – Visma eAccounting",
        skipToContent: "Naar de inhoud",
        navigation: "Website",
        accounts: "Accounts",
        signOut: "Uitloggen",
        backToStart: "Naar de startpagina",
        scope: { scope in
            switch scope {
            case .customers: "Klanten"
            case .articles: "Artikelen"
            case .projects: "Projecten"
            case .orders: "Verkooporders"
            case .workOrders: "Werkbonnen"
            }
        },
        notice: { notice in
            switch notice {
            case .signedOut: "U bent uitgelogd."
            case .sessionEnded: "Uw sessie was verlopen, dus er is niets gewijzigd. Log in en probeer het opnieuw."
            case .connected: "Gekoppeld met Visma eAccounting."
            case .disconnected: "Ontkoppeld. Geïmporteerde gegevens en de geschiedenis blijven bewaard."
            case .confirmed: "Bevestigd. De volgende synchronisatie zet deze gegevens op inactief."
            case .nothingEnabled: "Hieronder staat niets aan, dus er valt niets te synchroniseren."
            case .retryAsked: "De werkbon wordt zo dadelijk opnieuw geprobeerd."
            case .saved: "Er was niets veranderd: de instellingen zijn zoals ze waren."
            case .setup(let notice): SetupTexts.dutch.notice(notice)
            case .failed(let code): "Dat is niet gelukt. \(CodeTexts.dutch.action(code))"
            }
        }
    )
}
