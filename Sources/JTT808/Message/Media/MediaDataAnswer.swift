public import NIOCore

/// The answer to 0x0801 once all its slices are there or the wait is over: 0x8800 (clause 8.52). 多媒体数据上传应答.
public struct MediaDataAnswer: Equatable, Sendable {
    /// Serial of the 0x0801; 2011 only.
    public var serial: UInt16?
    public var mediaID: UInt32
    /// Numbers of the slices that are missing, at most 255; nil when all are there. A count of 0 means the same and is kept.
    public var missing: [UInt16]?

    public init(mediaID: UInt32, missing: [UInt16]? = nil, serial: UInt16? = nil) {
        self.serial = serial
        self.mediaID = mediaID
        self.missing = missing
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        if edition == .edition2011 { serial = try body.take(&offset) }
        mediaID = try body.take(&offset)
        guard offset < body.byteCount else { return }
        let count: UInt8 = try body.take(&offset)
        missing = try body.takeList(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        if edition == .edition2011 { body.writeInteger(serial ?? 0) }
        body.writeInteger(mediaID)
        guard let missing = missing?.prefix(Int(UInt8.max)) else { return }
        body.writeInteger(UInt8(missing.count))
        body.writeList(missing)
    }
}
