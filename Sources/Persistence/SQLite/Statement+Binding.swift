import GRDB
import GRDBSQLite

// For rows by the hundred thousand: GRDB boxes each value, which costs more than what SQLite does with it.

extension Statement {
    /// Executes the statement with values that are bound as they are.
    ///
    /// - Parameter bind: Binds all parameters, from the first to the last.
    /// - Throws: `DatabaseError`.
    func execute(binding bind: (inout Binding) -> Void) throws {
        defer { unsafe sqlite3_clear_bindings(sqliteStatement) }
        var binding = unsafe Binding(sqliteStatement)
        bind(&binding)
        _ = unsafe sqlite3_step(sqliteStatement)
        // Says how the step ended.
        let code = unsafe sqlite3_reset(sqliteStatement)
        guard binding.code == SQLITE_OK, code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: max(binding.code, code)), sql: sql)
        }
    }
}

/// Binds the parameters of a statement, one after the other.
@safe struct Binding {
    private let statement: SQLiteStatement
    private var parameter: CInt = 0
    /// The first failure, or `SQLITE_OK`.
    private(set) var code = SQLITE_OK

    fileprivate init(_ statement: SQLiteStatement) { unsafe self.statement = statement }

    mutating func bind(_ number: Int) { note(unsafe sqlite3_bind_int64(statement, next(), Int64(number))) }

    mutating func bind(_ truth: Bool) { bind(truth ? 1 : 0) }

    mutating func bind(_ text: String) {
        let (place, text) = (next(), text.utf8CString)
        note(
            unsafe text.withUnsafeBufferPointer { text in
                unsafe sqlite3_bind_text(statement, place, text.baseAddress, CInt(text.count - 1), Self.copies)
            }
        )
    }

    mutating func bind(_ bytes: [UInt8]?) {
        let place = next()
        guard let bytes else { return note(unsafe sqlite3_bind_null(statement, place)) }
        note(
            unsafe bytes.withUnsafeBytes { bytes in
                unsafe bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, place, 0)
                    : sqlite3_bind_blob(statement, place, bytes.baseAddress, CInt(bytes.count), Self.copies)
            }
        )
    }

    /// `SQLITE_TRANSIENT`: SQLite takes a copy of what it is given.
    private static var copies: sqlite3_destructor_type {
        unsafe unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
    }

    private mutating func next() -> CInt {
        parameter += 1
        return parameter
    }

    private mutating func note(_ code: CInt) {
        if self.code == SQLITE_OK { self.code = code }
    }
}
