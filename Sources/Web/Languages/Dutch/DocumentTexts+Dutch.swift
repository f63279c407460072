import Domain

extension DocumentTexts {
    static let dutch = DocumentTexts(
        search: "Nummer van de werkbon",
        find: "Zoeken",
        noneFound: "Die werkbon staat hier niet.",
        history: "In het logboek",
        attempts: { $0 == 1 ? "één keer geprobeerd" : "\(Language.dutch.number($0)) keer geprobeerd" },
        whatRetryDoes:
            "Opnieuw proberen leest de werkbon opnieuw uit OutSmart, zoals hij dan is, en exporteert hem als dat kan.",
        triedNow: "Wordt nu opnieuw geprobeerd",
        triedNext: "Wordt bij de volgende synchronisatie opnieuw geprobeerd",
        customer: "Klant",
        deliveredTo: "Geleverd aan",
        date: "Datum",
        project: "Project",
        article: "Artikel",
        amount: "Bedrag",
        sum: "Som van de regels",
        sumHint: "Met de prijzen hier. Visma telt de btw erbij en rondt af.",
        failures: "Deze kunnen nog niet worden geëxporteerd",
        failureHint: "Bij elke staat wat er moet worden verbeterd. Open daarna deze pagina opnieuw, "
            + "of probeer het in de lijst opnieuw.",
        ready: "Deze kunnen worden geëxporteerd",
        field: { field in
            switch field {
            case .buyersOrderReference: "Ordernummer van de koper"
            case .yourReference: "Uw referentie"
            case .ourReference: "Onze referentie"
            }
        }
    )
}
