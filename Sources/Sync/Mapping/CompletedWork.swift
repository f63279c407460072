import Domain
import Foundation
import OutSmart
import RemoteAPI

/// What a completed work order says was done, read and checked, before anything is looked up at Visma.
struct CompletedWork: Sendable, Equatable {
    /// One thing to put on the document.
    enum Line: Sendable, Equatable {
        case text(String)
        case material(Material)
        case hours(Hours)
        /// The sum of the periods' distances.
        case travel(Decimal)
    }

    struct Material: Sendable, Equatable {
        /// The article's number, `nil` when the work order gives none.
        var code: String?
        var name: String?
        var unit: String?
        var quantity: Decimal
        /// Per unit and before the discount.
        var price: Decimal
        /// A fraction.
        var discount: Decimal
    }

    struct Hours: Sendable, Equatable {
        /// The article's number, `nil` when the work period gives none.
        var code: String?
        var text: String?
        /// In hours, rounded as the settings say.
        var quantity: Decimal
    }

    /// The number that people see.
    var number: String
    /// What the document is found by at Visma.
    var reference: String
    /// Who pays.
    var debtorNumber: String
    var projectNumber: String?
    /// When the work ended, or was to be done.
    var day: CalendarDay?
    var lines: [Line]
}

extension CompletedWork {
    /// Reads a work order.
    ///
    /// - Throws: `EMPTY_WORK_ORDER`, `ZERO_QUANTITY`, `ZERO_DURATION`, `NO_DEBTOR_NUMBER`, or `OUTSMART_ERROR` for what
    ///   can't be read.
    init(_ order: OutSmartClient.WorkOrder, _ settings: Settings.Export) throws(SyncFailure) {
        number = order.displayNumber
        reference = order.exportReference
        day = order.workEndDate?.value ?? order.workDate?.value
        projectNumber = order.projectNr.trimmed
        guard let debtor = order.invoiceParty.debtorNumber.trimmed ?? order.customer.debtorNumber.trimmed else {
            throw .ofRecord(
                .noDebtorNumber,
                "The work order has no debtor number, neither of the invoice nor of the work."
            )
        }
        debtorNumber = debtor
        guard !order.materials.isEmpty || !order.workPeriods.isEmpty else {
            throw .ofRecord(.emptyWorkOrder, "The work order has no material and no work period.")
        }
        lines = []
        if settings.workDescription {
            let title = ["Work order \(number)", day.map { "\($0)" }].compactMap(\.self).joined(separator: ", ")
            lines.append(.text([title, order.workDescription.trimmed].compactMap(\.self).joined(separator: "\n")))
        }
        for material in order.materials { lines.append(.material(try Material(material))) }
        for period in order.workPeriods { lines.append(.hours(try Hours(period, settings))) }
        let travel = order.workPeriods.reduce(Decimal(0)) { $0 + ($1.travel?.value ?? 0) }
        if settings.travelArticle.trimmed != nil, travel != 0 { lines.append(.travel(travel)) }
    }
}

extension CompletedWork.Material {
    fileprivate init(_ material: OutSmartClient.WorkOrder.Material) throws(SyncFailure) {
        let name = material.name.trimmed ?? material.code.trimmed ?? "?"
        guard let quantity = material.quantity?.value else {
            throw .ofRecord(
                .zeroQuantity,
                "The quantity of \(name) is no number: \"\(material.quantity?.text ?? "")\"."
            )
        }
        guard quantity != 0 else { throw .ofRecord(.zeroQuantity, "The quantity of \(name) is 0.") }
        guard let price = material.price?.value else {
            throw .ofRecord(.outsmartError, "The price of \(name) is no number: \"\(material.price?.text ?? "")\".")
        }
        code = material.code.trimmed
        self.name = material.name.trimmed
        unit = material.unit.trimmed
        self.quantity = quantity
        (self.price, discount) = (price, 0)
        // The price counts: a discount that does not lead to it is not shown.
        if let original = material.originalPrice?.value, let percent = material.discountPercentage?.value,
            percent > 0, percent <= 100
        {
            // Visma keeps four decimals of the fraction.
            let fraction = (percent / 100).rounded(to: 4)
            if (original * (1 - fraction)).rounded(to: 2) == price.rounded(to: 2) {
                (self.price, discount) = (original, fraction)
            }
        }
    }
}

extension CompletedWork.Hours {
    fileprivate init(
        _ period: OutSmartClient.WorkOrder.WorkPeriod,
        _ settings: Settings.Export
    ) throws(SyncFailure) {
        guard let minutes = period.minutes else {
            throw .ofRecord(.zeroDuration, "A work period has no time that can be read.")
        }
        guard minutes > 0 else { throw .ofRecord(.zeroDuration, "A work period lasts \(minutes) minutes.") }
        let rounded = minutes.rounded(toMultipleOf: settings.hourRounding, up: settings.roundUp)
        code = period.hourType.trimmed
        text = settings.periodRemarks ? period.remark.trimmed : nil
        quantity = Decimal(rounded) / 60
    }
}

extension OutSmartClient.WorkOrder.WorkPeriod {
    /// How long it lasted, without breaks: what OutSmart counted, else from begin to end, on the next day if need be.
    fileprivate var minutes: Int? {
        if let total { return total.value }
        guard let begin = begin?.value, let end = end?.value else { return nil }
        let pause = NSDecimalNumber(decimal: (self.pause?.value ?? 0).rounded(to: 0)).intValue
        return (end < begin ? end + 24 * 60 : end) - begin - pause
    }
}

extension Int {
    /// These minutes as a multiple, half up or always up, and never 0 when they are positive.
    func rounded(toMultipleOf step: Int, up: Bool) -> Int {
        guard step > 1, self > 0 else { return self }
        let multiples = up ? (self + step - 1) / step : (self + step / 2) / step
        return Swift.max(multiples, 1) * step
    }
}

extension OutSmartClient.WorkOrder {
    /// The number that people see.
    var displayNumber: String { orderNr.trimmed ?? workOrderNo.trimmed ?? rowID }

    /// What a document of this work order is found by at Visma, where it may have 35 characters.
    var exportReference: String {
        let reference = "WO-\(orderNr.trimmed ?? rowID)"
        return reference.utf16.count <= 35 ? reference : "WO-\(rowID)"
    }
}

extension SyncFailure {
    /// A failure of one record.
    static func ofRecord(_ code: LogEntry.Code, _ message: String, field: String? = nil) -> SyncFailure {
        SyncFailure(code, message, reach: .record, detail: field.map { ["field": $0] } ?? [:])
    }
}
