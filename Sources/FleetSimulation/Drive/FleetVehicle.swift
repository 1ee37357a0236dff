import JTT808
import NIOCore

/// One vehicle on one connection: performs what its ``SimulatedTerminal`` says. Everything happens on the fleet's loop.
final class FleetVehicle: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let index: Int
    private let identity: VehicleIdentity
    private let fleet: FleetLoop
    private var context: ChannelHandlerContext?
    private var vehicle: SimulatedVehicle
    private var terminal: SimulatedTerminal
    private var template: ReportTemplate
    private var answers = AnswerReader()
    /// Frames that leave with the next flush.
    private var out = ByteBuffer()
    /// Reports without a link, oldest first.
    private var stored: CircularBuffer<LocationReport> = []
    /// Device time of the next report, Unix seconds.
    private var reportTime: Int64 = 0
    private var burstLeft = 0
    private var timers: [RepeatedTask] = []
    private var deadline: Scheduled<Void>?
    private var hasReported = false
    private var hasLeft = false

    init(index: Int, identity: VehicleIdentity, fleet: FleetLoop) {
        self.index = index
        self.identity = identity
        self.fleet = fleet
        vehicle = SimulatedVehicle(seed: fleet.configuration.seed, index: index)
        terminal = SimulatedTerminal(inFlight: fleet.configuration.inFlight)
        template = ReportTemplate(address: identity.address)
    }

    private var now: UInt64 { NIODeadline.now().uptimeNanoseconds }

    // MARK: Connection

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }
    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        guard !hasLeft else {
            context.close(promise: nil)
            return
        }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        deadline = context.eventLoop.scheduleTask(in: .seconds(Int64(DriveConfiguration.graceSeconds))) {
            bound.value.leave(because: "no answer to registration or authentication")
        }
        perform(terminal.connected(), now: now)
        flush()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        terminal.connectionClosed()
        leave(because: "connection closed by the gateway")
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        answers.append(unwrapInboundIn(data))
        let now = now
        while let answer = answers.next() {
            switch answer {
            case .general(let answer): perform(terminal.received(answer), now: now)
            case .registration(let answer): perform(terminal.received(answer), now: now)
            case .other: fleet.tally.unexpected += 1
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        sendWhatMay(now: now)
        flush()
        context.fireChannelReadComplete()
    }

    // MARK: Driving

    func start() {
        guard case .ready = terminal.state, let context else { return }
        terminal.started()
        hasReported = true
        let configuration = fleet.configuration
        switch configuration.pace {
        case .burst(let reports):
            burstLeft = reports
            reportTime = configuration.startedAt - Int64(reports)
            sendWhatMay(now: now)
            flush()
        case .interval(_, let every):
            var random = SplitMix64(seed: configuration.seed, stream: ~index)
            let phase = Int64(random.uniform(0..<Double(every)) * 1000)
            reportTime = configuration.startedAt + phase / 1000
            repeats(context, .milliseconds(phase), every: .seconds(Int64(every))) { $0.report(every: every) }
            let beat = Int64(DriveConfiguration.heartbeatSeconds)
            repeats(context, .seconds(Int64(random.integer(1...Int(beat)))), every: .seconds(beat)) { $0.heartbeat() }
            guard configuration.gapEverySeconds > 0 else { return }
            let gap = configuration.gapSeconds(interval: every)
            let period = Int64(max(configuration.gapEverySeconds, 2 * gap))
            let first = Int64(random.integer(1...Int(period) - gap))
            repeats(context, .seconds(first), every: .seconds(period)) { $0.terminal.coverageChanged(isLost: true) }
            repeats(context, .seconds(first + Int64(gap)), every: .seconds(period)) {
                $0.terminal.coverageChanged(isLost: false)
                $0.sendWhatMay(now: $0.now)
                $0.flush()
            }
        }
    }

    private func repeats(
        _ context: ChannelHandlerContext, _ delay: TimeAmount, every: TimeAmount,
        _ body: @escaping @Sendable (FleetVehicle) -> Void
    ) {
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        timers.append(
            context.eventLoop.scheduleRepeatedTask(initialDelay: delay, delay: every) { _ in body(bound.value) })
    }

    private func report(every seconds: Int) {
        vehicle.advance(by: Double(seconds))
        perform(terminal.reportDue(now: now), now: now)
        reportTime += Int64(seconds)
        sendWhatMay(now: now)
        flush()
    }

    private func heartbeat() {
        perform(terminal.heartbeatDue(now: now), now: now)
        flush()
    }

    /// The drive is over: no new reports, the rest is settled.
    func stop() {
        terminal.stopped()
        stopTimers()
        sendWhatMay(now: now)
        flush()
    }

    private func sendWhatMay(now: UInt64) {
        while burstLeft > 0, case .sendReport(let serial) = terminal.reportIfRoom(now: now) {
            vehicle.advance(by: 1)
            write(serial)
            reportTime += 1
            burstLeft -= 1
            if burstLeft == 0 { terminal.stopped() }
        }
        while terminal.stored > 0 {
            let action = terminal.batchIfPossible(now: now)
            if action == .none { break }
            perform(action, now: now)
        }
        perform(terminal.closeIfDrained(), now: now)
    }

    @inline(__always)
    private func perform(_ action: SimulatedTerminal.Action, now: UInt64) {
        switch action {
        case .count(let entry, let result): fleet.settled(entry, result, now: now)
        case .none: break
        case .sendReport(let serial): write(serial)
        case .sendRegistration, .sendAuthentication, .becomeReady, .storeReport, .sendBatch, .sendHeartbeat,
            .countUnexpected, .close:
            performSeldom(action)
        }
    }

    private func performSeldom(_ action: SimulatedTerminal.Action) {
        switch action {
        case .none, .count, .sendReport: break
        case .sendRegistration(let serial): out.writeRegistration(of: identity, serial: serial)
        case .sendAuthentication(let code, let serial):
            out.writeAuthentication(of: identity, code: code, serial: serial)
        case .becomeReady:
            deadline?.cancel()
            fleet.admitted()
        case .storeReport: stored.append(vehicle.reading(at: .reported(at: reportTime)).report)
        case .sendBatch(let positions, let serial):
            let batch = LocationBatch(kind: 1, reports: Array(stored.prefix(positions)))
            stored.removeFirst(positions)
            out.writeFrame(.locationBatch, from: identity.address, serial: serial) { batch.encode(into: &$0) }
            fleet.tally.batches += 1
            fleet.tally.sentInBatches += positions
            fleet.tally.sent += positions
        case .sendHeartbeat(let serial):
            out.writeFrame(.heartbeat, from: identity.address, serial: serial)
            fleet.tally.heartbeats += 1
        case .countUnexpected: fleet.tally.unexpected += 1
        case .close(.done): leave(because: nil)
        case .close(.registrationRefused(let result)):
            leave(because: "registration refused with result \(result.rawValue)")
        case .close(.authenticationRefused(let result)):
            leave(because: "authentication refused with result \(result.rawValue)")
        case .close(.connectionClosed): leave(because: "connection closed by the gateway")
        }
    }

    private func write(_ serial: UInt16) {
        template.write(vehicle.reading(at: .reported(at: reportTime)), serial: serial, into: &out)
        fleet.tally.sent += 1
    }

    private func flush() {
        guard out.readableBytes > 0, let context else { return }
        context.writeAndFlush(wrapOutboundOut(out), promise: nil)
        // A socket that took all of it has let the storage go, and clearing keeps that; else NIO keeps it.
        out.clear(minimumCapacity: 0)
    }

    // MARK: The end

    /// Takes the vehicle out of the fleet, once. `reason` is nil when it did all it should.
    func leave(because reason: String?) {
        guard !hasLeft else { return }
        hasLeft = true
        deadline?.cancel()
        stopTimers()
        fleet.left(unsent: stored.count + burstLeft, hasReported: hasReported, reason: reason)
        context?.close(promise: nil)
    }

    private func stopTimers() {
        for timer in timers { timer.cancel() }
        timers = []
    }
}
