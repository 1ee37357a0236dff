/// A weight as an indicator shows it: digits, the place of the decimal point, a unit. Nothing is rounded.
public struct Weight: Hashable, Sendable {
    /// All digits as one signed number, without the decimal point: 1234 for 12.34.
    public var digits: Int64
    /// Power of ten that the digits are multiplied by: -2 for 12.34, 1 for a display with a dummy zero. Between -18 and 18.
    public var exponent: Int
    public var unit: WeightUnit

    public init(digits: Int64, exponent: Int, unit: WeightUnit) {
        self.digits = digits
        self.exponent = exponent
        self.unit = unit
    }

    /// Nearest whole number of grams, halves away from zero; nil when the unit is no mass or the number is beyond 64 bits.
    public var grams: Int64? { quotient.map { rounded($0.value, $0.divisor) }.flatMap { Int64(exactly: $0) } }

    /// Whether ``grams`` is the weight itself and not the nearest to it.
    public var isWholeGrams: Bool { quotient.map { $0.value % $0.divisor == 0 } ?? false }

    /// Grams as a fraction. 63 bits of digits and 50 of a unit fit 128, and so does a divisor of 10^27.
    private var quotient: (value: Int128, divisor: Int128)? {
        guard let nanograms = unit.nanograms, (-18...18).contains(exponent) else { return nil }
        let power = (0..<abs(exponent)).reduce(Int128(1)) { power, _ in power * 10 }
        let value = Int128(digits) * nanograms
        guard exponent > 0 else { return (value, 1_000_000_000 * power) }
        let (scaled, overflow) = value.multipliedReportingOverflow(by: power)
        return overflow ? nil : (scaled, 1_000_000_000)
    }

    private func rounded(_ value: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
        return quotient + value.signum()
    }

    /// Grams in `unit` at `exponent`, or nil when they cannot be shown there without loss.
    public init?(grams: Int64, exponent: Int, unit: WeightUnit) {
        guard let nanograms = unit.nanograms, (-18...18).contains(exponent) else { return nil }
        let power = (0..<abs(exponent)).reduce(Int128(1)) { power, _ in power * 10 }
        var value = Int128(grams) * 1_000_000_000
        var divisor = nanograms
        if exponent < 0 {
            let (scaled, overflow) = value.multipliedReportingOverflow(by: power)
            guard !overflow else { return nil }
            value = scaled
        } else {
            let (scaled, overflow) = divisor.multipliedReportingOverflow(by: power)
            guard !overflow else { return nil }
            divisor = scaled
        }
        guard value % divisor == 0, let digits = Int64(exactly: value / divisor) else { return nil }
        self.init(digits: digits, exponent: exponent, unit: unit)
    }
}

extension Weight: CustomStringConvertible {
    /// As on the display: `-12.34 kg`, `18500 kg`.
    public var description: String {
        var text = String(digits.magnitude)
        if exponent > 0 {
            if digits != 0 { text += String(repeating: "0", count: exponent) }
        } else if exponent < 0 {
            let places = -exponent
            if text.utf8.count <= places { text = String(repeating: "0", count: places + 1 - text.utf8.count) + text }
            text.insert(".", at: text.index(text.endIndex, offsetBy: -places))
        }
        return (digits < 0 ? "-" : "") + text + " " + unit.rawValue
    }
}
