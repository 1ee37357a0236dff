import Histogram

/// Counts durations in an HdrHistogram: three significant digits, a fixed size, one increment a value.
package struct LatencyHistogram: Sendable {
    /// Microseconds; what is longer than an hour counts as an hour.
    private static let longest: UInt64 = 3_600_000_000
    private var histogram = Histogram<UInt64>(highestTrackableValue: longest, numberOfSignificantValueDigits: .three)

    package init() {}

    package var total: UInt64 { histogram.totalCount }

    @inline(__always)
    package mutating func record(nanoseconds: UInt64) {
        histogram.record(min(nanoseconds / 1000, Self.longest))
    }

    /// Takes in all that `other` counted.
    package mutating func add(_ other: LatencyHistogram) { histogram.add(other.histogram) }

    /// The duration in milliseconds that so many of all values do not exceed, as the upper edge of its bucket; nil without
    /// values.
    /// - Parameter fraction: 0 to 1; 0.5 is the median, 1 the longest.
    package func milliseconds(at fraction: Double) -> Double? {
        total > 0 ? Double(histogram.valueAtPercentile(fraction * 100)) / 1000 : nil
    }
}
