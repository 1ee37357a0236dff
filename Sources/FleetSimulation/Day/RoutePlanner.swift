/// Lays out a vehicle's day leg by leg. Between two shifts its ignition is off, and the terminal with it.
struct RoutePlanner {
    /// From power-up to power-off; legs follow each other without a gap.
    struct Shift: Sendable {
        let startS: Int
        var endS: Int
        var legs: Range<Int>
    }

    /// Nobody works later, so that a clock that is minutes wrong stays in the day.
    static let latestEndS = 23 * 3600 + 40 * 60
    /// From power-up to departure: the time in which a terminal finds satellites, and the date.
    static let warmUpS = 240

    private(set) var shifts: [Shift] = []
    private(set) var legs: [RouteLeg] = []
    private(set) var now = 0
    private(set) var place: PlanePoint
    private(set) var drivenCm = 0
    private var courseDeg: UInt16 = 0

    init(depot: PlanePoint) { place = depot }

    /// Seconds from here to there.
    func travelS(to target: PlanePoint, cruiseCmps: Int) -> Int {
        let length = place.streetsCm(to: target)
        return length == 0 ? 0 : RouteLeg.seconds(lengthCm: length, cruiseCmps: cruiseCmps)
    }

    /// Power-up at `second`, or when the shift before is over for a minute.
    mutating func begin(at second: Int) {
        now = max(second, shifts.isEmpty ? 0 : now + 60)
        shifts.append(Shift(startS: now, endS: now, legs: legs.count..<legs.count))
        stand(Self.warmUpS)
    }

    /// Power-off, at the moment of a report: the last one says that the ignition is off.
    mutating func end() {
        if let shift = shifts.last {
            let sinceReport = (now - shift.startS) % VehiclePlan.intervalS
            if sinceReport > 0 { stand(VehiclePlan.intervalS - sinceReport) }
        }
        shifts[shifts.count - 1].endS = now
        shifts[shifts.count - 1].legs = shifts[shifts.count - 1].legs.lowerBound..<legs.count
    }

    mutating func stand(_ seconds: Int) {
        guard seconds > 0 else { return }
        legs.append(
            RouteLeg(
                startS: now, endS: now + seconds, from: place, to: place, goesEastFirst: true,
                drivenBeforeCm: drivenCm, lengthCm: 0, courseDeg: courseDeg))
        now += seconds
    }

    mutating func stand(until second: Int) { stand(second - now) }

    /// Stands until the shift has lasted so many seconds.
    mutating func standBy(forShiftOf seconds: Int) {
        guard let shift = shifts.last else { return }
        stand(until: min(shift.startS + seconds, Self.latestEndS))
    }

    mutating func drive(to target: PlanePoint, cruiseCmps: Int, random: inout SplitMix64) {
        let length = place.streetsCm(to: target)
        guard length > 0 else { return }
        let leg = RouteLeg(
            startS: now, endS: now + RouteLeg.seconds(lengthCm: length, cruiseCmps: cruiseCmps), from: place,
            to: target,
            goesEastFirst: random.integer(0...1) == 0, drivenBeforeCm: drivenCm, lengthCm: length,
            courseDeg: courseDeg)
        legs.append(leg)
        now = leg.endS
        place = target
        drivenCm += length
        courseDeg = leg.finalCourseDeg
    }
}
