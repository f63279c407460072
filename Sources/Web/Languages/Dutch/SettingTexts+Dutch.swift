import Domain
import Sync

private let language = Language.dutch

extension SettingTexts {
    static let dutch: SettingTexts = .init(
        title: "Instellingen",
        name: { setting in
            switch setting {
            case .customers: SiteTexts.dutch.scope(.customers)
            case .articles: SiteTexts.dutch.scope(.articles)
            case .projects: SiteTexts.dutch.scope(.projects)
            case .orders: SiteTexts.dutch.scope(.orders)
            case .includeInactive: "Ook inactieve"
            case .changedSince: "Gewijzigd sinds"
            case .hourUnits: "Eenheden voor uren"
            case .orderStatuses: "Orders om te importeren"
            case .typeOfWork: "Soort werk"
            case .paymentMethod: "Betaalwijze"
            case .shipImportedOrders: "Orders op geleverd zetten"
            case .workOrders: SiteTexts.dutch.scope(.workOrders)
            case .document: "Een werkbon wordt een"
            case .ordersFromVisma: "Werkbonnen die van een verkooporder komen"
            case .workStatus: "Werkstatus"
            case .completedSince: "Uitgevoerd sinds"
            case .newCustomers: "Klanten aanmaken"
            case .newMaterials: "Artikelen aanmaken"
            case .hourRounding: "Uren"
            case .roundUp: "Altijd naar boven afronden"
            case .fallbackArticle: "In plaats van onbekend materiaal"
            case .fallbackHourArticle: "In plaats van een onbekende uursoort"
            case .travelArticle: "Artikel voor reiskosten"
            case .articleCoding: "Artikelcodering van nieuwe artikelen"
            case .unit: "Eenheid van nieuwe artikelen"
            case .termsOfPayment: "Betalingsvoorwaarde van nieuwe klanten"
            case .referenceField: "Het nummer van de werkbon komt in"
            case .periodRemarks: "Opmerkingen bij uren"
            case .workDescription: "Wat er is gedaan"
            case .attachPDF: "De pdf van de werkbon bijvoegen"
            case .errorWorkStatus: "Werkstatus na een fout"
            case .handledAfterExport: "Werkbonnen op afgehandeld zetten"
            case .schedule: "Vanzelf synchroniseren"
            case .webhookURL: "Problemen aan dit adres melden"
            case .webhookSecret: "Geheim waarmee meldingen worden ondertekend"
            case .language: "Taal"
            }
        },
        hint: { setting in
            switch setting {
            case .customers: "Worden relaties in OutSmart."
            case .articles: "Worden materialen; wat in uren wordt geteld, wordt een uursoort."
            case .projects: "De lopende worden projecten."
            case .orders: "Worden werkbonnen, elk één keer."
            case .includeInactive:
                "Anders wordt een inactieve klant of een inactief artikel alleen verstuurd als dat eerder al gebeurde."
            case .changedSince:
                "De eerste import slaat over wat sinds die dag niet is gewijzigd. Leeg: alles."
            case .hourUnits:
                "Artikelen met deze eenheden worden uursoorten. Scheid ze met komma’s of een nieuwe regel."
            case .orderStatuses: nil
            case .typeOfWork: "Van de werkbonnen die het worden."
            case .paymentMethod: "Van de werkbonnen die het worden."
            case .shipImportedOrders: "In Visma eAccounting, zodra de werkbon in OutSmart staat."
            case .workOrders: "De complete worden conceptfacturen of verkooporders."
            case .document: nil
            case .ordersFromVisma: nil
            case .workStatus: "Alleen werkbonnen met deze status in OutSmart worden geëxporteerd."
            case .completedSince:
                "Werk van vóór die dag blijft buiten beschouwing. Leeg: de dag waarop het bedrijf voor het eerst werd "
                    + "gekoppeld."
            case .newCustomers: "Die in Visma eAccounting ontbreken, met het nummer dat ze in OutSmart hebben."
            case .newMaterials:
                "Materialen en uursoorten die in Visma eAccounting ontbreken, met hun code als nummer."
            case .hourRounding: nil
            case .roundUp: "En niet naar het dichtstbijzijnde."
            case .fallbackArticle, .fallbackHourArticle:
                "Het nummer ervan. De regel houdt tekst, aantal en prijs. Leeg: de werkbon mislukt."
            case .travelArticle:
                "Het nummer ervan. De afstanden worden er als één regel mee berekend. Leeg: ze worden niet berekend."
            case .articleCoding, .unit, .termsOfPayment: nil
            case .referenceField: "Daarmee wordt het document teruggevonden."
            case .periodRemarks: "Staan op de regels van de uren."
            case .workDescription: "Staat op de eerste regel, met nummer en datum van de werkbon."
            case .attachPDF: "Bij het document in Visma eAccounting."
            case .errorWorkStatus: "Zodat het kantoor in OutSmart ziet wat niet kon worden geëxporteerd."
            case .handledAfterExport: "In OutSmart, zodra het document bestaat."
            case .schedule: "Regelmatig, en ook wanneer iemand Nu synchroniseren kiest."
            case .webhookURL:
                "Daarheen gaat een bericht als een synchronisatie mislukt of de toegang is beëindigd. Leeg: nergens heen."
            case .webhookSecret: "whsec_ en base64. Leeg: het webhookgeheim van het account."
            case .language: "Van de pagina’s van dit account."
            }
        },
        save: "Instellingen opslaan",
        notSaved: "Er is niets opgeslagen. Kijk naar de gemarkeerde velden.",
        fault: { fault in
            switch fault {
            case .missing: "Dit ontbreekt."
            case .unknown: "Er is niets met die naam."
            case .taken: "Er is er al een met die naam."
            case .noText: "Vul een tekst in."
            case .tooLong(let limit): "Vul hoogstens \(language.number(limit)) bytes in."
            case .tooManyCharacters(let limit): "Vul hoogstens \(language.number(limit)) tekens in."
            case .unprintable, .account(.unprintable): "Laat regeleinden en stuurtekens weg."
            case .comma: "Laat komma’s weg: ze scheiden de onderdelen van deze lijst."
            case .repeated: "Dit staat er twee keer."
            case .noFlag: "Geef true of false op."
            case .noList: "Geef een lijst met minstens één element op."
            case .noneChosen: "Kies er minstens één."
            case .tooMany(let limit): "Vul hoogstens \(language.number(limit)) onderdelen in."
            case .element(let index, let fault):
                "Onderdeel \(language.number(index + 1)): \(SettingTexts.dutch.fault(fault))"
            case .noDate: "Vul een datum in zoals 2026-01-31."
            case .dateInFuture: "Deze dag ligt in de toekomst."
            case .dateTooEarly: "Deze dag ligt vóór 1970."
            case .noObject: "Geef een object op."
            case .noScope: "Geef een van deze op: " + Scope.allCases.map(\.rawValue).joined(separator: ", ") + "."
            case .noWholeNumber(let range):
                "Vul een geheel getal van \(range.lowerBound) tot en met \(range.upperBound) in."
            case .notOneOf(let choices): "Geef een van deze op: " + choices.joined(separator: ", ") + "."
            case .account(.identifier): "Gebruik 1 tot en met 64 van a–z, 0–9, - en _."
            case .account(.webhookAddress): "Geef een adres op internet dat met https:// begint."
            case .account(.webhookSecret): "Geef whsec_ en de base64 van 24 tot 64 bytes."
            case .account(.length(let range)):
                "Vul \(range.lowerBound) tot en met \(range.upperBound) tekens in."
            }
        }
    )
}
