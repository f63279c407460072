import Domain

extension SetupTexts {
    static let swedish = SetupTexts(
        title: "Första stegen",
        progress: { "\($0) av \($1) klara" },
        done: "Klart",
        step: { step in
            switch step {
            case .license: "Ange licensen"
            case .token: "Ange OutSmart-token"
            case .connect: "Anslut Spiris"
            case .company: "Bekräfta företaget"
            case .imports: "Välj vad som ska importeras"
            case .exportStart: "Välj från vilken dag arbetsorder exporteras"
            case .firstSync: "Starta den första synkningen"
            }
        },
        advice: { step in
            switch step {
            case .license: "Den kom med beställningen. Kopiera hela texten och klistra in den i fältet."
            case .token:
                "Den släpper in kopplingen i ert OutSmart. OutSmart visar den under Inställningar, Allmänt, Programintegrationer."
            case .connect: "Tryck på Anslut. Vismas inloggning öppnas: logga in, välj företaget och godkänn åtkomsten."
            case .company: "Allt hämtas från det här företagets bokföring och förs dit."
            case .imports:
                "Bocka under Import för de register som OutSmart ska få från Spiris, och spara. De flesta företag behåller alla."
            case .exportStart:
                "Ange under Export från vilken dag slutförda arbetsorder ska faktureras genom kopplingen, och spara. "
                    + "Lämna utanför det som redan är fakturerat."
            case .firstSync: "Tryck på Synka nu. Du kan följa vad som kommer in, eller lämna sidan när du vill."
            }
        },
        jump: { step in
            switch step {
            case .license: "Gå till licensen"
            case .token: "Gå till OutSmart-token"
            case .connect: "Gå till Anslut"
            case .company: nil
            case .imports: "Gå till Import"
            case .exportStart: "Gå till dagen"
            case .firstSync: "Gå till Synka nu"
            }
        },
        isThisTheCompany: "Är det här företaget?",
        registrationNumber: "Organisationsnummer",
        yes: "Ja",
        noDisconnect: "Nej, koppla från",
        importsAreRight: "Registren stämmer",
        exportStartIsRight: "Dagen stämmer",
        enterLicense: "Ange licensen",
        replaceLicense: "Byt licens",
        license: "Licens",
        saveLicense: "Spara licensen",
        enterToken: "Ange OutSmart-token",
        replaceToken: "Byt OutSmart-token",
        tokenSecret: "Den kontrolleras hos OutSmart och visas aldrig igen.",
        saveToken: "Kontrollera och spara token",
        licenseExpired: { "Licensen gick ut \($0). Be om en ny." },
        licenseInvalid: "Det här är ingen licens för det här kontot. Kopiera hela texten som kom med beställningen.",
        changed: "Sparat.",
        change: { "”\($0)” ändrades från \($1) till \($2)" },
        listChange: { name, added, removed in
            switch (added.isEmpty, removed.isEmpty) {
            case (false, true): "”\(name)” fick \(added.joined(separator: ", "))"
            case (true, false): "Ur ”\(name)” togs \(removed.joined(separator: ", "))"
            case (true, true): "”\(name)” fick en annan ordning"
            case (false, false):
                "”\(name)” fick \(added.joined(separator: ", ")); borttaget: \(removed.joined(separator: ", "))"
            }
        },
        on: "på",
        off: "av",
        nothing: "tomt",
        unsaved: "Inte sparat än",
        unsavedWithoutScripts: "Spara innan du trycker på en annan knapp, annars går ändringarna förlorade.",
        conflict: "Ingenting är sparat än: någon annan ändrade inställningarna medan sidan var öppen.",
        conflictAdvice: "Det du ändrade står kvar i formuläret. Kontrollera det och spara igen.",
        restored: "Du hann loggas ut innan det här sparades. Det du skrev är tillbaka: kontrollera det och spara.",
        setByOther: { "Någon annan har satt detta till \($0)." },
        notice: { notice in
            switch notice {
            case .formKept:
                "Du hann loggas ut innan ändringarna sparades. De finns kvar: logga in så står de i formuläret."
            case .decided: "Noterat."
            case .companyConfirmed: "Bra, då är det rätt företag."
            case .companyRejected: "Frånkopplat. Anslut igen och välj rätt företag på Vismas sida."
            case .companyStays:
                "Frånkopplat. Företagets uppgifter finns redan i OutSmart, så det här kontot hör till det företaget: "
                    + "lägg till ett annat konto för ett annat företag."
            case .licenseSaved: "Licensen är sparad."
            case .tokenSaved: "OutSmart godtog token, och den är sparad."
            }
        },
        onThisPage: "På den här sidan",
        help: "Hjälp",
        helpInNewTab: "öppnas i en ny flik",
        whatGoesWhere: "Vad hamnar var"
    )
}
