import Crypto
import Foundation
import MicroHTTP
import Persistence

extension Installation {
    /// The configured port, or a free one for port 0: the redirect address must be known before anything listens.
    static func port(of configuration: ConnectorConfiguration) throws(StartFailure) -> UInt16 {
        guard configuration.port == 0 else { return configuration.port }
        do { return try HTTPServer.freePort(host: configuration.host) } catch { throw StartFailure(error) }
    }

    /// The folder `Public`: where the program was started, or above the program itself.
    static func publicFolder() throws(StartFailure) -> String {
        var folders = [URL(filePath: FileManager.default.currentDirectoryPath)]
        var folder = (Bundle.main.executableURL ?? URL(filePath: "/")).resolvingSymlinksInPath()
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            folders.append(folder)
        }
        for folder in folders.map({ $0.appending(path: "Public") })
        where FileManager.default.fileExists(atPath: folder.appending(path: "app.css").path) {
            return folder.path
        }
        throw StartFailure(
            "The folder Public was not found: start the program where it is, or put it beside the program."
        )
    }
}

extension StartFailure {
    init(_ error: HTTPServerError) {
        switch error {
        case .cannotListen(let host, let port, let code):
            let reason = unsafe String(cString: strerror(code))
            self.init(
                "Can't listen on \(host) port \(port) (\(reason)): set CONNECTOR_HOST and CONNECTOR_PORT to a free one."
            )
        case .unusableIdentity:
            self.init("CONNECTOR_TLS_CERTIFICATE and CONNECTOR_TLS_KEY are not a PEM certificate and its key.")
        case .cannotStart(let code):
            let reason = unsafe String(cString: strerror(code))
            self.init("The HTTP server can't start (\(reason)): raise the process's limits for threads and files.")
        }
    }
}

extension Sealing.Key {
    /// A key of its own for another purpose, the same in every process that shares this one.
    func derivedKey(for purpose: String) -> [UInt8] {
        let material = SymmetricKey(data: Data(base64.utf8))
        let key = HKDF<SHA256>.deriveKey(inputKeyMaterial: material, info: Data(purpose.utf8), outputByteCount: 32)
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }
}
