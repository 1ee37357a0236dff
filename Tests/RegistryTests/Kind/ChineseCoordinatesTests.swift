import Testing

@testable import Registry

@Suite("ChineseCoordinates")
struct ChineseCoordinatesTests {
    /// About a decimetre.
    private func isNear(_ one: GeoPosition, _ other: GeoPosition) -> Bool {
        abs(one.longitude - other.longitude) < 1e-6 && abs(one.latitude - other.latitude) < 1e-6
    }

    @Test("the shift of GCJ-02 is the published one")
    func forward() {
        // wandergis/coordtransform, README: wgs84togcj02(116.404, 39.915).
        let shifted = GeoPosition(longitude: 116.404, latitude: 39.915).gcj02
        #expect(
            isNear(shifted, GeoPosition(longitude: 116.41024449916938, latitude: 39.91640428150164)), "\(shifted)")
    }

    @Test("BD-09 becomes GCJ-02 as published, and then WGS-84")
    func baidu() {
        // The same README: bd09togcj02(116.404, 39.915) = 116.39762729119315, 39.90865673957631.
        let back = GeoPosition(longitude: 116.404, latitude: 39.915).wgs84(from: .bd09)
        #expect(isNear(back.gcj02, GeoPosition(longitude: 116.39762729119315, latitude: 39.90865673957631)), "\(back)")
    }

    @Test("a position that is shifted comes back, all over China")
    func backAndForth() {
        for longitude in stride(from: 74.0, through: 135, by: 3.7) {
            for latitude in stride(from: 4.0, through: 53, by: 3.3) {
                let position = GeoPosition(longitude: longitude, latitude: latitude)
                let shifted = position.gcj02
                #expect(abs(shifted.longitude - longitude) + abs(shifted.latitude - latitude) > 1e-5)
                #expect(isNear(shifted.wgs84(from: .gcj02), position), "\(position)")
            }
        }
        let position = GeoPosition(longitude: 116.231, latitude: 40.2255)
        #expect(position.wgs84(from: .wgs84) == position)
    }

    @Test("degrees are written with six decimals, rounded")
    func degrees() {
        #expect(Degrees.text(116.231) == "116.231000")
        #expect(Degrees.text(40.00000049) == "40.000000")
        #expect(Degrees.text(-0.0000006) == "-0.000001")
        #expect(Degrees.text(9.9999996) == "10.000000")
    }

    @Test(
        "only plain decimal numbers up to 360 are degrees", arguments: ["", "1e2", "nan", "361", "1,5", "0x10", "116°"])
    func notDegrees(_ text: String) {
        #expect(Degrees.parse(text) == nil)
    }
}
