import Foundation
import RemoteAPI

// What `connector check` finds at the vendors.

extension VendorConfiguration {
    /// Whether the vendors can be reached, and whether this machine's clock agrees with theirs.
    func findings() async -> [(subject: String, finding: Finding)] {
        let transport = Transport.live()
        let addresses = [
            ("Visma's login", vismaIdentityURL), ("Visma's API", vismaAPIURL), ("OutSmart's API", outSmartAPIURL),
        ]
        var findings: [(String, Finding)] = []
        var clock: Finding?
        for (name, address) in addresses {
            let call = Transport.Call(
                method: "GET",
                route: "check",
                url: RequestURL(base: address, path: "/"),
                answerTimeout: .seconds(20)
            )
            // Any answer will do: without a token there is nothing to be had.
            do throws(RemoteAPIError) {
                let reply = try await transport.send(call)
                findings.append((name, .well("\(address) answers")))
                if clock == nil { clock = Self.clock(reply, name) }
            } catch {
                findings.append((name, .fault("\(address) can't be reached: \(error.vendorWords)")))
            }
        }
        findings.append(("clock", clock ?? .note("no vendor said what time it is")))
        return findings
    }

    /// Compares this machine's clock with the one of the vendor that answered.
    private static func clock(_ reply: Transport.Reply, _ name: String) -> Finding? {
        guard let text = reply.headers["date"], let date = Date(httpDate: text) else { return nil }
        let seconds = Int(abs(date.timeIntervalSinceNow).rounded())
        guard seconds <= 60 else {
            return .fault("this machine's clock is \(seconds) s away from that of \(name): set it by NTP.")
        }
        return .well("within a minute of that of \(name)")
    }
}
