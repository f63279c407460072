import ArgumentParser
import Foundation
import Persistence

/// `connector restore FILE`: puts a copy in the place of the store.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a copy in the place of the store, while no connector has it open.",
        discussion: "The replaced store stays beside it. The encryption key must be the one of the copy."
    )

    @Argument(help: "A copy that `connector backup` made.", completion: .file()) var file: String

    func run() throws {
        let configuration = try ConnectorConfiguration(Environment())
        let directory = try DataDirectory(configuration.dataDirectory)
        guard let key = try directory.existingKey(configuration.encryptionKey) else {
            throw StartFailure(
                "\(directory.file(DataDirectory.keyFile)) is not there: put the key file that belongs to the copy "
                    + "there, or set CONNECTOR_ENCRYPTION_KEY."
            )
        }
        let kept: String?
        do throws(ArchiveFailure) {
            kept = try StoreArchive.restore(
                file,
                to: configuration.storePath,
                sealing: Sealing(keys: [key]),
                at: Date()
            )
        } catch {
            throw StartFailure(error.description)
        }
        print("\(file) was restored to \(configuration.storePath).")
        if let kept { print("The store that it replaced is \(kept).") }
        print("Everyone is signed out. What was exported since the copy was made is looked for at Visma, by its")
        print("reference, before it would be exported again.")
    }
}
