package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// A customer, as Visma sends it and in Visma's order, in which it is read fastest.
    package struct Customer: Decodable, Sendable, Equatable {
        package var id: String
        package var invoiceCity: String?
        package var invoicePostalCode: String?
        /// `nil` where the customer was never changed.
        package var changedUtc: Date?
        package var customerNumber: String?
        package var corporateIdentityNumber: String?
        package var contactPersonEmail: String?
        package var contactPersonMobile: String?
        package var contactPersonName: String?
        package var contactPersonPhone: String?
        package var currencyCode: String?
        package var emailAddress: String?
        package var invoiceAddress1: String?
        package var invoiceAddress2: String?
        package var invoiceCountryCode: String?
        package var deliveryAddress1: String?
        package var deliveryAddress2: String?
        package var deliveryCity: String?
        package var deliveryCountryCode: String?
        package var deliveryPostalCode: String?
        package var deliveryCustomerName: String?
        package var name: String?
        package var note: String?
        package var reverseChargeOnConstructionServices: Bool?
        package var mobilePhone: String?
        package var telephone: String?
        package var termsOfPaymentId: String?
        package var vatNumber: String?
        package var isPrivatePerson: Bool?
        package var isActive: Bool?
    }

    /// A customer to create.
    package struct NewCustomer: Encodable, Sendable, Equatable {
        /// At most 16 characters; numbered by Visma where it is left out.
        package var customerNumber: String?
        /// At most 50 characters.
        package var name: String
        package var isActive = true
        package var isPrivatePerson: Bool
        package var termsOfPaymentId: String
        package var invoiceAddress1: String?
        package var invoiceAddress2: String?
        /// At most 10 characters.
        package var invoicePostalCode: String
        /// At most 50 characters.
        package var invoiceCity: String
        package var invoiceCountryCode: String?
        package var contactPersonName: String?
        package var emailAddress: String?
        package var telephone: String?
        package var mobilePhone: String?
        package var corporateIdentityNumber: String?
        package var vatNumber: String?
        package var note: String?

        package init(
            customerNumber: String?,
            name: String,
            isPrivatePerson: Bool,
            termsOfPaymentId: String,
            invoicePostalCode: String,
            invoiceCity: String
        ) {
            self.customerNumber = customerNumber
            self.name = name
            self.isPrivatePerson = isPrivatePerson
            self.termsOfPaymentId = termsOfPaymentId
            self.invoicePostalCode = invoicePostalCode
            self.invoiceCity = invoiceCity
        }
    }

    /// Returns the customers, page by page.
    ///
    /// Maps to `GET /v2/customers`; incremental by `ChangedUtc`.
    package func customers(_ query: ListQuery = ListQuery()) -> Pages<Page<Customer>> {
        pages(of: "/customers", changedField: "ChangedUtc", query)
    }

    /// Returns the customers with a number: none or one, by Visma's rules.
    ///
    /// Maps to `GET /v2/customers?$filter=CustomerNumber eq '…'`.
    ///
    /// - Parameter number: The number, exactly.
    /// - Returns: The customer, or `nil`.
    /// - Throws: ``RemoteAPIError``.
    package func customer(number: String) async throws(RemoteAPIError) -> Customer? {
        let rows: [Customer] = try await rows(of: "/customers", where: "CustomerNumber eq \(number.odataLiteral)")
        return rows.first { $0.customerNumber == number }
    }

    /// Returns a customer, or `nil` where Visma has none of this id.
    ///
    /// Maps to `GET /v2/customers/{id}`.
    package func customer(id: String) async throws(RemoteAPIError) -> Customer? {
        try await found(endpoint("GET", "/customers/{id}", id))
    }

    /// Creates a customer.
    ///
    /// Maps to `POST /v2/customers`. A number that exists is refused with code 4000.
    ///
    /// - Parameter customer: What is known of it.
    /// - Returns: The customer as Visma keeps it.
    /// - Throws: ``RemoteAPIError``.
    package func createCustomer(_ customer: NewCustomer) async throws(RemoteAPIError) -> Customer {
        try await call(endpoint("POST", "/customers", body: customer))
    }
}

extension EAccountingClient {
    /// Returns what a call returns, or `nil` where Visma says that there is no such record.
    func found<Reply: Decodable & Sendable>(_ endpoint: Endpoint) async throws(RemoteAPIError) -> Reply? {
        do {
            return try await call(endpoint)
        } catch .refused(let refusal) where refusal.code == 3000 || (refusal.code == nil && refusal.status == 404) {
            return nil
        }
    }
}
