public import NIOCore

/// The driver turns an information service on or off: 0x0303 (2011 and 2013). 信息点播/取消.
public struct InformationSubscription: Equatable, Sendable {
    /// As in ``InformationMenu/Item/kind``.
    public var kind: UInt8
    /// 0 off, 1 on.
    public var state: UInt8

    public init(kind: UInt8, state: UInt8) {
        self.kind = kind
        self.state = state
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = try body.take(&offset)
        state = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(kind)
        body.writeInteger(state)
    }
}
