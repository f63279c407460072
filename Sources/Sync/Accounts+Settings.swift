package import Domain
import Foundation
import Persistence
import RemoteAPI

extension Accounts {
    /// The settings of an account.
    ///
    /// The first work date that is exported is that of the first connection as long as nobody chose another; here it
    /// stands as if it had been chosen.
    package func settings(of id: Account.ID) async throws(AccountError) -> Settings {
        do throws(StoreError) {
            let start = try await store.connection(of: id).firstConnectedAt
            return try await store.settings(of: id).withStandard(start)
        } catch {
            throw AccountError(error)
        }
    }

    package func save(_ settings: Settings, of id: Account.ID) async throws(AccountError) {
        let settings = try storable(settings, of: id)
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
        let settings = try storable(settings, of: id)
        do throws(StoreError) {
            let start = try await store.connection(of: id).firstConnectedAt
            let stored = try await store.settings(of: id)
            guard stored.withStandard(start) == old.withStandard(start) else { return false }
            return try await store.replace(stored, with: settings.withoutStandard(start), of: id)
        } catch {
            throw AccountError(error)
        }
    }

    /// The settings with a secret that was typed sealed, if notifications may go where they say.
    private func storable(_ settings: Settings, of id: Account.ID) throws(AccountError) -> Settings {
        var settings = settings
        if let url = settings.notifications.webhookURL {
            guard let address = GivenAddress(url), !address.isPrivate || (allowsLoopback && address.isLoopback) else {
                throw .invalid(field: "notifications.webhookURL", .webhookAddress)
            }
        }
        if case .typed(let secret) = settings.notifications.webhookSecret {
            guard WebhookKey(secret) != nil else {
                throw .invalid(field: "notifications.webhookSecret", .webhookSecret)
            }
            settings.notifications.webhookSecret = .sealed(try seal(secret, for: id))
        }
        return settings
    }
}

extension Settings.Notifications {
    /// Whether messages could go there, as far as its form tells: by https, or to this machine.
    package static func isAddress(_ text: String) -> Bool { GivenAddress(text) != nil }
}

extension Settings {
    /// The settings with what stands in for nothing, where nothing was chosen.
    fileprivate func withStandard(_ start: Date?) -> Settings {
        var settings = self
        settings.export.completedSince = export.completedSince ?? start
        return settings
    }

    /// The settings with nothing where what was chosen is what stands in for nothing.
    fileprivate func withoutStandard(_ start: Date?) -> Settings {
        var settings = self
        if settings.export.completedSince == start { settings.export.completedSince = nil }
        return settings
    }
}
