import Hummingbird

/// The same routes on Hummingbird, as small as its documentation shows them.
///
/// Arguments: the port, and the folder of files.
@main
enum Entrypoint {
    struct Status: ResponseEncodable {
        var state = "running"
        var read = 1200
        var created = 3
    }

    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[1]) else {
            print("usage: HummingbirdServer PORT FOLDER")
            return
        }
        let router = Router()
        router.add(middleware: FileMiddleware(CommandLine.arguments[2]))
        router.get("/healthz") { _, _ in "ok" }
        router.get("/status") { _, _ in Status() }
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port))
        )
        try await application.run()
    }
}
