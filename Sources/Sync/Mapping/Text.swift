import Foundation

extension String? {
    /// The text without white space around it; `nil` when nothing is left.
    var trimmed: String? {
        guard let self, let first = self.unicodeScalars.first, let last = self.unicodeScalars.last else { return nil }
        // Hardly any text has some, and Foundation copies it all to find out.
        guard first.isWhitespaceOrNewline || last.isWhitespaceOrNewline else { return self }
        let text = self.trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }
}

extension Unicode.Scalar {
    fileprivate var isWhitespaceOrNewline: Bool {
        // The common ones need no look into the set.
        ("!"..."~").contains(self) ? false : CharacterSet.whitespacesAndNewlines.contains(self)
    }
}

extension [String?] {
    /// The texts that there are, with a space between them; `nil` when there is none.
    var joined: String? {
        let texts = compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
}
