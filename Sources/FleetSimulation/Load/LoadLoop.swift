import Foundation
import NIOCore
import NIOPosix

/// The whole fleet on one event loop: signs it in, hands out reports as they fall due, counts, notices the end.
final class LoadLoop {
    let configuration: LoadConfiguration
    let log: AcknowledgedLog?
    @exclusivity(unchecked) var tally = LoadTally()
    private let loop: any EventLoop
    private let progress: (@Sendable (LoadProgress) -> Void)?
    private let end: EventLoopPromise<LoadSummary>
    private let schedule: LoadSchedule?
    /// Reports that the schedule holds.
    private let scheduled: Int
    private var everyone: [LoadVehicle] = []
    /// Those that take part, in the order of their turns.
    private var vehicles: [LoadVehicle] = []
    private var dialer: FleetDialer<LoadVehicle>?
    private var undecided: Int
    private var lastDecision = NIODeadline.now()
    private var ticker: RepeatedTask?
    private var isOver = false

    /// Clock of the start in nanoseconds; 0 before it.
    @exclusivity(unchecked) private var startedAt: UInt64 = 0
    private var lastAcknowledgement: UInt64 = 0
    private var acknowledgedBefore = 0
    private var endedAt: UInt64?
    /// Unix time in nanoseconds less the loop's clock.
    private let clockOffset: UInt64
    @exclusivity(unchecked) private var handedOut = 0
    @exclusivity(unchecked) private var touched: [LoadVehicle] = []
    private var cpuAtStart = 0.0

    init(
        _ configuration: LoadConfiguration, identities: [VehicleIdentity], log: AcknowledgedLog?, loop: any EventLoop,
        progress: (@Sendable (LoadProgress) -> Void)?
    ) {
        self.configuration = configuration
        self.log = log
        self.loop = loop
        self.progress = progress
        end = loop.makePromise()
        undecided = identities.count
        tally.vehicles = identities.count
        if case .rate(let perSecond) = configuration.pace {
            let schedule = LoadSchedule(perSecond: perSecond, rampSeconds: configuration.rampSeconds)
            self.schedule = schedule
            scheduled = schedule.count(within: configuration.seconds)
        } else {
            schedule = nil
            scheduled = 0
        }
        clockOffset = UInt64(Date().timeIntervalSince1970 * 1e9) - NIODeadline.now().uptimeNanoseconds
        everyone = identities.enumerated().map { LoadVehicle(index: $0.offset, identity: $0.element, fleet: self) }
    }

