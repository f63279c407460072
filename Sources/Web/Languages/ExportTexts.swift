import Domain
import Foundation
import Sync

/// The texts about the export in one language.
struct ExportTexts: Sendable {
    // The section and its buttons
    let title: String
    let lead: String
    let exportWorkOrders: String
    let waiting: @Sendable (Int, _ oldest: Date?) -> String
    let leftOut: @Sendable (Int, _ oldest: Date?) -> String

    // Settings
    let whichWorkOrders: String
    let anyStatus: String
    let documents: String
    let document: @Sendable (ExportEntry.Document) -> String
    let orderFromVisma: @Sendable (Settings.Export.OrdersFromVisma) -> String
    let noOrderDocuments: String
    let noOrdersToUpdate: String
    let referenceField: @Sendable (Settings.Export.ReferenceField) -> String
    let rows: String
    let hourRounding: @Sendable (Int) -> String
    let missingRecords: String
    let companysTerms: String
    let usualOne: String
    let notOffered: @Sendable (String) -> String
    let vismaSilent: String
    let vismaNotConnected: String
    let afterwards: String
    let noStatus: String
    let statusToAdd: @Sendable (String) -> String

    // The list
    let listTitle: String
    let filter: String
    let all: String
    let state: @Sendable (ExportEntry.State) -> String
    let documentNumber: @Sendable (ExportEntry.Document, Int?) -> String
    let invoice: @Sendable (Int?, _ isPaid: Bool) -> String
    let retry: String
    let retryWorkOrder: @Sendable (String) -> String
    let asked: String
    let emptyList: String
    let olderEntries: String
    let newestEntries: String

    // The preview
    let preview: String
    let previewTitle: String
    let previewLead: String
    let emptyPreview: String
    let shown: @Sendable (_ shown: Int, _ all: Int) -> String
    let exportable: @Sendable (_ failed: Int, _ all: Int) -> String
    let call: @Sendable (Exports.Preview.Call, ExportEntry.Document) -> String
    let text: String
    let articlesText: String
    let quantity: String
    let price: String
    let discount: String
    let rawBody: String
    let backToSettings: String
}
