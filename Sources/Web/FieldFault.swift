/// What is wrong with a value that someone gave.
enum FieldFault: Hashable, Sendable, Error {
    case missing
    case unknown
    case noText
    case tooLong(Int)
    case noFlag
    case noList
    case noDate
    case dateInFuture
    case dateTooEarly
    case noObject
    case noScope
    case taken
    case noWholeNumber(ClosedRange<Int64>)
    case notOneOf([String])
    /// In words that the rules below this module found.
    case other(String)
}
