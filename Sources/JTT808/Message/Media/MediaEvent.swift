public import NIOCore

/// Something was photographed or recorded: 0x0800 (clause 8.50), and the head of 0x0801. 多媒体事件信息上传.
public struct MediaEvent: Equatable, Sendable {
    static let byteCount = 8

    /// Above 0.
    public var id: UInt32
    /// 0 picture, 1 sound, 2 video.
    public var kind: UInt8
    /// 0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV.
    public var format: UInt8
    /// 0 ordered, 1 timed, 2 robbery, 3 collision or rollover, 4 door open, 5 door closed, 6 door closed and speed over
    /// 20 km/h, 7 distance.
    public var event: UInt8
    public var channel: UInt8

    public init(id: UInt32, kind: UInt8, format: UInt8, event: UInt8, channel: UInt8) {
        self.id = id
        self.kind = kind
        self.format = format
        self.event = event
        self.channel = channel
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        id = try body.take(&offset)
        kind = try body.take(&offset)
        format = try body.take(&offset)
        event = try body.take(&offset)
        channel = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(id)
        body.writeInteger(kind)
        body.writeInteger(format)
        body.writeInteger(event)
        body.writeInteger(channel)
    }
}