    /// Runs it. Fails when not one connection can be opened, or the log cannot be written.
    func run() -> EventLoopFuture<LoadSummary> {
        let dialer = FleetDialer(everyone, target: configuration.target, loop: loop) { self.fail($0) }
        self.dialer = dialer
        dialer.start()
        let bound = NIOLoopBound(self, eventLoop: loop)
        ticker = loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in bound.value.tick() }
        return end.futureResult
    }

    // MARK: Connections

    func connect(_ vehicle: LoadVehicle, after milliseconds: Int64) { dialer?.connect(vehicle, after: milliseconds) }

    /// The vehicle was admitted for the first time, or refused for good.
    func decided(_ vehicle: LoadVehicle, refusal: String?) {
        undecided -= 1
        lastDecision = .now()
        if let refusal {
            tally.notAdmitted[refusal, default: 0] += 1
        } else {
            tally.admitted += 1
            vehicle.place = vehicles.count
            vehicles.append(vehicle)
        }
        // On a later turn: this vehicle is in the middle of a read.
        if undecided == 0 { loop.assumeIsolated().execute { self.start() } }
    }

    // MARK: Turns

    private func start() {
        guard !isOver else { return }
        startedAt = NIODeadline.now().uptimeNanoseconds
        lastAcknowledgement = startedAt
        cpuAtStart = ProcessorTime.seconds
        if vehicles.isEmpty { return finish() }
        switch configuration.pace {
        case .rate: turn()
        case .saturation:
            for vehicle in vehicles {
                vehicle.due = .max
                vehicle.sendWhatMay(now: startedAt)
            }
        case .idle: break
        }
        loop.assumeIsolated().scheduleTask(in: .seconds(Int64(configuration.seconds))) { self.stop() }
    }

    /// Hands out what is due by now. The next turn comes with the next report, a millisecond from now at the earliest: at
    /// high rates, what falls due meanwhile leaves together, as one packet a terminal.
    private func turn() {
        guard !isOver, let schedule else { return }
        let now = NIODeadline.now().uptimeNanoseconds
        let elapsed = now - startedAt
        if handedOut < scheduled {
            let due = schedule.dueAt(handedOut)
            if due <= elapsed { tally.generatorLag.record(nanoseconds: elapsed - due) }
        }
        while handedOut < scheduled, schedule.dueAt(handedOut) <= elapsed {
            let vehicle = vehicles[handedOut % vehicles.count]
            if vehicle.due == 0 { touched.append(vehicle) }
            vehicle.due += 1
            handedOut += 1
        }
        tally.due = handedOut
        for vehicle in touched { vehicle.sendWhatMay(now: now) }
        touched.removeAll(keepingCapacity: true)
        guard handedOut < scheduled else { return }
        let next = max(
            schedule.dueAt(handedOut), elapsed + UInt64(LoadConfiguration.turnMilliseconds) * 1_000_000)
        loop.assumeIsolated().scheduleTask(deadline: .uptimeNanoseconds(startedAt + next)) { self.turn() }
    }

    /// When the report of a vehicle is due on the loop's clock; nil in a closed loop.
    @inline(__always)
    func dueAt(place: Int, report: Int) -> UInt64? {
        schedule.map { startedAt + $0.dueAt(report * vehicles.count + place) }
    }

    @inline(__always)
    func unixSeconds(at clock: UInt64) -> Int64 { Int64((clock + clockOffset) / 1_000_000_000) }

    @inline(__always)
    func made(_ count: Int) {
        tally.sent += count
        if schedule == nil { tally.due += count }
    }

    /// Does what may fail with the log; the first failure ends the run.
    func logged(_ body: () throws(FleetError) -> Void) {
        do throws(FleetError) { try body() } catch { fail(error) }
    }

    // MARK: The end

    private func stop() {
        guard !isOver else { return }
        endedAt = NIODeadline.now().uptimeNanoseconds
        if schedule == nil { for vehicle in vehicles { vehicle.due = 0 } }
        lookForTheEnd()
    }

    /// What is waited for after the end comes within milliseconds as a rule.
    private func lookForTheEnd() {
        guard !isOver, let endedAt else { return }
        let now = NIODeadline.now().uptimeNanoseconds
        note(now)
        if handedOut == scheduled && tally.isSettled
            || now - endedAt >= UInt64(configuration.drainSeconds) * 1_000_000_000
        {
            return finish()
        }
        loop.assumeIsolated().scheduleTask(in: .milliseconds(5)) { self.lookForTheEnd() }
    }

    private func note(_ now: UInt64) {
        if tally.acknowledged > acknowledgedBefore { lastAcknowledgement = now }
        acknowledgedBefore = tally.acknowledged
    }

    private func tick() {
        guard !isOver else { return }
        let now = NIODeadline.now().uptimeNanoseconds
        note(now)
        for vehicle in everyone { vehicle.tick(now: now) }
        if undecided > 0 && .now() - lastDecision > .seconds(2 * Int64(LoadConfiguration.loginSeconds)) {
            for vehicle in everyone { vehicle.giveUp() }
        }
        if let log { logged { () throws(FleetError) in try log.flush() } }
        let elapsed = startedAt == 0 ? 0 : Double(now - startedAt) / 1e9
        progress?(LoadProgress(elapsedSeconds: elapsed, tally: tally))
    }

    private func finish() {
        if let log { logged { () throws(FleetError) in try log.flush() } }
        guard !isOver else { return }
        let seconds = Double(max(lastAcknowledgement, endedAt ?? startedAt) - startedAt) / 1e9
        let share = seconds > 0 ? (ProcessorTime.seconds - cpuAtStart) / seconds : 0
        // Closing changes what is connected.
        let summary = LoadSummary(configuration: configuration, tally: tally, seconds: seconds, cpuShare: share)
        close()
        end.succeed(summary)
    }

    private func fail(_ error: FleetError) {
        guard !isOver else { return }
        close()
        end.fail(error)
    }

    /// Vehicles and fleet hold each other until here.
    private func close() {
        isOver = true
        dialer?.end()
        dialer = nil
        ticker?.cancel()
        for vehicle in everyone { vehicle.leave() }
        everyone = []
        vehicles = []
    }
}
