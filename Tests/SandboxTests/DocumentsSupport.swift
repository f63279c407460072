import Foundation
import MicroHTTP
import Sandbox
import Testing

/// A sandbox with a customer, two articles and a finished project.
struct Trade {
    let client: Client
    let customer: JSON
    let goods: JSON
    let hours: JSON
    let finishedProject: JSON

    init(
        customer changes: JSONObject = [:],
        change: (inout VendorSandbox.Options) -> Void = { _ in }
    ) async throws {
        client = try await Client(change: change)
        let reply = try await client.post("customers", customerBody(changes, of: client))
        try #require(reply.status == 201)
        customer = reply["Id"]
        goods = try await client.post("articles", articleBody(of: client))["Id"]
        hours = try await client.post(
            "articles",
            articleBody(
                [
                    "Number": "ARB001", "Name": "Arbete", "NetPrice": 850,
                    "CodingId": listID("articleaccountcodings", "Name", "Tjänster 25 %", of: client),
                    "UnitId": listID("units", "Abbreviation", "tim", of: client),
                ],
                of: client
            )
        )["Id"]
        let project: JSON = ["Number": "P1", "Name": "Klart", "Status": 2]
        finishedProject = try await client.post("projects", project)["Id"]
    }

    func draftRow(_ changes: JSONObject = [:]) -> JSON {
        row(["IsTextRow": false, "ReversedConstructionServicesVatFree": false], changes)
    }

    func orderRow(_ line: Int, _ changes: JSONObject = [:]) -> JSON {
        row(
            [
                "LineNumber": .int(line), "IsTextRow": false, "IsWorkCost": false,
                "EligibleForReverseChargeOnVat": false,
            ],
            changes
        )
    }

    private func row(_ required: JSONObject, _ changes: JSONObject) -> JSON {
        var row = required
        row["ArticleId"] = goods
        row["Quantity"] = 2
        row["UnitPrice"] = .number("100.50")
        for (name, value) in changes { row[name] = value }
        return .object(row)
    }

    func draft(_ changes: JSONObject = [:]) -> JSON {
        var body: JSONObject = [
            "CustomerId": customer, "EuThirdParty": false, "RotReducedInvoicingType": 0, "Rows": [draftRow()],
            "BuyersOrderReference": "WO-1",
        ]
        for (name, value) in changes { body[name] = value }
        return .object(body)
    }

    func order(_ changes: JSONObject = [:]) -> JSON {
        var body: JSONObject = [
            "CustomerId": customer, "CurrencyCode": "SEK", "OrderDate": "2025-11-20", "Status": 2,
            "EuThirdParty": false,
            "RotReducedInvoicingType": 0, "ReverseChargeOnConstructionServices": false, "Rows": [orderRow(0)],
            "BuyersOrderReference": "WO-1",
        ]
        for (name, value) in changes { body[name] = value }
        return .object(body)
    }
}
