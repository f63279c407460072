// The process itself, and who nudges it.
extension Operation {
    static let describe = Operation(
        method: "GET",
        path: Path.API.description,
        id: "describe",
        summary: "This document.",
        caller: .anyone,
        answers: [.json(200, "An OpenAPI 3.1 document.", Schema(json: ["type": "object"]))]
    )

    static let receiveWebhook = Operation(
        method: "POST",
        path: Path.webhook,
        id: "receiveWebhook",
        summary: "Asks for a sync of all that the settings switch on, by a signed message (Standard Webhooks).",
        details: """
            The message is signed with the account's webhook secret and at most five minutes old. Its body decides \
            nothing. A message that came before starts nothing again for seven days.
            """,
        caller: .signer,
        parameters: [
            .header("webhook-id", .text(ofLength: 1...256), "The message's own identifier.", isRequired: true),
            .header("webhook-timestamp", .text, "Seconds since 1970.", isRequired: true),
            .header("webhook-signature", .text, "`v1,` and the signature in base64.", isRequired: true),
        ],
        body: Body(types: ["*/*"], schema: .anything, isRequired: false),
        answers: [.json(202, "The run.", .named("Run"), headers: [location])],
        problems: [409]
    )

    static let showHealth = Operation(
        method: "GET",
        path: Path.health,
        id: "showHealth",
        summary: "Whether the process is alive.",
        caller: .anyone,
        answers: [.text(200, "It is.")]
    )

    static let showReadiness = Operation(
        method: "GET",
        path: Path.ready,
        id: "showReadiness",
        summary: "Whether the process should get requests: it is not stopping, and its store answers.",
        caller: .anyone,
        answers: [.text(200, "It should."), .text(503, "It should not.")]
    )

    static let showMetrics = Operation(
        method: "GET",
        path: Path.metrics,
        id: "showMetrics",
        summary: "What the process counts and measures, in Prometheus's text format.",
        caller: .anyone,
        answers: [.text(200, "The metrics.")]
    )
}
