import Foundation
import Prometheus

/// What the system says of this process.
enum ProcessReadings {
    typealias Reading = MetricRegistry.Reading

    /// The standard figures of a process; what the system doesn't tell is left out.
    static func now() -> [Reading] {
        var readings: [Reading] = []
        if let line = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8) {
            // The second field is the program's name, which may hold anything, in parentheses.
            let fields = line.drop { $0 != ")" }.dropFirst().split(separator: " ").map { Double($0) }
            func field(_ number: Int) -> Double? { fields.indices.contains(number - 3) ? fields[number - 3] : nil }
            let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
            if let user = field(14), let system = field(15) {
                readings.append(Reading("process_cpu_seconds_total", [], (user + system) / ticks))
            }
            if let start = field(22), let boot = bootTime {
                readings.append(Reading("process_start_time_seconds", [], boot + start / ticks))
            }
            if let size = field(23) { readings.append(Reading("process_virtual_memory_bytes", [], size)) }
            if let pages = field(24) {
                let page = Double(sysconf(Int32(_SC_PAGESIZE)))
                readings.append(Reading("process_resident_memory_bytes", [], pages * page))
            }
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            readings.append(Reading("process_open_fds", [], Double(files.count)))
        }
        var limit = rlimit()
        if unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            readings.append(Reading("process_max_fds", [], Double(limit.rlim_cur)))
        }
        return readings
    }

    /// When the machine started, in seconds since 1970.
    private static var bootTime: Double? {
        let lines = try? String(contentsOfFile: "/proc/stat", encoding: .utf8).split(separator: "\n")
        return lines?.first { $0.hasPrefix("btime ") }.flatMap { Double($0.dropFirst("btime ".count)) }
    }
}
