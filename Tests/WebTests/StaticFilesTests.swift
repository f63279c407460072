import Foundation
import MicroHTTP
import Testing

@testable import Web

@Suite struct StaticFilesTests {
    @Test(arguments: [
        "/static/../Package.swift", "/static/..%2fPackage.swift", "/static/%2e%2e/Package.swift",
        "/static/%2e%2e%2fPackage.swift", "/static/..%252fPackage.swift", "/static/%c0%ae%c0%ae/Package.swift",
        "/static/..\\Package.swift", "/static/..%5cPackage.swift", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
        "/static/./app.css", "/static/app.css/", "/static/app.css%00", "/static/app%2ecss", "/static/APP.CSS",
        "/static/app.css%20", "/static/.", "/static/..", "/static/", "/static", "/static/secret.pem", "/static/.hidden",
        "/static/folder/inner.css", "/static/link.css/inner",
    ])
    func `nothing leads out of the folder`(target: String) throws {
        try withFiles { files, _ in
            let response = try? files.answer(Request("GET", target))
            #expect(response == nil)
        }
    }

    @Test func `serves what is there by its exact name`() throws {
        try withFiles { files, _ in
            let response = try #require(try files.answer(Request("GET", "/static/app.css")))
            #expect(response.status == 200)
            #expect(response.text == "body {}")
            #expect(response.headers["Content-Type"] == "text/css; charset=utf-8")
        }
    }

    @Test func `a link changes with the content and is kept for long`() throws {
        try withFiles { files, folder in
            let link = files.link(to: "app.css")
            let response = try #require(try files.answer(Request("GET", link)))
            #expect(response.headers["Cache-Control"] == "public, max-age=31536000, immutable")
            let stale = try #require(try files.answer(Request("GET", "/static/app.css?v=0123456789abcdef")))
            #expect(stale.headers["Cache-Control"] == "no-cache")
            try Data("p {}".utf8).write(to: URL(filePath: folder).appending(path: "app.css"))
            #expect(try StaticFiles(folder: folder).link(to: "app.css") != link)
            // What was read at start stays consistent with its link.
            #expect(try files.answer(Request("GET", link))?.text == "body {}")
        }
    }

    @Test func `a browser that has the file is told so`() throws {
        try withFiles { files, _ in
            let tag = try #require(try files.answer(Request("GET", "/static/app.css"))?.headers["ETag"])
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let response = try files.answer(Request("GET", "/static/app.css", headers: ["If-None-Match": known]))
                #expect(response?.status == 304)
                #expect(response?.bytes == [])
            }
            let other = try files.answer(Request("GET", "/static/app.css", headers: ["If-None-Match": "\"other\""]))
            #expect(other?.status == 200)
        }
    }

    @Test func `without the folder the site does not start`() {
        #expect(throws: StaticFiles.Unreadable.self) { try StaticFiles(folder: "/nowhere/at/all") }
    }

    private func withFiles(_ body: (StaticFiles, _ folder: String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "connector-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(
            at: root.appending(path: "public/folder"),
            withIntermediateDirectories: true
        )
        for (name, text) in [
            ("Package.swift", "let x = 1"), ("public/app.css", "body {}"), ("public/secret.pem", "key"),
            ("public/.hidden", "secret"), ("public/folder/inner.css", "p {}"),
        ] {
            try Data(text.utf8).write(to: root.appending(path: name))
        }
        let folder = root.appending(path: "public").path(percentEncoded: false)
        try body(try StaticFiles(folder: folder), folder)
    }
}
