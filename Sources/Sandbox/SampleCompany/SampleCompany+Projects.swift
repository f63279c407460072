extension SampleCompany {
    var projectCount: Int { isLarge ? 40 : 3 }

    func projectNumber(_ index: Int) -> String { index % 10 == 6 ? padded(index, 5) : "P-\(1_001 + index)" }

    /// Every fifth project is finished.
    func isFinished(_ index: Int) -> Bool { index % 5 == 4 }

    var projects: [JSONObject] {
        (0..<projectCount).map { index in
            var project = Schema.project.blank
            let customer = index * 29 % customerCount
            let start = today - (300 - index * 7)
            let isOwn = index == 17
            project.lay([
                "Id": id("project", index), "Number": .string(projectNumber(index)),
                "Name": .string("\(SampleNames.places.cycled(index * 2)), stambyte etapp \(index % 4 + 1)"),
                "StartDate": .string(Stamp.text(start)),
                "EndDate": isFinished(index) ? .string(Stamp.text(today - 20)) : nil,
                // One project is the company's own and has no customer.
                "CustomerId": isOwn ? nil : customerID(customer),
                "CustomerName": isOwn ? nil : self.customer(customer)["Name"] ?? nil,
                "Notes": index % 6 == 0 ? "Samordnas med Åströms Bygg." : nil, "Status": isFinished(index) ? 2 : 1,
                "ModifiedUtc": stamp(daysAgo: 15 + index, salt: index),
            ])
            return project
        }
    }
}
