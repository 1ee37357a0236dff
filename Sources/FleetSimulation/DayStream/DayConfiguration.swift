package import Operations

/// How a simulated day is streamed to a gateway.
package struct DayConfiguration: Sendable {
    package enum Speed: Equatable, Sendable {
        /// Every terminal keeps its window full; the terminals do not wait for each other.
        case max
        /// So many times as fast as it happened, all terminals by one clock.
        case times(Double)
    }

    /// Moments of the day are handed out so often when a clock is kept.
    static let turnMilliseconds: Int64 = 20

    package var target: ListenAddress
    /// Where the indicators of the scales are taken; nil: their weighings go as records alone.
    package var scales: ListenAddress?
    package var day: DayPlan
    package var speed: Speed
    /// Messages of a terminal that may be unacknowledged, 1 to 1000.
    package var inFlight: Int
    /// Seconds without an answer to what is owed one, after which a terminal takes its connection for dead.
    package var answerSeconds: Int
    /// Seconds without any answer to anybody after which the day is given up.
    package var patienceSeconds: Int
    package var heartbeatSeconds: Int

    package init(
        target: ListenAddress, scales: ListenAddress? = nil, day: DayPlan, speed: Speed = .max, inFlight: Int = 50,
        answerSeconds: Int = 60,
        patienceSeconds: Int = 120, heartbeatSeconds: Int = 60
    ) {
        self.target = target
        self.scales = scales
        self.day = day
        self.speed = speed
        self.inFlight = inFlight
        self.answerSeconds = answerSeconds
        self.patienceSeconds = patienceSeconds
        self.heartbeatSeconds = heartbeatSeconds
    }
}
