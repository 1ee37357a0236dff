import Foundation

/// A point on the WGS-84 globe, in degrees, north and east positive.
package struct GeoPoint: Hashable, Sendable {
    /// Mean radius of the earth in metres (IUGG).
    static let earthRadiusM = 6_371_008.8

    package var latitude: Double
    package var longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Great-circle distance in metres (haversine).
    package func distanceM(to other: GeoPoint) -> Double {
        let radian = Double.pi / 180
        let sinLatitude = sin((other.latitude - latitude) * radian / 2)
        let sinLongitude = sin((other.longitude - longitude) * radian / 2)
        let a =
            sinLatitude * sinLatitude
            + cos(latitude * radian) * cos(other.latitude * radian) * sinLongitude * sinLongitude
        return 2 * Self.earthRadiusM * asin(min(1, a.squareRoot()))
    }

    /// Initial bearing in degrees, 0 ..< 360, north 0, clockwise.
    package func bearingDeg(to other: GeoPoint) -> Double {
        let radian = Double.pi / 180
        let east = sin((other.longitude - longitude) * radian) * cos(other.latitude * radian)
        let north =
            cos(latitude * radian) * sin(other.latitude * radian)
            - sin(latitude * radian) * cos(other.latitude * radian) * cos((other.longitude - longitude) * radian)
        let degrees = atan2(east, north) / radian
        return degrees < 0 ? degrees + 360 : degrees
    }

    /// The point so many metres to the north and east. Good to centimetres over the few kilometres of a round.
    func offset(northM: Double, eastM: Double) -> GeoPoint {
        let degree = Double.pi / 180 * Self.earthRadiusM
        return GeoPoint(
            latitude: latitude + northM / degree,
            longitude: longitude + eastM / (degree * cos(latitude * .pi / 180)))
    }
}
