import Foundation

/// Where a running drive is.
package struct DriveProgress: Sendable {
    package let elapsedSeconds: Double
    package let tally: DriveTally

    /// One line for a terminal.
    package var line: String {
        "\(Int(elapsedSeconds)) s: \(tally.sent) sent, \(tally.acknowledged) acknowledged, "
            + "\(tally.unanswered) waiting, \(tally.refused.values.reduce(0, +)) refused"
    }
}

/// What a drive came to.
package struct DriveSummary: Sendable {
    package let configuration: DriveConfiguration
    package let tally: DriveTally
    /// From the first report to the last answer.
    package let seconds: Double

    /// Reports acknowledged in a second, over the whole drive.
    package var acknowledgedPerSecond: Double { seconds > 0 ? Double(tally.acknowledged) / seconds : 0 }

    /// Aligned lines for people.
    package var text: String {
        var rows: [(String, String)] = [("vehicles", "\(tally.admitted) of \(tally.vehicles) admitted")]
        for (reason, count) in tally.notAdmitted.sorted(by: { $0.key < $1.key }) {
            rows.append(("not admitted", "\(count): \(reason)"))
        }
        if tally.connectionsLost > 0 { rows.append(("connections lost", "\(tally.connectionsLost)")) }
        rows.append(("reports sent", "\(tally.sent)"))
        if tally.batches > 0 {
            rows.append(
                ("  in 0x0704", "\(tally.sentInBatches) in \(tally.batches) messages, after a gap or a full window"))
        }
        rows.append(("acknowledged", "\(tally.acknowledged)"))
        for (result, count) in tally.refused.sorted(by: { $0.key < $1.key }) {
            rows.append(("refused", "\(count) with result \(result)"))
        }
        rows.append(("unanswered", "\(tally.unanswered)"))
        if tally.unsent > 0 { rows.append(("never sent", "\(tally.unsent)")) }
        if tally.heartbeats > 0 {
            rows.append(("heartbeats", "\(tally.heartbeatsAnswered) of \(tally.heartbeats) answered"))
        }
        if tally.unexpected > 0 { rows.append(("unexpected answers", "\(tally.unexpected)")) }
        if let median = tally.latency.milliseconds(at: 0.5), let late = tally.latency.milliseconds(at: 0.99) {
            rows.append(("latency", String(format: "p50 %.1f ms, p99 %.1f ms", median, late)))
        }
        rows.append(("rate", String(format: "%.0f acknowledged/s over %.2f s", acknowledgedPerSecond, seconds)))
        return SummaryLines.aligned(rows)
    }

    /// One line of JSON; counts by result have the result as key.
    package var json: String {
        let record = Record(
            vehicles: tally.vehicles, admitted: tally.admitted, notAdmitted: tally.notAdmitted,
            connectionsLost: tally.connectionsLost, sent: tally.sent, batches: tally.batches,
            sentInBatches: tally.sentInBatches, acknowledged: tally.acknowledged,
            refused: Dictionary(uniqueKeysWithValues: tally.refused.map { (String($0.key), $0.value) }),
            unanswered: tally.unanswered, unsent: tally.unsent, heartbeats: tally.heartbeats,
            heartbeatsAnswered: tally.heartbeatsAnswered, unexpected: tally.unexpected,
            latencyP50Ms: tally.latency.milliseconds(at: 0.5), latencyP99Ms: tally.latency.milliseconds(at: 0.99),
            seconds: seconds, acknowledgedPerSecond: acknowledgedPerSecond)
        return JSONLine.encode(record)
    }

    private struct Record: Encodable {
        let vehicles, admitted: Int
        let notAdmitted: [String: Int]
        let connectionsLost, sent, batches, sentInBatches, acknowledged: Int
        let refused: [String: Int]
        let unanswered, unsent, heartbeats, heartbeatsAnswered, unexpected: Int
        let latencyP50Ms, latencyP99Ms: Double?
        let seconds, acknowledgedPerSecond: Double
    }

    /// Why the exit status is 1, in one line; nil when every report was acknowledged.
    package var complaint: String? {
        guard !tally.isComplete else { return nil }
        var faults: [String] = []
        for (reason, count) in tally.notAdmitted.sorted(by: { $0.key < $1.key }) {
            faults.append("\(count) vehicles: \(reason)")
        }
        if tally.connectionsLost > 0 { faults.append("\(tally.connectionsLost) connections lost") }
        let refused = tally.refused.values.reduce(0, +)
        if refused > 0 { faults.append("\(refused) reports refused") }
        if tally.unanswered > 0 { faults.append("\(tally.unanswered) reports unanswered") }
        if tally.unsent > 0 { faults.append("\(tally.unsent) reports never sent") }
        return faults.joined(separator: "; ")
    }
}
