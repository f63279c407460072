import Foundation
import GRDB

/// The file of a SQLite store: told from other files, created for its owner only, never overwritten.
struct StoreFile: Sendable {
    let path: String

    /// Marks the file as ours: `OsVi`.
    static let applicationID = 0x4f73_5669

    /// Opens the file with its tables in their newest shape.
    func open() throws -> DatabasePool {
        // One process at a time: creating and migrating are made of several steps.
        try FolderLock.holding(folder) {
            if try isThere() == false { try create() }
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            // Below what answers requests and talks to the vendors.
            configuration.qos = .utility
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // 16 MB: a page that many batches change is copied into the file once.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            }
            try DatabaseMigrator.store.migrate(pool)
            return pool
        }
    }

    var folder: String {
        URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    }

    /// Whether there is a file to open, and one that may be opened.
    ///
    /// Looks without touching.
    private func isThere() throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard mark == Self.applicationID || (mark == 0 && isEmpty) else { throw StoreFileError.foreign }
            guard try !DatabaseMigrator.store.hasBeenSuperseded(db) else { throw StoreFileError.newer }
            return true
        }
    }

    /// Creates an empty file that only its owner can read.
    ///
    /// SQLite gives its companions the same mode.
    func create() throws {
        let descriptor = unsafe Glibc.open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFileError.inaccessible(errno: errno) }
        close(descriptor)
    }
}

/// Why a file is not opened as a store.
enum StoreFileError: Error {
    /// It belongs to something else.
    case foreign
    /// A newer version of the connector wrote it.
    case newer
    /// It is not whole; SQLite's finding.
    case damaged(String)
    case inaccessible(errno: CInt)
}
