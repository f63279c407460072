import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI
import Testing

@testable import Sync

@Suite struct OrderMappingTests {
    private typealias Order = EAccountingClient.Order

    private func mapped(_ change: (inout Order) -> Void = { _ in }) throws -> Mapped<WorkOrderRow> {
        try Mapped(.sample(change), .sample(customer: .sample()), Settings.Import())
    }

    @Test func `every field of the head goes to its place`() throws {
        let outgoing = try mapped().sent()
        let workOrder = outgoing.row.workOrder
        #expect(workOrder.workOrderNo == "V1042" && workOrder.externProjectNr == "1042" && workOrder.projectNr == "P-1")
        #expect(workOrder.workDate?.dayFirst == "19-01-2026")
        #expect(workOrder.typeOfWork == "Service" && workOrder.paymentMethod == "op rekening")
        #expect(workOrder.workDescription == nil && workOrder.workDuration == nil && workOrder.materials.isEmpty)
        #expect(outgoing.name == "Order 1042" && outgoing.changedAt == Date(wire: "2026-01-15T08:00:00Z"))
        #expect(outgoing.warning == nil && outgoing.row.deactivated == nil)
    }

    @Test func `a draft goes by the beginning of its identifier`() throws {
        let outgoing = try mapped { $0.number = nil }.sent()
        #expect(outgoing.row.code == "V-0a1b2c3d" && outgoing.name == "Order 0a1b2c3d")
        #expect(outgoing.row.workOrder.externProjectNr == nil)
    }

    @Test func `without a day of delivery the day of the order counts`() throws {
        let day = try mapped { $0.deliveryDate = nil }.sent().row.workOrder.workDate
        #expect(day?.dayFirst == "05-01-2026")
    }

    @Test func `the customer's number is the order's, else the customer's own; without one it can't be sent`() throws {
        let order = try Order.sample { $0.customerNumber = " " }
        let own = try Mapped(order, .sample(customer: .sample { $0.customerNumber = "7" }), Settings.Import()).sent()
        #expect(own.row.workOrder.invoiceParty.debtorNumber == "7")
        let (name, failure) = try Mapped(order, .sample(customer: nil), Settings.Import()).refused()
        #expect(name == "Order 1042" && failure.code == .orderIncomplete && failure.reach == .record)
    }

    @Test func `an order that was sent is compared by its own words alone`() throws {
        let changes: [(inout Order) -> Void] = [
            { _ in }, { $0.customerNumber = nil },
            { order in
                order.includesVat = true
                order.rows = [try? record(#"{"ArticleNumber": "1", "UnitPrice": 5}"#)].compactMap(\.self)
            },
        ]
        for change in changes {
            let known = try Mapped(.sample(change), nil, Settings.Import()).sent()
            #expect(known.warning == nil && known.row.code == "V1042")
        }
        #expect(try Mapped(.sample(), nil, Settings.Import()).sent().row.fingerprint == mapped().sent().row.fingerprint)
    }

    @Test func `what Visma alone changes of an order is no change`() throws {
        let before = try mapped().sent().row.fingerprint
        let after = try mapped { order in
            order.status = 3
            order.number = 99
            order.modifiedUtc = .now
            order.ourReference = "Vi"
            order.currencyCode = "EUR"
        }
        #expect(try after.sent().row.fingerprint == before)
    }

    @Test func `whatever people change of an order is a change`() throws {
        let row = #"{"ArticleNumber": "1", "Text": "T", "Quantity": 1, "UnitPrice": 2, "DiscountPercentage": 0}"#
        let changes: [(inout Order) -> Void] = [
            { $0.customerId = "c2" }, { $0.orderDate = CalendarDay(daysSince1970: 1) }, { $0.deliveryDate = nil },
            { $0.yourReference = nil }, { $0.invoiceCustomerName = "X" }, { $0.invoiceAddress1 = "X" },
            { $0.invoiceAddress2 = nil }, { $0.invoicePostalCode = "X" }, { $0.invoiceCity = "X" },
            { $0.deliveryCustomerName = "X" }, { $0.deliveryAddress1 = "X" }, { $0.deliveryAddress2 = "X" },
            { $0.deliveryPostalCode = "X" }, { $0.deliveryCity = "X" }, { $0.rows = [] },
            { $0.rows?[0].articleNumber = "2" }, { $0.rows?[0].text = "U" }, { $0.rows?[0].quantity = 2 },
            { $0.rows?[0].unitPrice = 3 }, { $0.rows?[0].discountPercentage = 1 }, { $0.rows?[0].projectId = "p" },
            { $0.rows?[0].discountFixedAmount = 1 }, { $0.rows = ($0.rows ?? []) + ($0.rows ?? []) },
        ]
        let order = try Order.sample(rows: row)
        var fingerprints: Set = [try Mapped(order, nil, Settings.Import()).sent().row.fingerprint]
        for change in changes {
            var changed = order
            change(&changed)
            fingerprints.insert(try Mapped(changed, nil, Settings.Import()).sent().row.fingerprint)
        }
        #expect(fingerprints.count == changes.count + 1)
    }
}
