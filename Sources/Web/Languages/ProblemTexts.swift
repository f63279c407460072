/// The texts of pages that say why there is no other, in one language.
struct ProblemTexts: Sendable {
    let title: @Sendable (Problem.Kind) -> String
    let internalError: String
}
