package import Operations

/// What a load run asks of a gateway.
package struct LoadConfiguration: Sendable {
    package enum Pace: Equatable, Sendable {
        /// Open loop: so many reports a second in all, each with a time at which it is due, whatever the gateway does.
        case rate(perSecond: Double)
        /// Closed loop: every terminal keeps its window full.
        case saturation
        /// No reports: terminals that are there, with a heartbeat now and then.
        case idle
    }

    /// Seconds that an answer to registration or authentication may take.
    static let loginSeconds = 30
    /// Reports that fall due within so many milliseconds leave together.
    static let turnMilliseconds: Int64 = 1

    package var target: ListenAddress
    package var vehicles: Int
    package var pace: Pace
    /// Seconds in which reports fall due.
    package var seconds: Int
    /// Seconds at the beginning over which the rate grows from zero.
    package var rampSeconds: Int
    /// Reports of a terminal that may be unacknowledged, 1 to 1000.
    package var inFlight: Int
    /// Seconds after the end for what is not acknowledged by then.
    package var drainSeconds: Int
    /// Seconds without an answer to what is owed one after which a terminal takes its connection for dead.
    package var answerSeconds: Int
    package var heartbeatSeconds: Int
    package var seed: UInt64
    package var edition: FleetEdition
    package var firstNumber: UInt64
    /// File to which a line is appended for each acknowledged report; see ``AcknowledgedLog``.
    package var acknowledgedLog: String?
    /// What a report is.
    package var reports: ReportTemplate.Kind

    package init(
        target: ListenAddress, vehicles: Int, pace: Pace, seconds: Int, rampSeconds: Int = 0, inFlight: Int = 20,
        drainSeconds: Int = 30, answerSeconds: Int = 60, heartbeatSeconds: Int = 60, seed: UInt64 = 1,
        edition: FleetEdition = .mixed, firstNumber: UInt64 = 13_900_000_001, acknowledgedLog: String? = nil,
        reports: ReportTemplate.Kind = .position
    ) {
        self.reports = reports
        self.target = target
        self.vehicles = vehicles
        self.pace = pace
        self.seconds = seconds
        self.rampSeconds = rampSeconds
        self.inFlight = inFlight
        self.drainSeconds = drainSeconds
        self.answerSeconds = answerSeconds
        self.heartbeatSeconds = heartbeatSeconds
        self.seed = seed
        self.edition = edition
        self.firstNumber = firstNumber
        self.acknowledgedLog = acknowledgedLog
    }
}
