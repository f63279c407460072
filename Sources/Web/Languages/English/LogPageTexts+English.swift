extension LogPageTexts {
    static let english = LogPageTexts(
        filter: "Which entries",
        time: "Time",
        level: "Level",
        scope: "List",
        record: "Record",
        recordHint: "A part of it is enough, such as 2026-0117.",
        headline: "What happened",
        run: "Sync",
        details: "Details",
        all: "All",
        show: "Show",
        showAll: "Show all entries",
        refresh: "Refresh",
        download: "Download as CSV",
        wholeLog: "The whole log",
        kept: "Entries are kept for 90 days.",
        noMatch: "No entry is like that.",
        ofRun: { "Only entries of the sync of \($0)." },
        ofUnknownRun: "Only entries of one sync, which is no longer known.",
        detail: { name in
            switch name {
            case "errorId": "ErrorId, for Visma’s support"
            case "vendorCode": "The vendor’s error number"
            case "status": "HTTP status"
            case "field": "Field"
            default: name
            }
        },
        toRun: "All entries of this sync",
        toRecord: "All entries about this record",
        toExport: "This work order among the exports",
        connectionLost: "The connection to the server is lost, so this page may be out of date. "
            + "It is tried again by itself; loading the page again may help."
    )
}
