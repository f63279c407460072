import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test func `escapes text and keeps markup`() {
        let name = #"<b>"Ada" & 'Bo'</b>"#
        let html: HTML = "<p>\(name)\(HTML("<br>"))</p>"
        #expect(html.markup == "<p>&lt;b&gt;&quot;Ada&quot; &amp; &#39;Bo&#39;&lt;/b&gt;<br></p>")
    }

    @Test(arguments: ["\"", "'", "<", ">", "&"], ["\u{338}", "\u{301}", "\u{200d}", "\u{fe0f}"])
    func `a mark that combines with a special character does not hide it`(special: String, mark: String) {
        let html: HTML = "<p title=\"\(special + mark)\">"
        #expect(html.markup.unicodeScalars.contains("&"))
        #expect(html.markup.unicodeScalars.filter { $0 == "\"" }.count == 2)
        #expect(!html.markup.unicodeScalars.contains("'"))
        #expect(html.markup.unicodeScalars.filter { $0 == "<" || $0 == ">" }.count == 2)
    }
}
