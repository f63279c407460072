import Domain

extension English {
    static func setting(_ setting: Setting) -> String {
        switch setting {
        case .customers: scope(.customers)
        case .articles: scope(.articles)
        case .projects: scope(.projects)
        case .orders: scope(.orders)
        case .includeInactive: "Inactive ones, too"
        case .changedSince: "Changed since"
        case .hourUnits: "Units of hours"
        case .orderStatuses: "Orders to import"
        case .typeOfWork: "Type of work"
        case .paymentMethod: "Payment method"
        case .shipImportedOrders: "Set orders to shipped"
        case .workOrders: scope(.workOrders)
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
        }
    }

    static func settingHint(_ setting: Setting) -> String? {
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
            "Work that was done before that day is left out. Empty: the day on which the company was connected first."
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
        }
    }
}
