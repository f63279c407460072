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
    let setup: Setup
    let kept: KeptTexts
    let now: @Sendable () -> Date
    let frame: @Sendable (PageVisit) -> Frame

    private var keptForm: KeptForm { KeptForm(texts: kept) }

    func show(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let settings = try await accounts.settings(of: account)
        if let form = try await keptForm.take(page.visit, account: account) {
            return .page(try await contents(page, account, SettingsForm(form, over: settings), .restored))
                .clearingNotice(of: page.visit)
                .clearing(.kept, page.client)
        }
        return .page(try await contents(page, account, SettingsForm(settings)))
            .clearingNotice(of: page.visit)
    }

    func save(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        // Whoever saves at the same moment is seen the next time round.
        for _ in 0..<5 {
            let settings = try await accounts.settings(of: account)
            let input = SettingsForm(form, over: settings)
            var saved = settings
            let faults = input.write(to: &saved, now: now())
            guard faults.isEmpty else {
                return .page(try await contents(page, account, input, .wrong(faults)), status: 422)
            }
            guard input.conflicts.isEmpty else {
                return .page(try await contents(page, account, input, .late), status: 409)
            }
            do {
                guard try await accounts.replace(settings, with: saved, of: account) else { continue }
            } catch {
                guard let faults = SettingsForm.faults(of: error) else { throw error }
                return .page(try await contents(page, account, input, .wrong(faults)), status: 422)
            }
            // As they are kept: an emptied setting may have a default.
            let stored = try await accounts.settings(of: account)
            let changes = SettingChange.between(settings, stored)
            try await decide(changes, account)
            let key = changes.isEmpty ? "" : try await kept.keep(changes.kept, of: account, for: 60)
            return .redirect(to: Path.account(account), saying: .saved(key), page.client)
        }
        throw Problem.conflict("The settings are being changed by someone else at this moment.")
    }

    /// Keeps a form that was sent after its session had ended.
    func keep(_ visit: Visit, account: Account.ID, form: Form) async throws -> Response? {
        try await keptForm.keep(visit, account: account, form: form)
    }

    /// Whoever changed a setting has made the decision that the first visit asks for.
    private func decide(_ changes: [SettingChange], _ account: Account.ID) async throws {
        if changes.contains(where: { $0.setting.rawValue.hasPrefix("import.") }) {
            try await setup.decide(.imports, of: account)
        }
        if changes.contains(where: { $0.setting == .completedSince }) {
            try await setup.decide(.exportStart, of: account)
        }
    }

    /// What the page shows of an account and a form.
    func contents(
        _ page: PageVisit,
        _ account: Account.ID,
        _ form: SettingsForm,
        _ attempt: SettingsPage.Attempt = .none
    ) async throws -> SettingsPage {
        let status = try await accounts.status(of: account)
        let settings = try await accounts.settings(of: account)
        let filter = LogQuery().filter
        let log = try await history.log(of: account, matching: filter, before: nil, limit: LogPanel.length)
        let runs = try await history.runs(of: account, before: nil, limit: 5)
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
            attempt: attempt,
            decided: try await decidedSteps(account, runs),
            choices: await choices,
            exports: summary,
            run: Run.current(of: runs),
            heldBack: try await history.heldBack(of: account),
            log: LogPanel(account: account, entries: log),
            notice: page.visit.notice,
            changes: try await changes(of: page, account)
        )
    }

    /// The texts of an account's pages.
    func texts(_ page: PageVisit, _ account: Account.ID) async throws -> Texts {
        frame(page).speaking(try await accounts.settings(of: account).language).texts
    }

    private func decidedSteps(_ account: Account.ID, _ runs: [Run]) async throws -> Set<SetupStep> {
        var decided = try await setup.decidedSteps(of: account)
        if !decided.contains(.firstSync), runs.contains(where: { $0.state == .succeeded || $0.state == .partial }) {
            try await setup.decide(.firstSync, of: account)
            decided.insert(.firstSync)
        }
        return decided
    }

    /// What the Save before this page changed.
    private func changes(of page: PageVisit, _ account: Account.ID) async throws(SyncFailure) -> [SettingChange] {
        guard case .saved(let key) = page.visit.notice, !key.isEmpty else { return [] }
        return try await kept.take(key, of: account).map([SettingChange].init(kept:)) ?? []
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
