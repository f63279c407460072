import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

/// Plans Visma's document of a work order: looks up what it names, prices and rounds, and writes nothing.
struct DocumentMaking: Sendable {
    let books: SalesBooks
    var settings: Settings.Export
    let hourUnits: [String]
    let today: CalendarDay

    /// What a work order leads to.
    struct Plan: Sendable, Equatable {
        var document: SalesDocument
        /// What Visma lacks, to be created first; placeholders stand in the document.
        var creations: [Creation]
        /// What people should know although it is exported.
        var warnings: [SyncFailure]
    }

    /// What becomes known while the document is made.
    struct Findings {
        var creations: [Creation] = []
        var warnings: [SyncFailure] = []
    }

    /// Plans the document.
    ///
    /// - Throws: Why this work order can't be exported, or why none can now.
    func plan(_ order: OutSmartClient.WorkOrder) async throws(WorkOrderEnd) -> Plan {
        let work: CompletedWork
        do { work = try CompletedWork(order, settings) } catch { throw .failed(error) }
        var findings = Findings()
        let company = try await books.company()
        // Articles come first: a customer is not created for a work order that can't be exported anyway.
        let articles = try await articles(of: work, &findings)
        let projectID = try await project(of: work, &findings)
        let buyer = try await buyer(of: work, order, &findings)
        let terms = SaleTerms(buyer, company, codings: try await codings(for: buyer, company))
        var rows: [SalesDocument.Row] = []
        for (line, article) in zip(work.lines, articles) {
            do { rows.append(try row(line, article, terms, &findings)) } catch { throw .failed(error) }
        }
        let document = SalesDocument(
            customerID: buyer.id,
            currency: buyer.currency ?? company.currencyCode ?? "SEK",
            day: day(of: work, company, &findings),
            reference: work.reference,
            referenceField: settings.referenceField,
            contact: (order.invoiceParty.contactPerson.trimmed ?? order.customer.contactPerson.trimmed).map {
                findings.warnings.cut("contact", $0, to: 100)
            },
            place: place(of: order, &findings),
            projectID: projectID,
            rows: rows
        )
        return Plan(document: document, creations: findings.creations, warnings: findings.warnings)
    }

    // MARK: - What it names

    private func buyer(
        of work: CompletedWork,
        _ order: OutSmartClient.WorkOrder,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> Buyer {
        if let buyer = try await books.buyer(work.debtorNumber) { return buyer }
        let (customer, warnings) = try await books.newCustomer(work.debtorNumber, for: order)
        let creation = Creation.customer(customer)
        findings.creations.append(creation)
        findings.warnings += warnings
        return Buyer(id: creation.placeholder, isPrivate: false, currency: nil, country: customer.invoiceCountryCode)
    }

    private func project(
        of work: CompletedWork,
        _ findings: inout Findings
    ) async throws(WorkOrderEnd) -> String? {
        guard let number = work.projectNumber else { return nil }
        if let id = try await books.project(number) { return id }
        let message = "Visma has no ongoing project with the number \(number). The document has no project."
        findings.warnings.append(.ofRecord(.projectNotFound, message))
        return nil
    }

    /// The codings, where a price has to be converted.
    private func codings(
        for buyer: Buyer,
        _ company: EAccountingClient.CompanySettings
    ) async throws(WorkOrderEnd) -> [EAccountingClient.ArticleCoding] {
        SaleTerms.includesVAT(buyer, company) ? try await books.codings() : []
    }

    // MARK: - The rest of the head

    /// When the work ended, or today where Visma takes no document of that day.
    private func day(
        of work: CompletedWork,
        _ company: EAccountingClient.CompanySettings,
        _ findings: inout Findings
    ) -> CalendarDay {
        guard let day = work.day else { return today }
        if day > today {
            findings.warnings.append(
                .ofRecord(.periodLocked, "\(day) lies in the future. The document is dated \(today).")
            )
            return today
        }
        if let lock = company.accountingLockedTo, day <= lock {
            let message = "The books are locked up to \(lock). The document is dated \(today) and not \(day)."
            findings.warnings.append(.ofRecord(.periodLocked, message))
            return today
        }
        return day
    }

    /// The work's address, where it is another one than the invoice's.
    private func place(of order: OutSmartClient.WorkOrder, _ findings: inout Findings) -> SalesDocument.Place? {
        let (work, invoice) = (order.customer, order.invoiceParty)
        let street = [work.street.trimmed, work.streetNo.trimmed].joined
        let hasInvoice = [invoice.street, invoice.postalCode, invoice.city].contains { $0.trimmed != nil }
        let isSame =
            street == [invoice.street.trimmed, invoice.streetNo.trimmed].joined
            && work.postalCode.trimmed == invoice.postalCode.trimmed && work.city.trimmed == invoice.city.trimmed
            && work.name.trimmed == invoice.name.trimmed
        guard hasInvoice, !isSame, street != nil || work.city.trimmed != nil else { return nil }
        func cut(_ field: String, _ value: String?, to limit: Int) -> String? {
            value.map { findings.warnings.cut(field, $0, to: limit) }
        }
        return SalesDocument.Place(
            // The longest name differs by document.
            name: cut("delivery name", work.name.trimmed, to: settings.document == .order ? 100 : 50),
            street: cut("delivery address", street, to: 50),
            postalCode: cut("delivery postal code", work.postalCode.trimmed, to: 10),
            city: cut("delivery city", work.city.trimmed, to: 50),
            country: work.country.trimmed.flatMap { $0.count == 2 ? $0.uppercased() : nil }
        )
    }
}
