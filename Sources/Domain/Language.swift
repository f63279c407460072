/// A language that the pages speak, by its tag.
package enum Language: String, CaseIterable, Sendable, Codable {
    case english = "en"
    case portuguese = "pt"
    case dutch = "nl"
    case swedish = "sv"
}
