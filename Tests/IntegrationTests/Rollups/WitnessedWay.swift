import Foundation
import Postgres

/// The way of a terminal in a day, worked out of its stored fixes one after the other, as docs/rollups.md has the rules.
struct WitnessedWay {
    struct Fix {
        /// Seconds.
        let at, receivedAt: Double
        /// Degrees; nil: none that is valid.
        let place: (lon: Double, lat: Double)?
        let speedDkmh: Int
        let isSound, isBackfill: Bool
    }

    private(set) var fixes = 0, late = 0, backfill = 0, unplaced = 0, badClock = 0
    private(set) var gaps = 0, silentHours = 0, topSpeedDkmh = 0, jumps = 0
    private(set) var onlineS = 0.0, gapS = 0.0, longestGapS = 0.0, trackM = 0.0, stopS = 0.0
    /// Stops of which there is no doubt, and those that last a minute but for what two ways of measuring differ by.
    private(set) var sureStops = 0, doubtfulStops = 0

    /// - Parameters:
    ///   - all: in any order.
    ///   - midnight: the day's beginning, seconds.
    init(_ all: [Fix], midnight: Double) {
        fixes = all.count
        late = all.count { $0.receivedAt - $0.at > 600 }
        backfill = all.count(where: \.isBackfill)
        unplaced = all.count { $0.place == nil }
        badClock = all.count { !$0.isSound }
        let sound = all.filter(\.isSound).sorted { $0.at < $1.at }
        guard let first = sound.first, let last = sound.last else { return }
        topSpeedDkmh = sound.map(\.speedDkmh).max() ?? 0
        let hours = Set(sound.map { Int(($0.at - midnight) / 3600) })
        silentHours = (hours.max() ?? 0) - (hours.min() ?? 0) + 1 - hours.count
        var gapsFound: [(from: Double, to: Double)] = []
        for (one, next) in zip(sound, sound.dropFirst()) where next.at - one.at > 600 {
            gapsFound.append((one.at, next.at))
        }
        gaps = gapsFound.count
        gapS = gapsFound.reduce(0) { $0 + ($1.to - $1.from) }
        longestGapS = gapsFound.map { $0.to - $0.from }.max() ?? 0
        onlineS = last.at - first.at - gapS
        let moving = sound.filter { $0.speedDkmh >= 10 && $0.place != nil }
        for (one, next) in zip(moving, moving.dropFirst()) {
            guard let from = one.place, let to = next.place else { continue }
            let (metres, seconds) = (Self.metres(from, to), next.at - one.at)
            if metres > 100 + seconds * 150 / 3.6 {
                jumps += 1
            } else {
                trackM += metres
            }
            // The way between them was driven at some 18 km/h.
            let standing = seconds - metres / 5
            guard !gapsFound.contains(where: { $0.from >= one.at && $0.to <= next.at }) else { continue }
            if standing > 61 {
                sureStops += 1
                stopS += standing
            } else if standing > 59 {
                doubtfulStops += 1
            }
        }
    }

    /// On a sphere, by the haversine formula.
    private static func metres(_ a: (lon: Double, lat: Double), _ b: (lon: Double, lat: Double)) -> Double {
        let radian = Double.pi / 180
        let (north, east) = (sin((b.lat - a.lat) * radian / 2), sin((b.lon - a.lon) * radian / 2))
        let h = north * north + cos(a.lat * radian) * cos(b.lat * radian) * east * east
        return 2 * 6_371_008.8 * asin(min(1, h.squareRoot()))
    }

    /// The ways of all terminals in the database, by number.
    static func all(in database: TestDatabase, on date: String) throws -> [String: WitnessedWay] {
        let rows = try database.query(
            """
            SELECT t.number, extract(epoch FROM f.recorded_at) AS at, extract(epoch FROM f.received_at) AS received_at,
                CASE WHEN f.status_bits & 2 <> 0 THEN f.lon_e6 END AS lon_e6, f.lat_e6, f.speed_dkmh, f.time_quality = 0 AS is_sound,
                f.is_backfill, extract(epoch FROM $1::date::timestamp AT TIME ZONE 'Asia/Shanghai') AS midnight
            FROM telemetry.fix AS f JOIN registry.terminal AS t USING (terminal_id)
            WHERE f.recorded_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                AND f.recorded_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
            """, [.text(date)])
        var fixes: [String: [Fix]] = [:]
        var midnight = 0.0
        for row in rows {
            midnight = Double(try row.text("midnight")) ?? 0
            let lon = try row.intIfPresent("lon_e6"), lat = try row.intIfPresent("lat_e6")
            fixes[try row.text("number"), default: []].append(
                Fix(
                    at: Double(try row.text("at")) ?? 0, receivedAt: Double(try row.text("received_at")) ?? 0,
                    place: lon.flatMap { lon in lat.map { (Double(lon) / 1e6, Double($0) / 1e6) } },
                    speedDkmh: try row.int("speed_dkmh"), isSound: try row.bool("is_sound"),
                    isBackfill: try row.bool("is_backfill")))
        }
        return fixes.mapValues { WitnessedWay($0, midnight: midnight) }
    }
}
