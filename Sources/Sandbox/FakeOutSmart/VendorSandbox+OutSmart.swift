import Foundation
import MicroHTTP

extension VendorSandbox {
    /// Carries out a call of OutSmart's API.
    func answerOutSmart(_ request: Request, _ books: inout Books, now: Date) -> VendorReply {
        let parts = request.path.split(separator: "/")
        let endpoint = parts.count == 3 ? String(parts[2]) : ""
        var reply = VendorReply(route: "/openapi/8/\(endpoint)")
        do throws(OutSmartError) {
            guard parts.starts(with: ["openapi", "8"]), parts.count <= 3 else { throw .unknownEndpoint }
            guard !endpoint.isEmpty else { throw .noEndpoint }
            let account = try account(of: request.query)
            reply.account = account
            // The books are lent out whole, or every change would copy a table.
            var office = OutSmartOffice(books: Books(), account: account, now: now)
            swap(&office.books, &books)
            defer { swap(&office.books, &books) }
            reply.response = try office.answer(endpoint, request)
            reply.code = 200
        } catch {
            reply.response = error.response
            reply.code = error.code
        }
        return reply
    }

    /// The account whose token is in the query.
    private func account(of query: Form) throws(OutSmartError) -> String {
        guard let token = query["token"], !token.isEmpty else { throw .tokenMissing }
        guard let softwareToken = query["software_token"], !softwareToken.isEmpty else { throw .softwareTokenMissing }
        guard let company = companies.first(where: { Self.outSmartToken(of: $0.id) == token }) else {
            throw .clientUnauthorized
        }
        guard softwareToken == Self.softwareToken else { throw .softwareUnauthorized }
        return company.id
    }
}
