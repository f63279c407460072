import Domain
import Foundation

/// Settings as they are stored: a JSON object that names every member.
///
/// A member that a document of an older version lacks gets its default; one that is `null` was emptied by a person.
struct SettingsDocument {
    let json: String

    init(json: String) { self.json = json }

    init(_ settings: Settings) throws {
        let members = try Self.value(of: settings).namingMembers(of: Self.defaults.get())
        json = String(decoding: try Self.encoder.encode(members), as: UTF8.self)
    }

    /// Reads the settings.
    func settings() throws -> Settings {
        let stored = try Self.decoder.decode(JSONValue.self, from: Data(json.utf8))
        let complete = try Self.defaults.get().overlaid(with: stored)
        return try Self.decoder.decode(Settings.self, from: Self.encoder.encode(complete))
    }

    private static let defaults = Result { try value(of: Settings()) }

    private static func value(of settings: Settings) throws -> JSONValue {
        try decoder.decode(JSONValue.self, from: encoder.encode(settings))
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .millisecondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        return decoder
    }
}
