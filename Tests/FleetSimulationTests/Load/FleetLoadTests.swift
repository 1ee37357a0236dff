import FleetSimulation
import Foundation
import JTT808
import NIOCore
import Operations
import Testing

@Suite("FleetLoad")
struct FleetLoadTests {
    private static func load(
        _ gateway: StubGateway, _ pace: LoadConfiguration.Pace, vehicles: Int = 6, inFlight: Int = 20, drain: Int = 30,
        log: String? = nil
    ) async throws -> LoadSummary {
        try await load(gateway.address, pace, vehicles: vehicles, inFlight: inFlight, drain: drain, log: log)
    }

    private static func load(
        _ target: ListenAddress, _ pace: LoadConfiguration.Pace, vehicles: Int = 6, inFlight: Int = 20, drain: Int = 30,
        log: String? = nil
    ) async throws -> LoadSummary {
        try await FleetLoad.run(
            LoadConfiguration(
                target: target, vehicles: vehicles, pace: pace, seconds: 1, inFlight: inFlight,
                drainSeconds: drain, acknowledgedLog: log))
    }

    @Test("an open loop sends what is due, and all of it is acknowledged")
    func open() async throws {
        let gateway = try await StubGateway(.init(needsCode: true))
        let summary = try await Self.load(gateway, .rate(perSecond: 500))
        #expect(summary.complaint == nil)
        #expect(summary.tally.due == 500 && summary.tally.sent == 500 && summary.tally.acknowledged == 500)
        #expect(summary.tally.latency.total == 500 && summary.tally.retransmitted == 0)
        #expect(gateway.positions.count == 500)
        #expect(summary.json.contains("\"loop\":\"open\"") && summary.json.contains("\"corrected\":true"))
        try await gateway.stop()
    }

    // 50 are due in a second and one answer takes 40 ms at least, so 25 a second can be done: the report in the middle waits
    // about half a second, though no answer takes that long.
    @Test("what a slow gateway makes wait counts from when it was due")
    func corrected() async throws {
        let gateway = try await StubGateway(.init(answersPositionsAfter: .milliseconds(40)))
        let summary = try await Self.load(gateway, .rate(perSecond: 50), vehicles: 1, inFlight: 1)
        #expect(summary.complaint == nil && summary.tally.acknowledged == 50)
        #expect(try #require(summary.tally.latency.milliseconds(at: 0.5)) > 300)
        try await gateway.stop()
    }

    @Test("a closed loop says that it is one")
    func closed() async throws {
        let gateway = try await StubGateway()
        let summary = try await Self.load(gateway, .saturation, inFlight: 50)
        #expect(summary.complaint == nil)
        #expect(summary.tally.acknowledged > 100 && summary.tally.acknowledged == gateway.positions.count)
        #expect(summary.text.contains("closed loop") && summary.json.contains("\"corrected\":false"))
        try await gateway.stop()
    }

    @Test("after a lost connection what was not acknowledged comes again, byte for byte; the log has each report once")
    func retransmission() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("acked-\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let gateway = try await StubGateway(.init(needsCode: true, closesAtEvery: 150))
        let summary = try await Self.load(gateway, .rate(perSecond: 1000), log: path)
        let positions = gateway.positions
        try await gateway.stop()
        let tally = summary.tally
        #expect(summary.complaint == nil && tally.acknowledged == 1000)
        #expect(tally.connectionsLost >= 6 && tally.reconnects == tally.connectionsLost)
        #expect(tally.retransmitted >= tally.connectionsLost)
        // Every copy of a report has the serial and the body of the first.
        #expect(Set(positions).count == 1000 && positions.count > 1000)
        let expected = Set(
            positions.map { position in
                let hash = position.body.withUnsafeBytes { Int32(bitPattern: BodyChecksum.crc32(of: $0)) }
                return "\(position.number),\(position.serial),\(hash)"
            })
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let logged = lines.map { line in
            let fields = line.split(separator: ",")
            return "\(fields[0]),\(fields[1]),\(fields[3])"
        }
        #expect(lines.count == 1000 && Set(logged) == expected)
    }

    @Test("reports that are never answered are named at the end")
    func unanswered() async throws {
        let gateway = try await StubGateway(.init(silentFor: [0x0200]))
        let summary = try await Self.load(gateway, .rate(perSecond: 100), vehicles: 2, inFlight: 10, drain: 0)
        #expect(summary.tally.unacknowledged == 20 && summary.tally.waiting == 80)
        #expect(
            summary.complaint
                == "20 reports not acknowledged; 80 reports never sent, which the latencies leave out")
        try await gateway.stop()
    }

    @Test("terminals without reports are connected to the end")
    func idle() async throws {
        let gateway = try await StubGateway()
        let summary = try await Self.load(gateway, .idle, vehicles: 200)
        #expect(summary.complaint == nil && summary.tally.connected == 200 && summary.tally.sent == 0)
        try await gateway.stop()
    }

    @Test("a fleet that nobody admits says why")
    func refused() async throws {
        let gateway = try await StubGateway(.init(registrationResult: .noSuchTerminal))
        let summary = try await Self.load(gateway, .rate(perSecond: 100))
        #expect(summary.complaint == "6 vehicles: registration refused with result 4")
        try await gateway.stop()
    }

    @Test("no gateway, or no file for the log, is an error")
    func errors() async throws {
        let gateway = try await StubGateway()
        await #expect(throws: FleetError.self) { try await Self.load(gateway, .idle, log: "/nonexistent/acked.csv") }
        try await gateway.stop()
        let port = try ClosedPort()
        await #expect(throws: FleetError.self) { try await Self.load(port.address, .idle) }
    }
}
