public import NIOCore

/// Asks a terminal for its regions or routes: 0x8608 (clause 8.40; 2019). 查询区域或线路数据.
public struct RegionQuery: Equatable, Sendable {
    public var kind: RegionKind
    /// None: all of this kind.
    public var ids: [UInt32]

    public init(kind: RegionKind, ids: [UInt32] = []) {
        self.kind = kind
        self.ids = ids
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = RegionKind(rawValue: try body.take(&offset))
        let count: UInt32 = try body.take(&offset)
        ids = try body.takeList(Int(count), &offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(kind.rawValue)
        body.writeInteger(UInt32(clamping: ids.count))
        body.writeList(ids)
    }
}
