import Testing

@testable import FleetSimulation

@Suite("RouteLeg")
struct RouteLegTests {
    private static let home = PlanePoint(eastCm: 1_000, northCm: -2_000)
    private static let targets = [
        PlanePoint(eastCm: 51_000, northCm: 38_000), PlanePoint(eastCm: -49_000, northCm: -2_000),
        PlanePoint(eastCm: 1_000, northCm: 498_000), PlanePoint(eastCm: 1_150, northCm: -2_050),
    ]

    @Test(
        "a drive begins and ends where it should, standing, and covers its way without a step back or a jump",
        arguments: targets, [true, false])
    func drive(to target: PlanePoint, goesEastFirst: Bool) {
        let length = Self.home.streetsCm(to: target)
        let cruise = 1_000
        let leg = RouteLeg(
            startS: 100, endS: 100 + RouteLeg.seconds(lengthCm: length, cruiseCmps: cruise), from: Self.home,
            to: target,
            goesEastFirst: goesEastFirst, drivenBeforeCm: 77, lengthCm: length, courseDeg: 0)
        let moments = (leg.startS...leg.endS).map { leg.moment(at: $0) }
        #expect(moments.first?.place == Self.home && moments.first?.drivenCm == 77 && moments.first?.speedCmps == 0)
        #expect(moments.last?.place == target && moments.last?.drivenCm == 77 + length && moments.last?.speedCmps == 0)
        #expect(moments.last?.courseDeg == leg.finalCourseDeg)
        for (earlier, later) in zip(moments, moments.dropFirst()) {
            let way = later.drivenCm - earlier.drivenCm
            #expect((0...cruise + 1).contains(way))
            // Along streets: the way between two moments is that between their places.
            #expect(earlier.place.streetsCm(to: later.place) == way)
            #expect(later.speedCmps <= cruise)
        }
    }

    @Test("at a stand nothing moves")
    func stand() {
        let leg = RouteLeg(
            startS: 0, endS: 60, from: Self.home, to: Self.home, goesEastFirst: true, drivenBeforeCm: 5, lengthCm: 0,
            courseDeg: 270)
        for second in [0, 30, 60] {
            let moment = leg.moment(at: second)
            #expect(moment.place == Self.home && moment.drivenCm == 5 && moment.speedCmps == 0)
            #expect(moment.courseDeg == 270)
        }
    }
}
