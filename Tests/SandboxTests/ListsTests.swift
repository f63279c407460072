import Foundation
import Sandbox
import Testing

@Suite struct ListsTests {
    @Test func `a list comes in pages of fifty unless asked otherwise`() async throws {
        let client = try await Client(.sampleCompany)
        let first = try await client.get("customers")
        #expect(first.data.count == 50)
        let meta = try #require(first["Meta"].object)
        #expect(meta["CurrentPage"] == 1)
        #expect(meta["PageSize"] == 50)
        #expect(meta["TotalNumberOfPages"] == 24)
        #expect(meta["TotalNumberOfResults"] == 1200)
        #expect(meta["ServerTimeUtc"] == "2025-11-22T09:00:00.000Z")
    }

    @Test func `the pages together hold every record once`() async throws {
        let client = try await Client(.sampleCompany)
        var ids: [String] = []
        for page in 1...3 {
            let reply = try await client.get("customers?$page=\(page)&$pagesize=500")
            ids += reply.data.map { $0.text("Id") }
        }
        #expect(ids.count == 1200)
        #expect(Set(ids).count == 1200)
        #expect(try await client.get("customers?$page=4&$pagesize=500").data.isEmpty)
    }

    @Test(arguments: ["$page=0", "$pagesize=0", "$pagesize=1001"])
    func `a page that cannot be is refused with code 6001`(query: String) async throws {
        #expect(try await Client().get("customers?\(query)").errorCode == 6001)
    }

    @Test(arguments: [
        "$page=one", "$filter=Nonsense eq 1", "$filter=Name ne 'x'", "$filter=Name eq 'x' or Name eq 'y'",
        "$filter=Name eq", "$filter=Name eq 'x", "$filter=startswith(Name,'x')", "$filter=Note eq 'x'",
        "$orderby=Nonsense", "$orderby=Name up", "$select=Nonsense",
    ])
    func `a query that Visma does not read is refused with code 6000`(query: String) async throws {
        let reply = try await Client().get("customers?\(query)")
        #expect(reply.status == 400)
        #expect(reply.errorCode == 6000)
    }

    @Test(arguments: ["2026-02-30T00:00:00Z", "yesterday", "'2026-01-01'"])
    func `a bad or quoted date in a filter is refused with code 6001`(date: String) async throws {
        #expect(try await Client().get("customers?$filter=ChangedUtc gt \(date)").errorCode == 6001)
    }

    @Test func `a filter finds what it says`() async throws {
        let client = try await Client(.sampleCompany)
        let exact = try await client.get("customers?$filter=CustomerNumber eq '000008'")
        #expect(exact.data.map { $0.text("CustomerNumber") } == ["000008"])
        let some = try await client.get("customers?$filter=contains(Name,'Brf') and IsActive eq true&$pagesize=1000")
        let all = client.sandbox.vismaRows("customers")
        #expect(some.data.count == all.count { $0.text("Name").hasPrefix("Brf") && $0["IsActive"] == true })
        #expect(!some.data.isEmpty)
    }

    @Test func `a change moves the stamp, so that a filter by it finds the record`() async throws {
        let client = try await Client(.sampleCompany)
        let since = "2025-11-22T09:00:00Z"
        let path = "customers?$filter=ChangedUtc gt \(since)"
        #expect(try await client.get(path).data.isEmpty)
        client.clock.advance(by: 60)
        let id = client.sandbox.vismaRows("customers")[3].text("Id")
        try client.sandbox.edit(.vismaTable("customers"), id, ["Name": "Ändrad AB"])
        #expect(try await client.get(path).data.map { $0.text("Name") } == ["Ändrad AB"])
    }

    @Test func `a field that this Visma does not filter by is refused`() async throws {
        let client = try await Client { $0.refusedFilters = ["ChangedUtc"] }
        #expect(try await client.get("customers?$filter=ChangedUtc gt 2026-01-01").errorCode == 6000)
    }

    @Test func `a list can be ordered and reduced to some fields`() async throws {
        let client = try await Client(.sampleCompany)
        let reply = try await client.get(
            "customers?$orderby=CustomerNumber desc&$select=CustomerNumber,Name&$pagesize=1000"
        )
        let numbers = reply.data.map { $0.text("CustomerNumber") }
        #expect(numbers == numbers.sorted(by: >))
        #expect(reply.data.first?.names == ["CustomerNumber", "Name"])
    }

    @Test func `the six hundred and first request of a minute is 429 with code 4010`() async throws {
        let client = try await Client()
        for _ in 1...600 { #expect(try await client.get("units").status == 200) }
        client.clock.advance(by: 5)
        let reply = try await client.get("units")
        #expect(reply.status == 429)
        #expect(reply.errorCode == 4010)
        #expect(
            reply["DeveloperErrorMessage"].text.contains("maximum admitted 600 per Minute. Try again in 55 seconds.")
        )
        #expect(try await client.get("customers").status == 200)
        client.clock.advance(by: 55)
        #expect(try await client.get("units").status == 200)
    }

    @Test func `a company that is not active refuses everything with code 4004`() async throws {
        let client = try await Client()
        try client.sandbox.edit(.vismaTable("companysettings"), "eriksson", ["CompanyStatus": 0])
        #expect(try await client.get("customers").errorCode == 4004)
    }
}
