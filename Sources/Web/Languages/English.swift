import Domain

extension Texts {
    static let english = Texts(
        language: "en",
        product: "OutSmart – Visma eAccounting",
        skipToContent: "Skip to the content",
        navigation: "Site",
        accounts: "Accounts",
        signOut: "Sign out",
        backToStart: "Back to the start page",
        number: { English.number($0) },
        scope: { English.scope($0) },
        notice: { English.notice($0) },
        signIn: "Sign in",
        operatorToken: "Operator token",
        operatorTokenHint: "The server showed it when it was started for the first time.",
        wrongToken: "This is not the operator token.",
        usedLink: "This link was used already or has expired. Sign in with the token, or ask for a new link.",
        cookieMissing: "The page was open for too long, or the browser refuses cookies. Please try again.",
        account: "Account",
        noAccounts: "There is no account yet. Add the first one below.",
        addAccount: "Add account",
        accountName: "Name",
        accountNameHint: "The company, as people call it.",
        accountID: "Identifier",
        accountIDHint: "Small letters, digits, - and _. Made up when left empty; it never changes.",
        outSmartToken: "OutSmart token",
        outSmartTokenHint: "In OutSmart under Settings, General, Software integrations.",
        outSmartBearer: "OutSmart bearer token",
        outSmartBearerHint: "Only when OutSmart gave one besides the token.",
        licenseHint: "The text that came with the order.",
        moreFields: "More",
        accountAdded: "The account was added",
        secretsOnce: "Keep these two now: they are shown this once. Scripts need them, people don't.",
        apiKey: "Account key",
        webhookSecret: "Webhook secret",
        goTo: { "Go to \($0)" },
        settings: "Settings",
        general: "General",
        company: "Company",
        noCompany: "None yet",
        connectionTitle: "Visma eAccounting",
        connection: { English.connection($0) },
        licenseTitle: "Licence",
        license: { English.license($0) },
        licenseAdvice: "Without an active licence nothing is synced. Ask the operator of the connector for one.",
        connectAdvice: "Next: connect the company in Visma eAccounting.",
        reconnectAdvice: "Visma no longer accepts the access. Connect again to go on; nothing is lost.",
        firstSyncAdvice: "Connected. Next: check what to import below, then press Sync now.",
        connect: "Connect",
        reconnect: "Connect again",
        disconnect: "Disconnect",
        syncNow: "Sync now",
        cancelSync: "Cancel sync",
        run: { English.run($0) },
        step: { English.step($0) },
        counts: { English.counts($0) },
        heldBack: { scope, count in
            "\(English.number(count)) records of “\(English.scope(scope))” are gone in Visma eAccounting. "
                + "Nothing was changed in OutSmart. Check whether they were really removed there; "
                + "if so, confirm, and they are deactivated in OutSmart."
        },
        confirmRemoval: "They were removed: go on",
        importTitle: "Import",
        importLead: "What goes from Visma eAccounting to OutSmart.",
        lists: "Lists",
        sync: "Sync",
        syncScope: { "Sync \(English.scope($0).lowercased())" },
        noOrders: "This company has no sales orders in Visma eAccounting, so there are none to import.",
        records: "Which records",
        orderStatus: { English.orderStatus($0) },
        notOffered: { "\($0) – not in OutSmart’s list" },
        outSmartSilent: "OutSmart can’t be asked for its list at the moment. Write it exactly as OutSmart does.",
        export: .english,
        setting: { English.setting($0) },
        settingHint: { English.settingHint($0) },
        save: "Save settings",
        notSaved: "Nothing was saved. Please look at the marked fields.",
        fault: { English.fault($0) },
        log: "Log",
        emptyLog: "Nothing has happened yet. What a sync does, and what goes wrong, will stand here.",
        olderEntries: "Older entries",
        newestEntries: "Newest entries",
        level: { English.level($0) },
        message: "Message",
        whatToDo: "What to do",
        code: "Code",
        problem: { English.problem($0) },
        internalError: "Something went wrong here. It is in the server's log. Try again in a while."
    )
}

