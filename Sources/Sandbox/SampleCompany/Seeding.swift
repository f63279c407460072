import Foundation

extension Books {
    /// Fills empty books for a seed.
    ///
    /// - Parameters:
    ///   - seed: What to hold.
    ///   - companies: The companies.
    ///   - moment: The time that the data is to look current at.
    mutating func open(_ seed: VendorSandbox.Seed, for companies: [SandboxCompany], asOf moment: Date) {
        if case .bulk = seed { isPacked = true }
        for company in companies {
            let sample = SampleCompany(company: company, today: CivilDate(inSweden: moment))
            sample.addBasics(to: &self)
            switch seed {
            case .sampleCompany: sample.addRecords(to: &self)
            case .empty: break
            case .bulk(let customers, let articles, _):
                sample.addBulk(customers: customers, articles: articles, to: &self)
            }
        }
    }
}

/// The sample data of one company: the same in every run on the same day.
struct SampleCompany {
    let company: SandboxCompany
    let today: CivilDate
    /// The terms of payment that all customers have.
    let terms: JSON

    init(company: SandboxCompany, today: CivilDate) {
        self.company = company
        self.today = today
        terms = sampleID("\(company.id)/terms/30 dagar netto")
    }

    /// Whether this is the one with the many records.
    var isLarge: Bool { company == .eriksson }

    /// The identifier of a record of this company.
    func id(_ kind: String, _ name: some CustomStringConvertible) -> JSON { sampleID("\(company.id)/\(kind)/\(name)") }

    /// The moment so many days ago, with a time of day that follows from `salt`.
    func stamp(daysAgo: Int, salt: Int) -> JSON {
        let seconds = Double(25_200 + salt * 977 % 32_400)
        return .string(Stamp.text((today - daysAgo).startOfDay.addingTimeInterval(seconds)))
    }

    func add(_ rows: [JSONObject], to resource: VismaResource, of books: inout Books) {
        let name = TableName.visma(company.id, resource.name)
        for row in rows { books.put(row, at: row.text("Id"), in: name) }
    }

    /// Customers, articles, projects, orders; and OutSmart's work orders.
    func addRecords(to books: inout Books) {
        add(customers, to: .customers, of: &books)
        add(articles, to: .articles, of: &books)
        add(projects, to: .projects, of: &books)
        if company.hasOrders { add(orders(in: books), to: .orders, of: &books) }
        addWorkOrders(to: &books)
    }
}
