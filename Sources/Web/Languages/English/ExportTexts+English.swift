import Domain
import Foundation
import Sync

private let language = Language.english

extension ExportTexts {
    static let english = ExportTexts(
        title: "Export",
        lead: "What goes from OutSmart to Visma eAccounting: completed work orders, each of them once.",
        exportWorkOrders: "Export work orders",
        waiting: { count, oldest in
            switch count {
            case 0: "No completed work order waits to be exported."
            case 1: "One completed work order\(of(oldest)) waits to be exported."
            default: "\(language.number(count)) completed work orders wait to be exported\(theOldest(oldest))."
            }
        },
        leftOut: { count, oldest in
            count == 1
                ? "One more\(of(oldest)) is left out by the day below."
                : "\(language.number(count)) more are left out by the day below\(theOldest(oldest))."
        },
        whichWorkOrders: "Which work orders",
        anyStatus: "Any",
        documents: "Documents",
        document: { name(of: $0) },
        orderFromVisma: { way in
            switch way {
            case .update: "Bring their sales order up to date"
            case .newDocument: "Export them like any other"
            }
        },
        noOrderDocuments: "This company has no sales orders in Visma eAccounting. Use invoice drafts.",
        noOrdersToUpdate: "This company has no sales orders in Visma eAccounting.",
        referenceField: { field in
            switch field {
            case .buyersOrderReference: "Buyer’s order reference"
            case .yourReference: "Your reference"
            case .ourReference: "Our reference"
            }
        },
        rows: "Rows",
        hourRounding: { minutes in
            switch minutes {
            case 0: "As recorded"
            case 1: "Rounded to minutes"
            case 60: "Rounded to hours"
            default: "Rounded to \(minutes) minutes"
            }
        },
        missingRecords: "What Visma eAccounting lacks",
        companysTerms: "The company’s",
        usualOne: "The one that most articles have",
        notOffered: { "\($0) – not in Visma eAccounting’s list" },
        vismaSilent: "Visma eAccounting can’t be asked for its list at the moment. The value stays as it is.",
        vismaNotConnected: "Visma eAccounting’s list stands here once the company is connected.",
        afterwards: "Afterwards, in OutSmart",
        noStatus: "As it was",
        statusToAdd: { "\($0) – is added to OutSmart when it is needed" },
        listTitle: "Exported work orders",
        filter: "Exported work orders by state",
        all: "All",
        state: { state in
            switch state {
            case .claimed: "Being prepared"
            case .posting: "Sent, not confirmed"
            case .created: "Document created"
            case .attached: "Document complete"
            case .done: "Done"
            case .failed: "Failed"
            }
        },
        documentNumber: { document, number in
            [name(of: document), number.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        },
        invoice: { number, isPaid in
            (number.map { "Invoice \($0), " } ?? "Invoice, ") + (isPaid ? "paid" : "not paid")
        },
        retry: "Retry",
        retryWorkOrder: { "Retry work order \($0)" },
        asked: "Will be tried again",
        emptyList: "There is none.",
        olderEntries: "Older ones",
        newestEntries: "Newest ones",
        preview: "Preview",
        previewTitle: "What an export would send now",
        previewLead: "Nothing was sent or changed anywhere.",
        emptyPreview: "No completed work order waits to be exported.",
        shown: { "The first \(language.number($0)) of \(language.number($1)) are shown." },
        exportable: { failed, all in
            switch (failed, all) {
            case (0, 1): "The only work order that waits can be exported."
            case (0, _): "All \(language.number(all)) work orders that wait can be exported."
            default: "\(language.number(failed)) of \(language.number(all)) work orders can’t be exported yet."
            }
        },
        call: { call, document in
            switch (call.method, call.path) {
            case ("POST", "/customers"): "New customer"
            case ("POST", "/articles"): "New article"
            case ("PUT", _): "Change of a sales order"
            default: name(of: document)
            }
        },
        text: "Text",
        articlesText: "The article’s own text",
        quantity: "Quantity",
        price: "Price",
        discount: "Discount",
        rawBody: "As it is sent",
        backToSettings: "Back to the settings"
    )
}

extension ExportTexts {
    private static func name(of document: ExportEntry.Document) -> String {
        switch document {
        case .invoiceDraft: "Invoice draft"
        case .order: "Sales order"
        }
    }

    private static func of(_ day: Date?) -> String { day.map { " of \(language.day($0))" } ?? "" }

    private static func theOldest(_ day: Date?) -> String {
        day.map { ", the oldest of \(language.day($0))" } ?? ""
    }
}
