import Domain
import Foundation
import MicroHTTP

/// The JSON body of a call, read member by member; every fault is collected.
struct Input {
    private let body: JSON
    private var known: Set<String> = []
    private(set) var faults: [Problem.Field] = []

    /// Reads a body that may be left out.
    init(optional request: Request) throws(Problem) {
        if request.body.isEmpty { self.init([:]) } else { try self.init(request) }
    }

    init(_ request: Request, types: [String] = ["application/json"]) throws(Problem) {
        guard let type = request.mediaType, types.contains(type) else {
            throw .unsupportedType(types.joined(separator: " or "))
        }
        self.init(try JSON(reading: request.body))
    }

    private init(_ body: JSON) {
        self.body = body
        if case .object = body {} else { faults.append(.init(name: "", fault: .noObject)) }
    }

    /// The value of a member; a dot leads into an object.
    private mutating func value(_ name: String) -> JSON? {
        known.insert(name)
        return name.split(separator: ".").reduce(body) { value, part in value?[String(part)] }
    }

    /// A text.
    ///
    /// `nil` when it is absent.
    mutating func text(_ name: String, atMost limit: Int = 16_384) -> String? {
        switch value(name) {
        case nil: return nil
        case .text(let text) where text.utf8.count <= limit: return text
        case .text: fault(name, .tooLong(limit))
        default: fault(name, .noText)
        }
        return nil
    }

    /// A text that has to be there.
    mutating func requiredText(_ name: String) -> String {
        if value(name) == nil { fault(name, .missing) }
        return text(name) ?? ""
    }

    /// A text that can be emptied: `nil` when it is absent, `.some(nil)` when it is `null`.
    mutating func emptiableText(_ name: String) -> String?? {
        if value(name) == .null { return .some(nil) }
        return text(name).map { .some($0) }
    }

    /// One of the words that stand for the cases of an enumeration.
    mutating func choice<Choice: RawRepresentable>(_ name: String, of choices: [Choice]) -> Choice?
    where Choice.RawValue == String {
        guard let value = value(name) else {
            fault(name, .missing)
            return nil
        }
        if case .text(let text) = value, let choice = choices.first(where: { $0.rawValue == text }) { return choice }
        fault(name, .notOneOf(choices.map(\.rawValue)))
        return nil
    }

    /// Lists to sync.
    ///
    /// `nil` when they are absent.
    mutating func scopes(_ name: String) -> [Scope]? {
        guard let value = value(name) else { return nil }
        guard case .list(let values) = value, !values.isEmpty else {
            fault(name, .noList)
            return nil
        }
        var scopes: [Scope] = []
        for (index, value) in values.enumerated() {
            if case .text(let text) = value, let scope = Scope(rawValue: text) {
                scopes.append(scope)
            } else {
                fault("\(name)[\(index)]", .noScope)
            }
        }
        return scopes
    }

    private mutating func fault(_ name: String, _ fault: FieldFault) {
        faults.append(.init(name: name, fault: fault))
    }

    /// Refuses the body when anything about it was wrong, or when it has members that nobody asked for.
    func finish() throws(Problem) {
        let faults = faults + unknownMembers(of: body, below: "")
        if !faults.isEmpty { throw .invalid(faults) }
    }

    private func unknownMembers(of value: JSON, below path: String) -> [Problem.Field] {
        guard case .object(let members) = value else { return [] }
        return members.flatMap { member -> [Problem.Field] in
            let name = path + member.name
            if known.contains(name) { return [] }
            if known.contains(where: { $0.hasPrefix(name + ".") }) {
                if case .object = member.value { return unknownMembers(of: member.value, below: name + ".") }
                return [.init(name: name, fault: .noObject)]
            }
            return [.init(name: name, fault: .unknown)]
        }
    }
}
