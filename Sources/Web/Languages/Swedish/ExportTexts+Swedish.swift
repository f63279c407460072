import Domain
import Foundation
import Sync

private let language = Language.swedish

extension ExportTexts {
    static let swedish = ExportTexts(
        title: "Export",
        lead: "Det som går från OutSmart till Spiris: färdiga arbetsorder, var och en bara en gång.",
        exportWorkOrders: "Exportera arbetsorder",
        waiting: { count, oldest in
            switch count {
            case 0: "Ingen färdig arbetsorder väntar på export."
            case 1: "En färdig arbetsorder\(from(oldest)) väntar på export."
            default: "\(language.number(count)) färdiga arbetsorder väntar på export\(theOldest(oldest))."
            }
        },
        leftOut: { count, oldest in
            count == 1
                ? "Ytterligare en\(from(oldest)) utelämnas på grund av datumet nedan."
                : "Ytterligare \(language.number(count)) utelämnas på grund av datumet nedan\(theOldest(oldest))."
        },
        whichWorkOrders: "Vilka arbetsorder",
        anyStatus: "Alla",
        documents: "Dokument",
        document: { name(of: $0) },
        orderFromVisma: { way in
            switch way {
            case .update: "Uppdatera deras order"
            case .newDocument: "Exportera dem som alla andra"
            }
        },
        noOrderDocuments: "Företaget har inga order i Spiris. Använd fakturautkast.",
        noOrdersToUpdate: "Företaget har inga order i Spiris.",
        referenceField: { field in
            switch field {
            case .buyersOrderReference: "Köparens orderreferens"
            case .yourReference: "Er referens"
            case .ourReference: "Vår referens"
            }
        },
        rows: "Rader",
        hourRounding: { minutes in
            switch minutes {
            case 0: "Som registrerat"
            case 1: "Avrundas till minuter"
            case 60: "Avrundas till timmar"
            default: "Avrundas till \(minutes) minuter"
            }
        },
        missingRecords: "Det som saknas i Spiris",
        companysTerms: "Företagets",
        usualOne: "Den som de flesta artiklar har",
        notOffered: { "\($0) – finns inte i Spiris lista" },
        vismaSilent: "Listan i Spiris kan inte hämtas just nu. Värdet förblir som det är.",
        vismaNotConnected: "Listan från Spiris visas här när företaget är anslutet.",
        afterwards: "Efteråt, i OutSmart",
        noStatus: "Som den var",
        statusToAdd: { "\($0) – läggs till i OutSmart när den behövs" },
        listTitle: "Exporterade arbetsorder",
        filter: "Exporterade arbetsorder efter läge",
        all: "Alla",
        state: { state in
            switch state {
            case .claimed: "Förbereds"
            case .posting: "Skickad, inte bekräftad"
            case .created: "Dokument skapat"
            case .attached: "Dokument komplett"
            case .done: "Klar"
            case .failed: "Misslyckad"
            }
        },
        documentNumber: { document, number in
            [name(of: document), number.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        },
        invoice: { number, isPaid in
            (number.map { "Faktura \($0), " } ?? "Faktura, ") + (isPaid ? "betald" : "inte betald")
        },
        retry: "Försök igen",
        retryWorkOrder: { "Försök igen med arbetsorder \($0)" },
        asked: "Provas igen",
        emptyList: "Det finns inga.",
        olderEntries: "Äldre",
        newestEntries: "Senaste",
        preview: "Förhandsgranska",
        previewTitle: "Vad en export skulle skicka nu",
        previewLead: "Ingenting har skickats eller ändrats någonstans.",
        emptyPreview: "Ingen färdig arbetsorder väntar på export.",
        shown: { "De första \(language.number($0)) av \(language.number($1)) visas." },
        exportable: { failed, all in
            switch (failed, all) {
            case (0, 1): "Den enda arbetsordern som väntar kan exporteras."
            case (0, _): "Alla \(language.number(all)) arbetsorder som väntar kan exporteras."
            default: "\(language.number(failed)) av \(language.number(all)) arbetsorder kan inte exporteras än."
            }
        },
        call: { call, document in
            switch (call.method, call.path) {
            case ("POST", "/customers"): "Ny kund"
            case ("POST", "/articles"): "Ny artikel"
            case ("PUT", _): "Ändring av en order"
            default: name(of: document)
            }
        },
        text: "Text",
        articlesText: "Artikelns egen text",
        quantity: "Antal",
        price: "Pris",
        discount: "Rabatt",
        rawBody: "Så som det skickas",
        backToSettings: "Till inställningarna"
    )
}

extension ExportTexts {
    private static func name(of document: ExportEntry.Document) -> String {
        switch document {
        case .invoiceDraft: "Fakturautkast"
        case .order: "Order"
        }
    }

    private static func from(_ day: Date?) -> String { day.map { " från \(language.day($0))" } ?? "" }

    private static func theOldest(_ day: Date?) -> String {
        day.map { ", den äldsta från \(language.day($0))" } ?? ""
    }
}
