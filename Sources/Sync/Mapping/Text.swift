import Foundation

extension String? {
    /// The text without white space around it; `nil` when nothing is left.
    var trimmed: String? {
        guard let text = self?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
        return text
    }
}

extension [String?] {
    /// The texts that there are, with a space between them; `nil` when there is none.
    var joined: String? {
        let texts = compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
