import NIOCore
import Testing

@testable import JTT808

@Suite("RegionReport")
struct RegionReportTests {
    private func report(_ kind: RegionKind, _ count: UInt32, _ encodes: [(inout ByteBuffer) -> Void]) -> RegionReport {
        var data = ByteBuffer()
        for encode in encodes { encode(&data) }
        return RegionReport(kind: kind, count: count, data: Array(buffer: data))
    }

    @Test("its data are the bodies of the messages that set regions")
    func bodies() throws {
        let circles = CircleRegions(
            action: .add, regions: [CircleRegion(id: 1, attributes: [], latitudeE6: 1, longitudeE6: 2, radiusM: 3)])
        let polygon = PolygonRegion(id: 2, attributes: [], vertices: [.init(latitudeE6: 1, longitudeE6: 2)])
        let route = Route(id: 3, attributes: [], points: [])
        let rectangles = RectangleRegions(action: .add, regions: [])
        let write = { (encode: @escaping (inout ByteBuffer, Edition) -> Void) in
            { (out: inout ByteBuffer) in encode(&out, .edition2019) }
        }
        let writeCircles = write { circles.encode(into: &$0, edition: $1) }
        #expect(try report(.circle, 2, [writeCircles, writeCircles]).regions() == .circles([circles, circles]))
        #expect(
            try report(.rectangle, 1, [write { rectangles.encode(into: &$0, edition: $1) }]).regions()
                == .rectangles([rectangles]))
        #expect(
            try report(.polygon, 1, [write { polygon.encode(into: &$0, edition: $1) }]).regions()
                == .polygons([polygon]))
        #expect(try report(.route, 1, [write { route.encode(into: &$0, edition: $1) }]).regions() == .routes([route]))
    }

    @Test("another kind has no regions that could be read")
    func otherKind() throws {
        #expect(try RegionReport(kind: RegionKind(rawValue: 5), count: 3, data: [0, 0, 0, 1]).regions() == nil)
    }

    @Test("data that end inside a region are refused when they are read, not before")
    func cut() throws {
        let report = try RegionReport(body: bytes("01 00000001 01 01 0000").span.bytes)
        #expect(report.count == 1)
        #expect(throws: BodyError.length) { try report.regions() }
    }
}
