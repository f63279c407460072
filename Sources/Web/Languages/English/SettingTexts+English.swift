import Domain
import Sync

private let language = Language.english

extension SettingTexts {
    static let english: SettingTexts = .init(
        title: "Settings",
        name: { setting in
            switch setting {
            case .customers: SiteTexts.english.scope(.customers)
            case .articles: SiteTexts.english.scope(.articles)
            case .projects: SiteTexts.english.scope(.projects)
            case .orders: SiteTexts.english.scope(.orders)
            case .includeInactive: "Inactive ones, too"
            case .changedSince: "Changed since"
            case .hourUnits: "Units of hours"
            case .orderStatuses: "Orders to import"
            case .typeOfWork: "Type of work"
            case .paymentMethod: "Payment method"
            case .shipImportedOrders: "Set orders to shipped"
            case .workOrders: SiteTexts.english.scope(.workOrders)
            case .document: "A work order becomes"
            case .ordersFromVisma: "Work orders that came from a sales order"
            case .workStatus: "Work status"
            case .completedSince: "Done since"
            case .newCustomers: "Create customers"
            case .newMaterials: "Create articles"
            case .hourRounding: "Hours"
            case .roundUp: "Always round up"
            case .fallbackArticle: "Instead of an unknown material"
            case .fallbackHourArticle: "Instead of an unknown hour type"
            case .travelArticle: "Article for travel"
            case .articleCoding: "Article coding of new articles"
            case .unit: "Unit of new articles"
            case .termsOfPayment: "Terms of payment of new customers"
            case .referenceField: "The work order’s number goes into"
            case .periodRemarks: "Remarks on hours"
            case .workDescription: "What was done"
            case .attachPDF: "Attach the work order’s PDF"
            case .errorWorkStatus: "Work status after a failure"
            case .handledAfterExport: "Set work orders to handled"
            case .schedule: "Sync by itself"
            case .webhookURL: "Tell this address about trouble"
            case .webhookSecret: "Secret that signs what it is told"
            case .language: "Language"
            }
        },
        hint: { setting in
            switch setting {
            case .customers: "Become relations in OutSmart."
            case .articles: "Become materials; what is counted in hours becomes hour types."
            case .projects: "The ongoing ones become projects."
            case .orders: "Become work orders, each of them once."
            case .includeInactive:
                "Without this, an inactive customer or article is sent only when it was sent before."
            case .changedSince: "The first import leaves out what did not change since that day. Empty: everything."
            case .hourUnits: "Articles in these units become hour types. Separate them by commas or line breaks."
            case .orderStatuses: nil
            case .typeOfWork: "Of the work orders that they become."
            case .paymentMethod: "Of the work orders that they become."
            case .shipImportedOrders: "In Visma eAccounting, once the work order exists in OutSmart."
            case .workOrders: "The completed ones become invoice drafts or sales orders."
            case .document: nil
            case .ordersFromVisma: nil
            case .workStatus: "Only work orders with this status in OutSmart are exported."
            case .completedSince:
                "Work that was done before that day is left out. Empty: the day on which the company was first connected."
            case .newCustomers: "Those that Visma eAccounting lacks, with the number that they have in OutSmart."
            case .newMaterials: "Materials and hour types that Visma eAccounting lacks, with their code as number."
            case .hourRounding: nil
            case .roundUp: "And not to the nearest."
            case .fallbackArticle, .fallbackHourArticle:
                "Its number. The row keeps text, quantity and price. Empty: the work order fails."
            case .travelArticle: "Its number. The distances are charged as a row of it. Empty: they are not charged."
            case .articleCoding, .unit, .termsOfPayment: nil
            case .referenceField: "The document is found by it again."
            case .periodRemarks: "Stand on the rows of the hours."
            case .workDescription: "Stands on the first row, with the work order’s number and date."
            case .attachPDF: "To the document in Visma eAccounting."
            case .errorWorkStatus: "So that the office sees in OutSmart what could not be exported."
            case .handledAfterExport: "In OutSmart, once the document exists."
            case .schedule: "At regular intervals, besides whenever someone presses Sync now."
            case .webhookURL: "A message goes there when a sync fails or the access has ended. Empty: nowhere."
            case .webhookSecret: "whsec_ and base64. Empty: the account’s webhook secret."
            case .language: "Of this account’s pages."
            }
        },
        save: "Save settings",
        notSaved: "Nothing was saved. Please look at the marked fields.",
        fault: { fault in
            switch fault {
            case .missing: "This is missing."
            case .unknown: "There is nothing of that name."
            case .taken: "There is one of that name already."
            case .noText: "Give a text."
            case .tooLong(let limit): "Give at most \(language.number(limit)) bytes."
            case .tooManyCharacters(let limit): "Give at most \(language.number(limit)) characters."
            case .unprintable, .account(.unprintable): "Leave out line breaks and control characters."
            case .comma: "Leave out commas: they separate the entries of this list."
            case .repeated: "This stands twice."
            case .noFlag: "Give true or false."
            case .noList: "Give a list with at least one element."
            case .noneChosen: "Choose at least one."
            case .tooMany(let limit): "Give at most \(language.number(limit)) entries."
            case .element(let index, let fault):
                "Entry \(language.number(index + 1)): \(SettingTexts.english.fault(fault))"
            case .noDate: "Give a date such as 2026-01-31."
            case .dateInFuture: "This day lies in the future."
            case .dateTooEarly: "This day lies before 1970."
            case .noObject: "Give an object."
            case .noScope: "Give one of: " + Scope.allCases.map(\.rawValue).joined(separator: ", ") + "."
            case .noWholeNumber(let range): "Give a whole number from \(range.lowerBound) to \(range.upperBound)."
            case .notOneOf(let choices): "Give one of: " + choices.joined(separator: ", ") + "."
            case .account(.identifier): "Use 1 to 64 of a–z, 0–9, - and _."
            case .account(.length(let range)): "Give \(range.lowerBound) to \(range.upperBound) characters."
            case .account(.webhookAddress): "Give an address on the internet that begins with https://."
            case .account(.webhookSecret): "Give whsec_ and the base64 of 24 to 64 bytes."
            }
        }
    )
}
