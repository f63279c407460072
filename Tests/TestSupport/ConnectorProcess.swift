import Foundation
import Synchronization

/// The built program, run as its users run it.
package final class ConnectorProcess: Sendable {
    private let process: Process
    private let output: PipeReader
    private let errors: PipeReader
    private let ending: Ending

    /// Starts the program with these arguments and nothing but these variables.
    package init(_ arguments: [String], environment: [String: String]) throws {
        let (output, errors, ending) = (Pipe(), Pipe(), Ending())
        process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = errors
        process.terminationHandler = { ending.come($0.terminationStatus) }
        self.ending = ending
        try process.run()
        self.output = PipeReader(output)
        self.errors = PipeReader(errors)
    }

    /// What the program wrote to standard output so far.
    package var printed: String { output.text }

    /// What the program wrote to standard error: so far, or all of it once it has ended.
    package var complained: String { errors.text }

    /// Waits for a line of standard output that holds `text`, and returns it.
    package func line(containing text: String) async -> String? {
        await output.line(containing: text)
    }

    /// Asks the program to stop, and returns its exit code.
    package func terminate() async -> Int32 {
        process.terminate()
        return await exitCode()
    }

    /// Ends the program as a power cut would.
    package func kill() async {
        Glibc.kill(process.processIdentifier, SIGKILL)
        _ = await exitCode()
    }

    /// Waits until the program has ended and everything it wrote was read.
    package func exitCode() async -> Int32 {
        let code = await ending.code()
        await output.end()
        await errors.end()
        return code
    }

    /// The program beside the test bundle.
    private static var program: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "connector")
    }
}

/// The end of a process, for everyone who waits for it.
private final class Ending: Sendable {
    private struct State {
        var code: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    func come(_ code: Int32) {
        let waiting = state.withLock { state in
            state.code = code
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: code) }
    }

    func code() async -> Int32 {
        await withCheckedContinuation { continuation in
            let code = state.withLock { state in
                if state.code == nil { state.waiting.append(continuation) }
                return state.code
            }
            if let code { continuation.resume(returning: code) }
        }
    }
}