enum English {
    static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let grouped = digits.enumerated().map { index, digit in
            index > 0 && (digits.count - index).isMultiple(of: 3) ? ",\(digit)" : "\(digit)"
        }
        return (number < 0 ? "−" : "") + grouped.joined()
    }

    static func scope(_ scope: Scope) -> String {
        switch scope {
        case .customers: "Customers"
        case .articles: "Articles"
        case .projects: "Projects"
        case .orders: "Sales orders"
        case .workOrders: "Work orders"
        }
    }

    static func connection(_ state: Connection.State) -> String {
        switch state {
        case .disconnected: "Not connected"
        case .connected: "Connected"
        case .expired: "Access has ended"
        }
    }

    static func license(_ state: LicenseState) -> String {
        switch state {
        case .none: "None"
        case .active(let until): "Active until \(Timestamp.dayText(until))"
        case .expired(let at): "Expired on \(Timestamp.dayText(at))"
        case .invalid: "Not valid for this account"
        }
    }

    static func run(_ state: Run.State) -> String {
        switch state {
        case .queued: "Sync is waiting for its turn since"
        case .running: "Sync is running since"
        case .succeeded: "Last sync finished"
        case .partial: "Last sync finished, with failed records,"
        case .failed: "Last sync could not go on"
        case .cancelled: "Last sync was cancelled"
        }
    }

    static func step(_ state: Run.Step.State) -> String {
        switch state {
        case .waiting: "waiting"
        case .running: "running"
        case .succeeded: "done"
        case .partial: "done, some failed"
        case .failed: "failed"
        case .skipped: "left out"
        }
    }

    static func counts(_ step: Run.Step) -> String {
        let counts = step.counts
        let read = step.total.map { "\(number(counts.read)) of \(number($0))" } ?? number(counts.read)
        let parts = [
            (counts.created, "new"), (counts.updated, "changed"), (counts.unchanged, "unchanged"),
            (counts.skipped, "left out"), (counts.failed, "failed"),
        ]
        let named = parts.filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
        return ([read + " read"] + named).joined(separator: ", ")
    }

    static func level(_ level: LogEntry.Level) -> String {
        switch level {
        case .debug: "Debug"
        case .info: "Info"
        case .warning: "Warning"
        case .error: "Error"
        }
    }

    static func orderStatus(_ status: Int) -> String {
        switch status {
        case 1: "Draft"
        case 2: "Ongoing"
        case 3: "Shipped"
        case 4: "Invoiced"
        default: number(status)
        }
    }

    static func notice(_ notice: Notice) -> String {
        switch notice {
        case .signedOut: "You are signed out."
        case .sessionEnded: "Your session had ended, so nothing was changed. Sign in and try again."
        case .connected: "Connected to Visma eAccounting."
        case .disconnected: "Disconnected. Imported data and the history stay."
        case .confirmed: "Confirmed. The next sync deactivates these records."
        case .nothingEnabled: "Nothing is switched on below, so there is nothing to sync."
        case .retryAsked: "The work order will be tried again in a moment."
        case .saved([]): "Nothing was different: the settings are as they were."
        case .saved(let settings): "Saved. Changed: " + settings.map(setting).joined(separator: ", ") + "."
        case .failed(let code): "That did not work. \(code.action)"
        }
    }

    static func fault(_ fault: FieldFault) -> String {
        switch fault {
        case .missing: "This is missing."
        case .unknown: "There is nothing of that name."
        case .taken: "There is one of that name already."
        case .noText: "Give a text."
        case .tooLong(let limit): "Give at most \(number(limit)) bytes."
        case .tooManyCharacters(let limit): "Give at most \(number(limit)) characters."
        case .unprintable: "Leave out line breaks and control characters."
        case .comma: "Leave out commas: they separate the entries of this list."
        case .repeated: "This stands twice."
        case .noFlag: "Give true or false."
        case .noList: "Give a list with at least one element."
        case .noneChosen: "Choose at least one."
        case .tooMany(let limit): "Give at most \(number(limit)) entries."
        case .element(let index, let fault): "Entry \(number(index + 1)): \(English.fault(fault))"
        case .noDate: "Give a date such as 2026-01-31."
        case .dateInFuture: "This day lies in the future."
        case .dateTooEarly: "This day lies before 1970."
        case .noObject: "Give an object."
        case .noScope: "Give one of: " + Scope.allCases.map(\.rawValue).joined(separator: ", ") + "."
        case .noWholeNumber(let range): "Give a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .notOneOf(let choices): "Give one of: " + choices.joined(separator: ", ") + "."
        case .other(let words): words
        }
    }

    static func problem(_ kind: Problem.Kind) -> String {
        switch kind {
        case .malformed: "The request can't be read"
        case .unauthorized: "Not signed in"
        case .forbidden: "Not yours"
        case .crossSite: "The form could not be accepted"
        case .notFound: "Not found"
        case .notAllowed: "Not possible here"
        case .conflict: "Not possible now"
        case .tooLarge: "Too large"
        case .unsupportedType: "Unknown type of content"
        case .invalid: "Some values can't be used"
        case .tooManyRequests: "Too many attempts"
        case .stopping: "The server is stopping"
        case .failure(.internalError): "Something went wrong"
        case .failure(.licenseInactive): "No active licence"
        case .failure(.authExpired): "Not connected"
        case .failure: "That did not work"
        }
    }
}
