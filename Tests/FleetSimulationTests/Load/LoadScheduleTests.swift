import FleetSimulation
import Testing

@Suite("LoadSchedule")
struct LoadScheduleTests {
    @Test("reports are evenly spaced from the start")
    func even() {
        let schedule = LoadSchedule(perSecond: 1000, rampSeconds: 0)
        #expect(schedule.dueAt(0) == 0)
        #expect(schedule.dueAt(1) == 1_000_000)
        #expect(schedule.dueAt(86_400_000) == 86_400_000_000_000)
        #expect(schedule.count(within: 3) == 3000)
    }

    // Rate 100 after a ramp of 10 s: 100 t²/20 reports by t, so 500 in the ramp, and report 125 after sqrt(25) s.
    @Test("during the ramp the rate grows with the time")
    func ramp() {
        let schedule = LoadSchedule(perSecond: 100, rampSeconds: 10)
        #expect(schedule.dueAt(0) == 0)
        #expect(schedule.dueAt(125) == 5_000_000_000)
        #expect(schedule.dueAt(500) == 10_000_000_000)
        #expect(schedule.dueAt(600) == 11_000_000_000)
        #expect(schedule.count(within: 5) == 125)
        #expect(schedule.count(within: 10) == 500)
        #expect(schedule.count(within: 12) == 700)
    }

    @Test("what is due within a time is what the count says", arguments: [0.3, 7, 333.3, 250_000], [0, 3])
    func agrees(perSecond: Double, rampSeconds: Int) {
        let schedule = LoadSchedule(perSecond: perSecond, rampSeconds: rampSeconds)
        let count = schedule.count(within: 8)
        #expect(count > 0)
        #expect(schedule.dueAt(count - 1) < 8_000_000_000)
        #expect(schedule.dueAt(count) >= 7_999_999_999, "the next one is not")
    }
}
