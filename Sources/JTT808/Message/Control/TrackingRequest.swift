public import NIOCore

/// Temporary tracking: 0x8202 (clause 8.24), 临时位置跟踪控制.
public struct TrackingRequest: Equatable, Sendable {
    /// Seconds between reports; 0 stops.
    public var intervalS: UInt16
    /// Seconds for which it holds; nil when it stops, for then nothing follows.
    public var validS: UInt32?

    public init(intervalS: UInt16, validS: UInt32?) {
        self.intervalS = intervalS
        self.validS = validS
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        intervalS = try body.take(&offset)
        validS = intervalS == 0 && body.byteCount == offset ? nil : try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(intervalS)
        if let validS { body.writeInteger(validS) }
    }
}
