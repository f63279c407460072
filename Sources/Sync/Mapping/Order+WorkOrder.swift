import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

/// A work order that is posted once.
struct WorkOrderRow: OutSmartRow {
    let workOrder: OutSmartClient.NewWorkOrder
    /// What of the order people may change at Visma; its status is none of that.
    let fields: [String?]

    var code: String { workOrder.workOrderNo }
    var isActive: Bool { true }
    var deactivated: WorkOrderRow? { nil }
}

/// What has to be known beside an order.
struct OrderContext: Sendable {
    var customer: EAccountingClient.Customer?
    var projectNumber: String?
    var units: HourUnits
}

extension Mapped where Row == WorkOrderRow {
    /// The work order that an order becomes.
    ///
    /// - Parameters:
    ///   - order: Visma's order.
    ///   - context: What else is known, or `nil` for an order that is only compared with what was sent.
    ///   - settings: The type of work and the payment method.
    init(_ order: EAccountingClient.Order, _ context: OrderContext?, _ settings: Settings.Import) {
        let code = order.number.map { "V\($0)" } ?? "V-\(order.id.prefix(8))"
        let name = "Order \(order.number.map(String.init) ?? String(order.id.prefix(8)))"
        let customer = context?.customer
        // What is only compared needs no customer.
        let spare = context == nil ? "" : nil
        guard let debtorNumber = order.customerNumber.trimmed ?? customer?.customerNumber.trimmed ?? spare else {
            let failure = SyncFailure(.orderIncomplete, "The order has no customer with a number.", reach: .record)
            self = .unusable(name: name, failure)
            return
        }
        let rows: OrderRows
        do throws(SyncFailure) { rows = try OrderRows(order, context?.units) } catch {
            self = .unusable(name: name, error)
            return
        }
        let parties = OrderParties(order, customer, debtorNumber: debtorNumber)
        var workOrder = OutSmartClient.NewWorkOrder(
            workOrderNo: code,
            customer: parties.work,
            invoiceParty: parties.invoice,
            typeOfWork: settings.typeOfWork,
            paymentMethod: settings.paymentMethod
        )
        let missing = parties.missing + rows.missing
        workOrder.externProjectNr = order.number.map(String.init)
        workOrder.projectNr = context?.projectNumber
        workOrder.workDate = order.deliveryDate ?? order.orderDate
        workOrder.workDescription = rows.description
        workOrder.workDuration = rows.minutes
        workOrder.materials = rows.materials
        self = .outgoing(
            Outgoing(
                vismaID: order.id,
                name: name,
                row: WorkOrderRow(workOrder: workOrder, fields: order.contentFields),
                changedAt: order.modifiedUtc,
                warning: missing.isEmpty ? nil : .incompleteOrder(missing),
                facts: ImportedRows(order).facts
            )
        )
    }
}

extension EAccountingClient.Order {
    /// What people change about an order: customer, dates, addresses, reference and rows.
    fileprivate var contentFields: [String?] {
        let head = [
            customerId, orderDate?.description, deliveryDate?.description, yourReference, invoiceCustomerName,
            invoiceAddress1, invoiceAddress2, invoicePostalCode, invoiceCity, deliveryCustomerName, deliveryAddress1,
            deliveryAddress2, deliveryPostalCode, deliveryCity,
        ]
        let rows = (rows ?? []).flatMap { row in
            [
                row.articleNumber, row.text, row.quantity.map { "\($0)" }, row.unitPrice.map { "\($0)" },
                row.discountPercentage.map { "\($0)" }, row.discountFixedAmount.map { "\($0)" }, row.projectId,
            ]
        }
        return head + rows
    }
}

extension SyncFailure {
    fileprivate static func incompleteOrder(_ missing: [String]) -> SyncFailure {
        SyncFailure(
            .orderIncomplete,
            "Visma has no \(missing.joined(separator: ", ")) for this order; OutSmart requires it and got - instead.",
            reach: .record
        )
    }
}
