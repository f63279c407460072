/// Header fields in the order they were received or will be sent, with repeats.
package struct Fields: Sendable, Equatable, ExpressibleByDictionaryLiteral, Sequence {
    package typealias Element = (name: String, value: String)

    private var elements: [Element]

    package init(_ elements: [Element] = []) { self.elements = elements }
    package init(dictionaryLiteral elements: (String, String)...) {
        self.elements = elements.map { (name: $0.0, value: $0.1) }
    }

    /// The first value of the field of that name, in whatever case; setting replaces all of them.
    package subscript(name: String) -> String? {
        get { elements.first { $0.name.equalsIgnoringCase(name) }?.value }
        set {
            elements.removeAll { $0.name.equalsIgnoringCase(name) }
            if let newValue { elements.append((name, newValue)) }
        }
    }

    /// Every value of the field of that name, in order.
    package func values(_ name: String) -> [String] {
        elements.filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
    }

    /// Adds a field and keeps those of the same name.
    package mutating func append(_ name: String, _ value: String) { elements.append((name, value)) }

    package func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }

    package static func == (left: Fields, right: Fields) -> Bool {
        left.elements.elementsEqual(right.elements) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension String {
    /// Compares ASCII letters without their case, as header names are.
    func equalsIgnoringCase(_ other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        return utf8.elementsEqual(other.utf8) { left, right in
            left == right || (left | 0x20 == right | 0x20 && (0x61...0x7a).contains(left | 0x20))
        }
    }
}
