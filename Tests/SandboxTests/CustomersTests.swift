import Foundation
import MicroHTTP
import Sandbox
import Testing

/// The body of a customer that Visma takes.
func customerBody(_ changes: JSONObject = [:], of client: Client) throws -> JSON {
    let terms = try #require(client.sandbox.vismaRows("termsofpayments").first { $0["AvailableForSales"] == true })
    var body: JSONObject = [
        "Name": "Exempel AB", "IsActive": true, "IsPrivatePerson": false, "InvoicePostalCode": "111 22",
        "InvoiceCity": "Stockholm", "TermsOfPaymentId": terms["Id"] ?? nil,
    ]
    for (name, value) in changes { body[name] = value }
    return .object(body)
}

@Suite struct CustomersTests {
    @Test func `a created customer is numbered, stamped and read back`() async throws {
        let client = try await Client()
        let created = try await client.post("customers", customerBody(of: client))
        #expect(created.status == 201)
        #expect(created["CustomerNumber"] == "5001")
        #expect(created["ChangedUtc"].string != nil)
        #expect(created["TermsOfPayment"].object?["Name"] != nil)
        let read = try await client.get("customers/\(created["Id"].text)")
        #expect(read.json == created.json)
        #expect(try await client.post("customers", customerBody(of: client))["CustomerNumber"] == "5002")
    }

    @Test(arguments: ["Name", "InvoicePostalCode", "InvoiceCity", "IsActive", "IsPrivatePerson", "TermsOfPaymentId"])
    func `a customer without a required field is refused with the field's name`(field: String) async throws {
        let client = try await Client()
        for value in [nil, .null] as [JSON?] {
            var body = try customerBody(of: client).object ?? [:]
            body[field] = value
            let reply = try await client.post("customers", .object(body))
            #expect(reply.status == 400)
            #expect(reply.errorCode == 2000)
            #expect(reply.fields == [field])
        }
        #expect(client.sandbox.vismaRows("customers").isEmpty)
    }

    @Test(arguments: [
        ("Name", JSON.string(String(repeating: "å", count: 51))), ("Name", " "), ("InvoiceCity", ""),
        ("CustomerNumber", "12345678901234567"), ("InvoicePostalCode", "12345678901"), ("IsActive", "true"),
        ("DiscountPercentage", .number("1.5")), ("DiscountPercentage", .number("0.12345")),
        ("InvoiceCountryCode", "XX"), ("InvoiceCountryCode", "SWE"), ("CurrencyCode", "KRO"), ("PropertyType", 3),
        ("TermsOfPaymentId", "not a guid"), ("TermsOfPaymentId", "00000000-0000-4000-8000-000000000000"),
    ])
    func `a value that does not fit is refused with code 2000`(field: String, value: JSON) async throws {
        let client = try await Client()
        let reply = try await client.post("customers", customerBody([field: value], of: client))
        #expect(reply.status == 400)
        #expect(reply.errorCode == 2000)
        #expect(reply.fields == [field])
    }

    @Test func `a name of fifty characters is taken`() async throws {
        let client = try await Client()
        let name = JSON.string(String(repeating: "Ö", count: 50))
        #expect(try await client.post("customers", customerBody(["Name": name], of: client)).status == 201)
    }

    @Test func `terms that are for purchases only are refused`() async throws {
        let client = try await Client()
        let terms = try #require(client.sandbox.vismaRows("termsofpayments").first { $0["AvailableForSales"] == false })
        let body = try customerBody(["TermsOfPaymentId": terms["Id"] ?? nil], of: client)
        #expect(try await client.post("customers", body).fields == ["TermsOfPaymentId"])
    }

    @Test func `a second customer of the same number is 409 with code 4000`() async throws {
        let client = try await Client()
        let body = try customerBody(["CustomerNumber": "00017"], of: client)
        #expect(try await client.post("customers", body).status == 201)
        let reply = try await client.post("customers", body)
        #expect(reply.status == 409)
        #expect(reply.errorCode == 4000)
        #expect(client.sandbox.vismaRows("customers").count == 1)
    }

    @Test(arguments: [
        ("SE", "SE556677889901", true), ("SE", "SE5566778899", false), ("DE", "556677889901", false),
        ("DE", "DE123456789", true), ("NO", "999888777MVA", true),
    ])
    func `a VAT number must have the form of its country`(country: JSON, number: JSON, fits: Bool) async throws {
        let client = try await Client()
        let body = try customerBody(["VatNumber": number, "InvoiceCountryCode": country], of: client)
        let reply = try await client.post("customers", body)
        #expect(reply.status == (fits ? 201 : 400))
        #expect(reply.errorCode == (fits ? nil : 4025))
    }

    @Test func `a VAT number without a country is refused`() async throws {
        let client = try await Client()
        let body = try customerBody(["VatNumber": "SE556677889901"], of: client)
        #expect(try await client.post("customers", body).fields == ["InvoiceCountryCode"])
    }

    @Test func `a PUT clears what it leaves out and keeps the number`() async throws {
        let client = try await Client()
        let created = try await client.post("customers", customerBody(["EmailAddress": "a@example.se"], of: client))
        client.clock.advance(by: 10)
        let path = "customers/\(created["Id"].text)"
        let replaced = try await client.put(path, customerBody(["Name": "Nytt AB"], of: client))
        #expect(replaced.status == 200)
        #expect(replaced["EmailAddress"] == .null)
        #expect(replaced["CustomerNumber"] == created["CustomerNumber"])
        #expect(replaced["ChangedUtc"] != created["ChangedUtc"])
        #expect(try await client.put(path, ["Id": created["Id"], "Name": "Kort AB"]).errorCode == 2000)
    }

    @Test func `an unknown customer is 404 with code 3000`() async throws {
        let client = try await Client()
        let path = "customers/00000000-0000-4000-8000-000000000000"
        #expect(try await client.get(path).status == 404)
        #expect(try await client.get(path).errorCode == 3000)
        #expect(try await client.put(path, customerBody(of: client)).errorCode == 3000)
        #expect(try await client.delete(path).errorCode == 3000)
    }

    @Test func `a body that is not a JSON object is refused`() async throws {
        let client = try await Client()
        #expect(try await client.post("customers", [1]).errorCode == 2000)
        #expect(try await client.send("POST", "customers").errorCode == 2000)
    }

    @Test func `camel case and read-only members count for nothing`() async throws {
        let client = try await Client()
        let body = try customerBody(["email": "x", "emailAddress": "x", "Id": "x", "ChangedUtc": "x"], of: client)
        let created = try await client.post("customers", body)
        #expect(created.status == 201)
        #expect(created["EmailAddress"] == .null)
        #expect(created["emailAddress"] == .null)
        #expect(UUID(uuidString: created["Id"].text) != nil)
    }

    @Test func `a customer without transactions can be deleted`() async throws {
        let client = try await Client()
        let created = try await client.post("customers", customerBody(of: client))
        #expect(try await client.delete("customers/\(created["Id"].text)").status == 200)
        #expect(client.sandbox.vismaRows("customers").isEmpty)
    }

    @Test func `another method than the route's is 405 with the allowed ones`() async throws {
        let reply = try await Client().send("PATCH", "customers")
        #expect(reply.status == 405)
        #expect(reply.headers["Allow"] == "GET, POST")
    }
}
