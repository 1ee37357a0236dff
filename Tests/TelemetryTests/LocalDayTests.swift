import Testing

@testable import Telemetry

@Suite("LocalDay")
struct LocalDayTests {
    /// Days since 1970-01-01 by Python's `datetime.date`.
    static let known: [(text: String, days: Int32)] = [
        ("2000-01-01", 10_957), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2024-02-29", 19_782),
        ("2024-12-31", 20_088),
        ("2025-01-01", 20_089), ("2026-11-24", 20_781), ("2099-12-31", 47_481),
    ]

    @Test("a date is read", arguments: known)
    func read(text: String, days: Int32) {
        #expect(LocalDay(text)?.daysSince1970 == days)
    }

    @Test("a day is shown as a date", arguments: known)
    func show(text: String, days: Int32) {
        #expect(LocalDay(daysSince1970: days).description == text)
    }

    @Test(
        "what is no date from 2000 to 2099 is refused",
        arguments: [
            "", "2024", "2024-01", "1999-12-31", "2100-01-01", "2024-00-01", "2024-13-01", "2024-01-00", "2024-01-32",
            "2023-02-29",
            "2024-04-31", "2024-1-01", "2024-01-1", "24-01-01", "02024-01-01", "2024-01-01-01", "2024-01-01 ",
            " 2024-01-01",
            "2024/01/01", "20a4-01-01", "2024-0a-01", "2024-01-0a", "20-4-01-01", "２０２４-01-01", "2024-+1-01",
        ])
    func refused(text: String) {
        #expect(LocalDay(text) == nil)
    }

    @Test("days are counted across months, years and leap days")
    func advanced() throws {
        let day = try #require(LocalDay("2023-12-31"))
        #expect(day.advanced(by: 60).description == "2024-02-29")
        #expect(day.advanced(by: 61).description == "2024-03-01")
        #expect(day.advanced(by: -365).description == "2022-12-31")
        #expect(day.advanced(by: 0) == day)
        #expect(day < day.advanced(by: 1))
    }

    @Test("every day of the century is read as it is shown")
    func everyDay() {
        for days in Int32(10_957)...47_481 {
            let day = LocalDay(daysSince1970: days)
            if LocalDay(day.description) != day { Issue.record("\(days) is shown as \(day)") }
        }
    }
}
