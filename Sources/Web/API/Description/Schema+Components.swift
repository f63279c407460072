import Domain

extension Schema {
    /// Every schema that has a name.
    static let components: [(name: String, schema: Schema)] = [
        ("Account", account), ("NewAccount", newAccount), ("CreatedAccount", createdAccount),
        ("AccountChanges", accountChanges), ("Company", company),
        ("Settings", settings), ("SettingsPatch", settingsPatch), ("Choices", choices), ("Choice", choice),
        ("Scope", .choice(of: Scope.self).described("A list that is kept in step.")),
        ("Code", code), ("Failure", failure), ("Run", run), ("Step", step), ("LogEntry", logEntry),
        ("ExportEntry", exportEntry), ("PreviewedExport", previewedExport), ("Problem", problem),
    ]

    private static let code = choice(of: LogEntry.Code.self).described("What kind of trouble it is; stable.")

    private static let failure = object([
        "code": named("Code"),
        "message": text.described("What happened, with the vendor's words where there are any."),
        "action": text.described("What to do about it."),
    ])

    // MARK: - Accounts

    private static let accountMembers: [(String, Schema)] = [
        ("id", text(matching: "^[a-z0-9_-]{1,64}$")),
        ("name", text),
        ("createdAt", moment),
        (
            "connection",
            object([
                "state": choice(of: Connection.State.self),
                "company": named("Company").orNull.described("The account's company: of the first connection on."),
                "connectedAt": moment.orNull,
            ])
        ),
        (
            "license",
            object(["state": choice(["none", "active", "expired", "invalid"]), "expiresAt": moment.orNull])
        ),
    ]

    private static let account = object(accountMembers)

    private static let createdAccount = object(
        accountMembers + [
            ("apiKey", text.described("The account's key, shown this once.")),
            ("webhookSecret", text.described("What signs webhooks, shown this once.")),
        ]
    )

    private static let token = line(ofLength: 255)
    private static let bearer = text(ofLength: 0...16_384, pattern: nil).orNull
        .described("Only when OutSmart gave one besides the token.")
    private static let license = text(ofLength: 0...16_384, pattern: nil).orNull

    private static let newAccount = object(
        [
            "id": text(matching: "^[a-z0-9_-]{1,64}$").described("Made up when it is left out; it never changes."),
            "name": line(ofLength: 255),
            "outsmart": object(["token": token, "bearer": bearer], optional: ["bearer"]),
            "license": license,
        ],
        optional: ["id", "license"]
    )

    private static let accountChanges = object(
        [
            "name": line(ofLength: 255),
            "outsmart": object(["token": token, "bearer": bearer], optional: ["token", "bearer"]),
            "license": license,
        ],
        optional: ["name", "outsmart", "license"]
    )

    private static let company = object([
        "id": text, "name": text, "registrationNumber": text.orNull, "country": text.orNull, "currency": text.orNull,
        "hasOrders": flag.described("Whether the company has sales orders in Visma eAccounting."),
    ])

    // MARK: - Choices

    private static let choice = object(["value": text.described("What the setting holds."), "name": text])

    private static let choices = object(
        ["workTypes", "paymentMethods", "workStatuses", "units", "articleCodings", "termsOfPayment", "articles"]
            .map { ($0, list(of: named("Choice"))) }
    )

    // MARK: - Problems

    private static let problem = object(
        [
            "type": text.with("format", "uri-reference"),
            "title": text.described("The kind of problem, for people."),
            "status": integer(400...599),
            "detail": text.described("What happened here, for people."),
            "code": text(matching: "^[A-Z_]+$").described("The kind of problem, for scripts; stable."),
            "action": text.described("What to do about it."),
            "errors": list(of: object(["field": text, "message": text])),
        ],
        optional: ["action", "errors"]
    )
}
