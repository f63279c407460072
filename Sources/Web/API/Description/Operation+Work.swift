import Domain

// Syncs, their history and their log.
extension Operation {
    static let limit = Parameter.query("limit", .integer(1...500), "At most so many.")

    static let startSync = Operation(
        method: "POST",
        path: Path.API.sync,
        id: "startSync",
        summary: "Asks for a sync, and does not wait for it.",
        details: "Without a body, everything that the settings switch on is synced.",
        caller: .account,
        body: Body(
            schema: .object(
                ["scope": .list(of: .named("Scope")).with("minItems", 1)],
                optional: ["scope"]
            ),
            examples: [("all", [:]), ("one", ["scope": ["articles"]])],
            isRequired: false
        ),
        answers: [
            .json(
                200,
                "The same lists wait or are being synced already, in this run.",
                .named("Run"),
                headers: [location]
            ),
            .json(202, "The run.", .named("Run"), headers: [location]),
        ],
        problems: [409]
    )

    static let listRuns = Operation(
        method: "GET",
        path: Path.API.runs,
        id: "listRuns",
        summary: "Syncs, newest first.",
        caller: .account,
        parameters: [.query("before", .moment, "Only runs queued before."), limit],
        answers: [.json(200, "The runs.", .list(of: .named("Run")))]
    )

    static let showRun = Operation(
        method: "GET",
        path: Path.API.run,
        id: "showRun",
        summary: "One sync.",
        caller: .account,
        answers: [.json(200, "The run.", .named("Run"))]
    )

    static let cancelRun = Operation(
        method: "POST",
        path: Path.API.cancel,
        id: "cancelRun",
        summary: "Cancels a sync: one that waits at once, one under way after its current call.",
        details: "One that has ended stays as it is.",
        caller: .account,
        answers: [.json(202, "The run.", .named("Run"), headers: [location])]
    )

    static let watch = Operation(
        method: "GET",
        path: Path.API.events,
        id: "watch",
        summary: "Server-sent events, for as long as you listen.",
        details: """
            `run` has a run, whenever it changes, and the latest runs first of all; `log` has a log entry. Log entries \
            have ids: with `Last-Event-ID` the stream begins with those that came after it. Every 15 seconds a comment \
            shows that the stream is alive.
            """,
        caller: .account,
        parameters: [.header("Last-Event-ID", .text, "The id of the last event that arrived.")],
        answers: [Answer(status: 200, description: "Each event.", type: "text/event-stream", schema: event)]
    )

    private static let event = Schema.object(
        [
            "event": .choice(["run", "log"]),
            "data": .text.with("contentMediaType", "application/json")
                .with("contentSchema", ["anyOf": [Schema.named("Run").json, Schema.named("LogEntry").json]]),
            "id": .text,
        ],
        optional: ["id"]
    )

    static let listLog = Operation(
        method: "GET",
        path: Path.API.log,
        id: "listLog",
        summary: "What happened, newest first.",
        caller: .account,
        parameters: [
            .query("level", .choice(QueryReader.levels.map(\.rawValue)), "Only of this level."),
            .query("scope", .named("Scope"), "Only about this list."),
            .query("record", .text, "Only about this record."),
            .query("run", .text, "Only of this run."),
            .query("code", .named("Code"), "Only with this code."),
            .query("before", .integer(1...Int64.max), "Only entries with a smaller `id`."),
            limit,
        ],
        answers: [.json(200, "The entries.", .list(of: .named("LogEntry")))]
    )

    static let confirm = Operation(
        method: "POST",
        path: Path.API.confirm,
        id: "confirm",
        summary: "Confirms that many records were really removed, and asks for the sync that deactivates them.",
        caller: .account,
        body: Body(
            schema: .object(["code": .choice(["MANY_RECORDS_GONE"]), "scope": .named("Scope")]),
            examples: [("customers", ["code": "MANY_RECORDS_GONE", "scope": "customers"])]
        ),
        answers: [.json(202, "The run.", .named("Run"), headers: [location])],
        problems: [409]
    )
}
