/// How long a terminal waits before it connects again: doubled after each failure, and spread, so that a fleet that was cut
/// off together does not come back together.
package struct ReconnectDelay: Sendable {
    package static let shortestMilliseconds = 200
    package static let longestMilliseconds = 15_000

    private var random: SplitMix64
    private var failures = 0

    package init(seed: UInt64, index: Int) { random = SplitMix64(seed: ~seed, stream: index) }

    /// Milliseconds until the next attempt: between one half of the doubled delay and the whole.
    package mutating func next() -> Int64 {
        let full = min(Self.longestMilliseconds, Self.shortestMilliseconds << min(failures, 10))
        failures += 1
        return Int64(random.integer(full / 2...full))
    }

    /// The terminal was admitted.
    package mutating func reset() { failures = 0 }
}
