import Domain

/// The texts about the import, in one language.
struct ImportTexts: Sendable {
    let title: String
    let lead: String
    let lists: String
    let sync: String
    let syncScope: @Sendable (Scope) -> String
    let noOrders: String
    let records: String
    let orderStatus: @Sendable (Int) -> String
    let notOffered: @Sendable (String) -> String
    let outSmartSilent: String
}
