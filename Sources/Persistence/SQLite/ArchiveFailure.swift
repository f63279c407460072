import Foundation
import GRDB

/// Why a store was not copied or put back: one line that says what to do.
package struct ArchiveFailure: Error, CustomStringConvertible {
    package let description: String

    private init(_ description: String) { self.description = description }

    init(_ error: StoreError) {
        if case .unusable(let reason) = error {
            self.init(reason)
        } else {
            self.init("The store can't be used: \(error).")
        }
    }

    static func exists(_ file: String) -> ArchiveFailure {
        ArchiveFailure("\(file) exists already: choose another name, or replace it with --force.")
    }

    static func sameFile(_ file: String) -> ArchiveFailure {
        ArchiveFailure("\(file) is the store itself: name another file.")
    }

    static func missing(_ file: String) -> ArchiveFailure {
        ArchiveFailure("\(file) does not exist, or can't be seen by this user.")
    }

    static func inUse(_ path: String) -> ArchiveFailure {
        ArchiveFailure("The store \(path) is in use: stop the connector, then restore again.")
    }

    static func otherKey(_ file: String) -> ArchiveFailure {
        ArchiveFailure(
            "\(file) was made with another encryption key: set CONNECTOR_ENCRYPTION_KEY to the key of that time, "
                + "or put its key file encryption.key back in the data directory."
        )
    }

    static func cannotWrite(_ file: String, _ error: any Error) -> ArchiveFailure {
        let reason: String
        switch error {
        case StoreFileError.inaccessible(let errno): reason = unsafe String(cString: strerror(errno))
        case let error as DatabaseError: reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        default: reason = "\(error)"
        }
        return ArchiveFailure("\(file) can't be written (\(reason)): check its folder, owner and space.")
    }

    /// What is to be copied is not a store that this version reads.
    static func source(_ file: String, _ error: any Error) -> ArchiveFailure {
        switch error {
        case StoreFileError.foreign:
            ArchiveFailure("\(file) is not a store of the connector, nor a copy of one.")
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            source(file, StoreFileError.foreign)
        case StoreFileError.newer:
            ArchiveFailure("\(file) was written by a newer version of the connector: use that version.")
        default:
            ArchiveFailure(StoreFile(path: file).storeError(error))
        }
    }

    static func copying(_ source: String, to target: String, _ error: any Error) -> ArchiveFailure {
        switch error {
        case StoreFileError.damaged(let finding):
            ArchiveFailure("\(source) is damaged (\(finding)): take another copy.")
        case let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT:
            copying(source, to: target, StoreFileError.damaged("SQLite can't read it"))
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            ArchiveFailure("\(target) can't be written: the disk is full.")
        default:
            ArchiveFailure(StoreFile(path: source).storeError(error))
        }
    }

    static func naming(_ file: String, _ error: any Error) -> ArchiveFailure {
        if case StoreFileError.inaccessible(EEXIST) = error { return exists(file) }
        return cannotWrite(file, error)
    }
}
