import Foundation

/// The address of a call, whose secret part never prints.
///
/// OutSmart takes its tokens in the query, so an address must not become a `String` before it reaches the network.
package struct RequestURL: Sendable, Equatable {
    private let base: String
    private var path: String
    /// An address that is secret as a whole, with what is printed in its place.
    private var hidden: Secret?
    package private(set) var query: [QueryItem] = []
    private var secretQuery: [SecretQueryItem] = []

    package struct QueryItem: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    private struct SecretQueryItem: Sendable, Equatable {
        let name: String
        let value: Secret
    }

    /// Creates an address.
    ///
    /// - Parameters:
    ///   - base: Scheme, host and the part of the path that all calls share; a slash at its end is dropped.
    ///   - path: The endpoint's own part, beginning with a slash and already percent-encoded.
    package init(base: String, path: String) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.path = path
    }

    /// Creates an address that a vendor gave, which may hold anything: only its host is printed.
    package init(given address: Secret, host: String) {
        base = host
        path = "/\(Secret.placeholder)"
        hidden = address
    }

    /// Appends one path segment, with everything in it encoded that could end it.
    package mutating func append(segment: String) { path += "/" + segment.percentEncoded }

    /// Appends a query item that may be printed.
    package mutating func append(_ name: String, _ value: String) {
        query.append(QueryItem(name: name, value: value))
    }

    /// Appends a query item whose value never prints.
    package mutating func append(_ name: String, secret value: Secret) {
        secretQuery.append(SecretQueryItem(name: name, value: value))
    }

    /// The whole address, secrets included: for the network alone.
    package var revealed: String {
        hidden?.value
            ?? text(secrets: secretQuery.map { "\($0.name.percentEncoded)=\($0.value.value.percentEncoded)" })
    }

    private func text(secrets: [String]) -> String {
        let items = query.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" } + secrets
        return items.isEmpty ? base + path : base + path + "?" + items.joined(separator: "&")
    }
}

extension RequestURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        text(secrets: secretQuery.map { "\($0.name.percentEncoded)=\(Secret.placeholder)" })
    }

    package var debugDescription: String { description }

    package var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

extension String {
    /// This text with everything percent-encoded but RFC 3986's unreserved characters and `$`.
    ///
    /// `$` is legal in a query, and Visma's `$page` stays readable.
    package var percentEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .unreserved) ?? ""
    }
}

extension CharacterSet {
    fileprivate static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~$"
    )
}
