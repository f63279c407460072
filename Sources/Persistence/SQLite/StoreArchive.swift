package import Foundation
import GRDB

/// Copies of a store in one file: made while it is in use, put back while it is not.
///
/// These functions wait for the disk, so they are for programs that do nothing else.
package enum StoreArchive {
    /// Copies the store at `path`, as it is at one moment, into a file for its owner only.
    ///
    /// Other processes read and write meanwhile. The copy is checked before it gets its name; a failure leaves
    /// nothing behind.
    ///
    /// - Parameters:
    ///   - path: The store, which is left as it is.
    ///   - file: The file to make.
    ///   - isReplacing: Whether a file of that name may be replaced.
    /// - Throws: ``ArchiveFailure``.
    package static func copy(
        _ path: String,
        to file: String,
        replacing isReplacing: Bool
    ) throws(ArchiveFailure) {
        guard isReplacing || !FileManager.default.fileExists(atPath: file) else { throw .exists(file) }
        guard !isSameFile(path, file) else { throw .sameFile(file) }
        let part = StoreFile(path: "\(file).part-\(UUID().uuidString.prefix(8))")
        defer { part.remove() }
        do { try part.create() } catch { throw .cannotWrite(file, error) }
        do { try StoreFile(path: path).checkMark() } catch { throw .source(path, error) }
        do {
            try StoreFile(path: path).copy(into: part)
            try part.checkContent()
            try part.flush()
        } catch {
            throw .copying(path, to: file, error)
        }
        do { try part.move(to: file, replacing: isReplacing) } catch { throw .naming(file, error) }
    }

    /// Puts the store in `file` in the place of the one at `path`.
    ///
    /// The copy is checked first: whether it is whole, a store of this or an older version, and made with this key.
    /// Browsers are signed out, and links that sign in end. The change happens at one moment: a power cut leaves the
    /// one store or the other.
    ///
    /// - Parameters:
    ///   - file: A copy, which is left as it is.
    ///   - path: Where the connector looks for its store.
    ///   - sealing: The key of the installation.
    ///   - time: When that is: it names the store that is replaced, and is ``Store/restoredAt()`` from then on.
    /// - Returns: Where the replaced store lies now; `nil` when there was none.
    /// - Throws: ``ArchiveFailure``.
    package static func restore(
        _ file: String,
        to path: String,
        sealing: Sealing,
        at time: Date
    ) throws(ArchiveFailure) -> String? {
        guard FileManager.default.fileExists(atPath: file) else { throw .missing(file) }
        guard !isSameFile(path, file) else { throw .sameFile(file) }
        let store = StoreFile(path: path)
        let part = StoreFile(path: "\(path).restoring-\(UUID().uuidString.prefix(8))")
        defer { part.remove() }
        do { try StoreFile(path: file).checkMark() } catch { throw .source(file, error) }
        do { try part.create() } catch { throw .cannotWrite(path, error) }
        do {
            try StoreFile(path: file).copy(into: part)
            try part.checkContent()
        } catch {
            throw .copying(file, to: path, error)
        }
        do {
            guard try part.fits(sealing) else { throw ArchiveFailure.otherKey(file) }
            try part.prepareForReturn(at: time)
            try part.flush()
            // Nobody opens the store meanwhile: opening takes the same lock.
            return try FolderLock.holding(store.folder) {
                guard try !store.isInUse() else { throw ArchiveFailure.inUse(path) }
                let kept = try store.setAside(at: time)
                try part.move(to: path, replacing: true)
                return kept
            }
        } catch let failure as ArchiveFailure {
            throw failure
        } catch {
            throw .cannotWrite(path, error)
        }
    }

    /// Looks at the store at `path` without changing it.
    ///
    /// - Throws: ``ArchiveFailure`` when it is not whole, not of this or an older version, or made with another key.
    package static func inspect(_ path: String, sealing: Sealing) throws(ArchiveFailure) {
        let store = StoreFile(path: path)
        do { try store.checkMark() } catch { throw .source(path, error) }
        do {
            try store.checkContent()
            guard try store.fits(sealing) else { throw ArchiveFailure.otherKey(path) }
        } catch let failure as ArchiveFailure {
            throw failure
        } catch {
            throw ArchiveFailure(store.storeError(error))
        }
    }

    private static func isSameFile(_ one: String, _ other: String) -> Bool {
        func identity(_ path: String) -> [Int]? {
            let attributes = try? FileManager.default.attributesOfItem(
                atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
            )
            guard let attributes else { return nil }
            return [FileAttributeKey.systemNumber, .systemFileNumber].compactMap { attributes[$0] as? Int }
        }
        guard let one = identity(one), let other = identity(other) else { return false }
        return one.count == 2 && one == other
    }
}
