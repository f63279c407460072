import Domain

extension Texts {
    static let swedish = Texts(
        language: .swedish,
        site: .swedish,
        signIn: .swedish,
        accounts: .swedish,
        general: .swedish,
        import: .swedish,
        export: .swedish,
        settings: .swedish,
        log: .swedish,
        logPage: .swedish,
        documents: .swedish,
        problems: .swedish,
        codes: .swedish,
        setup: .swedish,
        help: .swedish
    )
}
