/// A small generator whose numbers are the same on every machine and with every Swift version: Vigna's SplitMix64.
package struct SplitMix64: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// An independent stream for the `index`-th member of what `seed` describes.
    package init(seed: UInt64, stream index: Int) {
        self.init(seed: Self.mix(seed) ^ Self.mix(UInt64(truncatingIfNeeded: index) &+ 0x6A09_E667_F3BC_C909))
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// Evenly spread over `range`, its upper bound left out.
    package mutating func uniform(_ range: Range<Double>) -> Double {
        range.lowerBound + (range.upperBound - range.lowerBound) * (Double(next() >> 11) * 0x1p-53)
    }

    /// Evenly spread over `range`. The bias of the multiplication is below 2^-32 for the small ranges here.
    package mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next().multipliedFullWidth(by: UInt64(range.count)).high)
    }

    /// The finalizer: a well spread function of `value`.
    package static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
