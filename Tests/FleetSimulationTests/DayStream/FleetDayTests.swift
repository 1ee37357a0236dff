import FleetSimulation
import JTT808
import Operations
import Testing

@Suite("FleetDay")
struct FleetDayTests {
    private static let day = DayPlan(
        District(seed: 2, size: .small), on: SimulatedDate("2026-06-01")!, seed: 2, rates: .frequent)

    @Test("all messages are sent and acknowledged; those that come twice are answered twice")
    func whole() async throws {
        let gateway = try await StubGateway(.init(needsCode: true))
        let summary = try await FleetDay.run(DayConfiguration(target: gateway.address, day: Self.day))
        #expect(summary.complaint == nil)
        #expect(summary.tally.reports == DayTotals(Self.day).fixRows)
        #expect(summary.tally.acknowledged == summary.tally.messages)
        #expect(summary.tally.repeated > 0 && summary.tally.unexpected == 0)
        let all = Self.messages
        #expect(summary.tally.messages == all.count)
        #expect(summary.tally.repeated == all.count(where: \.isRepeated))
        // A repetition is the same frame: no more bodies than reports.
        let reports = all.count { $0.isReport }
        let distinct = Set(gateway.positions)
        #expect(distinct.count == reports)
        #expect(gateway.positions.count == reports + all.count { $0.isReport && $0.isRepeated })
        try await gateway.stop()
    }

    @Test("what was lost with a connection comes again, byte for byte, and nothing is missing")
    func reconnects() async throws {
        let gateway = try await StubGateway(.init(closesAtEvery: 5_000))
        let summary = try await FleetDay.run(DayConfiguration(target: gateway.address, day: Self.day))
        #expect(summary.complaint == nil)
        #expect(summary.tally.connectionsLost > 0 && summary.tally.retransmitted > 0)
        #expect(Set(gateway.positions).count == Self.messages.count { $0.isReport })
        try await gateway.stop()
    }

    @Test("what stays unacknowledged is said")
    func unacknowledged() async throws {
        let gateway = try await StubGateway(.init(silentFor: [0x0900]))
        let summary = try await FleetDay.run(
            DayConfiguration(target: gateway.address, day: Self.day, patienceSeconds: 1))
        #expect(try #require(summary.complaint).contains("messages not acknowledged"))
        try await gateway.stop()
    }

    private static var messages: [DayMessage] {
        day.vehicles.indices.flatMap { Array(VehicleDay(day, vehicle: $0)) }
            + day.sites.indices.flatMap { Array(SiteDay(day, site: $0)) }
    }
}

extension DayMessage {
    fileprivate var isReport: Bool { if case .report = content { true } else { false } }
}
