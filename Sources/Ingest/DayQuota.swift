import Telemetry

/// How many days outside the usual ones a lane opens. Every day needs partitions, and a terminal whose dates wander over
/// decades would make thousands of them, while everybody else waits.
///
/// The days around today cost nothing. Another one costs a token the first time; without a token it is not opened.
struct DayQuota {
    static let burst = 200
    /// A token comes back after so many seconds.
    static let secondsPerToken = 10
    /// Days before and after today that cost nothing.
    static let usualDays: ClosedRange<Int32> = -7...2

    private var opened: Set<LocalDay> = []
    private var left = DayQuota.burst
    private var secondsSinceToken = 0
    private var lastUsual: LocalDay?

    /// Whether a record of `day` may be filed under its day.
    @inline(__always)
    mutating func admits(_ day: LocalDay, today: LocalDay) -> Bool {
        if day == lastUsual { return true }
        return admitsOther(day, today: today)
    }

    private mutating func admitsOther(_ day: LocalDay, today: LocalDay) -> Bool {
        if Self.usualDays.contains(day.daysSince1970 - today.daysSince1970) {
            lastUsual = day
            return true
        }
        if opened.contains(day) { return true }
        guard left > 0 else { return false }
        left -= 1
        opened.insert(day)
        return true
    }

    /// Call once a second.
    mutating func refill() {
        // A day that was usual yesterday may be so no more.
        lastUsual = nil
        secondsSinceToken += 1
        guard secondsSinceToken >= Self.secondsPerToken else { return }
        secondsSinceToken = 0
        left = min(Self.burst, left + 1)
    }
}
