import Foundation
import MicroHTTP
package import RemoteAPI
package import Sandbox

extension VendorSandbox {
    /// Answers a call without a network in between.
    ///
    /// - Parameters:
    ///   - call: The call.
    ///   - isForVisma: Which of the two vendors it is for.
    /// - Returns: The answer.
    /// - Throws: `unreachable` where the answer was lost.
    package func reply(
        to call: Transport.Call,
        isForVisma: Bool
    ) async throws(RemoteAPIError) -> Transport.Reply {
        guard let url = URLComponents(string: call.url.revealed) else {
            throw .unreachable(reason: "not a valid address", mayHaveHappened: false)
        }
        var fields = Fields(call.headers)
        fields["Host"] = [url.host, url.port.map { "\($0)" }].compactMap(\.self).joined(separator: ":")
        if let authorization = call.authorization { fields["Authorization"] = authorization.value }
        let target = url.percentEncodedPath + (url.percentEncodedQuery.map { "?\($0)" } ?? "")
        let request = Request(call.method, target, headers: fields, body: call.body.map { Array($0) } ?? [])
        let response: Response
        do throws(ConnectionLost) {
            response = try await (isForVisma ? visma : outSmart).response(to: request)
        } catch {
            throw .unreachable(reason: "the connection broke", mayHaveHappened: true)
        }
        guard case .bytes(let bytes) = response.body else { throw .unreadable(reason: "no whole answer") }
        let headers = response.headers.map { ($0.name.lowercased(), $0.value) }
        return Transport.Reply(
            status: Int(response.status),
            headers: Dictionary(headers) { $1 },
            body: Data(bytes)
        )
    }
}
