import Foundation
import RemoteAPI
import Testing

/// Expects that no way of printing a value shows any of these texts.
func expectNoSecret(_ secrets: [String], in value: Any, sourceLocation: SourceLocation = #_sourceLocation) {
    var dumped = ""
    dump(value, to: &dumped)
    for text in [String(describing: value), String(reflecting: value), "\(value)", dumped] {
        for secret in secrets { #expect(!text.contains(secret), sourceLocation: sourceLocation) }
    }
}

@Suite struct SecretTests {
    private struct Holder {
        var secret = Secret("s3cr3t")
        var maybe: Secret? = Secret("s3cr3t")
        var list = [Secret("s3cr3t")]
        var byName = ["name": Secret("s3cr3t")]
    }

    @Test func `never prints, wherever it is held`() {
        expectNoSecret(["s3cr3t"], in: Secret("s3cr3t"))
        expectNoSecret(["s3cr3t"], in: Holder())
        #expect("\(Secret("s3cr3t"))" == "<redacted>")
        #expect(Secret("s3cr3t").value == "s3cr3t")
    }

    @Test func `an address prints its secret query redacted`() {
        var url = RequestURL(base: "https://example.test/openapi/8/", path: "/relations/")
        url.append("key", "zip code")
        url.append("token", secret: Secret("s3cr3t"))
        #expect("\(url)" == "https://example.test/openapi/8/relations/?key=zip%20code&token=<redacted>")
        #expect(url.revealed == "https://example.test/openapi/8/relations/?key=zip%20code&token=s3cr3t")
        expectNoSecret(["s3cr3t"], in: url)
        expectNoSecret(["s3cr3t"], in: [url])
    }

    @Test func `a path segment cannot leave its place`() {
        var url = RequestURL(base: "https://example.test", path: "/customers")
        url.append(segment: "a/../b?c#d")
        #expect(url.revealed == "https://example.test/customers/a%2F..%2Fb%3Fc%23d")
    }

    @Test func `calls and replies print neither tokens nor bodies`() {
        var url = RequestURL(base: "https://example.test", path: "/connect/token")
        url.append("token", secret: Secret("s3cr3t"))
        let call = Transport.Call(
            method: "POST",
            route: "POST /connect/token",
            url: url,
            authorization: Secret("Basic s3cr3t"),
            body: Data("s3cr3t".utf8)
        )
        let bytes = Array("s3cr3t".utf8).map { String($0) }.joined(separator: ", ")
        expectNoSecret(["s3cr3t", bytes], in: call)
        expectNoSecret(["s3cr3t", bytes], in: Transport.Reply(status: 200, body: Data("s3cr3t".utf8)))
    }

    @Test func `a refusal redacts the secrets that a vendor repeats`() {
        let refusal = Refusal(
            status: 401,
            code: 1004,
            message: "token s3cr3t\r\nunauthorised",
            fields: [Refusal.Field(field: "token", message: "s3cr3t")],
            hiding: [Secret("s3cr3t"), Secret("")]
        )
        expectNoSecret(["s3cr3t"], in: refusal)
        expectNoSecret(["s3cr3t"], in: RemoteAPIError.unauthorized(refusal))
        #expect(refusal.words == "token <redacted>  unauthorised token: <redacted> (code 1004)")
        #expect(Refusal(status: 400, message: String(repeating: "a", count: 5000)).words.count < 1100)
    }
}
