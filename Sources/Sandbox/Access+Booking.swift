import Foundation
import MicroHTTP

/// What an accountant does at Visma with the documents that the connector made.
extension VendorSandbox {
    /// Why something cannot be booked, in Visma's words.
    package struct Refusal: Error, Equatable, CustomStringConvertible {
        package let code: Int
        package let description: String
    }

    /// Books a draft as an invoice, by which the draft disappears.
    ///
    /// - Returns: The invoice.
    /// - Throws: ``Refusal``, or an error when the journal cannot be written.
    @discardableResult
    package func bookDraft(_ id: String, company: String = "eriksson") throws -> JSONObject {
        try book(id, company) { office, call throws(VismaError) in try office.convertDraft(call) }
    }

    /// Books an order as an invoice.
    ///
    /// - Returns: The invoice.
    /// - Throws: ``Refusal``, or an error when the journal cannot be written.
    @discardableResult
    package func bookOrder(_ id: String, company: String = "eriksson") throws -> JSONObject {
        try book(id, company) { office, call throws(VismaError) in try office.convertOrder(call) }
    }

    /// Notes that an invoice was paid in full.
    ///
    /// - Returns: The payment.
    /// - Throws: ``Refusal``, or an error when the journal cannot be written.
    @discardableResult
    package func payInvoice(_ id: String, company: String = "eriksson") throws -> JSONObject {
        let invoice = withState { $0.books.row(id, in: .visma(company, VismaResource.invoices.name)) }
        let payment: JSON = [
            "CompanyBankAccountId": sampleID("\(company)/bank"), "PaymentAmount": invoice?["RemainingAmount"] ?? 0,
            "PaymentCurrency": invoice?["CurrencyCode"] ?? "SEK", "PaymentType": 2,
        ]
        return try book(id, company, payment) { office, call throws(VismaError) in try office.payInvoice(call) }
    }

    private func book(
        _ id: String,
        _ company: String,
        _ body: JSON = [:],
        _ handle: VismaRoute.Handler
    ) throws -> JSONObject {
        try withState { state in
            let call = VismaCall(request: Request("POST", "/", body: body.bytes), parameters: [id.lowercased()])
            let response: Response
            do throws(VismaError) {
                response = try state.atOffice(of: company, now: options.now(), options) { office throws(VismaError) in
                    try handle(&office, call)
                }
            } catch {
                throw Refusal(code: error.code, description: error.message)
            }
            try state.commit(nil)
            return try JSON(parsing: response.bytes).object ?? [:]
        }
    }
}

extension VendorSandbox.State {
    /// Lends the books out to one company's office.
    ///
    /// They are lent out whole: if both had them, every change would copy a table.
    mutating func atOffice<Value>(
        of company: String,
        now: Date,
        _ options: VendorSandbox.Options,
        _ work: (inout VismaOffice) throws(VismaError) -> Value
    ) throws(VismaError) -> Value {
        var office = VismaOffice(books: Books(), company: company, now: now, options: options)
        swap(&office.books, &books)
        defer { swap(&office.books, &books) }
        return try work(&office)
    }
}
