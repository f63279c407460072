import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Articles that move between materials and hour types.
@Suite struct ArticleKindTests {
    private let number = Bench.articleNumber(1)

    /// Runs `body` with one article that OutSmart has, of a unit.
    private func withArticle(_ unit: String, _ body: (Bench) async throws -> Void) async throws {
        try await Bench.open(lists: [.articles]) { bench in
            try bench.addArticles([1], unit: unit)
            try await bench.connect()
            try await bench.sync()
            try await body(bench)
        }
    }

    private func warnings(_ bench: Bench) async throws -> [LogEntry] {
        try await bench.log(of: "eriksson", LogEntry.Filter(code: .unitChangedKind))
    }

    @Test func `an hour type that is measured in pieces now becomes a material, and is deactivated`() async throws {
        try await withArticle("tim") { bench in
            try bench.measureArticle(1, in: "st")
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run[.articles].counts == Run.Counts(read: 1, updated: 1))
            #expect(bench.materials[number]?["unit"] == "st")
            #expect(bench.hourTypes[number]?["active"] == "0" && bench.hourTypes[number]?["sale_price"] == "101.50")
            let warnings = try await warnings(bench)
            #expect(warnings.map(\.record) == ["Article \(number)"] && warnings.first?.level == .warning)
            #expect(warnings.first?.message.contains("a material and no longer an hour type") == true)
        }
    }

    @Test func `a material that is measured in hours now becomes an hour type, and people are told`() async throws {
        try await withArticle("st") { bench in
            try bench.measureArticle(1, in: "tim")
            try await bench.sync()
            #expect(bench.activeHourTypes == [number] && bench.materials.count == 1)
            let message = try await warnings(bench).first?.message
            #expect(message?.contains("an hour type and no longer a material") == true)
        }
    }

    @Test func `a change of kind is reported once, however often the article is read`() async throws {
        try await withArticle("tim") { bench in
            try bench.measureArticle(1, in: "st")
            for _ in 0..<3 {
                try await bench.sync()
                bench.clock.advance(by: 24 * 3600)
            }
            #expect(try await warnings(bench).count == 1)
            #expect(bench.posts(to: "materials") == [number: 1] && bench.posts(to: "hourtypes") == [number: 2])
        }
    }

    @Test func `an article that moves there and back is what it was`() async throws {
        try await withArticle("tim") { bench in
            for unit in ["st", "tim"] {
                try bench.measureArticle(1, in: unit)
                try await bench.sync()
            }
            #expect(bench.activeHourTypes == [number])
            #expect(try await warnings(bench).count == 2)
        }
    }

    @Test(arguments: ["GET /openapi/8/hourtypes", "POST /openapi/8/hourtypes", "POST /openapi/8/materials"])
    func `a move that is cut short is finished by the next sync`(route: String) async throws {
        try await withArticle("tim") { bench in
            try bench.measureArticle(1, in: "st")
            let (method, path) = (route.prefix { $0 != " " }, route.drop { $0 != " " }.dropFirst())
            bench.sandbox.declare(.lost(.after), method: String(method), pathPrefix: String(path), count: 5)
            _ = try await bench.sync()
            for _ in 0..<2 { #expect(try await bench.sync().state == .succeeded) }
            #expect(bench.materials.count == 1 && bench.activeHourTypes == [])
            #expect(try await warnings(bench).count == 1)
        }
    }

    @Test func `other units of hours in the settings move the articles at the next sync`() async throws {
        try await withArticle("tim") { bench in
            try bench.addArticles([2], unit: "dag")
            try await bench.sync()
            bench.clock.advance(by: 600)
            try await bench.change { $0.import.hourUnits = ["DAG"] }
            let run = try await bench.sync()
            #expect(run[.articles].counts == Run.Counts(read: 2, updated: 2))
            #expect(bench.activeHourTypes == [Bench.articleNumber(2)])
            #expect(bench.materials.keys.sorted() == [number, Bench.articleNumber(2)])
            #expect(try await warnings(bench).count == 2)
            bench.clock.advance(by: 600)
            #expect(try await bench.sync()[.articles].counts == Run.Counts())
        }
    }
}
