package import Sync

/// Accounts as the API shows them, for programs that ask without it.
package enum AccountDocument {
    package static func text(_ status: Accounts.Status) -> String { JSON(status).indented }
    package static func text(_ list: [Accounts.Status]) -> String { JSON.list(list.map(JSON.init)).indented }
    package static func text(_ issued: Accounts.Issued) -> String { JSON(issued).indented }
}
