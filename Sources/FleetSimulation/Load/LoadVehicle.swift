import JTT808
import NIOCore

/// One terminal under load: reports as they fall due, keeps what is not acknowledged, and when a connection is lost connects again
/// and sends that once more. Everything happens on the fleet's loop.
final class LoadVehicle: Redialing {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let identity: VehicleIdentity
    private let fleet: LoadLoop
    private let number: [UInt8]
    @exclusivity(unchecked) private var context: ChannelHandlerContext?
    @exclusivity(unchecked) private var reports: LoadReports
    @exclusivity(unchecked) private var template: ReportTemplate
    @exclusivity(unchecked) private var kept: KeptReports
    @exclusivity(unchecked) private var answers = AnswerReader()
    /// Frames that leave with the next flush.
    @exclusivity(unchecked) private var out = ByteBuffer()
    /// Registration and authentication; nil without a connection and once it is admitted.
    @exclusivity(unchecked) private var login: SimulatedTerminal?
    @exclusivity(unchecked) private var code: WireText?
    @exclusivity(unchecked) private var delay: ReconnectDelay
    @exclusivity(unchecked) private var serial: UInt16 = 0
    @exclusivity(unchecked) private var isAdmitted = false
    @exclusivity(unchecked) private var wasAdmitted = false
    @exclusivity(unchecked) private var hasLeft = false
    /// Clock times in nanoseconds: of the connection, of the last answer or of the first report that waits for one, of the last
    /// frame sent.
    @exclusivity(unchecked) private var connectedAt: UInt64 = 0
    @exclusivity(unchecked) private var answeredAt: UInt64 = 0
    @exclusivity(unchecked) private var sentAt: UInt64 = 0
    /// Place in the fleet's turn, and reports made so far: together they say which report of the fleet is next.
    @exclusivity(unchecked) var place = 0
    @exclusivity(unchecked) private var made = 0
    /// Reports that are due and not made.
    @exclusivity(unchecked) var due = 0

    init(index: Int, identity: VehicleIdentity, fleet: LoadLoop) {
        self.identity = identity
        self.fleet = fleet
        let configuration = fleet.configuration
        number = Array(identity.address.number.description.utf8)
        reports = LoadReports(seed: configuration.seed, index: index)
        template = ReportTemplate(address: identity.address, kind: configuration.reports)
        kept = KeptReports(limit: configuration.pace == .idle ? 1 : configuration.inFlight)
        delay = ReconnectDelay(seed: configuration.seed, index: index)
    }

