import Testing

@testable import Web

@Suite struct CSVTests {
    private func line(_ cells: String...) -> String { String(decoding: CSV.line(cells), as: UTF8.self) }

    @Test func `cells are parted by commas, and a line ends as RFC 4180 says`() {
        #expect(line("a", "", "ö 1") == "a,,ö 1\r\n")
    }

    @Test(arguments: [
        ("a,b", #""a,b""#), ("a\"b", #""a""b""#), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("\"", #""""""#),
        ("a;b", #""a;b""#), ("a\"\u{301}b", "\"a\"\"\u{301}b\""),
    ])
    func `what would end a cell is quoted`(text: String, cell: String) {
        #expect(line(text) == cell + "\r\n")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=\u{301}1"])
    func `a formula is text`(text: String) {
        let cell = line(text)
        #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'"))
    }

    @Test func `a table that is read again says what was written`() {
        let cells = ["a", "b,c", "d\"e", "f\r\ng", "", " ", "'x"]
        #expect(read(line(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])) == cells)
    }

    /// Reads one line as RFC 4180 says.
    private func read(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        var rest = Array(line.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch (scalar, isQuoted) {
            case ("\"", true) where rest.first == "\"":
                rest.removeFirst()
                cells[cells.count - 1].unicodeScalars.append("\"")
            case ("\"", _): isQuoted.toggle()
            case (",", false): cells.append("")
            case ("\r", false) where rest == ["\n"]: return cells
            default: cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        return cells
    }
}
