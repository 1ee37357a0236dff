import Testing

@testable import Telemetry

@Suite("Instant")
struct InstantTests {
    private static let hour: Int64 = 3_600_000_000

    /// Midnight in Shanghai is 16:00 UTC of the day before.
    @Test(
        "the local day begins at 16:00 UTC",
        arguments: [
            (1_721_059_199_999_999, 19_919),  // 2024-07-15 15:59:59.999999 UTC, still the 15th
            (1_721_059_200_000_000, 19_920),  // 2024-07-15 16:00 UTC, the 16th
            (1_721_059_200_000_001, 19_920),
            (1_721_145_599_999_999, 19_920),
            (946_655_999_999_999, 10_956), (946_656_000_000_000, 10_957),  // 2000-01-01 00:00 in Shanghai
            (4_102_415_999_999_999, 47_481), (4_102_416_000_000_000, 47_482),  // the end of 2099
            (0, 0),  // 08:00 in Shanghai
            (57_599_999_999, 0), (57_600_000_000, 1),
        ] as [(Int64, Int32)])
    func localDay(microseconds: Int64, day: Int32) {
        #expect(Instant(microseconds: microseconds).localDay == LocalDay(daysSince1970: day))
    }

    @Test(
        "days before 1970 count down",
        arguments: [
            (-1, 0), (-8 * hour, 0), (-8 * hour - 1, -1), (-32 * hour, -1), (-32 * hour - 1, -2), (-56 * hour, -2),
        ] as [(Int64, Int32)])
    func before1970(microseconds: Int64, day: Int32) {
        #expect(Instant(microseconds: microseconds).localDay == LocalDay(daysSince1970: day))
    }

    @Test("seconds become microseconds")
    func seconds() {
        #expect(Instant(unixSeconds: 1_700_000_000).microseconds == 1_700_000_000_000_000)
        #expect(Instant(microseconds: 5).advanced(bySeconds: -2).microseconds == -1_999_995)
        #expect(Instant(microseconds: 1) < Instant(microseconds: 2))
    }
}
