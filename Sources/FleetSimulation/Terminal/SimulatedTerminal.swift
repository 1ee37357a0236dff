package import JTT808

/// The terminal's side of the protocol as a pure state machine: events go in, actions come out, time is an argument.
///
///     offline --connected--> registering --0x8100/0--> authenticating --0x8001/0--> ready --started--> reporting --+
///                                 |                          |                        |                  | stopped  |
///                                 +------- refused ----------+------- closed ---------+--> ended <--- draining <-----+
package struct SimulatedTerminal: Sendable {
    package enum State: Equatable, Sendable {
        case offline
        case registering(serial: UInt16)
        case authenticating(serial: UInt16)
        /// Admitted; the fleet begins together.
        case ready
        case reporting
        /// No new reports; what was stored or is unanswered is still settled.
        case draining
        case ended(End)
    }

    package enum End: Hashable, Sendable {
        case done
        case registrationRefused(RegistrationAnswer.Result)
        case authenticationRefused(GeneralAnswer.Result)
        case connectionClosed
    }

    package enum Action: Equatable, Sendable {
        case none
        case sendRegistration(serial: UInt16)
        case sendAuthentication(code: WireText, serial: UInt16)
        /// Admitted: wait for the start.
        case becomeReady
        case sendReport(serial: UInt16)
        /// The report cannot leave now: keep it, in order, for a batch.
        case storeReport
        /// Send the oldest `positions` stored reports as one 0x0704 of type 1 (盲区补报).
        case sendBatch(positions: Int, serial: UInt16)
        case sendHeartbeat(serial: UInt16)
        /// An answer came for a message that waited.
        case count(SendWindow.Entry, GeneralAnswer.Result)
        /// An answer came that nothing waited for.
        case countUnexpected
        case close(End)
    }

    /// Most positions in one 0x0704 of ours: 3 + 18 x (2 + 54) bytes stay below the 1023 of a frame.
    package static let longestBatch = 18

    package private(set) var state = State.offline
    /// Reports kept while there was no link or no room.
    package private(set) var stored = 0
    private var window: SendWindow
    private var isOutOfCoverage = false
    /// The serial of its next message.
    package private(set) var serial: UInt16
    /// The authentication code of an earlier registration.
    private let code: WireText?

    /// - Parameters:
    ///   - inFlight: position messages that may be unanswered at a time, 1 to 1000; a 0x0704 counts as one.
    ///   - code: of an earlier registration; with it the terminal authenticates at once.
    ///   - serial: of its first message.
    package init(inFlight: Int, code: WireText? = nil, serial: UInt16 = 0) {
        window = SendWindow(limit: inFlight)
        self.code = code
        self.serial = serial
    }

    /// Position messages without an answer.
    package var inFlight: Int { window.inFlight }

    package mutating func connected() -> Action {
        switch state {
        case .offline:
            let serial = takeSerial()
            if let code {
                state = .authenticating(serial: serial)
                return .sendAuthentication(code: code, serial: serial)
            }
            state = .registering(serial: serial)
            return .sendRegistration(serial: serial)
        case .registering, .authenticating, .ready, .reporting, .draining, .ended: return .none
        }
    }

    package mutating func received(_ answer: RegistrationAnswer) -> Action {
        switch state {
        case .registering(let expected) where answer.serial == expected:
            guard answer.result == .done else { return end(.registrationRefused(answer.result)) }
            let serial = takeSerial()
            state = .authenticating(serial: serial)
            return .sendAuthentication(code: answer.authenticationCode ?? "", serial: serial)
        case .offline, .registering, .authenticating, .ready, .reporting, .draining, .ended: return .countUnexpected
        }
    }

    package mutating func received(_ answer: GeneralAnswer) -> Action {
        switch state {
        case .reporting, .draining:
            guard let entry = window.settle(serial: answer.serial, messageID: answer.messageID) else {
                return .countUnexpected
            }
            return .count(entry, answer.result)
        case .authenticating(let expected) where answer.serial == expected && answer.messageID == .authentication:
            guard answer.result == .done else { return end(.authenticationRefused(answer.result)) }
            state = .ready
            return .becomeReady
        case .registering(let expected) where answer.serial == expected && answer.messageID == .registration:
            return end(.registrationRefused(.init(rawValue: answer.result.rawValue)))
        case .offline, .registering, .authenticating, .ready, .ended: return .countUnexpected
        }
    }

    package mutating func started() {
        switch state {
        case .ready: state = .reporting
        case .offline, .registering, .authenticating, .reporting, .draining, .ended: break
        }
    }

    /// The interval is over: a report exists now.
    package mutating func reportDue(now: UInt64) -> Action {
        switch state {
        case .reporting:
            // Behind stored reports the new one waits its turn, as in a terminal's memory.
            guard !isOutOfCoverage, stored == 0, window.hasRoom else {
                stored += 1
                return .storeReport
            }
            return sendReport(now: now)
        case .offline, .registering, .authenticating, .ready, .draining, .ended: return .none
        }
    }

    /// A report that is made only when there is room for it: what a burst asks for until ``Action/none``.
    package mutating func reportIfRoom(now: UInt64) -> Action {
        switch state {
        case .reporting: window.hasRoom ? sendReport(now: now) : .none
        case .offline, .registering, .authenticating, .ready, .draining, .ended: .none
        }
    }

    /// Sends stored reports while there is a link and room; ask until ``Action/none``.
    package mutating func batchIfPossible(now: UInt64) -> Action {
        switch state {
        case .reporting, .draining:
            guard stored > 0, !isOutOfCoverage, window.hasRoom else { return .none }
            let positions = min(stored, Self.longestBatch)
            stored -= positions
            let serial = takeSerial()
            window.sent(.locationBatch, serial: serial, positions: positions, at: now)
            return .sendBatch(positions: positions, serial: serial)
        case .offline, .registering, .authenticating, .ready, .ended: return .none
        }
    }

    package mutating func heartbeatDue(now: UInt64) -> Action {
        switch state {
        case .reporting:
            guard !isOutOfCoverage else { return .none }
            let serial = takeSerial()
            window.sent(.heartbeat, serial: serial, positions: 0, at: now)
            return .sendHeartbeat(serial: serial)
        case .offline, .registering, .authenticating, .ready, .draining, .ended: return .none
        }
    }

    /// The vehicle drove into a place without a radio link, or out of it. The connection outlives it.
    package mutating func coverageChanged(isLost: Bool) { isOutOfCoverage = isLost }

    /// No more reports are made. Coverage is back, so that what was stored can leave.
    package mutating func stopped() {
        switch state {
        case .reporting:
            isOutOfCoverage = false
            state = .draining
        case .offline, .registering, .authenticating, .ready, .draining, .ended: break
        }
    }

    /// ``Action/close(_:)`` once nothing is left to send and every report is answered.
    package mutating func closeIfDrained() -> Action {
        switch state {
        case .draining: stored == 0 && window.inFlight == 0 ? end(.done) : .none
        case .offline, .registering, .authenticating, .ready, .reporting, .ended: .none
        }
    }

    package mutating func connectionClosed() {
        switch state {
        case .ended: break
        case .offline, .registering, .authenticating, .ready, .reporting, .draining: state = .ended(.connectionClosed)
        }
    }

    private mutating func sendReport(now: UInt64) -> Action {
        let serial = takeSerial()
        window.sent(.locationReport, serial: serial, positions: 1, at: now)
        return .sendReport(serial: serial)
    }

    private mutating func end(_ end: End) -> Action {
        state = .ended(end)
        return .close(end)
    }

    private mutating func takeSerial() -> UInt16 {
        defer { serial &+= 1 }
        return serial
    }
}
