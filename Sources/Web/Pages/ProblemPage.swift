import Domain

/// The page that says why there is no other.
struct ProblemPage: Page {
    var frame: Frame
    var problem: Problem

    private var texts: ProblemTexts { frame.texts.problems }

    var html: HTML {
        frame.page(
            title: texts.title(problem.kind),
            """
            <section class="card narrow">
            <h1>\(texts.title(problem.kind))</h1>
            <p>\(advice)</p>
            <p><a href="\(Path.home.text)">\(frame.texts.site.backToStart)</a></p>
            </section>
            """
        )
    }

    private var advice: HTML {
        switch problem.kind {
        // What happened is in the log of the server, for its operator only.
        case .failure(.internalError): "\(texts.internalError)"
        case .failure(let code):
            "\(frame.texts.event(code, problem.detail)) \(frame.texts.codes.action(code))"
        default: "\(texts.advice(problem.kind) ?? problem.detail)"
        }
    }
}
