import Domain
import MicroHTTP
import Sync

/// The list of exported work orders, its *Retry* buttons, and the preview.
struct ExportsView: Sendable {
    let accounts: Accounts
    let exports: Exports
    let history: History
    let syncs: SyncRequests
    let frame: @Sendable (PageVisit) -> Frame

    func show(_ page: PageVisit, account: Account.ID) async throws -> Response {
        let query = try ExportQuery(page.request.query)
        let status = try await accounts.status(of: account)
        var contents = try await ExportsPage(of: account, query, status, in: exports, history, frame(page, account))
        contents.notice = page.visit.notice
        return .page(contents).clearingNotice(of: page.visit)
    }

    /// Asks for another attempt at a work order, and for the sync that makes it.
    ///
    /// The wish stays when no sync can start now: the next one fulfils it.
    func retry(_ page: PageVisit, account: Account.ID, form: Form) async throws -> Response {
        guard try await exports.retry(page.visit.parameters.last ?? "", of: account) != nil else {
            throw Problem.notFound
        }
        let isInList = form[ExportList.origin] != nil
        let path = isInList ? ExportQuery(ofPart: form).link(of: account) : Path.account(account)
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
