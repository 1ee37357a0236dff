#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The coordinate systems of Chinese maps.
package enum CoordinateSystem: String, Sendable, CaseIterable {
    case wgs84
    /// 火星坐标: WGS-84 shifted by some hundred metres; Amap, Tencent.
    case gcj02
    /// GCJ-02 shifted once more; Baidu.
    case bd09
}

/// A position in degrees.
struct GeoPosition: Sendable, Equatable {
    var longitude: Double
    var latitude: Double

    /// Mainland, islands and Taiwan, with some sea.
    var isInChina: Bool { (73.4...135.1).contains(longitude) && (3.8...53.6).contains(latitude) }

    /// The WGS-84 position of one in another system, to 1e-7 degree against the known forward formula.
    func wgs84(from system: CoordinateSystem) -> GeoPosition {
        switch system {
        case .wgs84: self
        case .gcj02: unshifted
        case .bd09: gcj02FromBD09.unshifted
        }
    }

    /// GCJ-02 of a WGS-84 position.
    var gcj02: GeoPosition {
        // Ellipsoid of Krasovsky 1940, which GCJ-02 is computed on.
        let semiMajorAxis = 6_378_245.0
        let eccentricitySquared = 0.00669342162296594323
        let x = longitude - 105
        let y = latitude - 35
        let ripple = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
        var northing = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + ripple
        northing += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
        northing += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
        var easting = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + ripple
        easting += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
        easting += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
        let radians = latitude / 180 * .pi
        let magic = 1 - eccentricitySquared * sin(radians) * sin(radians)
        let meridian = semiMajorAxis * (1 - eccentricitySquared) / (magic * magic.squareRoot())
        return GeoPosition(
            longitude: longitude + easting * 180 / (semiMajorAxis / magic.squareRoot() * cos(radians) * .pi),
            latitude: latitude + northing * 180 / (meridian * .pi))
    }

    /// The inverse has no closed form; the shift changes so slowly that a few rounds meet 1e-9 degree.
    private var unshifted: GeoPosition {
        var guess = self
        for _ in 0..<8 {
            let shifted = guess.gcj02
            guess.longitude += longitude - shifted.longitude
            guess.latitude += latitude - shifted.latitude
        }
        return guess
    }

    private var gcj02FromBD09: GeoPosition {
        let x = longitude - 0.0065
        let y = latitude - 0.006
        let turn = Double.pi * 3000 / 180
        let radius = (x * x + y * y).squareRoot() - 0.00002 * sin(y * turn)
        let angle = atan2(y, x) - 0.000003 * cos(x * turn)
        return GeoPosition(longitude: radius * cos(angle), latitude: radius * sin(angle))
    }
}

/// Degrees as files and tables write them.
enum Degrees {
    /// - Returns: nil when it is no plain decimal number of degrees.
    static func parse(_ text: some StringProtocol) -> Double? {
        guard !text.isEmpty, text.utf8.count <= 24,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
            let value = Double(text), abs(value) <= 360
        else { return nil }
        return value
    }

    /// Six decimals: `116.231000`.
    static func text(_ degrees: Double) -> String {
        let micro = Int((degrees * 1e6).rounded())
        let digits = String(micro.magnitude % 1_000_000)
        return (micro < 0 ? "-" : "") + String(micro.magnitude / 1_000_000) + "."
            + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