    private var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    // MARK: Connection

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        if self.context === context { self.context = nil }
    }

    func channelActive(context: ChannelHandlerContext) {
        guard !hasLeft else {
            context.close(promise: nil)
            return
        }
        connectedAt = now
        answers = AnswerReader()
        out.clear()
        // A window of its own that it does not use: here it only signs in.
        var terminal = SimulatedTerminal(inFlight: 1, code: code, serial: serial)
        let action = terminal.connected()
        login = terminal
        perform(action)
        flush()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if self.context === context { lost() }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func lost() {
        context = nil
        if isAdmitted { fleet.tally.connected -= 1 }
        if wasAdmitted && !hasLeft { fleet.tally.connectionsLost += 1 }
        isAdmitted = false
        login = nil
        connectAgain()
    }

    /// Connects after a while, unless the run is over.
    func connectAgain() {
        guard !hasLeft else { return }
        fleet.connect(self, after: delay.next())
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answers.append(unwrapInboundIn(data))
        let now = now
        answeredAt = now
        while let answer = answers.next() {
            switch answer {
            case .general(let answer): take(answer, now: now)
            case .registration(let answer):
                if answer.result == .done { code = answer.authenticationCode }
                if let action = login?.received(answer) { perform(action) } else { fleet.tally.unexpected += 1 }
            case .other: fleet.tally.unexpected += 1
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        sendWhatMay(now: now)
        context.fireChannelReadComplete()
    }

    @inline(__always)
    private func take(_ answer: GeneralAnswer, now: UInt64) {
        if answer.messageID == template.messageID, let entry = kept.settle(serial: answer.serial) {
            settled(entry, answer.result, now: now)
        } else if let action = login?.received(answer) {
            perform(action)
        } else if answer.messageID == .heartbeat {
            fleet.tally.heartbeatsAnswered += 1
        } else {
            fleet.tally.unexpected += 1
        }
    }

    @inline(__always)
    private func settled(_ entry: KeptReports.Entry, _ result: GeneralAnswer.Result, now: UInt64) {
        guard result == .done else {
            fleet.tally.refused[result.rawValue, default: 0] += 1
            return
        }
        fleet.tally.acknowledged += 1
        fleet.tally.latency.record(nanoseconds: now - min(now, entry.dueAt))
        if let log = fleet.log {
            fleet.logged {
                () throws(FleetError) in
                try log.append(
                    number: number, serial: entry.serial, unixSeconds: entry.reading.position.time.unixSeconds ?? 0,
                    bodyHash: template.bodyChecksum(entry.reading))
            }
        }
    }

    // MARK: Signing in

    private func perform(_ action: SimulatedTerminal.Action) {
        switch action {
        case .sendRegistration(let serial): out.writeRegistration(of: identity, serial: serial)
        case .sendAuthentication(let code, let serial):
            out.writeAuthentication(of: identity, code: code, serial: serial)
        case .becomeReady: admitted()
        case .close(let end): refused(end)
        case .countUnexpected: fleet.tally.unexpected += 1
        case .none, .sendReport, .storeReport, .sendBatch, .sendHeartbeat, .count: break
        }
        flush()
    }

    private func admitted() {
        serial = login?.serial ?? serial
        login = nil
        isAdmitted = true
        delay.reset()
        fleet.tally.connected += 1
        if wasAdmitted { fleet.tally.reconnects += 1 }
        let now = now
        answeredAt = now
        sentAt = now
        kept.forEach { entry in
            template.write(entry.reading, serial: entry.serial, into: &out)
            fleet.tally.retransmitted += 1
        }
        flush()
        guard !wasAdmitted else { return }
        wasAdmitted = true
        fleet.decided(self, refusal: nil)
    }

    private func refused(_ end: SimulatedTerminal.End) {
        // The code may be of a time before; next time it registers.
        code = nil
        giveUp(because: Self.describe(end))
        context?.close(promise: nil)
    }

    /// Takes no part unless it was admitted before.
    func giveUp(because reason: String = "no answer to registration or authentication") {
        guard !wasAdmitted, !hasLeft else { return }
        fleet.decided(self, refusal: reason)
        leave()
    }

    private static func describe(_ end: SimulatedTerminal.End) -> String {
        switch end {
        case .done, .connectionClosed: "connection closed by the gateway"
        case .registrationRefused(let result): "registration refused with result \(result.rawValue)"
        case .authenticationRefused(let result): "authentication refused with result \(result.rawValue)"
        }
    }

    // MARK: Reporting

    /// Makes and sends what is due, as far as the window is open.
    func sendWhatMay(now: UInt64) {
        guard isAdmitted else { return }
        let mayStart = kept.count == 0
        let before = made
        while due > 0, kept.hasRoom(for: serial) {
            let dueAt = fleet.dueAt(place: place, report: made) ?? now
            let reading = reports.next(at: fleet.unixSeconds(at: dueAt))
            kept.keep(reading, serial: serial, dueAt: dueAt)
            template.write(reading, serial: serial, into: &out)
            serial &+= 1
            made += 1
            due -= 1
        }
        guard made > before else { return }
        fleet.made(made - before)
        if mayStart { answeredAt = now }
        sentAt = now
        flush()
    }

    /// Looks after the connection; once a second.
    func tick(now: UInt64) {
        guard context != nil else { return }
        let configuration = fleet.configuration
        if !isAdmitted {
            if Self.isOver(connectedAt, LoadConfiguration.loginSeconds, now) { context?.close(promise: nil) }
        } else if kept.count > 0 && Self.isOver(answeredAt, configuration.answerSeconds, now) {
            context?.close(promise: nil)
        } else if Self.isOver(sentAt, configuration.heartbeatSeconds, now) {
            out.writeFrame(.heartbeat, from: identity.address, serial: serial)
            serial &+= 1
            sentAt = now
            fleet.tally.heartbeats += 1
            flush()
        }
    }

    private static func isOver(_ start: UInt64, _ seconds: Int, _ now: UInt64) -> Bool {
        now > start && now - start >= UInt64(seconds) * 1_000_000_000
    }

    private func flush() {
        guard out.readableBytes > 0, let context else { return }
        context.writeAndFlush(wrapOutboundOut(out), promise: nil)
        // A socket that took all of it has let the storage go, and clearing keeps that; else NIO keeps it.
        out.clear(minimumCapacity: 0)
    }

    /// The run is over.
    func leave() {
        hasLeft = true
        context?.close(promise: nil)
    }
}
