package import Foundation
import FoundationNetworking

/// A browser without JavaScript: keeps cookies, follows redirects, submits forms.
package final class Visitor: Sendable {
    /// What a visit led to.
    package struct Page: Sendable {
        package let url: URL
        package let status: Int
        package let html: String
    }

    private let session = URLSession(configuration: .ephemeral)

    package init() {}

    package func open(_ url: String) async throws -> Page {
        guard let url = URL(string: url) else { throw URLError(.badURL) }
        return try await load(URLRequest(url: url))
    }

    /// Submits the page's form whose action ends like this, with its hidden fields and these.
    package func submit(_ action: String, on page: Page, _ fields: [String: String] = [:]) async throws -> Page {
        guard let form = Self.forms(page.html).first(where: { $0.action.hasSuffix(action) }),
            let url = URL(string: form.action.replacing("&amp;", with: "&"), relativeTo: page.url)
        else { throw MissingForm(action: action, page: page.html) }
        var body = URLComponents()
        body.queryItems = form.hidden.merging(fields) { $1 }.map { URLQueryItem(name: $0.key, value: $0.value) }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data((body.percentEncodedQuery ?? "").replacing("+", with: "%2B").utf8)
        return try await load(request)
    }

    /// Sends a call to the REST API and returns the status and the JSON.
    package func call(
        _ method: String,
        _ url: String,
        bearer: String? = nil,
        body: String? = nil
    ) async throws -> (status: Int, json: Data) {
        guard let url = URL(string: url) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        if let bearer { request.setValue("Bearer \(bearer)", forHTTPHeaderField: "Authorization") }
        if let body {
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            request.httpBody = Data(body.utf8)
        }
        let (data, response) = try await session.data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }

    private func load(_ request: URLRequest) async throws -> Page {
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse, let url = response.url else {
            throw URLError(.badServerResponse)
        }
        return Page(url: url, status: response.statusCode, html: String(decoding: data, as: UTF8.self))
    }

    package struct MissingForm: Error {
        let action: String
        let page: String
    }

    private struct Form {
        var action: String
        var hidden: [String: String]
    }

    private static func forms(_ html: String) -> [Form] {
        html.matches(of: /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/).map { match in
            let inputs = match.2.matches(of: /<input[^>]*type="hidden"[^>]*>/).map { String($0.0) }
            let hidden = inputs.compactMap { input -> (String, String)? in
                guard let name = input.firstMatch(of: /name="([^"]*)"/)?.1,
                    let value = input.firstMatch(of: /value="([^"]*)"/)?.1
                else { return nil }
                return (String(name), String(value).replacing("&amp;", with: "&"))
            }
            return Form(action: String(match.1), hidden: Dictionary(hidden) { $1 })
        }
    }
}
