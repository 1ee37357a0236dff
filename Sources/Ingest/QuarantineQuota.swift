/// How much a lane keeps of what it cannot decode. A device that sends garbage for hours must not fill the disk: beyond the
/// quota only counters grow.
struct QuarantineQuota {
    /// Records a second, with a burst of as many seconds' worth as passed unused, up to the burst.
    static let recordsPerSecond = 10
    static let burst = 1_000

    private var left = QuarantineQuota.burst

    mutating func take() -> Bool {
        guard left > 0 else { return false }
        left -= 1
        return true
    }

    /// Call once a second.
    mutating func refill() { left = min(Self.burst, left + Self.recordsPerSecond) }
}
