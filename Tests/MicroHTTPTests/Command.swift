import Glibc

/// Runs a command to its end, and returns what it printed.
func run(_ command: String) -> String {
    guard let pipe = unsafe popen(command, "r") else { return "" }
    defer { unsafe pclose(pipe) }
    var printed: [UInt8] = []
    while case let byte = unsafe getc(pipe), byte != EOF { printed.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: printed, as: UTF8.self)
}
