import Foundation

extension LoadSummary {
    /// Aligned lines for people.
    package var text: String {
        var rows = [("vehicles", "\(tally.admitted) of \(tally.vehicles) admitted")]
        for (reason, count) in tally.notAdmitted.sorted(by: { $0.key < $1.key }) {
            rows.append(("not admitted", "\(count): \(reason)"))
        }
        switch configuration.pace {
        case .rate(let perSecond):
            rows.append(("open loop", "latency from the moment when a report was due"))
            rows.append(("asked", String(format: "%.0f/s, %d reports due", perSecond, tally.due)))
        case .saturation:
            rows.append(
                (
                    "closed loop",
                    "\(configuration.inFlight) in flight a terminal; latency from sending, not corrected for omission"
                ))
        case .idle: rows.append(("connected", "\(tally.connected) at the end"))
        }
        if configuration.pace != .idle { rows += reports }
        if tally.connectionsLost > 0 {
            rows.append(("connections lost", "\(tally.connectionsLost), \(tally.reconnects) reconnects"))
        }
        if tally.heartbeats > 0 {
            rows.append(("heartbeats", "\(tally.heartbeatsAnswered) of \(tally.heartbeats) answered"))
        }
        if tally.unexpected > 0 { rows.append(("unexpected answers", "\(tally.unexpected)")) }
        return SummaryLines.aligned(rows)
    }

    private var reports: [(String, String)] {
        var rows = [
            ("reached", String(format: "%.0f acknowledged/s over %.2f s", acknowledgedPerSecond, seconds)),
            ("acknowledged", "\(tally.acknowledged) of \(tally.sent) sent"),
        ]
        for (result, count) in tally.refused.sorted(by: { $0.key < $1.key }) {
            rows.append(("refused", "\(count) with result \(result)"))
        }
        if tally.retransmitted > 0 { rows.append(("sent again", "\(tally.retransmitted)")) }
        if tally.waiting > 0 { rows.append(("never sent", "\(tally.waiting)")) }
        if tally.latency.total > 0 {
            let figures = zip(["p50", "p90", "p99", "p99.9", "max"], [0.5, 0.9, 0.99, 0.999, 1]).map { name, fraction in
                String(format: "%@ %.1f", name, tally.latency.milliseconds(at: fraction) ?? 0)
            }
            rows.append(("latency in ms", figures.joined(separator: ", ")))
        }
        var generator = String(format: "%.0f %% of a processor", cpuShare * 100)
        if let lag = tally.generatorLag.milliseconds(at: 0.99) {
            generator += String(
                format: ", 99 %% of its turns at most %.1f ms late, the latest %.1f ms", lag,
                tally.generatorLag.milliseconds(at: 1) ?? 0)
        }
        rows.append(("generator", generator))
        if fellBehind { rows.append(("", "it fell behind: the figures say more of it than of the gateway")) }
        return rows
    }
}
