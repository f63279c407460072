extension LogEntry {
    /// What kind of trouble it is; stable, for scripts and translations.
    package enum Code: String, CaseIterable, Sendable {
        case authExpired = "AUTH_EXPIRED"
        case consentDenied = "CONSENT_DENIED"
        case consentInvalid = "CONSENT_INVALID"
        case scopeMissing = "SCOPE_MISSING"
        case companyMismatch = "COMPANY_MISMATCH"
        case companyInUse = "COMPANY_IN_USE"
        case companyInactive = "COMPANY_INACTIVE"
        case moduleMissing = "MODULE_MISSING"
        case licenseInactive = "LICENSE_INACTIVE"
        case outsmartTokenInvalid = "OUTSMART_TOKEN_INVALID"
        case customerIncomplete = "CUSTOMER_INCOMPLETE"
        case projectWithoutCustomer = "PROJECT_WITHOUT_CUSTOMER"
        case unitChangedKind = "UNIT_CHANGED_KIND"
        case manyRecordsGone = "MANY_RECORDS_GONE"
        case orderIncomplete = "ORDER_INCOMPLETE"
        case orderChanged = "ORDER_CHANGED"
        case numberMissing = "NUMBER_MISSING"
        case numberNotUnique = "NUMBER_NOT_UNIQUE"
        case rateLimited = "RATE_LIMITED"
        case vismaError = "VISMA_ERROR"
        case outsmartError = "OUTSMART_ERROR"
        case upstreamUnreachable = "UPSTREAM_UNREACHABLE"
        case internalError = "INTERNAL_ERROR"
    }
}

extension LogEntry.Code {
    /// What a person can do about it.
    package var action: String {
        switch self {
        case .authExpired:
            "Connect Visma eAccounting again."
        case .consentDenied:
            "Press Connect again and approve the access on Visma's page."
        case .consentInvalid:
            "Press Connect on the settings page and sign in at Visma within ten minutes."
        case .scopeMissing:
            "Disconnect and connect again, so that Visma can grant the rights that are missing."
        case .companyMismatch:
            "Connect again and choose the company that this account belongs to."
        case .companyInUse:
            "Disconnect the other account first, or choose another company at Visma."
        case .companyInactive:
            "Reactivate the company at Visma."
        case .moduleMissing:
            "Activate the module at Visma, or use invoice drafts instead of orders."
        case .licenseInactive:
            "Enter a valid licence for this account."
        case .outsmartTokenInvalid:
            "Check the OutSmart token of this account: OutSmart shows it under Settings, General, Software integrations."
        case .customerIncomplete:
            "Fill in the missing fields of the customer in Visma eAccounting."
        case .projectWithoutCustomer:
            "Choose a customer for the project in Visma eAccounting."
        case .unitChangedKind:
            "Check in OutSmart that nothing uses the former one any more, and remove it there."
        case .orderIncomplete:
            "Complete the order in Visma eAccounting, or correct the import settings as the message says."
        case .orderChanged:
            "Change the work order in OutSmart if it has to follow."
        case .numberMissing:
            "Give the record a number in Visma eAccounting."
        case .numberNotUnique:
            "Give one of the two records another number in Visma eAccounting."
        case .manyRecordsGone:
            "Check in Visma eAccounting whether these records were really removed, then confirm."
        case .rateLimited:
            "Nothing: the next sync goes on by itself."
        case .vismaError:
            "Correct the record as Visma's words say. Visma's support can be asked with the ErrorId."
        case .outsmartError:
            "Correct the record as OutSmart's words say."
        case .upstreamUnreachable:
            "Nothing: the next sync tries again. If it lasts, check the vendor's status page."
        case .internalError:
            "Report this entry to the operator of the connector."
        }
    }
}
