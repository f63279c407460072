import Foundation
import OutSmart
import RemoteAPI
import Testing

@Suite struct EnvelopeTests {
    private static let row = OutSmartClient.Relation(
        debtorNumber: "007",
        name: "Åkes Bygg",
        street: "Storgatan 1",
        postalCode: "211 20",
        city: "Malmö"
    )

    @Test func `posts relations with the tokens in the query and nowhere else`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.method == "POST")
            #expect(call.route == "POST /relations/")
            #expect(
                call.url.revealed == "https://outsmart.test/openapi/8/relations/?token=t0k3n&software_token=s0ft"
            )
            #expect(
                "\(call)"
                    == "POST https://outsmart.test/openapi/8/relations/?token=<redacted>&software_token=<redacted>"
            )
            #expect(call.authorization == nil)
            return #"{"code":200,"messages":[],"response":1}"#
        }
        var row = Self.row
        row.externalID = "id-1"
        row.phoneNumber = ""
        row.active = true
        try await outSmart.client.sending([row])()
        #expect(
            outSmart.calls.first?.text == """
                [{"debtor_number":"007","external_id":"id-1","name":"Åkes Bygg","street":"Storgatan 1",\
                "postal_code":"211 20","city":"Malmö","phone_number":"","active":1}]
                """
        )
    }

    @Test func `sends the bearer token besides where there is one`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.authorization == Secret("Bearer b"))
            return #"{"code":200,"messages":null,"response":null}"#
        }
        try await outSmart.client(bearer: "b").sending([Self.row])()
        #expect(outSmart.calls.count == 1)
    }

    @Test func `reads relations whatever their scalars are`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.answerTimeout == .seconds(300))
            #expect(call.url.description.contains("/relations/?key=debtor_number&value=007&operator=eq&token="))
            return """
                {"code":"200","messages":[],"response":[
                 {"id":"1","debtor_number":"007","name":"A","street":"","postal_code":null,"city":"B","active":"1"},
                 {"id":2,"debtor_number":8,"name":"A","active":0},"?"]}
                """
        }
        let rows = try await outSmart.client.relations(where: [Filter("debtor_number", .equal, "007")])
        #expect(rows.map(\.debtorNumber) == ["007", "8"])
        #expect(rows.map(\.active) == [true, false])
        #expect(rows.map(\.city) == ["B", ""])
    }

    @Test func `several conditions go as lists`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(
                call.url.revealed.contains("?key%5B%5D=a&value%5B%5D=1&operator%5B%5D=eq&key%5B%5D=b&value%5B%5D=2&")
            )
            return #"{"code":200,"messages":[],"response":null}"#
        }
        await #expect(throws: RemoteAPIError.unreadable(reason: "the answer has no response")) {
            _ = try await outSmart.client.relations(where: [Filter("a", .equal, "1"), Filter("b", .greater, "2")])
        }
    }

    @Test(arguments: [
        (1002, "unauthorized"), (1005, "unauthorized"), (1007, "failed"), (1006, "refused"), (1301, "refused"),
        (1300, "refused"), (1501, "refused"), (1009, "refused"),
    ])
    func `decides on the code, and shows the words without the tokens`(code: Int, kind: String) async {
        let outSmart = OutSmartStub { _ in
            #"{"code":\#(code),"messages":["Required field missing: city","t0k3n s0ft"],"response":null}"#
        }
        let error = await #expect(throws: RemoteAPIError.self) { try await outSmart.client.sending([Self.row])() }
        #expect(
            error.map { "\($0)" }
                == "\(kind): Required field missing: city; <redacted> <redacted> (code \(code))"
        )
        #expect(outSmart.calls.count == 1)
    }

    @Test(arguments: [
        (200, "<html>"), (200, ""), (200, "[]"), (200, #"{"code":200,"response":{}}"#), (302, ""), (502, "<html>"),
        (503, ""),
    ])
    func `an answer without an envelope may have happened`(status: Int, body: String) async {
        let outSmart = OutSmartStub(status: status) { _ in body }
        let error = await #expect(throws: RemoteAPIError.self) { _ = try await outSmart.client.relations() }
        #expect(error?.mayHaveHappened == true)
        #expect(outSmart.calls.count == (status > 500 ? 5 : 1))
    }

    @Test func `tries a failed read again, and a failed posting not`() async {
        let outSmart = OutSmartStub { _ in #"{"code":1007,"messages":["Uncaught"],"response":null}"# }
        await #expect(throws: RemoteAPIError.self) { _ = try await outSmart.client.relations() }
        #expect(outSmart.calls.count == 5)
        await #expect(throws: RemoteAPIError.self) { try await outSmart.client.sending([Self.row])() }
        #expect(outSmart.calls.count == 6)
    }
}
