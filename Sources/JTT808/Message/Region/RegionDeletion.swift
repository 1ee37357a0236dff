public import NIOCore

/// Deletes regions or routes: 0x8601 circles, 0x8603 rectangles, 0x8605 polygons, 0x8607 routes (clauses 8.33 to 8.39).
public struct RegionDeletion: Equatable, Sendable {
    /// Most ids in one message by the standard.
    public static let mostIDs = 125

    /// None: all of this kind.
    public var ids: [UInt32]

    public init(ids: [UInt32]) { self.ids = ids }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt8 = try body.take(&offset)
        ids = try body.takeList(Int(count), &offset)
    }

    /// More ids than 255 are left out.
    public func encode(into body: inout ByteBuffer) {
        let ids = ids.prefix(Int(UInt8.max))
        body.writeInteger(UInt8(ids.count))
        body.writeList(ids)
    }
}
