import Domain

extension CodeTexts {
    static let dutch = CodeTexts(
        headline: { code in
            switch code {
            case .authExpired: "Visma accepteert de toegang niet meer"
            case .consentDenied: "De toegang is niet goedgekeurd"
            case .consentInvalid: "Het inloggen bij Visma is niet afgerond"
            case .scopeMissing: "Er ontbreken rechten bij Visma"
            case .companyMismatch: "Er is een ander bedrijf gekozen"
            case .companyInUse: "Het bedrijf hoort bij een ander account"
            case .companyInactive: "Het bedrijf is niet actief bij Visma"
            case .moduleMissing: "Er ontbreekt een module bij Visma"
            case .licenseInactive: "Geen geldige licentie"
            case .outsmartTokenInvalid: "OutSmart accepteert het token niet"
            case .customerIncomplete: "De klant is onvolledig"
            case .projectWithoutCustomer: "Het project heeft geen klant"
            case .unitChangedKind: "Materiaal en uursoort zijn gewisseld"
            case .manyRecordsGone: "Veel gegevens zijn weg"
            case .orderIncomplete: "De verkooporder is onvolledig"
            case .orderChanged: "De verkooporder is later gewijzigd"
            case .numberMissing: "Het nummer ontbreekt"
            case .numberNotUnique: "Het nummer komt twee keer voor"
            case .orderSkippedOwnExport: "De verkooporder komt van een werkbon"
            case .relationNotFound: "Klant niet gevonden"
            case .relationCreateFailed: "De klant kon niet worden aangemaakt"
            case .materialNotFound: "Artikel niet gevonden"
            case .materialCreateFailed: "Het artikel kon niet worden aangemaakt"
            case .hourtypeNotFound: "Artikel voor de uren niet gevonden"
            case .fallbackArticleNotFound: "Vervangend artikel niet gevonden"
            case .projectNotFound: "Project niet gevonden"
            case .emptyWorkOrder: "Er valt niets te factureren"
            case .zeroQuantity: "Het aantal is 0"
            case .zeroDuration: "De werkperiode heeft geen tijd"
            case .noDebtorNumber: "De klant heeft geen nummer"
            case .valueTruncated: "De tekst is ingekort"
            case .orderAlreadyInvoiced: "De verkooporder is al gefactureerd"
            case .periodLocked: "De periode is afgesloten"
            case .codingIncomplete: "De artikelcodering is onvolledig"
            case .vatNumberInvalid: "Het btw-nummer klopt niet"
            case .alreadyExported: "De werkbon is al geëxporteerd"
            case .adoptedExistingDocument: "Er wordt een bestaand document gebruikt"
            case .statusUpdateFailed: "De werkbon staat nog niet op afgehandeld"
            case .attachmentFailed: "De pdf is niet bijgevoegd"
            case .rateLimited: "Op dit moment te veel aanvragen"
            case .vismaError: "Visma heeft dit geweigerd"
            case .outsmartError: "OutSmart heeft dit geweigerd"
            case .upstreamUnreachable: "Op dit moment geen antwoord"
            case .notificationFailed: "Melding is niet aangekomen"
            case .internalError: "Er ging iets mis in de koppeling"
            }
        },
        action: { code in
            switch code {
            case .authExpired: "Koppel Visma eAccounting opnieuw."
            case .consentDenied: "Kies opnieuw Koppelen en keur de toegang goed op de pagina van Visma."
            case .consentInvalid: "Kies Koppelen op de pagina met instellingen en log binnen tien minuten in bij Visma."
            case .scopeMissing: "Ontkoppel en koppel opnieuw, zodat Visma de ontbrekende rechten kan geven."
            case .companyMismatch: "Koppel opnieuw en kies het bedrijf dat bij dit account hoort."
            case .companyInUse: "Ontkoppel eerst het andere account, of kies een ander bedrijf bij Visma."
            case .companyInactive: "Activeer het bedrijf weer bij Visma."
            case .moduleMissing: "Activeer de module bij Visma, of gebruik conceptfacturen in plaats van orders."
            case .licenseInactive: "Vul een geldige licentie in voor dit account."
            case .outsmartTokenInvalid:
                "Controleer het OutSmart-token van dit account: het staat in OutSmart onder Instellingen, Algemeen, "
                    + "Software-integraties."
            case .customerIncomplete: "Vul de ontbrekende velden van de klant in Visma eAccounting in."
            case .projectWithoutCustomer: "Kies een klant voor het project in Visma eAccounting."
            case .unitChangedKind:
                "Controleer in OutSmart of niets de vorige nog gebruikt, en verwijder die daar."
            case .orderIncomplete:
                "Vul de order in Visma eAccounting aan, of verbeter de importinstellingen zoals de melding zegt."
            case .orderChanged: "Wijzig de werkbon in OutSmart als die mee moet veranderen."
            case .numberMissing: "Geef het een nummer in Visma eAccounting."
            case .numberNotUnique: "Geef een van de twee een ander nummer in Visma eAccounting."
            case .manyRecordsGone:
                "Controleer in Visma eAccounting of deze gegevens echt zijn verwijderd, en bevestig dat dan."
            case .orderSkippedOwnExport:
                "Niets te doen: de order is van een werkbon gemaakt en wordt niet teruggestuurd."
            case .relationNotFound:
                "Voeg de klant met dit nummer toe in Visma eAccounting, of laat nieuwe klanten aanmaken bij de "
                    + "exportinstellingen."
            case .relationCreateFailed:
                "Vul de relatie in OutSmart aan zoals de melding zegt, of voeg de klant zelf toe in Visma eAccounting."
            case .materialNotFound:
                "Voeg een artikel met de code van het materiaal toe in Visma eAccounting, of kies een vervangend "
                    + "artikel bij de exportinstellingen."
            case .materialCreateFailed:
                "Verbeter het materiaal in OutSmart zoals de melding zegt, of voeg het artikel zelf toe in Visma "
                    + "eAccounting."
            case .hourtypeNotFound:
                "Voeg een artikel met de code van de uursoort toe in Visma eAccounting, of kies een vervangend artikel "
                    + "voor uren bij de exportinstellingen."
            case .fallbackArticleNotFound:
                "Kies een ander artikel bij de exportinstellingen, of voeg het gekozen artikel weer toe in Visma "
                    + "eAccounting."
            case .projectNotFound:
                "Kies het project op het document in Visma eAccounting als het bij een project hoort."
            case .emptyWorkOrder:
                "Voeg in OutSmart materiaal of een werkperiode toe aan de werkbon, of zet hem daar op afgehandeld als "
                    + "er niets te factureren valt."
            case .zeroQuantity: "Vul het aantal in op de werkbon in OutSmart, of verwijder het materiaal daar."
            case .zeroDuration: "Vul begin en einde van de werkperiode in OutSmart in, of verwijder de periode daar."
            case .noDebtorNumber: "Kies op de werkbon in OutSmart een klant met een debiteurnummer."
            case .valueTruncated: "Controleer de ingekorte tekst in Visma eAccounting, en kort hem in OutSmart in."
            case .orderAlreadyInvoiced:
                "Factureer in Visma eAccounting met de hand wat de werkbon toevoegt, en zet hem daarna in OutSmart op "
                    + "afgehandeld."
            case .periodLocked:
                "Controleer de datum van het document in Visma eAccounting, en open de periode daar als het de "
                    + "oorspronkelijke datum moet zijn."
            case .codingIncomplete:
                "Vul de rekeningen en de btw van de artikelcodering aan in Visma eAccounting, of kies een andere "
                    + "codering bij de exportinstellingen."
            case .vatNumberInvalid:
                "Verbeter het btw-nummer van de klant in Visma eAccounting, en in OutSmart als het daar ook staat."
            case .alreadyExported:
                "Zoek in Visma eAccounting naar de referentie van de werkbon en houd een van de gevonden documenten."
            case .adoptedExistingDocument:
                "Niets te doen: het document was er al en wordt gebruikt. Controleer het in Visma eAccounting als u "
                    + "het zelf hebt gemaakt."
            case .statusUpdateFailed:
                "Niets te doen: de volgende synchronisatie probeert het weer. Blijft het zo, zet de werkbon dan in "
                    + "OutSmart op afgehandeld."
            case .attachmentFailed:
                "Voeg de pdf van de werkbon met de hand toe aan het document in Visma eAccounting als die daar nodig is."
            case .rateLimited: "Niets te doen: de volgende synchronisatie gaat vanzelf verder."
            case .vismaError:
                "Verbeter het zoals Visma zegt. De ondersteuning van Visma kan met de ErrorId verder helpen."
            case .outsmartError: "Verbeter het zoals OutSmart zegt."
            case .upstreamUnreachable:
                "Niets te doen: de volgende synchronisatie probeert het weer. Blijft het zo, kijk dan op de statuspagina "
                    + "van de leverancier."
            case .notificationFailed:
                "Controleer het adres voor meldingen in de instellingen: de server moet met een status van 200 tot 299 antwoorden."
            case .internalError: "Meld dit aan de beheerder van de koppeling."
            }
        }
    )
}
