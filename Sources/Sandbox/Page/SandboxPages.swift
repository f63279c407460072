import Foundation
import MicroHTTP

/// The pages on which a person sees and corrects what both sides hold.
struct SandboxPages {
    let sandbox: VendorSandbox

    /// The first page: every table of every company, with its newest rows.
    func overview() -> Response {
        let companies = sandbox.companies.prefix(20)
        let sections = companies.map { company -> HTML in
            """
            <section>
            <h2>\(company.name)</h2>
            \(["visma", "outsmart"].map { side in summary(side, company.id) })
            </section>
            """
        }
        return .page(
            layout(
                "Overview",
                """
                <main>
                <h1>Sandbox: a local Visma and a local OutSmart</h1>
                <p>What each side holds now. Open a table to search it and to correct a record.</p>
                \(Array(sections))
                </main>
                """
            )
        )
    }

    /// Answers below `/tables`: a table, or one of its rows.
    func answer(_ request: Request, _ path: [String]) -> Response {
        guard path.count == 3 || (path.count == 4 && path[3] == "row"),
            let table = PageTable.all.first(where: { $0.side == path[0] && $0.name == path[2] }),
            let company = sandbox.companies.first(where: { $0.id == path[1] })
        else { return Response(status: 404) }
        let query = request.query
        switch (request.method, path.count) {
        case ("GET", 3):
            let facet = table.facets.first { query[$0] != nil }
            return list(
                table,
                company,
                search: query["q"] ?? "",
                facet: facet.flatMap { name in query[name].map { (name, $0) } },
                page: query["page"].flatMap { Int($0) } ?? 1
            )
        case ("GET", _): return row(table, company, key: query["key"] ?? "")
        case ("POST", 4): return save(table, company, key: query["key"] ?? "", Form(decoding: request.body))
        default: return Response(status: 405)
        }
    }

    // MARK: - Tables

    private func summary(_ side: String, _ owner: String) -> HTML {
        let tables = PageTable.all.filter { $0.side == side }
        let parts = tables.map { table -> HTML in
            let (count, newest) = sandbox.withState { state -> (Int, [(key: String, row: Row)]) in
                let rows = state.books[table.name(of: owner)]
                return (rows.count, rows.newest(3))
            }
            guard count > 0 else { return "<p><a href=\"\(table.path(of: owner))\">\(table.title)</a>: none</p>" }
            return """
                <h4><a href="\(table.path(of: owner))">\(table.title)</a> (\(count))</h4>
                \(rows(newest, of: table, owner))
                """
        }
        return """
            <h3>\(side == "visma" ? "Visma eAccounting" : "OutSmart")</h3>
            \(parts)
            """
    }

    private func rows(_ rows: [(key: String, row: Row)], of table: PageTable, _ owner: String) -> HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(table.title), \(table.side), \(owner)">
        <table>
        <thead><tr>\(table.columns.map { "<th scope=\"col\">\($0)</th>" as HTML })<th scope="col">Record</th></tr></thead>
        <tbody>
        \(rows.map { key, row in
            """
            <tr>\(table.columns.map { "<td>\(row[$0]?.text ?? "")</td>" as HTML })\
            <td><a href="\(table.path(of: owner))/row?key=\(key.percentEncoded)">Open \(key.prefix(12))</a></td></tr>

            """
        })
        </tbody>
        </table>
        </div>
        """
    }

    /// A link for each value of the members that many records share.
    private func facets(_ table: PageTable, _ company: SandboxCompany) -> [HTML] {
        table.facets.map { name in
            var counts: [String: Int] = [:]
            let values = sandbox.withState {
                $0.books[table.name(of: company.id)].all.compactMap { $0.row[name]?.text }
            }
            for value in values where !value.isEmpty { counts[value, default: 0] += 1 }
            let links = counts.sorted { $0.key < $1.key }.map { value, count -> HTML in
                "<a href=\"?\(name)=\(value.percentEncoded)\">\(value) (\(count))</a> "
            }
            return links.isEmpty ? "" : "<p>\(name): \(links)</p>\n"
        }
    }

    private func list(
        _ table: PageTable,
        _ company: SandboxCompany,
        search: String,
        facet: (name: String, value: String)?,
        page: Int
    ) -> Response {
        let size = 100
        let page = max(1, page)
        let (total, found) = sandbox.withState { state -> (Int, [(key: String, row: Row)]) in
            let all = state.books[table.name(of: company.id)].all.filter { _, row in
                let isFound =
                    search.isEmpty
                    || table.columns.contains {
                        row[$0]?.text.range(of: search, options: [.caseInsensitive, .diacriticInsensitive]) != nil
                    }
                return isFound && (facet.map { row[$0.name]?.text == $0.value } ?? true)
            }
            return (all.count, Array(all.dropFirst((page - 1) * size).prefix(size)))
        }
        let also: HTML = facet.map { "&amp;\($0.name)=\($0.value.percentEncoded)" } ?? ""
        let more: HTML =
            total > page * size
            ? "<p><a href=\"?q=\(search.percentEncoded)\(also)&amp;page=\(page + 1)\">Next page</a></p>" : ""
        return .page(
            layout(
                table.title,
                """
                <main>
                <p><a href="/">Overview</a></p>
                <h1>\(table.title) of \(company.name)</h1>
                <form method="get">
                <label>Search <input type="search" name="q" value="\(search)"></label>
                <button>Search</button>
                </form>
                \(facets(table, company))
                <p>\(total) records.</p>
                \(rows(found, of: table, company.id))
                \(more)
                </main>
                """
            )
        )
    }
}

extension Table {
    /// The rows that came last, newest first.
    fileprivate func newest(_ number: Int) -> [(key: String, row: Row)] {
        Array(all.dropFirst(max(0, count - number)).reversed())
    }
}
