import Domain

extension SetupTexts {
    static let english = SetupTexts(
        title: "First steps",
        progress: { "\($0) of \($1) done" },
        done: "Done",
        step: { step in
            switch step {
            case .license: "Enter the licence"
            case .token: "Enter the OutSmart token"
            case .connect: "Connect Visma eAccounting"
            case .company: "Confirm the company"
            case .imports: "Choose what to import"
            case .exportStart: "Choose since when to export"
            case .firstSync: "Start the first sync"
            }
        },
        advice: { step in
            switch step {
            case .license: "It came with your order. Copy the whole text and paste it into the field."
            case .token:
                "It lets the connector into your OutSmart. OutSmart shows it under Settings, General, Software integrations."
            case .connect:
                "Press Connect. Visma’s login page opens: sign in, choose the company and approve the access."
            case .company: "Everything will come from this company’s books and go into them."
            case .imports:
                "Under Import, tick the lists that OutSmart shall get from Visma eAccounting, and save. Most companies keep all of them."
            case .exportStart:
                "Under Export, set the day from which completed work orders are invoiced by the connector, and save. Leave out what is invoiced already."
            case .firstSync: "Press Sync now. You can watch what arrives, and leave the page whenever you like."
            }
        },
        jump: { step in
            switch step {
            case .license: "Go to the licence"
            case .token: "Go to the OutSmart token"
            case .connect: "Go to Connect"
            case .company: nil
            case .imports: "Go to Import"
            case .exportStart: "Go to the day"
            case .firstSync: "Go to Sync now"
            }
        },
        isThisTheCompany: "Is this the company?",
        registrationNumber: "Registration number",
        yes: "Yes",
        noDisconnect: "No, disconnect",
        importsAreRight: "The lists are right",
        exportStartIsRight: "The day is right",
        enterLicense: "Enter the licence",
        replaceLicense: "Replace the licence",
        license: "Licence",
        saveLicense: "Save the licence",
        enterToken: "Enter the OutSmart token",
        replaceToken: "Replace the OutSmart token",
        tokenSecret: "It is checked with OutSmart, and never shown again.",
        saveToken: "Check and save the token",
        licenseExpired: { "This licence has expired, on \($0). Ask for a new one." },
        licenseInvalid: "This is no licence for this account. Copy the whole text that came with your order.",
        changed: "Saved.",
        change: { "Set “\($0)” from \($1) to \($2)" },
        listChange: { name, added, removed in
            switch (added.isEmpty, removed.isEmpty) {
            case (false, true): "Added to “\(name)”: \(added.joined(separator: ", "))"
            case (true, false): "Removed from “\(name)”: \(removed.joined(separator: ", "))"
            case (true, true): "Put “\(name)” in another order"
            case (false, false):
                "Added to “\(name)”: \(added.joined(separator: ", ")); removed: \(removed.joined(separator: ", "))"
            }
        },
        on: "on",
        off: "off",
        nothing: "empty",
        unsaved: "Not saved yet",
        unsavedWithoutScripts: "Save before you press another button: it would drop what you changed.",
        conflict: "Nothing was saved yet: someone else changed these settings while this page was open.",
        conflictAdvice: "What you changed is still in the form. Check it, then save again.",
        restored: "Your session had ended before this was saved. What you typed is here again: check it, then save.",
        setByOther: { "Someone else has set this to \($0)." },
        notice: { notice in
            switch notice {
            case .formKept:
                "Your session had ended before your changes were saved. They are kept: sign in to find them in the form."
            case .decided: "Noted."
            case .companyConfirmed: "Good: this is the company."
            case .companyRejected: "Disconnected. Connect again, and choose the right company on Visma’s page."
            case .companyStays:
                "Disconnected. This company’s records are in OutSmart already, so this account stays with it: "
                    + "add another account for another company."
            case .licenseSaved: "The licence is saved."
            case .tokenSaved: "OutSmart accepted the token, and it is saved."
            }
        },
        onThisPage: "On this page",
        help: "Help",
        helpInNewTab: "opens in a new tab",
        whatGoesWhere: "What goes where"
    )
}
