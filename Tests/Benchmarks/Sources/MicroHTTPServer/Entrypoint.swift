import MicroHTTP

/// Three routes on the connector's server, with the gate and the security headers on.
///
/// Arguments: the port, and the folder of files.
@main
enum Entrypoint {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = UInt16(CommandLine.arguments[1]) else {
            print("usage: MicroHTTPServer PORT FOLDER")
            return
        }
        let site = Site(folder: CommandLine.arguments[2])
        let server = HTTPServer(configuration: .init(port: port), handler: site.answer)
        try await server.run { print("listening on \($0)") }
    }
}
