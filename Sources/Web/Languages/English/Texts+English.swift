import Domain

extension Texts {
    static let english = Texts(
        language: .english,
        site: .english,
        signIn: .english,
        accounts: .english,
        general: .english,
        import: .english,
        export: .english,
        settings: .english,
        log: .english,
        logPage: .english,
        documents: .english,
        problems: .english,
        codes: .english,
        setup: .english,
        help: .english
    )
}
