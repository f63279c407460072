import Foundation
import Synchronization

/// The built program, run as its users run it.
package final class ConnectorProcess: Sendable {
    private let process: Process
    private let output = Mutex<String>("")
    private let errors = Mutex<String>("")
    private let lines: AsyncStream<String>

    /// Starts the program with these arguments and nothing but these variables.
    package init(_ arguments: [String], environment: [String: String]) throws {
        process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.environment = environment
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        let rest = Mutex("")
        output.fileHandleForReading.readabilityHandler = { [self] handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                continuation.finish()
                return
            }
            let text = String(decoding: data, as: UTF8.self)
            self.output.withLock { $0 += text }
            let complete = rest.withLock { rest in
                rest += text
                var parts = rest.split(separator: "\n", omittingEmptySubsequences: false)
                rest = parts.popLast().map(String.init) ?? ""
                return parts.map(String.init)
            }
            for line in complete { continuation.yield(line) }
        }
        errors.fileHandleForReading.readabilityHandler = { [self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            self.errors.withLock { $0 += String(decoding: data, as: UTF8.self) }
        }
        try process.run()
    }

    /// What the program wrote to standard output so far.
    package var printed: String { output.withLock(\.self) }

    /// What the program wrote to standard error so far.
    package var complained: String { errors.withLock(\.self) }

    /// Waits for a line of standard output that holds `text`, and returns it.
    package func line(containing text: String) async -> String? {
        if let line = printed.split(separator: "\n").first(where: { $0.contains(text) }) { return String(line) }
        for await line in lines where line.contains(text) { return line }
        return nil
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

    /// Waits until the program ends.
    package func exitCode() async -> Int32 {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }

    /// The program beside the test bundle.
    private static var program: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "connector")
    }
}
