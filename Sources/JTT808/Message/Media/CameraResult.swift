public import NIOCore

/// What came of 0x8801: 0x0805 (clause 8.54; 2013 and 2019). 摄像头立即拍摄命令应答.
public struct CameraResult: Equatable, Sendable {
    /// Serial of the 0x8801.
    public var serial: UInt16
    /// 0 done, 1 failed, 2 no such channel.
    public var result: UInt8
    /// Ids of what was taken; with result 0 alone.
    public var mediaIDs: [UInt32]

    public init(serial: UInt16, result: UInt8, mediaIDs: [UInt32] = []) {
        self.serial = serial
        self.result = result
        self.mediaIDs = mediaIDs
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        serial = try body.take(&offset)
        result = try body.take(&offset)
        mediaIDs = []
        guard result == 0 else { return }
        let count: UInt16 = try body.take(&offset)
        mediaIDs = try body.takeList(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(result)
        guard result == 0 else { return }
        let ids = mediaIDs.prefix(Int(UInt16.max))
        body.writeInteger(UInt16(ids.count))
        body.writeList(ids)
    }
}
