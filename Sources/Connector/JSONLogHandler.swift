import Foundation
import Logging

/// Writes one JSON object a line to standard error.
///
/// `time`, `level`, `logger` and `message` are always the line's own; metadata stands beside them, and under
/// `metadata.…` where it has one of these names.
struct JSONLogHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    let label: String

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = [
            "time": Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
            "level": event.level.rawValue,
            "logger": label,
            "message": "\(event.message)",
        ]
        var values = metadata
        for more in [metadataProvider?.get(), event.metadata] { values.merge(more ?? [:], uniquingKeysWith: { $1 }) }
        if let error = event.error { values["error"] = "\(error)" }
        for (key, value) in values { line[line[key] == nil ? key : "metadata.\(key)"] = "\(value)" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(line) else { return }
        // One write: lines of several threads don't run into each other.
        FileHandle.standardError.write(data + Data("\n".utf8))
    }
}
