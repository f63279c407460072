import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct SeedsTests {
    @Test func `the sample company is the one that was promised`() async throws {
        let client = try await Client(.sampleCompany)
        let sandbox = client.sandbox
        let customers = sandbox.vismaRows("customers")
        #expect(customers.count == 1200)
        #expect(Set(customers.map { $0.text("CustomerNumber") }).count == 1200)
        #expect(customers.contains { $0.text("CustomerNumber").hasPrefix("0") })
        #expect(customers.contains { $0.text("InvoiceCity").isEmpty })
        #expect(customers.contains { $0["ChangedUtc"] == .null })
        #expect(customers.contains { $0.text("Name").count == 50 })
        #expect(customers.contains { $0.text("Name").unicodeScalars.contains { $0.properties.isEmojiPresentation } })
        #expect(customers.allSatisfy { $0.text("Name").utf16.count <= 50 })

        let articles = sandbox.vismaRows("articles")
        #expect(articles.count == 600)
        #expect(Set(articles.map { $0.text("Number") }).count == 600)
        #expect(articles.count { $0.text("UnitAbbreviation").lowercased().hasPrefix("tim") } == 120)

        #expect(sandbox.vismaRows("projects").count == 40)
        #expect(sandbox.vismaRows("projects").count { $0["Status"] == 2 } == 8)
        let orders = sandbox.vismaRows("orders")
        #expect(orders.count == 60)
        #expect(Set(orders.compactMap { $0["Status"]?.int }) == [1, 2, 3, 4])

        let workOrders = sandbox.outSmartRows("workorders")
        #expect(workOrders.count { $0["status"] == "Compleet" && $0["Archived"] == "0" } == 158)
        #expect(Set(workOrders.map { $0.text("id") }).count == workOrders.count)
        #expect(sandbox.outSmartRows("relations").isEmpty)
    }

    @Test func `the sample company is the same in every run of a day`() async throws {
        let (first, second) = (try await Client(.sampleCompany), try await Client(.sampleCompany))
        for table in ["customers", "articles", "projects", "orders", "companysettings"] {
            #expect(first.sandbox.vismaRows(table) == second.sandbox.vismaRows(table))
        }
        #expect(first.sandbox.outSmartRows("workorders") == second.sandbox.outSmartRows("workorders"))
    }

    @Test func `a hundred and fifty work orders name articles and customers that exist, but for a known few`()
        async throws
    {
        let sandbox = try await Client(.sampleCompany).sandbox
        let customers = Set(sandbox.vismaRows("customers").map { $0.text("CustomerNumber") })
        let articles = Set(sandbox.vismaRows("articles").map { $0.text("Number") })
        let orders = sandbox.outSmartRows("workorders").prefix(150)
        #expect(orders.count { !customers.contains($0.text("CustomerDebtorNrInvoice")) } == 1)
        var unknown: Set<String> = []
        for order in orders {
            let materials = order["Materials"]?.array ?? []
            let periods = order["Workperiods"]?.array ?? []
            #expect(!materials.isEmpty || !periods.isEmpty)
            let codes = materials.map { $0.object?.text("MaterialCode") } + periods.map { $0.object?.text("HourType") }
            for code in codes.compactMap({ $0?.trimmingCharacters(in: .whitespaces) }) where !articles.contains(code) {
                unknown.insert(code)
            }
        }
        #expect(unknown == ["EGEN-123", "NATT"])
    }

    @Test func `bulk rows are paged, found, changed and deleted like any others`() async throws {
        var client = try await Client(
            .bulk(customers: 20_000, articles: 20_000, companies: 3),
            company: "company-0002"
        )
        let last = try await client.get("customers?$page=20&$pagesize=1000").data
        #expect(last.count == 1000)
        #expect(last.last?["CustomerNumber"] == "120000")
        let id = last[999].text("Id")
        #expect(try await client.get("customers/\(id)")["CustomerNumber"] == "120000")
        #expect(try await client.get("articles?$page=20000&$pagesize=1").data.first?["Number"] == "0020000")

        let table = TableName.vismaTable("customers", company: "company-0002")
        try client.sandbox.edit(table, id, ["Name": "Ändrad"])
        let changed = try await client.get("customers?$filter=ChangedUtc ge 2025-11-22T09:00:00Z")
        #expect(changed.data.map { $0.text("Name") } == ["Ändrad"])
        try client.sandbox.delete(table, id)
        #expect(try await client.get("customers")["Meta"].object?["TotalNumberOfResults"] == 19_999)
        #expect(try await client.get("customers/\(id)").status == 404)
        client.token = try client.sandbox.issueTokens(company: "company-0003").access
        #expect(try await client.get("customers")["Meta"].object?["TotalNumberOfResults"] == 20_000)
        let rows: JSON = [["debtor_number": "1", "name": "Å", "street": "B", "postal_code": "C", "city": "D"]]
        _ = try await client.outSmart("POST", "relations/", rows, account: "company-0003")
        #expect(try await client.outSmart("GET", "relations/", account: "company-0003").rows.first?["name"] == "Å")
    }
}
