import Domain

/// Every text of the pages in one language: a missing one does not compile.
///
/// Numbers, amounts and times are in the hands of the language itself.
struct Texts: Sendable {
    let language: Language

    let site: SiteTexts
    let signIn: SignInTexts
    let accounts: AccountTexts
    let general: GeneralTexts
    let `import`: ImportTexts
    let export: ExportTexts
    let settings: SettingTexts
    let log: LogTexts
    let logPage: LogPageTexts
    let documents: DocumentTexts
    let problems: ProblemTexts
    let codes: CodeTexts
    let setup: SetupTexts
    let help: HelpTexts

    static func `in`(_ language: Language) -> Texts {
        switch language {
        case .english: .english
        case .portuguese: .portuguese
        case .dutch: .dutch
        case .swedish: .swedish
        }
    }
}

extension Texts {
    /// A text that was written down in English.
    func asWritten(_ text: String) -> HTML {
        language == .english ? "\(text)" : "<span lang=\"en\">\(text)</span>"
    }

    /// What happened: in the reader's words, then as it was written down in English, with the vendor's words.
    func event(_ code: LogEntry.Code?, _ message: String?) -> HTML {
        let message = message.map(asWritten)
        guard let code else { return message ?? .none }
        return message.map { "\(codes.headline(code)): \($0)" } ?? "\(codes.headline(code))."
    }
}
