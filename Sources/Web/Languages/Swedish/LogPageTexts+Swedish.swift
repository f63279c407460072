extension LogPageTexts {
    static let swedish = LogPageTexts(
        filter: "Vilka händelser",
        time: "Tid",
        level: "Nivå",
        scope: "Lista",
        record: "Post",
        recordHint: "Det räcker med en del, till exempel 2026-0117.",
        headline: "Vad som hände",
        run: "Synkning",
        details: "Detaljer",
        all: "Alla",
        show: "Visa",
        showAll: "Visa alla händelser",
        refresh: "Uppdatera",
        download: "Hämta som CSV",
        wholeLog: "Hela loggen",
        kept: "Händelser sparas i 90 dagar.",
        noMatch: "Ingen händelse stämmer.",
        ofRun: { "Endast händelser från synkningen \($0)." },
        ofUnknownRun: "Endast händelser från en synkning som inte längre finns kvar.",
        detail: { name in
            switch name {
            case "errorId": "ErrorId, för Vismas support"
            case "vendorCode": "Leverantörens felnummer"
            case "status": "HTTP-status"
            case "field": "Fält"
            default: name
            }
        },
        toRun: "Alla händelser från denna synkning",
        toRecord: "Alla händelser om denna post",
        toExport: "Denna arbetsorder bland exporterna",
        connectionLost: "Anslutningen till servern är bruten, så sidan kan vara inaktuell. "
            + "Nya försök görs automatiskt; det kan hjälpa att läsa in sidan på nytt."
    )
}
