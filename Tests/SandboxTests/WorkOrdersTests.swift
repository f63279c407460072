import Foundation
import FoundationNetworking
import MicroHTTP
import Sandbox
import Testing

@Suite struct WorkOrdersTests {
    private let order: JSONObject = {
        var order: JSONObject = ["WorkorderNo": "V1001", "TypeOfWork": "Service", "PaymentMethod": "op rekening"]
        for suffix in ["", "Invoice"] {
            for field in ["Name", "DebtorNr", "Street", "ZIP", "City", "ContactPerson"] {
                order["Customer\(field)\(suffix)"] = "x"
            }
        }
        return order
    }()

    private func changed(_ changes: JSONObject) -> JSON {
        var order = order
        for (name, value) in changes { order[name] = value }
        return .object(order)
    }

    @Test func `a posted work order is answered with its row and read back`() async throws {
        let client = try await Client()
        let material: JSON = ["MaterialCode": "1", "MaterialNr": "2,5", "MaterialPrice": "10,00", "MaterialName": "A"]
        let reply = try await client.outSmart("POST", "PostWorkorders/", [changed(["Materials": [material]])])
        #expect(reply["response"] == [["workorder_no": "V1001", "row_id": 169_001]])
        let read = try await client.outSmart("GET", "GetWorkorder/?row_id=169001&update_status=false")
        let stored = try #require(read["response"].object)
        #expect(stored["status"] == "Klaargezet")
        #expect(stored["Materials"]?.array?.first?.object?["MaterialTotalPrice"] == "25")
        #expect(stored["PdfUrl"] == .null)
        let byNumber = try await client.outSmart("GET", "GetWorkorder/?workorder_no=V1001&update_status=false")
        #expect(byNumber["response"].object?["id"] == "169001")
        #expect(try await client.outSmart("GET", "GetWorkorder/?workorder_no=V9").code == 1500)
    }

