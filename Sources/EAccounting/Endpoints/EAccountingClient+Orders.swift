package import RemoteAPI

extension EAccountingClient {
    /// Returns the sales orders with their rows, page by page.
    ///
    /// Maps to `GET /v2/orders`; incremental by `ModifiedUtc`.
    package func orders(_ query: ListQuery = ListQuery()) -> Pages<Page<Order>> {
        pages(of: "/orders", changedField: "ModifiedUtc", query)
    }

    /// Returns an order whole, ready to be changed and written back, or `nil` where Visma has none of this id.
    ///
    /// Maps to `GET /v2/orders/{id}`.
    package func order(id: String) async throws(RemoteAPIError) -> OrderDocument? {
        try await found(endpoint("GET", "/orders/{id}", id))
    }

    /// Creates an order.
    ///
    /// Maps to `POST /v2/orders`.
    package func createOrder(_ order: NewOrder) async throws(RemoteAPIError) -> Order {
        try await call(endpoint("POST", "/orders", body: order))
    }

    /// Writes an order back.
    ///
    /// Maps to `PUT /v2/orders/{id}`, which clears whatever the body leaves out: so it takes the whole document, as it
    /// was read. An invoiced order is refused with code 2000.
    package func updateOrder(_ document: OrderDocument) async throws(RemoteAPIError) -> Order {
        try await call(endpoint("PUT", "/orders/{id}", document.order.id, body: document))
    }
}
