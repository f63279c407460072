import Domain

extension SetupTexts {
    static let dutch = SetupTexts(
        title: "Eerste stappen",
        progress: { "\($0) van \($1) klaar" },
        done: "Klaar",
        step: { step in
            switch step {
            case .license: "Vul de licentie in"
            case .token: "Vul het OutSmart-token in"
            case .connect: "Koppel Visma eAccounting"
            case .company: "Bevestig het bedrijf"
            case .imports: "Kies wat er wordt geïmporteerd"
            case .exportStart: "Kies vanaf welke dag wordt geëxporteerd"
            case .firstSync: "Start de eerste synchronisatie"
            }
        },
        advice: { step in
            switch step {
            case .license: "Die kreeg u bij de bestelling. Kopieer de hele tekst en plak hem in het veld."
            case .token:
                "Daarmee krijgt de koppeling toegang tot uw OutSmart. OutSmart toont het onder Instellingen, Algemeen, "
                    + "Software-integraties."
            case .connect:
                "Druk op Koppelen. De inlogpagina van Visma gaat open: log in, kies het bedrijf en keur de toegang goed."
            case .company: "Alles komt uit de boekhouding van dit bedrijf en gaat daarnaartoe."
            case .imports:
                "Vink onder Import de lijsten aan die OutSmart uit Visma eAccounting moet krijgen, en sla op. "
                    + "De meeste bedrijven houden ze allemaal aan."
            case .exportStart:
                "Stel onder Export de dag in vanaf wanneer voltooide werkbonnen via de koppeling worden gefactureerd, "
                    + "en sla op. Laat weg wat al gefactureerd is."
            case .firstSync:
                "Druk op Nu synchroniseren. U kunt zien wat er binnenkomt, en de pagina verlaten wanneer u wilt."
            }
        },
        jump: { step in
            switch step {
            case .license: "Naar de licentie"
            case .token: "Naar het OutSmart-token"
            case .connect: "Naar Koppelen"
            case .company: nil
            case .imports: "Naar Import"
            case .exportStart: "Naar de dag"
            case .firstSync: "Naar Nu synchroniseren"
            }
        },
        isThisTheCompany: "Is dit het bedrijf?",
        registrationNumber: "Registratienummer",
        yes: "Ja",
        noDisconnect: "Nee, ontkoppelen",
        importsAreRight: "De lijsten kloppen",
        exportStartIsRight: "De dag klopt",
        enterLicense: "Licentie invullen",
        replaceLicense: "Licentie vervangen",
        license: "Licentie",
        saveLicense: "Licentie opslaan",
        enterToken: "OutSmart-token invullen",
        replaceToken: "OutSmart-token vervangen",
        tokenSecret: "Het wordt bij OutSmart gecontroleerd en nooit meer getoond.",
        saveToken: "Token controleren en opslaan",
        licenseExpired: { "Deze licentie is op \($0) verlopen. Vraag een nieuwe aan." },
        licenseInvalid: "Dit is geen licentie voor dit account. Kopieer de hele tekst die u bij de bestelling kreeg.",
        changed: "Opgeslagen.",
        change: { "‘\($0)’ is gewijzigd van \($1) in \($2)" },
        listChange: { name, added, removed in
            switch (added.isEmpty, removed.isEmpty) {
            case (false, true): "Toegevoegd aan ‘\(name)’: \(added.joined(separator: ", "))"
            case (true, false): "Verwijderd uit ‘\(name)’: \(removed.joined(separator: ", "))"
            case (true, true): "De volgorde van ‘\(name)’ is gewijzigd"
            case (false, false):
                "Toegevoegd aan ‘\(name)’: \(added.joined(separator: ", ")); verwijderd: \(removed.joined(separator: ", "))"
            }
        },
        on: "aan",
        off: "uit",
        nothing: "leeg",
        unsaved: "Nog niet opgeslagen",
        unsavedWithoutScripts: "Sla op voordat u op een andere knop drukt; anders gaan uw wijzigingen verloren.",
        conflict: "Er is nog niets opgeslagen: iemand anders wijzigde deze instellingen terwijl de pagina open was.",
        conflictAdvice: "Wat u hebt gewijzigd, staat nog in het formulier. Controleer het en sla opnieuw op.",
        restored: "Uw sessie was verlopen voordat dit werd opgeslagen. Wat u hebt ingevuld, staat hier weer: "
            + "controleer het en sla op.",
        setByOther: { "Iemand anders heeft dit op \($0) gezet." },
        notice: { notice in
            switch notice {
            case .formKept:
                "Uw sessie was verlopen voordat uw wijzigingen werden opgeslagen. Ze zijn bewaard: log in en ze staan "
                    + "weer in het formulier."
            case .decided: "Genoteerd."
            case .companyConfirmed: "Mooi, dit is het juiste bedrijf."
            case .companyRejected: "Ontkoppeld. Koppel opnieuw en kies op de pagina van Visma het juiste bedrijf."
            case .companyStays:
                "Ontkoppeld. De gegevens van dit bedrijf staan al in OutSmart, dus dit account blijft erbij horen: "
                    + "voeg voor een ander bedrijf een ander account toe."
            case .licenseSaved: "De licentie is opgeslagen."
            case .tokenSaved: "OutSmart heeft het token geaccepteerd, en het is opgeslagen."
            }
        },
        onThisPage: "Op deze pagina",
        help: "Help",
        helpInNewTab: "opent in een nieuw tabblad",
        whatGoesWhere: "Wat gaat waarheen"
    )
}
