/// Tables as spreadsheets open them: RFC 4180 in UTF-8.
enum CSV {
    /// Tells spreadsheets that the text is UTF-8.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A line of cells.
    ///
    /// A cell that a spreadsheet would take for a formula begins with an apostrophe: some of what we write was typed by
    /// strangers.
    static func line(_ cells: [String]) -> [UInt8] {
        Array((cells.map(cell).joined(separator: ",") + "\r\n").utf8)
    }

    private static func cell(_ text: String) -> String {
        // Scalar by scalar: a quote with a combining mark is another character to Swift, and a quote to spreadsheets.
        let scalars = text.unicodeScalars
        let isFormula = scalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",;\r\n\t".unicodeScalars.contains($0) }) else { return safe }
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in safe.unicodeScalars {
            quoted.append(scalar)
            if scalar == "\"" { quoted.append(scalar) }
        }
        quoted.append("\"")
        return String(quoted)
    }
}
