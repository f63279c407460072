/// The text is not JSON.
package struct JSONSyntaxError: Error, Equatable {
    /// The offset of the first byte that does not fit.
    package let offset: Int
}

extension JSON {
    /// Reads a whole JSON text in UTF-8.
    ///
    /// Objects and arrays may lie 64 deep: the text is hostile and the reader recursive.
    ///
    /// - Parameter bytes: The text.
    /// - Throws: ``JSONSyntaxError``.
    package init(parsing bytes: some Sequence<UInt8>) throws(JSONSyntaxError) {
        var reader = JSONReader(bytes: Array(bytes))
        self = try reader.document()
    }

    package init(parsing text: String) throws(JSONSyntaxError) { try self.init(parsing: text.utf8) }
}
