import Domain

/// The texts about the company, its connection and its syncs, in one language.
struct GeneralTexts: Sendable {
    let title: String
    let company: String
    let noCompany: String
    let connectionTitle: String
    let connection: @Sendable (Connection.State) -> String
    let licenseTitle: String
    let license: @Sendable (LicenseState) -> String
    let licenseAdvice: String
    let connectAdvice: String
    let reconnectAdvice: String
    let firstSyncAdvice: String
    let connect: String
    let reconnect: String
    let disconnect: String
    let syncNow: String
    let cancelSync: String
    let run: @Sendable (Run.State) -> String
    let step: @Sendable (Run.Step.State) -> String
    let counts: @Sendable (Run.Step) -> String
    let heldBack: @Sendable (Scope, Int) -> String
    let confirmRemoval: String
    let browsersLanguage: String
}
