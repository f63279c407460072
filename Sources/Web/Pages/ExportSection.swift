import Domain
import Sync

/// The section Export: what became of the work orders, and the settings of their documents.
struct ExportSection {
    var frame: Frame
    var status: Accounts.Status
    var controls: SettingsControls
    var choices: Choices
    var exports: ExportSummary

    private var texts: ExportTexts { frame.texts.export }
    private var account: Account.ID { status.account.id }
    private var isWithoutOrders: Bool { status.connection.company?.hasOrders == false }

    /// What the three lines for an article number suggest.
    private static let articles = "articles"

    var html: HTML {
        """
        <section class="card" aria-labelledby="export">
        <div class="head"><h2 id="export">\(texts.title)</h2>\(frame.helpLink("export"))</div>
        <p class="lead">\(texts.lead)</p>
        \(controls.box(.workOrders))
        \(status.canSync ? actions : .none)
        <div id="exports">\(exports.html)</div>
        \(HTML.group(texts.whichWorkOrders, selection))
        \(HTML.group(texts.documents, documents))
        \(HTML.group(texts.rows, contents))
        \(HTML.group(texts.missingRecords, missing))
        \(HTML.group(texts.afterwards, afterwards))
        </section>
        """
    }

    private var actions: HTML {
        let button: HTML = """
            <input type="hidden" name="scope" value="\(Scope.workOrders.rawValue)">
            <button class="secondary">\(texts.exportWorkOrders)</button>
            """
        return """
            <div class="actions">\(frame.form(to: Path.sync(account), button))
            <a class="button secondary" href="\(Path.preview(account))">\(texts.preview)</a></div>
            """
    }

    // MARK: - Settings

    private var selection: HTML {
        """
        <div id="export-waiting">\(exports.waitingNotice)</div>
        \(controls.day(.completedSince))
        \(outSmartStatus(.workStatus, none: texts.anyStatus, strange: frame.texts.import.notOffered))
        """
    }

    private var documents: HTML {
        var document = controls.field(.document)
        var updates = controls.field(.ordersFromVisma)
        if isWithoutOrders {
            (document.hint, updates.hint) = (texts.noOrderDocuments, texts.noOrdersToUpdate)
            updates.isDisabled = true
        }
        let kinds = Settings.Export.Document.allCases.map { kind in
            Field.Option(
                value: kind.rawValue,
                name: texts.document(kind),
                isDisabled: kind == .order && isWithoutOrders
            )
        }
        let references = Settings.Export.ReferenceField.allCases.map { ($0.rawValue, texts.referenceField($0)) }
        let ways = Settings.Export.OrdersFromVisma.allCases.map { ($0.rawValue, texts.orderFromVisma($0)) }
        return """
            \(document.options(kinds, chosen: controls.form.values(.document), isOneOnly: true))
            \(updates.select(ways, chosen: controls.form.text(.ordersFromVisma)))
            \(controls.select(.referenceField, references))
            \(controls.box(.attachPDF))
            """
    }

    private var contents: HTML {
        let roundings = SettingsField.hourRoundings.map { ("\($0)", texts.hourRounding($0)) }
        return """
            \(controls.box(.workDescription))
            \(controls.box(.periodRemarks))
            \(controls.select(.hourRounding, roundings))
            \(controls.box(.roundUp))
            \(article(.travelArticle))
            """
    }

    private var missing: HTML {
        """
        \(controls.box(.newCustomers))
        \(vismaChoice(.termsOfPayment, of: choices.termsOfPayment, none: texts.companysTerms))
        \(controls.box(.newMaterials))
        \(vismaChoice(.articleCoding, of: choices.articleCodings, none: texts.usualOne))
        \(vismaChoice(.unit, of: choices.units, none: texts.usualOne))
        \(article(.fallbackArticle))
        \(article(.fallbackHourArticle))
        <datalist id="\(Self.articles)" data-options="\(Path.articles(account))"></datalist>
        """
    }

    private var afterwards: HTML {
        """
        \(controls.box(.handledAfterExport))
        \(outSmartStatus(.errorWorkStatus, none: texts.noStatus, strange: texts.statusToAdd))
        """
    }

    // MARK: - Choices

    /// A work status of OutSmart, which has some types of work in any case when it can be asked.
    private func outSmartStatus(_ setting: Setting, none: String, strange: (String) -> String) -> HTML {
        let silence = choices.workTypes.isEmpty ? frame.texts.import.outSmartSilent : nil
        return controls.choice(setting, of: choices.workStatuses, none: none, silence: silence, strange: strange)
    }

    private func vismaChoice(_ setting: Setting, of offers: [Choices.Choice], none: String) -> HTML {
        let silence = status.connection.state == .connected ? texts.vismaSilent : texts.vismaNotConnected
        return controls.choice(setting, of: offers, none: none, silence: silence, strange: texts.notOffered)
    }

    /// A line for an article's number, with suggestions: a company may have more articles than anyone can offer.
    private func article(_ setting: Setting) -> HTML {
        let number = controls.form.text(setting)
        let hint = frame.texts.settings.hint(setting)
        let name = choices.articles.first { $0.value == number }?.name
        let notes = [name, hint].compactMap { $0 }.joined(separator: " – ")
        return controls.line(setting, hint: notes, #" list="\#(Self.articles)""#)
    }
}

extension Accounts.Status {
    /// Whether a sync could start.
    var canSync: Bool { connection.state == .connected && license.isActive }
}
