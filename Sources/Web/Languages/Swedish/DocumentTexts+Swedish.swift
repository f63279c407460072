import Domain

extension DocumentTexts {
    static let swedish = DocumentTexts(
        search: "Arbetsorderns nummer",
        find: "Sök",
        noneFound: "Här finns ingen sådan arbetsorder.",
        history: "I loggen",
        attempts: { $0 == 1 ? "ett försök" : "\(Language.swedish.number($0)) försök" },
        whatRetryDoes:
            "Försök igen läser arbetsordern på nytt från OutSmart, som den är då, och exporterar den om det går.",
        triedNow: "Nytt försök pågår",
        triedNext: "Ett nytt försök görs vid nästa synkning",
        customer: "Kund",
        deliveredTo: "Levereras till",
        date: "Datum",
        project: "Projekt",
        article: "Artikel",
        amount: "Belopp",
        sum: "Summa av raderna",
        sumHint: "Med priserna här. Visma lägger till moms och avrundar.",
        failures: "Dessa kan inte exporteras än",
        failureHint: "Vid varje står vad som ska rättas. Öppna sedan sidan igen, eller försök igen i listan.",
        ready: "Dessa kan exporteras",
        field: { field in
            switch field {
            case .buyersOrderReference: "Köparens ordernummer"
            case .yourReference: "Er referens"
            case .ourReference: "Vår referens"
            }
        }
    )
}
