import Testing

@testable import JTT808

@Suite("Route")
struct RouteTests {
    static func points(_ edition: Edition) -> [RoutePoint] {
        let is2011 = edition == .edition2011
        return [
            RoutePoint(
                pointID: is2011 ? 0 : 7, segmentID: 8, latitudeE6: 1, longitudeE6: 2, widthM: 30,
                attributes: [.isSouth],
                drivingTime: .init(longestS: 600, shortestS: is2011 ? 0 : 60),
                speedLimit: RegionsTests.limit(edition)),
            RoutePoint(pointID: is2011 ? 0 : 9, segmentID: 8, latitudeE6: 3, longitudeE6: 4, widthM: 31),
        ]
    }

    /// 2011: no point ids, one time; 2019: speeds at night, a name.
    @Test(
        "a route with everything",
        arguments: [
            (
                Edition.edition2011,
                "0002 02 00000008 00000001 00000002 1e 07 0258 003c0a 00000008 00000003 00000004 1f 00"
            ),
            (
                .edition2013,
                "0002 00000007 00000008 00000001 00000002 1e 07 0258 003c 003c0a"
                    + "00000009 00000008 00000003 00000004 1f 00"
            ),
            (
                .edition2019,
                "0002 00000007 00000008 00000001 00000002 1e 07 0258 003c 003c0a 0028"
                    + "00000009 00000008 00000003 00000004 1f 00 0002 c7f8"
            ),
        ])
    func everything(edition: Edition, points: String) throws {
        let route = Route(
            id: 5, attributes: [.tellsPlatformOnExit], period: RegionsTests.period, points: Self.points(edition),
            name: RegionsTests.nameText(edition))
        let wire = bytes("00000005 0021" + RegionsTests.times + points)
        #expect(hex(encoded { route.encode(into: &$0, edition: edition) }) == hex(wire))
        #expect(try Route(body: wire.span.bytes, edition: edition) == route)
    }

    @Test("a point has times and limit only when its bits say so")
    func bits() throws {
        let wire = bytes("00000005 0000 0001 00000007 00000008 00000001 00000002 1e 02 003c0a")
        let route = try Route(body: wire.span.bytes, edition: .edition2013)
        #expect(route.period == nil)
        #expect(route.points.first?.drivingTime == nil)
        #expect(route.points.first?.speedLimit == SpeedLimit(topKmh: 60, durationS: 10))
    }
}
