public import NIOCore

/// Several positions in one message: 0x0704 (clause 8.48), 定位数据批量上传; above all what was stored while there was no link
/// (盲区补报).
public struct LocationBatch: Sendable, Equatable {
    /// Bytes before the first position.
    package static let headLength = 3

    /// Number of positions as declared. Devices get it wrong: the body is read to its end all the same.
    public var declaredCount: UInt16
    /// 0 ordinary batch, 1 stored while there was no link.
    public var kind: UInt8
    /// The body of each position, as it would stand in a 0x0200.
    public var reports: [ByteBuffer]
    /// What is left when a length runs past the end of the body.
    public var trailing: ByteBuffer

    public init(kind: UInt8, reports: [LocationReport]) {
        declaredCount = UInt16(clamping: reports.count)
        self.kind = kind
        self.reports = reports.map { report in
            var body = ByteBuffer()
            report.encode(into: &body)
            return body
        }
        trailing = ByteBuffer()
    }

    /// - Throws: ``BodyError/length`` below 3 bytes. A length that runs past the end ends the list.
    public init(body: ByteBuffer) throws(BodyError) {
        let span = body.readableBytesSpan
        guard let declaredCount: UInt16 = span.load(at: 0), let kind: UInt8 = span.load(at: 2) else { throw .length }
        var reports: [ByteBuffer] = []
        let end = Self.walk(span) { offset, length in
            if let report = body.getSlice(at: body.readerIndex + offset, length: length) { reports.append(report) }
        }
        self.declaredCount = declaredCount
        self.kind = kind
        self.reports = reports
        trailing = body.getSlice(at: body.readerIndex + end, length: body.readableBytes - end) ?? ByteBuffer()
    }

    /// Walks the positions by their lengths, without copying: `visit` gets offset and length of each 0x0200 body.
    /// - Returns: the offset at which the list ends; less than the body's length when something is left over.
    @inlinable @inline(__always)
    package static func walk(_ body: RawSpan, _ visit: (_ offset: Int, _ length: Int) -> Void) -> Int {
        var offset = 3
        while let length: UInt16 = body.load(at: offset), offset + 2 + Int(length) <= body.byteCount {
            visit(offset + 2, Int(length))
            offset += 2 + Int(length)
        }
        return min(offset, body.byteCount)
    }

    /// Whether a batch of at least ``headLength`` bytes says that it was stored while there was no link.
    package static func isBackfill(_ body: RawSpan) -> Bool { body.load(at: 2, as: UInt8.self) == 1 }

    /// - Precondition: each report has at most 65,535 bytes; a frame holds far less.
    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(declaredCount)
        body.writeInteger(kind)
        for report in reports {
            body.writeInteger(UInt16(report.readableBytes))
            body.writeImmutableBuffer(report)
        }
        body.writeImmutableBuffer(trailing)
    }
}
