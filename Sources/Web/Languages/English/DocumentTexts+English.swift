import Domain

extension DocumentTexts {
    static let english = DocumentTexts(
        search: "Number of the work order",
        find: "Find",
        noneFound: "There is no such work order here.",
        history: "In the log",
        attempts: { $0 == 1 ? "tried once" : "tried \(Language.english.number($0)) times" },
        whatRetryDoes: "Retry reads the work order from OutSmart again, as it is then, and exports it if it can be.",
        triedNow: "Is tried again now",
        triedNext: "Will be tried again by the next sync",
        customer: "Customer",
        deliveredTo: "Delivered to",
        date: "Date",
        project: "Project",
        article: "Article",
        amount: "Amount",
        sum: "Sum of the rows",
        sumHint: "As priced here. Visma adds VAT and rounds.",
        failures: "These can’t be exported yet",
        failureHint: "Each says what to correct. Then look at this page again, or press Retry in the list.",
        ready: "These can be exported",
        field: { field in
            switch field {
            case .buyersOrderReference: "Buyer’s order reference"
            case .yourReference: "Your reference"
            case .ourReference: "Our reference"
            }
        }
    )
}
