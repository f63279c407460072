import TestSupport
import Testing

/// Where the connector and the sandbox depart from the document on purpose, each place with the reason.
///
/// What isn't here must not occur; what is here must, or the list claims too much.
enum KnownDepartures {
    static let ofRequests: [Departure: String] = [
        Departure("OrderApi.OrderDate", "format"): plainDay,
        Departure("OrderApi.DeliveryDate", "format"): plainDay,
        Departure("OrderApi.ShippedDateTime", "format"): plainDay,
        Departure("CustomerInvoiceDraftApi.InvoiceDate", "format"): plainDay,
        Departure("CustomerInvoiceDraftApi.DeliveryDate", "format"): plainDay,
        Departure("OrderRowApi.UnitPrice", "x-decimals"): foreignPrice,
        Departure("CustomerInvoiceDraftRowApi.UnitPrice", "x-decimals"): foreignPrice,
        Departure("OrderRowApi.IsDiscountInFixedAmount", "readOnly"): fixedDiscount,
        Departure("OrderRowApi.DiscountFixedAmount", "readOnly"): fixedDiscount,
    ]

    static let ofAnswers: [Departure: String] = [
        Departure("OrderRowApi.UnitPrice", "x-decimals"): foreignPrice,
        Departure("CustomerInvoiceDraftRowApi.UnitPrice", "x-decimals"): foreignPrice,
        Departure("CustomerInvoiceRowApi.UnitPrice", "x-decimals"): foreignPrice,
        Departure("CustomerInvoiceRowApi.Quantity", "pattern"):
            "The document contradicts itself: the pattern has two decimals, `x-decimals` four, as an order's rows do.",
        Departure("GET /salesdocumentattachments/{attachmentId}.pdf 200", "content"):
            "The answer is the file, which the document leaves undescribed.",
        Departure("GET /vatcodes 401", "content"): bareError,
        Departure("GET /vatcodes 403", "content"): bareError,
        Departure("GET /vatcodes/{id} 401", "content"): bareError,
        Departure("GET /vatcodes/{id} 403", "content"): bareError,
        Departure("GET /vatcodes/{id} 404", "content"): bareError,
        Departure("GET /fiscalyears/{id} 404", "content"): bareError,
        Departure("GET /projects/{id} 404", "content"): bareError,
        Departure("PUT /projects/{id} 404", "content"): bareError,
        Departure("DELETE /salesdocumentattachments/order/{orderId}/{attachmentId} 403", "content"): bareError,
    ]

    private static let plainDay =
        "Visma was measured to take `2026-01-15`; with a time, the day would depend on somebody's time zone."
    private static let foreignPrice =
        "Prices to other countries have four decimals, as the description of an order row's price says."
    private static let fixedDiscount = "A PUT clears what it leaves out, and so would surely lose the discount."
    private static let bareError = "The document forgot the content of this error; it is checked as that of the others."
}

/// Expects that values departed in exactly these places.
func expect(
    _ found: Departures,
    toBe known: [Departure: String],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    for (departure, example) in found where known[departure] == nil {
        Issue.record("\(departure.place) departs in \(departure.rule): \(example)", sourceLocation: sourceLocation)
    }
    for (departure, reason) in known where found[departure] == nil {
        Issue.record(
            "\(departure.place) no longer departs in \(departure.rule), known because: \(reason)",
            sourceLocation: sourceLocation
        )
    }
}
