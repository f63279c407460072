import ArgumentParser
import Foundation

/// `connector check`: whether the configuration, the store and the vendors are in order.
///
/// Looks and changes nothing: neither data directory nor store or key are made. A line for each check on standard
/// output, and what is wrong on standard error.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks configuration, data directory, store, clock and vendors; exit code 0 only when all is well."
    )

    func run() async throws {
        let environment = Environment()
        let configuration = try ConnectorConfiguration(environment)
        let vendors = try VendorConfiguration(environment)
        _ = try configuration.licenseCheck()
        var report = Report()
        report.add("configuration", .well("every variable can be used"))
        report.add("licences", configuration.licenseFinding)
        report.add("public URL", configuration.publicURLFinding)
        report.add("TLS", configuration.tlsFinding)
        report.add("pages", Finding { "the folder \(try Installation.publicFolder())" })
        report.add("data directory", configuration.directoryFinding)
        report.add("encryption key", configuration.keyFinding)
        report.add("store", configuration.storeFinding)
        for (subject, finding) in await vendors.findings() { report.add(subject, finding) }
        guard report.faults == 0 else {
            throw StartFailure("\(report.faults) of \(report.count) checks failed.")
        }
    }
}

/// What a check found.
enum Finding {
    case well(String)
    /// Works, and is worth a second thought.
    case note(String)
    case fault(String)

    /// What the body says, or the failure that it ends with.
    init(_ body: () throws -> String) {
        do { self = .well(try body()) } catch { self = .fault("\(error)") }
    }
}

/// Prints findings as they come, and counts them.
private struct Report {
    private(set) var count = 0
    private(set) var faults = 0

    mutating func add(_ subject: String, _ finding: Finding) {
        count += 1
        switch finding {
        case .well(let text): print("\(subject): ok, \(text)")
        case .note(let text): print("\(subject): ok, but \(text)")
        case .fault(let text):
            faults += 1
            print("\(subject): FAILED")
            FileHandle.standardError.write(Data("connector: \(subject): \(text)\n".utf8))
        }
    }
}
