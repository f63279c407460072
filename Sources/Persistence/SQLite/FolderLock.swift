import Foundation

/// Lets one process at a time work in a folder.
enum FolderLock {
    /// Runs `body` while no other holder of the same folder's lock runs.
    ///
    /// The lock is the folder's own (`flock`), so that nothing is left behind and a process that dies lets go of it.
    static func holding<Value>(_ folder: String, _ body: () throws -> Value) throws -> Value {
        let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw StoreFileError.inaccessible(errno: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw StoreFileError.inaccessible(errno: errno) }
        }
        return try body()
    }
}
