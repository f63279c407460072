import EAccounting
import OutSmart

/// What the settings' selects offer.
package struct Choices: Sendable, Hashable {
    /// Something to choose: what is stored, and what people see.
    package struct Choice: Sendable, Hashable {
        package var value: String
        package var name: String

        package init(value: String, name: String) {
            self.value = value
            self.name = name
        }
    }

    package var workTypes: [Choice] = []
    package var paymentMethods: [Choice] = []
    package var workStatuses: [Choice] = []
    package var units: [Choice] = []
    package var articleCodings: [Choice] = []
    package var termsOfPayment: [Choice] = []
    /// The first thousand, by number.
    package var articles: [Choice] = []
    /// Why some of the lists could not be read, at most one reason for each vendor; these are empty then.
    package var failures: [SyncFailure] = []

    package init() {}
}

extension Choices {
    /// The types of work that every account of OutSmart has.
    private static let builtInWorkTypes = [
        "Installatie", "Garantie", "Levering", "Onderhoud", "Project", "Regie", "Reparatie", "Service", "Storing",
        "Verkoop", "Verhuur",
    ]
    /// The payment methods that every account of OutSmart has.
    private static let builtInPaymentMethods = [
        "niet van toepassing", "op rekening", "contant voldaan", "pin betaling", "conform offerte",
    ]

    /// The names that a work order may give as its type of work: the account's own, then OutSmart's.
    static func workTypes(_ own: [OutSmartClient.WorkType]) -> [String] {
        own.filter { $0.active != false }.map(\.name).adding(builtInWorkTypes)
    }

    /// The names that a work order may give as its payment method: the account's own, then OutSmart's.
    static func paymentMethods(_ own: [OutSmartClient.PaymentMethod]) -> [String] {
        own.map(\.description).adding(builtInPaymentMethods)
    }
}

extension [String] {
    /// These and the others, each once, without empty ones.
    fileprivate func adding(_ others: [String]) -> [String] {
        var seen: Set<String> = [""]
        return (self + others).filter { seen.insert($0).inserted }
    }
}

extension [Choices.Choice] {
    /// Names that are stored as they are.
    init(names: [String]) { self = names.map { Element(value: $0, name: $0) } }
}
