import EAccounting
import Foundation
import RemoteAPI
import Testing

@Suite struct ListTests {
    private static func page(_ page: Int, of total: Int, _ rows: String = "") -> String {
        """
        {"Meta":{"CurrentPage":\(page),"PageSize":1000,"TotalNumberOfPages":\(total),"TotalNumberOfResults":2500,\
        "ServerTimeUtc":"2026-01-15T10:00:0\(page).00Z"},"Data":[\(rows)]}
        """
    }

    @Test func `reads page after page until the last`() async throws {
        let visma = VismaStub { call in
            #expect(call.method == "GET")
            #expect(call.route == "GET /customers")
            let page = try #require(Int(call.query("$page") ?? ""))
            #expect(call.url.revealed == "https://visma.test/v2/customers?$page=\(page)&$pagesize=1000")
            return .ok(Self.page(page, of: 3, #"{"Id":"id-\#(page)","CustomerNumber":"00\#(page)"}"#))
        }
        var pages: [Page<EAccountingClient.Customer>] = []
        for try await page in visma.client.customers() { pages.append(page) }
        #expect(pages.flatMap(\.rows).map(\.customerNumber) == ["001", "002", "003"])
        #expect(pages.map(\.meta.currentPage) == [1, 2, 3])
        #expect(pages.first?.meta.serverTime == Date(timeIntervalSince1970: 1_768_471_201))
        #expect(visma.calls.count == 3)
    }

    @Test func `asks only for what changed, with the moment unquoted`() async throws {
        let visma = VismaStub { call in
            #expect(call.query("$filter") == "ChangedUtc gt 2026-01-15T10:00:00.000Z and (IsActive eq true)")
            #expect(call.query("$orderby") == "ChangedUtc asc")
            #expect(call.url.revealed.contains("$filter=ChangedUtc%20gt%202026-01-15T10%3A00%3A00.000Z%20and%20"))
            return .ok(Self.page(1, of: 1))
        }
        let query = ListQuery(
            changedAfter: Date(timeIntervalSince1970: 1_768_471_200),
            filter: "IsActive eq true",
            orderBy: "ChangedUtc asc"
        )
        for try await page in visma.client.customers(query) { #expect(page.rows.isEmpty) }
        #expect(visma.calls.count == 1)
    }

    @Test func `an empty list is one empty page`() async throws {
        let visma = VismaStub { _ in .ok(Self.page(1, of: 0)) }
        var count = 0
        for try await page in visma.client.customers() { count += 1 + page.rows.count }
        #expect(count == 1)
    }

    @Test func `fetches one page ahead and not two`() async throws {
        let visma = VismaStub { call in .ok(Self.page(Int(call.query("$page") ?? "") ?? 0, of: 9)) }
        let pages = visma.client.customers().makeAsyncIterator()
        for handedOut in 1...3 {
            _ = try await pages.next()
            while visma.calls.count < handedOut + 1 { await Task.yield() }
            for _ in 0..<200 { await Task.yield() }
            #expect(visma.calls.count == handedOut + 1)
        }
    }

    @Test func `a failed page ends the list with its error, after the good ones`() async throws {
        let visma = VismaStub { call in
            call.query("$page") == "2"
                ? .error(400, #"{"ErrorCode":6001,"DeveloperErrorMessage":"Bad date"}"#) : .ok(Self.page(1, of: 3))
        }
        let pages = visma.client.customers().makeAsyncIterator()
        #expect(try await pages.next()?.meta.currentPage == 1)
        let error = await #expect(throws: RemoteAPIError.self) { _ = try await pages.next() }
        #expect(error?.refusal?.code == 6001)
        #expect(try await pages.next() == nil)
    }

    @Test func `an answer with another page than asked for is an error, not a gap`() async throws {
        let visma = VismaStub { _ in .ok(Self.page(1, of: 3)) }
        let pages = visma.client.customers().makeAsyncIterator()
        _ = try await pages.next()
        await #expect(throws: RemoteAPIError.unreadable(reason: "asked for page 2, got page 1")) {
            _ = try await pages.next()
        }
    }

    @Test func `one unreadable row does not hide the others`() async throws {
        let visma = VismaStub { _ in
            .ok(Self.page(1, of: 1, #"{"Id":"1"},{"CustomerNumber":"77","Name":5},{"id":"3","name":null}"#))
        }
        for try await page in visma.client.customers() {
            #expect(page.rows.map(\.id) == ["1", "3"])
            #expect(page.unreadableRows.map(\.name) == ["77"])
        }
    }

    @Test func `a record that does not exist is nil`() async throws {
        let visma = VismaStub { call in
            #expect(call.url.revealed == "https://visma.test/v2/customers/a%2Fb")
            return .error(404, #"{"ErrorCode":3000}"#)
        }
        #expect(try await visma.client.customer(id: "a/b") == nil)
    }

    @Test func `finds a customer by its exact number`() async throws {
        let visma = VismaStub { call in
            #expect(call.query("$filter") == "CustomerNumber eq 'O''Hara'")
            return .ok(
                Self.page(1, of: 1, #"{"Id":"1","CustomerNumber":"o'hara"},{"Id":"2","CustomerNumber":"O'Hara"}"#)
            )
        }
        #expect(try await visma.client.customer(number: "O'Hara")?.id == "2")
    }

    @Test func `creates a customer with only the fields that are set`() async throws {
        let visma = VismaStub { call in
            #expect(call.method == "POST")
            #expect(call.headers.contains { $0 == ("Content-Type", "application/json") })
            #expect(
                call.text == """
                    {"CustomerNumber":"007","Name":"Åkes Bygg","IsActive":true,"IsPrivatePerson":false,\
                    "TermsOfPaymentId":"t1","InvoicePostalCode":"211 20","InvoiceCity":"Malmö"}
                    """
            )
            return .init(status: 201, body: call.body ?? Data())
        }
        await #expect(throws: RemoteAPIError.unreadable(reason: "the answer lacks id")) {
            _ = try await visma.client.createCustomer(
                EAccountingClient.NewCustomer(
                    customerNumber: "007",
                    name: "Åkes Bygg",
                    isPrivatePerson: false,
                    termsOfPaymentId: "t1",
                    invoicePostalCode: "211 20",
                    invoiceCity: "Malmö"
                )
            )
        }
        #expect(visma.calls.count == 1)
    }
}
