import Domain

private let language = Language.dutch

extension GeneralTexts {
    static let dutch = GeneralTexts(
        title: "Algemeen",
        company: "Bedrijf",
        noCompany: "Nog geen",
        connectionTitle: "Visma eAccounting",
        connection: { state in
            switch state {
            case .disconnected: "Niet gekoppeld"
            case .connected: "Gekoppeld"
            case .expired: "De toegang is beëindigd"
            }
        },
        licenseTitle: "Licentie",
        license: { state in
            switch state {
            case .none: "Geen"
            case .active(let until): "Geldig tot \(language.day(until))"
            case .expired(let at): "Verlopen op \(language.day(at))"
            case .invalid: "Niet geldig voor dit account"
            }
        },
        licenseAdvice: "Zonder geldige licentie wordt er niets gesynchroniseerd. Vraag de beheerder om een licentie.",
        connectAdvice: "Volgende stap: koppel het bedrijf in Visma eAccounting.",
        reconnectAdvice:
            "Visma accepteert de toegang niet meer. Koppel opnieuw om verder te gaan; er gaat niets verloren.",
        firstSyncAdvice:
            "Gekoppeld. Volgende stap: controleer hieronder wat er geïmporteerd moet worden en kies Nu synchroniseren.",
        connect: "Koppelen",
        reconnect: "Opnieuw koppelen",
        disconnect: "Ontkoppelen",
        syncNow: "Nu synchroniseren",
        cancelSync: "Synchronisatie afbreken",
        run: { state in
            switch state {
            case .queued: "De synchronisatie wacht sinds"
            case .running: "De synchronisatie loopt sinds"
            case .succeeded: "Laatste synchronisatie klaar op"
            case .partial: "Laatste synchronisatie klaar, maar niet alles lukte, op"
            case .failed: "Laatste synchronisatie kon niet verder op"
            case .cancelled: "Laatste synchronisatie afgebroken op"
            }
        },
        step: { state in
            switch state {
            case .waiting: "wacht"
            case .running: "loopt"
            case .succeeded: "klaar"
            case .partial: "klaar, deels mislukt"
            case .failed: "mislukt"
            case .skipped: "overgeslagen"
            }
        },
        counts: { step in
            let counts = step.counts
            let read =
                step.total.map { "\(language.number(counts.read)) van \(language.number($0))" }
                ?? language.number(counts.read)
            let parts = [
                (counts.created, "nieuw"), (counts.updated, "gewijzigd"), (counts.unchanged, "ongewijzigd"),
                (counts.skipped, "overgeslagen"), (counts.failed, "mislukt"),
            ]
            let named = parts.filter { $0.0 > 0 }.map { "\(language.number($0.0)) \($0.1)" }
            return ([read + " gelezen"] + named).joined(separator: ", ")
        },
        heldBack: { scope, count in
            "\(language.number(count)) gegevens van ‘\(SiteTexts.dutch.scope(scope))’ staan niet meer in Visma "
                + "eAccounting. In OutSmart is niets gewijzigd. Controleer of ze daar echt zijn verwijderd; "
                + "bevestig het in dat geval, dan worden ze in OutSmart op inactief gezet."
        },
        confirmRemoval: "Ze zijn verwijderd: ga door",
        browsersLanguage: "Die van de browser"
    )
}
