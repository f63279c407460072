import Sandbox

extension VismaVisitor {
    /// Reads every list to its end, one record of each, and the company's settings.
    func readEverything() async throws {
        try await send("GET", "companysettings")
        for list in VismaRoute.all where list.isList {
            var (page, pages, last) = (0, 1, "")
            while page < pages {
                page += 1
                let answer = try await send("GET", list.pattern, query: ["$page": "\(page)", "$pagesize": "500"])
                // A company without the module for orders is refused.
                pages = answer.meta?.totalNumberOfPages ?? 0
                last = answer.data?.last?.id ?? last
            }
            let showsOne = VismaRoute.all.contains { $0.method == "GET" && $0.pattern == "\(list.pattern)/{id}" }
            if showsOne, !last.isEmpty { try await send("GET", "\(list.pattern)/\(last)") }
        }
        try await send("GET", "articles", query: ["$select": "Id,Number", "$orderby": "Number desc"])
        try await send("GET", "customers", query: ["$filter": "IsActive eq true"])
        try await send("GET", "customerinvoices", query: ["modifiedSinceUtc": "2020-01-01T00:00:00Z"])
    }
}
