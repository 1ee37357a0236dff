/// A number as Yaohua frames carry it: sign, six digits with zeros in front, number of decimals.
public struct YaohuaValue: Hashable, Sendable {
    static let length = 8
    public static let mostDecimals = 4

    public let isNegative: Bool
    /// Up to 999999.
    public let digits: UInt32
    /// 0 to 4.
    public let decimals: Int

    /// nil when a figure is out of its range.
    public init?(digits: UInt32, decimals: Int, isNegative: Bool = false) {
        guard digits <= 999_999, (0...Self.mostDecimals).contains(decimals) else { return nil }
        self.digits = digits
        self.decimals = decimals
        self.isNegative = isNegative
    }

    /// The number of a weight; nil when it does not fit.
    public init?(_ weight: Weight, isNegative: Bool) {
        guard let digits = UInt32(exactly: weight.digits.magnitude),
            weight.digits == 0 || (weight.digits < 0) == isNegative
        else { return nil }
        self.init(digits: digits, decimals: -weight.exponent, isNegative: isNegative)
    }

    /// - Throws: ``ScaleFault/shape`` for characters that cannot stand there, ``ScaleFault/value`` for too many decimals.
    init(_ span: RawSpan, at offset: Int, mask: UInt8) throws(ScaleFault) {
        switch span.byte(at: offset, mask: mask) {
        case UInt8(ascii: "+"): isNegative = false
        case UInt8(ascii: "-"): isNegative = true
        default: throw .shape
        }
        var digits: UInt32 = 0
        for index in offset + 1..<offset + 7 {
            guard let byte = span.byte(at: index, mask: mask), (0x30...0x39).contains(byte) else { throw .shape }
            digits = digits * 10 + UInt32(byte - 0x30)
        }
        self.digits = digits
        guard let last = span.byte(at: offset + 7, mask: mask), (0x30...0x39).contains(last) else { throw .shape }
        decimals = Int(last - 0x30)
        guard decimals <= Self.mostDecimals else { throw .value }
    }

    var characters: [UInt8] {
        let text = Array(String(digits).utf8)
        return [UInt8(ascii: isNegative ? "-" : "+")] + repeatElement(UInt8(ascii: "0"), count: 6 - text.count) + text
            + [0x30 + UInt8(decimals)]
    }

    public func weight(in unit: WeightUnit) -> Weight {
        Weight(digits: isNegative ? -Int64(digits) : Int64(digits), exponent: -decimals, unit: unit)
    }
}
