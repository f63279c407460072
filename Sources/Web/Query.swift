import Foundation

/// The query of a link, from the parameters that have a value.
struct Query: Hashable {
    private var parameters: [String] = []

    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        parameters.append("\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
    }

    /// The address with this query.
    func added(to path: String) -> String {
        parameters.isEmpty ? path : "\(path)?\(parameters.joined(separator: "&"))"
    }
}
