import Domain

extension Texts {
    static let dutch = Texts(
        language: .dutch,
        site: .dutch,
        signIn: .dutch,
        accounts: .dutch,
        general: .dutch,
        import: .dutch,
        export: .dutch,
        settings: .dutch,
        log: .dutch,
        logPage: .dutch,
        documents: .dutch,
        problems: .dutch,
        codes: .dutch,
        setup: .dutch,
        help: .dutch
    )
}
