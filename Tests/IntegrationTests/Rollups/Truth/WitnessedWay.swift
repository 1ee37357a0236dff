import Foundation

/// The way of a terminal on one vehicle of one carrier, without a break, in a day: worked out of its fixes one after the other, as
/// docs/rollups.md has the rules.
struct WitnessedWay {
    typealias Fix = ReceivedFacts.Fix

    private(set) var fixes = 0, late = 0, backfill = 0, unplaced = 0, badClock = 0
    private(set) var gaps = 0, silentHours = 0, topSpeedDkmh = 0, odometerM = 0, refuelledDl = 0
    /// Seconds.
    private(set) var onlineS = 0.0, gapS = 0.0, longestGapS = 0.0, stopS = 0.0
    private(set) var trackM = 0.0
    /// Microseconds since 1970; nil: none.
    private(set) var firstAt, lastAt: Int?
    private(set) var firstOdometerHm, lastOdometerHm, fuelUsedDl, leastLagMs: Int?
    /// Stops of which there is no doubt, and those that last a minute but for what two ways of measuring differ by.
    private(set) var sureStops = 0, doubtfulStops = 0
    /// The same of jumps, and how far those are that may be none.
    private(set) var sureJumps = 0, doubtfulJumps = 0
    private(set) var doubtfulM = 0.0

    /// - Parameters:
    ///   - all: in any order.
    ///   - midnight: the day's beginning.
    init(_ all: [Fix], midnight: Int) {
        fixes = all.count
        late = all.count { ReceivedFacts.isLate($0.at, $0.receivedAt) }
        backfill = all.count(where: \.isBackfill)
        unplaced = all.count { $0.place == nil }
        badClock = all.count { !$0.isSound }
        let sound = all.filter(\.isSound).sorted { $0.at < $1.at }
        guard let first = sound.first, let last = sound.last else { return }
        (firstAt, lastAt) = (first.at, last.at)
        leastLagMs = sound.filter { !$0.isBackfill }.map { Int((Double($0.receivedAt - $0.at) / 1_000).rounded()) }
            .min()
        topSpeedDkmh = sound.map(\.speedDkmh).max() ?? 0
        let hours = Set(sound.map { ($0.at - midnight) / (3600 * ReceivedFacts.second) })
        silentHours = (hours.max() ?? 0) - (hours.min() ?? 0) + 1 - hours.count
        let pauses = Self.pauses(sound)
        gaps = pauses.count
        gapS = pauses.reduce(0) { $0 + Self.seconds($1.from, $1.to) }
        longestGapS = pauses.map { Self.seconds($0.from, $0.to) }.max() ?? 0
        onlineS = Self.seconds(first.at, last.at) - gapS
        drive(sound.filter { $0.speedDkmh >= 10 && $0.place != nil }, pauses)
        count(sound, midnight)
        burn(sound)
    }

    private static func seconds(_ from: Int, _ to: Int) -> Double { Double(to - from) / 1e6 }

    /// More than ten minutes without a fix.
    private static func pauses(_ sound: [Fix]) -> [(from: Int, to: Int)] {
        zip(sound, sound.dropFirst()).map { ($0.at, $1.at) }.filter { $1 - $0 > 600 * ReceivedFacts.second }
    }

    private mutating func drive(_ moving: [Fix], _ pauses: [(from: Int, to: Int)]) {
        for (one, next) in zip(moving, moving.dropFirst()) {
            guard let from = one.place, let to = next.place else { continue }
            let (metres, seconds) = (Self.metres(from, to), Self.seconds(one.at, next.at))
            let furthest = 100 + seconds * 150 / 3.6
            if metres > furthest * 1.01 {
                sureJumps += 1
            } else if metres > furthest * 0.99 {
                doubtfulJumps += 1
                doubtfulM += metres
            } else {
                trackM += metres
            }
            // The way between them was driven at some 18 km/h.
            let standing = seconds - metres / 5
            guard !pauses.contains(where: { $0.from >= one.at && $0.to <= next.at }) else { continue }
            let doubt = 1 + metres / 5 * 0.01
            if standing > 60 + doubt {
                sureStops += 1
                stopS += standing
            } else if standing > 60 - doubt {
                doubtfulStops += 1
            }
        }
    }

    /// The odometer's first reading and its last one of every ten minutes; without steps back and steps beyond 150 km/h.
    private mutating func count(_ sound: [Fix], _ midnight: Int) {
        let readings = sound.compactMap { fix in fix.odometerHm.map { (at: fix.at, hm: $0) } }
        guard let first = readings.first else { return }
        var kept = [first]
        let slices = Dictionary(grouping: readings) { ($0.at - midnight) / (600 * ReceivedFacts.second) }
        for slice in slices.keys.sorted() { kept += (slices[slice] ?? []).suffix(1) }
        firstOdometerHm = first.hm
        lastOdometerHm = kept[kept.count - 1].hm
        for (one, next) in zip(kept, kept.dropFirst()) {
            let most = 1 + (next.at - one.at) / ReceivedFacts.second * 10 / 24
            let step = next.hm - one.hm
            if step >= 0 && step <= most { odometerM += step * 100 }
        }
    }

    /// What was in the tank and came into it, less what is left. A rise of ten litres is a filling.
    private mutating func burn(_ sound: [Fix]) {
        let gauge = sound.compactMap(\.fuelDl).filter { $0 > 0 && $0 < 0x8000 }
        guard let first = gauge.first, let last = gauge.last else { return }
        for (one, next) in zip(gauge, gauge.dropFirst()) where next - one >= 100 { refuelledDl += next - one }
        fuelUsedDl = max(0, first - last + refuelledDl)
    }

