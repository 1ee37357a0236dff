import Testing
import Timeliness

@Suite("TimelinessService")
struct TimelinessServiceTests {
    @Test(
        "the next check is at the next deadline, a second from now at the earliest; what a dry run has told is not told every second",
        arguments: [
            (nil, false, 30.0), (100, false, 30), (12.5, false, 12.5), (0.2, false, 1), (-900, false, 1),
            (nil, true, 30), (12.5, true, 12.5), (0.2, true, 1), (0, true, 30), (-900, true, 30),
        ] as [(Double?, Bool, Double)])
    func pause(next: Double?, isDryRun: Bool, seconds: Double) {
        #expect(
            TimelinessService.pauseSeconds(untilDeadline: next, interval: 30, isDryRun: isDryRun) == seconds)
    }
}
