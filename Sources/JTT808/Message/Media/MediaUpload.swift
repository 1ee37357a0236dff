public import NIOCore

/// Has the stored media that a search finds sent: 0x8803 (clause 8.57). 存储多媒体数据上传命令.
public struct MediaUpload: Equatable, Sendable {
    public var query: MediaQuery
    /// 0 keep, 1 delete after sending.
    public var delete: UInt8

    public init(query: MediaQuery, delete: UInt8 = 0) {
        self.query = query
        self.delete = delete
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        query = try MediaQuery(body, &offset)
        delete = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        query.encode(into: &body)
        body.writeInteger(delete)
    }
}
