/// Six characters of a Toledo frame as sent: digits with spaces or zeros in front, or blank.
public struct DigitField: Hashable, Sendable {
    /// The characters, the first in bits 40 to 47.
    private let packed: UInt64
    /// nil when the field shows no number.
    public let digits: UInt32?

    /// Reads six characters; nil when one can stand in no such field, or digits are not in one run.
    init?(_ span: RawSpan, at offset: Int, mask: UInt8) {
        var packed: UInt64 = 0
        var value: UInt32?
        var hasEnded = false
        var hasStar = false
        for index in offset..<offset + 6 {
            guard let byte = span.byte(at: index, mask: mask) else { return nil }
            packed = packed << 8 | UInt64(byte)
            switch byte {
            case 0x30...0x39:
                guard !hasEnded else { return nil }
                value = (value ?? 0) * 10 + UInt32(byte - 0x30)
            case UInt8(ascii: " "):
                if value != nil { hasEnded = true }
            case UInt8(ascii: "*"):
                hasStar = true
            default:
                return nil
            }
        }
        self.packed = packed
        // What the asterisk of animal weighing says of the digits beside it is not known, so they are not taken.
        digits = hasStar ? nil : value
    }

    /// A number right-aligned with `padding` (a space or a zero) in front; nil above 999999.
    public init?(digits: UInt32, padding: UInt8 = UInt8(ascii: " ")) {
        guard digits <= 999_999, padding == UInt8(ascii: " ") || padding == UInt8(ascii: "0") else { return nil }
        let text = Array(String(digits).utf8)
        let characters = Array(repeatElement(padding, count: 6 - text.count)) + text
        packed = characters.reduce(0) { $0 << 8 | UInt64($1) }
        self.digits = digits
    }

    private init(blank: UInt64) {
        packed = blank
        digits = nil
    }

    public static let blank = DigitField(blank: 0x2020_2020_2020)

    /// The six characters.
    public var characters: [UInt8] {
        stride(from: 40, through: 0, by: -8).map { UInt8(truncatingIfNeeded: packed >> $0) }
    }
}
