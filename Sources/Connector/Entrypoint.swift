import ArgumentParser
import Foundation

/// The command line: `connector serve | demo | sandbox | account | license | check | backup | restore`.
@main
struct Entrypoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "connector",
        abstract: "Keeps OutSmart and Visma eAccounting in step.",
        version: Build.version,
        subcommands: [
            Serve.self, Demo.self, SandboxCommand.self, AccountCommand.self, LicenseCommand.self, Check.self,
            Backup.self, Restore.self,
        ]
    )

    /// Runs the command that was asked for.
    ///
    /// Errors end here, as one line and an exit code: 1 failed, 2 wrong usage or configuration.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as ConfigurationError {
            fail("\(error)", code: 2)
        } catch let error as StartFailure {
            fail("\(error)", code: 1)
        } catch {
            // Help and version are "errors" of this library too; wrong usage has its code 64.
            let code = exitCode(for: error)
            guard code == .success || code == .validationFailure else { fail(message(for: error), code: 1) }
            let text = fullMessage(for: error)
            if code == .success {
                print(text)
                Foundation.exit(0)
            }
            fail(text, code: 2)
        }
    }

    private static func fail(_ message: String, code: Int32) -> Never {
        FileHandle.standardError.write(Data("connector: \(message)\n".utf8))
        Foundation.exit(code)
    }
}
