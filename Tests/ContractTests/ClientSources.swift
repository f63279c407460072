import Foundation

/// The endpoints that EAccounting's sources name.
///
/// The client has no table of them, so what no test calls is only to be found where it is written.
enum ClientSources {
    /// Returns methods and paths such as `GET /customers/{id}`; an interpolation at the end becomes `*`.
    static func routes() throws -> Set<String> {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/EAccounting")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        var routes: Set<String> = []
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            for call in source.matches(of: /endpoint\(\s*"([A-Z]+)",\s*"([^"]+)"/) {
                let path = call.2.replacing(/\\\([^)]*\)/, with: "*")
                routes.insert("\(call.1) \(path)")
            }
            for list in source.matches(of: /\bof:\s*"(\/[^"]+)"/) { routes.insert("GET \(list.1)") }
        }
        return routes
    }
}
