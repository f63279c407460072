import Foundation
import MicroHTTP
import Sandbox
import Testing

@Suite struct RelationsTests {
    private let relation: JSONObject = [
        "debtor_number": "00017", "name": "Exempel AB", "street": "Gatan 1", "postal_code": "111 22",
        "city": "Stockholm", "active": true, "latitude": .number("59.33"),
    ]

    private func changed(_ changes: JSONObject) -> JSON {
        var relation = relation
        for (name, value) in changes { relation[name] = value }
        return .object(relation)
    }

    @Test func `a list is stored, counted, and read back as strings`() async throws {
        let client = try await Client()
        let reply = try await client.outSmart("POST", "relations/", [changed([:]), changed(["debtor_number": "18"])])
        #expect(reply.status == 200)
        #expect(reply.json == ["code": 200, "messages": [], "response": 2])
        let rows = try await client.outSmart("GET", "relations/").rows
        #expect(rows.map { $0["debtor_number"] } == ["00017", "18"])
        #expect(rows[0]["active"] == "1")
        #expect(rows[0]["latitude"] == "59.33")
        #expect(rows[0]["email"] == .null)
        #expect(rows[0]["id"] == "1")
    }

    @Test func `the same number again updates what is sent and keeps the rest`() async throws {
        let client = try await Client()
        _ = try await client.outSmart("POST", "relations", [changed(["email": "a@example.se"])])
        _ = try await client.outSmart("POST", "relations", [changed(["name": "Nytt AB"])])
        let rows = try await client.outSmart("GET", "relations").rows
        #expect(rows.count == 1)
        #expect(rows[0]["name"] == "Nytt AB")
        #expect(rows[0]["email"] == "a@example.se")
        #expect(client.sandbox.posts(.outSmartTable("relations")) == ["00017": 2])
    }

    @Test(arguments: ["name", "debtor_number", "street", "postal_code", "city"])
    func `one bad row refuses the whole list`(field: String) async throws {
        let client = try await Client()
        let reply = try await client.outSmart("POST", "relations/", [changed([:]), changed([field: ""])])
        #expect(reply.status == 200)
        #expect(reply.code == 1301)
        #expect(reply.messages == ["Required field missing: \(field)"])
        #expect(reply["response"] == .null)
        #expect(client.sandbox.outSmartRows("relations").isEmpty)
    }

    @Test func `a single object is taken like a list of one`() async throws {
        let reply = try await Client().outSmart("POST", "relations/", changed([:]))
        #expect(reply["response"] == 1)
    }

    @Test func `tokens are checked one after the other`() async throws {
        let client = try await Client()
        func code(_ query: String) async throws -> Int? {
            Reply(try await client.sandbox.outSmart.response(to: .init("GET", "/openapi/8/relations/?" + query))).code
        }
        let token = VendorSandbox.outSmartToken(of: "eriksson")
        #expect(try await code("") == 1002)
        #expect(try await code("token=\(token)") == 1003)
        #expect(try await code("token=x&software_token=x") == 1004)
        #expect(try await code("token=\(token)&software_token=x") == 1005)
        #expect(try await code("token=\(token)&software_token=\(VendorSandbox.softwareToken)") == 200)
    }

    @Test func `what is no call of the API has its own codes`() async throws {
        let client = try await Client()
        #expect(try await client.outSmart("GET", "").code == 1000)
        #expect(try await client.outSmart("GET", "nonsense/").code == 1001)
        #expect(try await client.outSmart("POST", "relations/").code == 1008)
        #expect(try await client.outSmart("POST", "relations/", "text").code == 1009)
    }

    @Test(arguments: [
        ("key=city&value=stockholm&operator=li", 2), ("key=city&value=Stock&operator=li", 0),
        ("key[]=city&value[]=Stockholm&operator[]=eq&key[]=name&value[]=Exempel%20AB&operator[]=ne", 1),
        ("key[0]=debtor_number&value[0]=9&operator[0]=gt", 1),
    ])
    func `filters are read in all three forms, and li finds whole values only`(query: String, count: Int) async throws {
        let client = try await Client()
        let rows: JSON = [changed(["debtor_number": "8"]), changed(["debtor_number": "10", "name": "B"])]
        _ = try await client.outSmart("POST", "relations/", rows)
        #expect(try await client.outSmart("GET", "relations/?\(query)").rows.count == count)
    }

    @Test func `a column that cannot be filtered by is named`() async throws {
        let reply = try await Client().outSmart("GET", "relations/?key=password&value=x")
        #expect(reply.code == 1300)
        #expect(reply.messages == ["Key password not allowed"])
    }

    @Test func `accounts do not see each other`() async throws {
        let client = try await Client()
        _ = try await client.outSmart("POST", "relations/", changed([:]))
        #expect(try await client.outSmart("GET", "relations/", account: "norrland").rows.isEmpty)
    }
}
