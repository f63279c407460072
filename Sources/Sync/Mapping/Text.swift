import Foundation

extension String? {
    /// The text without white space around it; `nil` when nothing is left.
    var trimmed: String? {
        guard let self, let first = self.utf8.first, let last = self.utf8.last else { return nil }
        // Hardly any text has some, and Foundation copies it all to find out.
        let visible = UInt8(ascii: "!")...UInt8(ascii: "~")
        if visible.contains(first), visible.contains(last) { return self }
        let text = self.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}

extension [String?] {
    /// The texts that there are, with a space between them; `nil` when there is none.
    var joined: String? {
        let texts = compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
