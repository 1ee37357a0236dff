import FleetSimulation
import JTT808
import Operations
import Testing

@Suite("FleetDrive")
struct FleetDriveTests {
    private static func drive(
        _ behaviour: StubGateway.Behaviour = .init(), reports: Int = 300, inFlight: Int = 50
    ) async throws -> DriveSummary {
        let gateway = try await StubGateway(behaviour)
        let summary = try await FleetDrive.run(
            DriveConfiguration(
                target: gateway.address, vehicles: 6, pace: .burst(reports: reports), inFlight: inFlight,
                startedAt: 1_764_000_000))
        try await gateway.stop()
        return summary
    }

    @Test("a burst is acknowledged whole, both editions, behind a gateway that wants the code")
    func burst() async throws {
        let summary = try await Self.drive(.init(needsCode: true))
        #expect(summary.complaint == nil)
        #expect(summary.tally.admitted == 6)
        #expect(summary.tally.sent == 1800 && summary.tally.acknowledged == 1800)
        #expect(summary.tally.latency.total == 1800)
        #expect(summary.json.contains("\"acknowledged\":1800"))
    }

    @Test("answers out of order find their reports")
    func outOfOrder() async throws {
        let summary = try await Self.drive(.init(reversesGroupsOf: 10))
        #expect(summary.tally.acknowledged == 1800 && summary.tally.unexpected == 0)
    }

    @Test("an interval drive reports, drains and ends by itself")
    func interval() async throws {
        let gateway = try await StubGateway()
        let summary = try await FleetDrive.run(
            DriveConfiguration(
                target: gateway.address, vehicles: 8, pace: .interval(seconds: 1, every: 1), gapEverySeconds: 1,
                startedAt: 1_764_000_000))
        try await gateway.stop()
        #expect(summary.complaint == nil)
        #expect(summary.tally.sent > 0 && summary.tally.sent == summary.tally.acknowledged)
    }

    @Test("lost connections are told from answers that did not come")
    func lost() async throws {
        let summary = try await Self.drive(.init(closesAtSerial: 100), inFlight: 1)
        let tally = summary.tally
        #expect(tally.connectionsLost == 6)
        #expect(tally.acknowledged == 6 * 98 && tally.unanswered == 6 && tally.unsent == 6 * 201)
        #expect(summary.complaint == "6 connections lost; 6 reports unanswered; 1206 reports never sent")
    }

    @Test("a fleet that nobody admits says why")
    func refused() async throws {
        let summary = try await Self.drive(.init(registrationResult: .noSuchTerminal))
        #expect(summary.tally.sent == 0)
        #expect(summary.complaint == "6 vehicles: registration refused with result 4")
    }

    @Test("a gateway that is not there is unreachable")
    func unreachable() async throws {
        let port = try ClosedPort()
        await #expect(throws: FleetError.self) {
            try await FleetDrive.run(
                DriveConfiguration(
                    target: port.address, vehicles: 200, pace: .burst(reports: 1), startedAt: 1_764_000_000))
        }
    }
}
