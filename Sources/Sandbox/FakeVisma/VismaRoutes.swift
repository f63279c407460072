extension VismaRoute {
    private static let sales = "ea:sales"
    private static let accounting = "ea:accounting"
    private static let purchase = "ea:purchase"

    /// Every route that the sandbox's Visma has.
    package static let all: [VismaRoute] = lists + records + documents + attachments

    private static let lists: [VismaRoute] = [
        .get("companysettings", sales) { office, _ in office.showCompanySettings() },
        .get("termsofpayments", sales, purchase) { office, call throws(VismaError) in
            try office.list(.termsOfPayments, call)
        },
        .get("termsofpayments/{id}", sales, purchase) { office, call throws(VismaError) in
            try office.show(.termsOfPayments, call)
        },
        .get("units", sales) { office, call throws(VismaError) in try office.list(.units, call) },
        .get("units/{id}", sales) { office, call throws(VismaError) in try office.show(.units, call) },
        .get("articleaccountcodings", sales) { office, call throws(VismaError) in try office.list(.codings, call) },
        .get("articleaccountcodings/{id}", sales) { office, call throws(VismaError) in try office.show(.codings, call)
        },
        .get("vatcodes", accounting) { office, call throws(VismaError) in try office.list(.vatCodes, call) },
        .get("vatcodes/{id}", accounting) { office, call throws(VismaError) in try office.show(.vatCodes, call) },
        .get("fiscalyears", accounting, sales) { office, call throws(VismaError) in
            try office.list(.fiscalYears, call)
        },
        .get("fiscalyears/{id}", accounting, sales) { office, call throws(VismaError) in
            try office.show(.fiscalYears, call)
        },
    ]

    private static let records: [VismaRoute] = [
        .get("customers", sales) { office, call throws(VismaError) in try office.list(.customers, call) },
        .get("customers/{id}", sales) { office, call throws(VismaError) in try office.show(.customers, call) },
        .post("customers", sales) { office, call throws(VismaError) in try office.createCustomer(call) },
        .put("customers/{id}", sales) { office, call throws(VismaError) in try office.replaceCustomer(call) },
        .delete("customers/{id}", sales) { office, call throws(VismaError) in try office.deleteCustomer(call) },

        .get("articles", sales) { office, call throws(VismaError) in try office.list(.articles, call) },
        .get("articles/{id}", sales) { office, call throws(VismaError) in try office.show(.articles, call) },
        .post("articles", sales) { office, call throws(VismaError) in try office.createArticle(call) },
        .put("articles/{id}", sales) { office, call throws(VismaError) in try office.replaceArticle(call) },

        .get("projects", accounting, sales, purchase) { office, call throws(VismaError) in
            try office.list(.projects, call)
        },
        .get("projects/{id}", accounting, sales, purchase) { office, call throws(VismaError) in
            try office.show(.projects, call)
        },
        .post("projects", accounting) { office, call throws(VismaError) in try office.createProject(call) },
        .put("projects/{id}", accounting) { office, call throws(VismaError) in try office.replaceProject(call) },
    ]

    private static let documents: [VismaRoute] = [
        .get("orders", sales) { office, call throws(VismaError) in try office.list(.orders, call) },
        .get("orders/{id}", sales) { office, call throws(VismaError) in try office.show(.orders, call) },
        .post("orders", sales) { office, call throws(VismaError) in try office.createOrder(call) },
        .put("orders/{id}", sales) { office, call throws(VismaError) in try office.replaceOrder(call) },
        .delete("orders/{id}", sales) { office, call throws(VismaError) in try office.deleteOrder(call) },
        .post("orders/{id}/converteddrafttoorder", sales) { office, call throws(VismaError) in
            try office.moveOrder(call, from: 1, to: 2)
        },
        .post("orders/{id}/completed", sales) { office, call throws(VismaError) in
            try office.moveOrder(call, from: 2, to: 3)
        },
        .post("orders/{id}/voided", sales) { office, call throws(VismaError) in
            try office.moveOrder(call, from: 3, to: 2)
        },
        .post("orders/{id}/convert", sales) { office, call throws(VismaError) in try office.convertOrder(call) },

        .get("customerinvoicedrafts", sales) { office, call throws(VismaError) in try office.list(.drafts, call) },
        .get("customerinvoicedrafts/{id}", sales) { office, call throws(VismaError) in try office.show(.drafts, call) },
        .post("customerinvoicedrafts", sales) { office, call throws(VismaError) in try office.createDraft(call) },
        .put("customerinvoicedrafts/{id}", sales) { office, call throws(VismaError) in try office.replaceDraft(call) },
        .delete("customerinvoicedrafts/{id}", sales) { office, call throws(VismaError) in try office.deleteDraft(call)
        },
        .post("customerinvoicedrafts/{id}/convert", sales) { office, call throws(VismaError) in
            try office.convertDraft(call)
        },

        .get("customerinvoices", sales) { office, call throws(VismaError) in try office.listInvoices(call) },
        .get("customerinvoices/{id}", sales) { office, call throws(VismaError) in try office.show(.invoices, call) },
        .post("customerinvoices/{id}/payments", sales) { office, call throws(VismaError) in
            try office.payInvoice(call)
        },
    ]

    private static let attachments: [VismaRoute] =
        ["order", "customerinvoicedraft", "customerinvoice"].flatMap { kind -> [VismaRoute] in
            [
                .post("salesdocumentattachments/\(kind)", sales) { office, call throws(VismaError) in
                    try office.attach(call, to: kind)
                },
                .delete("salesdocumentattachments/\(kind)/{document}/{id}", sales) { office, call throws(VismaError) in
                    try office.detach(call, from: kind)
                },
            ]
        } + [
            .getWithFullScope("salesdocumentattachments", sales) { office, call throws(VismaError) in
                try office.list(.attachments, call)
            },
            .getWithFullScope("salesdocumentattachments/{id}", sales) { office, call throws(VismaError) in
                try office.showAttachment(call)
            },
        ]
}
