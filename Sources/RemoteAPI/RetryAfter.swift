package import Foundation

extension Duration {
    /// Creates the pause that a `Retry-After` header asks for: seconds, or a date such as
    /// `Thu, 15 Jan 2026 10:00:00 GMT`.
    package init?(retryAfter header: String, now: Date = Date()) {
        let text = header.trimmingCharacters(in: .whitespaces)
        if let seconds = Int(text), (0...86_400).contains(seconds) {
            self = .seconds(seconds)
        } else if let date = Date(httpDate: text) {
            self = .seconds(min(max(0, Int(date.timeIntervalSince(now).rounded(.up))), 86_400))
        } else {
            return nil
        }
    }
}

extension Date {
    /// Reads a time as HTTP writes it, such as `Thu, 15 Jan 2026 10:00:00 GMT`.
    package init?(httpDate text: String) {
        let parts = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        let day = parts[1].count == 2 ? String(parts[1]) : "0\(parts[1])"
        self.init(wire: "\(parts[3])-\((month + 1).padded(to: 2))-\(day)T\(parts[4])Z")
    }
}
