/// A number in ASCII as indicators write it: spaces, a sign, spaces, digits with at most one point, spaces.
struct DecimalText {
    /// More digits than any display has, and few enough for 64 bits.
    static let mostDigits = 15

    /// nil when there is no digit: a blank field.
    var magnitude: Int64?
    /// Digits behind the point.
    var decimals = 0
    var isNegative = false

    /// Reads all bytes of `range`, from its end when `isReversed`; nil when they are no such number.
    init?(_ span: RawSpan, _ range: Range<Int>, isReversed: Bool = false, mask: UInt8 = 0xFF) {
        enum Part { case start, sign, digits, end }
        var part = Part.start
        var digits = 0
        var hasPoint = false
        var value: Int64 = 0
        for step in 0..<range.count {
            let offset = isReversed ? range.upperBound - 1 - step : range.lowerBound + step
            guard let byte = span.byte(at: offset, mask: mask) else { return nil }
            switch (byte, part) {
            case (0x30...0x39, .start), (0x30...0x39, .sign), (0x30...0x39, .digits):
                part = .digits
                digits += 1
                guard digits <= Self.mostDigits else { return nil }
                value = value * 10 + Int64(byte - 0x30)
                if hasPoint { decimals += 1 }
            case (UInt8(ascii: "."), .start), (UInt8(ascii: "."), .sign), (UInt8(ascii: "."), .digits):
                guard !hasPoint else { return nil }
                hasPoint = true
                part = .digits
            case (UInt8(ascii: "+"), .start):
                part = .sign
            case (UInt8(ascii: "-"), .start):
                part = .sign
                isNegative = true
            case (UInt8(ascii: " "), .digits):
                part = .end
            case (UInt8(ascii: " "), _):
                continue
            default:
                return nil
            }
        }
        magnitude = digits > 0 ? value : nil
        guard digits > 0 || !hasPoint else { return nil }
    }

    func weight(in unit: WeightUnit) -> Weight? {
        magnitude.map { Weight(digits: isNegative ? -$0 : $0, exponent: -decimals, unit: unit) }
    }

    /// `weight` without its sign, as few characters as it takes; nil when it has dummy zeros or too many decimals. A number
    /// without decimals has its point behind it when `hasLastPoint`.
    static func digits(of weight: Weight, hasLastPoint: Bool = false) -> [UInt8]? {
        guard weight.exponent <= 0, weight.exponent >= -mostDigits else { return nil }
        var digits = Array(String(weight.digits.magnitude).utf8)
        let decimals = -weight.exponent
        if digits.count <= decimals {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: decimals + 1 - digits.count), at: 0)
        }
        if decimals > 0 || hasLastPoint { digits.insert(UInt8(ascii: "."), at: digits.count - decimals) }
        return digits
    }

    /// The same in exactly `width` characters with zeros in front; nil when it does not fit.
    static func characters(of weight: Weight, width: Int, hasLastPoint: Bool = false) -> [UInt8]? {
        guard let digits = digits(of: weight, hasLastPoint: hasLastPoint), digits.count <= width else { return nil }
        return Array(repeatElement(UInt8(ascii: "0"), count: width - digits.count)) + digits
    }
}

extension DecimalText: Hashable {
    /// `weight`, or a blank.
    init(_ weight: Weight?, isNegative: Bool) {
        magnitude = weight.map { Int64(clamping: $0.digits.magnitude) }
        decimals = weight.map { -$0.exponent } ?? 0
        self.isNegative = isNegative
    }

    /// Right-aligned in `width` characters with spaces in front, the sign next to the number; nil when it does not fit.
    func field(width: Int) -> [UInt8]? {
        var text: [UInt8] = []
        if let magnitude {
            guard let digits = Self.digits(of: Weight(digits: magnitude, exponent: -decimals, unit: .gram)) else {
                return nil
            }
            text = digits
        }
        if isNegative { text.insert(UInt8(ascii: "-"), at: 0) }
        guard text.count <= width else { return nil }
        return Array(repeatElement(UInt8(ascii: " "), count: width - text.count)) + text
    }
}
