import Foundation

/// The parts of the benchmarks of import and export, each a process of its own; `Tests/Benchmarks/import` and
/// `Tests/Benchmarks/export` put them together.
///
/// What a part has measured it prints as one line of JSON.
@main
enum Entrypoint {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("sandbox", 5):
            let numbers = arguments.dropFirst().compactMap { Int($0) }
            guard numbers.count == 4 else { break }
            return try await World.serve(
                customers: numbers[0],
                articles: numbers[1],
                companies: numbers[2],
                requestsPerMinute: numbers[3]
            )
        case ("import", 3):
            return try await Office(World(file: arguments[1]), folder: arguments[2]).firstImport()
        case ("record", 4):
            return try await Office(World(file: arguments[1]), folder: arguments[2]).firstImport(bodies: arguments[3])
        case ("cycles", 4):
            guard let count = Int(arguments[3]) else { break }
            return try await Office(World(file: arguments[1]), folder: arguments[2]).idleCycles(count)
        case ("bare", 3):
            return try await BareClient(World(file: arguments[1]), bodies: arguments[2]).run()
        case ("schedule", 6):
            let numbers = arguments.dropFirst(3).compactMap { Int($0) }
            guard numbers.count == 3 else { break }
            return try await Office(World(file: arguments[1]), folder: arguments[2], requestsPerMinute: numbers[1])
                .keepSchedule(interval: numbers[0], seconds: numbers[2])
        case ("export-sandbox", 3):
            guard let count = Int(arguments[1]), let milliseconds = Int(arguments[2]) else { break }
            return try await World.serve(workOrders: count, latency: .milliseconds(milliseconds))
        case ("export", 3):
            return try await Office(World(file: arguments[1]), folder: arguments[2]).export()
        default: break
        }
        print(
            """
            usage: ImportBenchmark sandbox CUSTOMERS ARTICLES COMPANIES REQUESTS_PER_MINUTE
                   ImportBenchmark import WORLD FOLDER
                   ImportBenchmark record WORLD FOLDER BODIES
                   ImportBenchmark bare WORLD BODIES
                   ImportBenchmark cycles WORLD FOLDER COUNT
                   ImportBenchmark schedule WORLD FOLDER INTERVAL REQUESTS_PER_MINUTE SECONDS
                   ImportBenchmark export-sandbox WORK_ORDERS MILLISECONDS
                   ImportBenchmark export WORLD FOLDER
            """
        )
        exit(2)
    }

    /// Prints what was measured, for the script.
    static func report(_ figures: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(figures) + Data("\n".utf8))
    }
}
