import Foundation

/// What streaming a day came to.
package struct DaySummary: Sendable {
    package let tally: DayTally
    package let totals: DayTotals
    /// From the first message to the last acknowledgement.
    package let seconds: Double
    /// Processor time of the simulation in that time, in seconds.
    package let cpuSeconds: Double
    /// Weighings that were shown to the scale listener, of so many; nil without one.
    package var shown: (done: Int, of: Int)?

    /// Why the exit status is 1, in one line; nil when everything was acknowledged.
    package var complaint: String? {
        var faults = tally.notAdmitted.sorted { $0.key < $1.key }.map { "\($0.value) terminals: \($0.key)" }
        let refused = tally.refused.values.reduce(0, +)
        if refused > 0 { faults.append("\(refused) messages refused") }
        if tally.unacknowledged > 0 { faults.append("\(tally.unacknowledged) messages not acknowledged") }
        if faults.isEmpty && tally.reports != totals.fixRows {
            faults.append("\(tally.reports) of \(totals.fixRows) reports sent")
        }
        if let shown, shown.done < shown.of { faults.append("\(shown.done) of \(shown.of) weighings shown") }
        return faults.isEmpty ? nil : faults.joined(separator: "; ")
    }

    private var acknowledgedPerSecond: Double { seconds > 0 ? Double(tally.acknowledged) / seconds : 0 }

    /// Aligned lines for people.
    package var text: String {
        var rows = [
            ("terminals", "\(tally.admitted) of \(tally.terminals) admitted"),
            (
                "acknowledged",
                "\(tally.acknowledged) of \(tally.messages) messages with \(tally.reports) reports and \(tally.records) records"
            ),
            ("reached", String(format: "%.0f messages/s over %.2f s", acknowledgedPerSecond, seconds)),
            ("simulation", String(format: "%.2f s of a processor", cpuSeconds)),
            ("sent twice", "\(tally.repeated) as the day says, \(tally.retransmitted) after a lost connection"),
        ]
        for (reason, count) in tally.notAdmitted.sorted(by: { $0.key < $1.key }) {
            rows.append(("not admitted", "\(count): \(reason)"))
        }
        for (result, count) in tally.refused.sorted(by: { $0.key < $1.key }) {
            rows.append(("refused", "\(count) with result \(result)"))
        }
        if tally.connectionsLost > 0 { rows.append(("connections lost", "\(tally.connectionsLost)")) }
        if tally.unexpected > 0 { rows.append(("unexpected answers", "\(tally.unexpected)")) }
        if let shown { rows.append(("scales", "\(shown.done) of \(shown.of) weighings shown")) }
        rows.append(
            (
                "the tables must hold",
                "\(totals.fixRows) fixes, \(totals.liftRows) lifts with \(totals.liftNetG / 1000) kg, \(totals.tagReadRows) tag "
                    + "reads, \(totals.stationWeighingRows) station weighings"
            ))
        return SummaryLines.aligned(rows)
    }

    /// One line of JSON.
    package var json: String {
        JSONLine.encode(
            Record(
                terminals: tally.terminals, admitted: tally.admitted, notAdmitted: tally.notAdmitted,
                messages: tally.messages, acknowledged: tally.acknowledged,
                refused: Dictionary(uniqueKeysWithValues: tally.refused.map { (String($0.key), $0.value) }),
                unacknowledged: tally.unacknowledged, reports: tally.reports, records: tally.records,
                repeated: tally.repeated, retransmitted: tally.retransmitted, connectionsLost: tally.connectionsLost,
                unexpected: tally.unexpected, seconds: seconds, cpuSeconds: cpuSeconds,
                acknowledgedPerSecond: acknowledgedPerSecond, weighingsShown: shown?.done, totals: totals))
    }

    private struct Record: Encodable {
        let terminals, admitted: Int
        let notAdmitted: [String: Int]
        let messages, acknowledged: Int
        let refused: [String: Int]
        let unacknowledged, reports, records, repeated, retransmitted, connectionsLost, unexpected: Int
        let seconds, cpuSeconds, acknowledgedPerSecond: Double
        let weighingsShown: Int?
        let totals: DayTotals
    }
}
