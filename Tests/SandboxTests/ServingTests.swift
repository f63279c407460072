import Foundation
import FoundationNetworking
import Sandbox
import Testing

@Suite struct ServingTests {
    /// Runs a sandbox on free ports for as long as the work takes.
    private func serving(_ sandbox: VendorSandbox, _ work: (VendorSandbox.Addresses) async throws -> Void) async throws
    {
        let (addresses, found) = AsyncStream<VendorSandbox.Addresses>.makeStream()
        let server = Task { try await sandbox.run { found.yield($0) } }
        defer { server.cancel() }
        for await address in addresses {
            try await work(address)
            break
        }
        server.cancel()
        try await server.value
    }

    @Test func `both vendors and the page are served on the loopback interface`() async throws {
        let client = try await Client(.sampleCompany)
        try await serving(client.sandbox) { addresses in
            let (page, _) = try await URLSession.shared.data(from: #require(URL(string: addresses.identity + "/")))
            #expect(String(decoding: page, as: UTF8.self).contains("Eriksson"))

            var request = URLRequest(url: try #require(URL(string: addresses.vismaAPI + "/customers?$pagesize=1000")))
            request.setValue("Bearer \(client.token)", forHTTPHeaderField: "Authorization")
            let (list, _) = try await URLSession.shared.data(for: request)
            #expect(try JSON(parsing: list).object?["Data"]?.array?.count == 1000)

            let (refusal, _) = try await URLSession.shared.data(
                from: #require(URL(string: addresses.outSmartAPI + "/relations/"))
            )
            #expect(try JSON(parsing: refusal).object?["code"] == 1002)
        }
    }

    @Test(arguments: [Fault.lost(.after), .lost(.before), .truncated])
    func `a lost or truncated answer ends its connection`(fault: Fault) async throws {
        let client = try await Client(.empty)
        client.sandbox.declare(fault, method: "GET", pathPrefix: "/v2/companysettings", count: 1)
        try await serving(client.sandbox) { addresses in
            var request = URLRequest(url: try #require(URL(string: addresses.vismaAPI + "/companysettings")))
            request.setValue("Bearer \(client.token)", forHTTPHeaderField: "Authorization")
            let broken = request
            await #expect(throws: (any Error).self) { try await URLSession.shared.data(for: broken) }
            // The fault was for one call only.
            let (whole, _) = try await URLSession.shared.data(for: request)
            #expect(try JSON(parsing: whole).object?["Name"] != nil)
        }
    }

    @Test func `a port that is taken ends the run with an error`() async throws {
        let sandbox = try VendorSandbox(.init(seed: .empty))
        try await serving(sandbox) { addresses in
            await #expect(throws: (any Error).self) {
                try await VendorSandbox(.init(seed: .empty)).run(vismaPort: addresses.vismaPort)
            }
        }
    }
}
