public import NIOCore

/// One sound frame: unescaped, its check code verified, its header read.
public struct Frame: Equatable, Sendable {
    public var header: FrameHeader
    /// The unescaped body, ``FrameHeader/bodyLength`` bytes. When ``FrameHeader/package`` is set it is one slice of the
    /// message's body and means nothing alone.
    public var body: ByteBuffer

    public init(header: FrameHeader, body: ByteBuffer) {
        self.header = header
        self.body = body
    }
}
