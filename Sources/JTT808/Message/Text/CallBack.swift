public import NIOCore

/// Has the terminal call a number: 0x8400 (clause 8.28). 电话回拨.
public struct CallBack: Equatable, Sendable {
    /// 0 an ordinary call, 1 listens in.
    public var kind: UInt8
    /// At most 20 bytes.
    public var number: WireText

    public init(kind: UInt8, number: WireText) {
        self.kind = kind
        self.number = number
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = try body.take(&offset)
        number = WireText(padded: body.rest(from: offset))
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(kind)
        body.writeFinalText(number, edition)
    }
}
