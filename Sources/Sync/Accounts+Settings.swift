package import Domain
import Foundation
import Persistence

extension Accounts {
    /// The settings of an account.
    ///
    /// The first work date that is exported is that of the first connection as long as nobody chose another; here it
    /// stands as if it had been chosen.
    package func settings(of id: Account.ID) async throws(AccountError) -> Settings {
        do throws(StoreError) {
            var settings = try await store.settings(of: id)
            if settings.export.completedSince == nil {
                settings.export.completedSince = try await store.connection(of: id).firstConnectedAt
            }
            return settings
        } catch {
            throw AccountError(error)
        }
    }

    package func save(_ settings: Settings, of id: Account.ID) async throws(AccountError) {
        do throws(StoreError) {
            let start = try await store.connection(of: id).firstConnectedAt
            try await store.save(settings.withoutStandard(start), of: id)
        } catch {
            throw AccountError(error)
        }
    }

    /// Saves settings, unless someone else has changed those that were read.
    ///
    /// - Returns: Whether they were saved.
    package func replace(
        _ old: Settings,
        with settings: Settings,
        of id: Account.ID
    ) async throws(AccountError) -> Bool {
        do throws(StoreError) {
            let start = try await store.connection(of: id).firstConnectedAt
            return try await store.replace(
                old.withoutStandard(start),
                with: settings.withoutStandard(start),
                of: id
            )
        } catch {
            throw AccountError(error)
        }
    }
}

extension Settings {
    /// The settings with nothing where what was chosen is what stands in for nothing.
    fileprivate func withoutStandard(_ start: Date?) -> Settings {
        var settings = self
        if settings.export.completedSince == start { settings.export.completedSince = nil }
        return settings
    }
}
