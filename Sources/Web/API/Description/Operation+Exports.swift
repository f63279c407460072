import Domain

// What became of work orders, and what would.
extension Operation {
    static let listExports = Operation(
        method: "GET",
        path: Path.API.exports,
        id: "listExports",
        summary: "What became of each work order, the newest change first.",
        caller: .account,
        parameters: [
            .query("state", .choice(of: ExportEntry.State.self), "Only in this state."),
            .query(
                "before",
                .text,
                "`updatedAt` of the last entry, a comma and its `workOrder`: only entries after that one."
            ),
            limit,
        ],
        answers: [.json(200, "The entries of the ledger.", .list(of: .named("ExportEntry")))]
    )

    static let retryExport = Operation(
        method: "POST",
        path: Path.API.retry,
        id: "retryExport",
        summary: "Asks for another attempt at a work order now.",
        caller: .account,
        answers: [.json(202, "The run that makes it.", .named("Run"), headers: [location])],
        problems: [409]
    )

    static let previewExports = Operation(
        method: "GET",
        path: Path.API.preview,
        id: "previewExports",
        summary: "What an export would send now; writes nothing anywhere.",
        caller: .account,
        answers: [.json(200, "Every work order that waits.", .list(of: .named("PreviewedExport")))],
        problems: [409, 502]
    )
}
