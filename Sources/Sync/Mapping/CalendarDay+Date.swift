import Foundation
import RemoteAPI

extension CalendarDay {
    /// The day in UTC.
    init(_ date: Date) {
        self.init(daysSince1970: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
