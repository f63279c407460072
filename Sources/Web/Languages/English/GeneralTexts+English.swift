import Domain

private let language = Language.english

extension GeneralTexts {
    static let english = GeneralTexts(
        title: "General",
        company: "Company",
        noCompany: "None yet",
        connectionTitle: "Visma eAccounting",
        connection: { state in
            switch state {
            case .disconnected: "Not connected"
            case .connected: "Connected"
            case .expired: "Access has ended"
            }
        },
        licenseTitle: "Licence",
        license: { state in
            switch state {
            case .none: "None"
            case .active(let until): "Active until \(language.day(until))"
            case .expired(let at): "Expired on \(language.day(at))"
            case .invalid: "Not valid for this account"
            }
        },
        licenseAdvice: "Without an active licence nothing is synced. Ask the operator of the connector for one.",
        connectAdvice: "Next: connect the company in Visma eAccounting.",
        reconnectAdvice: "Visma no longer accepts the access. Connect again to go on; nothing is lost.",
        firstSyncAdvice: "Connected. Next: check what to import below, then press Sync now.",
        connect: "Connect",
        reconnect: "Connect again",
        disconnect: "Disconnect",
        syncNow: "Sync now",
        cancelSync: "Cancel sync",
        run: { state in
            switch state {
            case .queued: "Sync is waiting for its turn since"
            case .running: "Sync is running since"
            case .succeeded: "Last sync finished"
            case .partial: "Last sync finished, with failed records,"
            case .failed: "Last sync could not go on"
            case .cancelled: "Last sync was cancelled"
            }
        },
        step: { state in
            switch state {
            case .waiting: "waiting"
            case .running: "running"
            case .succeeded: "done"
            case .partial: "done, some failed"
            case .failed: "failed"
            case .skipped: "left out"
            }
        },
        counts: { step in
            let counts = step.counts
            let read =
                step.total.map { "\(language.number(counts.read)) of \(language.number($0))" }
                ?? language.number(counts.read)
            let parts = [
                (counts.created, "new"), (counts.updated, "changed"), (counts.unchanged, "unchanged"),
                (counts.skipped, "left out"), (counts.failed, "failed"),
            ]
            let named = parts.filter { $0.0 > 0 }.map { "\(language.number($0.0)) \($0.1)" }
            return ([read + " read"] + named).joined(separator: ", ")
        },
        heldBack: { scope, count in
            "\(language.number(count)) records of “\(SiteTexts.english.scope(scope))” are gone in Visma eAccounting. "
                + "Nothing was changed in OutSmart. Check whether they were really removed there; "
                + "if so, confirm, and they are deactivated in OutSmart."
        },
        confirmRemoval: "They were removed: go on",
        browsersLanguage: "The browser’s"
    )
}
