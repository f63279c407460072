/// The members of a JSON object, in order.
package struct JSONObject: Sendable, ExpressibleByDictionaryLiteral, Sequence {
    package typealias Element = (name: String, value: JSON)

    /// Names apart from values: records of one kind share theirs, and a search touches nothing else.
    package private(set) var names: [String]
    private var values: [JSON]

    package init(_ members: [(String, JSON)] = []) {
        names = members.map(\.0)
        values = members.map(\.1)
    }

    package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }

    package var count: Int { names.count }

    /// The member of exactly that name; setting `nil` removes it.
    package subscript(name: String) -> JSON? {
        get { names.firstIndex(of: name).map { values[$0] } }
        set {
            switch (names.firstIndex(of: name), newValue) {
            case (let index?, let value?): values[index] = value
            case (let index?, nil):
                names.remove(at: index)
                values.remove(at: index)
            case (nil, let value?): append(name, value)
            case (nil, nil): break
            }
        }
    }

    /// The text of a member, empty where there is none.
    package func text(_ name: String) -> String { self[name]?.text ?? "" }

    /// Adds a member that is known not to be there yet.
    mutating func append(_ name: String, _ value: JSON) {
        names.append(name)
        values.append(value)
    }

    /// Lays the members of `patch` over these, those of inner objects too, and keeps nulls.
    mutating func lay(_ patch: JSONObject) {
        for (name, value) in patch {
            if case .object(let inner) = value, case .object(var own) = self[name] {
                own.lay(inner)
                self[name] = .object(own)
            } else {
                self[name] = value
            }
        }
    }

    package func makeIterator() -> Iterator { Iterator(object: self) }

    package struct Iterator: IteratorProtocol {
        fileprivate let object: JSONObject
        private var index = 0

        fileprivate init(object: JSONObject) { self.object = object }

        package mutating func next() -> Element? {
            guard index < object.names.count else { return nil }
            defer { index += 1 }
            return (object.names[index], object.values[index])
        }
    }
}

extension JSONObject: Equatable {
    /// Whether both have the same members, in whatever order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.allSatisfy { right[$0.name] == $0.value }
    }
}
