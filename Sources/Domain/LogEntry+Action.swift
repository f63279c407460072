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
        case .orderSkippedOwnExport:
            "Nothing: the order was made from a work order and is not sent back."
        case .relationNotFound:
            "Add the customer with this number in Visma eAccounting, or let new customers be created in the export "
                + "settings."
        case .relationCreateFailed:
            "Complete the relation in OutSmart as the message says, or add the customer in Visma eAccounting yourself."
        case .materialNotFound:
            "Add an article with the material's code in Visma eAccounting, or choose a fallback article in the export "
                + "settings."
        case .materialCreateFailed:
            "Correct the material in OutSmart as the message says, or add the article in Visma eAccounting yourself."
        case .hourtypeNotFound:
            "Add an article with the hour type's code in Visma eAccounting, or choose a fallback article for hours in "
                + "the export settings."
        case .fallbackArticleNotFound:
            "Choose another article in the export settings, or add the chosen one in Visma eAccounting again."
        case .projectNotFound:
            "Choose the project on the document in Visma eAccounting if it belongs to one."
        case .emptyWorkOrder:
            "Add a material or a work period to the work order in OutSmart, or set it to handled there if nothing is "
                + "to be invoiced."
        case .zeroQuantity:
            "Enter the quantity on the work order in OutSmart, or remove the material there."
        case .zeroDuration:
            "Enter begin and end of the work period in OutSmart, or remove the period there."
        case .noDebtorNumber:
            "Choose a customer with a debtor number on the work order in OutSmart."
        case .valueTruncated:
            "Check the shortened text in Visma eAccounting, and shorten it in OutSmart."
        case .orderAlreadyInvoiced:
            "Invoice in Visma eAccounting by hand what the work order adds, then set it to handled in OutSmart."
        case .periodLocked:
            "Check the document's date in Visma eAccounting, and open the period there if it has to be the former date."
        case .codingIncomplete:
            "Complete the accounts and VAT of the article coding in Visma eAccounting, or choose another coding in the "
                + "export settings."
        case .vatNumberInvalid:
            "Correct the customer's VAT number in Visma eAccounting, and in OutSmart if it stands there too."
        case .alreadyExported:
            "Look for the work order's reference in Visma eAccounting and keep one of the documents found there."
        case .adoptedExistingDocument:
            "Nothing: the document was there already and is used. Check it in Visma eAccounting if you made it yourself."
        case .statusUpdateFailed:
            "Nothing: the next sync tries again. If it lasts, set the work order to handled in OutSmart."
        case .attachmentFailed:
            "Attach the work order's PDF to the document in Visma eAccounting by hand if it is needed there."
        case .rateLimited:
            "Nothing: the next sync goes on by itself."
        case .vismaError:
            "Correct the record as Visma's words say. Visma's support can be asked with the ErrorId."
        case .outsmartError:
            "Correct the record as OutSmart's words say."
        case .upstreamUnreachable:
            "Nothing: the next sync tries again. If it lasts, check the vendor's status page."
        case .notificationFailed:
            "Check the address for notifications in the settings: its server has to answer with a status from 200 to 299."
        case .internalError:
            "Report this entry to the operator of the connector."
        }
    }
}
