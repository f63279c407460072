import Crypto
import Foundation
import MicroHTTP

/// What a user allowed a client to do in one company.
struct Grant {
    let client: String
    let company: String
    let scopes: [String]

    static let lifetime = 3_600
    private static let tokens = TableName.identity("tokens")

    /// The grant behind a request's bearer token.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - books: The books that know the tokens.
    ///   - now: The time.
    /// - Throws: ``VismaError`` with code 4005.
    init(presentedBy request: Request, in books: Books, now: Date) throws(VismaError) {
        let parts = (request.headers["Authorization"] ?? "").split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer",
            let row = books.row(String(parts[1]), in: Self.tokens), row.text("kind") == "access",
            let end = Stamp.moment(row.text("expires")), now < end
        else { throw .unauthorized }
        self.init(row)
    }

    init(client: String, company: String, scopes: [String]) {
        self.client = client
        self.company = company
        self.scopes = scopes
    }

    private init(_ row: JSONObject) {
        client = row.text("client")
        company = row.text("company")
        scopes = row.text("scope").split(separator: " ").map(String.init)
    }

    /// The grant of a refresh token that still counts.
    init?(refreshToken: String, of client: String, in books: Books) {
        guard let row = books.row(refreshToken, in: Self.tokens), row.text("kind") == "refresh",
            row.text("client") == client
        else { return nil }
        self.init(row)
    }

    /// Makes an access token, which looks like the JWT that Visma gives out.
    func issueAccessToken(in books: inout Books, now: Date) -> String {
        let expiry = now.addingTimeInterval(Double(Self.lifetime))
        let claims: JSON = [
            "iss": "sandbox", "client_id": .string(client), "scope": .array(scopes.map(JSON.string)),
            "customer_id": .string(company), "exp": .int(Int(expiry.timeIntervalSince1970)),
            "jti": .string(UUID().uuidString),
        ]
        let header: JSON = ["alg": "RS256", "typ": "at+jwt"]
        let parts = [header.bytes, claims.bytes, randomBytes(256)].map { Data($0).base64URL }
        let token = parts.joined(separator: ".")
        books.put(row(kind: "access", expires: .string(Stamp.text(expiry))), at: token, in: Self.tokens)
        return token
    }

    func issueRefreshToken(in books: inout Books) -> String {
        let token = Data(randomBytes(32)).base64URL
        books.put(row(kind: "refresh", expires: nil), at: token, in: Self.tokens)
        return token
    }

    /// Takes a token out of use.
    static func revoke(_ token: String, of client: String, in books: inout Books) {
        guard books.row(token, in: tokens)?.text("client") == client else { return }
        books.remove(token, from: tokens)
    }

    /// Lets every access token expire now, and with `refreshTokens` takes those away too.
    static func expireAll(refreshTokens: Bool, in books: inout Books) {
        for (token, row) in Array(books[tokens].all) where refreshTokens || row["kind"] == "access" {
            books.remove(token, from: tokens)
        }
    }

    private func row(kind: JSON, expires: JSON) -> JSONObject {
        [
            "kind": kind, "client": .string(client), "company": .string(company),
            "scope": .string(scopes.joined(separator: " ")), "expires": expires,
        ]
    }
}

func randomBytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max) } }

extension Data {
    /// Base 64 with the alphabet for URLs and without padding.
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
