import Domain

// Accounts, their keys and their settings.
extension Operation {
    static let listAccounts = Operation(
        method: "GET",
        path: Path.API.accounts,
        id: "listAccounts",
        summary: "All accounts for the operator; an account's key sees its own.",
        caller: .holder,
        answers: [.json(200, "The accounts.", .list(of: .named("Account")))]
    )

    static let createAccount = Operation(
        method: "POST",
        path: Path.API.accounts,
        id: "createAccount",
        summary: "Creates an account.",
        caller: .operator,
        body: Body(
            schema: .named("NewAccount"),
            examples: [
                ("least", ["name": "Acme", "outsmart": ["token": "0123456789abcdef"]]),
                (
                    "most",
                    [
                        "id": "acme-2", "name": "Acme AB", "outsmart": ["token": "0123456789abcdef", "bearer": .null],
                        "license": .null,
                    ]
                ),
            ]
        ),
        answers: [.json(201, "The account and, this once, its keys.", .named("CreatedAccount"), headers: [location])],
        problems: [409]
    )

    static let showAccount = Operation(
        method: "GET",
        path: Path.API.account,
        id: "showAccount",
        summary: "The account, its connection and its licence.",
        caller: .account,
        answers: [.json(200, "The account.", .named("Account"))]
    )

    static let changeAccount = Operation(
        method: "PATCH",
        path: Path.API.account,
        id: "changeAccount",
        summary: "Changes what the merge patch names.",
        caller: .account,
        body: Body(
            types: AccountsAPI.patchTypes,
            schema: .named("AccountChanges"),
            examples: [("renaming", ["name": "Acme Rör AB"]), ("licence", ["license": .null])]
        ),
        answers: [.json(200, "The account as it is now.", .named("Account"))]
    )

    static let deleteAccount = Operation(
        method: "DELETE",
        path: Path.API.account,
        id: "deleteAccount",
        summary: "Disconnects the account and removes everything that belongs to it.",
        details: "For the operator only.",
        caller: .account,
        answers: [.nothing]
    )

    static let rotateKey = Operation(
        method: "POST",
        path: Path.API.keys,
        id: "rotateKey",
        summary: "Replaces the account's key or its webhook secret.",
        details: "An old account key ends at once, an old webhook secret stays valid for 24 hours.",
        caller: .account,
        body: Body(
            schema: .object(["rotate": .choice(["apiKey", "webhookSecret"])]),
            examples: [("secret", ["rotate": "webhookSecret"])]
        ),
        answers: [
            .json(
                201,
                "The new one, shown this once.",
                .object(["apiKey": .text, "webhookSecret": .text], optional: ["apiKey", "webhookSecret"])
                    .with("minProperties", 1).with("maxProperties", 1)
            )
        ]
    )

    private static let revision = (name: "ETag", description: "Names this state of the settings, for `If-Match`.")

    static let showSettings = Operation(
        method: "GET",
        path: Path.API.settings,
        id: "showSettings",
        summary: "The settings.",
        caller: .account,
        answers: [.json(200, "The settings document.", .named("Settings"), headers: [revision])]
    )

    static let changeSettings = Operation(
        method: "PATCH",
        path: Path.API.settings,
        id: "changeSettings",
        summary: "Changes what the merge patch (RFC 7396) names; all of it, or nothing.",
        details: """
            Dates lie in the past and are not before 1970. Words in a list differ in more than capitals. With \
            `If-Match`, nothing is changed when someone else has changed the settings since they were read.
            """,
        caller: .account,
        parameters: [.header("If-Match", .text, "The `ETag` of the settings that are to be changed.")],
        body: Body(
            types: AccountsAPI.patchTypes,
            schema: .named("SettingsPatch"),
            examples: [
                ("import", ["import": ["orderStatuses": [2, 3], "hourUnits": ["h", "tim"]]]),
                ("export", ["export": ["completedSince": "2025-02-28", "fallbackArticle": .null]]),
            ]
        ),
        answers: [.json(200, "The settings as they are now.", .named("Settings"), headers: [revision])],
        problems: [412]
    )

    static let listChoices = Operation(
        method: "GET",
        path: Path.API.choices,
        id: "listChoices",
        summary: "What Visma and OutSmart offer for the settings now.",
        caller: .account,
        answers: [.json(200, "The choices.", .named("Choices"))],
        problems: [409, 502]
    )

    static let location = (name: "Location", description: "The path of what was made or asked for.")
}
