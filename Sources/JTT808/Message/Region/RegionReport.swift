public import NIOCore

/// A terminal's regions or routes: 0x0608 (clause 8.41; 2019), the answer to 0x8608. 查询区域或线路数据应答.
public struct RegionReport: Equatable, Sendable {
    /// The bodies as the messages that set them have them.
    public enum Regions: Equatable, Sendable {
        case circles([CircleRegions])
        case rectangles([RectangleRegions])
        case polygons([PolygonRegion])
        case routes([Route])
    }

    public var kind: RegionKind
    /// Number of regions as declared.
    public var count: UInt32
    /// The regions as sent; read by ``regions()``.
    public var data: [UInt8]

    public init(kind: RegionKind, count: UInt32, data: [UInt8]) {
        self.kind = kind
        self.count = count
        self.data = data
    }

    /// - Throws: ``BodyError/length`` below 5 bytes.
    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        kind = RegionKind(rawValue: try body.take(&offset))
        count = try body.take(&offset)
        data = body.rest(from: offset)
    }

    /// The bodies in ``data``, the heads of circles and rectangles included. The end of the data counts, not ``count``:
    /// whether it counts bodies or the regions under one head is not said.
    /// - Returns: nil for a kind that the standard does not define.
    /// - Throws: ``BodyError/length`` when the data end inside a region.
    public func regions() throws(BodyError) -> Regions? {
        let span = data.span.bytes
        var offset = 0
        switch kind {
        case .circle:
            var bodies: [CircleRegions] = []
            while offset < data.count { bodies.append(try CircleRegions(span, &offset, .edition2019)) }
            return .circles(bodies)
        case .rectangle:
            var bodies: [RectangleRegions] = []
            while offset < data.count { bodies.append(try RectangleRegions(span, &offset, .edition2019)) }
            return .rectangles(bodies)
        case .polygon:
            var bodies: [PolygonRegion] = []
            while offset < data.count { bodies.append(try PolygonRegion(span, &offset, .edition2019)) }
            return .polygons(bodies)
        case .route:
            var bodies: [Route] = []
            while offset < data.count { bodies.append(try Route(span, &offset, .edition2019)) }
            return .routes(bodies)
        default: return nil
        }
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(kind.rawValue)
        body.writeInteger(count)
        body.writeBytes(data)
    }
}
