import Foundation
import Sandbox

extension World {
    /// Serves a sandbox with completed work orders and prints the world, until the process is killed.
    ///
    /// - Parameters:
    ///   - workOrders: How many there are, each with three materials and an hour of work.
    ///   - latency: How long every answer takes.
    /// - Throws: What keeps the sandbox from being served.
    static func serve(workOrders: Int, latency: Duration) async throws {
        var options = VendorSandbox.Options(seed: .bulk(customers: 500, articles: 100))
        options.requestsPerMinute = nil
        options.latency = latency
        let sandbox = try VendorSandbox(options)
        let company = sandbox.companies[0].id
        for index in 0..<workOrders {
            try sandbox.edit(
                .outSmartTable("workorders", account: company),
                "\(500_000 + index)",
                workOrder(index)
            )
        }
        try await sandbox.run { addresses in
            do { try Entrypoint.report(World(sandbox, addresses)) } catch { fatalError("\(error)") }
        }
    }

    private static func workOrder(_ index: Int) -> JSONObject {
        let customer = JSON.string("\(100_001 + index % 500)")
        func article(_ number: Int) -> JSON { .string(String("000000\((index + number) % 100 + 1)".suffix(7))) }
        let materials = (0..<3).map { number -> JSON in
            [
                "MaterialCode": article(number), "MaterialNr": "2,5", "MaterialPrice": "149,00",
                "MaterialName": "Koppling", "MaterialUnit": "st",
            ]
        }
        let period: JSON = [
            "WorkDate": "02-01-2026", "BeginTime": "08:00", "EndTime": "09:00", "TotalTime": "01:00",
            "HourType": article(50), "EmployeeNr": "101",
        ]
        return [
            "WorkorderNo": .string("W\(index)"), "OrderNr": .string("2026-\(index)"), "status": "Compleet",
            "WorkDate": "02-01-2026", "WorkEndDate": "02-01-2026", "WorkDescription": "Bytt blandare i kök",
            "TypeOfWork": "Service", "PaymentMethod": "op rekening", "CustomerName": "Kund",
            "CustomerDebtorNr": customer, "CustomerDebtorNrInvoice": customer, "Materials": .array(materials),
            "Workperiods": [period],
        ]
    }
}
