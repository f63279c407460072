/// The texts of pages that say why there is no other, in one language.
struct ProblemTexts: Sendable {
    let title: @Sendable (Problem.Kind) -> String
    /// What there is to know and to do about it; nothing about failures, which have codes.
    let advice: @Sendable (Problem.Kind) -> String?
    let internalError: String
}
