import Foundation
import JWTKit
import Licensing
import Testing

@Suite struct LicenseTests {
    private let now = Date(timeIntervalSince1970: 1_790_000_000)
    private let keys: LicenseKeys
    private let issuer: LicenseIssuer
    private let verifier: LicenseVerifier

    init() throws {
        keys = try LicenseKeys.generate()
        issuer = try #require(LicenseIssuer(privateKeyBase64: keys.privateKeyBase64))
        verifier = try #require(LicenseVerifier(publicKeyBase64: keys.publicKeyBase64))
    }

    private func token(account: String = "nord", from: TimeInterval = -60, until: TimeInterval = 3_600) async throws
        -> String
    {
        let license = License(account: account, notBefore: now + from, expires: now + until)
        return try await issuer.token(for: license)
    }

    @Test func `an issued licence is active until it expires`() async throws {
        let token = try await token()
        #expect(await verifier.state(of: token, account: "nord", now: now) == .active(until: now + 3_600))
        #expect(await verifier.state(of: " \(token)\n", account: "nord", now: now) == .active(until: now + 3_600))
        #expect(await verifier.state(of: token, account: "nord", now: now + 3_600) == .expired(at: now + 3_600))
    }

    @Test func `the header names EdDSA and the issuer names the public key`() async throws {
        let head = try #require(try await token().split(separator: ".").first)
        #expect(String(decoding: try #require(decoded(head)), as: UTF8.self).contains(#""alg":"EdDSA""#))
        #expect(issuer.publicKeyBase64 == keys.publicKeyBase64)
    }

    @Test func `no token is no licence`() async {
        #expect(await verifier.state(of: nil, account: "nord", now: now) == .none)
        #expect(await verifier.state(of: "  ", account: "nord", now: now) == .none)
    }

    @Test func `a licence counts from its first moment on`() async throws {
        let token = try await token(from: 10)
        #expect(await verifier.state(of: token, account: "nord", now: now + 9) == .invalid)
        #expect(await verifier.state(of: token, account: "nord", now: now + 10) == .active(until: now + 3_600))
    }

    @Test func `a licence of another account is worth nothing here`() async throws {
        #expect(await verifier.state(of: try await token(account: "syd"), account: "nord", now: now) == .invalid)
    }

    @Test func `a licence from another key is worth nothing`() async throws {
        let other = try #require(LicenseVerifier(publicKeyBase64: try LicenseKeys.generate().publicKeyBase64))
        #expect(await other.state(of: try await token(), account: "nord", now: now) == .invalid)
    }

    @Test(
        arguments: [
            ["product": "another-product"], ["product": nil], ["exp": nil], ["nbf": nil], ["sub": nil],
        ] as [[String: String?]]
    )
    func `a licence with a wrong or missing claim is worth nothing`(change: [String: String?]) async throws {
        let key = try EdDSA.PrivateKey(d: base64URL(keys.privateKeyBase64), curve: .ed25519)
        #expect(await state(signed: claims(), by: key) == .active(until: now + 60))
        #expect(await state(signed: claims(change), by: key) == .invalid)
    }

    @Test(arguments: ["none", "HS256", "EdDsa", ""])
    func `a header that names another algorithm is refused, whatever signed it`(algorithm: String) async throws {
        let parts = try await token().split(separator: ".").map(String.init)
        let head = base64URL(Data(#"{"alg":"\#(algorithm)","typ":"JWT"}"#.utf8).base64EncodedString())
        for signature in ["", parts[2]] {
            let forged = "\(head).\(parts[1]).\(signature)"
            #expect(await verifier.state(of: forged, account: "nord", now: now) == .invalid)
        }
        // Signed for good, by the right key, and still another algorithm by name.
        let key = try EdDSA.PrivateKey(d: base64URL(keys.privateKeyBase64), curve: .ed25519)
        #expect(await state(signed: claims(), by: key, header: ["alg": .string(algorithm)]) == .invalid)
    }

    @Test func `the public key does not work as a shared secret`() async throws {
        let secret = HMACKey(from: try #require(Data(base64Encoded: keys.publicKeyBase64)))
        let forged = try await JWTKeyCollection().add(hmac: secret, digestAlgorithm: .sha256).sign(claims())
        #expect(await verifier.state(of: forged, account: "nord", now: now) == .invalid)
    }

    @Test func `a critical extension is not ignored`() async throws {
        let key = try EdDSA.PrivateKey(d: base64URL(keys.privateKeyBase64), curve: .ed25519)
        #expect(await state(signed: claims(), by: key, header: ["crit": .array([.string("exp")])]) == .invalid)
    }

    @Test func `a changed byte anywhere ends it`() async throws {
        let token = try await token()
        for index in token.indices where token[index] != "." {
            var changed = token
            changed.replaceSubrange(index...index, with: token[index] == "A" ? "Q" : "A")
            // The last character of a part carries bits that decode to nothing: it may read the same.
            guard decodedParts(changed) != decodedParts(token) else { continue }
            #expect(await verifier.state(of: changed, account: "nord", now: now) == .invalid)
        }
    }

    @Test(arguments: ["x", "..", "a.b.c", "a.b.c.d", "🔑", "{}", String(repeating: "a.", count: 100_000)])
    func `garbage is an invalid licence and no crash`(garbage: String) async {
        #expect(await verifier.state(of: garbage, account: "nord", now: now) == .invalid)
    }

    @Test(arguments: ["", "x", "AAAA", String(repeating: "A", count: 44) + "AAAA"])
    func `a key that is not 32 bytes is refused`(key: String) {
        #expect(LicenseVerifier(publicKeyBase64: key) == nil)
        #expect(LicenseIssuer(privateKeyBase64: key) == nil)
    }

    // MARK: - Tokens made by hand

    private struct Claims: JWTPayload {
        var values: [String: String]
        var dates: [String: Int]

        init(from decoder: any Decoder) throws { (values, dates) = ([:], [:]) }
        init(values: [String: String], dates: [String: Int]) { (self.values, self.dates) = (values, dates) }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(
                values.mapValues(Value.text).merging(dates.mapValues(Value.number)) { first, _ in first }
            )
        }

        func verify(using algorithm: some JWTAlgorithm) {}

        enum Value: Encodable {
            case text(String)
            case number(Int)

            func encode(to encoder: any Encoder) throws {
                switch self {
                case .text(let text): try text.encode(to: encoder)
                case .number(let number): try number.encode(to: encoder)
                }
            }
        }
    }

    private func claims(_ change: [String: String?] = [:]) -> Claims {
        let start = Int(now.timeIntervalSince1970)
        var claims = Claims(
            values: ["sub": "nord", "product": "visma-eaccounting"],
            dates: ["nbf": start - 60, "exp": start + 60]
        )
        for (name, value) in change {
            claims.values[name] = value
            claims.dates[name] = nil
        }
        return claims
    }

    private func state(signed claims: Claims, by key: EdDSA.PrivateKey, header: JWTHeader = [:]) async -> License.State?
    {
        guard let token = try? await JWTKeyCollection().add(eddsa: key).sign(claims, header: header) else { return nil }
        return await verifier.state(of: token, account: "nord", now: now)
    }

    private func base64URL(_ base64: String) -> String {
        base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func decoded(_ base64URL: some StringProtocol) -> Data? {
        let plain = String(base64URL).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }

    private func decodedParts(_ token: String) -> [Data?] { token.split(separator: ".").map { decoded($0) } }
}
