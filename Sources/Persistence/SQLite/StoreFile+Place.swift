import Foundation
import GRDB

// Files as the system sees them: locks, names and the disk.

extension StoreFile {
    private static let companions = ["-wal", "-shm", "-journal"]

    /// Whether another process has the store open.
    ///
    /// SQLite keeps a shared lock on these bytes for as long as a connection is open.
    func isInUse() throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFileError.inaccessible(errno: errno) }
        defer { close(descriptor) }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 0x4000_0000
        lock.l_len = 512
        guard unsafe fcntl(descriptor, F_GETLK, &lock) == 0 else { throw StoreFileError.inaccessible(errno: errno) }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// Gives the store, which nobody has open, a second name, and takes its companions away from the first.
    ///
    /// - Returns: The second name; `nil` when there is no store.
    func setAside(at time: Date) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        // Brings what lies in the companions into the file. One that is damaged keeps them, under its new name:
        // of a file without a head SQLite would throw them away.
        if isDatabase, let queue = try? DatabaseQueue(path: path) {
            try? queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try? queue.close()
        }
        let stamp = time.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
        var kept = "\(path).replaced-\(stamp)"
        while FileManager.default.fileExists(atPath: kept) { kept += "+" }
        if unsafe link(path, kept) != 0 { try FileManager.default.copyItem(atPath: path, toPath: kept) }
        for suffix in Self.companions where FileManager.default.fileExists(atPath: path + suffix) {
            try Self.check(unsafe rename(path + suffix, kept + suffix))
        }
        return kept
    }

    private var isDatabase: Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    /// Gives this file another name in the same folder, for good.
    func move(to name: String, replacing isReplacing: Bool) throws {
        if isReplacing {
            try Self.check(unsafe rename(path, name))
        } else {
            // Unlike a renaming, this never replaces a file that came meanwhile.
            try Self.check(unsafe link(path, name))
            unsafe unlink(path)
        }
        try Self.flush(folder)
    }

    /// Waits until everything of the file is on the disk.
    func flush() throws { try Self.flush(path) }

    private static func flush(_ path: String) throws {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFileError.inaccessible(errno: errno) }
        defer { close(descriptor) }
        try check(fsync(descriptor))
    }

    /// Removes the file with its companions, where they are there.
    func remove() {
        for suffix in [""] + Self.companions { unsafe unlink(path + suffix) }
    }

    private static func check(_ result: CInt) throws {
        guard result == 0 else { throw StoreFileError.inaccessible(errno: errno) }
    }
}
