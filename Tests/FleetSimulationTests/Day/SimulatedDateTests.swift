import JTT808
import Testing

@testable import FleetSimulation

@Suite("SimulatedDate")
struct SimulatedDateTests {
    @Test("a date is read and written", arguments: ["2000-01-01", "2026-06-01", "2028-02-29", "2098-12-31"])
    func read(text: String) throws {
        #expect(try #require(SimulatedDate(text)).description == text)
    }

    @Test(
        "what is no date of a simulated day is refused",
        arguments: ["", "2026-6-1", "2026-06-31", "2026-02-29", "1999-12-31", "2099-01-01", "2026/06/01", "2026-06-0x"])
    func refused(text: String) {
        #expect(SimulatedDate(text) == nil)
    }

    @Test(
        "the clock says what the terminals' own conversion says",
        arguments: [0, 9, 10, 59, 60, 3_599, 3_600, 35_999, 43_210, 86_399])
    func clock(second: Int) throws {
        let date = try #require(SimulatedDate("2026-06-01"))
        // 2026-06-01 00:00 of GMT+8.
        let midnight: Int64 = 1_780_243_200
        #expect(date.time(second) == TerminalTime.reported(at: midnight + Int64(second)))
        #expect(date.unixMilliseconds(second * 1000 + 7) == (midnight + Int64(second)) * 1000 + 7)
        #expect(date.days == 20_605)
        #expect(SimulatedDate.unsetTime(second).unixSeconds == 4_102_329_600 + Int64(second))
    }
}
