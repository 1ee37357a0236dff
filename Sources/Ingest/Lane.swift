import Downlink
import JTT808
package import Logging
package import NIOCore
import Telemetry
package import TelemetryStore

/// One event loop's share of the gateway: its sessions, its open batch and its writers. Confined to the loop, so nothing
/// here is locked and no message makes a hop.
///
/// Group commit: an open batch is handed to a writer as soon as one is free, at the end of the current turn of the loop.
/// While all are busy it grows, up to a bound; above it the lane's sockets are not read. No timer: a lonely record waits for one
/// commit, a burst rides in large batches by itself.
///
/// What the hot path touches is `@exclusivity(unchecked)`, here and in ``TerminalSessionHandler``: everything happens on one
/// loop and nothing holds a property while it calls out, and the checks at run time cost 6 % of the gateway's processor time.
package final class Lane {
    private struct Writer {
        let writer: BatchWriter
        /// Answers owed for the batch that it writes; nil when it is free.
        var receipts: [Receipt]?
        var bytes = 0
        var messages = 0
        /// When the first row of the batch was received, and when the batch was handed over.
        var openedAt: ContinuousClock.Instant = .now
        var sealedAt: ContinuousClock.Instant = .now
    }

    private struct Place {
        var handler: TerminalSessionHandler?
        var generation: UInt32 = 0
    }

    /// What the lanes share.
    package struct Shared: Sendable {
        let budget: ConnectionBudget
        let downlink: DownlinkMailbox
        let flight: FlightBudget
        let media: MediaFiles?
        let states: LaneStates
        let books: RowBooks
        let stands = ScaleStands(startedAt: WallClock.now())

        package init(
            _ configuration: IngestConfiguration, states: LaneStates, books: RowBooks, media: MediaFiles?,
            downlink: DownlinkMailbox
        ) {
            self.media = media
            budget = ConnectionBudget(configuration.limits)
            flight = FlightBudget(limit: configuration.bytesInFlight, lanes: configuration.lanes)
            self.states = states
            self.books = books
            self.downlink = downlink
        }
    }

    let eventLoop: any EventLoop
    let limits: SessionLimits
    private let shared: Shared
    let directory: TerminalDirectory
    let logger: Logger
    /// Where pictures and sounds go; nil: nowhere but into the database.
    var media: MediaFiles? { shared.media }
    @exclusivity(unchecked) var counts = IngestMetrics.Counts()
    @exclusivity(unchecked) var messages = MessageAccount()
    @exclusivity(unchecked) var quarantineQuota = QuarantineQuota()
    @exclusivity(unchecked) private var dayQuota = DayQuota()

    private let index: Int
    private let metrics: IngestMetrics
    private let batchRows: Int
    private let batchBytes: Int
    @exclusivity(unchecked) private var batch = RowBatch()
    @exclusivity(unchecked) private var receipts: [Receipt] = []
    @exclusivity(unchecked) private var writers: [Writer]
    @exclusivity(unchecked) private var freeWriters: Int
    private var spareBatches: [RowBatch] = []
    private var spareReceipts: [[Receipt]] = []
    /// Messages whose rows or answers are in the open batch.
    @exclusivity(unchecked) private var messagesOpen = 0
    /// What ``FlightBudget`` was last told.
    @exclusivity(unchecked) private var bytesHeld = 0
    @exclusivity(unchecked) private var isSealScheduled = false
    /// When the open batch got its first row.
    @exclusivity(unchecked) private var openedAt: ContinuousClock.Instant?
    private var places: [Place] = []
    private var freePlaces: [UInt32] = []
    private var sessionCount = 0
    /// Sessions whose read waits for room.
    private var pausedSessions: [SessionPlace] = []
    /// Pictures and sounds that wait for the disk; their messages count as waiting.
    var mediaUnderWay = 0 {
        didSet { messages.waiting += mediaUnderWay - oldValue }
    }
    /// Bytes of slices that the sessions hold.
    private var sliceBytes = 0
    private var isDraining = false
    private var drained: EventLoopPromise<Void>?
    let scales = ScaleSessions()
    @exclusivity(unchecked) private var lastStamp = Instant(microseconds: 0)

    package init(
        index: Int, eventLoop: any EventLoop, shared: Shared, directory: TerminalDirectory, writers: [BatchWriter],
        configuration: IngestConfiguration, metrics: IngestMetrics, logger: Logger
    ) {
        self.index = index
        self.eventLoop = eventLoop
        self.shared = shared
        self.limits = configuration.limits
        self.directory = directory
        self.writers = writers.map { Writer(writer: $0, receipts: nil) }
        freeWriters = writers.count
        self.metrics = metrics
        self.batchRows = configuration.batchRows
        self.batchBytes = configuration.batchBytes
        self.logger = logger
    }

    /// Watches the sessions and reports the lane's counts once a second, from its loop.
    package func start() {
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in bound.value.tick() }
    }

    private func tick() {
        for place in places { place.handler?.tick() }
        scales.tick()
        quarantineQuota.refill()
        dayQuota.refill()
        reportMetrics()
    }

    private func reportMetrics() {
        metrics.add(counts)
        metrics.scales.add(scales.takeCounts())
        counts = IngestMetrics.Counts()
        var state = LaneStates.State()
        state.connections = sessionCount
        state.scaleConnections = scales.count
        state.messages = messages
        state.messages.unsettled = messagesOpen + writers.reduce(0) { $0 + $1.messages }
        shared.states.set(state, of: index)
        shared.books.isOpen(batch, in: index)
    }

    // MARK: Sessions

    /// - Returns: nil when there is no room for the connection.
    func join(_ handler: TerminalSessionHandler, from address: String) -> SessionPlace? {
        metrics.accepted()
        if let refusal = shared.budget.take(address) {
            counts.connectionsRefused[refusal, default: 0] += 1
            return nil
        }
        sessionCount += 1
        if let index = freePlaces.popLast() {
            places[Int(index)].handler = handler
            return SessionPlace(index: index, generation: places[Int(index)].generation)
        }
        places.append(Place(handler: handler))
        return SessionPlace(index: UInt32(places.count - 1), generation: 0)
    }

    func leave(_ place: SessionPlace, from address: String, numbers: [TerminalNumber], because reason: String) {
        guard session(at: place) != nil else { return }
        shared.budget.giveBack(address)
        for number in numbers { release(number, at: place, because: reason) }
        sessionCount -= 1
        places[Int(place.index)].handler = nil
        places[Int(place.index)].generation &+= 1
        freePlaces.append(place.index)
    }

    /// The terminal is on this connection from now on; the one that it was on before ends.
    func claim(_ address: TerminalAddress, terminalID: Int64, from peer: String, at place: SessionPlace) {
        let holder = TerminalPresence.Holder(
            lane: NIOLoopBound(self, eventLoop: eventLoop), place: place, laneIndex: index, address: address,
            terminalID: terminalID, peer: peer)
        if let previous = shared.downlink.presence.claim(address.number, by: holder) {
            previous.lane.eventLoop.execute { previous.session?.superseded(for: address.number) }
        }
        shared.downlink.arrived(terminalID)
    }

    func holds(_ number: TerminalNumber, at place: SessionPlace) -> Bool {
        shared.downlink.presence.isHeld(number, laneIndex: index, place: place)
    }

    /// How commands of this gateway are sent, and what becomes of them.
    var commandSchedule: RetransmissionSchedule { shared.downlink.schedule }
    func report(_ event: CommandEvent) { shared.downlink.report(event) }

    /// The terminal is on no connection of which we know.
    func release(_ number: TerminalNumber, at place: SessionPlace, because reason: String) {
        shared.downlink.presence.release(number, laneIndex: index, place: place, because: reason)
    }

    func session(at place: SessionPlace) -> TerminalSessionHandler? {
        let found = places[Int(place.index)]
        return found.generation == place.generation ? found.handler : nil
    }

    /// Shared by terminals and scales.
    var budget: ConnectionBudget { shared.budget }
    var stands: ScaleStands { shared.stands }

    // MARK: The open batch

    /// Why sockets must not be read: no room, or the lane is about to end; nil when they may.
    var obstacle: IngestMetrics.Pause? {
        let own = batch.byteCount + writers.reduce(0) { $0 + $1.bytes }
        let isOverTotal = shared.flight.hold(own, change: own - bytesHeld)
        bytesHeld = own
        // Receipts too: a message without positions has no row.
        if isDraining || max(batch.rowCount, receipts.count) >= batchRows || batch.byteCount >= batchBytes {
            return .laneFull
        }
        return isOverTotal ? .totalBytes : nil
    }

    /// The session's read waits until there is room.
    func pause(_ place: SessionPlace, because reason: IngestMetrics.Pause) {
        counts.pauses[reason, default: 0] += 1
        // Through a long outage many come, wait, and go.
        if pausedSessions.count >= 2 * (sessionCount + 32) {
            pausedSessions.removeAll { session(at: $0) == nil }
        }
        pausedSessions.append(place)
    }

    /// A receive time that no other message of this lane has: it is part of a message's key.
    func uniqueStamp() -> Instant {
        let now = WallClock.now()
        lastStamp = now > lastStamp ? now : Instant(microseconds: lastStamp.microseconds + 1)
        return lastStamp
    }

    @inline(__always)
    func store(_ fix: Fix, terminalID: Int64, receivedAt: Instant, isBackfill: Bool, body: RawSpan) {
        var fix = fix
        if !dayQuota.admits(fix.recordedAt.localDay, today: receivedAt.localDay) {
            fix.file(under: receivedAt, because: .unusualDay)
        }
        if fix.timeQuality != .device { counts.timeNotTaken[fix.timeQuality, default: 0] += 1 }
        batch.append(fix, terminalID: terminalID, receivedAt: receivedAt, isBackfill: isBackfill, body: body)
    }

    func store(_ event: RecordEvent, terminalID: Int64, receivedAt: Instant, raw: RawSpan) {
        var event = event
        if !dayQuota.admits(event.recordedAt.localDay, today: receivedAt.localDay) {
            event.file(under: receivedAt, because: .unusualDay)
        }
        if event.timeQuality != .device { counts.timeNotTaken[event.timeQuality, default: 0] += 1 }
        batch.append(event, terminalID: terminalID, receivedAt: receivedAt, raw: raw)
    }

    func store(_ item: MediaItem, terminalID: Int64, receivedAt: Instant, path: String?) {
        var item = item
        if !dayQuota.admits(item.recordedAt.localDay, today: receivedAt.localDay) {
            item.file(under: receivedAt, because: .unusualDay)
        }
        batch.append(item, terminalID: terminalID, receivedAt: receivedAt, path: path)
    }

    /// A record of a scale or reader: the message that the books account for, for its readings are none.
    func store(_ record: ScaleRecord, raw: ByteBuffer?) {
        messages.received += 1
        batch.append(record, raw: raw)
        owe(nil)
    }

    func store(message frame: Frame, terminalID: Int64) {
        batch.append(message: frame, terminalID: terminalID, receivedAt: uniqueStamp())
    }

    /// Keeps it unless the quota is used up; then only a counter says so.
    func quarantine(_ record: QuarantineRecord) {
        guard quarantineQuota.take() else {
            counts.quarantineSuppressed += 1
            return
        }
        batch.append(record)
        scheduleSeal()
    }

    /// What a message stored since the last call becomes durable together; then `receipt` is answered.
    @inline(__always)
    func owe(_ receipt: Receipt?) {
        messagesOpen += 1
        if let receipt { receipts.append(receipt) }
        if openedAt == nil { openedAt = .now }
        if !isSealScheduled { scheduleSeal() }
    }

    /// Rows were appended that no message owes: they leave with the next batch all the same.
    func scheduleSeal() {
        guard !isSealScheduled, freeWriters > 0 else { return }
        isSealScheduled = true
        // At the end of this turn of the loop: what other sockets have ready rides along.
        eventLoop.assumeIsolated().execute { self.seal() }
    }

    private func seal() {
        isSealScheduled = false
        // Receipts without rows exist: a batch message without positions is answered like any other.
        guard !batch.isEmpty || !receipts.isEmpty, let free = writers.firstIndex(where: { $0.receipts == nil }) else {
            return
        }
        let sealed = batch
        batch = spareBatches.popLast() ?? RowBatch()
        freeWriters -= 1
        writers[free].receipts = receipts
        receipts = spareReceipts.popLast() ?? []
        writers[free].bytes = sealed.byteCount
        writers[free].messages = messagesOpen
        messagesOpen = 0
        writers[free].openedAt = openedAt ?? .now
        writers[free].sealedAt = .now
        openedAt = nil
        shared.books.sealed(sealed, by: index)
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        writers[free].writer.submit(sealed) { [eventLoop] batch, durableAt in
            eventLoop.execute { bound.value.committed(batch, at: durableAt, by: free) }
        }
        resumeSessions()
    }

    private func committed(_ batch: RowBatch, at durableAt: ContinuousClock.Instant, by writer: Int) {
        let sealedAt = writers[writer].sealedAt
        let openedAt = writers[writer].openedAt
        var answered = writers[writer].receipts ?? []
        writers[writer].receipts = nil
        freeWriters += 1
        writers[writer].bytes = 0
        messages.kept += writers[writer].messages
        writers[writer].messages = 0
        acknowledge(answered)
        metrics.committed(
            writing: durableAt - sealedAt, receiving: durableAt - openedAt,
            acknowledging: ContinuousClock.now - durableAt)
        answered.removeAll(keepingCapacity: true)
        spareReceipts.append(answered)
        spareBatches.append(batch)
        if !isSealScheduled { seal() }
        resumeSessions()
        if isDraining { finishDrainingIfEmpty() }
    }

    /// Writes every answer first and then flushes each session once.
    private func acknowledge(_ receipts: [Receipt]) {
        var touched: [TerminalSessionHandler] = []
        for receipt in receipts {
            guard let session = session(at: receipt.session) else { continue }
            if session.acknowledge(receipt) { touched.append(session) }
            counts.acknowledged += 1
        }
        for session in touched { session.flushAnswers() }
    }

    private func resumeSessions() {
        guard !pausedSessions.isEmpty || scales.hasPaused, obstacle == nil else { return }
        scales.resumeReading()
        let paused = pausedSessions
        pausedSessions.removeAll(keepingCapacity: true)
        for place in paused { session(at: place)?.resumeReading() }
    }

    // MARK: Slices

    /// A session holds so many bytes of slices more, or fewer. Beyond the lane's bound those who hold most give up what has
    /// been still the longest: what was acknowledged of it is kept as it came.
    func holdsSlices(change: Int) {
        sliceBytes += change
        guard sliceBytes > limits.sliceBytes else { return }
        // Well below, so that not every further slice looks at every session.
        while sliceBytes > limits.sliceBytes / 8 * 7,
            let largest = places.compactMap(\.handler).max(by: { $0.sliceBytes < $1.sliceBytes }),
            largest.sliceBytes > 0
        {
            // It tells us of the change by itself, once its own books are right.
            sliceBytes -= largest.giveUpOldestSlices()
        }
    }

    // MARK: The end

    /// Stops reading, makes durable and acknowledges what was taken, and closes every session.
    package func drain() -> EventLoopFuture<Void> {
        isDraining = true
        let promise = drained ?? eventLoop.makePromise(of: Void.self)
        drained = promise
        scheduleSeal()
        finishDrainingIfEmpty()
        return promise.futureResult
    }

    /// Ends the wait of writers for a server that does not answer.
    package func hurryWriters() {
        for writer in writers where writer.receipts != nil { writer.writer.hurry() }
    }

    /// Closes every session, acknowledged or not.
    package func closeSessions() {
        for place in places { place.handler?.closeSinceStopped() }
        scales.close()
        reportMetrics()
    }

    private func finishDrainingIfEmpty() {
        guard mediaUnderWay == 0, batch.isEmpty, receipts.isEmpty, writers.allSatisfy({ $0.receipts == nil }) else {
            return
        }
        drained?.succeed()
    }
}
