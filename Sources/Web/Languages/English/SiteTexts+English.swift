import Domain

extension SiteTexts {
    static let english: SiteTexts = .init(
        product: "OutSmart – Visma eAccounting",
        skipToContent: "Skip to the content",
        navigation: "Site",
        accounts: "Accounts",
        signOut: "Sign out",
        backToStart: "Back to the start page",
        scope: { scope in
            switch scope {
            case .customers: "Customers"
            case .articles: "Articles"
            case .projects: "Projects"
            case .orders: "Sales orders"
            case .workOrders: "Work orders"
            }
        },
        notice: { notice in
            switch notice {
            case .signedOut: "You are signed out."
            case .sessionEnded: "Your session had ended, so nothing was changed. Sign in and try again."
            case .connected: "Connected to Visma eAccounting."
            case .disconnected: "Disconnected. Imported data and the history stay."
            case .confirmed: "Confirmed. The next sync deactivates these records."
            case .nothingEnabled: "Nothing is switched on below, so there is nothing to sync."
            case .retryAsked: "The work order will be tried again in a moment."
            case .saved: "Nothing was different: the settings are as they were."
            case .setup(let notice): SetupTexts.english.notice(notice)
            case .failed(let code): "That did not work. \(CodeTexts.english.action(code))"
            }
        }
    )
}
