import Foundation

/// The file in which every call and what it changed is written, a line each.
///
/// A line is written with one `write` before the call is answered. A process that was killed leaves at most one torn
/// line at the end, whose call was never answered.
struct Journal: ~Copyable {
    private let file: FileHandle

    /// Opens the journal, or begins one.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - head: The line to begin a new journal with.
    ///   - replay: Receives each line that is already there, the head first.
    /// - Throws: ``SandboxError``.
    init(path: String, head: JSONObject, replay: (JSONObject) throws -> Void) throws(SandboxError) {
        do {
            file = try Self.open(path, head: head, replay: replay)
        } catch let error as SandboxError {
            throw error
        } catch {
            throw .journal(error.localizedDescription)
        }
    }

    private static func open(_ path: String, head: JSONObject, replay: (JSONObject) throws -> Void) throws -> FileHandle
    {
        if !FileManager.default.fileExists(atPath: path) {
            let isMade = FileManager.default.createFile(
                atPath: path,
                contents: nil,
                attributes: [.posixPermissions: 0o600]
            )
            guard isMade else { throw SandboxError.journal("the file cannot be made") }
        }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let content = try file.readToEnd() ?? Data()
        let whole = content.lastIndex(of: UInt8(ascii: "\n")).map { content[...$0] } ?? Data()
        for (number, line) in whole.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let line = (try? JSON(parsing: line))?.object else {
                throw SandboxError.journal("line \(number + 1) cannot be read")
            }
            try replay(line)
        }
        try file.truncate(atOffset: UInt64(whole.count))
        if whole.isEmpty {
            try replay(head)
            try write(head, to: file)
        }
        return file
    }

    func write(_ line: JSONObject) throws { try Self.write(line, to: file) }

    private static func write(_ line: JSONObject, to file: FileHandle) throws {
        var bytes = JSON.object(line).bytes
        bytes.append(UInt8(ascii: "\n"))
        try file.write(contentsOf: bytes)
    }
}

/// Why the sandbox cannot start.
package enum SandboxError: Error, Equatable, CustomStringConvertible {
    /// The journal cannot be used, with the reason.
    case journal(String)
    /// The journal was begun with another company.
    case otherSeed(String)

    package var description: String {
        switch self {
        case .journal(let reason): "The sandbox's journal cannot be used: \(reason)."
        case .otherSeed(let seed): "The sandbox's journal was begun with the seed \(seed): use that or another file."
        }
    }
}
