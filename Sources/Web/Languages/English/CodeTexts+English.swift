import Domain

extension CodeTexts {
    static let english = CodeTexts(
        headline: { code in
            switch code {
            case .authExpired: "Visma no longer accepts the access"
            case .consentDenied: "The access was not approved"
            case .consentInvalid: "The login at Visma was not completed"
            case .scopeMissing: "Rights are missing at Visma"
            case .companyMismatch: "Another company was chosen"
            case .companyInUse: "The company belongs to another account"
            case .companyInactive: "The company is not active at Visma"
            case .moduleMissing: "A module is missing at Visma"
            case .licenseInactive: "No active licence"
            case .outsmartTokenInvalid: "OutSmart does not accept the token"
            case .customerIncomplete: "Customer is incomplete"
            case .projectWithoutCustomer: "Project has no customer"
            case .unitChangedKind: "Material and hour type changed places"
            case .manyRecordsGone: "Many records are gone"
            case .orderIncomplete: "Sales order is incomplete"
            case .orderChanged: "Sales order was changed later"
            case .numberMissing: "Number is missing"
            case .numberNotUnique: "Number is used twice"
            case .orderSkippedOwnExport: "Sales order comes from a work order"
            case .relationNotFound: "Customer not found"
            case .relationCreateFailed: "Customer could not be created"
            case .materialNotFound: "Article not found"
            case .materialCreateFailed: "Article could not be created"
            case .hourtypeNotFound: "Article for the hours not found"
            case .fallbackArticleNotFound: "Fallback article not found"
            case .projectNotFound: "Project not found"
            case .emptyWorkOrder: "Nothing to invoice"
            case .zeroQuantity: "Quantity is 0"
            case .zeroDuration: "Work period has no time"
            case .noDebtorNumber: "Customer has no number"
            case .valueTruncated: "Text was shortened"
            case .orderAlreadyInvoiced: "Sales order is invoiced already"
            case .periodLocked: "Period is locked"
            case .codingIncomplete: "Article coding is incomplete"
            case .vatNumberInvalid: "VAT number is not valid"
            case .alreadyExported: "Work order was exported already"
            case .adoptedExistingDocument: "Existing document is used"
            case .statusUpdateFailed: "Work order not set to handled yet"
            case .attachmentFailed: "PDF was not attached"
            case .rateLimited: "Too many calls, for the moment"
            case .vismaError: "Visma refused this"
            case .outsmartError: "OutSmart refused this"
            case .upstreamUnreachable: "No answer, for the moment"
            case .notificationFailed: "Notification did not arrive"
            case .internalError: "Something went wrong in the connector"
            }
        },
        action: { $0.action }
    )
}
