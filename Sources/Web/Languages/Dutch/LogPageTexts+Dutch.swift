extension LogPageTexts {
    static let dutch = LogPageTexts(
        filter: "Welke meldingen",
        time: "Tijd",
        level: "Niveau",
        scope: "Lijst",
        record: "Betreft",
        recordHint: "Een deel is genoeg, bijvoorbeeld 2026-0117.",
        headline: "Wat er gebeurde",
        run: "Synchronisatie",
        details: "Details",
        all: "Alle",
        show: "Tonen",
        showAll: "Alle meldingen tonen",
        refresh: "Vernieuwen",
        download: "Downloaden als CSV",
        wholeLog: "Het hele logboek",
        kept: "Meldingen worden 90 dagen bewaard.",
        noMatch: "Er is geen melding die hieraan voldoet.",
        ofRun: { "Alleen meldingen van de synchronisatie van \($0)." },
        ofUnknownRun: "Alleen meldingen van een synchronisatie die niet meer bekend is.",
        detail: { name in
            switch name {
            case "errorId": "ErrorId, voor de helpdesk van Visma"
            case "vendorCode": "Foutnummer van de leverancier"
            case "status": "HTTP-status"
            case "field": "Veld"
            default: name
            }
        },
        toRun: "Alle meldingen van deze synchronisatie",
        toRecord: "Alle meldingen over dit record",
        toExport: "Deze werkbon bij de exports",
        connectionLost: "De verbinding met de server is verbroken, dus deze pagina kan verouderd zijn. "
            + "Er wordt vanzelf opnieuw verbinding gemaakt; de pagina opnieuw laden kan helpen."
    )
}
