import Domain
import Sync

private let language = Language.swedish

extension SettingTexts {
    static let swedish: SettingTexts = .init(
        title: "Inställningar",
        name: { setting in
            switch setting {
            case .customers: SiteTexts.swedish.scope(.customers)
            case .articles: SiteTexts.swedish.scope(.articles)
            case .projects: SiteTexts.swedish.scope(.projects)
            case .orders: SiteTexts.swedish.scope(.orders)
            case .includeInactive: "Även inaktiva"
            case .changedSince: "Ändrade sedan"
            case .hourUnits: "Enheter för timmar"
            case .orderStatuses: "Order som importeras"
            case .typeOfWork: "Typ av arbete"
            case .paymentMethod: "Betalningssätt"
            case .shipImportedOrders: "Sätt order till levererad"
            case .workOrders: SiteTexts.swedish.scope(.workOrders)
            case .document: "En arbetsorder blir"
            case .ordersFromVisma: "Arbetsorder som kommer från en order"
            case .workStatus: "Arbetsstatus"
            case .completedSince: "Utförda sedan"
            case .newCustomers: "Skapa kunder"
            case .newMaterials: "Skapa artiklar"
            case .hourRounding: "Timmar"
            case .roundUp: "Avrunda alltid uppåt"
            case .fallbackArticle: "I stället för ett okänt material"
            case .fallbackHourArticle: "I stället för en okänd timtyp"
            case .travelArticle: "Artikel för resor"
            case .articleCoding: "Artikelkontering för nya artiklar"
            case .unit: "Enhet för nya artiklar"
            case .termsOfPayment: "Betalningsvillkor för nya kunder"
            case .referenceField: "Arbetsorderns nummer skrivs i"
            case .periodRemarks: "Anmärkningar på timmar"
            case .workDescription: "Vad som gjordes"
            case .attachPDF: "Bifoga arbetsorderns PDF"
            case .errorWorkStatus: "Arbetsstatus efter ett fel"
            case .handledAfterExport: "Sätt arbetsorder till hanterad"
            case .schedule: "Synka automatiskt"
            case .webhookURL: "Meddela den här adressen om problem"
            case .webhookSecret: "Hemlighet som signerar meddelandena"
            case .language: "Språk"
            }
        },
        hint: { setting in
            switch setting {
            case .customers: "Blir relationer i OutSmart."
            case .articles: "Blir material; det som räknas i timmar blir timtyper."
            case .projects: "De pågående blir projekt."
            case .orders: "Blir arbetsorder, var och en bara en gång."
            case .includeInactive:
                "Annars skickas en inaktiv kund eller artikel bara om den har skickats förut."
            case .changedSince:
                "Den första importen utelämnar det som inte har ändrats sedan den dagen. Tomt: allt."
            case .hourUnits: "Artiklar med de här enheterna blir timtyper. Skilj dem åt med komma eller radbrytning."
            case .orderStatuses: nil
            case .typeOfWork: "För de arbetsorder som de blir."
            case .paymentMethod: "För de arbetsorder som de blir."
            case .shipImportedOrders: "I Spiris, när arbetsordern finns i OutSmart."
            case .workOrders: "De färdiga blir fakturautkast eller order."
            case .document: nil
            case .ordersFromVisma: nil
            case .workStatus: "Bara arbetsorder med den här statusen i OutSmart exporteras."
            case .completedSince:
                "Arbete som utfördes före den dagen utelämnas. Tomt: dagen då företaget anslöts första gången."
            case .newCustomers: "De som saknas i Spiris, med det nummer som de har i OutSmart."
            case .newMaterials: "Material och timtyper som saknas i Spiris, med sin kod som nummer."
            case .hourRounding: nil
            case .roundUp: "Och inte till det närmaste."
            case .fallbackArticle, .fallbackHourArticle:
                "Dess nummer. Raden behåller text, antal och pris. Tomt: arbetsordern misslyckas."
            case .travelArticle: "Dess nummer. Sträckorna debiteras som en rad med den. Tomt: de debiteras inte."
            case .articleCoding, .unit, .termsOfPayment: nil
            case .referenceField: "Med det hittas dokumentet igen."
            case .periodRemarks: "Står på timmarnas rader."
            case .workDescription: "Står på första raden, med arbetsorderns nummer och datum."
            case .attachPDF: "Till dokumentet i Spiris."
            case .errorWorkStatus: "Så att kontoret ser i OutSmart vad som inte kunde exporteras."
            case .handledAfterExport: "I OutSmart, när dokumentet finns."
            case .schedule: "Med jämna mellanrum, och dessutom när någon trycker på Synka nu."
            case .webhookURL:
                "Dit skickas ett meddelande när en synkning misslyckas eller när åtkomsten har upphört. Tomt: ingenstans."
            case .webhookSecret: "whsec_ och base64. Tomt: kontots webhook-hemlighet."
            case .language: "För det här kontots sidor."
            }
        },
        save: "Spara inställningarna",
        notSaved: "Ingenting har sparats. Titta på de markerade fälten.",
        fault: { fault in
            switch fault {
            case .missing: "Det här saknas."
            case .unknown: "Det finns inget med det namnet."
            case .taken: "Det finns redan ett med det namnet."
            case .noText: "Skriv en text."
            case .tooLong(let limit): "Skriv högst \(language.number(limit)) byte."
            case .tooManyCharacters(let limit): "Skriv högst \(language.number(limit)) tecken."
            case .unprintable, .account(.unprintable): "Ta bort radbrytningar och styrtecken."
            case .comma: "Ta bort kommatecken: de skiljer posterna i den här listan åt."
            case .repeated: "Det här står två gånger."
            case .noFlag: "Ange true eller false."
            case .noList: "Ange en lista med minst ett element."
            case .noneChosen: "Välj minst en."
            case .tooMany(let limit): "Ange högst \(language.number(limit)) poster."
            case .element(let index, let fault):
                "Post \(language.number(index + 1)): \(SettingTexts.swedish.fault(fault))"
            case .noDate: "Ange ett datum som 2026-01-31."
            case .dateInFuture: "Den dagen ligger i framtiden."
            case .dateTooEarly: "Den dagen ligger före 1970."
            case .noObject: "Ange ett objekt."
            case .noScope: "Ange något av: " + Scope.allCases.map(\.rawValue).joined(separator: ", ") + "."
            case .noWholeNumber(let range): "Ange ett heltal från \(range.lowerBound) till \(range.upperBound)."
            case .notOneOf(let choices): "Ange något av: " + choices.joined(separator: ", ") + "."
            case .account(.identifier): "Använd 1 till 64 av a–z, 0–9, - och _."
            case .account(.length(let range)): "Skriv \(range.lowerBound) till \(range.upperBound) tecken."
            case .account(.webhookAddress): "Ange en adress på internet som börjar med https://."
            case .account(.webhookSecret): "Ange whsec_ och base64 av 24 till 64 byte."
            }
        }
    )
}
