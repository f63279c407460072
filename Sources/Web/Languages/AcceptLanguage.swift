import Domain
import MicroHTTP

/// What `Accept-Language` says (RFC 9110, 12.5.4), as far as it can be read.
///
/// What can't be read is left out: a page in another language is better than none.
struct AcceptLanguage: Sendable {
    private struct Range {
        /// The first part of the range, in lower case: `pt` of `pt-BR`, or `*`.
        var primary: String
        /// In thousandths.
        var quality: Int
    }

    private let ranges: [Range]

    init(_ values: [String]) {
        ranges = values.flatMap { $0.split(separator: ",") }.compactMap(Self.range)
    }

    /// The language that is wanted most.
    ///
    /// `nil` when none of them is wanted. A range such as `pt-BR` stands for every Portuguese.
    func best(of languages: [Language]) -> Language? {
        var best: (language: Language, quality: Int, place: Int)?
        for language in languages {
            guard let (quality, place) = wish(for: language), quality > 0 else { continue }
            if let known = best, (known.quality, -known.place) >= (quality, -place) { continue }
            best = (language, quality, place)
        }
        return best?.language
    }

    /// How much a language is wanted, and where in the list that is said first.
    private func wish(for language: Language) -> (quality: Int, place: Int)? {
        let own = ranges.enumerated().filter { $0.element.primary == language.rawValue }
        let fitting = own.isEmpty ? ranges.enumerated().filter { $0.element.primary == "*" } : own
        guard let quality = fitting.map(\.element.quality).max() else { return nil }
        return fitting.first { $0.element.quality == quality }.map { (quality, $0.offset) }
    }

    private static func range(_ text: Substring) -> Range? {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
        let subtags = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard
            subtags.allSatisfy({ subtag in
                (1...8).contains(subtag.utf8.count) && (subtag == "*" || subtag.utf8.allSatisfy(\.isLetterOrDigit))
            })
        else { return nil }
        guard parts.count > 1 else { return Range(primary: subtags[0].lowercased(), quality: 1_000) }
        guard parts.count == 2, let quality = quality(parts[1]) else { return nil }
        return Range(primary: subtags[0].lowercased(), quality: quality)
    }

    /// Reads `q=0.8`, in thousandths.
    private static func quality(_ text: Substring) -> Int? {
        guard let match = text.wholeMatch(of: /[qQ]=([01])(?:\.([0-9]{0,3}))?/) else { return nil }
        let decimals = String(match.2 ?? "")
        let thousandths = Int(decimals + String(repeating: "0", count: 3 - decimals.count)) ?? 0
        let quality = (match.1 == "1" ? 1_000 : 0) + thousandths
        return quality <= 1_000 ? quality : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? ""
    }
}

extension Language {
    /// The language of the pages for a browser that asks like this.
    static func preferred(by request: Request) -> Language {
        AcceptLanguage(request.headers.values("Accept-Language")).best(of: allCases) ?? .english
    }

    /// What its speakers call it.
    var name: String {
        switch self {
        case .english: "English"
        case .portuguese: "Português"
        case .dutch: "Nederlands"
        case .swedish: "Svenska"
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
