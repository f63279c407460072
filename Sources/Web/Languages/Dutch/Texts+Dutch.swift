import Domain

extension Texts {
    static let dutch = Texts(
        language: .dutch,
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
