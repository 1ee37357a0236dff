import FleetSimulation
import JTT808
import NIOCore
import Testing

@Suite("FleetReplay")
struct FleetReplayTests {
    private static func frame(_ id: UInt16, _ number: String, serial: UInt16, body: [UInt8] = []) throws -> ByteBuffer {
        let terminal = try #require(TerminalNumber(number))
        let address = try #require(TerminalAddress(terminal, form: .short))
        var out = ByteBuffer()
        out.writeFrame(MessageID(rawValue: id), from: address, serial: serial) { $0.writeBytes(body) }
        return out
    }

    private static func vector(_ id: String, _ bytes: ByteBuffer, _ kind: ReplayVector.Kind = .frame) -> ReplayVector {
        ReplayVector(id: id, kind: kind, bytes: bytes)
    }

    private static func answers(
        _ vectors: [ReplayVector], _ behaviour: StubGateway.Behaviour = .init(), authenticates: Bool = false,
        timeoutSeconds: Int = 10
    ) async throws -> ReplayReport {
        let gateway = try await StubGateway(behaviour)
        let report = try await FleetReplay.run(
            vectors, target: gateway.address, authenticates: authenticates, timeoutSeconds: timeoutSeconds)
        try await gateway.stop()
        return report
    }

    @Test("each kind of answer finds its frame")
    func kinds() async throws {
        let report = try await Self.answers([
            Self.vector("registration", Self.frame(0x0100, "139", serial: 7, body: Array(repeating: 0, count: 40))),
            Self.vector("foreign code", Self.frame(0x0102, "139", serial: 8, body: [0x31])),
            Self.vector("position", Self.frame(0x0200, "139", serial: 9)),
            Self.vector("position again", Self.frame(0x0200, "139", serial: 9)),
            Self.vector("other terminal", Self.frame(0x0200, "140", serial: 9)),
            Self.vector("time", Self.frame(0x0004, "139", serial: 10)),
            Self.vector("answer", Self.frame(0x0001, "139", serial: 11)),
            Self.vector("vendor", Self.frame(0x0F00, "139", serial: 12)),
            Self.vector("fault", ByteBuffer(bytes: [0x7E, 0x00, 0x7E])),
            Self.vector("half", ByteBuffer(bytes: [0x7E, 0x00, 0x02])),
        ])
        #expect(
            report.outcomes.map { "\($0.vector): \($0.answer.text)" } == [
                "registration: 0x8100 result 0, code code-139", "foreign code: 0x8001 result 1",
                "position: 0x8001 result 0", "position again: 0x8001 result 0", "other terminal: 0x8001 result 0",
                "time: 0x8004 2023-11-14T22:13:20Z", "answer: none owed", "vendor: 0x8001 result 3",
                "fault: none owed (malformed: truncated)", "half: none owed (no whole frame)",
            ])
        #expect(report.connections == 3, "two terminals and the unknown sender")
        #expect(report.unexpected == 0 && report.complaint == nil)
        #expect(report.owed == 7 && report.answered == 7)
    }

    @Test("a terminal comes back after its logout, and authenticates again")
    func logout() async throws {
        let report = try await Self.answers(
            [
                Self.vector("before", Self.frame(0x0200, "139", serial: 1)),
                Self.vector("logout", Self.frame(0x0003, "139", serial: 2)),
                Self.vector("after", Self.frame(0x0200, "139", serial: 3)),
                Self.vector("foreign code", Self.frame(0x0102, "139", serial: 4, body: [0x31])),
                Self.vector("last", Self.frame(0x0200, "139", serial: 5)),
            ], .init(needsCode: true), authenticates: true)
        #expect(report.outcomes.map(\.answer) == [0, 0, 0, 1, 0].map { .general(.init(rawValue: $0)) })
        #expect(report.loginFaults.isEmpty)
    }

    @Test("a stream goes out as it is, every frame in it has its line")
    func stream() async throws {
        var bytes = try Self.frame(0x0200, "139", serial: 1)
        bytes.writeImmutableBuffer(ByteBuffer(bytes: [0x55]))
        bytes.writeImmutableBuffer(try Self.frame(0x0002, "140", serial: 2))
        let report = try await Self.answers([Self.vector("s", bytes, .stream)])
        #expect(
            report.outcomes.map(\.answer.text) == [
                "0x8001 result 0", "none owed (malformed: truncated)", "0x8001 result 0",
            ])
        #expect(report.jsonLines.count == 4)
    }

    @Test("an answer that does not come is reported and fails the replay")
    func silence() async throws {
        let report = try await Self.answers(
            [
                Self.vector("position", Self.frame(0x0200, "139", serial: 1)),
                Self.vector("heartbeat", Self.frame(0x0002, "139", serial: 2)),
            ], .init(silentFor: [0x0002]), timeoutSeconds: 1)
        #expect(report.outcomes.map(\.answer) == [.general(.done), .missing])
        #expect(report.complaint == "1 of 2 owed answers did not come, first for heartbeat")
        #expect(report.table.contains("NO ANSWER"))
    }

    @Test("a terminal that may not register says so, its frames are sent all the same")
    func loginRefused() async throws {
        let report = try await Self.answers(
            [Self.vector("position", Self.frame(0x0200, "139", serial: 1))],
            .init(registrationResult: .noSuchTerminal, needsCode: true), authenticates: true)
        #expect(report.loginFaults == ["000000000139": "registration answered 0x8100 result 4"])
        #expect(report.outcomes.map(\.answer) == [.general(.failed)])
    }

    @Test("a gateway that is not there is unreachable")
    func unreachable() async throws {
        let port = try ClosedPort()
        await #expect(throws: FleetError.self) {
            try await FleetReplay.run(
                [Self.vector("position", Self.frame(0x0200, "139", serial: 1))], target: port.address)
        }
    }
}
