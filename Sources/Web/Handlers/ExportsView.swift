import Domain
import MicroHTTP
import Sync

/// The list of exported work orders, its *Retry* buttons, and the preview.
struct ExportsView: Sendable {
    let accounts: Accounts
    let exports: Exports
    let syncs: SyncRequests
    let frame: @Sendable (PageVisit) -> Frame

    func show(_ page: PageVisit, account: Account.ID) async throws -> Response {
        var query = QueryReader(page.request.query)
        let state = query.choice("state", of: ExportEntry.State.allCases)
        let before = query.exportPosition("before")
        try query.finish()
        let status = try await accounts.status(of: account)
        let length = ExportsPage.length
        let entries = try await exports.entries(of: account, state: state, before: before, limit: length)
        let contents = ExportsPage(
            list: ExportList(
                frame: try await frame(page, account),
                account: account,
                entries: entries,
                canRetry: status.canSync,
                isOwnPage: true
            ),
            name: status.account.name,
            counts: try await exports.counts(of: account),
            state: state,
            isFirstPage: before == nil,
            notice: page.visit.notice
        )
        return .page(contents).clearingNotice(of: page.visit)
    }

    /// Asks for another attempt at a work order, and for the sync that makes it.
    ///
    /// The wish stays when no sync can start now: the next one fulfils it.
    func retry(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        guard try await exports.retry(page.visit.parameters.last ?? "", of: account) != nil else {
            throw Problem.notFound
        }
        let path = form[ExportList.origin] == nil ? Path.account(account) : Path.exports(account)
        return try await redirect(to: path, page) { () async throws(SyncFailure) in
            _ = try await syncs.request(account, [.workOrders], .manual)
            return .redirect(to: path, saying: .retryAsked, page.client)
        }
    }

    func preview(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let status = try await accounts.status(of: account)
        let frame = try await frame(page, account)
        return try await redirect(to: Path.account(account), page) { () async throws(SyncFailure) in
            let previews = try await exports.preview(of: account)
            return .page(PreviewPage(frame: frame, status: status, previews: previews))
        }
    }

    private func frame(_ page: PageVisit, _ account: Account.ID) async throws -> Frame {
        frame(page).speaking(try await accounts.settings(of: account).language)
    }

    /// Answers as `respond` says; what can't be done is said on the page at that path.
    private func redirect(
        to path: String,
        _ page: PageVisit,
        unless respond: () async throws(SyncFailure) -> Response
    ) async throws(SyncFailure) -> Response {
        do throws(SyncFailure) { return try await respond() } catch {
            guard error.code != .internalError else { throw error }
            return .redirect(to: path, saying: .failed(error.code), page.client)
        }
    }
}
