import Foundation
import RemoteAPI
import Testing

@Suite struct DateTests {
    @Test(arguments: [
        ("2026-01-15T10:00:00Z", "2026-01-15T10:00:00.000Z"),
        ("2026-01-15T10:00:00.1234567Z", "2026-01-15T10:00:00.123Z"),
        ("2026-01-15T10:00:00.5", "2026-01-15T10:00:00.500Z"),
        ("2026-01-15T10:00:00+02:00", "2026-01-15T08:00:00.000Z"),
        ("2026-01-15T10:00:00-00:30", "2026-01-15T10:30:00.000Z"),
        ("2026-01-15", "2026-01-15T00:00:00.000Z"),
        ("2024-02-29T23:59:59Z", "2024-02-29T23:59:59.000Z"),
        ("1969-12-31T23:59:59.250Z", "1969-12-31T23:59:59.250Z"),
        ("0001-01-01T00:00:00", "0001-01-01T00:00:00.000Z"),
    ])
    func `reads moments with and without fraction, zone and time`(text: String, same: String) {
        #expect(Date(wire: text)?.wire == same)
    }

    @Test(arguments: [
        "", "x", "2026-02-29", "2026-13-01", "2026-01-15T25:00:00Z", "2026-01-15T10:00", "2026-01-15T10:00:00Zx",
        "2026-1-5", "2026-01-15T10:00:00+2", "２０２６-01-15",
    ])
    func `reads nothing that is no moment`(text: String) {
        #expect(Date(wire: text) == nil)
    }

    @Test func `agrees with the calendar on every day of four centuries`() throws {
        for days in stride(from: -141_000, to: 141_000, by: 1) {
            let day = CalendarDay(daysSince1970: days)
            #expect(day.daysSince1970 == days)
        }
        #expect(CalendarDay(daysSince1970: 0).description == "1970-01-01")
        #expect(CalendarDay(daysSince1970: 20_468).description == "2026-01-15")
        #expect(CalendarDay(daysSince1970: 11_016).description == "2000-02-29")
    }

    @Test func `knows both forms of a day`() {
        #expect(CalendarDay(dayFirst: "26-09-2013")?.description == "2013-09-26")
        #expect(CalendarDay(dayFirst: "5-1-2026")?.dayFirst == "05-01-2026")
        #expect(CalendarDay(yearFirst: "2026-01-15T00:00:00")?.description == "2026-01-15")
        for text in ["31-02-2026", "2026-01-15", "00-00-0000", "1-1-26", "", "1-1", "-1-1-2026"] {
            #expect(CalendarDay(dayFirst: text) == nil)
        }
        for text in ["15-01-2026", "2026-01-15x", "0000-00-00"] { #expect(CalendarDay(yearFirst: text) == nil) }
    }

    @Test func `reads Retry-After as seconds and as a date`() {
        let now = Date(timeIntervalSince1970: 1_768_471_200)
        #expect(Duration(retryAfter: "55", now: now) == .seconds(55))
        #expect(Duration(retryAfter: "Thu, 15 Jan 2026 10:01:30 GMT", now: now) == .seconds(90))
        #expect(Duration(retryAfter: "Thu, 15 Jan 2015 10:01:30 GMT", now: now) == .zero)
        for text in ["", "-1", "soon", "99999999999999999999"] { #expect(Duration(retryAfter: text, now: now) == nil) }
    }
}
