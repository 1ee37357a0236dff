package import Operations

/// What a simulated fleet does, and where.
package struct DriveConfiguration: Sendable {
    package enum Pace: Equatable, Sendable {
        /// A report every interval for so long.
        case interval(seconds: Int, every: Int)
        /// So many reports of each vehicle as fast as they are acknowledged.
        case burst(reports: Int)
    }

    /// Seconds between heartbeats of a terminal.
    static let heartbeatSeconds = 60
    /// Seconds that an answer to registration or authentication may take, and the last answers after the end.
    static let graceSeconds = 10

    package var target: ListenAddress
    package var vehicles: Int
    package var pace: Pace
    /// Position messages of a vehicle that may be unanswered, 1 to 1000.
    package var inFlight: Int
    package var seed: UInt64
    package var edition: FleetEdition
    package var firstNumber: UInt64
    /// Seconds from one loss of the radio link to the next, 0 for none; each vehicle has its own phase.
    package var gapEverySeconds: Int
    /// Start of the drive as Unix time in seconds: device times count from it, however late the loop runs.
    package var startedAt: Int64

    package init(
        target: ListenAddress, vehicles: Int, pace: Pace, inFlight: Int = 4, seed: UInt64 = 1,
        edition: FleetEdition = .mixed, firstNumber: UInt64 = 13_900_000_001, gapEverySeconds: Int = 300,
        startedAt: Int64
    ) {
        self.target = target
        self.vehicles = vehicles
        self.pace = pace
        self.inFlight = inFlight
        self.seed = seed
        self.edition = edition
        self.firstNumber = firstNumber
        self.gapEverySeconds = gapEverySeconds
        self.startedAt = startedAt
    }

    /// Seconds that a loss of the link lasts: six reports and more are missed.
    func gapSeconds(interval: Int) -> Int { max(30, 6 * interval) }
}
