import Domain
import Foundation
import MicroHTTP
import Sync

/// The settings page and its Save button.
struct SettingsView: Sendable {
    let accounts: Accounts
    let history: History
    let choices: ChoiceReading
    let exports: Exports
    let waiting: WaitingReading
    let now: @Sendable () -> Date
    let frame: @Sendable (PageVisit) -> Frame

    func show(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let settings = try await accounts.settings(of: account)
        return .page(try await contents(page, account, SettingsForm(settings)))
            .clearingNotice(of: page.visit)
    }

    func save(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        let settings = try await accounts.settings(of: account)
        let input = SettingsForm(form, over: settings)
        var saved = settings
        let faults = input.write(to: &saved, now: now())
        guard faults.isEmpty else {
            return .page(try await contents(page, account, input, faults), status: 422)
        }
        do {
            try await accounts.save(saved, of: account)
        } catch {
            guard case .invalid(let name, let fault) = error, let setting = Setting(rawValue: name) else { throw error }
            return .page(try await contents(page, account, input, [setting: .account(fault)]), status: 422)
        }
        // As they are kept: an emptied setting may have a default.
        let changes = SettingsField.differences(settings, try await accounts.settings(of: account))
        return .redirect(to: Path.account(account), saying: .saved(changes), page.client)
    }

    private func contents(
        _ page: PageVisit,
        _ account: Account.ID,
        _ form: SettingsForm,
        _ faults: [Setting: FieldFault] = [:]
    ) async throws -> SettingsPage {
        let status = try await accounts.status(of: account)
        let settings = try await accounts.settings(of: account)
        let filter = LogQuery().filter
        let log = try await history.log(of: account, matching: filter, before: nil, limit: LogPanel.length)
        let frame = frame(page).speaking(settings.language)
        var summary = try await ExportSummary(of: account, in: exports, canRetry: status.canSync, frame)
        // Both ask the vendors, and people wait for the page.
        async let choices = choices(for: account)
        if summary.list.entries.isEmpty, status.canSync {
            summary.waiting = await waiting.waiting(of: account, with: settings.export)
        }
        return SettingsPage(
            frame: frame,
            status: status,
            form: form,
            faults: faults,
            choices: await choices,
            exports: summary,
            run: Run.current(of: try await history.runs(of: account, before: nil, limit: 5)),
            heldBack: try await history.heldBack(of: account),
            log: LogPanel(account: account, entries: log),
            notice: page.visit.notice
        )
    }

    /// What the vendors offer; nothing when they can't be asked, because the page is there all the same.
    private func choices(for account: Account.ID) async -> Choices {
        (try? await choices.choices(of: account, notOlderThan: 60)) ?? Choices()
    }
}

extension Run {
    /// The run that a page shows: the one under way, else the one that waits, else the latest.
    static func current(of runs: some BidirectionalCollection<Run>) -> Run? {
        runs.first { $0.state == .running } ?? runs.last { $0.state == .queued } ?? runs.first
    }
}
