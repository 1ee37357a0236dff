/// Bounded reads of single bytes: every decoder here reads through them, so that nothing in a stream can make it read past
/// a bound. `mask` takes the parity bit off where a link lets it through.
extension RawSpan {
    @inline(__always)
    func byte(at offset: Int, mask: UInt8 = 0xFF) -> UInt8? {
        guard offset >= 0, offset < byteCount else { return nil }
        return unsafeLoad(fromByteOffset: offset, as: UInt8.self) & mask
    }

    /// The first place of `byte` in `range`, cut to what is there.
    func firstIndex(of byte: UInt8, in range: Range<Int>, mask: UInt8) -> Int? {
        var index = max(0, range.lowerBound)
        let end = min(byteCount, range.upperBound)
        while index < end {
            if unsafeLoad(fromByteOffset: index, as: UInt8.self) & mask == byte { return index }
            index += 1
        }
        return nil
    }

    /// The first CR or LF in `range`, cut to what is there.
    func firstLineEnd(in range: Range<Int>, mask: UInt8) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound, let byte = byte(at: index, mask: mask) {
            if byte == Control.carriageReturn || byte == Control.lineFeed { return index }
            index += 1
        }
        return nil
    }
}

/// Control characters that frame the dialects.
enum Control {
    static let startOfHeading: UInt8 = 0x01
    static let startOfText: UInt8 = 0x02
    static let endOfText: UInt8 = 0x03
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
}
