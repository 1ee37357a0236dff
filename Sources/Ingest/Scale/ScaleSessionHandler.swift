import Logging
import NIOCore
import TagReader
import Telemetry
import TelemetryStore
import WeighScale

/// One connection of a scale or reader: asks the session what came, and has the rows and counts made of it. Everything happens
/// on the lane's loop.
final class ScaleSessionHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// A stranger's connection stays open for so many seconds: closed at once, it would come back at once.
    private static let refusalLingerSeconds = 10
    /// A link without a byte for so many seconds has fallen silent. DTUs hold bytes back for less.
    private static let silentSeconds = 2

    private let lane: Lane
    private let connection: UInt64
    private let portDialect: String?
    @exclusivity(unchecked) private var context: ChannelHandlerContext?
    @exclusivity(unchecked) private var session = ScaleSession(from: nil)
    @exclusivity(unchecked) private var watch: SessionWatch
    @exclusivity(unchecked) private var stand: ScaleStand?
    @exclusivity(unchecked) private var generation: UInt64 = 0
    @exclusivity(unchecked) private var receivedAt = Instant(microseconds: 0)
    private var code = ""
    private var terminalID: Int64 = 0
    private var peer = ""
    private var address = ""
    private var hasJoined = false
    private var isReadPaused = false
    private var isReadWanted = false
    private var secondsSilent = 0
    private var secondsLeft: Int?
    /// A faulty stretch of this second was kept: one device that sends garbage leaves the quota to the others.
    private var hasKeptFault = false
    private var poll: ScaleProfile.Poll?
    private var pollTask: RepeatedTask?

    init(lane: Lane, portDialect: String?) {
        self.lane = lane
        self.portDialect = portDialect
        connection = lane.stands.nextConnection()
        watch = SessionWatch(lane.limits)
    }

    // MARK: Channel events

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        address = context.remoteAddress?.ipAddress ?? "?"
        peer = "\(address):\(context.remoteAddress?.port ?? 0)"
        session = ScaleSession(from: IPAddress(address), portDialect: portDialect)
        if context.channel.isActive { join() }
    }

    func channelActive(context: ChannelHandlerContext) {
        join()
        context.fireChannelActive()
    }

    private func join() {
        guard !hasJoined else { return }
        lane.scales.counts.accepted += 1
        if let refusal = lane.budget.take(address) {
            lane.scales.counts.noRoom[refusal, default: 0] += 1
            close()
            return
        }
        hasJoined = true
        lane.scales.join(self, as: connection)
    }

    private func leave() {
        pollTask?.cancel()
        pollTask = nil
        guard hasJoined else { return }
        hasJoined = false
        lane.scales.leave(connection)
        lane.budget.giveBack(address)
    }

    func channelInactive(context: ChannelHandlerContext) {
        // A number that waits for the next `=` is whole when the link ends.
        if session.isIdentified, lane.obstacle == nil {
            receivedAt = WallClock.now()
            session.fellSilent()
            work()
        }
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        leave()
        self.context = nil
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        lane.logger.debug("connection of a scale ended", metadata: ["peer": "\(peer)", "error": "\(error)"])
        context.close(promise: nil)
    }

    /// Backpressure: a read that cannot be taken now waits in the lane.
    func read(context: ChannelHandlerContext) {
        if let obstacle = lane.obstacle {
            isReadWanted = true
            guard !isReadPaused else { return }
            isReadPaused = true
            lane.counts.pauses[obstacle, default: 0] += 1
            lane.scales.pause(connection)
        } else if let pause = watch.mustPause {
            if !isReadWanted { lane.counts.pauses[pause, default: 0] += 1 }
            isReadWanted = true
        } else {
            context.read()
        }
    }

    func resumeReading() {
        isReadPaused = false
        guard isReadWanted, let context else { return }
        isReadWanted = false
        read(context: context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        lane.scales.counts.bytes += bytes.readableBytes
        if isReadWanted, lane.obstacle != nil {
            // Nobody asked for these: the other side closed, and the event loop reads what the socket still holds, whatever its size, though
            // there is no room for it. With room they are taken beyond the connection's share: a scale says everything once.
            lane.scales.counts.bytesNotTaken += bytes.readableBytes
            return
        }
        watch.received(bytes: bytes.readableBytes)
        receivedAt = WallClock.now()
        secondsSilent = 0
        if session.isRefused {
            lane.scales.counts.junkBytes += bytes.readableBytes
            return
        }
        session.receive(&bytes)
        work()
    }

    // MARK: What came

    private func work() {
        let now = lane.directory.generation
        if now != generation {
            generation = now
            if session.isIdentified { perform(session.registryChanged(lane.directory.scales)) }
        }
        while perform(session.next(in: lane.directory.scales)) {}
        let taken = session.takeTaken()
        lane.scales.counts.heartbeats += taken.heartbeats
        lane.scales.counts.registrations += taken.registrations
    }

    /// - Returns: whether there may be more to do.
    @discardableResult
    private func perform(_ action: ScaleSession.Action) -> Bool {
        switch action {
        case .step(let step): return perform(step)
        case .identified(let profile): identified(profile)
        case .refused(let refusal, let first): refused(refusal, first)
        case .wait: return false
        }
        return true
    }

    @inline(__always)
    private func perform(_ step: ScaleStream.Step) -> Bool {
        switch step {
        case .reading(let reading, let raw):
            watch.tookFrame()
            lane.scales.counts.readings += 1
            guard let outcome = stand?.take(reading, at: receivedAt, by: connection) else { return superseded() }
            store(outcome, raw)
        case .sighting(let sighting, let raw):
            watch.tookFrame()
            lane.scales.counts.sightings += 1
            guard let outcome = stand?.take(sighting, at: receivedAt, by: connection) else { return superseded() }
            guard let read = outcome else {
                lane.scales.counts.repeats += 1
                return true
            }
            lane.scales.counts.tagReads += 1
            lane.store(read, raw: sighting.isCheckRight ? nil : raw)
        case .notice:
            watch.tookFrame()
            lane.scales.counts.notices += 1
        case .malformed(let reason, let raw): return malformed(reason, raw)
        case .junk(let count): lane.scales.counts.junkBytes += count
        case .needMoreData: return false
        }
        return true
    }

    @inline(__always)
    private func store(_ outcome: ScaleRecorder.Outcome, _ raw: ByteBuffer) {
        if let sample = outcome.sample {
            lane.scales.counts.samples += 1
            lane.store(sample, raw: nil)
        }
        for weighing in outcome.weighings {
            lane.scales.counts.weighings += 1
            lane.store(weighing, raw: raw)
        }
        for event in outcome.events { note(event) }
    }

    private func note(_ event: WeighingEvent) {
        if let event = ScaleMetrics.Event(event) { lane.scales.counts.events[event, default: 0] += 1 }
        switch event {
        case .neverSettles(let unsettled):
            lane.logger.warning(
                "scale does not settle", metadata: ["scale": "\(code)", "readings": "\(unsettled.readings)"])
        case .zeroDrift(let grams, let isBeyondLimit, _):
            lane.logger.info(
                "scale rests beside zero",
                metadata: ["scale": "\(code)", "grams": "\(grams)", "beyond.limit": "\(isBeyondLimit)"])
        case .overRange: lane.logger.info("scale is over its range", metadata: ["scale": "\(code)"])
        default: break
        }
    }

    private func malformed(_ reason: String, _ raw: ByteBuffer) -> Bool {
        lane.scales.counts.malformed[reason, default: 0] += 1
        keep("scale_" + reason, raw)
        guard let verdict = watch.tookFault() else { return true }
        close(because: .init(verdict))
        return false
    }

    private func keep(_ reason: String, _ raw: ByteBuffer) {
        guard !hasKeptFault else {
            lane.scales.counts.suppressed += 1
            return
        }
        hasKeptFault = true
        // An own copy: a slice would be copied whole at the next write to its buffer.
        lane.quarantine(
            QuarantineRecord(
                receivedAt: receivedAt, terminalID: terminalID, reason: reason, peer: peer,
                raw: ByteBuffer(bytes: raw.readableBytesView)))
    }

    // MARK: Who speaks

    private func identified(_ profile: ScaleProfile) {
        if code.isEmpty {
            lane.logger.info("scale is connected", metadata: ["scale": "\(profile.code)", "peer": "\(peer)"])
        }
        code = profile.code
        terminalID = profile.terminalID
        generation = lane.directory.generation
        if let stand {
            // Settings that changed do not take the scale back from a newer connection.
            if !stand.take(profile, by: connection) { _ = superseded() }
        } else {
            stand = lane.stands.claim(profile, by: connection)
        }
        guard profile.poll != poll else { return }
        poll = profile.poll
        pollTask?.cancel()
        pollTask = nil
        guard let poll, let context else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        pollTask = context.eventLoop.scheduleRepeatedTask(
            initialDelay: .zero, delay: .milliseconds(Int64(poll.intervalMs))
        ) { _ in bound.value.ask() }
    }

    private func ask() {
        // Who does not read what it is asked is not asked more.
        guard let context, context.channel.isWritable, let poll else { return }
        lane.scales.counts.polls += 1
        context.writeAndFlush(wrapOutboundOut(poll.command), promise: nil)
    }

    private func refused(_ refusal: ScaleSession.Refusal, _ first: ByteBuffer) {
        lane.scales.counts.refused[refusal, default: 0] += 1
        pollTask?.cancel()
        pollTask = nil
        secondsLeft = Self.refusalLingerSeconds
        if first.readableBytes > 0 { keep("scale_" + refusal.rawValue, first) }
        guard lane.scales.mayLog() else { return }
        lane.logger.notice(
            "device is not taken as a scale",
            metadata: [
                "reason": "\(refusal.rawValue)", "peer": "\(peer)", "scale": "\(code)",
                "first":
                    "\(first.readableBytesView.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())",
            ])
    }

    // MARK: The end

    /// Once a second, from the lane.
    func tick() {
        hasKeptFault = false
        if let left = secondsLeft {
            secondsLeft = left - 1
            if left <= 1 {
                close(because: .refused)
                return
            }
        }
        if let stand, !stand.isHeld(by: connection) {
            _ = superseded()
            return
        }
        let isHeld = isReadPaused || watch.mustPause != nil
        secondsSilent = isHeld ? 0 : secondsSilent + 1
        if let verdict = watch.tick(isHeld: isHeld, hasDeliverer: session.isIdentified || session.isRefused) {
            close(because: .init(verdict))
            return
        }
        receivedAt = WallClock.now()
        if secondsSilent == Self.silentSeconds { session.fellSilent() }
        // Also when nothing comes: the registry may have changed.
        work()
        if isReadWanted && !isReadPaused { resumeReading() }
    }

    /// The scale is on a newer connection.
    private func superseded() -> Bool {
        close(because: .superseded)
        return false
    }

    private func close(because reason: ScaleMetrics.Closure) {
        guard let context, context.channel.isActive else { return }
        lane.scales.counts.closed[reason, default: 0] += 1
        close()
    }

    func close() { context?.close(promise: nil) }
}
