package import JTT808
package import NIOCore

/// One script against a gateway as a pure state machine, over as many connections as the gateway makes of it.
///
/// Frames are sent without waiting for each other, as terminals do; only what changes the session (0x0100, 0x0102, 0x0003)
/// is waited for before the next step.
package struct ReplayConversation: Sendable {
    package enum Action: Sendable, Equatable {
        case send(ByteBuffer)
        /// Nothing is left to do on this connection.
        case close
    }

    private enum Purpose: Sendable {
        /// A frame of the script, by its line in the report.
        case frame(outcome: Int)
        case registration
        case authentication
        /// Not counted: its answer proves that what was sent before, and owes none, has been read.
        case closingHeartbeat
    }

    private struct Pending: Sendable {
        let address: TerminalAddress
        let messageID: MessageID
        let serial: UInt16
        let purpose: Purpose
    }

    /// Answers by line of the report.
    package private(set) var answers: [Int: ReplayOutcome.Answer] = [:]
    /// What stood in the way of registering or authenticating first, by terminal.
    package private(set) var loginFaults: [String: String] = [:]
    /// Answers that nothing waited for.
    package private(set) var unexpected = 0
    package private(set) var isFinished = false

    private let script: ReplayScript
    private let authenticates: Bool
    private var cursor = 0
    private var cursorAtConnect = 0
    private var pending: [Pending] = []
    private var logins: [TerminalAddress] = []
    private var hasLoggedOut = false
    private var hasSentHeartbeat = false
    private var ownSerial: UInt16 = 0

    package init(_ script: ReplayScript, authenticates: Bool) {
        self.script = script
        self.authenticates = authenticates
    }

    package mutating func connected() -> [Action] {
        cursorAtConnect = cursor
        hasLoggedOut = false
        hasSentHeartbeat = false
        logins = authenticates ? script.addresses : []
        return advance()
    }

    package mutating func received(_ frame: Frame) -> [Action] {
        let number = frame.header.address.number
        let answer: ReplayOutcome.Answer
        let index: Int?
        let body = frame.body.readableBytesSpan
        do throws(BodyError) {
            switch frame.header.messageID {
            case .platformAnswer:
                let general = try GeneralAnswer(body: body)
                answer = .general(general.result)
                index = pending.firstIndex {
                    $0.address.number == number && $0.serial == general.serial && $0.messageID == general.messageID
                }
            case .registrationAnswer:
                let registration = try RegistrationAnswer(body: body)
                answer = .registration(registration.result, code: registration.authenticationCode?.string)
                index = pending.firstIndex {
                    $0.address.number == number && $0.serial == registration.serial && $0.messageID == .registration
                }
            case .serverTime:
                // Its body names no serial: it answers the oldest question.
                answer = .serverTime(try ServerTime(body: body).time)
                index = pending.firstIndex { $0.address.number == number && $0.messageID == .serverTimeRequest }
            default:
                unexpected += 1
                return []
            }
        } catch {
            unexpected += 1
            return []
        }
        guard let index else {
            unexpected += 1
            return []
        }
        return settle(pending.remove(at: index), answer)
    }

    /// No answer came for as long as one is waited for.
    package mutating func timedOut() -> [Action] {
        for entry in pending { giveUp(entry, because: "no answer") }
        pending = []
        return advance()
    }

    /// The connection ended. Unless ``isFinished`` is set now, another one is wanted.
    package mutating func closed() {
        for entry in pending { giveUp(entry, because: "connection closed") }
        pending = []
        // A connection that took no step, the login included, would take none the next time either.
        if cursor == script.steps.count || cursor == cursorAtConnect { isFinished = true }
    }

    // MARK: Sending

    private mutating func advance() -> [Action] {
        guard pending.isEmpty else { return [] }
        if let address = logins.first { return [register(address)] }
        if hasLoggedOut && cursor < script.steps.count { return [.close] }
        var actions: [Action] = []
        while cursor < script.steps.count {
            let step = script.steps[cursor]
            cursor += 1
            actions.append(.send(step.bytes))
            for (header, outcome) in step.frames where header.messageID.answerRule != .none {
                pending.append(
                    Pending(
                        address: header.address, messageID: header.messageID, serial: header.serial,
                        purpose: .frame(outcome: outcome)))
            }
            if step.frames.contains(where: { Self.changesSession($0.header.messageID) }) && !pending.isEmpty {
                return actions
            }
        }
        if let last = script.steps.last, let frame = last.frames.last, frame.header.messageID.answerRule == .none,
            !last.endsInsideFrame, !hasSentHeartbeat
        {
            hasSentHeartbeat = true
            actions.append(heartbeat(behind: frame.header))
        }
        if pending.isEmpty { actions.append(.close) }
        return actions
    }

    private static func changesSession(_ id: MessageID) -> Bool {
        id == .registration || id == .authentication || id == .deregistration
    }

    private mutating func register(_ address: TerminalAddress) -> Action {
        let registration = Registration(
            layout: address.form == .long ? .edition2019 : .edition2013, province: ChangpingDistrict.provinceCode,
            city: ChangpingDistrict.cityCode, manufacturerID: "QYSIM", model: "QY-REPLAY",
            deviceID: WireText(padded: address.phone.utf8.suffix(7)), plateColor: 0,
            plate: WireText(padded: "REPLAY\(address.phone.suffix(11))".utf8))
        return send(.registration, address, .registration) { registration.encode(into: &$0) }
    }

    private mutating func heartbeat(behind header: FrameHeader) -> Action {
        ownSerial = header.serial
        repeat { ownSerial &+= 1 } while pending.contains { $0.messageID == .heartbeat && $0.serial == ownSerial }
        return send(.heartbeat, header.address, .closingHeartbeat) { _ in }
    }

    private mutating func send(
        _ id: MessageID, _ address: TerminalAddress, _ purpose: Purpose, encode: (inout ByteBuffer) -> Void
    ) -> Action {
        var frame = ByteBuffer()
        frame.writeFrame(id, from: address, serial: ownSerial, encode: encode)
        pending.append(Pending(address: address, messageID: id, serial: ownSerial, purpose: purpose))
        ownSerial &+= 1
        return .send(frame)
    }

    // MARK: Settling

    private mutating func settle(_ entry: Pending, _ answer: ReplayOutcome.Answer) -> [Action] {
        switch (entry.purpose, answer) {
        case (.frame(let outcome), _):
            answers[outcome] = answer
            if entry.messageID == .deregistration { hasLoggedOut = true }
            // The vector's own code is one of another platform: what follows would be refused for its sake.
            if authenticates, entry.messageID == .authentication, answer != .general(.done) {
                logins.append(entry.address)
            }
        case (.registration, .registration(.done, let code)):
            let message = Authentication(
                code: WireText(padded: (code ?? "").utf8),
                device: entry.address.form == .long
                    ? .init(imei: "860000000000007", softwareVersion: "REPLAY-1.0") : nil)
            return [send(.authentication, entry.address, .authentication) { message.encode(into: &$0) }]
        case (.registration, let answer):
            loginEnded(entry, fault: "registration answered \(answer.text)")
        case (.authentication, let answer):
            loginEnded(entry, fault: answer == .general(.done) ? nil : "authentication answered \(answer.text)")
        case (.closingHeartbeat, _): break
        }
        return advance()
    }

    private mutating func giveUp(_ entry: Pending, because reason: String) {
        switch entry.purpose {
        case .frame(let outcome): answers[outcome] = .missing
        case .registration: loginEnded(entry, fault: "registration: \(reason)")
        case .authentication: loginEnded(entry, fault: "authentication: \(reason)")
        case .closingHeartbeat: break
        }
    }

    private mutating func loginEnded(_ entry: Pending, fault: String?) {
        logins.removeAll { $0.number == entry.address.number }
        if let fault { loginFaults[entry.address.phone] = fault }
    }
}
