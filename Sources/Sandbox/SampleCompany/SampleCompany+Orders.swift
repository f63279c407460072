import Foundation

extension SampleCompany {
    /// Sixty orders in all statuses, each as the sandbox's own Visma would have made it.
    func orders(in books: Books) -> [JSONObject] {
        let office = VismaOffice(
            books: books,
            company: company.id,
            now: (today - 3).startOfDay,
            options: VendorSandbox.Options()
        )
        return (0..<60).map { index in
            let status = [2, 2, 1, 2, 3, 2, 2, 4, 2, 2, 3, 2][index % 12]
            guard var order = try? office.completedOrder(orderBody(index, status: min(status, 3))) else {
                preconditionFailure("The sample order \(index) breaks the sandbox's own rules.")
            }
            order["Id"] = id("order", index)
            order["Status"] = .int(status)
            order["Number"] = status == 1 ? .null : .int(900 + index)
            order["CreatedUtc"] = stamp(daysAgo: 40 - index % 30, salt: index)
            order["ModifiedUtc"] = stamp(daysAgo: 10 + index % 10, salt: index * 7)
            let rows = (order["Rows"]?.array ?? []).enumerated().map { number, row -> JSON in
                var row = row.object ?? [:]
                row["Id"] = id("orderrow", "\(index)/\(number)")
                return .object(row)
            }
            order["Rows"] = .array(rows)
            return order
        }
    }

    /// Text rows, hours, goods, discounts and quantities with four decimals.
    private func orderBody(_ index: Int, status: Int) -> JSONObject {
        // Not one of the customers abroad, whose sales need other accounts.
        let customer = index * 31 % customerCount / 30 * 30 + index % 29
        let day = today - (30 - index % 20)
        var rows: [JSON] = [row(0, ["IsTextRow": true, "Text": .string(SampleNames.jobs.cycled(index))])]
        if index % 3 != 2 {
            rows.append(articleRow(1, hourArticle(index + 1), quantity: ["2.5", "8", "0.75"].cycled(index), index))
        }
        for number in 0..<(index % 4 + 1) {
            let quantity = ["1", "12.5", "3", "0.3333"].cycled(index + number)
            rows.append(
                articleRow(rows.count, goodsArticle(index * 7 + number * 3 + 1), quantity: quantity, index + number)
            )
        }
        if index % 10 == 9 {
            rows.append(row(rows.count, ["IsTextRow": true, "Text": "OBS! Ring kunden dagen före 📞"]))
        }
        return [
            "CustomerId": customerID(customer), "CurrencyCode": "SEK", "OrderDate": .string(day.iso),
            "Status": .int(status), "EuThirdParty": false, "RotReducedInvoicingType": 0,
            "ReverseChargeOnConstructionServices": false, "Rows": .array(rows),
            "DeliveryDate": index % 4 == 0 ? nil : .string((day + 14).iso),
            "ShippedDateTime": status == 3 ? .string((day + 10).iso) : nil,
            "YourReference": index % 5 == 1 ? nil : .string("\(SampleNames.firstNames.cycled(index)) Åhlén"),
            "OurReference": "Eriksson",
            "BuyersOrderReference": index % 6 == 0 ? .string("Best. \(7_000 + index)") : nil,
            "DeliveryCustomerName": index % 3 == 0
                ? .string("Brf \(SampleNames.places.cycled(index + 2)), tvättstugan") : nil,
            "DeliveryAddress1": index % 3 == 0 ? .string("\(SampleNames.streets.cycled(index + 4)) 3 B") : nil,
            "DeliveryPostalCode": index % 3 == 0 ? "123 45" : nil, "DeliveryCity": index % 3 == 0 ? "Ängelholm" : nil,
        ]
    }

    private func articleRow(_ line: Int, _ article: Int, quantity: String, _ salt: Int) -> JSON {
        row(
            line,
            [
                "IsTextRow": false, "ArticleId": id("article", article), "Quantity": .number(quantity),
                "UnitPrice": .number(articlePrice(article)),
                "DiscountPercentage": [0, .number("0.1"), 0, .number("0.075")].cycled(salt),
                "ProjectId": salt % 8 == 3 ? id("project", 0) : nil,
            ]
        )
    }

    private func row(_ line: Int, _ members: JSONObject) -> JSON {
        var row: JSONObject = ["LineNumber": .int(line), "IsWorkCost": false, "EligibleForReverseChargeOnVat": false]
        row.lay(members)
        return .object(row)
    }
}
