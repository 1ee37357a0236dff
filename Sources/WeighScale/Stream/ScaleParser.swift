public import NIOCore

/// Cuts an indicator's byte stream into readings.
///
/// Bytes may be cut anywhere, and anything may stand between frames. What is no frame is reported with its reason and
/// passed over up to the next byte that may begin one; the parser never gives up, and never keeps more than one frame's bytes.
public struct ScaleParser: Sendable {
    public enum Step: Equatable, Sendable {
        /// A sound frame, and its bytes as received.
        case reading(ScaleReading, raw: ByteBuffer)
        /// A sound frame without a weight: a handshake, or the echo of a command.
        case notice(raw: ByteBuffer)
        /// A stretch that begins like a frame and is none.
        case malformed(ScaleFault, raw: ByteBuffer)
        /// So many bytes belong to no frame, and were dropped.
        case junk(Int)
        case needMoreData
    }

    /// No parser leaves more bytes than this in the buffer when it asks for more data.
    public static let mostPending = TextLine.longest

    public let dialect: ScaleDialect
    private var framing: Framing

    private enum Framing {
        case control(ControlFraming)
        case equals(EqualsFraming)
        case lines(LineFraming)
    }

    public init(_ dialect: ScaleDialect) {
        self.dialect = dialect
        switch dialect.form {
        case .toledo, .toledoShort, .toledoExtended, .yaohua, .yaohuaPoll: framing = .control(ControlFraming(dialect))
        case .equalsOld, .equalsReversed, .equalsForward: framing = .equals(EqualsFraming(dialect))
        case .text: framing = .lines(LineFraming(dialect))
        }
    }

    /// Takes the next reading or fault from the front of `buffer`. Bytes of an unfinished frame stay there.
    public mutating func next(in buffer: inout ByteBuffer) -> Step { step(in: &buffer, isLast: false) }

    /// The same after the link was silent for longer than between two bytes of a frame: what waits is judged as it stands.
    /// Call it until it needs more data; then the buffer is empty.
    public mutating func finish(in buffer: inout ByteBuffer) -> Step { step(in: &buffer, isLast: true) }

    private mutating func step(in buffer: inout ByteBuffer, isLast: Bool) -> Step {
        while buffer.readableBytes > 0 {
            switch examine(buffer.readableBytesSpan, isLast: isLast) {
            case .reading(let reading, let length): return .reading(reading, raw: take(length, from: &buffer))
            case .notice(let length): return .notice(raw: take(length, from: &buffer))
            case .fault(let fault, let length): return .malformed(fault, raw: take(length, from: &buffer))
            case .junk(let length):
                buffer.moveReaderIndex(forwardBy: length)
                return .junk(length)
            case .separator(let length): buffer.moveReaderIndex(forwardBy: length)
            case .needMoreData: return .needMoreData
            }
        }
        return .needMoreData
    }

    private mutating func examine(_ span: RawSpan, isLast: Bool) -> Finding {
        switch framing {
        case .control(var framing):
            let finding = framing.examine(span, isLast: isLast)
            self.framing = .control(framing)
            return finding
        case .equals(var framing):
            let finding = framing.examine(span, isLast: isLast)
            self.framing = .equals(framing)
            return finding
        case .lines(var framing):
            let finding = framing.examine(span, isLast: isLast)
            self.framing = .lines(framing)
            return finding
        }
    }

    private func take(_ length: Int, from buffer: inout ByteBuffer) -> ByteBuffer {
        buffer.readSlice(length: length) ?? ByteBuffer()
    }
}
