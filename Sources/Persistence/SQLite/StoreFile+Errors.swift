import Foundation
import GRDB

extension StoreFile {
    /// The error for the store's users: one line that says what to do.
    ///
    /// Neither statements nor their values are in it.
    func storeError(_ error: any Error) -> StoreError {
        switch error {
        case let error as StoreError:
            error
        case let error as StoreFileError:
            .unusable(explanation(of: error))
        case let error as DatabaseError:
            .unusable(explanation(of: error))
        case is UnreadableValue, is DecodingError:
            .unusable("The store \(path) holds a value that can't be read: restore a backup.")
        default:
            .unusable("The store \(path) can't be used: \(type(of: error)).")
        }
    }

    private func explanation(of error: StoreFileError) -> String {
        switch error {
        case .foreign:
            "\(path) is not a store of the connector and is left as it is: "
                + "move it away, or choose another file with CONNECTOR_DATABASE_URL."
        case .newer:
            "The store \(path) was written by a newer version of the connector and is left as it is: "
                + "start that version, or restore an older backup."
        case .damaged(let finding):
            "The store \(path) is damaged (\(finding)): stop the connector, keep the file, and restore a backup."
        case .inaccessible(let errno):
            inaccessible(because: unsafe String(cString: strerror(errno)))
        }
    }

    private func explanation(of error: DatabaseError) -> String {
        switch error.resultCode {
        case .SQLITE_NOTADB:
            explanation(of: .foreign)
        case .SQLITE_CORRUPT:
            "The store \(path) is damaged: stop the connector, keep the file, and restore a backup."
        case .SQLITE_FULL:
            "The store \(path) can't be written: the disk is full."
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            "The store \(path) is locked by another program: end that program, then try again."
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_AUTH:
            inaccessible(because: reason(error))
        default:
            "The store \(path) failed: \(reason(error))."
        }
    }

    private func inaccessible(because reason: String) -> String {
        "The store \(path) can't be opened or written (\(reason)): "
            + "check that its folder exists and that this user may read and write there."
    }

    private func reason(_ error: DatabaseError) -> String {
        let code = "SQLite \(error.extendedResultCode.rawValue)"
        return error.message.map { "\(code), \($0)" } ?? code
    }
}

extension StoreError {
    static let wrongKey = StoreError.unusable(
        "The encryption key is not the one that this store was made with: "
            + "set CONNECTOR_ENCRYPTION_KEY to that key, or put its file back in the data folder."
    )
}
