import Foundation
import Persistence
import RemoteAPI

// What `connector check` finds on this machine.

extension ConnectorConfiguration {
    var licenseFinding: Finding {
        guard licensePublicKey == nil else { return .well("they can be checked") }
        return .note("CONNECTOR_LICENSE_PUBLIC_KEY is not set: no account can connect or sync")
    }

    var publicURLFinding: Finding {
        guard let publicURL else {
            guard host.isLoopback else {
                return .fault(
                    "CONNECTOR_PUBLIC_URL is not set, but CONNECTOR_HOST is \(host): "
                        + "say what browsers call this site."
                )
            }
            return .well("only this machine's browsers reach the site")
        }
        let redirect = "register \(publicURL)/oauth/callback at Visma"
        guard let url = URL(string: publicURL), let host = url.host() else {
            return .fault("CONNECTOR_PUBLIC_URL is no address.")
        }
        guard url.path().isEmpty else {
            return .fault("CONNECTOR_PUBLIC_URL must not have a path: the site is at the root of its address.")
        }
        if host.isLoopback { return .well(redirect) }
        guard url.scheme == "https" else {
            return .fault("CONNECTOR_PUBLIC_URL must begin with https://, for cookies and Visma's login.")
        }
        guard tls != nil || !trustedProxies.isEmpty else {
            return .note(
                "CONNECTOR_TRUSTED_PROXIES does not name the proxy in front, so cookies are not marked as secure; "
                    + redirect
            )
        }
        return .well(redirect)
    }

    var tlsFinding: Finding {
        guard let tls else { return .well("plain HTTP on \(host), for a proxy in front") }
        for (variable, file) in [("CONNECTOR_TLS_CERTIFICATE", tls.certificate), ("CONNECTOR_TLS_KEY", tls.key)] {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                return .fault("\(variable): \(file) can't be read.")
            }
            guard text.contains("-----BEGIN ") else { return .fault("\(variable): \(file) is not PEM.") }
        }
        return .well("certificate and key can be read")
    }

    var directoryFinding: Finding {
        guard FileManager.default.fileExists(atPath: dataDirectory) else {
            var folder = URL(filePath: dataDirectory).deletingLastPathComponent()
            while !FileManager.default.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
                folder.deleteLastPathComponent()
            }
            guard FileManager.default.isWritableFile(atPath: folder.path) else {
                return .fault("CONNECTOR_DATA_DIR: \(dataDirectory) can't be made in \(folder.path) by this user.")
            }
            return .well("the first start makes \(dataDirectory)")
        }
        guard FileManager.default.isWritableFile(atPath: dataDirectory) else {
            return .fault("CONNECTOR_DATA_DIR: this user may not write in \(dataDirectory).")
        }
        do {
            // What belongs to the connector; other files are their owners' business.
            let own = try FileManager.default.contentsOfDirectory(atPath: dataDirectory).filter { file in
                file.hasPrefix("connector.sqlite") || file.hasPrefix(DataDirectory.keyFile)
                    || file.hasPrefix("operator-token")
            }
            for file in own.sorted().map({ "\(dataDirectory)/\($0)" }) {
                let mode = try Self.mode(of: file)
                guard mode & 0o077 == 0 else {
                    return .fault("\(file) has mode \(String(mode, radix: 8)): others may use it; chmod go-rwx \(file)")
                }
            }
            let mode = try Self.mode(of: dataDirectory)
            guard mode & 0o022 == 0 else {
                return .fault(
                    "\(dataDirectory) has mode \(String(mode, radix: 8)): others may put files there; "
                        + "chmod 700 \(dataDirectory)"
                )
            }
            guard mode & 0o077 == 0 else { return .note("others can list the files in \(dataDirectory)") }
        } catch {
            return .fault("CONNECTOR_DATA_DIR: \(dataDirectory) can't be read by this user.")
        }
        return .well("\(dataDirectory) is for its owner only")
    }

    private static func mode(of file: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int ?? 0
    }

    var keyFinding: Finding {
        Finding {
            let directory = DataDirectory(existing: dataDirectory)
            if try directory.existingKey(encryptionKey) != nil {
                return encryptionKey == nil ? directory.file(DataDirectory.keyFile) : "from CONNECTOR_ENCRYPTION_KEY"
            }
            guard !FileManager.default.fileExists(atPath: storePath) else {
                throw StartFailure(
                    "\(directory.file(DataDirectory.keyFile)) is gone, but there is a store: put the key file back."
                )
            }
            return "the first start makes \(directory.file(DataDirectory.keyFile))"
        }
    }

    var storeFinding: Finding {
        guard FileManager.default.fileExists(atPath: storePath) else {
            return .well("the first start makes \(storePath)")
        }
        return Finding {
            guard let key = try DataDirectory(existing: dataDirectory).existingKey(encryptionKey) else {
                throw StartFailure("\(storePath) can't be opened without its key.")
            }
            try StoreArchive.inspect(storePath, sealing: Sealing(keys: [key]))
            guard FileManager.default.isWritableFile(atPath: storePath) else {
                throw StartFailure("\(storePath) may not be written by this user.")
            }
            return "\(storePath) is whole, and the key fits"
        }
    }
}
