import Domain

extension SiteTexts {
    static let swedish: SiteTexts = .init(
        product: "OutSmart – Spiris",
        skipToContent: "Hoppa till innehållet",
        navigation: "Webbplats",
        accounts: "Konton",
        signOut: "Logga ut",
        backToStart: "Till startsidan",
        scope: { scope in
            switch scope {
            case .customers: "Kunder"
            case .articles: "Artiklar"
            case .projects: "Projekt"
            case .orders: "Order"
            case .workOrders: "Arbetsorder"
            }
        },
        notice: { notice in
            switch notice {
            case .signedOut: "Du är utloggad."
            case .sessionEnded: "Du hade loggats ut, så ingenting ändrades. Logga in och försök igen."
            case .connected: "Ansluten till Spiris Bokföring & Fakturering."
            case .disconnected: "Frånkopplad. Det som har importerats och historiken finns kvar."
            case .confirmed: "Bekräftat. Nästa synkning inaktiverar de här posterna."
            case .nothingEnabled: "Ingenting är påslaget nedan, så det finns inget att synka."
            case .retryAsked: "Arbetsordern provas igen om en stund."
            case .saved: "Ingenting var ändrat: inställningarna är som de var."
            case .setup(let notice): SetupTexts.swedish.notice(notice)
            case .failed(let code): "Det gick inte. \(CodeTexts.swedish.action(code))"
            }
        }
    )
}
