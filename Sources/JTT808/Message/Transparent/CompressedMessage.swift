public import NIOCore

/// A message that was compressed: 0x0901 (clause 8.62). 数据压缩上报.
///
/// Whether a whole message or a body is inside is not said. Unpacking is not the codec's business: who does it bounds the
/// size of what comes out.
public struct CompressedMessage: Equatable, Sendable {
    /// GZIP data as sent.
    public var data: [UInt8]

    public init(data: [UInt8]) { self.data = data }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt32 = try body.take(&offset)
        data = try body.takeBytes(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(UInt32(clamping: data.count))
        body.writeBytes(data)
    }
}
