package import JTT808

/// The id of a tag or card inside the bytes that a rule looks at.
package struct TagField: Equatable, Sendable {
    package enum Reading: Equatable, Sendable {
        case tag(RFIDTag)
        /// Empty, or nothing but 0x00 or nothing but 0xFF.
        case none
        case unreadable
    }

    package enum Size: Equatable, Sendable {
        case bytes(Int)
        case rest
        /// The byte in front says how many follow.
        case prefixed
    }

    package enum Form: Equatable, Sendable {
        /// Bytes as sent.
        case bytes
        /// Bytes in the other order.
        case reversed
        /// Text, kept as its bytes without the NUL and spaces around it.
        case ascii
        /// Hex digits, kept as the bytes that they mean.
        case hex
    }

    /// As in ``RFIDTag/technology``.
    package var technology: UInt8
    package var place: FieldPlace
    package var size: Size
    package var form: Form

    func read(_ span: RawSpan) -> Reading {
        guard let range = range(in: span) else { return .unreadable }
        var bytes = span.extracting(range).copiedBytes
        switch form {
        case .bytes: break
        case .reversed: bytes.reverse()
        case .ascii, .hex:
            while let last = bytes.last, last == 0 || last == 0x20 { bytes.removeLast() }
            bytes.removeFirst(bytes.prefix { $0 == 0 || $0 == 0x20 }.count)
            if form == .ascii {
                guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return .unreadable }
            } else {
                guard let decoded = Self.decodeHex(bytes) else { return .unreadable }
                bytes = decoded
            }
        }
        if bytes.allSatisfy({ $0 == 0 }) || bytes.allSatisfy({ $0 == 0xFF }) { return .none }
        guard bytes.count <= Int(UInt8.max) else { return .unreadable }
        return .tag(RFIDTag(technology: technology, bytes: bytes))
    }

    func position(in span: RawSpan) -> Int32? {
        range(in: span).flatMap { Int32(exactly: 64 * $0.lowerBound) }
    }

    private func range(in span: RawSpan) -> Range<Int>? {
        switch size {
        case .rest: return place.range(in: span, width: nil)
        case .bytes(let count): return place.range(in: span, width: count)
        case .prefixed:
            guard let start = place.range(in: span, width: 1)?.lowerBound, let count: UInt8 = span.load(at: start),
                start + 1 + Int(count) <= span.byteCount
            else { return nil }
            return start + 1..<start + 1 + Int(count)
        }
    }

    private static func decodeHex(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
