/// A stretch of a vehicle's day: a drive along streets around one corner, or a stand. Moments are seconds after midnight.
struct RouteLeg: Sendable {
    /// Speeds up and slows down for so many seconds at most.
    static let rampS = 8

    let startS: Int
    let endS: Int
    let from: PlanePoint
    let to: PlanePoint
    /// Which way the corner lies.
    let goesEastFirst: Bool
    /// Driven on this day before it, in centimetres.
    let drivenBeforeCm: Int
    /// 0 for a stand.
    let lengthCm: Int
    /// Course of a stand: that of the drive before it.
    let courseDeg: UInt16

    struct Moment {
        var place: PlanePoint
        var drivenCm: Int
        var speedCmps: Int
        var courseDeg: UInt16
        var isBraking: Bool
    }

    /// How long a drive takes.
    static func seconds(lengthCm: Int, cruiseCmps: Int) -> Int { max(2, lengthCm / cruiseCmps + rampS) }

    /// Course on arrival.
    var finalCourseDeg: UInt16 {
        if lengthCm == 0 { return courseDeg }
        let isEastLast = goesEastFirst ? to.northCm == from.northCm : to.eastCm != from.eastCm
        return isEastLast ? (to.eastCm > from.eastCm ? 90 : 270) : (to.northCm > from.northCm ? 0 : 180)
    }

    /// - Parameter second: of the leg, its ends included.
    @inline(__always)
    func moment(at second: Int) -> Moment {
        guard lengthCm > 0 else {
            return Moment(
                place: to, drivenCm: drivenBeforeCm, speedCmps: 0, courseDeg: courseDeg, isBraking: false)
        }
        let total = endS - startS
        let elapsed = second - startS
        let ramp = min(Self.rampS, total / 2)
        let covered: Int
        let speed: Int
        if elapsed < ramp {
            covered = lengthCm * elapsed * elapsed / (2 * ramp * (total - ramp))
            speed = lengthCm * elapsed / (ramp * (total - ramp))
        } else if elapsed <= total - ramp {
            covered = lengthCm * (2 * elapsed - ramp) / (2 * (total - ramp))
            speed = lengthCm / (total - ramp)
        } else {
            let left = total - elapsed
            covered = lengthCm - lengthCm * left * left / (2 * ramp * (total - ramp))
            speed = lengthCm * left / (ramp * (total - ramp))
        }
        let (place, course) = along(covered)
        return Moment(
            place: place, drivenCm: drivenBeforeCm + covered, speedCmps: speed, courseDeg: course,
            isBraking: elapsed > total - ramp)
    }

    @inline(__always)
    private func along(_ covered: Int) -> (PlanePoint, UInt16) {
        let east = to.eastCm - from.eastCm
        let north = to.northCm - from.northCm
        let first = goesEastFirst ? abs(east) : abs(north)
        // A way without a corner ends on its one street.
        let hasCorner = east != 0 && north != 0
        let isOnEastWest = hasCorner ? (covered < first) == goesEastFirst : east != 0
        var place = from
        if goesEastFirst {
            place.eastCm += east.signum() * min(covered, first)
            place.northCm += north.signum() * max(0, covered - first)
        } else {
            place.northCm += north.signum() * min(covered, first)
            place.eastCm += east.signum() * max(0, covered - first)
        }
        return (place, isOnEastWest ? (east > 0 ? 90 : 270) : (north > 0 ? 0 : 180))
    }
}
