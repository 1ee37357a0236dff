/// Where a running load is.
package struct LoadProgress: Sendable {
    package let elapsedSeconds: Double
    package let tally: LoadTally

    /// One line for a terminal.
    package var line: String {
        "\(Int(elapsedSeconds)) s: \(tally.connected) connected, \(tally.sent) sent, \(tally.acknowledged) acknowledged, "
            + "\(tally.waiting) late, \(tally.retransmitted) sent again"
    }
}

/// What a load run came to.
package struct LoadSummary: Sendable {
    /// An open loop whose generator looks later than this at 1 % of its turns measures itself.
    private static let acceptedLagMilliseconds = 10.0
    /// A generator that uses so much of its one processor is the limit of a closed loop.
    private static let acceptedCPUShare = 0.95

    package let configuration: LoadConfiguration
    package let tally: LoadTally
    /// From the start to the last acknowledgement, or to the end of the schedule when that is later.
    package let seconds: Double
    /// Processor time of the generator in that time, 1 for one processor.
    package let cpuShare: Double

    package var acknowledgedPerSecond: Double { seconds > 0 ? Double(tally.acknowledged) / seconds : 0 }

    /// Whether the figures say more of the generator than of the gateway.
    package var fellBehind: Bool {
        switch configuration.pace {
        case .rate: (tally.generatorLag.milliseconds(at: 0.99) ?? 0) > Self.acceptedLagMilliseconds
        case .saturation: cpuShare > Self.acceptedCPUShare
        case .idle: false
        }
    }

    /// Why the exit status is 1, in one line; nil when every report was acknowledged.
    package var complaint: String? {
        var faults = tally.notAdmitted.sorted { $0.key < $1.key }.map { "\($0.value) vehicles: \($0.key)" }
        let refused = tally.refused.values.reduce(0, +)
        if refused > 0 { faults.append("\(refused) reports refused") }
        if tally.unacknowledged > 0 { faults.append("\(tally.unacknowledged) reports not acknowledged") }
        if tally.waiting > 0 { faults.append("\(tally.waiting) reports never sent, which the latencies leave out") }
        if configuration.pace == .idle && tally.connected < tally.vehicles {
            faults.append("\(tally.connected) of \(tally.vehicles) connected at the end")
        }
        return faults.isEmpty ? nil : faults.joined(separator: "; ")
    }
}
