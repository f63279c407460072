/// What one call of the API takes and gives: an operation of the OpenAPI document, and the method and path of its route.
struct Operation: Sendable {
    /// Whose credentials a call needs.
    enum Caller: Sendable {
        case anyone
        /// Whoever has a token.
        case holder
        case `operator`
        /// The operator, or whoever has the key of the account in the path.
        case account
        /// Whoever can sign with the account's webhook secret.
        case signer
    }

    struct Parameter: Sendable {
        enum Place: String, Sendable { case query, header }

        var name: String
        var place: Place
        var schema: Schema
        var description: String
        var isRequired = false

        static func query(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
            Parameter(name: name, place: .query, schema: schema, description: description)
        }

        static func header(
            _ name: String,
            _ schema: Schema,
            _ description: String,
            isRequired: Bool = false
        ) -> Parameter {
            Parameter(name: name, place: .header, schema: schema, description: description, isRequired: isRequired)
        }
    }

    struct Body: Sendable {
        var types = ["application/json"]
        var schema: Schema
        var examples: [(name: String, value: JSON)] = []
        var isRequired = true
    }

    struct Answer: Sendable {
        var status: Int
        var description: String
        var type: String?
        var schema = Schema.anything
        /// Fields of the head that are always there, and what they say.
        var headers: [(name: String, description: String)] = []

        static func json(
            _ status: Int,
            _ description: String,
            _ schema: Schema,
            headers: [(name: String, description: String)] = []
        ) -> Answer {
            Answer(status: status, description: description, type: "application/json", schema: schema, headers: headers)
        }

        static func text(_ status: Int, _ description: String, type: String = "text/plain") -> Answer {
            Answer(status: status, description: description, type: type, schema: .text)
        }

        static let nothing = Answer(status: 204, description: "Done.")
    }

    let method: String
    let path: PathTemplate
    /// Names the operation in generated clients.
    let id: String
    let summary: String
    var details = ""
    let caller: Caller
    var parameters: [Parameter] = []
    var body: Body?
    let answers: [Answer]
    /// Statuses of problems besides those that every call of this kind can end with.
    var problems: [Int] = []
}

extension Operation {
    /// Every status with which this call can end in a problem.
    var allProblems: [Int] {
        var statuses = Set(problems)
        switch caller {
        case .anyone: break
        case .holder: statuses.formUnion([401, 429])
        case .operator: statuses.formUnion([401, 403, 429])
        case .account: statuses.formUnion([401, 403, 404, 429])
        case .signer: statuses.formUnion([401, 403, 429])
        }
        if caller != .anyone { statuses.formUnion([500, 503]) }
        if parameters.contains(where: { $0.place == .query }) { statuses.insert(422) }
        if let body {
            statuses.insert(413)
            if !body.types.contains("*/*") { statuses.formUnion([400, 415, 422]) }
        }
        return statuses.sorted()
    }
}
