import Foundation
import TestSupport
import Testing

/// A connector beside a sandbox, both as their users run them: the folder of its data, and the variables it runs with.
struct TestInstallation {
    let folder = TemporaryFolder()
    let sandbox: ConnectorProcess
    var environment: [String: String]

    init() async throws {
        sandbox = try ConnectorProcess(["sandbox", "--visma-port", "0", "--out-smart-port", "0"], environment: [:])
        _ = await sandbox.line(containing: "page")
        environment = ["CONNECTOR_PORT": "0", "CONNECTOR_DATA_DIR": "\(folder.path)/data"]
        for line in sandbox.printed.split(separator: "\n") where line.contains("=") {
            let parts = line.split(separator: "=", maxSplits: 1)
            environment[String(parts[0])] = String(parts[1])
        }
    }

    typealias Ending = (code: Int32, printed: String, complained: String)

    /// Runs a command to its end.
    func run(_ arguments: String..., with more: [String: String] = [:]) async throws -> Ending {
        try await run(arguments, with: more)
    }

    func run(_ arguments: [String], with more: [String: String] = [:]) async throws -> Ending {
        let process = try ConnectorProcess(arguments, environment: environment.merging(more) { $1 })
        let code = await process.exitCode()
        return (code, process.printed, process.complained)
    }

    /// Starts serving, and returns the process with its address.
    func serve(with more: [String: String] = [:]) async throws -> (process: ConnectorProcess, url: String) {
        let process = try ConnectorProcess(["serve"], environment: environment.merging(more) { $1 })
        let line = try #require(await process.line(containing: "Listening at"), "\(process.complained)")
        return (process, String(line.split(separator: " ").last ?? ""))
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = "\(folder.path)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

}
