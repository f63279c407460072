import Crypto
import Foundation
import MicroHTTP

/// The files of `Public`, read once at start.
///
/// Only the names found there exist, compared byte by byte with what was asked for: no encoding leads out of the folder.
struct StaticFiles: Sendable {
    private struct File: Sendable {
        let bytes: [UInt8]
        let type: String
        let version: String
    }

    /// The folder can't be used.
    struct Unreadable: Error, CustomStringConvertible {
        let folder: String
        let reason: String

        var description: String { "The folder of public files can't be read: \(folder): \(reason)" }
    }

    private let files: [String: File]

    init(folder: String) throws(Unreadable) {
        var files: [String: File] = [:]
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                guard let type = Self.types[String(name.drop { $0 != "." })] else { continue }
                let data = try Data(contentsOf: URL(filePath: folder).appending(path: name))
                let bytes = name.hasSuffix(".css") ? Self.lean(data) : [UInt8](data)
                let digest = SHA256.hash(data: bytes).prefix(8)
                files[name] = File(bytes: bytes, type: type, version: digest.hexadecimal)
            }
        } catch {
            throw Unreadable(folder: folder, reason: error.localizedDescription)
        }
        self.files = files
    }

    /// The address of a file, which changes with its content.
    func link(to name: String) -> String {
        Path.files + name + (files[name].map { "?v=\($0.version)" } ?? "")
    }

    /// Answers a request for a file.
    ///
    /// `nil` when its path is not below ``Path/files``.
    func answer(_ request: Request) throws(Problem) -> Response? {
        guard request.path.hasPrefix(Path.files) else { return nil }
        guard let file = files[String(request.path.dropFirst(Path.files.count))] else { throw .notFound }
        guard request.method == "GET" || request.method == "HEAD" else { throw .notAllowed(allow: "GET, HEAD") }
        let tag = "\"\(file.version)\""
        let isVersioned = request.target.hasSuffix("?v=\(file.version)")
        let headers: Fields = [
            "ETag": tag,
            "Cache-Control": isVersioned ? "public, max-age=31536000, immutable" : "no-cache",
        ]
        if Self.names(tag, in: request.headers.values("If-None-Match")) {
            return Response(status: 304, headers: headers)
        }
        var response = Response(status: 200, headers: headers, body: .bytes(file.bytes))
        response.headers.append("Content-Type", file.type)
        return response
    }

    /// A style sheet without its comments and indentation, which are for who writes it.
    private static func lean(_ style: Data) -> [UInt8] {
        let text = String(decoding: style, as: UTF8.self)
        return [UInt8](
            text.replacing(/\/\*.*?\*\/\n*/.dotMatchesNewlines(), with: "").replacing(/\n\s+/, with: "\n").utf8
        )
    }

    private static func names(_ tag: String, in values: [String]) -> Bool {
        values.flatMap { $0.split(separator: ",") }.contains { candidate in
            let candidate = candidate.filter { $0 != " " && $0 != "\t" }
            return candidate == tag || candidate == "W/" + tag || candidate == "*"
        }
    }

    private static let types = [
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".svg": "image/svg+xml",
        ".png": "image/png",
        ".txt": "text/plain; charset=utf-8",
    ]
}
