import EAccounting
import Foundation
import RemoteAPI
import Synchronization
import Testing

@Suite struct CallTests {
    private static let company = #"{"Name":"Rör & El AB","ActivatedModules":["sales_standard"],"ProductVariant":5}"#

    @Test func `sends the token and reads the company`() async throws {
        let visma = VismaStub { call in
            #expect(call.url.revealed == "https://visma.test/v2/companysettings")
            #expect(call.authorization == Secret("Bearer t1"))
            #expect(call.answerTimeout == .seconds(60))
            return .ok(Self.company)
        }
        let company = try await visma.client.companySettings()
        #expect(company.name == "Rör & El AB")
        #expect(company.activatedModules == ["sales_standard"])
        #expect(company.productVariant == 5)
    }

    @Test(arguments: [(401, ""), (401, #"{"ErrorCode":4005}"#), (400, #"{"errorCode":4005}"#), (401, "<html>")])
    func `renews a refused token once and repeats the call once`(status: Int, body: String) async throws {
        let visma = VismaStub { call in
            call.authorization == Secret("Bearer t1") ? .error(status, body) : .ok(Self.company)
        }
        #expect(try await visma.client.companySettings().name == "Rör & El AB")
        #expect(visma.calls.map(\.authorization) == [Secret("Bearer t1"), Secret("Bearer t2")])
    }

    @Test func `gives up when the renewed token is refused too`() async {
        let visma = VismaStub { _ in .error(401) }
        let error = await #expect(throws: RemoteAPIError.self) { _ = try await visma.client.companySettings() }
        guard case .unauthorized = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(visma.calls.count == 2)
    }

    @Test(arguments: [
        (408, ""), (500, #"{"ErrorCode":5000}"#), (400, #"{"ErrorCode":5001}"#), (502, "<html>Bad gateway</html>"),
        (503, ""), (504, ""), (429, ""),
        (400, #"{"ErrorCode":4010,"DeveloperErrorMessage":"Try again in 1 seconds."}"#),
    ])
    func `tries a passing failure again`(status: Int, body: String) async throws {
        let attempts = Mutex(0)
        let visma = VismaStub { _ in
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            return attempt < 2 ? .error(status, body, headers: ["retry-after": "0"]) : .ok(Self.company)
        }
        #expect(try await visma.client.companySettings().name == "Rör & El AB")
        #expect(visma.calls.count == 2)
    }

    @Test(arguments: [
        (400, 2000), (404, 3000), (409, 4000), (403, 4002), (403, 4006), (401, 4011), (500, 4026), (400, 6000),
    ])
    func `reports a refusal by Visma's code, whatever the status, and does not repeat it`(status: Int, code: Int) async
    {
        let visma = VismaStub { _ in
            .error(
                status,
                """
                {"ErrorCode":\(code),"DeveloperErrorMessage":"No t1 for you","ErrorId":"e-1",
                 "Errors":[{"Field":"Name","ErrorCode":"9","Message":"Too long","Key":"k"},{"Key":"x","Message":null}]}
                """
            )
        }
        let error = await #expect(throws: RemoteAPIError.self) { _ = try await visma.client.companySettings() }
        guard case .refused(let refusal) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(refusal.code == code)
        #expect(refusal.words == "No <redacted> for you Name: Too long x (code \(code)) (ErrorId e-1)")
        #expect(visma.calls.count == 1)
    }

    @Test func `takes the pause from the header, else from the message`() {
        let message =
            #"{"ErrorCode":4010,"DeveloperErrorMessage":"maximum admitted 600 per Minute. Try again in 55 seconds."}"#
        let named = RemoteAPIError(visma: .error(429, message), hiding: [])
        guard case .throttled(.seconds(55), let refusal) = named else {
            Issue.record("\(String(describing: named))")
            return
        }
        #expect(refusal?.code == 4010)
        let header = RemoteAPIError(visma: .error(429, message, headers: ["retry-after": "7"]), hiding: [])
        guard case .throttled(.seconds(7), _) = header else {
            Issue.record("\(String(describing: header))")
            return
        }
    }

    @Test(arguments: [(500, ""), (502, "<html>"), (200, "<html>"), (201, "{")])
    func `never repeats a posting that may have been carried out`(status: Int, body: String) async {
        let visma = VismaStub { _ in .error(status, body) }
        let customer = EAccountingClient.NewCustomer(
            customerNumber: nil,
            name: "A",
            isPrivatePerson: false,
            termsOfPaymentId: "t",
            invoicePostalCode: "1",
            invoiceCity: "B"
        )
        let error = await #expect(throws: RemoteAPIError.self) { _ = try await visma.client.createCustomer(customer) }
        #expect(error?.mayHaveHappened == true)
        #expect(visma.calls.count == 1)
    }
}
