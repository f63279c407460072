import Crypto
import Foundation
import Persistence
import RemoteAPI

/// The folder that holds what outlives the process: the store, the key, the operator token's digest.
///
/// Created with mode 0700, its files with 0600.
struct DataDirectory: Sendable {
    let path: String

    init(_ path: String) throws(StartFailure) {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StartFailure(
                "The data directory \(path) can't be created: set CONNECTOR_DATA_DIR to a writable folder."
            )
        }
    }

    /// The folder as it is: whoever only looks makes nothing.
    init(existing path: String) { self.path = path }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// The file of the key that seals tokens, where the configuration gives none.
    static let keyFile = "encryption.key"

    /// The key that seals tokens: the configured one, else the key file's, which the first start makes.
    func encryptionKey(_ configured: Secret?) throws -> Sealing.Key {
        if let key = try existingKey(configured) { return key }
        let key = Sealing.Key.generate()
        try write(key.base64, to: Self.keyFile)
        return key
    }

    /// The same, without making one.
    func existingKey(_ configured: Secret?) throws -> Sealing.Key? {
        if let configured {
            guard let key = Sealing.Key(base64: configured.value) else {
                throw ConfigurationError("CONNECTOR_ENCRYPTION_KEY", "give base64 of 32 bytes")
            }
            return key
        }
        guard let text = try existing(Self.keyFile) else { return nil }
        guard let key = Sealing.Key(base64: text) else {
            throw StartFailure("\(file(Self.keyFile)) holds no key: put the right file back from your backup.")
        }
        return key
    }

    /// The SHA-256 of the operator token; a token that was made just now comes with it, to be shown once.
    func operatorToken(_ configured: Secret?) throws -> (digest: [UInt8], fresh: Secret?) {
        if let configured { return (Self.digest(configured.value), nil) }
        if let text = try existing("operator-token.sha256") {
            guard let digest = Data(base64Encoded: text), digest.count == 32 else {
                throw StartFailure(
                    "\(file("operator-token.sha256")) is damaged: delete it to get a new operator token."
                )
            }
            return (Array(digest), nil)
        }
        let token = Secret(SymmetricKey(size: .bits192).base64URL)
        let digest = Self.digest(token.value)
        try write(Data(digest).base64EncodedString(), to: "operator-token.sha256")
        return (digest, token)
    }

    private static func digest(_ text: String) -> [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    private func existing(_ name: String) throws(StartFailure) -> String? {
        guard FileManager.default.fileExists(atPath: file(name)) else { return nil }
        guard let text = try? String(contentsOfFile: file(name), encoding: .utf8) else {
            throw StartFailure("\(file(name)) can't be read: check its owner and mode.")
        }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func write(_ text: String, to name: String) throws(StartFailure) {
        let isWritten = FileManager.default.createFile(
            atPath: file(name),
            contents: Data((text + "\n").utf8),
            attributes: [.posixPermissions: 0o600]
        )
        guard isWritten else {
            throw StartFailure("\(file(name)) can't be written: check the folder's owner and space.")
        }
    }
}

extension SymmetricKey {
    /// The key in base64url, as a token.
    var base64URL: String {
        unsafe withUnsafeBytes { unsafe Data($0) }.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
