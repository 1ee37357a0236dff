/// What streaming a day has counted so far. Messages count once, however often they are sent.
package struct DayTally: Equatable, Sendable {
    package var terminals = 0
    package var admitted = 0
    /// Terminals that were refused, by reason; their day is lost.
    package var notAdmitted: [String: Int] = [:]
    package var messages = 0
    package var acknowledged = 0
    /// Messages whose answer had another result than 0, by result.
    package var refused: [UInt8: Int] = [:]
    /// What they carried.
    package var reports = 0
    package var records = 0
    /// Sent a second time because the day says so.
    package var repeated = 0
    /// Sent again after a connection was lost.
    package var retransmitted = 0
    package var connectionsLost = 0
    /// Answers that nothing waited for.
    package var unexpected = 0

    package init() {}

    package var unacknowledged: Int { messages - acknowledged - refused.values.reduce(0, +) }
}
