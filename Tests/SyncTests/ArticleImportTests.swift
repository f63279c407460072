import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

@Suite struct ArticleImportTests {
    private let lists: Set<Scope> = [.articles]
    private let materials = "POST /openapi/8/materials"
    private let hourTypes = "POST /openapi/8/hourtypes"

    @Test func `the first import brings every active article once, as what its unit makes it`() async throws {
        try await Bench.open(.sampleCompany, lists: lists) { bench in
            try await bench.connect()
            let run = try await bench.sync()
            let articles = bench.sandbox.vismaRows("articles")
            let active = articles.filter { $0["IsActive"] == true }
            // "Tim." is no such abbreviation, but its English one is "hours".
            let hours = active.filter { ["tim", "Tim."].contains($0.text("UnitAbbreviation")) }
            let goods = active.filter { !hours.contains($0) }
            #expect(goods.count > hours.count && hours.count > 100 && active.count < articles.count)
            let expectedGoods = goods.map { ($0.text("Number"), Bench.material(of: $0)) }
            #expect(bench.materials == Dictionary(expectedGoods) { $1 })
            let expectedHours = hours.map { ($0.text("Number"), Bench.hourType(of: $0)) }
            #expect(bench.hourTypes.filter { $0.key != "NATT" } == Dictionary(expectedHours) { $1 })
            #expect(run.state == .succeeded)
            let skipped = articles.count - active.count
            #expect(
                run[.articles].counts == Run.Counts(read: articles.count, created: active.count, skipped: skipped)
            )
            // A batch of a hundred at a time and no question; the units once.
            #expect(bench.calls(materials) == (goods.count + 99) / 100)
            #expect(bench.calls(hourTypes) == (hours.count + 99) / 100)
            #expect(bench.calls("GET /v2/units") == 1 && bench.calls("GET /openapi/8/materials") == 0)
        }
    }

    @Test func `a second sync asks one question and writes nothing`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles(0..<5)
            try bench.addArticles(5..<9, unit: "tim")
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            let calls = bench.calls
            let run = try await bench.sync()
            #expect(bench.calls == calls + 1 && run[.articles].counts == Run.Counts())
        }
    }

    @Test func `a change at Visma arrives alone`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles(0..<5)
            try bench.addArticles(5..<9, unit: "tim")
            try await bench.connect()
            try await bench.sync()
            bench.clock.advance(by: 600)
            try bench.editArticle(2, ["NetPrice": .number("0.5"), "Note": "Ny"])
            let run = try await bench.sync()
            #expect(run[.articles].counts == Run.Counts(read: 1, updated: 1))
            let row = bench.materials[Bench.articleNumber(2)]
            #expect(row?["price"] == "0,50" && row?["note"] == "Ny")
            #expect(bench.calls(materials) == 2 && bench.calls(hourTypes) == 1)
        }
    }

    @Test func `an article that goes out of use is deactivated where OutSmart can`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles([1])
            try bench.addArticles([2], unit: "tim")
            try await bench.connect()
            try await bench.sync()
            for index in [1, 2] { try bench.editArticle(index, ["IsActive": false]) }
            let run = try await bench.sync()
            #expect(run[.articles].counts == Run.Counts(read: 2, updated: 1))
            #expect(bench.activeHourTypes == [] && bench.materials.count == 1)
        }
    }

    @Test func `inactive articles come only when they are asked for`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles([1])
            try bench.addArticles([2], unit: "tim")
            for index in [1, 2] { try bench.editArticle(index, ["IsActive": false]) }
            try await bench.connect()
            #expect(try await bench.sync()[.articles].counts == Run.Counts(read: 2, skipped: 2))
            try await bench.change { $0.import.includeInactive = true }
            #expect(try await bench.sync()[.articles].counts == Run.Counts(read: 2, created: 2))
            #expect(bench.hourTypes.count == 1 && bench.activeHourTypes == [] && bench.materials.count == 1)
        }
    }

    @Test func `a deleted hour type is deactivated, a deleted material let go, and both can come back`() async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles(1...3)
            try bench.addArticles(4...6, unit: "tim")
            try await bench.connect()
            try await bench.sync()
            try bench.deleteArticles([3, 4])
            bench.clock.advance(by: 24 * 3600)
            #expect(try await bench.sync()[.articles].counts.updated == 1)
            #expect(bench.activeHourTypes == [5, 6].map(Bench.articleNumber))
            // OutSmart knows no inactive materials.
            #expect(bench.materials.count == 3)
            try bench.addArticles([3])
            try bench.addArticles([4], unit: "tim")
            try await bench.sync()
            #expect(bench.activeHourTypes.count == 3 && bench.posts(to: "materials")[Bench.articleNumber(3)] == 2)
        }
    }

    @Test(
        arguments: ["materials", "hourtypes"],
        [Fault.lost(.before), .lost(.after), .status(502, .after), .truncated]
    )
    func `after any mishap each article is there exactly once`(table: String, fault: Fault) async throws {
        try await Bench.open(lists: lists) { bench in
            try bench.addArticles(0..<120)
            try bench.addArticles(120..<130, unit: "tim")
            try await bench.connect()
            bench.sandbox.declare(fault, method: "POST", pathPrefix: "/openapi/8/\(table)")
            let run = try await bench.sync()
            #expect(run.state == .succeeded && run[.articles].counts == Run.Counts(read: 130, created: 130))
            let posts = [bench.posts(to: "materials"), bench.posts(to: "hourtypes")]
            #expect(posts.map(\.count) == [120, 10] && posts.allSatisfy { $0.values.allSatisfy { $0 == 1 } })
        }
    }
}
