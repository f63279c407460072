import Domain
import Foundation
import RemoteAPI
import Sandbox
import TestSupport
import Testing

@testable import Sync

/// Whatever a list of articles can contain: the others go through.
@Suite struct BadArticleTests {
    @Test(arguments: [[3], [105], [3, 7, 105]])
    func `bad articles stand alone among materials and hour types`(bad: [Int]) async throws {
        try await Bench.open(lists: [.articles]) { bench in
            try bench.addArticles(0..<100)
            try bench.addArticles(100..<110, unit: "tim")
            // Neither materials nor hour types may cost less than nothing.
            for index in bad { try bench.editArticle(index, ["NetPrice": -1]) }
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.state == .partial)
            let counts = Run.Counts(read: 110, created: 110 - bad.count, failed: bad.count)
            #expect(run[.articles].counts == counts)
            #expect(bench.materials.count + bench.hourTypes.count == 110 - bad.count)
            let errors = try await bench.log(of: "eriksson", LogEntry.Filter(code: .outsmartError))
            #expect(Set(errors.compactMap(\.record)) == Set(bad.map { "Article \(Bench.articleNumber($0))" }))
            #expect(errors.allSatisfy { $0.level == .error && $0.message.lowercased().contains("price invalid") })
        }
    }

    @Test func `nulls, unknown fields, small letters and rows that are none cost nobody else anything`() async throws {
        let page = """
            {"Meta": {"CurrentPage": 1, "PageSize": 1000, "TotalNumberOfPages": 1, "TotalNumberOfResults": 6,
                      "ServerTimeUtc": "2026-01-15T08:00:00Z"},
             "Data": [{"id": "1", "number": "S1", "name": "Små", "netPrice": 5, "unitAbbreviation": "st"},
                      {"Id": "2", "Number": "N2", "Name": null, "NetPrice": null, "UnitId": null, "Barcodes": null,
                       "Barcodes2": [{}], "IsActive": null, "Extra": {"deep": [1, null]}},
                      {"Id": "3", "Number": null, "Name": "Utan nummer"},
                      {"Id": "4", "Number": "N4", "NetPrice": "dyr"},
                      null, [7]]}
            """
        let paged: Bench.Wire = { transport in
            Transport { call async throws(RemoteAPIError) in
                guard call.route == "GET /articles" else { return try await transport.send(call) }
                return Transport.Reply(status: 200, body: Data(page.utf8))
            }
        }
        try await Bench.open(lists: [.articles], wire: paged) { bench in
            try await bench.connect()
            let run = try await bench.sync()
            #expect(run.state == .partial)
            #expect(run[.articles].counts == Run.Counts(read: 6, created: 2, skipped: 1, failed: 3))
            #expect(bench.materials["S1"]?["price"] == "5,00")
            #expect(bench.materials["N2"]?["description"] == "-" && bench.materials["N2"]?["unit"] == "-")
            let missing = try await bench.log(of: "eriksson", LogEntry.Filter(code: .numberMissing))
            #expect(missing.map(\.record) == ["Article Utan nummer"])
            let unreadable = try await bench.log(of: "eriksson", LogEntry.Filter(code: .vismaError))
            #expect(unreadable.map(\.record) == ["Article N4", "Article ?", "Article ?"])
        }
    }
}
