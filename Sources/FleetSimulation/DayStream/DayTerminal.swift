import JTT808
import NIOCore

/// One terminal of a simulated day: signs in, sends its messages in their order, keeps what is not acknowledged, and when a
/// connection is lost connects again and sends that once more. Everything happens on the fleet's loop.
final class DayTerminal: Redialing {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// So many messages later the second copy of a repeated one follows.
    private static let repeatAfter = 5

    private let identity: VehicleIdentity
    private let fleet: DayLoop
    private var source: DaySource
    private var writer: DayWriter
    private var context: ChannelHandlerContext?
    private var window: DayWindow
    private var answers = AnswerReader()
    /// The message that leaves next; nil at the end of the day.
    private var upcoming: DayMessage?
    /// Serials of what is to be sent a second time, and after how many more messages.
    private var repeats: [(serial: UInt16, after: Int)] = []
    /// Frames that leave with the next flush.
    private var out = ByteBuffer()
    /// Registration and authentication; nil without a connection and once it is admitted.
    private var login: SimulatedTerminal?
    private var code: WireText?
    private var delay: ReconnectDelay
    private var serial: UInt16 = 0
    private var isAdmitted = false
    private var wasAdmitted = false
    private var hasLeft = false
    /// Clock times in nanoseconds: of the connection, of the last answer or of the first message that waits for one, of the last
    /// frame sent.
    private var connectedAt: UInt64 = 0
    private var answeredAt: UInt64 = 0
    private var sentAt: UInt64 = 0

    init(index: Int, identity: VehicleIdentity, source: DaySource, fleet: DayLoop) {
        self.identity = identity
        self.fleet = fleet
        self.source = source
        writer = DayWriter(address: identity.address)
        window = DayWindow(limit: fleet.configuration.inFlight)
        delay = ReconnectDelay(seed: fleet.configuration.day.seed, index: index)
        upcoming = self.source.next()
    }

    private var now: UInt64 { NIODeadline.now().uptimeNanoseconds }
    /// Nothing is left to send, and everything is acknowledged.
    var isDone: Bool { hasLeft || upcoming == nil && window.count == 0 }
    /// Second of the day of what leaves next.
    var nextAt: Int? { upcoming?.sentAt }
    var isOwed: Bool { window.count > 0 }

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
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        if self.context === context { lost() }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func lost() {
        context = nil
        if wasAdmitted && !hasLeft { fleet.tally.connectionsLost += 1 }
        isAdmitted = false
        login = nil
        repeats = []
        connectAgain()
    }

    /// Connects after a while, unless the day is over.
    func connectAgain() {
        guard !hasLeft else { return }
        fleet.connect(self, after: delay.next())
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answers.append(unwrapInboundIn(data))
        answeredAt = now
        while let answer = answers.next() {
            switch answer {
            case .general(let answer): take(answer)
            case .registration(let answer):
                if answer.result == .done { code = answer.authenticationCode }
                if let action = login?.received(answer) { perform(action) } else { fleet.tally.unexpected += 1 }
            case .other: fleet.tally.unexpected += 1
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        sendWhatMay()
        if isDone { fleet.lookForTheEnd() }
        context.fireChannelReadComplete()
    }

    @inline(__always)
    private func take(_ answer: GeneralAnswer) {
        if login == nil, answer.messageID != .heartbeat {
            let (message, isExpected) = window.settle(serial: answer.serial)
            if !isExpected { fleet.tally.unexpected += 1 }
            guard message != nil else { return }
            if answer.result == .done {
                fleet.tally.acknowledged += 1
            } else {
                fleet.tally.refused[answer.result.rawValue, default: 0] += 1
            }
        } else if let action = login?.received(answer) {
            perform(action)
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
        answeredAt = now
        window.sendAgain { entry in
            write(entry.message, serial: entry.serial)
            fleet.tally.retransmitted += 1
        }
        guard !wasAdmitted else { return }
        wasAdmitted = true
        fleet.decided(refusal: nil)
    }

    private func refused(_ end: SimulatedTerminal.End) {
        // The code may be of a time before; next time it registers.
        code = nil
        switch end {
        case .done, .connectionClosed: giveUp(because: "connection closed by the gateway")
        case .registrationRefused(let result): giveUp(because: "registration refused with result \(result.rawValue)")
        case .authenticationRefused(let result):
            giveUp(because: "authentication refused with result \(result.rawValue)")
        }
        context?.close(promise: nil)
    }

    /// Takes no part unless it was admitted before.
    func giveUp(because reason: String = "no answer to registration or authentication") {
        guard !wasAdmitted, !hasLeft else { return }
        leave()
        fleet.decided(refusal: reason)
    }

    // MARK: Messages

    /// Sends what has its time, as far as the window is open.
    func sendWhatMay() {
        guard isAdmitted, fleet.second >= 0 else { return }
        let isFirst = window.count == 0
        while let message = upcoming, message.sentAt <= fleet.second, window.hasRoom(for: serial) {
            send(message)
            upcoming = source.next()
        }
        if upcoming == nil || window.count == window.limit {
            while !repeats.isEmpty { sendRepeat() }
        }
        guard out.readableBytes > 0 else { return }
        sentAt = now
        if isFirst { answeredAt = sentAt }
        flush()
    }

    private func send(_ message: DayMessage) {
        window.keep(message, serial: serial)
        write(message, serial: serial)
        fleet.tally.messages += 1
        fleet.tally.reports += message.reports
        fleet.tally.records += message.records
        for index in repeats.indices { repeats[index].after -= 1 }
        while let first = repeats.first, first.after <= 0 { sendRepeat() }
        if message.isRepeated { repeats.append((serial, Self.repeatAfter)) }
        serial &+= 1
    }

    private func sendRepeat() {
        let serial = repeats.removeFirst().serial
        guard let entry = window.entry(serial) else { return }
        write(entry.message, serial: serial)
        fleet.tally.repeated += 1
    }

    private func write(_ message: DayMessage, serial: UInt16) { writer.write(message, serial: serial, into: &out) }

    /// Looks after the connection; once a second.
    func tick(now: UInt64) {
        guard context != nil else { return }
        let configuration = fleet.configuration
        if !isAdmitted {
            if Self.isOver(connectedAt, LoadConfiguration.loginSeconds, now) { context?.close(promise: nil) }
        } else if window.count > 0 && Self.isOver(answeredAt, configuration.answerSeconds, now) {
            context?.close(promise: nil)
        } else if Self.isOver(max(sentAt, connectedAt), configuration.heartbeatSeconds, now) {
            out.writeFrame(.heartbeat, from: identity.address, serial: serial)
            serial &+= 1
            sentAt = now
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

    /// The day is over.
    func leave() {
        hasLeft = true
        context?.close(promise: nil)
    }
}
