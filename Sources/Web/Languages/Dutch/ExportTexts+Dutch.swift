import Domain
import Foundation
import Sync

private let language = Language.dutch

extension ExportTexts {
    static let dutch = ExportTexts(
        title: "Export",
        lead: "Wat er van OutSmart naar Visma eAccounting gaat: complete werkbonnen, elk één keer.",
        exportWorkOrders: "Werkbonnen exporteren",
        waiting: { count, oldest in
            switch count {
            case 0: "Er wacht geen complete werkbon op export."
            case 1: "Eén complete werkbon\(of(oldest)) wacht op export."
            default: "\(language.number(count)) complete werkbonnen wachten op export\(theOldest(oldest))."
            }
        },
        leftOut: { count, oldest in
            count == 1
                ? "Nog één\(of(oldest)) valt buiten de datum hieronder."
                : "Nog \(language.number(count)) vallen buiten de datum hieronder\(theOldest(oldest))."
        },
        whichWorkOrders: "Welke werkbonnen",
        anyStatus: "Alle",
        documents: "Documenten",
        document: { name(of: $0) },
        orderFromVisma: { way in
            switch way {
            case .update: "Hun verkooporder bijwerken"
            case .newDocument: "Exporteren zoals elke andere"
            }
        },
        noOrderDocuments: "Dit bedrijf heeft geen verkooporders in Visma eAccounting. Gebruik conceptfacturen.",
        noOrdersToUpdate: "Dit bedrijf heeft geen verkooporders in Visma eAccounting.",
        referenceField: { field in
            switch field {
            case .buyersOrderReference: "Orderreferentie van de koper"
            case .yourReference: "Uw referentie"
            case .ourReference: "Onze referentie"
            }
        },
        rows: "Regels",
        hourRounding: { minutes in
            switch minutes {
            case 0: "Zoals geregistreerd"
            case 1: "Afgerond op minuten"
            case 60: "Afgerond op uren"
            default: "Afgerond op \(minutes) minuten"
            }
        },
        missingRecords: "Wat in Visma eAccounting ontbreekt",
        companysTerms: "Die van het bedrijf",
        usualOne: "Die van de meeste artikelen",
        notOffered: { "\($0) – staat niet in de lijst van Visma eAccounting" },
        vismaSilent: "De lijst van Visma eAccounting is nu niet op te vragen. De waarde blijft zoals die is.",
        vismaNotConnected: "Hier staat de lijst van Visma eAccounting zodra het bedrijf gekoppeld is.",
        afterwards: "Daarna, in OutSmart",
        noStatus: "Zoals die was",
        statusToAdd: { "\($0) – wordt aan OutSmart toegevoegd als hij nodig is" },
        listTitle: "Geëxporteerde werkbonnen",
        filter: "Geëxporteerde werkbonnen naar status",
        all: "Alle",
        state: { state in
            switch state {
            case .claimed: "In voorbereiding"
            case .posting: "Verzonden, niet bevestigd"
            case .created: "Document gemaakt"
            case .attached: "Document compleet"
            case .done: "Klaar"
            case .failed: "Mislukt"
            }
        },
        documentNumber: { document, number in
            [name(of: document), number.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        },
        invoice: { number, isPaid in
            (number.map { "Factuur \($0), " } ?? "Factuur, ") + (isPaid ? "betaald" : "niet betaald")
        },
        retry: "Opnieuw",
        retryWorkOrder: { "Werkbon \($0) opnieuw proberen" },
        asked: "Wordt opnieuw geprobeerd",
        emptyList: "Er zijn er geen.",
        olderEntries: "Oudere",
        newestEntries: "Nieuwste",
        preview: "Voorbeeld",
        previewTitle: "Wat een export nu zou versturen",
        previewLead: "Er is nergens iets verstuurd of gewijzigd.",
        emptyPreview: "Er wacht geen complete werkbon op export.",
        shown: { "De eerste \(language.number($0)) van \(language.number($1)) worden getoond." },
        exportable: { failed, all in
            switch (failed, all) {
            case (0, 1): "De enige werkbon die wacht, kan worden geëxporteerd."
            case (0, _): "Alle \(language.number(all)) werkbonnen die wachten, kunnen worden geëxporteerd."
            case (1, 1): "De enige werkbon die wacht, kan nog niet worden geëxporteerd."
            case (1, _): "1 van \(language.number(all)) werkbonnen kan nog niet worden geëxporteerd."
            default:
                "\(language.number(failed)) van \(language.number(all)) werkbonnen kunnen nog niet worden geëxporteerd."
            }
        },
        call: { call, document in
            switch (call.method, call.path) {
            case ("POST", "/customers"): "Nieuwe klant"
            case ("POST", "/articles"): "Nieuw artikel"
            case ("PUT", _): "Wijziging van een verkooporder"
            default: name(of: document)
            }
        },
        text: "Tekst",
        articlesText: "De eigen tekst van het artikel",
        quantity: "Aantal",
        price: "Prijs",
        discount: "Korting",
        rawBody: "Zoals het wordt verstuurd",
        backToSettings: "Naar de instellingen"
    )
}

extension ExportTexts {
    private static func name(of document: ExportEntry.Document) -> String {
        switch document {
        case .invoiceDraft: "Conceptfactuur"
        case .order: "Verkooporder"
        }
    }

    private static func of(_ day: Date?) -> String { day.map { " van \(language.day($0))" } ?? "" }

    private static func theOldest(_ day: Date?) -> String {
        day.map { ", de oudste van \(language.day($0))" } ?? ""
    }
}
