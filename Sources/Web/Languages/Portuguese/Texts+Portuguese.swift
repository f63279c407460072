import Domain

extension Texts {
    static let portuguese = Texts(
        language: .portuguese,
        site: .portuguese,
        signIn: .portuguese,
        accounts: .portuguese,
        general: .portuguese,
        import: .portuguese,
        export: .portuguese,
        settings: .portuguese,
        log: .portuguese,
        logPage: .portuguese,
        documents: .portuguese,
        problems: .portuguese,
        codes: .portuguese,
        setup: .portuguese,
        help: .portuguese
    )
}