    /// On a sphere, by the haversine formula.
    private static func metres(_ a: (lon: Int, lat: Int), _ b: (lon: Int, lat: Int)) -> Double {
        let radian = Double.pi / 180 / 1e6
        let north = sin(Double(b.lat - a.lat) * radian / 2)
        let east = sin(Double(b.lon - a.lon) * radian / 2)
        let h = north * north + cos(Double(a.lat) * radian) * cos(Double(b.lat) * radian) * east * east
        return 2 * 6_371_008.8 * asin(min(1, h.squareRoot()))
    }
}

/// Ways of terminals.
extension StatisticsTruth {
    /// A terminal on a vehicle of a carrier, a day.
    private struct Carried: Hashable {
        let day, terminal, vehicle, carrier: Int
        /// Of several terminals that are on a vehicle at once, one tells its way.
        var tells = true
    }

    /// A part of a day in which nothing of this changes, with its fixes.
    private struct Stretch {
        var on: Carried
        /// When it began; the beginning of time where that was not in the day.
        let since: Int
        let fixes: [ReceivedFacts.Fix]
    }

    private var stretches: [Stretch] {
        var stretches: [Stretch] = []
        for (terminal, fixes) in Dictionary(grouping: facts.fixes, by: \.terminal) {
            let moves = registry.moves(of: terminal)
            let groups = Dictionary(grouping: fixes) { fix in
                let day = ReceivedFacts.day(of: fix.at)
                let since = moves.last { $0 <= fix.at && $0 > ReceivedFacts.midnight(day) }
                return [day, since ?? .min]
            }
            for (key, fixes) in groups {
                let vehicle = registry.mount(of: terminal, at: fixes[0].at)?.vehicle
                let on = Carried(
                    day: key[0], terminal: terminal, vehicle: vehicle ?? 0,
                    carrier: registry.carrier(of: vehicle, at: fixes[0].at) ?? 0)
                stretches.append(Stretch(on: on, since: key[1], fixes: fixes))
            }
        }
        // The one with the most fixes of that time with a time of their own.
        let rank = { (stretch: Stretch) in (-stretch.fixes.count { $0.isSound }, stretch.on.terminal) }
        for group in Dictionary(
            grouping: stretches.indices.filter { stretches[$0].on.vehicle != 0 },
            by: { index in
                [
                    stretches[index].on.day, stretches[index].on.vehicle, stretches[index].on.carrier,
                    stretches[index].since,
                ]
            }
        ).values {
            let first = group.min { rank(stretches[$0]) < rank(stretches[$1]) }
            for index in group { stretches[index].on.tells = index == first }
        }
        return stretches.sorted { $0.since < $1.since }
    }

    func makeTrackDay() -> [FigureRow] {
        let groups = Dictionary(grouping: stretches) { $0.on }
        return groups.map { on, stretches in
            let ways = stretches.map { WitnessedWay($0.fixes, midnight: ReceivedFacts.midnight(on.day)) }
            var row = FigureRow([
                "service_date": on.day, "terminal_id": on.terminal, "vehicle_id": on.vehicle, "carrier_id": on.carrier,
            ])
            row.key["counts_for_vehicle"] = on.tells ? "t" : "f"
            let sum = { (of: (WitnessedWay) -> Int) in ways.reduce(0) { $0 + of($1) } }
            let seconds = { (of: (WitnessedWay) -> Double) in Int(ways.reduce(0) { $0 + of($1) }.rounded()) }
            row["first_fix_at"] = Figure(ways.compactMap(\.firstAt).min())
            row["last_fix_at"] = Figure(ways.compactMap(\.lastAt).max())
            row["first_odometer_hm"] = Figure(ways.compactMap(\.firstOdometerHm).first)
            row["last_odometer_hm"] = Figure(ways.compactMap(\.lastOdometerHm).last)
            row["least_lag_ms"] = Figure(ways.compactMap(\.leastLagMs).min())
            row["fixes"] = Figure(sum(\.fixes))
            row["late_fixes"] = Figure(sum(\.late))
            row["backfill_fixes"] = Figure(sum(\.backfill))
            row["bad_clock_fixes"] = Figure(sum(\.badClock))
            row["unplaced_fixes"] = Figure(sum(\.unplaced))
            row["online_s"] = Figure(seconds(\.onlineS))
            row["odometer_m"] = Figure(sum(\.odometerM))
            row["gaps"] = Figure(sum(\.gaps))
            row["gap_s"] = Figure(seconds(\.gapS))
            row["longest_gap_s"] = Figure(Int((ways.map(\.longestGapS).max() ?? 0).rounded()))
            row["silent_hours"] = Figure(sum(\.silentHours))
            row["top_speed_dkmh"] = Figure(ways.map(\.topSpeedDkmh).max())
            let used = ways.compactMap(\.fuelUsedDl)
            row["fuel_used_dl"] = Figure(used.isEmpty ? nil : used.reduce(0, +))
            row["refuelled_dl"] = Figure(sum(\.refuelledDl))
            // What two ways of measuring agree on. On a sphere a degree is some tenth of a percent shorter than on the equator.
            let stops = sum(\.sureStops)...sum { $0.sureStops + $0.doubtfulStops }
            row["stops"] = Figure(stops)
            row["jumps"] = Figure(sum(\.sureJumps)...sum { $0.sureJumps + $0.doubtfulJumps })
            let track = ways.reduce(0) { $0 + $1.trackM }
            let apart = 5 + track * 0.002
            row["track_m"] = Figure(
                max(0, Int(track - apart))...Int(track + apart + ways.reduce(0) { $0 + $1.doubtfulM }))
            let stood = seconds(\.stopS)
            let slack = 5 + 2 * stops.upperBound
            row["stop_s"] = Figure(
                max(0, stood - slack)...(stood + slack + 62 * (stops.upperBound - stops.lowerBound)))
            return row
        }
    }
}
