/// Counts durations in buckets that are at most 1/32 of their value wide (the idea of HdrHistogram): a fixed size, one
/// increment a value.
package struct LatencyHistogram: Sendable {
    private static let subBucketBits = 5
    /// Microseconds below 2^5 exactly, then 32 buckets for each doubling up to 2^36 us, 19 hours.
    private var counts = [UInt64](repeating: 0, count: (36 - subBucketBits + 1) << subBucketBits)
    package private(set) var total: UInt64 = 0

    package init() {}

    package mutating func record(nanoseconds: UInt64) {
        counts[min(Self.index(of: nanoseconds / 1000), counts.count - 1)] += 1
        total += 1
    }

    /// The duration in milliseconds that so many of all values do not exceed, as the upper edge of its bucket; nil without
    /// values.
    /// - Parameter fraction: 0 to 1; 0.5 is the median.
    package func milliseconds(at fraction: Double) -> Double? {
        guard total > 0 else { return nil }
        let rank = max(1, (Double(total) * fraction).rounded(.up))
        var seen: UInt64 = 0
        for (index, count) in counts.enumerated() {
            seen += count
            if Double(seen) >= rank { return Double(Self.upperEdge(of: index)) / 1000 }
        }
        return nil
    }

    private static func index(of microseconds: UInt64) -> Int {
        let width = UInt64.bitWidth - microseconds.leadingZeroBitCount
        let shift = max(0, width - subBucketBits - 1)
        return shift << subBucketBits + Int(microseconds >> UInt64(shift))
    }

    private static func upperEdge(of index: Int) -> UInt64 {
        let shift = max(0, index >> subBucketBits - 1)
        return (UInt64(index - shift << subBucketBits) + 1) << UInt64(shift) - (shift == 0 ? 0 : 1)
    }
}
