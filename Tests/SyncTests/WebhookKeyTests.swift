import Foundation
import Testing

@testable import Sync

/// The vectors are those of Standard Webhooks' reference libraries.
@Suite struct WebhookKeyTests {
    private let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private let timestamp = "1614265330"
    private let body = Data(#"{"test": 2432232314}"#.utf8)
    private let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

    @Test func `signs as the reference libraries do`() throws {
        let key = try #require(WebhookKey(secret))
        #expect(key.signature(of: id, at: timestamp, body) == signature)
        #expect(key.accepts(signature, of: id, at: timestamp, body))
    }

    @Test func `one good signature among others is enough`() throws {
        let key = try #require(WebhookKey(secret))
        let others = [
            "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=", "v2,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=",
            "v1,no base64", "v1,", ",", "v1", "v1a,\(signature.dropFirst(3))",
        ]
        for other in others { #expect(!key.accepts(other, of: id, at: timestamp, body), "\(other)") }
        #expect(key.accepts((others + [signature]).joined(separator: " "), of: id, at: timestamp, body))
        #expect(key.accepts("  \(signature)  ", of: id, at: timestamp, body))
        let many = Array(repeating: others[0], count: 16).joined(separator: " ")
        #expect(!key.accepts("\(many) \(signature)", of: id, at: timestamp, body))
    }

    @Test func `whatever is signed can't be changed`() throws {
        let key = try #require(WebhookKey(secret))
        #expect(!key.accepts(signature, of: id + "k", at: timestamp, body))
        #expect(!key.accepts(signature, of: id, at: "1614265331", body))
        #expect(!key.accepts(signature, of: id, at: timestamp, body + [0x20]))
        #expect(!key.accepts(signature, of: id, at: timestamp, Data()))
        let other = try #require(WebhookKey("whsec_" + Data(repeating: 1, count: 24).base64EncodedString()))
        #expect(!other.accepts(signature, of: id, at: timestamp, body))
        for index in 3..<signature.utf8.count {
            var forged = Array(signature.utf8)
            forged[index] = forged[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(!key.accepts(String(decoding: forged, as: UTF8.self), of: id, at: timestamp, body))
        }
    }

    @Test(arguments: [
        "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS", "whsec_a b",
        "whsec_" + Data(repeating: 1, count: 23).base64EncodedString(),
        "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(),
    ])
    func `what is no secret makes no key`(secret: String) {
        #expect(WebhookKey(secret) == nil)
    }

    @Test func `a new secret makes a key`() {
        #expect(WebhookKey(Token.webhookSecret()) != nil)
    }
}
