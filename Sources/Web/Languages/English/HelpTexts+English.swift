extension HelpTexts {
    static let english = HelpTexts(
        title: "Help",
        lead: "What goes from where to where, and what the connector does by itself.",
        contents: "Contents",
        general: Section(
            title: "General",
            paragraphs: [
                "The connector keeps OutSmart and Visma eAccounting in step. Customers, articles, projects and sales "
                    + "orders are kept in Visma eAccounting and copied to OutSmart. Work orders are kept in OutSmart; the completed "
                    + "ones become invoice drafts or sales orders in Visma eAccounting.",
                "An existing customer or article in Visma eAccounting is never changed.",
            ],
            topics: [
                Topic(
                    title: "Connection and company",
                    paragraphs: [
                        "Connect opens Visma’s login page. The first company that you choose there belongs to this account from then on.",
                        "Disconnect ends the connector’s access. What was imported and the history stay.",
                    ]
                ),
                Topic(
                    title: "When a sync runs",
                    paragraphs: [
                        "Every 15 minutes as a rule, and whenever someone presses Sync now. The order is always customers, articles, projects, "
                            + "sales orders, work orders.",
                        "One faulty record never stops the others: it is shown in the log with what to do about it.",
                        "Once a day everything is compared. When many records are gone in Visma eAccounting, nothing is "
                            + "deactivated in OutSmart before you confirm it on the page.",
                    ]
                ),
            ]
        ),
        imports: Section(
            title: "Import: from Visma eAccounting to OutSmart",
            paragraphs: ["Only what has changed since the last sync is sent."],
            topics: [
                Topic(
                    title: "Customers",
                    table: Table(
                        from: "Customer in Visma eAccounting",
                        to: "Relation in OutSmart",
                        rows: [
                            ("Customer number", "Debtor number"),
                            ("Name", "Name"),
                            ("Invoice address, postal code, city, country", "Street, postal code, city, country"),
                            ("Contact person", "Contact"),
                            ("Telephone, mobile, e-mail", "Telephone, mobile, e-mail"),
                            ("VAT number", "VAT number"),
                            ("Corporate identity number", "Chamber of Commerce number"),
                            ("Note", "Remark"),
                            ("Active", "Active"),
                        ]
                    ),
                    notes: [
                        "What OutSmart needs and the customer lacks is sent as “-”, and the log says so once.",
                        "A customer that is removed in Visma eAccounting becomes inactive in OutSmart.",
                    ]
                ),
                Topic(
                    title: "Articles",
                    paragraphs: ["An article in a unit of hours becomes an hour type, every other one a material."],
                    table: Table(
                        from: "Article in Visma eAccounting",
                        to: "Material or hour type in OutSmart",
                        rows: [
                            ("Article number", "Code"),
                            ("Name", "Name"),
                            ("Price without VAT", "Price"),
                            ("Unit", "Unit (materials only)"),
                            ("First barcode, note", "Barcode, note (materials only)"),
                        ]
                    )
                ),
                Topic(
                    title: "Projects",
                    paragraphs: ["Ongoing projects that have a customer."],
                    table: Table(
                        from: "Project in Visma eAccounting",
                        to: "Project in OutSmart",
                        rows: [
                            ("Project number", "Code"),
                            ("Name, notes", "Name, description"),
                            ("Customer", "Debtor number"),
                            ("Start and end date", "Start and end date"),
                        ]
                    ),
                    notes: ["A project that is finished in Visma eAccounting becomes inactive in OutSmart."]
                ),
                Topic(
                    title: "Sales orders",
                    paragraphs: [
                        "An order becomes a work order once. A later change of the order is reported in the log, not sent again."
                    ],
                    table: Table(
                        from: "Sales order in Visma eAccounting",
                        to: "Work order in OutSmart",
                        rows: [
                            ("Order number, such as 1042", "Work order V1042"),
                            ("Delivery address, else invoice address", "Work address"),
                            ("Invoice address and customer number", "Invoice address and debtor number"),
                            ("Your reference, else the contact person", "Contact person"),
                            ("Delivery date, else order date", "Work date"),
                            ("Text rows and rows of hours", "Work description; hours are also the planned time"),
                            ("Other article rows", "Materials with number, quantity, price and text"),
                            ("Project of the first row", "Project"),
                        ]
                    )
                ),
            ]
        ),
        export: Section(
            title: "Export: from OutSmart to Visma eAccounting",
            paragraphs: [
                "Completed work orders that are not archived, from the day on that you choose. Each of them is exported once; "
                    + "what fails stays completed in OutSmart and is shown with the reason."
            ],
            topics: [
                Topic(
                    title: "The document",
                    table: Table(
                        from: "Work order in OutSmart",
                        to: "Invoice draft or sales order in Visma eAccounting",
                        rows: [
                            ("Number, such as 2026-0117", "Reference WO-2026-0117"),
                            ("Debtor number for the invoice, else of the customer", "Customer"),
                            ("Work address, when it differs", "Delivery address"),
                            ("End of the work, else work date", "Date; today when the period is locked"),
                            ("Project", "Project on every row"),
                            ("PDF of the work order", "Attachment"),
                        ]
                    )
                ),
                Topic(
                    title: "The rows",
                    table: Table(
                        from: "Work order in OutSmart",
                        to: "Row in Visma eAccounting",
                        rows: [
                            ("Number, date and what was done", "A text row at the top"),
                            (
                                "Each material",
                                "A row with the article of the same number, the quantity and the work order’s price"
                            ),
                            (
                                "Each work period",
                                "A row with the hour type’s article; the hours as you round them, at the article’s price"
                            ),
                            ("Distances", "One row of the travel article, when you have chosen one"),
                        ]
                    ),
                    notes: [
                        "A customer, article or hour type that Visma eAccounting lacks is created, unless you switch that off. Then the "
                            + "article that you chose instead is used, or the work order fails and says why."
                    ]
                ),
                Topic(
                    title: "Work orders that came from a sales order",
                    paragraphs: [
                        "Their order is brought up to date: the rows that were imported are replaced by what was really used, everything "
                            + "else stays. An order that has been invoiced meanwhile is left alone, and the log says so."
                    ]
                ),
                Topic(
                    title: "Afterwards",
                    paragraphs: [
                        "An exported work order is set to handled in OutSmart. One that failed gets the work status that you chose, "
                            + "so that the office sees it there.",
                        "Correct what the message says, in OutSmart or in Visma eAccounting, and press Retry.",
                    ]
                ),
            ]
        )
    )
}
