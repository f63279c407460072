import Foundation
import OutSmart
import RemoteAPI
import Testing

@Suite struct MasterDataTests {
    private static let done = #"{"code":200,"messages":[],"response":1}"#

    @Test func `materials carry a decimal comma`() async throws {
        let outSmart = OutSmartStub { _ in Self.done }
        var material = OutSmartClient.Material(code: "001", description: "Rör", price: 850, unit: "st")
        material.barcode = "7310"
        try await outSmart.client.sending([material])()
        #expect(outSmart.calls.first?.url.revealed.contains("/openapi/8/materials/?token=") == true)
        #expect(
            outSmart.calls.first?.text
                == #"[{"code":"001","description":"Rör","price":"850,00","unit":"st","barcode":"7310"}]"#
        )
    }

    @Test func `hour types carry a decimal point`() async throws {
        let outSmart = OutSmartStub { _ in Self.done }
        let price = try #require(Decimal(string: "850.5"))
        let hourType = OutSmartClient.HourType(code: "A", name: "Arbete", salePrice: price, active: true)
        try await outSmart.client.sending([hourType])()
        #expect(
            outSmart.calls.first?.text == """
                [{"code":"A","name":"Arbete","cost_booking":0,"sale_booking":1,"sale_price":"850.50","active":1}]
                """
        )
    }

    @Test func `projects carry days and an explicit end`() async throws {
        let outSmart = OutSmartStub { _ in Self.done }
        var project = OutSmartClient.Project(
            code: "7",
            debtorNumber: "007",
            status: "Lopend",
            name: "Villa",
            dateStart: CalendarDay(daysSince1970: 20_468)
        )
        project.codeExt = "id"
        project.active = false
        try await outSmart.client.sending([project])()
        #expect(
            outSmart.calls.first?.text == """
                [{"code":"7","code_ext":"id","debtor_number":"007","status":"Lopend","name":"Villa",\
                "date_start":"2026-01-15","date_end":null,"active":0}]
                """
        )
    }

    @Test func `reads what the lists hold, in either form`() async throws {
        let outSmart = OutSmartStub { call in
            let rows =
                switch call.route {
                case "GET /materials/": #"{"code":7,"price":"4,55"},{"code":"8","price":1.5},{"code":"9","price":"?"}"#
                case "GET /hourtypes/": #"{"code":"A","sale_price":"50.00","sale_booking":"1","active":"0"}"#
                case "GET /projects/": #"{"code":"7","date_start":"2026-01-15","date_end":"0000-00-00","active":"1"}"#
                case "GET /worktypes/": #"{"wrt_name":"Service","wrt_active":"1"},7"#
                case "GET /paymentmethods/": #"{"pmd_description":"op rekening"}"#
                default: #"{"sta_code":99,"sta_name":"Error"}"#
                }
            return #"{"code":200,"messages":[],"response":[\#(rows)]}"#
        }
        let materials = try await outSmart.client.materials()
        #expect(materials.map(\.price.value) == [Decimal(string: "4.55"), Decimal(string: "1.5"), nil])
        #expect(materials.map(\.price.text) == ["4,55", "1.5", "?"])
        #expect(try await outSmart.client.hourTypes().map(\.salePrice.value) == [50])
        let project = try #require(try await outSmart.client.projects().first)
        #expect(project.dateStart?.value?.description == "2026-01-15")
        #expect(project.dateEnd == nil)
        #expect(try await outSmart.client.workTypes().map(\.name) == ["Service"])
        #expect(try await outSmart.client.paymentMethods().map(\.description) == ["op rekening"])
        #expect(
            try await outSmart.client.workStatuses() == [OutSmartClient.WorkStatus(code: "99", name: "Error")]
        )
    }

    @Test func `registers a work status`() async throws {
        let outSmart = OutSmartStub { _ in Self.done }
        try await outSmart.client.postWorkStatuses([OutSmartClient.WorkStatus(code: "99", name: "Error")])
        #expect(outSmart.calls.first?.text == #"[{"sta_code":"99","sta_name":"Error"}]"#)
    }
}
