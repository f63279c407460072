package import Foundation
package import RemoteAPI

extension OutSmartClient {
    /// A work order, as OutSmart sends it.
    package struct WorkOrder: Sendable, Equatable {
        package var rowID: String
        package var workOrderNo: String?
        /// The number that people see.
        package var orderNr: String?
        /// `Klaargezet`, `Opgehaald`, `Compleet` or `Afgehandeld`.
        package var status: String?
        /// The company's own status, another thing than ``status``.
        package var workStatus: String?
        /// `0`, or anything else when the order is archived.
        package var archived: String?
        package var projectNr: String?
        package var externProjectNr: String?
        /// Where the work was done.
        package var customer: Party
        /// Who pays.
        package var invoiceParty: Party
        package var typeOfWork: String?
        package var paymentMethod: String?
        package var workDescription: String?
        package var shortWorkDescription: String?
        package var comment: String?
        package var workDate: Parsed<CalendarDay>?
        package var workEndDate: Parsed<CalendarDay>?
        package var reference: String?
        /// The work order as a PDF, at an address that is to be checked before it is fetched.
        package var pdfURL: Secret?
        package var materials: [Material]
        package var workPeriods: [WorkPeriod]

        /// One side of a work order.
        package struct Party: Sendable, Equatable {
            package var debtorNumber: String?
            package var name: String?
            package var street: String?
            package var streetNo: String?
            package var postalCode: String?
            package var city: String?
            package var country: String?
            package var contactPerson: String?
            package var phone: String?
            package var email: String?
        }

        /// A material that was used.
        package struct Material: Sendable, Equatable {
            package var code: String?
            package var name: String?
            package var quantity: Parsed<Decimal>?
            package var unit: String?
            /// Per unit, after the discount.
            package var price: Parsed<Decimal>?
            /// Per unit, before the discount.
            package var originalPrice: Parsed<Decimal>?
            /// 10 is ten per cent.
            package var discountPercentage: Parsed<Decimal>?
        }

        /// A stretch of work of one person.
        package struct WorkPeriod: Sendable, Equatable {
            package var workDate: Parsed<CalendarDay>?
            /// Minutes since midnight.
            package var begin: Parsed<Int>?
            /// Minutes since midnight; before ``begin`` where the work ended on the next day.
            package var end: Parsed<Int>?
            /// Minutes, breaks already taken off.
            package var total: Parsed<Int>?
            /// Minutes, as a number.
            package var pause: Parsed<Decimal>?
            /// A distance.
            package var travel: Parsed<Decimal>?
            package var hourType: String?
            package var remark: String?
            package var employeeNr: String?
        }
    }
}
