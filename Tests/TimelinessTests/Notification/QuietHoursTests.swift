import Testing

@testable import Timeliness

@Suite("QuietHours: hours in which nobody is woken")
struct QuietHoursTests {
    @Test("the start is in them, the end is not, also over midnight")
    func bounds() throws {
        let night = try #require(QuietHours("22:00-07:00"))
        #expect([0, 419, 1320, 1439].allSatisfy(night.contains(minute:)))
        #expect(![420, 720, 1319].contains(where: night.contains(minute:)))
        let noon = try #require(QuietHours("12:00-13:30"))
        #expect([720, 809].allSatisfy(noon.contains(minute:)))
        #expect(![0, 719, 810, 1439].contains(where: noon.contains(minute:)))
    }

    @Test("text goes in and comes out", arguments: ["22:00-07:00", "00:00-23:59", "12:05-13:30"])
    func text(_ text: String) { #expect(QuietHours(text)?.description == text) }

    @Test(
        "other text is refused",
        arguments: [
            "", "22-7", "22:00", "22:00-07:00-08:00", "24:00-07:00", "22:60-07:00", "7:00-8:00", "08:00-08:00",
            "+1:00-02:00",
        ])
    func refusals(_ text: String) { #expect(QuietHours(text) == nil) }
}
