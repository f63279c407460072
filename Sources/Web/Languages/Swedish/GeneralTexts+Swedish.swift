import Domain

private let language = Language.swedish

extension GeneralTexts {
    static let swedish = GeneralTexts(
        title: "Allmänt",
        company: "Företag",
        noCompany: "Inget än",
        connectionTitle: "Spiris Bokföring & Fakturering",
        connection: { state in
            switch state {
            case .disconnected: "Inte ansluten"
            case .connected: "Ansluten"
            case .expired: "Åtkomsten har upphört"
            }
        },
        licenseTitle: "Licens",
        license: { state in
            switch state {
            case .none: "Ingen"
            case .active(let until): "Gäller till \(language.day(until))"
            case .expired(let at): "Gick ut \(language.day(at))"
            case .invalid: "Gäller inte för det här kontot"
            }
        },
        licenseAdvice: "Utan en giltig licens synkas ingenting. Be den som driver kopplingen om en.",
        connectAdvice: "Nästa steg: anslut företaget i Spiris Bokföring & Fakturering.",
        reconnectAdvice: "Visma godtar inte åtkomsten längre. Anslut igen för att fortsätta; ingenting går förlorat.",
        firstSyncAdvice: "Ansluten. Nästa steg: kontrollera nedan vad som ska importeras, och tryck sedan på Synka nu.",
        connect: "Anslut",
        reconnect: "Anslut igen",
        disconnect: "Koppla från",
        syncNow: "Synka nu",
        cancelSync: "Avbryt synkningen",
        run: { state in
            switch state {
            case .queued: "Synkningen väntar på sin tur sedan"
            case .running: "Synkningen pågår sedan"
            case .succeeded: "Senaste synkningen blev klar"
            case .partial: "Senaste synkningen blev klar, men allt gick inte,"
            case .failed: "Senaste synkningen kunde inte fortsätta"
            case .cancelled: "Senaste synkningen avbröts"
            }
        },
        step: { state in
            switch state {
            case .waiting: "väntar"
            case .running: "pågår"
            case .succeeded: "klar"
            case .partial: "klar, något misslyckades"
            case .failed: "misslyckades"
            case .skipped: "utelämnad"
            }
        },
        counts: { step in
            let counts = step.counts
            let read =
                step.total.map { "\(language.number(counts.read)) av \(language.number($0))" }
                ?? language.number(counts.read)
            let parts = [
                (counts.created, counts.created == 1 ? "ny" : "nya"),
                (counts.updated, counts.updated == 1 ? "ändrad" : "ändrade"),
                (counts.unchanged, counts.unchanged == 1 ? "oförändrad" : "oförändrade"),
                (counts.skipped, counts.skipped == 1 ? "utelämnad" : "utelämnade"),
                (counts.failed, counts.failed == 1 ? "misslyckad" : "misslyckade"),
            ]
            let named = parts.filter { $0.0 > 0 }.map { "\(language.number($0.0)) \($0.1)" }
            return ([(step.total ?? counts.read) == 1 ? read + " läst" : read + " lästa"] + named)
                .joined(separator: ", ")
        },
        heldBack: { scope, count in
            "\(language.number(count)) poster i ”\(SiteTexts.swedish.scope(scope))” finns inte längre i Spiris. "
                + "Ingenting har ändrats i OutSmart. Kontrollera om de verkligen har tagits bort där; "
                + "bekräfta i så fall, så inaktiveras de i OutSmart."
        },
        confirmRemoval: "De är borttagna: fortsätt",
        browsersLanguage: "Webbläsarens"
    )
}
