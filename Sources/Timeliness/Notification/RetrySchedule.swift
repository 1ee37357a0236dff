/// When a message that was not taken is sent again, and when it is given up.
package struct RetrySchedule: Sendable, Equatable {
    /// Before the second attempt, seconds; doubled before each further one.
    var firstDelay = 10.0
    /// The longest, seconds.
    var longestDelay = 1800.0
    /// With these delays the last attempt comes some five hours after the first.
    package var attempts = 18

    package init() {}

    /// Seconds from a failed attempt to the next; nil: there is none.
    ///
    /// - Parameters:
    ///   - attempt: the one that failed, from 1.
    ///   - askedFor: what the receiver asked for, seconds; not beyond an hour.
    ///   - jitter: 0 to 1, drawn anew for each: without it everything that failed at once would come back at once.
    package func delay(after attempt: Int, askedFor: Double? = nil, jitter: Double) -> Double? {
        guard attempt < attempts else { return nil }
        var delay = firstDelay
        for _ in 1..<max(1, attempt) where delay < longestDelay { delay *= 2 }
        return max(min(delay, longestDelay) * (0.5 + jitter), min(askedFor ?? 0, 3600))
    }
}
