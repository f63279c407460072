import Foundation
import OutSmart
import RemoteAPI
import Testing

@Suite struct WorkOrderTests {
    private static let json = """
        {"id":"169824","WorkorderNo":"V17","OrderNr":"2026-0117","status":"Compleet","WorkStatus":"","Archived":"0",
         "CustomerName":"Åkes Bygg","CustomerDebtorNr":"007","CustomerStreet":"Storgatan","CustomerStreetNo":"1",
         "CustomerZIP":"211 20","CustomerCity":"Malmö","CustomerNameInvoice":"Kontoret","CustomerDebtorNrInvoice":null,
         "CustomerZIPInvoice":"111 22","WorkDate":"26-09-2013","WorkEndDate":"","PdfUrl":"http://x.test/p","Employees":[],
         "Materials":[{"MaterialCode":"001","MaterialNr":"2,5","MaterialPrice":"850,00","MaterialName":"Rör",
          "MaterialDiscountPercentage":"10","MaterialOriginalPrice":944.44,"MaterialFreeField1":null},
          {"MaterialCode":null,"MaterialNr":"many","MaterialPrice":""}],
         "Workperiods":[{"WorkDate":"26-09-2013","BeginTime":"08:30","EndTime":"12:15","TotalTime":"03:45","Break":"0",
          "Travel":"12","HourType":"A","WorkRemark":"Bytte pump"},{"BeginTime":"late","TotalTime":null}]}
        """

    private static func envelope(_ response: String) -> String {
        #"{"code":200,"messages":[],"response":\#(response)}"#
    }

    @Test func `reads a work order with everything as it was written`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.url.revealed.contains("/GetWorkorders/?status=Compleet&update_status=false&token="))
            #expect(call.answerTimeout == .seconds(300))
            return Self.envelope("[\(Self.json)]")
        }
        let list = try await outSmart.client.workOrders(status: "Compleet", updatesStatus: false)
        #expect(list.unreadable.isEmpty)
        let order = try #require(list.workOrders.first)
        #expect(order.rowID == "169824")
        #expect(order.workOrderNo == "V17")
        #expect(order.workStatus == nil)
        #expect(order.customer.postalCode == "211 20")
        #expect(order.customer.streetNo == "1")
        #expect(order.invoiceParty.name == "Kontoret")
        #expect(order.invoiceParty.debtorNumber == nil)
        #expect(order.workDate?.value?.description == "2013-09-26")
        #expect(order.workEndDate == nil)
        #expect(order.materials.map(\.quantity?.value) == [Decimal(string: "2.5"), nil])
        #expect(order.materials.map(\.quantity?.text) == ["2,5", "many"])
        #expect(order.materials[0].originalPrice?.value == Decimal(string: "944.44"))
        #expect(order.materials[1].price == nil)
        #expect(order.workPeriods[0].total?.value == 225)
        #expect(order.workPeriods[0].travel?.value == 12)
        #expect(order.workPeriods[1].begin == Parsed(text: "late", value: nil))
        #expect(order.workPeriods[1].total == nil)
    }

    @Test func `a work order with an unreadable row is reported whole`() async throws {
        let outSmart = OutSmartStub { _ in
            Self.envelope(
                #"[{"id":"1","WorkorderNo":"V1","Materials":["?"]},{"id":"2","Materials":"","Workperiods":null},{"id":""}]"#
            )
        }
        let list = try await outSmart.client.workOrders(status: "Compleet", updatesStatus: false)
        #expect(list.workOrders.map(\.rowID) == ["2"])
        #expect(list.unreadable.map(\.index) == [0, 2])
        #expect(list.unreadable.first?.name == "V1")
    }

    @Test(arguments: ["{\"id\":7}", "[{\"id\":\"7\"}]"])
    func `one work order may come alone or in a list`(response: String) async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.url.revealed.contains("/GetWorkorder/?row_id=7&update_status=true&"))
            return Self.envelope(response)
        }
        #expect(try await outSmart.client.workOrder(rowID: "7", updatesStatus: true)?.rowID == "7")
    }

    @Test func `a number that does not exist is nil`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.url.revealed.contains("/GetWorkorder/?workorder_no=V17&update_status=false&"))
            return #"{"code":1500,"messages":["Workorder not found"],"response":null}"#
        }
        #expect(try await outSmart.client.workOrder(number: "V17", updatesStatus: false) == nil)
    }

    @Test func `a list that marks as handled is never asked for twice`() async {
        let outSmart = OutSmartStub(status: 502) { _ in "" }
        _ = try? await outSmart.client.workOrders(status: "Compleet", updatesStatus: true)
        #expect(outSmart.calls.count == 1)
        _ = try? await outSmart.client.workOrders(status: "Compleet", updatesStatus: false)
        #expect(outSmart.calls.count == 6)
    }

    @Test func `sets the work status, and takes no change for done`() async throws {
        let outSmart = OutSmartStub { call in
            #expect(call.method == "GET")
            #expect(call.url.revealed.contains("/UpdateWorkorder/?row_id=7&workstatus=99&"))
            return #"{"code":1503,"messages":["No data changed"],"response":null}"#
        }
        try await outSmart.client.updateWorkOrder(rowID: "7", workStatus: "99")
        #expect(outSmart.calls.count == 1)
    }

    @Test func `posts a work order in OutSmart's own forms`() async throws {
        let outSmart = OutSmartStub { _ in Self.envelope(#"[{"workorder_no":"V17","row_id":169824}]"#) }
        let party = OutSmartClient.NewWorkOrder.Party(
            debtorNumber: "007",
            name: "Åkes",
            street: "Storgatan 1",
            postalCode: "211 20",
            city: "Malmö",
            contactPerson: "Eva"
        )
        var order = OutSmartClient.NewWorkOrder(
            workOrderNo: "V17",
            customer: party,
            invoiceParty: party,
            typeOfWork: "Service",
            paymentMethod: "op rekening"
        )
        order.workDate = CalendarDay(daysSince1970: 20_468)
        order.workDuration = 150
        order.materials = [
            OutSmartClient.NewWorkOrder.Material(
                code: "001",
                name: "Rör",
                quantity: try #require(Decimal(string: "1.125")),
                price: 850,
                unit: "m"
            )
        ]
        try await outSmart.client.sending([order])()
        #expect(
            outSmart.calls.first?.text == """
                [{"WorkorderNo":"V17","CustomerDebtorNr":"007","CustomerName":"Åkes","CustomerStreet":"Storgatan 1",\
                "CustomerZIP":"211 20","CustomerCity":"Malmö","CustomerContactPerson":"Eva",\
                "CustomerDebtorNrInvoice":"007","CustomerNameInvoice":"Åkes","CustomerStreetInvoice":"Storgatan 1",\
                "CustomerZIPInvoice":"211 20","CustomerCityInvoice":"Malmö","CustomerContactPersonInvoice":"Eva",\
                "TypeOfWork":"Service","PaymentMethod":"op rekening","WorkDate":"15-01-2026","WorkDuration":150,\
                "Materials":[{"MaterialCode":"001","MaterialName":"Rör","MaterialNr":"1,125","MaterialPrice":"850,00",\
                "MaterialUnit":"m"}]}]
                """
        )
    }
}
