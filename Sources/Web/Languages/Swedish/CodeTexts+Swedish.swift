import Domain

extension CodeTexts {
    static let swedish = CodeTexts(
        headline: { code in
            switch code {
            case .authExpired: "Visma godtar inte åtkomsten längre"
            case .consentDenied: "Åtkomsten godkändes inte"
            case .consentInvalid: "Inloggningen hos Visma blev inte klar"
            case .scopeMissing: "Rättigheter saknas hos Visma"
            case .companyMismatch: "Ett annat företag valdes"
            case .companyInUse: "Företaget hör till ett annat konto"
            case .companyInactive: "Företaget är inte aktivt hos Visma"
            case .moduleMissing: "En modul saknas hos Visma"
            case .licenseInactive: "Ingen giltig licens"
            case .outsmartTokenInvalid: "OutSmart godtar inte token"
            case .customerIncomplete: "Kunden är ofullständig"
            case .projectWithoutCustomer: "Projektet har ingen kund"
            case .unitChangedKind: "Material och timtyp har bytt plats"
            case .manyRecordsGone: "Många poster är borta"
            case .orderIncomplete: "Ordern är ofullständig"
            case .orderChanged: "Ordern ändrades efteråt"
            case .numberMissing: "Nummer saknas"
            case .numberNotUnique: "Numret används två gånger"
            case .orderSkippedOwnExport: "Ordern kommer från en arbetsorder"
            case .relationNotFound: "Kunden hittades inte"
            case .relationCreateFailed: "Kunden kunde inte skapas"
            case .materialNotFound: "Artikeln hittades inte"
            case .materialCreateFailed: "Artikeln kunde inte skapas"
            case .hourtypeNotFound: "Artikeln för timmarna hittades inte"
            case .fallbackArticleNotFound: "Reservartikeln hittades inte"
            case .projectNotFound: "Projektet hittades inte"
            case .emptyWorkOrder: "Inget att fakturera"
            case .zeroQuantity: "Antalet är 0"
            case .zeroDuration: "Arbetspasset har ingen tid"
            case .noDebtorNumber: "Kunden har inget nummer"
            case .valueTruncated: "Texten kortades"
            case .orderAlreadyInvoiced: "Ordern är redan fakturerad"
            case .periodLocked: "Perioden är låst"
            case .codingIncomplete: "Artikelkonteringen är ofullständig"
            case .vatNumberInvalid: "Momsregistreringsnumret är fel"
            case .alreadyExported: "Arbetsordern är redan exporterad"
            case .adoptedExistingDocument: "Ett befintligt dokument används"
            case .statusUpdateFailed: "Arbetsordern är inte satt till hanterad än"
            case .attachmentFailed: "PDF:en bifogades inte"
            case .rateLimited: "För många anrop just nu"
            case .vismaError: "Visma avvisade det"
            case .outsmartError: "OutSmart avvisade det"
            case .upstreamUnreachable: "Inget svar just nu"
            case .notificationFailed: "Meddelandet kom inte fram"
            case .internalError: "Något gick fel i kopplingen"
            }
        },
        action: { code in
            switch code {
            case .authExpired: "Anslut Spiris Bokföring & Fakturering igen."
            case .consentDenied: "Tryck på Anslut igen och godkänn åtkomsten på Vismas sida."
            case .consentInvalid: "Tryck på Anslut på inställningssidan och logga in hos Visma inom tio minuter."
            case .scopeMissing: "Koppla från och anslut igen, så att Visma kan ge de rättigheter som saknas."
            case .companyMismatch: "Anslut igen och välj det företag som det här kontot hör till."
            case .companyInUse: "Koppla först från det andra kontot, eller välj ett annat företag hos Visma."
            case .companyInactive: "Aktivera företaget hos Visma igen."
            case .moduleMissing: "Aktivera modulen hos Visma, eller använd fakturautkast i stället för order."
            case .licenseInactive: "Ange en giltig licens för det här kontot."
            case .outsmartTokenInvalid:
                "Kontrollera kontots OutSmart-token: den visas i OutSmart under Inställningar, Allmänt, "
                    + "Programintegrationer."
            case .customerIncomplete: "Fyll i de fält som saknas på kunden i Spiris."
            case .projectWithoutCustomer: "Välj en kund för projektet i Spiris."
            case .unitChangedKind:
                "Kontrollera i OutSmart att ingenting använder den tidigare längre, och ta bort den där."
            case .orderIncomplete: "Komplettera ordern i Spiris, eller rätta importinställningarna enligt meddelandet."
            case .orderChanged: "Ändra arbetsordern i OutSmart om den ska följa med."
            case .numberMissing: "Ge posten ett nummer i Spiris."
            case .numberNotUnique: "Ge en av de två posterna ett annat nummer i Spiris."
            case .manyRecordsGone:
                "Kontrollera i Spiris om de här posterna verkligen har tagits bort, och bekräfta sedan."
            case .orderSkippedOwnExport:
                "Inget att göra: ordern skapades från en arbetsorder och skickas inte tillbaka."
            case .relationNotFound:
                "Lägg upp kunden med det här numret i Spiris, eller låt nya kunder skapas i exportinställningarna."
            case .relationCreateFailed:
                "Komplettera relationen i OutSmart enligt meddelandet, eller lägg upp kunden i Spiris själv."
            case .materialNotFound:
                "Lägg upp en artikel med materialets kod i Spiris, eller välj en reservartikel i exportinställningarna."
            case .materialCreateFailed:
                "Rätta materialet i OutSmart enligt meddelandet, eller lägg upp artikeln i Spiris själv."
            case .hourtypeNotFound:
                "Lägg upp en artikel med timtypens kod i Spiris, eller välj en reservartikel för timmar i "
                    + "exportinställningarna."
            case .fallbackArticleNotFound:
                "Välj en annan artikel i exportinställningarna, eller lägg upp den valda i Spiris igen."
            case .projectNotFound: "Välj projektet på dokumentet i Spiris, om det hör till ett."
            case .emptyWorkOrder:
                "Lägg till ett material eller ett arbetspass på arbetsordern i OutSmart, eller sätt den till hanterad "
                    + "där om inget ska faktureras."
            case .zeroQuantity: "Ange antalet på arbetsordern i OutSmart, eller ta bort materialet där."
            case .zeroDuration: "Ange arbetspassets början och slut i OutSmart, eller ta bort passet där."
            case .noDebtorNumber: "Välj en kund med debitornummer på arbetsordern i OutSmart."
            case .valueTruncated: "Kontrollera den kortade texten i Spiris, och korta den i OutSmart."
            case .orderAlreadyInvoiced:
                "Fakturera det som arbetsordern tillför för hand i Spiris, och sätt den sedan till hanterad i OutSmart."
            case .periodLocked:
                "Kontrollera dokumentets datum i Spiris, och öppna perioden där om det måste vara det tidigare datumet."
            case .codingIncomplete:
                "Komplettera konton och moms i artikelkonteringen i Spiris, eller välj en annan kontering i "
                    + "exportinställningarna."
            case .vatNumberInvalid:
                "Rätta kundens momsregistreringsnummer i Spiris, och i OutSmart om det står där också."
            case .alreadyExported:
                "Sök efter arbetsorderns referens i Spiris och behåll ett av de dokument som hittas."
            case .adoptedExistingDocument:
                "Inget att göra: dokumentet fanns redan och används. Kontrollera det i Spiris om du själv har skapat "
                    + "det."
            case .statusUpdateFailed:
                "Inget att göra: nästa synkning försöker igen. Om det inte går över, sätt arbetsordern till hanterad "
                    + "i OutSmart."
            case .attachmentFailed: "Bifoga arbetsorderns PDF till dokumentet i Spiris för hand, om den behövs där."
            case .rateLimited: "Inget att göra: nästa synkning fortsätter av sig själv."
            case .vismaError:
                "Rätta posten enligt det som Visma skriver. Visma-supporten kan svara på frågor om ErrorId."
            case .outsmartError: "Rätta posten enligt det som OutSmart skriver."
            case .upstreamUnreachable:
                "Inget att göra: nästa synkning försöker igen. Om det inte går över, titta på leverantörens statussida."
            case .notificationFailed:
                "Kontrollera adressen för meddelanden i inställningarna: servern där måste svara med en status från 200 till 299."
            case .internalError: "Rapportera den här händelsen till den som driver kopplingen."
            }
        }
    )
}
