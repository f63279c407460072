import Domain
import Foundation

/// One setting as scripts and forms give it.
///
/// The table of them all is what the settings document is made of.
struct SettingsField: Sendable {
    let setting: Setting
    /// What a document may say.
    let schema: Schema
    let value: @Sendable (Settings) -> JSON
    /// Sets the value from a document.
    let set: @Sendable (inout Settings, JSON, _ now: Date) throws(FieldFault) -> Void
    /// What the form's fields of this name say for a document's value: nothing for a box that is not ticked.
    let formTexts: @Sendable (JSON) -> [String]
    /// The document's value for what the form's fields of this name say.
    let formValue: @Sendable ([String]) -> JSON
    /// Whether two settings differ in it, where their documents do not tell.
    var differs: (@Sendable (Settings, Settings) -> Bool)?

    /// Every setting, in the order of the document.
    static let all: [SettingsField] = [
        .flag(.customers, \.import.customers),
        .flag(.articles, \.import.articles),
        .flag(.projects, \.import.projects),
        .flag(.orders, \.import.orders),
        .flag(.includeInactive, \.import.includeInactive),
        .day(.changedSince, \.import.changedSince),
        .words(.hourUnits, \.import.hourUnits, atMost: 100, ofLength: 50),
        .numbers(.orderStatuses, \.import.orderStatuses, in: 1...4),
        .word(.typeOfWork, \.import.typeOfWork, ofLength: 100),
        .word(.paymentMethod, \.import.paymentMethod, ofLength: 100),
        .flag(.shipImportedOrders, \.import.shipImportedOrders),
        .flag(.workOrders, \.export.workOrders),
        .choice(.document, \.export.document),
        .choice(.ordersFromVisma, \.export.ordersFromVisma),
        .wordOrNone(.workStatus, \.export.workStatus, ofLength: 50),
        .day(.completedSince, \.export.completedSince),
        .flag(.newCustomers, \.export.newCustomers),
        .flag(.newMaterials, \.export.newMaterials),
        .number(.hourRounding, \.export.hourRounding, of: hourRoundings),
        .flag(.roundUp, \.export.roundUp),
        .wordOrNone(.fallbackArticle, \.export.fallbackArticle, ofLength: 40),
        .wordOrNone(.fallbackHourArticle, \.export.fallbackHourArticle, ofLength: 40),
        .wordOrNone(.travelArticle, \.export.travelArticle, ofLength: 40),
        .wordOrNone(.articleCoding, \.export.articleCodingId, ofLength: 50),
        .wordOrNone(.unit, \.export.unitId, ofLength: 50),
        .wordOrNone(.termsOfPayment, \.export.termsOfPaymentId, ofLength: 50),
        .choice(.referenceField, \.export.referenceField),
        .flag(.periodRemarks, \.export.periodRemarks),
        .flag(.workDescription, \.export.workDescription),
        .flag(.attachPDF, \.export.attachPDF),
        .wordOrNone(.errorWorkStatus, \.export.errorWorkStatus, ofLength: 50),
        .flag(.handledAfterExport, \.export.handledAfterExport),
        .flag(.schedule, \.schedule.enabled),
        .webhookAddress(.webhookURL, \.notifications.webhookURL),
        .webhookSecret(.webhookSecret, \.notifications.webhookSecret),
        .choiceOrNone(.language, \.language),
    ]

    /// What hours can be rounded to, in minutes; 0 for not at all.
    static let hourRoundings = [0, 1, 5, 10, 15, 30, 60]
}
