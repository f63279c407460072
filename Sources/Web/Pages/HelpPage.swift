/// The page that says what goes where.
struct HelpPage: Page {
    var frame: Frame

    private var texts: HelpTexts { frame.texts.help }
    private var sections: [(id: String, section: HelpTexts.Section)] {
        [("general", texts.general), ("import", texts.imports), ("export", texts.export)]
    }

    var html: HTML {
        let links = sections.map { id, section -> HTML in ##"<li><a href="#\##(id)">\##(section.title)</a></li>\##n"## }
        return frame.page(
            title: texts.title,
            """
            <div class="text">
            <h1>\(texts.title)</h1>
            <p class="lead">\(texts.lead)</p>
            <nav aria-label="\(texts.contents)"><ul>
            \(links)</ul></nav>
            \(sections.map(section))</div>
            """
        )
    }

    private func section(_ id: String, _ section: HelpTexts.Section) -> HTML {
        """
        <section class="card" aria-labelledby="\(id)">
        <h2 id="\(id)">\(section.title)</h2>
        \(section.paragraphs.map(paragraph))\(section.topics.map(topic))</section>

        """
    }

    private func topic(_ topic: HelpTexts.Topic) -> HTML {
        let table = topic.table.map { self.table($0, topic.title) } ?? .none
        return """
            <h3>\(topic.title)</h3>
            \(topic.paragraphs.map(paragraph))\(table)\(topic.notes.map(paragraph))
            """
    }

    private func paragraph(_ text: String) -> HTML { "<p>\(text)</p>\n" }

    private func table(_ table: HelpTexts.Table, _ title: String) -> HTML {
        let rows = table.rows.map { from, to -> HTML in "<tr><th scope=\"row\">\(from)</th><td>\(to)</td></tr>\n" }
        return """
            <table class="mapping"><caption class="hidden">\(title)</caption>
            <thead><tr><th scope="col">\(table.from)</th><th scope="col">\(table.to)</th></tr></thead>
            <tbody>
            \(rows)</tbody></table>

            """
    }
}