    @Test func `all missing fields are named at once, and nothing is stored`() async throws {
        let client = try await Client()
        let bad = changed(["CustomerCity": "", "PaymentMethod": .null, "WorkDate": "2026-01-15", "WorkTime": "25:00"])
        let reply = try await client.outSmart("POST", "PostWorkorders/", [changed([:]), bad])
        #expect(reply.code == 1501)
        #expect(
            reply.messages == [
                "Required field missing: CustomerCity", "Required field missing: PaymentMethod",
                "Date invalid. Format: 20-02-2016", "Time invalid. Format: 07:08",
            ]
        )
        #expect(reply["response"] == .null)
        #expect(client.sandbox.outSmartRows("workorders").isEmpty)
    }

    @Test func `materials and periods have required fields too`() async throws {
        let reply = try await Client().outSmart(
            "POST",
            "PostWorkorders/",
            changed(["Materials": [["MaterialCode": "1"]], "Workperiods": [["WorkDate": "01-02-2026"]]])
        )
        #expect(
            reply.messages.map { $0.split(separator: " ").last ?? "" } == [
                "MaterialNr", "MaterialPrice", "MaterialName", "BeginTime", "EndTime", "TotalTime",
            ]
        )
    }

    @Test func `the same number again makes a second row unless duplicates are skipped`() async throws {
        let client = try await Client()
        for path in ["PostWorkorders/", "PostWorkorders/", "PostWorkorders/?skip_duplicate_workorder_no=true"] {
            #expect(try await client.outSmart("POST", path, changed([:])).code == 200)
        }
        #expect(client.sandbox.outSmartRows("workorders").count == 2)
    }

    @Test(arguments: [("&update_status=false", 0), ("", 158), ("&update_status=true", 158)])
    func `a read of completed work orders marks them as handled unless told not to`(flag: String, handled: Int)
        async throws
    {
        let client = try await Client(.sampleCompany)
        let before = client.sandbox.outSmartRows("workorders").count { $0["status"] == "Afgehandeld" }
        let reply = try await client.outSmart("GET", "GetWorkorders/?status=Compleet\(flag)")
        let active = reply.rows.filter { $0["Archived"] == "0" }
        #expect(active.count == 158)
        let after = client.sandbox.outSmartRows("workorders").count { $0["status"] == "Afgehandeld" }
        #expect(after - before == (handled == 0 ? 0 : handled + 2))
    }

    @Test func `one work order is marked as handled by reading it`() async throws {
        let client = try await Client(.sampleCompany)
        func status() -> JSON? { client.sandbox.outSmartRows("workorders")[0]["status"] }
        _ = try await client.outSmart("GET", "GetWorkorder/?row_id=160001&update_status=false")
        #expect(status() == "Compleet")
        _ = try await client.outSmart("GET", "GetWorkorder/?row_id=160001&update_status=true")
        #expect(status() == "Afgehandeld")
    }

    @Test func `the status of a list is required and one of five`() async throws {
        let client = try await Client()
        #expect(try await client.outSmart("GET", "GetWorkorders/").code == 1501)
        #expect(try await client.outSmart("GET", "GetWorkorders/?status=Klaar").code == 1501)
        #expect(try await client.outSmart("GET", "GetWorkorders/?key=CustomerDebtorNr&value=1").code == 200)
    }

    @Test func `a work status must be registered, and the same one again changes nothing`() async throws {
        let client = try await Client(.sampleCompany)
        let path = "UpdateWorkorder/?row_id=160001"
        #expect(try await client.outSmart("GET", path).code == 1502)
        #expect(try await client.outSmart("GET", path + "&workstatus=99").code == 1504)
        _ = try await client.outSmart("POST", "workstatusses/", [["sta_code": "99", "sta_name": "Error"]])
        #expect(try await client.outSmart("GET", path + "&workstatus=99").code == 200)
        #expect(try await client.outSmart("GET", path + "&workstatus=99").code == 1503)
        #expect(try await client.outSmart("GET", path + "&workdate=2026-01-01").code == 1504)
        #expect(try await client.outSmart("GET", "UpdateWorkorder/?row_id=1&workstatus=99").code == 1500)
        let found = try await client.outSmart("GET", "GetWorkorders/?status=Compleet&update_status=false&workstatus=99")
        #expect(found.rows.map { $0["id"] } == ["160001"])
    }

    @Test func `materials are added or replaced`() async throws {
        let client = try await Client(.sampleCompany)
        let row: JSON = [["MaterialCode": "1", "MaterialNr": "1", "MaterialPrice": "1,00", "MaterialName": "A"]]
        func count() -> Int? { client.sandbox.outSmartRows("workorders")[3]["Materials"]?.array?.count }
        #expect(count() == 3)
        _ = try await client.outSmart("POST", "UpdateWorkorder/?row_id=160004&ProcessMaterials=true", row)
        #expect(count() == 4)
        _ = try await client.outSmart("POST", "UpdateWorkorder/?row_id=160004&ClearMaterials=true", row)
        #expect(count() == 1)
    }

    @Test func `the PDF of a work order is served beside the API without a token`() async throws {
        let client = try await Client(.sampleCompany)
        let read = try await client.outSmart("GET", "GetWorkorder/?row_id=160001&update_status=false")
        #expect(read["response"].object?["PdfUrl"] == "http://localhost:9/mailpdf.php?action=display&sheet_id=S160001")
        func file(_ sheet: String) async throws -> Reply {
            Reply(try await client.sandbox.outSmart.response(to: Request("GET", "/mailpdf.php?sheet_id=\(sheet)")))
        }
        let pdf = try await file("S160001")
        #expect(pdf.headers["Content-Type"] == "application/pdf")
        #expect(pdf.text.hasPrefix("%PDF-1.4"))
        #expect(pdf.text.hasSuffix("%%EOF\n"))
        #expect(try await file("X1").text.hasPrefix("<p>"))
    }

    @Test func `a user's completed work order gets a number`() async throws {
        let client = try await Client()
        _ = try await client.outSmart("POST", "PostWorkorders/", changed([:]))
        let order = try client.sandbox.edit(.outSmartTable("workorders"), "169001", ["status": "Compleet"])
        #expect(order["OrderNr"] == "2025-5001")
    }
}
