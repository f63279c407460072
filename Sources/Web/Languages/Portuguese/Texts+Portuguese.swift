import Domain

extension Texts {
    static let portuguese = Texts(
        language: .portuguese,
        site: .english,
        signIn: .english,
        accounts: .english,
        general: .english,
        import: .english,
        export: .english,
        settings: .english,
        log: .english,
        problems: .english,
        codes: .english
    )
}
