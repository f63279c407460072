import Domain
import EAccounting

extension Company {
    /// The company that Visma's settings describe.
    ///
    /// Orders need the module `sales_standard`; Bookkeeping (3) and Solo (4) never have it.
    init(_ settings: EAccountingClient.CompanySettings) {
        let hasModule = settings.activatedModules?.contains("sales_standard") ?? false
        let variantAllowsOrders = settings.productVariant != 3 && settings.productVariant != 4
        self.init(
            id: settings.companyIdentifier ?? settings.corporateIdentityNumber ?? settings.name ?? "",
            name: settings.name ?? "",
            registrationNumber: settings.corporateIdentityNumber,
            country: settings.countryCode,
            currency: settings.currencyCode,
            hasOrders: hasModule && variantAllowsOrders
        )
    }
}

extension EAccountingClient.CompanySettings {
    /// Whether the company may be worked in, if only by reading.
    var isActive: Bool { companyStatus != 0 }
}
