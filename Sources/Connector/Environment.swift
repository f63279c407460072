import Configuration
import Foundation
import RemoteAPI

/// The process's environment, read with errors that name the variable.
struct Environment {
    private let reader: ConfigReader

    init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
        reader = ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: variables))
    }

    /// The value of a variable; an empty one counts as missing.
    func text(_ variable: String, isSecret: Bool = false) -> String? {
        let components = variable.lowercased().split(separator: "_").map(String.init)
        let value = reader.string(forKey: ConfigKey(components), isSecret: isSecret)
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The value of a variable, or of the file that `…_FILE` names.
    func secret(_ variable: String) throws(ConfigurationError) -> Secret? {
        let file = "\(variable)_FILE"
        switch (text(variable, isSecret: true), text(file)) {
        case (nil, nil):
            return nil
        case (let value?, nil):
            return Secret(value)
        case (nil, let path?):
            guard let content = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw ConfigurationError(file, "the file can't be read")
            }
            let value = content.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !value.isEmpty else { throw ConfigurationError(file, "the file is empty") }
            return Secret(value)
        case (_?, _?):
            throw ConfigurationError(variable, "set either this or \(file), not both")
        }
    }

    /// A secret without which nothing works.
    func requiredSecret(_ variable: String) throws(ConfigurationError) -> Secret {
        guard let secret = try secret(variable) else { throw .missing(variable) }
        return secret
    }

    func required(_ variable: String) throws(ConfigurationError) -> String {
        guard let value = text(variable) else { throw .missing(variable) }
        return value
    }

    /// A whole number within a range.
    func number(_ variable: String, default fallback: Int, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int
    {
        guard let value = text(variable) else { return fallback }
        guard let number = Int(value), range.contains(number) else {
            throw ConfigurationError(
                variable,
                "give a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(value.prefix(20))\""
            )
        }
        return number
    }

    /// An `https` address, or `http` on this machine; without a slash at its end.
    func address(_ variable: String, default fallback: String) throws(ConfigurationError) -> String {
        guard var value = text(variable) else { return fallback }
        while value.hasSuffix("/") { value.removeLast() }
        let url = URL(string: value)
        guard let host = url?.host(), !host.isEmpty, url?.query() == nil, url?.user() == nil,
            url?.scheme == "https" || url?.scheme == "http"
        else {
            throw ConfigurationError(variable, "give an address such as \(fallback)")
        }
        return value
    }

    /// The address of a vendor: plain `http` only on this machine.
    func vendorAddress(_ variable: String, default fallback: String) throws(ConfigurationError) -> String {
        let value = try address(variable, default: fallback)
        let host = URL(string: value)?.host() ?? ""
        guard value.hasPrefix("https://") || host.isLoopback else {
            throw ConfigurationError(variable, "plain http is accepted for this machine only; use https")
        }
        return value
    }
}

extension String {
    /// Whether this host is the machine itself.
    var isLoopback: Bool {
        self == "localhost" || self == "::1" || self == "[::1]"
            || (hasPrefix("127.") && split(separator: ".").count == 4 && allSatisfy { $0.isNumber || $0 == "." })
    }
}

/// A variable that is missing or wrong: exit code 2.
struct ConfigurationError: Error, CustomStringConvertible {
    let variable: String
    let advice: String

    init(_ variable: String, _ advice: String) {
        self.variable = variable
        self.advice = advice
    }

    static func missing(_ variable: String) -> ConfigurationError {
        ConfigurationError(variable, "not set; see \"Configuration\" in README.md")
    }

    var description: String { "\(variable): \(advice)" }
}

/// Something that does not work although the configuration is right: exit code 1.
struct StartFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
