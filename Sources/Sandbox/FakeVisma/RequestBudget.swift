import Foundation

/// Visma's limit: so many requests a minute for each client and route.
struct RequestBudget {
    private var windows: [String: (start: Date, used: Int)] = [:]

    /// Takes one request from a route's budget.
    ///
    /// - Parameters:
    ///   - route: The client and the route.
    ///   - limit: The requests per minute.
    ///   - now: The time.
    /// - Throws: ``VismaError`` with code 4010 when the minute's budget is used up.
    mutating func spend(on route: String, limit: Int, now: Date) throws(VismaError) {
        var window = windows[route] ?? (now, 0)
        if now.timeIntervalSince(window.start) >= 60 { window = (now, 0) }
        guard window.used < limit else {
            let left = 60 - now.timeIntervalSince(window.start)
            throw .tooManyRequests(limit: limit, seconds: max(1, Int(left.rounded(.up))))
        }
        window.used += 1
        windows[route] = window
    }
}
