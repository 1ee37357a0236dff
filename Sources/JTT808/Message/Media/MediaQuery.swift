public import NIOCore

/// Searches the stored media: 0x8802 (clause 8.55). 存储多媒体数据检索. Also the head of 0x8803.
public struct MediaQuery: Equatable, Sendable {
    /// 0 picture, 1 sound, 2 video.
    public var kind: UInt8
    /// 0: all channels.
    public var channel: UInt8
    /// As in ``MediaEvent/event``.
    public var event: UInt8
    /// Zeros: no limit.
    public var start: TerminalTime
    /// Zeros: no limit.
    public var end: TerminalTime

    public init(kind: UInt8, channel: UInt8, event: UInt8, start: TerminalTime, end: TerminalTime) {
        self.kind = kind
        self.channel = channel
        self.event = event
        self.start = start
        self.end = end
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        try self.init(body, &offset)
    }

    init(_ body: RawSpan, _ offset: inout Int) throws(BodyError) {
        kind = try body.take(&offset)
        channel = try body.take(&offset)
        event = try body.take(&offset)
        start = try body.takeTime(&offset)
        end = try body.takeTime(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeBytes([kind, channel, event])
        start.encode(into: &body)
        end.encode(into: &body)
    }
}
