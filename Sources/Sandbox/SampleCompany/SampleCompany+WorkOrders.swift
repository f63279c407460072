import Foundation

extension SampleCompany {
    var workOrderCount: Int { isLarge ? 150 : 5 }

    /// What OutSmart has from its first day: lists of its own, and who works there.
    func addOutSmartBasics(to books: inout Books) {
        func add(_ rows: [JSONObject], to entity: OutSmartEntity) {
            for (index, row) in rows.enumerated() {
                let stored = entity.row(row, over: nil, id: index + 1)
                books.put(stored, at: row.text(entity.key), in: .outSmart(company.id, entity.name))
            }
        }
        let types = [
            "Installatie", "Garantie", "Levering", "Onderhoud", "Project", "Regie", "Reparatie", "Service", "Storing",
            "Verkoop", "Verhuur",
        ]
        add(
            types.map {
                ["wrt_name": .string($0), "wrt_description": .string($0), "wrt_default_minutes": 60, "wrt_active": 1]
            },
            to: .workTypes
        )
        let methods = ["niet van toepassing", "op rekening", "contant voldaan", "pin betaling", "conform offerte"]
        add(methods.map { ["pmd_description": .string($0)] }, to: .paymentMethods)
        add(
            SampleNames.technicians.map {
                ["number": .string($0.0), "firstname": .string($0.1), "lastname": .string($0.2), "active": "1"]
            },
            to: .employees
        )
    }

    /// Completed work orders, eight that cannot be exported as they are, and some in other states.
    func addWorkOrders(to books: inout Books) {
        var orders = (0..<workOrderCount).map { workOrder($0, status: "Compleet", oddity: Self.oddWorkOrders[$0]) }
        if isLarge {
            addNightWork(to: &books)
            orders += Self.poisonedWorkOrders.enumerated().map { workOrder(200 + $0, status: "Compleet", oddity: $1) }
            let others: [(JSON, Range<Int>)] = [
                ("Klaargezet", 220..<226), ("Opgehaald", 226..<231), ("Afgehandeld", 231..<239),
            ]
            for (status, indexes) in others {
                orders += indexes.map { workOrder($0, status: status, oddity: nil) }
            }
            orders += (240..<242).map { workOrder($0, status: "Compleet", oddity: ["Archived": "1"]) }
        }
        for order in orders {
            books.put(order, at: order.text("id"), in: .outSmart(company.id, OutSmartOffice.workOrders))
        }
    }

    /// An hour type that Visma does not know: its article is created by the export.
    private func addNightWork(to books: inout Books) {
        let row: JSONObject = [
            "code": "NATT", "name": "Nattarbete", "cost_booking": 0, "sale_booking": 1, "sale_price": "950.00",
            "active": 1,
        ]
        let stored = OutSmartEntity.hourTypes.row(row, over: nil, id: 1)
        books.put(stored, at: "NATT", in: .outSmart(company.id, OutSmartEntity.hourTypes.name))
    }

