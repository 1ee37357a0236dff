public import NIOCore

/// Writes readings as an indicator would send them: the other side of ``ScaleParser``.
public enum ScaleWriter {
    public enum Parity: Sendable, CaseIterable {
        case none
        case even
        case odd
    }

    /// Appends the frame that says `reading`. Toledo frames get a checksum unless the dialect has none.
    /// - Parameter parity: of seven data bits, passed on in bit 7 as a link set to eight does. With `none` bytes go as they are.
    /// - Returns: false when the dialect has no words for it; then nothing was written.
    public static func write(
        _ reading: ScaleReading, as dialect: ScaleDialect, parity: Parity = .none, into out: inout ByteBuffer
    ) -> Bool {
        let start = out.writerIndex
        guard encode(reading, as: dialect, into: &out) else { return false }
        guard parity != .none else { return true }
        for index in start..<out.writerIndex {
            guard let byte = out.getInteger(at: index, as: UInt8.self) else { continue }
            let isOdd = (byte & 0x7F).nonzeroBitCount % 2 == 1
            out.setInteger(byte & 0x7F | (isOdd == (parity == .even) ? 0x80 : 0), at: index)
        }
        return true
    }

    private static func encode(_ reading: ScaleReading, as dialect: ScaleDialect, into out: inout ByteBuffer) -> Bool {
        let hasChecksum = dialect.checksum != .absent
        switch dialect.form {
        case .toledo, .toledoShort:
            guard let frame = ToledoFrame(reading, isShort: dialect.form == .toledoShort) else { return false }
            frame.encode(into: &out, hasChecksum: hasChecksum)
        case .toledoExtended:
            guard let frame = ToledoExtendedFrame(reading) else { return false }
            frame.encode(into: &out, hasChecksum: hasChecksum)
        case .yaohua:
            guard let frame = YaohuaFrame(reading) else { return false }
            frame.encode(into: &out)
        case .yaohuaPoll:
            guard let answer = YaohuaAnswer(reading, address: 1) else { return false }
            answer.encode(into: &out)
        case .equalsOld, .equalsReversed, .equalsForward:
            guard reading.kind == .notSaid, reading.stability == .notSaid, reading.range == .notSaid,
                let weight = reading.weight
            else { return false }
            return EqualsFrame(weight: weight, isNegative: reading.isNegative).encode(into: &out, form: dialect.form)
        case .text:
            return TextLine.write(reading, into: &out)
        }
        return true
    }
}
