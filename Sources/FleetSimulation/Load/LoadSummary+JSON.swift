extension LoadSummary {
    /// One line of JSON; counts by result have the result as key.
    package var json: String {
        let (loop, asked): (String, Double?) =
            switch configuration.pace {
            case .rate(let perSecond): ("open", perSecond)
            case .saturation: ("closed", nil)
            case .idle: ("idle", nil)
            }
        let latency = tally.latency
        let lag = tally.generatorLag
        return JSONLine.encode(
            Record(
                loop: loop, corrected: loop == "open", vehicles: tally.vehicles, admitted: tally.admitted,
                notAdmitted: tally.notAdmitted, connected: tally.connected, inFlight: configuration.inFlight,
                askedPerSecond: asked, acknowledgedPerSecond: acknowledgedPerSecond, seconds: seconds, due: tally.due,
                sent: tally.sent, acknowledged: tally.acknowledged,
                refused: Dictionary(uniqueKeysWithValues: tally.refused.map { (String($0.key), $0.value) }),
                unacknowledged: tally.unacknowledged, neverSent: tally.waiting, retransmitted: tally.retransmitted,
                connectionsLost: tally.connectionsLost, reconnects: tally.reconnects, heartbeats: tally.heartbeats,
                heartbeatsAnswered: tally.heartbeatsAnswered, unexpected: tally.unexpected,
                latencyMs: Quantiles(latency), generatorLagMs: Quantiles(lag), generatorCpuShare: cpuShare,
                fellBehind: fellBehind))
    }

    private struct Quantiles: Encodable {
        let p50, p90, p99, p999, max: Double?

        init(_ histogram: LatencyHistogram) {
            p50 = histogram.milliseconds(at: 0.5)
            p90 = histogram.milliseconds(at: 0.9)
            p99 = histogram.milliseconds(at: 0.99)
            p999 = histogram.milliseconds(at: 0.999)
            max = histogram.milliseconds(at: 1)
        }
    }

    private struct Record: Encodable {
        let loop: String
        let corrected: Bool
        let vehicles, admitted: Int
        let notAdmitted: [String: Int]
        let connected, inFlight: Int
        let askedPerSecond: Double?
        let acknowledgedPerSecond, seconds: Double
        let due, sent, acknowledged: Int
        let refused: [String: Int]
        let unacknowledged, neverSent, retransmitted, connectionsLost, reconnects: Int
        let heartbeats, heartbeatsAnswered, unexpected: Int
        let latencyMs, generatorLagMs: Quantiles
        let generatorCpuShare: Double
        let fellBehind: Bool
    }
}
