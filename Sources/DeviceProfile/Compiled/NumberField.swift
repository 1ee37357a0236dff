import JTT808

/// A number inside the bytes that a rule looks at: where it stands and how it is written.
package struct NumberField: Equatable, Sendable {
    package enum Encoding: Equatable, Sendable {
        case unsigned
        /// Two's complement.
        case signed
        /// The top bit is the sign, the others are the magnitude.
        case signMagnitude
        /// Two decimal digits a byte.
        case bcd
        /// ASCII digits, with a sign and a point at will, between spaces or NUL.
        case decimal
    }

    /// A number as written: `mantissa` / 10 to the power `decimals`.
    struct Value: Equatable {
        var mantissa: Int64
        var decimals = 0

        /// Without what stands behind the point.
        var whole: Int64 { decimals == 0 ? mantissa : mantissa / powersOfTen[decimals] }
    }

    /// Digits of a decimal or BCD number that are read at most: more do not fit 64 bits.
    static let mostDigits = 18

    package var place: FieldPlace
    /// Bytes; nil: to the end of the text.
    package var width: Int?
    package var encoding: Encoding
    package var isLittleEndian = false
    /// These bits of an unsigned number, 0 the lowest; nil: all.
    package var bits: ClosedRange<Int>?

    /// - Returns: nil when there is no such number.
    func value(in span: RawSpan) -> Value? {
        guard let range = place.range(in: span, width: width) else { return nil }
        switch encoding {
        case .bcd: return bcd(span, range)
        case .decimal: return decimal(span, range)
        case .unsigned:
            var number = integer(span, range)
            if let bits { number = (number >> UInt64(bits.lowerBound)) & (UInt64.max >> UInt64(64 - bits.count)) }
            return Int64(exactly: number).map { Value(mantissa: $0) }
        case .signed:
            let unused = Int64(64 - 8 * range.count)
            return Value(mantissa: (Int64(bitPattern: integer(span, range)) << unused) >> unused)
        case .signMagnitude:
            let number = integer(span, range)
            let sign: UInt64 = 1 << UInt64(8 * range.count - 1)
            let magnitude = Int64(number & (sign - 1))
            return Value(mantissa: number & sign == 0 ? magnitude : -magnitude)
        }
    }

    /// The field's first bit, counted from the beginning of `span`: two fields of one item have two numbers.
    func position(in span: RawSpan) -> Int32? {
        guard let range = place.range(in: span, width: width) else { return nil }
        return Int32(exactly: 64 * range.lowerBound + (bits?.lowerBound ?? 0))
    }

    private func integer(_ span: RawSpan, _ range: Range<Int>) -> UInt64 {
        var number: UInt64 = 0
        for index in 0..<range.count {
            let offset = isLittleEndian ? range.upperBound - 1 - index : range.lowerBound + index
            let byte: UInt8 = span.load(at: offset) ?? 0
            number = number << 8 | UInt64(byte)
        }
        return number
    }

    private func bcd(_ span: RawSpan, _ range: Range<Int>) -> Value? {
        var number: Int64 = 0
        for index in 0..<range.count {
            let offset = isLittleEndian ? range.upperBound - 1 - index : range.lowerBound + index
            guard let byte: UInt8 = span.load(at: offset), byte >> 4 < 10, byte & 15 < 10 else { return nil }
            number = number * 100 + Int64(byte >> 4) * 10 + Int64(byte & 15)
        }
        return Value(mantissa: number)
    }

    private func decimal(_ span: RawSpan, _ range: Range<Int>) -> Value? {
        var value = Value(mantissa: 0)
        var digits = 0
        var isNegative = false
        var hasPoint = false
        var hasEnded = false
        for offset in range {
            guard let byte: UInt8 = span.load(at: offset) else { return nil }
            switch byte {
            case 0x00, UInt8(ascii: " "):
                if digits > 0 || hasPoint || isNegative { hasEnded = true }
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard !hasEnded, digits < Self.mostDigits else { return nil }
                value.mantissa = value.mantissa * 10 + Int64(byte & 15)
                digits += 1
                if hasPoint { value.decimals += 1 }
            case UInt8(ascii: "."):
                guard !hasEnded, !hasPoint else { return nil }
                hasPoint = true
            case UInt8(ascii: "-"), UInt8(ascii: "+"):
                guard !hasEnded, digits == 0, !hasPoint, !isNegative else { return nil }
                isNegative = byte == UInt8(ascii: "-")
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        if isNegative { value.mantissa = -value.mantissa }
        return value
    }
}

/// 1 to 10¹⁸.
let powersOfTen: [Int64] = (0...18).map { exponent in (0..<exponent).reduce(1) { power, _ in power * 10 } }
