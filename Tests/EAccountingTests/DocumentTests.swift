import EAccounting
import Foundation
import RemoteAPI
import Testing

@Suite struct DocumentTests {
    private static func list(_ rows: String) -> Transport.Reply {
        .ok(
            """
            {"meta":{"currentPage":1,"pageSize":1000,"totalNumberOfPages":1,"totalNumberOfResults":1,\
            "serverTimeUtc":"2026-01-15T10:00:00Z"},"data":[\(rows)]}
            """
        )
    }

    @Test func `creates a draft with exact decimals`() async throws {
        let visma = VismaStub { call in
            #expect(call.url.revealed == "https://visma.test/v2/customerinvoicedrafts")
            return .init(status: 201, body: Data(#"{"Id":"d1","TotalAmount":2656.26,"InvoiceDate":"2026-01-15"}"#.utf8))
        }
        var row = EAccountingClient.NewInvoiceDraft.Row(
            lineNumber: 2,
            articleId: "a1",
            text: "Arbete",
            quantity: try #require(Decimal(string: "2.55")),
            unitPrice: try #require(Decimal(string: "850.10"))
        )
        row.discountPercentage = Decimal(string: "0.1")
        var draft = EAccountingClient.NewInvoiceDraft(
            customerId: "c1",
            rows: [EAccountingClient.NewInvoiceDraft.Row(lineNumber: 1, text: "Work order 1"), row]
        )
        draft.invoiceDate = CalendarDay(daysSince1970: 20_468)
        draft.buyersOrderReference = "WO-1"
        #expect(try await visma.client.createInvoiceDraft(draft).totalAmount == Decimal(string: "2656.26"))
        #expect(
            visma.calls.first?.text == """
                {"CustomerId":"c1","InvoiceDate":"2026-01-15","EuThirdParty":false,"RotReducedInvoicingType":0,\
                "ReplaceUnitPriceWhenZero":false,"BuyersOrderReference":"WO-1","Rows":[{"LineNumber":1,\
                "IsTextRow":true,"ReversedConstructionServicesVatFree":false,"Text":"Work order 1"},{"LineNumber":2,\
                "IsTextRow":false,"ReversedConstructionServicesVatFree":false,"ArticleId":"a1","Text":"Arbete",\
                "Quantity":2.55,"UnitPrice":850.1,"DiscountPercentage":0.1}]}
                """
        )
    }

    @Test func `looks a draft up by its reference, exactly`() async throws {
        let visma = VismaStub { call in
            #expect(call.query("$filter") == "BuyersOrderReference eq 'WO-1'")
            return Self.list(#"{"id":"1","buyersOrderReference":"WO-1"},{"id":"2","buyersOrderReference":"wo-1"}"#)
        }
        #expect(
            try await visma.client.invoiceDrafts(
                reference: "WO-1",
                in: .buyersOrderReference,
                createdSince: .distantPast
            ).map(\.id) == ["1"]
        )
    }

    @Test func `asks for invoices since a moment by Visma's own parameter`() async throws {
        let visma = VismaStub { call in
            #expect(call.query("modifiedSinceUtc") == "2026-01-15T10:00:00.000Z")
            #expect(call.query("$filter") == nil)
            return Self.list(#"{"id":"1","invoiceNumber":1042,"createdFromDraftId":"d1","paymentStatus":0}"#)
        }
        for try await page in visma.client.invoices(modifiedSince: Date(timeIntervalSince1970: 1_768_471_200)) {
            #expect(page.rows.map(\.createdFromDraftId) == ["d1"])
            #expect(page.rows.map(\.paymentStatus) == [0])
        }
    }

    @Test func `attaches a PDF under a plain name`() async throws {
        let visma = VismaStub { call in
            #expect(call.url.revealed == "https://visma.test/v2/salesdocumentattachments/order")
            return .init(status: 201, body: Data(#"{"Id":"f1","DocumentSize":4}"#.utf8))
        }
        let attachment = try await visma.client.attach(
            pdf: Data("%PDF".utf8),
            fileName: "WO å/1.pdf",
            to: .order,
            documentID: "o1"
        )
        #expect(attachment.id == "f1")
        #expect(
            visma.calls.first?.text
                == #"{"ContentType":"application/pdf","FileName":"WO---1.pdf","DockumentId":"o1","Data":"JVBERg=="}"#
        )
    }

    @Test func `reads articles, projects and the short lists`() async throws {
        let visma = VismaStub { call in
            switch call.route {
            case "GET /articles":
                Self.list(
                    """
                    {"id":"a1","number":"001","name":"Rör 15 mm","netPrice":850.005,"unitAbbreviation":"st",\
                    "barcodes":[{"barcode":"7310"}],"isActive":true,"changedUtc":"2026-01-15T10:00:00.5Z"}
                    """
                )
            case "GET /projects":
                Self.list(#"{"id":"p1","number":"7","startDate":"2026-01-15T00:00:00","endDate":null,"status":1}"#)
            case "GET /units": Self.list(#"{"id":"u1","abbreviation":"tim"},{"id":"u2","code":null}"#)
            case "GET /articleaccountcodings": Self.list(#"{"id":"k1","vatRatePercent":0.25,"isActive":true}"#)
            case "GET /termsofpayments": Self.list(#"{"id":"t1","numberOfDays":30,"availableForSales":true}"#)
            default: .error(404)
            }
        }
        for try await page in visma.client.articles() {
            #expect(page.rows.first?.netPrice == Decimal(string: "850.005"))
            #expect(page.rows.first?.barcodes?.first?.barcode == "7310")
        }
        for try await page in visma.client.projects() {
            #expect(page.rows.first?.startDate == CalendarDay(daysSince1970: 20_468))
        }
        #expect(try await visma.client.units().map(\.abbreviation) == ["tim", nil])
        #expect(try await visma.client.articleCodings().first?.vatRatePercent == Decimal(string: "0.25"))
        #expect(try await visma.client.termsOfPayment().first?.numberOfDays == 30)
    }

    @Test func `lists that change ask by their own field`() async throws {
        let visma = VismaStub { _ in Self.list("") }
        let query = ListQuery(changedAfter: Date(timeIntervalSince1970: 0))
        for try await _ in visma.client.articles(query) {}
        for try await _ in visma.client.projects(query) {}
        for try await _ in visma.client.orders(query) {}
        #expect(
            visma.calls.map { $0.query("$filter") } == [
                "ChangedUtc gt 1970-01-01T00:00:00.000Z", "ModifiedUtc gt 1970-01-01T00:00:00.000Z",
                "ModifiedUtc gt 1970-01-01T00:00:00.000Z",
            ]
        )
    }
}
