/// Where the simulated fleet works: Changping district (昌平区) of Beijing.
package enum ChangpingDistrict {
    /// GB/T 2260 code 110114, as the registration carries it.
    static let provinceCode: UInt16 = 11
    static let cityCode: UInt16 = 114

    /// The district's bounding box in degrees; no simulated vehicle ever leaves it.
    package static let latitudes = 40.03...40.39
    package static let longitudes = 115.83...116.49

    /// A street office's seat or town, with approximate coordinates of its centre (WGS-84).
    struct Town: Sendable {
        let name: String
        let centre: GeoPoint

        init(_ name: String, _ latitude: Double, _ longitude: Double) {
            self.name = name
            centre = GeoPoint(latitude: latitude, longitude: longitude)
        }
    }

    static let towns: [Town] = [
        Town("城北", 40.226, 116.231), Town("城南", 40.203, 116.240), Town("回龙观", 40.071, 116.336),
        Town("天通苑", 40.067, 116.413), Town("沙河", 40.148, 116.281), Town("南口", 40.240, 116.137),
        Town("小汤山", 40.178, 116.390), Town("北七家", 40.113, 116.415), Town("南邵", 40.208, 116.287),
        Town("马池口", 40.183, 116.192), Town("阳坊", 40.137, 116.131), Town("十三陵", 40.266, 116.243),
        Town("崔村", 40.222, 116.331), Town("兴寿", 40.221, 116.402),
    ]

    /// `point`, moved inside the box where it lies outside.
    static func clamp(_ point: GeoPoint) -> GeoPoint {
        GeoPoint(
            latitude: min(max(point.latitude, latitudes.lowerBound), latitudes.upperBound),
            longitude: min(max(point.longitude, longitudes.lowerBound), longitudes.upperBound))
    }

    /// Rough ground height in metres: the plain lies at 40 m in the south-east and rises to the hills of the north-west.
    static func altitudeM(at point: GeoPoint) -> Double {
        40 + max(0, point.latitude - 40.05) * 260 + max(0, 116.25 - point.longitude) * 420
    }
}
