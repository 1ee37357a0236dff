import Foundation
import NIOCore
import NIOPosix

/// All terminals of a day on one event loop: signs them in, keeps the clock of the day, counts, notices the end.
final class DayLoop {
    let configuration: DayConfiguration
    var tally = DayTally()
    /// Second of the day that it is; -1 before the start.
    private(set) var second = -1
    private let loop: any EventLoop
    private let progress: (@Sendable (DayProgress) -> Void)?
    private let end: EventLoopPromise<DaySummary>
    private var terminals: [DayTerminal] = []
    private let totals: DayTotals
    private var dialer: FleetDialer<DayTerminal>?
    private var undecided: Int
    private var ticker: RepeatedTask?
    private var clock: RepeatedTask?
    private var isOver = false
    /// Clock of the start, and of the last second in which anything moved, in nanoseconds.
    private var startedAt: UInt64 = 0
    private var movedAt: UInt64 = NIODeadline.now().uptimeNanoseconds
    private var settledBefore = 0
    private var firstSecond = 0
    private var cpuAtStart = 0.0

    init(
        _ configuration: DayConfiguration, loop: any EventLoop, progress: (@Sendable (DayProgress) -> Void)?
    ) {
        self.configuration = configuration
        self.loop = loop
        self.progress = progress
        end = loop.makePromise()
        let day = configuration.day
        totals = DayTotals(day)
        undecided = day.district.terminals
        tally.terminals = undecided
        cpuAtStart = ProcessorTime.seconds
        let vehicles = day.vehicles.indices.map { index in
            DayTerminal(
                index: index, identity: day.district.vehicles[index].terminal,
                source: DaySource(VehicleDay(day, vehicle: index)), fleet: self)
        }
        let sites = day.sites.indices.map { index in
            DayTerminal(
                index: vehicles.count + index, identity: day.sites[index].terminal,
                source: DaySource(SiteDay(day, site: index)), fleet: self)
        }
        terminals = vehicles + sites
    }

    /// Runs it. Fails when not one connection can be opened.
    func run() -> EventLoopFuture<DaySummary> {
        let dialer = FleetDialer(terminals, target: configuration.target, loop: loop) { self.fail($0) }
        self.dialer = dialer
        dialer.start()
        let bound = NIOLoopBound(self, eventLoop: loop)
        ticker = loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in bound.value.tick() }
        return end.futureResult
    }

    // MARK: Connections

    func connect(_ terminal: DayTerminal, after milliseconds: Int64) { dialer?.connect(terminal, after: milliseconds) }

    /// A terminal was admitted for the first time, or refused for good.
    func decided(refusal: String?) {
        undecided -= 1
        if let refusal { tally.notAdmitted[refusal, default: 0] += 1 } else { tally.admitted += 1 }
        // On a later turn: this terminal is in the middle of a read.
        if undecided == 0 { loop.assumeIsolated().execute { self.start() } }
    }

    // MARK: The day

    private func start() {
        guard !isOver, startedAt == 0 else { return }
        startedAt = NIODeadline.now().uptimeNanoseconds
        movedAt = startedAt
        firstSecond = terminals.compactMap(\.nextAt).min() ?? 0
        switch configuration.speed {
        case .max:
            second = .max
            for terminal in terminals { terminal.sendWhatMay() }
        case .times:
            second = firstSecond
            turn()
            let bound = NIOLoopBound(self, eventLoop: loop)
            clock = loop.scheduleRepeatedTask(
                initialDelay: .milliseconds(DayConfiguration.turnMilliseconds),
                delay: .milliseconds(DayConfiguration.turnMilliseconds)
            ) { _ in bound.value.turn() }
        }
        lookForTheEnd()
    }

    private func turn() {
        guard !isOver, case .times(let times) = configuration.speed else { return }
        let elapsed = Double(NIODeadline.now().uptimeNanoseconds - startedAt) / 1e9
        second = firstSecond + Int(min(elapsed * times, Double(SimulatedDate.secondsOfDay)))
        for terminal in terminals { terminal.sendWhatMay() }
    }

    func lookForTheEnd() {
        guard !isOver, startedAt > 0, terminals.allSatisfy(\.isDone) else { return }
        finish()
    }

    private func tick() {
        guard !isOver else { return }
        let now = NIODeadline.now().uptimeNanoseconds
        for terminal in terminals { terminal.tick(now: now) }
        let settled = tally.admitted + tally.acknowledged + tally.refused.values.reduce(0, +)
        // Where nothing is owed, the day is quiet, and time passes.
        if settled > settledBefore || startedAt > 0 && !terminals.contains(where: \.isOwed) && second < Int.max {
            movedAt = now
        }
        settledBefore = settled
        progress?(
            DayProgress(
                elapsedSeconds: startedAt == 0 ? 0 : Double(now - startedAt) / 1e9,
                second: second == .max ? nil : second, tally: tally, reports: totals.fixRows))
        guard now - movedAt > UInt64(configuration.patienceSeconds) * 1_000_000_000 else { return }
        if startedAt == 0 {
            for terminal in terminals { terminal.giveUp() }
        } else {
            finish()
        }
    }

    private func finish() {
        guard !isOver else { return }
        let seconds = Double(NIODeadline.now().uptimeNanoseconds - startedAt) / 1e9
        let summary = DaySummary(
            tally: tally, totals: totals, seconds: seconds,
            cpuSeconds: ProcessorTime.seconds - cpuAtStart)
        close()
        end.succeed(summary)
    }

    private func fail(_ error: FleetError) {
        guard !isOver else { return }
        close()
        end.fail(error)
    }

    /// Terminals and loop hold each other until here.
    private func close() {
        isOver = true
        dialer?.end()
        dialer = nil
        ticker?.cancel()
        clock?.cancel()
        for terminal in terminals { terminal.leave() }
        terminals = []
    }
}
