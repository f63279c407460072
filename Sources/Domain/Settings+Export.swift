package import Foundation

extension Settings {
    /// What travels from OutSmart to Visma.
    package struct Export: Hashable, Sendable, Codable {
        /// What becomes of a completed work order at Visma.
        package enum Document: String, CaseIterable, Sendable, Codable { case invoiceDraft, order }

        /// What becomes of one that came from an order at Visma.
        package enum OrdersFromVisma: String, CaseIterable, Sendable, Codable {
            /// Its order is brought up to date.
            case update
            /// It is exported like any other.
            case newDocument
        }

        /// The field of the document that bears the work order's reference.
        package enum ReferenceField: String, CaseIterable, Sendable, Codable {
            case buyersOrderReference, yourReference, ourReference
        }

        package var workOrders = true
        package var document = Document.invoiceDraft
        package var ordersFromVisma = OrdersFromVisma.update
        /// The only work status that is exported, or `nil` for all.
        package var workStatus: String?
        /// The first work date that is exported, or `nil` for that of the account's first connection.
        package var completedSince: Date?
        /// Whether customers that Visma lacks are created there.
        package var newCustomers = true
        /// Whether articles that Visma lacks are created there.
        package var newMaterials = true
        /// What hours are rounded to, in minutes; 0 for not at all.
        package var hourRounding = 0
        /// Whether hours are rounded up, and not to the nearest.
        package var roundUp = false
        /// The number of the article that stands for unknown materials.
        package var fallbackArticle: String?
        /// The number of the article that stands for unknown hour types.
        package var fallbackHourArticle: String?
        /// The number of the article for distances, or `nil` when travel is not charged.
        package var travelArticle: String?
        /// The coding of new articles at Visma, or `nil` for the one that most articles have.
        package var articleCodingId: String?
        /// The unit of new articles whose own is unknown at Visma, or `nil` for the one that most articles have.
        package var unitId: String?
        /// The terms of payment of new customers, or `nil` for the company's.
        package var termsOfPaymentId: String?
        package var referenceField = ReferenceField.buyersOrderReference
        /// Whether the rows of hours say what was noted about them.
        package var periodRemarks = true
        /// Whether the document begins with what was done.
        package var workDescription = true
        package var attachPDF = true
        /// The work status that a work order gets when its export failed, or `nil` for none.
        package var errorWorkStatus: String? = "99"
        /// Whether an exported work order is set to handled.
        package var handledAfterExport = true

        package init() {}
    }
}
