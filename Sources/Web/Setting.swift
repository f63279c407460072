/// A setting by its name: its place in the settings document, and its field in the form.
enum Setting: String, CaseIterable, Sendable {
    case customers = "import.customers"
    case articles = "import.articles"
    case projects = "import.projects"
    case orders = "import.orders"
    case includeInactive = "import.includeInactive"
    case changedSince = "import.changedSince"
    case hourUnits = "import.hourUnits"
    case orderStatuses = "import.orderStatuses"
    case typeOfWork = "import.typeOfWork"
    case paymentMethod = "import.paymentMethod"
    case shipImportedOrders = "import.shipImportedOrders"
    case schedule = "schedule.enabled"
}
