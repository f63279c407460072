import Domain
import Foundation
import Persistence
import RemoteAPI
import Sync

/// The store of an installation, opened, and the key that its secrets are sealed with.
struct OpenStore: Sendable {
    let directory: DataDirectory
    let key: Sealing.Key
    let sealing: Sealing
    let store: any Store

    /// Opens what the configuration names; makes data directory, key and store where there are none.
    ///
    /// - Parameter configuration: Where they are.
    /// - Throws: ``ConfigurationError`` or ``StartFailure``.
    init(_ configuration: ConnectorConfiguration) async throws {
        directory = try DataDirectory(configuration.dataDirectory)
        key = try directory.encryptionKey(configuration.encryptionKey)
        sealing = Sealing(keys: [key])
        do throws(StoreError) {
            let store = try await SQLiteStore(path: configuration.storePath)
            try await store.checkKey(sealing)
            self.store = store
        } catch {
            throw StartFailure(SyncFailure(error).message)
        }
    }
}

extension ConnectorConfiguration {
    /// The file of the embedded store.
    var storePath: String { databasePath ?? "\(dataDirectory)/connector.sqlite" }
}
