/// One round of a collection vehicle: out of the cleaning station, from collection point to collection point through one or
/// two neighbouring towns, back to the station and a rest. A pure function of the generator's state.
struct CollectionRound: Sendable {
    enum Stop: Sendable {
        /// A corner of the road: slowed down for, not stopped at.
        case corner
        /// Bins are lifted for so many seconds, the engine running.
        case collection(seconds: Double)
        /// Parked at the station for so many seconds, the ignition off.
        case rest(seconds: Double)
    }

    struct Waypoint: Sendable {
        let point: GeoPoint
        let stop: Stop
    }

    let waypoints: [Waypoint]

    /// - Parameters:
    ///   - start: where the vehicle stands; the first leg begins there.
    ///   - station: the cleaning station at which the round ends.
    ///   - home: index into ``ChangpingDistrict/towns``.
    init(from start: GeoPoint, station: GeoPoint, home: Int, random: inout SplitMix64) {
        let towns = ChangpingDistrict.towns
        var visited = [towns[home]]
        if random.integer(0...2) > 0 { visited.append(Self.neighbour(of: home, random: &random)) }
        var waypoints: [Waypoint] = []
        var last = start
        for town in visited {
            for _ in 0..<random.integer(4...8) {
                let point = Self.scatter(around: town.centre, radiusM: 1400, random: &random)
                Self.append(
                    point, .collection(seconds: random.uniform(45..<180)), to: &waypoints, from: &last, random: &random)
            }
        }
        Self.append(station, .rest(seconds: random.uniform(240..<900)), to: &waypoints, from: &last, random: &random)
        self.waypoints = waypoints
    }

    static func scatter(around centre: GeoPoint, radiusM: Double, random: inout SplitMix64) -> GeoPoint {
        ChangpingDistrict.clamp(
            centre.offset(northM: random.uniform(-radiusM..<radiusM), eastM: random.uniform(-radiusM..<radiusM)))
    }

    /// One of the three towns nearest to `home`.
    private static func neighbour(of home: Int, random: inout SplitMix64) -> ChangpingDistrict.Town {
        let centre = ChangpingDistrict.towns[home].centre
        let nearest = ChangpingDistrict.towns.sorted {
            $0.centre.distanceM(to: centre) < $1.centre.distanceM(to: centre)
        }
        return nearest[random.integer(1...3)]
    }

    /// The way to `point` around one corner, as streets have them.
    private static func append(
        _ point: GeoPoint, _ stop: Stop, to waypoints: inout [Waypoint], from last: inout GeoPoint,
        random: inout SplitMix64
    ) {
        if last.distanceM(to: point) > 250 {
            // Streets of the district run north-south and east-west, more or less.
            let turn =
                random.integer(0...1) == 0
                ? GeoPoint(latitude: last.latitude, longitude: point.longitude)
                : GeoPoint(latitude: point.latitude, longitude: last.longitude)
            waypoints.append(Waypoint(point: scatter(around: turn, radiusM: 40, random: &random), stop: .corner))
        }
        waypoints.append(Waypoint(point: point, stop: stop))
        last = point
    }
}
