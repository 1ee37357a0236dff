import Testing

@testable import Downlink

@Suite("RetransmissionSchedule")
struct RetransmissionScheduleTests {
    /// JT/T 808: T(n + 1) = T(n) × (n + 1): with T = 10 s the waits are 10, 20, 60, 240 s.
    @Test("waits grow as the standard says")
    func waits() {
        let schedule = RetransmissionSchedule(timeoutSeconds: 10, retries: 3)
        #expect(
            (1...4).map { schedule.wait(afterAttempt: $0) } == [
                .seconds(10), .seconds(20), .seconds(60), .seconds(240),
            ])
    }

    @Test("a text and a restart are sent once, all else again")
    func attempts() {
        let schedule = RetransmissionSchedule(timeoutSeconds: 10, retries: 2)
        for kind in CommandKind.allCases {
            #expect(schedule.attempts(for: kind) == (kind == .text || kind == .restart ? 1 : 3), "\(kind)")
        }
    }
}
