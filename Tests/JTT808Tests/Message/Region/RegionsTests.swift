import NIOCore
import Testing

@testable import JTT808

/// Circles, rectangles and polygons in all editions, laid out by hand.
@Suite("CircleRegions, RectangleRegions and PolygonRegion")
struct RegionsTests {
    static let period = RegionPeriod(
        start: TerminalTime(bcd: 0x0000_0008_3000), end: TerminalTime(bcd: 0x0000_0018_0000))
    static let times = "000000083000 000000180000"
    /// 60 km/h for 10 s, 40 at night.
    static func limit(_ edition: Edition) -> SpeedLimit {
        SpeedLimit(topKmh: 60, durationS: 10, nightTopKmh: edition == .edition2019 ? 40 : nil)
    }
    static func night(_ edition: Edition) -> String { edition == .edition2019 ? "0028" : "" }
    static func name(_ edition: Edition) -> String { edition == .edition2019 ? "0002 c7f8" : "" }
    static func nameText(_ edition: Edition) -> WireText {
        WireText(padded: edition == .edition2019 ? [0xC7, 0xF8] : [])
    }
    /// Add, one region; in 2011 the count stands there twice.
    static func head(_ edition: Edition) -> String { edition == .edition2011 ? "01 01 01" : "01 01" }

    @Test("a circle with everything", arguments: Edition.allCases)
    func circle(edition: Edition) throws {
        let set = CircleRegions(
            action: .add,
            regions: [
                CircleRegion(
                    id: 9, attributes: [.tellsPlatformOnEntry], latitudeE6: 40_220_000, longitudeE6: 116_230_000,
                    radiusM: 500, period: Self.period, speedLimit: Self.limit(edition), name: Self.nameText(edition))
            ])
        // 40.22 degrees is 0265b560, 116.23 is 06ed8770; attributes b0, b1, b3.
        let wire = bytes(
            Self.head(edition) + "00000009 000b 0265b560 06ed8770 000001f4" + Self.times + "003c 0a"
                + Self.night(edition) + Self.name(edition))
        #expect(hex(encoded { set.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try CircleRegions(body: wire.span.bytes, edition: edition) == set)
    }

    @Test("a rectangle with everything", arguments: Edition.allCases)
    func rectangle(edition: Edition) throws {
        let set = RectangleRegions(
            action: .change,
            regions: [
                RectangleRegion(
                    id: 9, attributes: [.keepsDoorsShut], topLatitudeE6: 1, leftLongitudeE6: 2, bottomLatitudeE6: 3,
                    rightLongitudeE6: 4, period: Self.period, speedLimit: Self.limit(edition),
                    name: Self.nameText(edition))
            ])
        let wire = bytes(
            "02" + Self.head(edition).dropFirst(2) + "00000009 0103 00000001 00000002 00000003 00000004" + Self.times
                + "003c 0a" + Self.night(edition) + Self.name(edition))
        #expect(hex(encoded { set.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try RectangleRegions(body: wire.span.bytes, edition: edition) == set)
    }

    /// The speed at night stands behind the vertices here.
    @Test("a polygon with everything", arguments: Edition.allCases)
    func polygon(edition: Edition) throws {
        let polygon = PolygonRegion(
            id: 9, attributes: [], period: Self.period, speedLimit: Self.limit(edition),
            vertices: [.init(latitudeE6: 1, longitudeE6: 2), .init(latitudeE6: 3, longitudeE6: 4)],
            name: Self.nameText(edition))
        let count = edition == .edition2011 ? "0002 02" : "0002"
        let wire = bytes(
            "00000009 0003" + Self.times + "003c 0a" + count + "00000001 00000002 00000003 00000004"
                + Self.night(edition) + Self.name(edition))
        #expect(hex(encoded { polygon.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try PolygonRegion(body: wire.span.bytes, edition: edition) == polygon)
    }

    @Test("without times and limit the bits say so, whatever was set", arguments: Edition.allCases)
    func bare(edition: Edition) throws {
        let set = CircleRegions(
            action: .replaceAll,
            regions: [
                CircleRegion(
                    id: 1, attributes: [.isTimed, .hasSpeedLimit, .isSouth], latitudeE6: 1, longitudeE6: 2, radiusM: 3)
            ])
        let wire = bytes(
            "00" + (edition == .edition2011 ? "0101" : "01") + "00000001 0040 00000001 00000002 00000003"
                + (edition == .edition2019 ? "0000" : ""))
        #expect(hex(encoded { set.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try CircleRegions(body: wire.span.bytes, edition: edition) == set)
    }

    @Test("in 2019 a limit without one for the night has the same at night")
    func sameAtNight() {
        let set = CircleRegions(
            action: .add,
            regions: [
                CircleRegion(
                    id: 1, attributes: [], latitudeE6: 1, longitudeE6: 2, radiusM: 3,
                    speedLimit: SpeedLimit(topKmh: 50, durationS: 5))
            ])
        #expect(
            hex(encoded { set.encode(into: &$0, edition: .edition2019) })
                == hex(bytes("01 01 00000001 0002 00000001 00000002 00000003 0032 05 0032 0000")))
    }

    @Test("replacing by nothing is a set without regions", arguments: Edition.allCases)
    func none(edition: Edition) throws {
        let wire = edition == .edition2011 ? bytes("00 00 00") : bytes("00 00")
        #expect(try CircleRegions(body: wire.span.bytes, edition: edition).regions == [])
        #expect(try RectangleRegions(body: wire.span.bytes, edition: edition).regions == [])
    }

    @Test("a count above what is there is refused", arguments: Edition.allCases)
    func count(edition: Edition) {
        let one = "00000001 0000 00000001 00000002 00000003" + (edition == .edition2019 ? "0000" : "")
        let wire = bytes("01" + (edition == .edition2011 ? "0202" : "02") + one)
        #expect(throws: BodyError.length) { try CircleRegions(body: wire.span.bytes, edition: edition) }
        #expect(throws: BodyError.length) {
            try PolygonRegion(body: bytes("00000001 0000 ffff ff").span.bytes, edition: edition)
        }
    }

    @Test("more than 255 regions are cut")
    func cut() throws {
        let one = CircleRegion(id: 1, attributes: [], latitudeE6: 1, longitudeE6: 2, radiusM: 3)
        let set = CircleRegions(action: .add, regions: [CircleRegion](repeating: one, count: 300))
        let body = encoded { set.encode(into: &$0, edition: .edition2013) }
        #expect(body.readableBytes == 2 + 255 * 18)
    }
}
