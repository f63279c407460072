import Domain
import Foundation

extension JSON {
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var number: Decimal? { if case .number(let number) = self { number } else { nil } }
    var list: [JSON] { if case .list(let values) = self { values } else { [] } }

    /// A line of text without the white space around it.
    func word(ofLength limit: Int) throws(FieldFault) -> String {
        guard let text else { throw .noText }
        let word = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !word.isEmpty else { throw .missing }
        guard !text.unicodeScalars.contains(where: \.isUnprintable) else { throw .unprintable }
        // Scalar by scalar: one character can have any number of marks.
        guard word.unicodeScalars.count <= limit else { throw .tooManyCharacters(limit) }
        return word
    }
}
