/// The help in one language: what goes where, and what the connector does by itself.
struct HelpTexts: Sendable {
    let title: String
    let lead: String
    let contents: String
    let general: Section
    let imports: Section
    let export: Section

    /// A part of the help, named like the section of the settings page that it explains.
    struct Section: Sendable {
        var title: String
        var paragraphs: [String]
        var topics: [Topic]
    }

    struct Topic: Sendable {
        var title: String
        var paragraphs: [String] = []
        var table: Table?
        var notes: [String] = []
    }

    /// What goes where: in the left column the source, in the right one the destination.
    struct Table: Sendable {
        var from: String
        var to: String
        var rows: [(String, String)]
    }
}
