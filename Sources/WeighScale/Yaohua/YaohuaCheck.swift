/// Yaohua's check characters: the XOR of the bytes between STX and themselves, one character for each half.
enum YaohuaCheck {
    static func value(_ bytes: some Sequence<UInt8>) -> UInt8 { bytes.reduce(0, ^) }

    static func value(_ span: RawSpan, _ range: Range<Int>, mask: UInt8) -> UInt8 {
        range.reduce(0) { $0 ^ (span.byte(at: $1, mask: mask) ?? 0) }
    }

    static func characters(of value: UInt8) -> [UInt8] { [character(of: value >> 4), character(of: value & 0x0F)] }

    private static func character(of half: UInt8) -> UInt8 { half + (half <= 9 ? 0x30 : 0x37) }

    /// The value of one character: 0 to 9, A to F, or, as some firmware has it, the six characters that follow 9.
    private static func half(_ character: UInt8?) -> UInt8? {
        switch character {
        case let digit? where (0x30...0x3F).contains(digit): digit - 0x30
        case let letter? where (0x41...0x46).contains(letter): letter - 0x37
        default: nil
        }
    }

    /// Whether the two characters at `offset` are the check of `range`; nil when they are no check characters.
    static func isRight(_ span: RawSpan, at offset: Int, of range: Range<Int>, mask: UInt8) -> Bool? {
        guard let high = half(span.byte(at: offset, mask: mask)), let low = half(span.byte(at: offset + 1, mask: mask))
        else { return nil }
        return high << 4 | low == value(span, range, mask: mask)
    }
}
