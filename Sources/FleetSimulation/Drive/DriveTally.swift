import JTT808

/// What a drive has counted so far. Reports are positions, whether they travelled in a 0x0200 or a 0x0704.
///
/// At every moment: sent = acknowledged + refused + unanswered.
package struct DriveTally: Sendable {
    package var vehicles = 0
    package var admitted = 0
    /// Vehicles that did not get as far as reporting, by reason.
    package var notAdmitted: [String: Int] = [:]
    /// Connections that ended while their vehicle still reported.
    package var connectionsLost = 0

    package var sent = 0
    package var acknowledged = 0
    /// Reports whose answer had another result than 0, by result.
    package var refused: [UInt8: Int] = [:]
    /// 0x0704 messages, and the reports among ``sent`` that travelled in them.
    package var batches = 0
    package var sentInBatches = 0
    /// Reports that were stored and never sent, because the connection or the drive ended.
    package var unsent = 0
    package var heartbeats = 0
    package var heartbeatsAnswered = 0
    /// Answers that nothing waited for.
    package var unexpected = 0
    /// From the sending of a 0x0200 or 0x0704 to its answer with result 0.
    package var latency = LatencyHistogram()

    package init() {}

    package var unanswered: Int { sent - acknowledged - refused.values.reduce(0, +) }

    /// Every vehicle was admitted, every report acknowledged with result 0.
    package var isComplete: Bool {
        admitted == vehicles && connectionsLost == 0 && acknowledged == sent && unsent == 0
    }

    /// Counts the answer to a message that waited.
    mutating func settled(_ entry: SendWindow.Entry, _ result: GeneralAnswer.Result, now: UInt64) {
        guard entry.positions > 0 else {
            heartbeatsAnswered += 1
            return
        }
        guard result == .done else {
            refused[result.rawValue, default: 0] += Int(entry.positions)
            return
        }
        acknowledged += Int(entry.positions)
        latency.record(nanoseconds: now - min(now, entry.sentAt))
    }
}
