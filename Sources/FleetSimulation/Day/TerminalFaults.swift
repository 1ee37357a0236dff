/// What is wrong with one terminal on one day. Moments are true seconds after midnight.
package struct TerminalFaults: Equatable, Sendable {
    /// What the clock says for the first ``RoutePlanner/warmUpS`` less a margin after power-up.
    package enum Clock: String, Sendable {
        case unset
        case future
    }

    /// Reports after power-up that have no true time yet: 200 s, less than the warm-up, so that no record is among them.
    static let undatedReports = 20

    /// What happens between is sent at the end.
    package internal(set) var silence: Range<Int>?
    /// From then on nothing comes any more.
    package internal(set) var diesAt: Int?
    /// Seconds that the clock is ahead, -480 to 480.
    package internal(set) var clockOffsetS = 0
    package internal(set) var clockAtPowerUp: Clock?
    /// Grams an hour.
    package internal(set) var lifterDriftG = 0

    func isLost(at second: Int) -> Bool { diesAt.map { second >= $0 } ?? false }

    /// When what happens at `second` is sent; nil when never.
    func sentAt(_ second: Int) -> Int? {
        let sent = silence.map { $0.contains(second) ? $0.upperBound : second } ?? second
        return isLost(at: sent) ? nil : sent
    }
}
