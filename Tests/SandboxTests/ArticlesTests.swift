import Foundation
import MicroHTTP
import Sandbox
import Testing

/// The identifier of a row of one of the base lists, found by one of its members.
func listID(_ table: String, _ member: String, _ value: JSON, of client: Client) throws -> JSON {
    try #require(client.sandbox.vismaRows(table).first { $0[member] == value }?["Id"])
}

/// The body of an article that Visma takes.
func articleBody(_ changes: JSONObject = [:], of client: Client) throws -> JSON {
    var body: JSONObject = [
        "Number": "4711", "Name": "Kulventil", "IsActive": true, "NetPrice": .number("100.50"),
        "CodingId": try listID("articleaccountcodings", "Name", "Varor 25 %", of: client),
        "UnitId": try listID("units", "Abbreviation", "st", of: client),
    ]
    for (name, value) in changes { body[name] = value }
    return .object(body)
}

@Suite struct ArticlesTests {
    @Test func `an article takes unit, coding and gross price from its lists`() async throws {
        let client = try await Client()
        let article = try await client.post("articles", articleBody(of: client))
        #expect(article.status == 201)
        #expect(article["UnitAbbreviation"] == "st")
        #expect(article["CodingName"] == "Varor 25 %")
        #expect(article["GrossPrice"] == .number("125.63"))
        #expect(article["IsServiceArticle"] == false)
        #expect(try await client.get("articles/\(article["Id"].text)").json == article.json)
    }

    @Test func `a net price follows from a gross price, and a pair must agree`() async throws {
        let client = try await Client()
        let gross = try articleBody(["NetPrice": .null, "GrossPrice": 125], of: client)
        #expect(try await client.post("articles", gross)["NetPrice"] == 100)
        let pair = try articleBody(["Number": "2", "NetPrice": 100, "GrossPrice": 124], of: client)
        #expect(try await client.post("articles", pair).fields == ["GrossPrice"])
    }

    @Test(arguments: ["Number", "Name", "IsActive", "CodingId", "UnitId"])
    func `an article without a required field is refused with the field's name`(field: String) async throws {
        let client = try await Client()
        let reply = try await client.post("articles", articleBody([field: .null], of: client))
        #expect(reply.errorCode == 2000)
        #expect(reply.fields == [field])
    }

    @Test(arguments: [
        ("Number", JSON.string(String(repeating: "1", count: 41))), ("NetPrice", .number("1.234")), ("NetPrice", -1),
        ("NetPrice", "100"), ("UnitId", "00000000-0000-4000-8000-000000000000"), ("HouseWorkType", 8),
        ("CodingId", "00000000-0000-4000-8000-000000000000"),
    ])
    func `a value that does not fit is refused with code 2000`(field: String, value: JSON) async throws {
        let client = try await Client()
        let reply = try await client.post("articles", articleBody([field: value], of: client))
        #expect(reply.errorCode == 2000)
        #expect(reply.fields == [field])
    }

    @Test func `a second article of the same number is 409, and none can be deleted`() async throws {
        let client = try await Client()
        let article = try await client.post("articles", articleBody(of: client))
        #expect(try await client.post("articles", articleBody(of: client)).errorCode == 4000)
        #expect(try await client.delete("articles/\(article["Id"].text)").status == 405)
        #expect(
            try await client.put("articles/\(article["Id"].text)", articleBody(["IsActive": false], of: client)).status
                == 200
        )
    }
}

@Suite struct ProjectsTests {
    @Test func `a project has a number of nine characters and an existing customer`() async throws {
        let client = try await Client()
        let customer = try await client.post("customers", customerBody(of: client))["Id"]
        let body: JSONObject = ["Number": "P12345678", "Name": "Stambyte", "Status": 1, "CustomerId": customer]
        let project = try await client.post("projects", .object(body))
        #expect(project.status == 201)
        #expect(project["CustomerName"] == "Exempel AB")
        #expect(project["StartDate"] == "2025-11-22T00:00:00Z")
        #expect(try await client.post("projects", .object(body)).errorCode == 4000)

        func refusal(_ name: String, _ value: JSON) async throws -> Int? {
            var body = body
            body[name] = value
            return try await client.post("projects", .object(body)).errorCode
        }
        #expect(try await refusal("Number", "P123456789") == 2000)
        #expect(try await refusal("Status", 3) == 2000)
        #expect(try await refusal("EndDate", "2020-01-01") == 2000)
        #expect(try await refusal("CustomerId", "00000000-0000-4000-8000-000000000000") == 3000)
    }

    @Test func `a project is created with the accounting scope only`() async throws {
        let client = try await Client(scopes: "ea:api ea:sales")
        #expect(try await client.get("projects").status == 200)
        #expect(try await client.post("projects", ["Number": "1", "Name": "A", "Status": 1]).errorCode == 4006)
    }
}
