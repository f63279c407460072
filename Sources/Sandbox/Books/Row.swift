/// A stored record, in one of three forms that read alike.
enum Row: Sendable {
    case open(JSONObject)
    /// JSON text, a fraction of the memory: for tables of hundreds of thousands.
    case packed([UInt8])
    /// Made when it is read.
    case made(MadeRows, index: Int)

    var object: JSONObject {
        switch self {
        case .open(let object): object
        case .packed(let bytes): (try? JSON(parsing: bytes))?.object ?? [:]
        case .made(let rows, let index): rows.object(at: index)
        }
    }

    /// One member, without making the rest where that can be avoided.
    subscript(name: String) -> JSON? {
        switch self {
        case .open(let object): object[name]
        case .packed: object[name]
        case .made(let rows, let index): rows.value(of: name, at: index)
        }
    }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .open(let object): JSON.object(object).write(to: &bytes)
        case .packed(let packed): bytes.append(contentsOf: packed)
        case .made(let rows, let index): rows.write(index, to: &bytes)
        }
    }
}
