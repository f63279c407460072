import Domain

/// The texts about the first visit, the account's secrets and saving, in one language.
struct SetupTexts: Sendable {
    // The first visit
    let title: String
    let progress: @Sendable (_ done: Int, _ all: Int) -> String
    let done: String
    let step: @Sendable (GuideStep) -> String
    let advice: @Sendable (GuideStep) -> String
    /// What the link to the step's place is called; `nil` where the step is done on the spot.
    let jump: @Sendable (GuideStep) -> String?
    let isThisTheCompany: String
    let registrationNumber: String
    let yes: String
    let noDisconnect: String
    let importsAreRight: String
    let exportStartIsRight: String

    // Licence and token
    let enterLicense: String
    let replaceLicense: String
    let license: String
    let saveLicense: String
    let enterToken: String
    let replaceToken: String
    let tokenSecret: String
    let saveToken: String
    let licenseExpired: @Sendable (_ day: String) -> String
    let licenseInvalid: String

    // Saving
    let changed: String
    let change: @Sendable (_ name: String, _ old: String, _ new: String) -> String
    let listChange: @Sendable (_ name: String, _ added: [String], _ removed: [String]) -> String
    let on: String
    let off: String
    let nothing: String
    let unsaved: String
    let unsavedWithoutScripts: String
    let conflict: String
    let conflictAdvice: String
    let restored: String
    /// Beside a field that someone else changed to that value.
    let setByOther: @Sendable (_ value: String) -> String

    let notice: @Sendable (SetupNotice) -> String

    // Finding one's way
    let onThisPage: String
    let help: String
    let helpInNewTab: String
    let whatGoesWhere: String
}
