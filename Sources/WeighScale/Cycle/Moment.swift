/// A point in time, in microseconds since an origin that the caller chooses and keeps to: 1970 in UTC, as a rule.
public struct Moment: Hashable, Comparable, Sendable {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    public static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }

    /// Microseconds from `earlier` to here; 0 when the clock was set back in between.
    func microseconds(since earlier: Moment) -> Int64 {
        let (elapsed, overflow) = microseconds.subtractingReportingOverflow(earlier.microseconds)
        return overflow ? (self < earlier ? 0 : .max) : max(0, elapsed)
    }
}

extension Duration {
    /// Whole microseconds; settings bound it far below 64 bits.
    var wholeMicroseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
