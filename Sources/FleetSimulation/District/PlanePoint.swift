/// A place in the district in whole centimetres east and north of 40° N, 116° E, on a plane.
///
/// All of a simulated day is integer arithmetic on these, so that the same seed gives the same bytes on every machine. Over the
/// 60 km of the district the plane is wrong by 0.5 % at its edges, which no simulated thing can notice: distances are those
/// of the plane.
package struct PlanePoint: Hashable, Sendable {
    package var eastCm: Int
    package var northCm: Int

    package init(eastCm: Int, northCm: Int) {
        self.eastCm = eastCm
        self.northCm = northCm
    }

    /// Centimetres of a degree of latitude, and of longitude at 40.2° N, on a sphere with the mean radius of the earth.
    private static let latitudeDegreeCm = 11_119_508
    private static let longitudeDegreeCm = 8_493_084

    package init(latitudeE6: Int, longitudeE6: Int) {
        northCm = (latitudeE6 - 40_000_000) * Self.latitudeDegreeCm / 1_000_000
        eastCm = (longitudeE6 - 116_000_000) * Self.longitudeDegreeCm / 1_000_000
    }

    /// 1e-6 degree, WGS-84.
    package var latitudeE6: Int { 40_000_000 + northCm * 1_000_000 / Self.latitudeDegreeCm }
    /// 1e-6 degree, WGS-84.
    package var longitudeE6: Int { 116_000_000 + eastCm * 1_000_000 / Self.longitudeDegreeCm }

    /// The way along streets that run north and south, east and west, in centimetres.
    package func streetsCm(to other: PlanePoint) -> Int {
        abs(other.eastCm - eastCm) + abs(other.northCm - northCm)
    }

    func offset(eastCm: Int, northCm: Int) -> PlanePoint {
        PlanePoint(eastCm: self.eastCm + eastCm, northCm: self.northCm + northCm)
    }

    /// A place in a square around this one, inside the district.
    func scattered(_ radiusCm: Int, _ random: inout SplitMix64) -> PlanePoint {
        let east = random.integer(-radiusCm...radiusCm)
        let north = random.integer(-radiusCm...radiusCm)
        return offset(eastCm: east, northCm: north).inDistrict
    }

    /// Corners of ``ChangpingDistrict``'s box, drawn in by a hundred metres.
    private static let southWest = PlanePoint(latitudeE6: 40_031_000, longitudeE6: 115_831_000)
    private static let northEast = PlanePoint(latitudeE6: 40_389_000, longitudeE6: 116_489_000)

    private var inDistrict: PlanePoint {
        PlanePoint(
            eastCm: min(max(eastCm, Self.southWest.eastCm), Self.northEast.eastCm),
            northCm: min(max(northCm, Self.southWest.northCm), Self.northEast.northCm))
    }
}
