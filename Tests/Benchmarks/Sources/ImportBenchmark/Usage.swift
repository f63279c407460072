import Foundation

/// What this process has used so far.
struct Usage {
    private let start = ContinuousClock.now
    private let processorStart = Usage.processorSeconds

    /// Seconds since this value was made.
    var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

    /// Seconds of processor time since this value was made, on all threads.
    var processorSeconds: Double { Self.processorSeconds - processorStart }

    private static var processorSeconds: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory that was ever resident, in megabytes.
    static func peakMegabytes() throws -> Double {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        guard let kilobytes = status.firstMatch(of: /VmHWM:\s+(\d+)/).flatMap({ Double($0.1) }) else {
            throw CocoaError(.fileReadCorruptFile)
        }
        return kilobytes / 1024
    }
}
