import Downlink
import JTT808
import NIOCore
import Telemetry

/// Commands on their way to a terminal and the answers that come back; on the lane's loop like everything of the handler.
extension TerminalSessionHandler {
    // MARK: Sending, asked by DownlinkService

    /// Keeps serials for a command that is about to be taken in the database.
    /// - Returns: the first of them; nil when the connection ended, has too many commands waiting, or lost the terminal.
    func reserve(_ order: CommandOrder) -> UInt16? {
        guard isOpen, holds(order.address.number) else { return nil }
        let count = FrameWriter.frameCount(bodyOf: order.message.body.readableBytes)
        let first = serials(count)
        return commands.reserve(order, firstSerial: first) ? first : nil
    }

    func withdraw(_ order: CommandOrder) { commands.withdraw(order.commandID) }

    /// - Returns: false when the connection ended meanwhile.
    func send(_ order: CommandOrder) -> Bool {
        guard isOpen, let entry = commands.sent(order.commandID, now: .now) else { return false }
        write(entry)
        flushAnswers()
        return true
    }

    private func write(_ entry: OutstandingCommands.Entry, only numbers: [UInt16]? = nil) {
        write(entry.order.message, to: entry.order.address, firstSerial: entry.firstSerial, only: numbers)
    }

    // MARK: Answers

    /// A message that is kept raw in any case may be an answer: a position in it is a fix too, and a command may wait for it.
    @inline(__always)
    func takeAnswer(_ frame: Frame, _ identity: TerminalSession.Identity) {
        guard frame.header.package == nil, frame.header.encryption == 0 else { return }
        if frame.header.messageID == .locationAnswer { storeAnsweredLocation(frame, identity) }
        if !commands.isEmpty { takeReply(frame) }
    }

    private func storeAnsweredLocation(_ frame: Frame, _ identity: TerminalSession.Identity) {
        let body = frame.body.readableBytesSpan
        guard body.byteCount >= LocationAnswer.reportOffset else { return }
        let report = body.extracting(LocationAnswer.reportOffset..<body.byteCount)
        // What is too short for a position is kept raw all the same.
        try? lane.store(locationBody: report, of: identity, receivedAt: receivedAt, isBackfill: false)
    }

    private func takeReply(_ frame: Frame) {
        let reply = commands.take(
            frame.header.messageID, of: frame.header.address.number, body: frame.body.readableBytesSpan)
        switch reply {
        case .answered(let entry, let result):
            // A copy: a slice would hold the read buffer until the database has it.
            let body = ByteBuffer(bytes: frame.body.readableBytesView)
            lane.report(
                CommandEvent(
                    entry.order,
                    .answered(
                        messageID: frame.header.messageID, result: result, body: body, entry.order.edition,
                        at: receivedAt)))
        case .resend(let entry, let numbers): write(entry, only: numbers)
        case nil: break
        }
    }

    // MARK: Time and the end

    /// Once a second, while a command waits for its answer.
    func tickCommands() {
        var isUnheard = false
        for due in commands.due(now: .now, silence: .seconds(watch.silentSeconds)) {
            switch due {
            case .retransmit(let entry):
                write(entry)
                lane.report(CommandEvent(entry.order, .resent(waitSeconds: commands.waitSeconds(entry))))
            case .timedOut(let entry, let confirmed):
                let sent = entry.attempt == 1 ? "sent once" : "sent \(entry.attempt) times"
                let slices = confirmed > 0 ? "; \(confirmed) of \(entry.frameCount) slices were acknowledged" : ""
                lane.report(CommandEvent(entry.order, .timedOut(reason: "no answer: \(sent)" + slices)))
            case .unheard: isUnheard = true
            }
        }
        flushAnswers()
        // A link whose other end is gone says nothing. The terminal may be on another one, of another gateway too: with the end of this one the
        // command is queued again.
        if isUnheard { close(because: .unheard) }
    }

    /// The connection ended.
    func loseCommands() { lose(commands.end()) }

    /// The terminal left the connection.
    func loseCommands(of number: TerminalNumber) { lose(commands.end(of: number)) }

    private func lose(_ orders: [CommandOrder]) {
        for order in orders { lane.report(CommandEvent(order, .lost)) }
    }
}
