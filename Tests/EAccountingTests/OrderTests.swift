import EAccounting
import Foundation
import RemoteAPI
import Testing

@Suite struct OrderTests {
    private static let json = """
        {"Id":"o1","Number":17,"Status":2,"CustomerId":"c1","CustomerNumber":"007","CurrencyCode":"SEK",
         "OrderDate":"2026-01-15T00:00:00","EuThirdParty":false,"RotReducedInvoicingType":0,"Amount":1300.00,
         "ReverseChargeOnConstructionServices":false,"InvoiceCity":null,"GLNOfTomorrow":{"Deep":[1.10]},
         "OurReference":"Eva","IncludesVat":false,"ModifiedUtc":"2026-01-15T10:00:00.1Z",
         "Persons":[{"Id":"p1","Ssn":"19121212-1212","Amount":50.50}],"Rows":[
          {"Id":"r1","LineNumber":1,"IsTextRow":true,"Text":"Hello","IsWorkCost":false,
           "EligibleForReverseChargeOnVat":false,"Amount":0},
          {"Id":"r2","LineNumber":2,"IsTextRow":false,"ArticleId":"a1","ArticleNumber":"001","Quantity":1.1250,
           "UnitPrice":850.005,"DiscountPercentage":0.1,"IsWorkCost":true,"WorkHours":2,"VatRate":25,
           "EligibleForReverseChargeOnVat":false,"CostCenterItemId1":"cc"},
          {"Id":"r3","LineNumber":3,"IsTextRow":false,"ArticleId":"a2","Quantity":1,"UnitPrice":10,
           "IsDiscountInFixedAmount":true,"DiscountFixedAmount":2.50,"IsWorkCost":false,
           "EligibleForReverseChargeOnVat":false}]}
        """

    private func document() async throws -> EAccountingClient.OrderDocument {
        let visma = VismaStub { call in
            #expect(call.url.revealed == "https://visma.test/v2/orders/o1")
            #expect(call.route == "GET /orders/{id}")
            return .ok(Self.json)
        }
        return try #require(try await visma.client.order(id: "o1"))
    }

    /// Returns the body of the call that writes a document back.
    private func written(_ document: EAccountingClient.OrderDocument) async throws -> String {
        let visma = VismaStub { call in
            #expect(call.method == "PUT")
            #expect(call.url.revealed == "https://visma.test/v2/orders/o1")
            return .ok(Self.json)
        }
        _ = try await visma.client.updateOrder(document)
        return try #require(visma.calls.first).text
    }

    @Test func `reads an order with all its decimals`() async throws {
        let order = try await document().order
        #expect(order.number == 17)
        #expect(order.orderDate?.description == "2026-01-15")
        #expect(order.rows?[1].quantity == Decimal(string: "1.125"))
        #expect(order.rows?[1].unitPrice == Decimal(string: "850.005"))
        #expect(order.rows?.map(\.isTextRow) == [true, false, false])
    }

    @Test func `writes back everything but what Visma derives, unknown fields and rows included`() async throws {
        #expect(
            try await written(try await document()) == """
                {"CurrencyCode":"SEK","CustomerId":"c1","EuThirdParty":false,"GLNOfTomorrow":{"Deep":[1.1]},\
                "InvoiceCity":null,"OrderDate":"2026-01-15T00:00:00","OurReference":"Eva",\
                "Persons":[{"Amount":50.5,"Ssn":"19121212-1212"}],\
                "ReverseChargeOnConstructionServices":false,"RotReducedInvoicingType":0,"Rows":[\
                {"EligibleForReverseChargeOnVat":false,"IsTextRow":true,"IsWorkCost":false,"LineNumber":1,"Text":"Hello"},\
                {"ArticleId":"a1","ArticleNumber":"001","CostCenterItemId1":"cc","DiscountPercentage":0.1,\
                "EligibleForReverseChargeOnVat":false,"IsTextRow":false,"IsWorkCost":true,"LineNumber":2,\
                "Quantity":1.125,"UnitPrice":850.005,"WorkHours":2},\
                {"ArticleId":"a2","DiscountFixedAmount":2.5,"EligibleForReverseChargeOnVat":false,\
                "IsDiscountInFixedAmount":true,"IsTextRow":false,"IsWorkCost":false,"LineNumber":3,"Quantity":1,\
                "UnitPrice":10}],"Status":2}
                """
        )
    }

    @Test func `replaces rows where they were and keeps the others`() async throws {
        var document = try await document()
        var row = EAccountingClient.NewOrderRow(
            lineNumber: 99,
            articleId: "a9",
            text: "Arbete",
            quantity: 2.5,
            unitPrice: 900
        )
        row.projectId = "p1"
        document.replaceRows(
            at: [1],
            by: [row, EAccountingClient.NewOrderRow(lineNumber: 99, text: "Text")]
        )
        let body = try await written(document)
        let order = try WireJSON.decode(
            EAccountingClient.Order.self,
            from: Data(#"{"Id":"x",\#(body.dropFirst())"#.utf8)
        )
        #expect(order.rows?.map(\.lineNumber) == [1, 2, 3, 4])
        #expect(order.rows?.map(\.articleId) == [nil, "a9", nil, "a2"])
        #expect(order.rows?.map(\.text) == ["Hello", "Arbete", "Text", nil])
        #expect(order.rows?[1].projectId == "p1")
    }

    @Test func `puts rows at the end where none goes`() async throws {
        var document = try await document()
        document.replaceRows(at: [], by: [EAccountingClient.NewOrderRow(lineNumber: 1, text: "Last")])
        #expect(try await written(document).contains(#""LineNumber":4,"Text":"Last"}]"#))
    }

    @Test func `ships an order with every row delivered`() async throws {
        var document = try await document()
        document.ship(on: CalendarDay(daysSince1970: 20_468))
        let body = try await written(document)
        #expect(body.contains(#""ShippedDateTime":"2026-01-15","Status":3}"#))
        // Of 1.125 ordered: Visma takes two decimals here.
        #expect(body.contains(#""DeliveredQuantity":1.13,"#))
        #expect(body.contains(#""DeliveredQuantity":1,"#))
    }

    @Test func `creates an order with the required fields and what is set`() async throws {
        let visma = VismaStub { _ in .ok(Self.json) }
        var order = EAccountingClient.NewOrder(
            customerId: "c1",
            currencyCode: "SEK",
            orderDate: CalendarDay(daysSince1970: 20_468),
            rows: [EAccountingClient.NewOrderRow(lineNumber: 1, text: "Work order 1")]
        )
        order.buyersOrderReference = "WO-1"
        #expect(try await visma.client.createOrder(order).id == "o1")
        #expect(
            visma.calls.first?.text == """
                {"CustomerId":"c1","CurrencyCode":"SEK","OrderDate":"2026-01-15","Status":2,"EuThirdParty":false,\
                "RotReducedInvoicingType":0,"ReverseChargeOnConstructionServices":false,"BuyersOrderReference":"WO-1",\
                "Rows":[{"LineNumber":1,"IsTextRow":true,"IsWorkCost":false,"EligibleForReverseChargeOnVat":false,\
                "Text":"Work order 1"}]}
                """
        )
    }
}
