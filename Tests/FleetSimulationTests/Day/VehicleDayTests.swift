import JTT808
import Testing

@testable import FleetSimulation

@Suite("VehicleDay")
struct VehicleDayTests {
    private static let date = SimulatedDate("2026-06-01")!

    /// Days of small districts in which only this goes wrong, with the terminals that it happened to.
    private static func terminals(
        _ change: (inout FaultRates) -> Void, where isHit: (TerminalFaults) -> Bool
    ) -> [(plan: VehiclePlan, messages: [DayMessage])] {
        var rates = FaultRates.none
        change(&rates)
        let day = DayPlan(District(seed: 3, size: .small), on: date, seed: 3, rates: rates)
        return day.vehicles.filter { isHit($0.faults) && !$0.shifts.isEmpty }.map { plan in
            (plan, Array(VehicleDay(day, vehicle: plan.vehicle)))
        }
    }

    private static func readings(_ message: DayMessage) -> [VehicleReading] {
        switch message.content {
        case .report(let reading): [reading]
        case .backlog(let readings): readings
        case .records: []
        }
    }

    @Test("without faults there is a report every ten seconds of each shift, and nothing is stored")
    func whole() throws {
        let terminals = Self.terminals({ _ in }, where: { $0 == TerminalFaults() })
        #expect(terminals.count >= 5)
        for (plan, messages) in terminals {
            #expect(!messages.contains { if case .backlog = $0.content { true } else { false } })
            let expected = plan.shifts.flatMap { Array(stride(from: $0.startS, through: $0.endS, by: 10)) }
            let times = messages.flatMap(Self.readings).map { $0.position.time }
            #expect(times == expected.map { Self.date.time($0) })
        }
    }

    @Test(
        "what happens without a link is sent when it is back, reports as 0x0704, nothing lost and nothing before its time"
    )
    func silent() throws {
        let terminals = Self.terminals({ $0.silent = 10_000 }, where: { $0.silence != nil })
        #expect(terminals.count >= 4)
        for (plan, messages) in terminals {
            let silence = try #require(plan.faults.silence)
            #expect(!messages.contains { silence.contains($0.sentAt) })
            var stored = 0
            for message in messages {
                guard case .backlog(let readings) = message.content else { continue }
                #expect(message.sentAt == silence.upperBound)
                #expect(readings.count <= SimulatedTerminal.longestBatch)
                stored += readings.count
            }
            let silentReports = plan.shifts.flatMap { Array(stride(from: $0.startS, through: $0.endS, by: 10)) }
                .count { silence.contains($0) }
            #expect(stored == silentReports && stored > 100)
            // In the order in which they were made.
            let times = messages.flatMap(Self.readings).compactMap { $0.position.time.unixSeconds }
            #expect(times == times.sorted() && times.count == plan.reports)
        }
    }

    @Test("after its death a terminal says nothing")
    func dead() throws {
        let terminals = Self.terminals({ $0.dead = 10_000 }, where: { $0.diesAt != nil })
        #expect(terminals.count >= 5)
        for (plan, messages) in terminals {
            let diesAt = try #require(plan.faults.diesAt)
            #expect(try #require(messages.last).sentAt < diesAt)
            #expect(messages.reduce(0) { $0 + $1.reports } == plan.reports)
        }
    }

    @Test(
        "a clock that is wrong is wrong by the same everywhere; one that is not set, for the first 20 reports of a shift"
    )
    func clocks() throws {
        for (plan, messages) in Self.terminals({ $0.clockOffset = 10_000 }, where: { $0.clockOffsetS != 0 }) {
            let first = try #require(messages.first)
            #expect(
                Self.readings(first)[0].position.time
                    == Self.date.time(plan.shifts[0].startS + plan.faults.clockOffsetS))
        }
        let unset = Self.terminals({ $0.clockUnset = 10_000 }, where: { $0.clockAtPowerUp == .unset })
        #expect(unset.count >= 5)
        for (plan, messages) in unset {
            let dates = messages.flatMap(Self.readings).map { $0.position.time.unixSeconds != nil }
            #expect(dates.count { !$0 } == 20 * plan.shifts.count)
            #expect(dates.prefix(21).count { $0 } == 1)
        }
    }

    @Test("a lift comes with the read of its tag, two seconds before and one number")
    func records() {
        for (_, messages) in Self.terminals({ _ in }, where: { _ in true }) {
            for message in messages {
                guard case .records(let records) = message.content else { continue }
                guard records.count == 2, case .tagRead(let read) = records[0].content,
                    case .lift(let lift) = records[1].content
                else {
                    Issue.record("not a read and a lift")
                    continue
                }
                #expect(read.tag == lift.tag && read.tag.technology == 3 && read.tag.bytes.count == 8)
                #expect(records[0].head.sequence + 1 == records[1].head.sequence)
                #expect(records[0].head.bootNumber == records[1].head.bootNumber)
                #expect(
                    (records[1].head.time.unixSeconds ?? 0) - (records[0].head.time.unixSeconds ?? 0) == 2)
            }
        }
    }
}
