import FleetSimulation
import JTT808
import Testing

@Suite("SimulatedTerminal")
struct SimulatedTerminalTests {
    typealias Action = SimulatedTerminal.Action

    private static func reporting(inFlight: Int = 2) -> SimulatedTerminal {
        var terminal = SimulatedTerminal(inFlight: inFlight)
        _ = terminal.connected()
        _ = terminal.received(RegistrationAnswer(serial: 0, result: .done, authenticationCode: "abc"))
        _ = terminal.received(GeneralAnswer(serial: 1, messageID: .authentication, result: .done))
        terminal.started()
        return terminal
    }

    @Test("registers, authenticates with the code it was given, then waits for the start")
    func login() {
        var terminal = SimulatedTerminal(inFlight: 4)
        #expect(terminal.reportDue(now: 0) == .none)
        #expect(terminal.connected() == .sendRegistration(serial: 0))
        let answer = RegistrationAnswer(serial: 0, result: .done, authenticationCode: "abc")
        #expect(terminal.received(answer) == .sendAuthentication(code: "abc", serial: 1))
        #expect(terminal.received(GeneralAnswer(serial: 1, messageID: .authentication, result: .done)) == .becomeReady)
        #expect(terminal.reportDue(now: 0) == .none, "not before the start")
        terminal.started()
        #expect(terminal.state == .reporting)
        #expect(terminal.reportDue(now: 0) == .sendReport(serial: 2))
    }

    @Test("with a code from before it authenticates at once, and its serials go on")
    func knownCode() {
        var terminal = SimulatedTerminal(inFlight: 4, code: "old", serial: 65_535)
        #expect(terminal.connected() == .sendAuthentication(code: "old", serial: 65_535))
        let done = GeneralAnswer(serial: 65_535, messageID: .authentication, result: .done)
        #expect(terminal.received(done) == .becomeReady)
        #expect(terminal.serial == 0)
    }

    @Test("a refusal ends it with its reason")
    func refused() {
        var terminal = SimulatedTerminal(inFlight: 4)
        _ = terminal.connected()
        #expect(
            terminal.received(RegistrationAnswer(serial: 0, result: .noSuchTerminal))
                == .close(.registrationRefused(.noSuchTerminal)))
        terminal = SimulatedTerminal(inFlight: 4)
        _ = terminal.connected()
        _ = terminal.received(RegistrationAnswer(serial: 0, result: .done))
        #expect(
            terminal.received(GeneralAnswer(serial: 1, messageID: .authentication, result: .failed))
                == .close(.authenticationRefused(.failed)))
        terminal.connectionClosed()
        #expect(terminal.state == .ended(.authenticationRefused(.failed)), "the reason stays")
    }

    @Test("answers to nothing are counted and change nothing")
    func unexpected() {
        var terminal = SimulatedTerminal(inFlight: 4)
        _ = terminal.connected()
        #expect(terminal.received(RegistrationAnswer(serial: 9, result: .done)) == .countUnexpected)
        #expect(terminal.received(GeneralAnswer(serial: 0, messageID: .heartbeat, result: .done)) == .countUnexpected)
        #expect(terminal.state == .registering(serial: 0))
    }

    @Test("a full window stores reports; room sends them as one batch, in order")
    func fullWindow() {
        var terminal = Self.reporting(inFlight: 2)
        #expect(terminal.reportDue(now: 1) == .sendReport(serial: 2))
        #expect(terminal.reportDue(now: 2) == .sendReport(serial: 3))
        #expect(terminal.reportDue(now: 3) == .storeReport)
        #expect(terminal.batchIfPossible(now: 3) == .none)
        let acknowledged = terminal.received(GeneralAnswer(serial: 3, messageID: .locationReport, result: .done))
        guard case .count(let entry, .done) = acknowledged else {
            Issue.record("not counted: \(acknowledged)")
            return
        }
        #expect(entry.sentAt == 2 && entry.positions == 1)
        #expect(terminal.reportDue(now: 4) == .storeReport, "it waits behind the one before")
        #expect(terminal.batchIfPossible(now: 5) == .sendBatch(positions: 2, serial: 4))
        #expect(terminal.batchIfPossible(now: 5) == .none)
        #expect(terminal.inFlight == 2)
    }

    @Test("without coverage everything waits; afterwards it leaves in batches of at most 18")
    func coverage() {
        var terminal = Self.reporting(inFlight: 4)
        terminal.coverageChanged(isLost: true)
        for _ in 0..<20 { #expect(terminal.reportDue(now: 1) == .storeReport) }
        #expect(terminal.heartbeatDue(now: 1) == .none)
        #expect(terminal.batchIfPossible(now: 1) == .none)
        terminal.coverageChanged(isLost: false)
        #expect(terminal.batchIfPossible(now: 2) == .sendBatch(positions: 18, serial: 2))
        #expect(terminal.batchIfPossible(now: 2) == .sendBatch(positions: 2, serial: 3))
        #expect(terminal.heartbeatDue(now: 2) == .sendHeartbeat(serial: 4))
    }

    @Test("a stopped terminal closes once all is sent and answered")
    func drains() {
        var terminal = Self.reporting(inFlight: 1)
        #expect(terminal.reportIfRoom(now: 0) == .sendReport(serial: 2))
        #expect(terminal.reportIfRoom(now: 0) == .none)
        #expect(terminal.reportDue(now: 0) == .storeReport)
        terminal.stopped()
        #expect(terminal.reportDue(now: 1) == .none)
        #expect(terminal.closeIfDrained() == .none)
        _ = terminal.received(GeneralAnswer(serial: 2, messageID: .locationReport, result: .done))
        #expect(terminal.closeIfDrained() == .none, "one report is stored")
        #expect(terminal.batchIfPossible(now: 1) == .sendBatch(positions: 1, serial: 3))
        _ = terminal.received(GeneralAnswer(serial: 3, messageID: .locationBatch, result: .failed))
        #expect(terminal.closeIfDrained() == .close(.done))
    }
}
