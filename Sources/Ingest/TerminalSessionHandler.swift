import Downlink
import JTT808
import Logging
import NIOCore
import Registry
import Telemetry
import TelemetryStore

/// One terminal's connection: cuts frames, asks the session what to do, and does it. Everything happens on the lane's loop.
final class TerminalSessionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// A refused terminal's connection stays open for so long: closed at once, it would come back at once.
    private static let refusalLinger: TimeAmount = .seconds(10)
    /// So many bytes of what cannot be decoded are kept: the longest lawful frame, escapes included.
    private static let rawLimit = FrameParser.longestLawfulStretch

    let lane: Lane
    @exclusivity(unchecked) private var context: ChannelHandlerContext?
    @exclusivity(unchecked) var place: SessionPlace?
    @exclusivity(unchecked) var session = TerminalSession()
    @exclusivity(unchecked) private var parser: FrameParser
    @exclusivity(unchecked) var watch: SessionWatch
    /// Commands that wait for the terminal's answer: see TerminalSessionHandler+Downlink.swift.
    @exclusivity(unchecked) var commands: OutstandingCommands
    /// Bytes of an unfinished frame.
    @exclusivity(unchecked) private var leftover = ByteBuffer()
    /// Answers that wait for the flush at the end of the turn.
    @exclusivity(unchecked) var answers = ByteBuffer()
    /// The platform's own serial, counted for each connection.
    @exclusivity(unchecked) private var serial: UInt16 = 0
    private var peer = ""
    private var address = ""

    /// A frame whose sender is being entered into the registry; nothing after it is looked at meanwhile.
    @exclusivity(unchecked) private var waitingFrame: Frame?
    /// Messages whose slices are not all there; nil until the first slice came.
    var slices: Reassembler?
    /// What 0x0801 get besides 0x8001 once they are durable.
    var mediaAnswers: [MessageKey: MediaDataAnswer] = [:]
    /// Messages that were put together and are not durable yet, with the serials of their first slices.
    var wholesOwed: [MessageKey: UInt16] = [:]
    private var isReadPaused = false
    private var isReadWanted = false
    @exclusivity(unchecked) var receiptsOwed = 0
    private var closesWhenSettled = false
    private var isCloseScheduled = false
    /// Why the connection ends, for the register of connections.
    private var endReason = ConnectionEvent.peerClosed
    @exclusivity(unchecked) var receivedAt = Instant(microseconds: 0)

    init(lane: Lane) {
        self.lane = lane
        parser = FrameParser(maximumLength: lane.limits.frameLength)
        watch = SessionWatch(lane.limits)
        commands = OutstandingCommands(lane.commandSchedule)
    }

    // MARK: Channel events

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        address = context.remoteAddress?.ipAddress ?? "?"
        peer = "\(address):\(context.remoteAddress?.port ?? 0)"
        if context.channel.isActive { join() }
    }

    func channelActive(context: ChannelHandlerContext) {
        join()
        context.fireChannelActive()
    }

    private func join() {
        guard place == nil else { return }
        place = lane.join(self, from: address)
        if place == nil { close() }
    }

    private func leave() {
        if let place { lane.leave(place, from: address, numbers: session.numbers, because: endReason) }
        place = nil
        forgetWaiting()
        dropSlices()
        if !commands.isEmpty { loseCommands() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        self.context = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lane.logger.debug("connection ended", metadata: ["peer": "\(peer)", "error": "\(error)"])
        context.close(promise: nil)
    }

    /// Backpressure: a read that cannot be taken now waits in the lane.
    func read(context: ChannelHandlerContext) {
        if let obstacle = lane.obstacle {
            isReadWanted = true
            pauseReading(because: obstacle)
        } else if let pause = watch.mustPause ?? (context.channel.isWritable ? nil : .answersUnread) {
            // Who does not read its answers is not read either: they would pile up.
            if !isReadWanted { lane.counts.pauses[pause, default: 0] += 1 }
            isReadWanted = true
        } else if waitingFrame != nil {
            isReadWanted = true
        } else {
            context.read()
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable && !isReadPaused { resumeReading() }
        context.fireChannelWritabilityChanged()
    }

    private func pauseReading(because obstacle: IngestMetrics.Pause) {
        guard !isReadPaused, let place else { return }
        isReadPaused = true
        lane.pause(place, because: obstacle)
    }

    func resumeReading() {
        isReadPaused = false
        guard isReadWanted, let context else { return }
        isReadWanted = false
        read(context: context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        lane.counts.bytesReceived += bytes.readableBytes
        if isReadWanted {
            // Nobody asked for these: the other side closed, and the event loop reads what the socket still holds, whatever its size. There
            // was no room for it, and the terminal, which has no answer, keeps it.
            lane.counts.bytesNotTaken += bytes.readableBytes
            return
        }
        watch.received(bytes: bytes.readableBytes)
        receivedAt = WallClock.now()
        if leftover.readableBytes > 0 {
            leftover.writeBuffer(&bytes)
            bytes = leftover
            leftover = ByteBuffer()
        }
        process(&bytes)
        keepLeftover(bytes)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flushAnswers()
        context.fireChannelReadComplete()
    }

    /// An own copy of the few bytes of an unfinished frame: a slice would hold the whole read buffer for as long as the
    /// terminal is silent.
    private func keepLeftover(_ bytes: ByteBuffer) {
        guard bytes.readableBytes > 0 else { return }
        var copy = context?.channel.allocator.buffer(capacity: bytes.readableBytes) ?? ByteBuffer()
        copy.writeImmutableBuffer(bytes)
        leftover = copy
    }

    // MARK: Frames

    private func process(_ bytes: inout ByteBuffer) {
        while waitingFrame == nil {
            switch parser.next(in: &bytes) {
            case .frame(let frame):
                lane.messages.received += 1
                watch.tookFrame()
                receive(frame)
            case .malformed(let error, let raw):
                lane.counts.malformed[error, default: 0] += 1
                // No answer: neither sender nor serial can be trusted.
                quarantine(reason: error.rawValue, frame: nil, terminalID: 0, raw: raw)
                if let verdict = watch.tookFault() {
                    close(because: .verdict(verdict))
                    return
                }
            case .junk(let count): lane.counts.junkBytes += count
            case .needMoreData: return
            }
        }
    }

    private func receive(_ frame: Frame) {
        let number = frame.header.address.number
        let generation = lane.directory.generation
        if let identity = session.identity(of: number, generation: generation) {
            perform(frame, from: identity)
            return
        }
        admit(frame, lane.directory.admission(of: number), generation: generation)
    }

    private func admit(_ frame: Frame, _ admission: TerminalDirectory.Admission?, generation: UInt64) {
        let number = frame.header.address.number
        switch admission {
        case .admitted(let entry):
            let form = frame.header.address.form
            let identity = TerminalSession.Identity(
                number: number, terminalID: entry.terminalID, needsCode: entry.needsCode,
                // The long header came with 2019; who has the short one may be of any edition.
                edition: form == .long ? .edition2019 : entry.edition ?? form.likelyEdition, profile: entry.profile)
            let admitted = session.admit(identity, generation: generation)
            // Who must still show its code may not push out who has. Nor may a forwarder, whose terminals may be on links of
            // their own too: each would close the other at every frame.
            if let place, admitted.mayDeliver, session.numbers.count == 1 {
                lane.claim(frame.header.address, terminalID: entry.terminalID, from: peer, at: place)
            }
            perform(frame, from: admitted)
        case .unknown: refuse(frame, because: .unknownTerminal)
        case .refused: refuse(frame, because: .refusedTerminal)
        case .mustEnter: enter(frame)
        case nil:
            // No answer: the terminal repeats it when the registry may be there again.
            lane.messages.refuse(.registryUnavailable)
        }
    }

    /// Suspends the connection until the registry has the terminal, so that its frames stay in order.
    private func enter(_ frame: Frame) {
        waitingFrame = frame
        lane.messages.waiting += 1
        // The registry may be away for hours, and connections come and go meanwhile: those that went are not held.
        let bound = NIOLoopBound(WeakHandler(value: self), eventLoop: lane.eventLoop)
        lane.directory.enter(frame.header.address.number) { [eventLoop = lane.eventLoop] admission, generation in
            eventLoop.execute { bound.value.value?.entered(admission, generation: generation) }
        }
    }

    private struct WeakHandler {
        weak var value: TerminalSessionHandler?
    }

    /// The connection ended before the registry had the terminal: it has no answer, and sends everything again.
    private func forgetWaiting() {
        guard waitingFrame != nil else { return }
        waitingFrame = nil
        leftover = ByteBuffer()
        lane.messages.waiting -= 1
        lane.messages.refuse(.registryUnavailable)
    }

    private func entered(_ admission: TerminalDirectory.Admission?, generation: UInt64) {
        guard let frame = waitingFrame else { return }
        waitingFrame = nil
        lane.messages.waiting -= 1
        admit(frame, admission, generation: generation)
        var bytes = leftover
        leftover = ByteBuffer()
        process(&bytes)
        keepLeftover(bytes)
        flushAnswers()
        if !isReadPaused { resumeReading() }
    }

    @inline(__always)
    func perform(_ frame: Frame, from identity: TerminalSession.Identity, isInSlices: Bool = false) {
        switch TerminalSession.action(for: frame.header, from: identity) {
        case .storeLocation: settle(frame, identity, isKept: keepLocation(frame, identity))
        case .storeLocationBatch: settle(frame, identity, isKept: keepLocationBatch(frame, identity))
        case .storePassthrough:
            keepPassthrough(frame, identity)
            owe(frame, .done)
        case .storeCompressed:
            keepCompressed(frame, identity)
            owe(frame, .done)
        case .storeMedia: storeMedia(frame, identity, isInSlices: isInSlices)
        case .storeMessage(let result):
            lane.store(message: frame, terminalID: identity.terminalID)
            takeAnswer(frame, identity)
            owe(frame, result)
        case .answer(let result):
            lane.messages.answered += 1
            answer(frame, result)
        case .answerServerTime:
            lane.messages.answered += 1
            answerServerTime(frame)
        case .register: register(frame, identity)
        case .checkCode: checkCode(frame, identity)
        case .deregister: deregister(frame)
        case .takeSlice: takeSlice(frame, identity)
        case .refusePackage(let isAnswered): refuseSlice(frame, identity, isAnswered: isAnswered)
        case .refuse(let isAnswered):
            lane.messages.refuse(.notAuthenticated)
            if isAnswered { answer(frame, .failed) }
            closeAfterRefusal()
        }
    }

    @inline(__always)
    private func settle(_ frame: Frame, _ identity: TerminalSession.Identity, isKept: Bool) {
        if isKept { owe(frame, .done) } else { refuseBody(frame, identity) }
    }

    func quarantinePart(
        of frame: Frame, because error: BodyError = .length, from start: Int, to end: Int,
        _ identity: TerminalSession.Identity
    ) {
        let reason =
            switch error {
            case .version: "record_version"
            case .kind: "record_kind"
            default: IngestMetrics.Refusal.bodyLength.rawValue
            }
        let raw = frame.body.getSlice(at: frame.body.readerIndex + start, length: end - start) ?? ByteBuffer()
        quarantine(reason: reason, frame: frame, terminalID: identity.terminalID, raw: raw)
    }

    /// The frame is sound, its body is not what the id promises: result 2, kept raw.
    func refuseBody(_ frame: Frame, _ identity: TerminalSession.Identity) {
        lane.messages.refuse(.bodyLength)
        quarantine(
            reason: IngestMetrics.Refusal.bodyLength.rawValue, frame: frame, terminalID: identity.terminalID,
            raw: frame.body)
        answer(frame, .messageIsWrong)
    }

    func quarantine(reason: String, frame: Frame?, terminalID: Int64, raw: ByteBuffer) {
        lane.quarantine(
            QuarantineRecord(
                receivedAt: receivedAt, terminalID: terminalID, messageID: frame?.header.messageID,
                serial: frame?.header.serial, reason: reason, peer: peer,
                raw: raw.getSlice(at: raw.readerIndex, length: min(raw.readableBytes, Self.rawLimit)) ?? raw))
    }

    // MARK: Session messages

    private func register(_ frame: Frame, _ identity: TerminalSession.Identity) {
        let address = frame.header.address
        let registration: Registration
        do throws(BodyError) {
            registration = try Registration(body: frame.body.readableBytesSpan, form: address.form)
        } catch {
            refuseBody(frame, identity)
            return
        }
        let facts = ReportedFacts(registration, form: address.form)
        if let edition = facts.protocolVersion.flatMap(Edition.init) { session.showedEdition(address.number, edition) }
        lane.directory.record(facts, for: address.number)
        lane.store(message: frame, terminalID: identity.terminalID)
        lane.owe(nil)
        write(
            RegistrationAnswer(
                serial: frame.header.serial, result: .done,
                authenticationCode: lane.directory.codes.code(for: address.number)),
            to: address)
    }

    private func checkCode(_ frame: Frame, _ identity: TerminalSession.Identity) {
        let address = frame.header.address
        let authentication = Authentication(body: frame.body.readableBytesSpan, form: address.form)
        let isRight = !identity.needsCode || lane.directory.codes.accepts(authentication.code, for: address.number)
        session.showedCode(address.number, isRight: isRight)
        if isRight {
            if let place { lane.claim(address, terminalID: identity.terminalID, from: peer, at: place) }
            if let device = authentication.device { lane.directory.record(ReportedFacts(device), for: address.number) }
            lane.messages.answered += 1
            answer(frame, .done)
        } else {
            lane.messages.refuse(.wrongCode)
            answer(frame, .failed)
            closeAfterRefusal()
        }
    }

    private func refuse(_ frame: Frame, because reason: IngestMetrics.Refusal) {
        lane.messages.refuse(reason)
        _ = forget(frame.header.address.number, because: .refused)
        if frame.header.messageID == .registration {
            write(RegistrationAnswer(serial: frame.header.serial, result: .noSuchTerminal), to: frame.header.address)
        } else if frame.header.messageID.answerRule != .none {
            answer(frame, .failed)
        }
        closeAfterRefusal()
    }

    private func closeAfterRefusal() {
        // One timer a connection, whatever a refused terminal goes on sending.
        guard let context, !isCloseScheduled, !session.hasDeliverer else { return }
        isCloseScheduled = true
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.refusalLinger) {
            self.isCloseScheduled = false
            if !self.session.hasDeliverer { self.close(because: .refused) }
        }
    }

    /// - Returns: whether no terminal is left on this connection.
    private func forget(_ number: TerminalNumber, because reason: IngestMetrics.Closure) -> Bool {
        if let place { lane.release(number, at: place, because: reason.label) }
        return session.forget(number)
    }

    private func deregister(_ frame: Frame) {
        lane.messages.answered += 1
        answer(frame, .done)
        guard forget(frame.header.address.number, because: .deregistered) else { return }
        closesWhenSettled = true
        closeIfSettled()
    }

    // MARK: Answers

    /// 0x8001 at once.
    func answer(_ frame: Frame, _ result: GeneralAnswer.Result) {
        let answer = GeneralAnswer(serial: frame.header.serial, messageID: frame.header.messageID, result: result)
        answer.writeFrame(to: frame.header.address, serial: nextSerial(), into: &answers)
    }

    /// 0x8001 once what was stored is durable; with nil what was stored becomes durable all the same.
    @inline(__always)
    func owe(_ frame: Frame, _ result: GeneralAnswer.Result?) {
        guard let result, let place else {
            lane.owe(nil)
            return
        }
        receiptsOwed += 1
        lane.owe(Self.receipt(for: frame, result, at: place))
    }

    @inline(__always)
    private static func receipt(for frame: Frame, _ result: GeneralAnswer.Result, at place: SessionPlace) -> Receipt {
        Receipt(
            session: place, address: frame.header.address,
            answer: GeneralAnswer(serial: frame.header.serial, messageID: frame.header.messageID, result: result))
    }

    /// For an answer that is owed later than at the end of this turn; nil when the connection is gone.
    func receipt(for frame: Frame, _ result: GeneralAnswer.Result) -> Receipt? {
        guard let place else { return nil }
        receiptsOwed += 1
        return Self.receipt(for: frame, result, at: place)
    }

    /// Puts the answer with the others.
    /// - Returns: whether it is the first one since the last flush.
    func acknowledge(_ receipt: Receipt) -> Bool {
        let isFirst = answers.readableBytes == 0
        receipt.answer.writeFrame(to: receipt.address, serial: nextSerial(), into: &answers)
        if receipt.answer.messageID == .mediaData { answerMedia(receipt) }
        if !wholesOwed.isEmpty {
            wholesOwed.removeValue(
                forKey: MessageKey(number: receipt.address.number, serial: receipt.answer.serial))
        }
        receiptsOwed -= 1
        return isFirst
    }

    private func answerMedia(_ receipt: Receipt) {
        let key = MessageKey(number: receipt.address.number, serial: receipt.answer.serial)
        guard let answer = mediaAnswers.removeValue(forKey: key) else { return }
        let edition: Edition = answer.serial == nil ? .edition2013 : .edition2011
        write(.mediaDataAnswer, to: receipt.address) { answer.encode(into: &$0, edition: edition) }
    }

    func flushAnswers() {
        if answers.readableBytes > 0, let context {
            let bytes = answers
            answers = ByteBuffer()
            context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        }
        closeIfSettled()
    }

    private func answerServerTime(_ frame: Frame) {
        guard let time = TerminalTime(wallClockSeconds: WallClock.now().microseconds / 1_000_000) else { return }
        write(.serverTime, to: frame.header.address, ServerTime(time: time).encode)
    }

    private func write(_ answer: RegistrationAnswer, to address: TerminalAddress) {
        write(.registrationAnswer, to: address, answer.encode)
    }

    func write(_ id: MessageID, to address: TerminalAddress, _ encode: (inout ByteBuffer) -> Void) {
        do {
            try FrameWriter.write(id, to: address, serial: nextSerial(), into: &answers, encode: encode)
        } catch {
            lane.logger.error("an answer is too long to be sent", metadata: ["message": "\(id)", "error": "\(error)"])
        }
    }

    func nextSerial() -> UInt16 {
        defer { serial &+= 1 }
        return serial
    }

    // MARK: Commands

    /// The first of so many serials in a row.
    func serials(_ count: Int) -> UInt16 {
        defer { serial &+= UInt16(truncatingIfNeeded: count) }
        return serial
    }

    /// Whether something can be sent.
    var isOpen: Bool { context != nil && place != nil }

    /// Whether the terminal is on this connection and no newer one.
    func holds(_ number: TerminalNumber) -> Bool { place.map { lane.holds(number, at: $0) } ?? false }

    /// Puts a command with the answers.
    /// - Parameter numbers: only these slices; nil: all.
    func write(_ message: CommandMessage, to address: TerminalAddress, firstSerial: UInt16, only numbers: [UInt16]?) {
        let body = message.body.readableBytesSpan
        do {
            try FrameWriter.writeSliced(
                message.id, to: address, serial: firstSerial, body: body, only: numbers, into: &answers)
        } catch {
            lane.logger.error(
                "a command is too long to be sent", metadata: ["message": "\(message.id)", "error": "\(error)"])
        }
    }

    // MARK: The end

    /// Once a second, from the lane.
    func tick() {
        lookAfterSlices()
        if !commands.isEmpty { tickCommands() }
        let isHeld = isReadPaused || waitingFrame != nil || receiptsOwed > 0 || watch.mustPause != nil
        if let verdict = watch.tick(isHeld: isHeld, hasDeliverer: session.hasDeliverer) {
            close(because: .verdict(verdict))
        } else if isReadWanted && !isReadPaused {
            // It may have waited for this second.
            resumeReading()
        }
    }

    /// The terminal is on another connection now. Nothing more is sent here; what was read is stored all the same.
    func superseded(for number: TerminalNumber) {
        // It may have claimed the terminal back before this came.
        if let place, lane.holds(number, at: place) { return }
        if !commands.isEmpty { loseCommands(of: number) }
        if session.forget(number) { close(because: .superseded) }
    }

    func close(because reason: IngestMetrics.Closure) {
        lane.counts.connectionsClosed[reason, default: 0] += 1
        endReason = reason.label
        close()
    }

    /// The gateway stops.
    func closeSinceStopped() {
        endReason = ConnectionEvent.stopped
        close()
    }

    func close() { context?.close(promise: nil) }

    private func closeIfSettled() {
        guard closesWhenSettled, receiptsOwed == 0, answers.readableBytes == 0 else { return }
        closesWhenSettled = false
        close(because: .deregistered)
    }
}
