/// Where a day that is being streamed is.
package struct DayProgress: Sendable {
    package let elapsedSeconds: Double
    /// Second of the day; nil when no clock is kept.
    package let second: Int?
    package let tally: DayTally
    /// Reports of the whole day.
    package let reports: Int

    /// One line for a terminal.
    package var line: String {
        let clock = second.map { "\($0 / 3600):\($0 / 60 % 60 < 10 ? "0" : "")\($0 / 60 % 60), " } ?? ""
        let share = reports > 0 ? tally.reports * 100 / reports : 0
        return "\(Int(elapsedSeconds)) s: \(clock)\(share) %, \(tally.messages) messages sent, \(tally.acknowledged) "
            + "acknowledged"
    }
}
