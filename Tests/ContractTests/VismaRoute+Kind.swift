import Sandbox

extension VismaRoute {
    /// The method and the path as the document would write them, but for the names of parameters.
    var name: String { "\(method) /\(pattern)" }

    /// Whether this answers with pages.
    var isList: Bool { method == "GET" && !isOfOneRecord && pattern != "companysettings" }

    var isOfOneRecord: Bool { pattern.contains("{") }

    /// The path to a record that isn't there.
    var pathToNothing: String { pattern.replacing(/{[^}]*}/, with: VismaVisitor.nothing) }
}
