/// What the settings are called, and what is said about their values, in one language.
struct SettingTexts: Sendable {
    let title: String
    let name: @Sendable (Setting) -> String
    let hint: @Sendable (Setting) -> String?
    let save: String
    let notSaved: String
    let fault: @Sendable (FieldFault) -> String
}
