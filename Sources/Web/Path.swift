import Domain

/// A path of the site, for routes and links alike: `{…}` stands for one segment.
struct PathTemplate: ExpressibleByStringLiteral, Sendable {
    let text: String
    let segments: [Substring]

    init(stringLiteral value: String) {
        text = value
        segments = value.split(separator: "/")
    }

    var hasParameters: Bool { text.contains("{") }

    /// The link to this path of an account.
    func callAsFunction(_ account: Account.ID) -> String { filled(with: [account.rawValue]) }

    /// The link to this path of an account's run.
    func callAsFunction(_ account: Account.ID, _ run: Run.ID) -> String {
        filled(with: [account.rawValue, run.rawValue])
    }

    /// The link to this path of a work order, whose identifier has to be a segment of a path.
    func callAsFunction(_ account: Account.ID, workOrder: String) -> String {
        filled(with: [account.rawValue, workOrder])
    }

    /// The parameters in a path that has this form.
    func parameters(in path: [Substring]) -> [String]? {
        guard path.count == segments.count else { return nil }
        var parameters: [String] = []
        for (segment, part) in zip(segments, path) {
            if segment.utf8.first == UInt8(ascii: "{") {
                parameters.append(String(part))
            } else if segment != part {
                return nil
            }
        }
        return parameters
    }

    private func filled(with values: [String]) -> String {
        var values = values[...]
        let filled = segments.map { $0.hasPrefix("{") ? values.popFirst() ?? "" : String($0) }
        return "/" + filled.joined(separator: "/")
    }
}

/// Every path of the site.
enum Path {
    static let home: PathTemplate = "/"
    static let signIn: PathTemplate = "/sign-in"
    static let signOut: PathTemplate = "/sign-out"
    static let launch: PathTemplate = "/launch/{token}"
    static let help: PathTemplate = "/help"
    static let accounts: PathTemplate = "/accounts"
    static let account: PathTemplate = "/accounts/{account}"
    static let settings: PathTemplate = "/accounts/{account}/settings"
    static let setup: PathTemplate = "/accounts/{account}/setup"
    static let license: PathTemplate = "/accounts/{account}/license"
    static let outSmart: PathTemplate = "/accounts/{account}/outsmart"
    static let articles: PathTemplate = "/accounts/{account}/articles"
    static let connect: PathTemplate = "/accounts/{account}/connect"
    static let callback: PathTemplate = "/oauth/callback"
    static let disconnect: PathTemplate = "/accounts/{account}/disconnect"
    static let sync: PathTemplate = "/accounts/{account}/sync"
    static let cancel: PathTemplate = "/accounts/{account}/runs/{run}/cancel"
    static let confirm: PathTemplate = "/accounts/{account}/confirm"
    static let events: PathTemplate = "/accounts/{account}/events"
    static let log: PathTemplate = "/accounts/{account}/log"
    static let logFile: PathTemplate = "/accounts/{account}/log.csv"
    static let exports: PathTemplate = "/accounts/{account}/exports"
    static let retry: PathTemplate = "/accounts/{account}/exports/{workOrder}/retry"
    static let preview: PathTemplate = "/accounts/{account}/preview"
    static let webhooks = "/webhooks/"
    static let webhook: PathTemplate = "/webhooks/{account}"
    static let health: PathTemplate = "/healthz"
    static let ready: PathTemplate = "/readyz"
    static let metrics: PathTemplate = "/metrics"
    /// Where the files of `Public` are.
    static let files = "/static/"

    enum API {
        static let prefix = "/api/"
        static let description: PathTemplate = "/openapi.json"
        static let accounts: PathTemplate = "/api/v1/accounts"
        static let account: PathTemplate = "/api/v1/accounts/{account}"
        static let keys: PathTemplate = "/api/v1/accounts/{account}/keys"
        static let settings: PathTemplate = "/api/v1/accounts/{account}/settings"
        static let choices: PathTemplate = "/api/v1/accounts/{account}/choices"
        static let sync: PathTemplate = "/api/v1/accounts/{account}/sync"
        static let runs: PathTemplate = "/api/v1/accounts/{account}/runs"
        static let run: PathTemplate = "/api/v1/accounts/{account}/runs/{run}"
        static let cancel: PathTemplate = "/api/v1/accounts/{account}/runs/{run}/cancel"
        static let events: PathTemplate = "/api/v1/accounts/{account}/events"
        static let log: PathTemplate = "/api/v1/accounts/{account}/log"
        static let exports: PathTemplate = "/api/v1/accounts/{account}/exports"
        static let retry: PathTemplate = "/api/v1/accounts/{account}/exports/{workOrder}/retry"
        static let preview: PathTemplate = "/api/v1/accounts/{account}/preview"
        static let confirm: PathTemplate = "/api/v1/accounts/{account}/confirm"
    }
}
