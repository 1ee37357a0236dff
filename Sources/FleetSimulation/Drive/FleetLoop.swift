import JTT808
import NIOCore
import NIOPosix
import Operations

/// The whole fleet on one event loop: connects it, starts it together, counts, notices the end. All of it runs on that loop.
final class FleetLoop {
    let configuration: DriveConfiguration
    var tally = DriveTally()
    private let loop: any EventLoop
    private let identities: [VehicleIdentity]
    private let progress: (@Sendable (DriveProgress) -> Void)?
    private let end: EventLoopPromise<DriveSummary>
    private var vehicles: [FleetVehicle] = []
    private var nextToConnect = 0
    private var connected = 0
    /// Vehicles that are not admitted and not given up.
    private var undecided: Int
    private var active: Int
    private var startedAt: NIODeadline?
    private var lastAnswerAt: NIODeadline
    private var stoppedAt: NIODeadline?
    private var ticker: RepeatedTask?
    private var isOver = false

    init(
        _ configuration: DriveConfiguration, identities: [VehicleIdentity], loop: any EventLoop,
        progress: (@Sendable (DriveProgress) -> Void)?
    ) {
        self.configuration = configuration
        self.identities = identities
        self.loop = loop
        self.progress = progress
        end = loop.makePromise()
        undecided = identities.count
        active = identities.count
        lastAnswerAt = .now()
        tally.vehicles = identities.count
    }

    /// Runs the drive. Fails only when not one connection can be opened.
    func run() -> EventLoopFuture<DriveSummary> {
        for _ in 0..<min(FleetConnection.atOnce, identities.count) { connectNext() }
        let bound = NIOLoopBound(self, eventLoop: loop)
        ticker = loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in bound.value.tick() }
        return end.futureResult
    }

    private func connectNext() {
        guard nextToConnect < identities.count, !isOver else { return }
        let vehicle = FleetVehicle(index: nextToConnect, identity: identities[nextToConnect], fleet: self)
        nextToConnect += 1
        vehicles.append(vehicle)
        let bound = NIOLoopBound((self, vehicle), eventLoop: loop)
        FleetConnection.open(vehicle, to: configuration.target, on: loop)
            .assumeIsolated()
            .whenComplete { result in
                let (fleet, vehicle) = bound.value
                switch result {
                case .success:
                    fleet.connected += 1
                    fleet.connectNext()
                case .failure(let error): fleet.cannotConnect(vehicle, error)
                }
            }
    }

    private func cannotConnect(_ vehicle: FleetVehicle, _ error: any Error) {
        guard !isOver else { return }
        if connected == 0 {
            isOver = true
            ticker?.cancel()
            dismiss(because: "not connected")
            end.fail(FleetError.unreachable(configuration.target, reason: FleetError.reason(of: error)))
            return
        }
        vehicle.leave(because: "cannot connect")
        connectNext()
    }

    // MARK: What vehicles tell

    @inline(__always)
    func settled(_ entry: SendWindow.Entry, _ result: GeneralAnswer.Result, now: UInt64) {
        tally.settled(entry, result, now: now)
        lastAnswerAt = .uptimeNanoseconds(now)
    }

    func admitted() {
        tally.admitted += 1
        decided()
    }

    /// - Parameters:
    ///   - unsent: reports that it made, or should have made, and did not send.
    ///   - reason: nil when it did all it should.
    func left(unsent: Int, hasReported: Bool, reason: String?) {
        active -= 1
        tally.unsent += unsent
        if hasReported {
            if reason != nil && !isOver { tally.connectionsLost += 1 }
        } else if !isOver {
            tally.notAdmitted[reason ?? "not admitted", default: 0] += 1
            decided()
        }
        if active == 0 { finish() }
    }

    private func decided() {
        undecided -= 1
        guard undecided == 0, startedAt == nil, active > 0 else { return }
        // On a later turn: the last one may be in the middle of a read.
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.execute { bound.value.start() }
    }

    private func start() {
        let now = NIODeadline.now()
        startedAt = now
        lastAnswerAt = now
        for vehicle in vehicles { vehicle.start() }
        guard case .interval(let seconds, _) = configuration.pace else { return }
        let bound = NIOLoopBound(self, eventLoop: loop)
        loop.scheduleTask(in: .seconds(Int64(seconds))) { bound.value.stop() }
    }

    private func stop() {
        guard !isOver else { return }
        stoppedAt = .now()
        for vehicle in vehicles { vehicle.stop() }
    }

    // MARK: The end

    private func tick() {
        let now = NIODeadline.now()
        if let startedAt {
            progress?(DriveProgress(elapsedSeconds: Self.seconds(from: startedAt, to: now), tally: tally))
            let isEnding: Bool
            if case .burst = configuration.pace { isEnding = true } else { isEnding = stoppedAt != nil }
            let quietSince = max(lastAnswerAt, stoppedAt ?? lastAnswerAt)
            if isEnding && now - quietSince > .seconds(Int64(DriveConfiguration.graceSeconds)) { finish() }
        }
    }

    private func finish() {
        guard !isOver else { return }
        isOver = true
        ticker?.cancel()
        dismiss(because: "the drive is over")
        var seconds = 0.0
        if let startedAt { seconds = Self.seconds(from: startedAt, to: max(lastAnswerAt, stoppedAt ?? lastAnswerAt)) }
        end.succeed(DriveSummary(configuration: configuration, tally: tally, seconds: seconds))
    }

    /// Vehicles and fleet hold each other until here.
    private func dismiss(because reason: String) {
        for vehicle in vehicles { vehicle.leave(because: reason) }
        vehicles = []
    }

    private static func seconds(from start: NIODeadline, to end: NIODeadline) -> Double {
        Double((end - start).nanoseconds) / 1e9
    }
}
