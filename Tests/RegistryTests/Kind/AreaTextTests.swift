import Testing

@testable import Registry

@Suite("AreaText: WKT of an area")
struct AreaTextTests {
    private let square = "116.2 40.2, 116.3 40.2, 116.3 40.3, 116.2 40.2"
    private let canonical =
        "116.200000 40.200000,116.300000 40.200000,116.300000 40.300000,116.200000 40.200000"

    @Test("a polygon and several become a multipolygon with six decimals")
    func accepted() throws {
        #expect(try AreaText.wgs84("POLYGON ((\(square)))", from: .wgs84) == "MULTIPOLYGON(((\(canonical))))")
        #expect(
            try AreaText.wgs84(" polygon((\(square)) , ( \(square) ))", from: .wgs84)
                == "MULTIPOLYGON(((\(canonical)),(\(canonical))))")
        #expect(
            try AreaText.wgs84("MULTIPOLYGON (((\(square))), ((\(square))))", from: .wgs84)
                == "MULTIPOLYGON(((\(canonical))),((\(canonical))))")
    }

    @Test("corners in GCJ-02 are converted")
    func converted() throws {
        let area = try AreaText.wgs84("POLYGON ((\(square)))", from: .gcj02)
        let corner = GeoPosition(longitude: 116.2, latitude: 40.2).wgs84(from: .gcj02)
        #expect(area.contains(Degrees.text(corner.longitude) + " " + Degrees.text(corner.latitude)))
        #expect(!area.contains("116.200000 40.200000"))
    }

    @Test(
        "what is no area says why",
        arguments: [
            ("POINT (116 40)", "accepted: POLYGON ((lon lat, ...)) or MULTIPOLYGON (((lon lat, ...)), ...)"),
            (
                "POLYGON ((116.2 40.2, 116.3 40.2, 116.2 40.2))",
                "a ring has at least four corners, the last the same as the first"
            ),
            (
                "POLYGON ((116.2 40.2, 116.3 40.2, 116.3 40.3, 116.2 40.3))",
                "a ring has at least four corners, the last the same as the first"
            ),
            ("POLYGON ((40.2 116.2, 1 2))", "the corner 40.2 116.2 is not in China; is it lon lat?"),
            ("POLYGON ((116.2))", "'' is no number of degrees"),
            ("POLYGON (116.2 40.2)", "'(' is missing before '116.2 40.2)'"),
            ("POLYGON ((116.2 40.2", "')' is missing before ''"),
            ("POLYGON ((116.2 40.2, 116.3 40.2, 116.3 40.3, 116.2 40.2)) x", "text behind the area: 'x'"),
        ])
    func refused(_ text: String, _ reason: String) {
        #expect(throws: FieldRefusal(reason)) { try AreaText.wgs84(text, from: .wgs84) }
    }

    @Test("more than 10,000 corners are refused")
    func tooMany() {
        let corners = (0...10_000).map { _ in "116.2 40.2" }.joined(separator: ",")
        #expect(throws: FieldRefusal("more than 10000 corners")) {
            try AreaText.wgs84("POLYGON ((\(corners)))", from: .wgs84)
        }
    }
}
