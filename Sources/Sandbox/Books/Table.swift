/// Rows by key, in the order in which they came.
struct Table: Sendable {
    private let made: MadeRows?
    private let isPacked: Bool
    /// Rows that were stored, those that took the place of made ones among them.
    private var rows: [String: Row] = [:]
    /// The keys of the stored rows that did not take the place of a made one.
    private var order: [String] = []
    private var removedMade: Set<Int> = []
    /// How often each row was posted through the vendor's API.
    private(set) var posts: [String: Int] = [:]

    init(made: MadeRows? = nil, isPacked: Bool = false) {
        self.made = made
        self.isPacked = isPacked
    }

    var count: Int { (made?.count ?? 0) - removedMade.count + order.count }

    subscript(key: String) -> Row? {
        if let row = rows[key] { return row }
        guard let made, let index = made.index(of: key), !removedMade.contains(index) else { return nil }
        return .made(made, index: index)
    }

    mutating func put(_ object: JSONObject, at key: String) {
        let row: Row = isPacked ? .packed(Self.pack(object)) : .open(object)
        if rows.updateValue(row, forKey: key) != nil { return }
        if let index = made?.index(of: key) {
            removedMade.remove(index)
        } else {
            order.append(key)
        }
    }

    /// The encoded object, without the room that its bytes grew into.
    private static func pack(_ object: JSONObject) -> [UInt8] {
        let bytes = JSON.object(object).bytes
        var packed: [UInt8] = []
        packed.reserveCapacity(bytes.count)
        packed.append(contentsOf: bytes)
        return packed
    }

    mutating func countPost(at key: String) { posts[key, default: 0] += 1 }

    mutating func remove(_ key: String) {
        let index = made?.index(of: key)
        if let index { removedMade.insert(index) }
        if rows.removeValue(forKey: key) != nil, index == nil { order.removeAll { $0 == key } }
    }

    /// Every row, in order.
    var all: some Sequence<(key: String, row: Row)> {
        (0..<(made?.count ?? 0) + order.count).lazy.compactMap { self.entry(at: $0) }
    }

    /// A part of the rows, in order.
    func slice(from offset: Int, limit: Int) -> [Row] {
        if removedMade.isEmpty {
            let end = min(offset + limit, count)
            return offset < end ? (offset..<end).compactMap { entry(at: $0)?.row } : []
        }
        return all.lazy.dropFirst(offset).prefix(limit).map(\.row)
    }

    /// The first row whose member has that value.
    func first(_ name: String, _ value: JSON) -> (key: String, row: Row)? { all.first { $0.row[name] == value } }

    private func entry(at position: Int) -> (key: String, row: Row)? {
        if let made, position < made.count {
            guard !removedMade.contains(position) else { return nil }
            let key = made.key(at: position)
            return (key, rows[key] ?? .made(made, index: position))
        }
        let key = order[position - (made?.count ?? 0)]
        return rows[key].map { (key, $0) }
    }
}
