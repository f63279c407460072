import Domain
import Foundation

/// The form that chooses entries of the log; it ends in an address that can be kept.
struct LogFilterForm {
    var account: Account.ID
    var texts: Texts
    var filter = LogEntry.Filter(isForPeople: true)
    /// Whether there is a choice of codes, too.
    var hasCodes = false

    var html: HTML {
        """
        <form method="get" action="\(Path.log(account))#log-title" class="filter-form">
        \(select("level", texts.logPage.level, levels, filter.level?.rawValue))
        \(select("scope", texts.logPage.scope, scopes, filter.scope?.rawValue))
        \(record)
        \(hasCodes ? select("code", texts.logPage.headline, codes, filter.code?.rawValue) : .none)
        \(run)
        <div class="filter-buttons"><button class="secondary">\(texts.logPage.show)</button></div>
        </form>
        """
    }

    private var levels: [(value: String, name: String)] {
        [.info, .warning, .error].map { (value: $0.rawValue, name: texts.log.level($0)) }
    }

    private var scopes: [(value: String, name: String)] {
        Scope.allCases.map { (value: $0.rawValue, name: texts.site.scope($0)) }
    }

    private var codes: [(value: String, name: String)] {
        LogEntry.Code.allCases.map { (value: $0.rawValue, name: texts.codes.headline($0)) }
            .sorted { $0.name.lowercased() < $1.name.lowercased() }
    }

    private func select(
        _ name: String,
        _ label: String,
        _ options: [(value: String, name: String)],
        _ chosen: String?
    ) -> HTML {
        Field(name: "log-" + name, label: label, attributes: .none)
            .select([(value: "", name: texts.logPage.all)] + options, chosen: chosen ?? "", as: name)
    }

    private var record: HTML {
        var field = Field(name: "log-record", label: texts.logPage.record, hint: texts.logPage.recordHint)
        field.attributes = #" type="search" maxlength="100" value="\#(filter.recordText ?? "")""#
        return field.line(as: "record")
    }

    /// Keeps to the entries of one sync.
    private var run: HTML {
        filter.run.map { #"<input type="hidden" name="run" value="\#($0.rawValue)">"# } ?? .none
    }
}
