import Testing

@testable import Registry

@Suite("LocalTimeText")
struct LocalTimeTextTests {
    @Test(
        "a day is taken with hyphens or slashes, leap days too",
        arguments: [("2026-06-01", "2026-06-01"), ("2026/6/1", "2026-06-01"), ("2028-02-29", "2028-02-29")])
    func day(_ text: String, _ canonical: String) {
        #expect(LocalTimeText.day(text) == canonical)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "2026-02-29", "2100-02-29", "2026-13-01", "2026-06-31", "26-06-01", "2026-06", "01/06/2026", "x",
            "2026-+6-01",
        ])
    func noDay(_ text: String) {
        #expect(LocalTimeText.day(text) == nil)
    }

    @Test(
        "a time is written as short as it says the same",
        arguments: [
            ("2026-06-01", "2026-06-01"), ("2026-06-01 00:00:00.000", "2026-06-01"),
            ("2026/6/1 5:00", "2026-06-01 05:00"), ("2026-06-01T05:00:00", "2026-06-01 05:00"),
            ("2026-06-01 05:00:30", "2026-06-01 05:00:30"), ("2026-06-01 00:00:00.5", "2026-06-01 00:00:00.5"),
            ("2026-06-01 23:59:59.120450", "2026-06-01 23:59:59.12045"),
        ])
    func time(_ text: String, _ canonical: String) {
        #expect(LocalTimeText.time(text) == canonical)
    }

    @Test(
        "what is no time is refused, and so is one before 2000",
        arguments: [
            "1999-12-31", "2026-06-01 24:00", "2026-06-01 5", "2026-06-01 05:60", "2026-06-01 05:00:60",
            "2026-06-01 05:00:00.1234567", "2026-06-01 05:00 x", "2026-06-01 05:00:00+08",
        ])
    func noTime(_ text: String) {
        #expect(LocalTimeText.time(text) == nil)
    }
}
