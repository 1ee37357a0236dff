public import NIOCore

/// A number between two `=`: Yaohua's and Keli's large-display output in its three forms.
///
/// There is neither a check nor an end: a frame is complete when the next `=` comes, or the link falls silent. And nothing
/// in it tells its direction, `=0003.000` being 3.000 forward and 0.300 reversed: the dialect must say it.
public struct EqualsFrame: Hashable, Sendable {
    static let separator = UInt8(ascii: "=")
    static let longest = 16

    public var weight: Weight
    /// The sign as sent; a zero has one too.
    public var isNegative: Bool

    public init(weight: Weight, isNegative: Bool) {
        self.weight = weight
        self.isNegative = isNegative
    }

    /// Reads the characters between two `=`.
    init(_ span: RawSpan, _ range: Range<Int>, dialect: ScaleDialect) throws(ScaleFault) {
        guard
            let text = DecimalText(span, range, isReversed: dialect.form != .equalsForward, mask: dialect.mask)
        else { throw .shape }
        guard let weight = text.weight(in: dialect.unit) else { throw .value }
        self.weight = weight
        isNegative = text.isNegative
    }

    public var reading: ScaleReading { ScaleReading(weight: weight, isNegative: isNegative) }

    /// Appends the frame, its `=` first.
    /// - Returns: false when the number does not fit; then nothing was written.
    public func encode(into out: inout ByteBuffer, form: ScaleDialect.Form) -> Bool {
        guard weight.digits == 0 || (weight.digits < 0) == isNegative,
            var text = DecimalText.characters(of: weight, width: 7, hasLastPoint: true)
        else { return false }
        let sign = UInt8(ascii: isNegative ? "-" : "0")
        switch form {
        case .equalsOld:
            // The sign takes the place of the highest digit.
            if isNegative {
                guard text[0] == UInt8(ascii: "0") else { return false }
                text[0] = sign
            }
            text.reverse()
        case .equalsReversed:
            text.insert(sign, at: 0)
            text.reverse()
        case .equalsForward:
            text.insert(sign, at: 0)
        default:
            return false
        }
        out.writeInteger(Self.separator)
        out.writeBytes(text)
        return true
    }
}

extension ScaleDialect {
    /// Characters between two `=`.
    var contentLength: Int { min(max(equalsLength ?? (form == .equalsOld ? 7 : 8), 1), EqualsFrame.longest) }
}
