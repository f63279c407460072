package import Foundation
package import RemoteAPI

extension OutSmartClient {
    /// Fetches the PDF of a work order.
    ///
    /// The address is whatever stands in the work order, so it is not trusted: `https` to the API's own host,
    /// `*.out-smart.com` or `*.werkbonapp.nl` only, redirects included; plain `http` only where the API itself is on
    /// loopback. No token is sent along.
    ///
    /// - Parameter address: ``WorkOrder/pdfURL``.
    /// - Returns: A file that begins as a PDF does, of at most 5 MiB.
    /// - Throws: ``RemoteAPIError``; `unreadable` for whatever is no such file at no such place.
    package func pdf(at address: Secret) async throws(RemoteAPIError) -> Data {
        var next = address
        for _ in 0..<4 {
            let place = try PDFAddress(next.value, apiURL: baseURL)
            let call = Transport.Call(
                method: "GET",
                route: "GET pdf",
                url: RequestURL(given: Secret(place.url), host: place.host),
                headers: [("Accept", "application/pdf")],
                answerLimit: 5 << 20
            )
            let reply = try await transport.send(call)
            if (300..<400).contains(reply.status), let target = reply.headers["location"],
                let url = URL(string: target, relativeTo: URL(string: place.url))
            {
                next = Secret(url.absoluteString)
                continue
            }
            guard reply.status == 200 else {
                let refusal = Refusal(status: reply.status)
                throw reply.status >= 500 ? .failed(refusal) : .refused(refusal)
            }
            guard reply.body.starts(with: Data("%PDF".utf8)) else { throw .unreadable(reason: "the file is no PDF") }
            return reply.body
        }
        throw .unreadable(reason: "the PDF is redirected too often")
    }
}

/// Where a PDF may be fetched from.
private struct PDFAddress {
    let url: String
    let host: String

    init(_ text: String, apiURL: String) throws(RemoteAPIError) {
        guard let api = URL(string: apiURL), var parts = URLComponents(string: text), parts.user == nil,
            parts.password == nil, parts.scheme == "http" || parts.scheme == "https",
            let host = parts.host?.lowercased(), let apiHost = api.host?.lowercased()
        else { throw .unreadable(reason: "the PDF's address is not valid") }
        let loopback = ["localhost", "127.0.0.1", "[::1]", "::1"]
        let isOwn = host == apiHost || (loopback.contains(host) && loopback.contains(apiHost))
        let isVendors = ["out-smart.com", "werkbonapp.nl"].contains { host == $0 || host.hasSuffix(".\($0)") }
        guard isOwn || isVendors else { throw .unreadable(reason: "the PDF is on \(host), which is not OutSmart's") }
        // Another port of the API's own machine is another service.
        guard parts.port == nil || (isOwn && parts.port == api.port) else {
            throw .unreadable(reason: "the PDF is on another port of \(host)")
        }
        if !(isOwn && loopback.contains(apiHost) && api.scheme == "http") { parts.scheme = "https" }
        guard let url = parts.string else { throw .unreadable(reason: "the PDF's address is not valid") }
        self.url = url
        self.host = host
    }
}
