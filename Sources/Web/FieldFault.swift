import Sync

/// What is wrong with a value that someone gave.
indirect enum FieldFault: Hashable, Sendable, Error {
    case missing
    case unknown
    case noText
    /// In bytes.
    case tooLong(Int)
    case tooManyCharacters(Int)
    case unprintable
    case comma
    case repeated
    case noFlag
    case noList
    case noneChosen
    case tooMany(Int)
    /// What is wrong with one element of a list, counted from 0.
    case element(Int, FieldFault)
    case noDate
    case dateInFuture
    case dateTooEarly
    case noObject
    case noScope
    case taken
    case noWholeNumber(ClosedRange<Int64>)
    case notOneOf([String])
    /// An account's identifier or name, as its rules have it.
    case account(AccountError.Fault)
}
