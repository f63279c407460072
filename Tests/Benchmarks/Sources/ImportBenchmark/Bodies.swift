import Foundation
import RemoteAPI
import Synchronization

/// The bodies of every batch that an import posted, in one file, so that the bare client can post the same.
///
/// Each is preceded by a line of ``headLength`` bytes with the path and the number of bytes.
final class BodyRecorder: Sendable {
    private let file: Mutex<FileHandle>

    static let headLength = 64

    init(_ path: String) throws {
        try Data().write(to: URL(filePath: path))
        file = Mutex(try FileHandle(forWritingTo: URL(filePath: path)))
    }

    /// A transport that keeps what is posted on its way to another one.
    func wire(_ transport: Transport) -> Transport {
        Transport { call async throws(RemoteAPIError) in
            if call.method == "POST", let body = call.body {
                let head = "\(call.route.drop { $0 != "/" }) \(body.count)"
                let line = head.padding(toLength: Self.headLength - 1, withPad: " ", startingAt: 0) + "\n"
                self.file.withLock { file in file.write(Data(line.utf8) + body) }
            }
            return try await transport.send(call)
        }
    }
}

/// Reads such a file: the path of OutSmart that takes a batch, and the batch.
struct RecordedBodies: Sequence, IteratorProtocol {
    private let file: FileHandle

    init(_ path: String) throws { file = try FileHandle(forReadingFrom: URL(filePath: path)) }

    mutating func next() -> (path: String, body: Data)? {
        guard let line = try? file.read(upToCount: BodyRecorder.headLength) else { return nil }
        let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let count = Int(words[1]), let body = try? file.read(upToCount: count) else {
            return nil
        }
        return (String(words[0]), body)
    }
}
