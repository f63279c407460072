import ArgumentParser
import Persistence

/// `connector backup FILE`: a copy of the store, made while it is in use.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the store into a file, also while the connector serves.",
        discussion: "The encryption key is not in the copy; keep it too, in another place."
    )

    @Argument(help: "The file to make.", completion: .file()) var file: String
    @Flag(help: "Replace the file if it exists.") var force = false

    func run() throws {
        let configuration = try ConnectorConfiguration(Environment())
        do throws(ArchiveFailure) {
            try StoreArchive.copy(configuration.storePath, to: file, replacing: force)
        } catch {
            throw StartFailure(error.description)
        }
        print("\(configuration.storePath) was copied to \(file).")
        if configuration.encryptionKey == nil {
            let key = "\(configuration.dataDirectory)/\(DataDirectory.keyFile)"
            print("The encryption key is not in it: keep \(key) too, in another place.")
        } else {
            print("The encryption key is not in it: keep the one of CONNECTOR_ENCRYPTION_KEY too, in another place.")
        }
        print("Without the key the copy can't be restored.")
    }
}
