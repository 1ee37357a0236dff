public import NIOCore

/// Has one stored medium sent: 0x8805 (clause 8.59). 单条存储多媒体数据检索上传命令.
public struct SingleMediaUpload: Equatable, Sendable {
    /// Above 0.
    public var mediaID: UInt32
    /// 0 keep, 1 delete after sending.
    public var delete: UInt8

    public init(mediaID: UInt32, delete: UInt8 = 0) {
        self.mediaID = mediaID
        self.delete = delete
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        mediaID = try body.take(&offset)
        delete = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(mediaID)
        body.writeInteger(delete)
    }
}
