/// What a load run has counted so far.
///
/// At every moment: due = acknowledged + refused + unacknowledged + waiting.
package struct LoadTally: Sendable {
    package var vehicles = 0
    /// Vehicles that were admitted at least once.
    package var admitted = 0
    /// Vehicles that were refused before the start, by reason; they take no part.
    package var notAdmitted: [String: Int] = [:]
    /// Connections that are admitted now.
    package var connected = 0
    /// Reports that fell due; in a closed loop, those that were made.
    package var due = 0
    /// Reports that were sent for the first time.
    package var sent = 0
    package var acknowledged = 0
    /// Reports whose answer had another result than 0, by result; they are given up.
    package var refused: [UInt8: Int] = [:]
    /// Frames that were sent again after a connection was lost.
    package var retransmitted = 0
    package var connectionsLost = 0
    package var reconnects = 0
    package var heartbeats = 0
    package var heartbeatsAnswered = 0
    /// Answers that nothing waited for.
    package var unexpected = 0
    /// From the moment when a report was due to its answer with result 0. In a closed loop from its first sending.
    package var latency = LatencyHistogram()
    /// How late the generator came to look at the oldest report that was due, a value a turn of an open loop.
    package var generatorLag = LatencyHistogram()

    package init() {}

    /// Sent and neither acknowledged nor refused.
    package var unacknowledged: Int { sent - acknowledged - refused.values.reduce(0, +) }
    /// Due and not sent: the window is full, or there is no connection.
    package var waiting: Int { due - sent }
    package var isSettled: Bool { waiting == 0 && unacknowledged == 0 }
}
