import Domain

/// The page that says why there is no other.
struct ProblemPage {
    var frame: Frame
    var problem: Problem

    var html: HTML {
        let texts = frame.texts
        return frame.page(
            title: texts.problem(problem.kind),
            """
            <section class="card narrow">
            <h1>\(texts.problem(problem.kind))</h1>
            <p>\(advice)</p>
            <p><a href="\(Path.home.text)">\(texts.backToStart)</a></p>
            </section>
            """
        )
    }

    private var advice: String {
        switch problem.kind {
        // What happened is in the log of the server, for its operator only.
        case .failure(.internalError): frame.texts.internalError
        case .failure(let code): "\(problem.detail) \(code.action)"
        default: problem.detail
        }
    }
}
