import Testing

@testable import Timeliness

@Suite("RetrySchedule: when a message is sent again")
struct RetryScheduleTests {
    @Test("delays double up to half an hour, and there are some five hours of them")
    func delays() throws {
        let schedule = RetrySchedule()
        let delays = (1..<schedule.attempts).compactMap { schedule.delay(after: $0, jitter: 0.5) }
        #expect(delays.prefix(9) == [10, 20, 40, 80, 160, 320, 640, 1280, 1800])
        #expect(delays.dropFirst(8).allSatisfy { $0 == 1800 })
        #expect((4 * 3600.0...6 * 3600.0).contains(delays.reduce(0, +)))
        #expect(schedule.delay(after: schedule.attempts, jitter: 0.5) == nil)
    }

    @Test("jitter spreads from half to one and a half of the delay")
    func jitter() {
        #expect(RetrySchedule().delay(after: 3, jitter: 0) == 20)
        #expect(RetrySchedule().delay(after: 3, jitter: 1) == 60)
    }

    @Test("what the receiver asks for is kept, within an hour")
    func askedFor() {
        #expect(RetrySchedule().delay(after: 1, askedFor: 120, jitter: 0.5) == 120)
        #expect(RetrySchedule().delay(after: 1, askedFor: 1, jitter: 0.5) == 10)
        #expect(RetrySchedule().delay(after: 1, askedFor: 86_400, jitter: 0.5) == 3600)
        #expect(RetrySchedule().delay(after: 18, askedFor: 1, jitter: 0.5) == nil)
    }
}