    private func workOrder(_ index: Int, status: JSON, oddity: JSONObject?) -> JSONObject {
        let customer = customer(index * 13 % customerCount)
        let day = today - (2 + index % 25)
        let row = 160_001 + index
        let materials = (0..<(index % 4)).map { material(index + $0) } + (index % 4 == 0 ? [material(index)] : [])
        let periods = (0..<(index % 3 + (index % 4 == 0 ? 1 : 0))).map { period(index + $0) }
        var order = WorkOrderRules.stored(
            [
                "WorkorderNo": .string("W\(row)"), "OrderNr": .string("\(day.parts.year)-\(padded(index + 1, 4))"),
                "WorkDate": .string(day.dayFirst), "WorkTime": "08:00", "WorkEndDate": .string(day.dayFirst),
                "WorkEndTime": "16:30", "ProjectNr": index % 6 == 1 ? .string(projectNumber(0)) : nil,
                "TypeOfWork": .string(["Service", "Storing", "Installatie", "Onderhoud"].cycled(index)),
                "PaymentMethod": "op rekening", "WorkDescription": .string(SampleNames.jobs.cycled(index)),
                "InternalWorkDescription": index % 9 == 2 ? "Garanti? Kolla med Åsa." : nil,
                "EmployeeNr": .string(SampleNames.technicians.cycled(index).0),
                "Materials": .array(materials), "Workperiods": .array(periods),
                "Employees": [.string(SampleNames.technicians.cycled(index).0)],
            ],
            id: row,
            now: day.startOfDay.addingTimeInterval(21_600)
        )
        for suffix in ["", "Invoice"] {
            order.lay(address(of: customer, suffix: suffix))
        }
        if index % 5 == 2 {
            order.lay([
                "CustomerName": .string("Brf \(SampleNames.places.cycled(index)), undercentralen"),
                "CustomerStreet": .string(SampleNames.streets.cycled(index)), "CustomerStreetNo": "14 C",
                "CustomerZIP": "145 57", "CustomerCity": "Norsborg",
            ])
        }
        order.lay([
            "status": status, "WorkFinished": status == "Klaargezet" ? "0" : "1", "WorksheetCode": .string("S\(row)"),
            "PdfUrl": .string("/mailpdf.php?action=display&sheet_id=S\(row)"),
            "WordUrl": .string("/mailpdf.php?action=word&sheet_id=S\(row)"),
        ])
        if let oddity { order.lay(oddity) }
        if let days = oddity?["daysFromToday"]?.int {
            order["daysFromToday"] = nil
            for member in ["WorkDate", "WorkEndDate"] { order[member] = .string((today + days).dayFirst) }
        }
        let dated = (order["Workperiods"]?.array ?? []).map { period -> JSON in
            guard var period = period.object else { return period }
            period["WorkDate"] = order["WorkDate"]
            return .object(period)
        }
        order["Workperiods"] = .array(dated)
        return order
    }

    private func address(of customer: JSONObject, suffix: String) -> JSONObject {
        let name = customer.text("Name")
        return [
            "CustomerName\(suffix)": .string(name), "CustomerDebtorNr\(suffix)": customer["CustomerNumber"] ?? nil,
            "CustomerStreet\(suffix)": customer["InvoiceAddress1"] ?? nil, "CustomerStreetNo\(suffix)": nil,
            "CustomerZIP\(suffix)": customer["InvoicePostalCode"] ?? nil,
            "CustomerCity\(suffix)": customer["InvoiceCity"] ?? nil,
            "CustomerContactPerson\(suffix)": customer["ContactPersonName"] ?? nil,
            "CustomerEmail\(suffix)": customer["EmailAddress"] ?? nil,
            "CustomerPhone\(suffix)": customer["Telephone"] ?? nil,
        ]
    }

    /// A material as the app writes it: with a decimal comma more often than not.
    private func material(_ salt: Int) -> JSON {
        let index = goodsArticle(salt * 11 + 1)
        let price = articlePrice(index)
        return WorkOrderRules.material([
            "MaterialCode": .string(articleNumber(index)), "MaterialName": .string(articleName(index)),
            "MaterialNr": .string(["1", "2", "2,5", "1.50", "10"].cycled(salt)),
            "MaterialPrice": .string(salt % 7 == 3 ? price : price.replacing(".", with: ",")),
            "MaterialUnit": "st", "MaterialType": "USAGE",
        ])
    }

    /// A work period, whose date is its work order's.
    private func period(_ salt: Int) -> JSON {
        let times = [("07:00", "11:45", "04:30"), ("12:30", "16:00", "03:30"), ("08:10", "09:03", "00:53")].cycled(salt)
        return [
            "WorkDate": nil, "BeginTime": .string(times.0), "EndTime": .string(times.1),
            "TotalTime": .string(times.2), "Break": times.0 == "07:00" ? "15" : nil,
            "Travel": salt % 4 == 0 ? .string(String(salt % 60 + 5)) : nil,
            "WorkRemark": salt % 5 == 0 ? "Åtgärdat på plats" : nil,
            "EmployeeNr": .string(SampleNames.technicians.cycled(salt).0),
            "HourType": .string(articleNumber(hourArticle(salt % 9))),
        ]
    }
}
