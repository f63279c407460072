import Foundation
import RemoteAPI
import TestSupport
import Testing

extension APIDocument {
    /// Where the document lies: in the folder that `CONNECTOR_CONTRACTS` names, else beside the package.
    static let file: URL = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = ProcessInfo.processInfo.environment["CONNECTOR_CONTRACTS"].map { URL(filePath: $0) }
        return (folder ?? package.deletingLastPathComponent().appending(path: "shared/contracts"))
            .appending(path: "visma-eaccounting-openapi.json")
    }()

    private static let content = Result {
        try APIDocument(JSONValue(parsing: Data(contentsOf: file)))
    }

    /// Returns the document.
    static func read() throws -> APIDocument { try content.get() }
}

extension Trait where Self == ConditionTrait {
    /// Skips what needs the document where there is none, and says so.
    static var needsDocument: Self {
        .enabled(
            if: FileManager.default.fileExists(atPath: APIDocument.file.path),
            "Visma's API document is missing: \(APIDocument.file.path). CONNECTOR_CONTRACTS names another folder."
        )
    }
}
