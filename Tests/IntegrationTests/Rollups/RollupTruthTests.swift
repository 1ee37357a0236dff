import Foundation
import Postgres
import Rollups
import Testing

/// The figures of a simulated day, with all its faults, are those of the ground truth: worked out here from its lines alone.
@Suite("Rollups: the ground truth", .enabled(if: TestDatabase.isEnabled))
struct RollupTruthTests {
    private static let wasteTypes = ["kitchen": 1, "residual": 2, "recyclable": 3, "catering": 5]

    @Test("every figure of a day is that of the ground truth, and verify finds nothing", arguments: 1...3)
    func figures(seed: Int) async throws {
        try await SimulatedDay.stream(seed) { day in
            try Self.insertTasks(of: day)
            let refreshed = try await FinishedCommand.run(
                "qingyun-rollups", ["refresh"], environment: ["QINGYUN_DATABASE_URL": day.database.url])
            #expect(refreshed.status == 0, "\(refreshed.errors)")
            try Self.collection(day)
            try Self.tags(day)
            try Self.clearance(day)
            try Self.tracks(day)
            try Self.ways(day)
            try Self.records(day)
            try Self.stations(day)
            try Self.trips(day)
            try Self.sums(day)
            let verified = try await FinishedCommand.run(
                "qingyun-rollups", ["verify"], environment: ["QINGYUN_DATABASE_URL": day.database.url])
            #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
            #expect(try day.database.count("SELECT count(*) FROM stats.dirty_day") == 0)
        }
    }

    // MARK: Lifts

    private struct Lifted: Equatable {
        var lifts = 0, weighed = 0, doubtful = 0, zero = 0, untagged = 0, unbound = 0, repeated = 0
        var gross = 0, net = 0, doubtfulNet = 0
    }

    private static func collection(_ day: SimulatedDay) throws {
        let bound = Set(
            try day.database.query("SELECT encode(tag_id, 'hex') AS tag FROM registry.tag_binding").compactMap {
                $0["tag"]
            })
        var expected: [String: Lifted] = [:]
        for line in day.lines("lift") where line.isStored == true {
            let isBound = line.tag.map { bound.contains(String(repeating: "0", count: 16 - $0.count) + $0) } ?? false
            let key =
                "\(try #require(line.terminal)) \(isBound ? try #require(line.point) : "-") "
                + "\(try #require(wasteTypes[line.wasteType ?? ""]))"
            let (net, gross) = (try #require(line.netG), try #require(line.grossG))
            let isOver = line.fault == "overload"
            var sum = expected[key, default: Lifted()]
            sum.lifts += 1
            sum.untagged += line.tag == nil ? 1 : 0
            sum.unbound += line.tag != nil && !isBound ? 1 : 0
            // Without a tag nobody can tell that it was the same bin.
            sum.repeated += line.fault == "double" && line.tag != nil ? 1 : 0
            if isOver {
                sum.doubtful += 1
                sum.doubtfulNet += net
            } else {
                sum.weighed += 1
                sum.net += net
                sum.gross += gross
                sum.zero += net == 0 ? 1 : 0
            }
            expected[key] = sum
        }
        let wanted = expected.map { key, sum in
            "\(key) \(sum.lifts) \(sum.weighed) \(sum.doubtful) \(sum.zero) \(sum.untagged) \(sum.unbound) \(sum.gross) \(sum.net) "
                + "\(sum.doubtfulNet) 0 \(sum.lifts) 0 \(sum.repeated)"
        }
        let found = try day.rows(
            """
            SELECT t.number, p.code, c.waste_type, sum(lifts), sum(weighed_lifts), sum(doubtful_lifts), sum(zero_lifts),
                sum(untagged_lifts), sum(unbound_lifts), sum(gross_g), sum(net_g), sum(doubtful_net_g), sum(estimated_lifts),
                sum(accepted_lifts), sum(contaminated_lifts), sum(repeat_lifts)
            FROM stats.collection_day AS c
            JOIN registry.terminal AS t USING (terminal_id)
            LEFT JOIN registry.collection_point AS p USING (collection_point_id)
            WHERE c.service_date = '\(SimulatedDay.date)'
            GROUP BY t.number, p.code, c.waste_type
            """)
        #expect(found == wanted.sorted() && !found.isEmpty)
    }

    /// Lifts by bin, and those whose tag is bound to nothing.
    private static func tags(_ day: SimulatedDay) throws {
        var bins: [String: String] = [:]
        for row in try day.database.query(
            "SELECT encode(t.tag_id, 'hex') AS tag, b.code FROM registry.tag_binding AS t JOIN registry.bin AS b USING (bin_id)"
        ) {
            bins[try row.text("tag")] = try row.text("code")
        }
        var (lifted, nobodys): ([String: Lifted], [String: Lifted]) = ([:], [:])
        var moments: [String: [Int]] = [:]
        for line in day.lines("lift") where line.isStored == true {
            let net = try #require(line.netG)
            let bin = line.tag.flatMap { bins[String(repeating: "0", count: max(0, 16 - $0.count)) + $0] }
            let key = bin ?? "\(line.terminal ?? "") \(line.tag ?? "")"
            var sum = (bin == nil ? nobodys : lifted)[key] ?? Lifted()
            sum.lifts += 1
            sum.zero += net == 0 ? 1 : 0
            sum.doubtful += line.fault == "overload" ? 1 : 0
            sum.repeated += line.fault == "double" ? 1 : 0
            sum.net += line.fault == "overload" ? 0 : net
            if bin == nil {
                nobodys[key] = sum
            } else {
                lifted[key] = sum
                moments[key, default: []].append(try TruthLine.second(try #require(line.recordedAt)))
            }
        }
        let wanted = lifted.map { bin, sum in
            let times = (moments[bin] ?? []).sorted()
            let rapid = zip(times, times.dropFirst(3)).count { $1 - $0 <= 600 }
            return
                "\(bin) \(sum.lifts) \(sum.lifts - sum.doubtful) \(sum.doubtful) \(sum.zero) \(sum.net) \(rapid) \(sum.repeated)"
        }
        let found = try day.rows(
            """
            SELECT b.code, d.lifts, d.weighed_lifts, d.doubtful_lifts, d.zero_lifts, d.net_g, d.rapid_lifts, d.repeat_lifts
            FROM stats.bin_day AS d JOIN registry.bin AS b USING (bin_id)
            """)
        #expect(found == wanted.sorted() && !found.isEmpty)
        let unbound = try day.rows(
            """
            SELECT t.number, encode(d.tag_id, 'hex'), d.lifts, d.doubtful_lifts, d.net_g
            FROM stats.unbound_tag_day AS d JOIN registry.terminal AS t USING (terminal_id)
            """)
        #expect(
            unbound == nobodys.map { "\($0) \($1.lifts) \($1.doubtful) \($1.net)" }.sorted() && !unbound.isEmpty)
    }

    // MARK: Windows

    /// The tasks of the day as the ground truth judges them.
    private static func insertTasks(of day: SimulatedDay) throws {
        for window in day.lines("window") {
            let outcome = window.cause == "terminal_offline" ? "unconfirmed" : try #require(window.outcome)
            let isCollected = outcome == "on_time" || outcome == "late"
            _ = try day.database.query(
                """
                INSERT INTO ops.collection_task (
                    service_date, collection_point_id, waste_type, window_start, window_end, deadline, collection_rule_id, least_net_g,
                    street_id, community_id, responsible_unit_id, outcome, cause, known_at,
                    collected_at, lift_terminal_id, lift_seq, lift_boot_no, evidence_kind, rule_code, rule_specificity)
                SELECT '\(SimulatedDay.date)', p.collection_point_id, $2, $3, $4, $4, 1, 1000,
                    c.street_id, c.community_id, a.responsible_unit_id, $5, $6, $4,
                    CASE WHEN $7 THEN $3::timestamptz END, CASE WHEN $7 THEN 1 END, CASE WHEN $7 THEN 1 END,
                    CASE WHEN $7 THEN 1 END, CASE WHEN $7 THEN 'lift' END, 'K', 0
                FROM registry.collection_point AS p
                JOIN registry.point_affiliation AS a USING (collection_point_id)
                JOIN registry.community AS c USING (community_id)
                WHERE p.code = $1
                """,
                [
                    .text(try #require(window.point)), .int(try #require(wasteTypes[window.wasteType ?? ""])),
                    .text(try #require(window.opensAt)), .text(try #require(window.closesAt)), .text(outcome),
                    isCollected ? .null : .text(try #require(window.cause)), .bool(isCollected),
                ])
        }
        try day.database.execute(
            "INSERT INTO stats.dirty_day (kind, service_date) VALUES ('clearance', '\(SimulatedDay.date)')")
    }

    private static func clearance(_ day: SimulatedDay) throws {
        var expected: [String: [TruthLine]] = [:]
        for window in day.lines("window") {
            let key = "\(try #require(window.point)) \(try #require(wasteTypes[window.wasteType ?? ""]))"
            expected[key, default: []].append(window)
        }
        let wanted = expected.map { key, windows in
            let count = { (outcome: String) in windows.count { $0.outcome == outcome && $0.cause != "terminal_offline" }
            }
            let unconfirmed = windows.count { $0.cause == "terminal_offline" }
            // What was due last decides; nothing of this day was collected after it.
            let last = windows.max { $0.opensAt ?? "" < $1.opensAt ?? "" }
            let isCleared = ["on_time", "late"].contains(last?.outcome) && last?.cause != "terminal_offline"
            return "\(key) \(windows.count) \(count("on_time")) \(count("late")) \(count("missed")) \(unconfirmed) "
                + "\(isCleared ? 1 : 0)"
        }
        let found = try day.rows(
            """
            SELECT p.code, c.waste_type, c.due, c.on_time, c.late, c.missed, c.unconfirmed, c.cleared
            FROM stats.clearance_day AS c JOIN registry.collection_point AS p USING (collection_point_id)
            """)
        #expect(found == wanted.sorted() && !found.isEmpty)
    }

    // MARK: Ways

    private static func tracks(_ day: SimulatedDay) throws {
        let reported = day.lines("vehicle").filter { ($0.fixRows ?? 0) > 0 }
        #expect(
            try day.rows(
                """
                SELECT t.number, sum(fixes), min(v.plate_no) FROM stats.track_day JOIN registry.terminal AS t USING (terminal_id)
                JOIN registry.vehicle AS v USING (vehicle_id) GROUP BY t.number
                """)
                == reported.map { "\($0.terminal ?? "") \($0.fixRows ?? 0) \($0.plateNo ?? "")" }.sorted())
        let totals = try #require(day.truth.last { $0.kind == "totals" })
        #expect(
            try day.database.count("SELECT sum(bad_clock_fixes) AS n FROM stats.track_day")
                == (totals.fixRowsWithoutDate ?? 0) + (totals.fixRowsInFuture ?? 0))

        // Those whose clock was never unset: of the others the first reports have no time of their own.
        let dated = reported.filter { $0.clockAtPowerUp == nil }
        let wanted = try dated.map { line in
            let offset = line.clockOffsetS ?? 0
            return "\(line.terminal ?? "") \(try TruthLine.second(try #require(line.firstFixAt)) + offset) "
                + "\(try TruthLine.second(try #require(line.lastFixAt)) + offset) \(line.firstOdometerHm ?? 0) "
                + "\(line.lastOdometerHm ?? 0) \(100 * ((line.lastOdometerHm ?? 0) - (line.firstOdometerHm ?? 0)))"
        }
        let found = try day.rows(
            """
            SELECT t.number,
                extract(epoch FROM first_fix_at - timestamptz '\(SimulatedDay.date) 00:00+08')::int,
                extract(epoch FROM last_fix_at - timestamptz '\(SimulatedDay.date) 00:00+08')::int,
                first_odometer_hm, last_odometer_hm, odometer_m
            FROM stats.track_day JOIN registry.terminal AS t USING (terminal_id)
            WHERE service_date = '\(SimulatedDay.date)'
            """)
        #expect(Set(found).isSuperset(of: wanted) && !wanted.isEmpty, "\(found) \(wanted)")

        for line in dated where line.diesAt == nil {
            let row = try #require(
                try day.database.query(
                    """
                    SELECT d.* FROM stats.track_day AS d JOIN registry.terminal AS t USING (terminal_id)
                    WHERE t.number = $1 AND service_date = '\(SimulatedDay.date)'
                    """, [.text(line.terminal ?? "")]
                ).first)
            // Positions ten seconds apart cut corners; and what is driven between the last report and the next is not seen.
            let (driven, track) = (try #require(line.distanceM), try row.int("track_m"))
            #expect(
                Double(track) > 0.9 * Double(driven) - 200 && Double(track) < 1.01 * Double(driven) + 200, "\(line)")
            #expect(try row.int("jumps") == 0)
            // Switched off between its shifts, for some minutes or hours, and never silent: what was sent late is there too. Reports
            // come every ten seconds, and the last of a shift may come sooner.
            let (shifts, gaps) = (line.shifts ?? 0, try row.int("gaps"))
            #expect(gaps < shifts)
            let working = 10 * ((line.fixRows ?? 0) - shifts)
            let online = try row.int("online_s")
            #expect(online >= working - 10 * shifts && online <= working + 600 * (shifts - 1 - gaps), "\(line)")
            let span =
                try TruthLine.second(try #require(line.lastFixAt)) - TruthLine.second(try #require(line.firstFixAt))
            #expect(try online + row.int("gap_s") == span)
            // 35 l for 100 km; the gauge shows tenths of a litre.
            let used = try row.int("fuel_used_dl")
            #expect(abs(Double(used) - Double(try row.int("odometer_m")) * 0.0035) <= 3)
            #expect(try row.int("refuelled_dl") == 0)
        }
    }

    /// Against the stored fixes, gone through one by one.
    private static func ways(_ day: SimulatedDay) throws {
        let silent = Dictionary(
            day.lines("vehicle").map { ($0.terminal ?? "", $0) }, uniquingKeysWith: { first, _ in first })
        var compared = 0
        for (terminal, way) in try WitnessedWay.all(in: day.database, on: SimulatedDay.date) {
            let row = try #require(
                try day.database.query(
                    """
                    SELECT d.* FROM stats.track_day AS d JOIN registry.terminal AS t USING (terminal_id)
                    WHERE t.number = $1 AND service_date = '\(SimulatedDay.date)'
                    """, [.text(terminal)]
                ).first)
            let exact = [
                ("fixes", way.fixes), ("late_fixes", way.late), ("backfill_fixes", way.backfill),
                ("unplaced_fixes", way.unplaced), ("bad_clock_fixes", way.badClock), ("gaps", way.gaps),
                ("silent_hours", way.silentHours), ("top_speed_dkmh", way.topSpeedDkmh), ("jumps", way.jumps),
                ("online_s", Int(way.onlineS.rounded())), ("gap_s", Int(way.gapS.rounded())),
                ("longest_gap_s", Int(way.longestGapS.rounded())),
            ]
            for (column, value) in exact { #expect(try row.int(column) == value, "\(terminal) \(column)") }
            let (track, stops, stopS) = (try row.int("track_m"), try row.int("stops"), try row.int("stop_s"))
            let apart: Double = abs(Double(track) - way.trackM)
            #expect(apart <= 5 + way.trackM * 0.002, "\(terminal): \(track), \(way.trackM)")
            let most = way.sureStops + way.doubtfulStops
            #expect(stops >= way.sureStops && stops <= most, "\(terminal): \(stops)")
            let allowed = Double(5 + stops + 61 * way.doubtfulStops)
            #expect(abs(Double(stopS) - way.stopS) <= allowed, "\(terminal): \(stopS), \(way.stopS)")
            compared += 1
            // What a terminal stored while it had no link came as backfill, and nothing else.
            let line = try #require(silent[terminal])
            if let from = line.silentFrom, let to = line.silentTo {
                let all = (try TruthLine.second(to) - TruthLine.second(from)) / 10 + 2
                #expect(way.backfill >= 1 && way.backfill <= all, "\(terminal): \(way.backfill), \(all)")
            } else {
                #expect(way.backfill == 0, "\(terminal)")
            }
        }
        #expect(compared > 0)
    }

    // MARK: Records

    private static func records(_ day: SimulatedDay) throws {
        var expected: [String: (lifts: Int, reads: Int, weighings: Int)] = [:]
        for line in day.lines("lift") where line.isStored == true {
            expected[line.terminal ?? "", default: (0, 0, 0)].lifts += 1
            expected[line.terminal ?? "", default: (0, 0, 0)].reads += line.tag == nil ? 0 : 1
        }
        for line in day.lines("weighing") { expected[line.terminal ?? "", default: (0, 0, 0)].weighings += 1 }
        let wanted = expected.map { terminal, n in
            let all = n.lifts + n.reads + n.weighings
            return "\(terminal) \(n.lifts) \(n.reads) \(n.weighings) \(all) \(all) 0 0"
        }
        let found = try day.rows(
            """
            SELECT t.number, lifts, tag_reads, weighings, records, expected_records, sequence_gaps, bad_clock_records
            FROM stats.record_day JOIN registry.terminal AS t USING (terminal_id)
            """)
        #expect(found == wanted.sorted())
    }

    // MARK: Stations and trips

    private static func stations(_ day: SimulatedDay) throws {
        let weighings = Dictionary(grouping: day.lines("weighing")) { $0.site ?? "" }
        let wanted = try (day.lines("station") + day.lines("plant")).compactMap { line -> String? in
            let own = weighings[line.code ?? ""] ?? []
            guard !own.isEmpty else { return nil }
            let sum = { (what: String) in own.reduce(0) { $0 + ($1.what == what ? $1.netG ?? 0 : 0) } }
            let count = { (what: String) in own.count { $0.what == what } }
            return "\(line.code ?? "") \(own.count) \(try #require(line.inNetG)) \(try #require(line.outNetG)) "
                + "\(sum("tipped") + sum("cart") + sum("gate_out")) \(sum("box")) \(count("cart")) "
                + "\(count("tipped") + count("gate_in")) \(count("box")) 0 0 0"
        }
        let found = try day.rows(
            """
            SELECT coalesce(s.code, f.code), sum(weighings), sum(in_net_g), sum(out_net_g), sum(received_net_g),
                sum(dispatched_net_g), sum(carts), sum(deliveries), sum(boxes_out), sum(open_tickets), sum(corrected), sum(withdrawn)
            FROM stats.station_day AS d
            LEFT JOIN registry.station AS s USING (station_id) LEFT JOIN registry.disposal_facility AS f USING (disposal_facility_id)
            GROUP BY s.code, f.code
            """)
        #expect(found == wanted.sorted() && !found.isEmpty)
    }

    private static func trips(_ day: SimulatedDay) throws {
        // Lifts since the trip before, of those that came.
        let plates = Dictionary(
            day.lines("vehicle").map { ($0.terminal ?? "", $0.plateNo ?? "") }, uniquingKeysWith: { first, _ in first })
        let lifts = try day.lines("lift").filter { $0.isStored == true }.map {
            (
                plate: plates[$0.terminal ?? ""] ?? "", second: try TruthLine.second($0.happenedAt ?? ""),
                net: $0.netG ?? 0
            )
        }
        let boxes = Dictionary(
            day.lines("weighing").filter { $0.what == "box" }.map { ($0.ticket ?? "", $0.netG ?? 0) },
            uniquingKeysWith: { first, _ in first })
        let trips = day.lines("trip")
        let wanted = try trips.map { trip in
            let end = try TruthLine.second(trip.inAt ?? "")
            let before = try trips.filter { $0.plateNo == trip.plateNo }.map { try TruthLine.second($0.inAt ?? "") }
                .filter { $0 < end }.max()
            let own =
                trip.fromStation != nil
                ? [] : lifts.filter { $0.plate == trip.plateNo && $0.second > before ?? -1 && $0.second <= end }
            let brought =
                trip.fromStation == nil ? own.reduce(0) { $0 + $1.net } : try #require(boxes[trip.ticket ?? ""])
            let net = try #require(trip.netG)
            return
                "\(trip.ticket ?? "") \(trip.plateNo ?? "") \(trip.to ?? "") \(trip.fromStation ?? "-") \(own.count) "
                + "\(own.reduce(0) { $0 + $1.net }) \(net) \(net - brought)"
        }
        let found = try day.rows(
            """
            SELECT t.ticket, v.plate_no, coalesce(s.code, f.code), o.code, t.lifts, t.lifts_net_g, t.site_net_g, t.gap_g
            FROM stats.trip AS t
            JOIN registry.vehicle AS v USING (vehicle_id)
            LEFT JOIN registry.station AS s USING (station_id) LEFT JOIN registry.disposal_facility AS f USING (disposal_facility_id)
            LEFT JOIN registry.station AS o ON o.station_id = t.from_station_id
            """)
        #expect(found == wanted.sorted() && !found.isEmpty)
    }

    // MARK: Sums

    private static func sums(_ day: SimulatedDay) throws {
        let totals = try #require(day.truth.last { $0.kind == "totals" })
        let trips = day.lines("trip")
        for period in ["day", "week", "month", "quarter", "year"] {
            for of in ["point", "unit", "community", "street", "waste", "carrier", "vehicle"] {
                #expect(
                    try day.rows(
                        "SELECT sum(lifts), sum(net_g + estimated_net_g + doubtful_net_g) FROM stats.\(of)_\(period)")
                        == ["\(totals.liftRows ?? 0) \(totals.liftNetG ?? 0)"], "\(of) \(period)")
            }
            #expect(
                try day.rows("SELECT sum(trips), sum(brought_net_g) FROM stats.carrier_\(period)")
                    == ["\(trips.count) \(trips.reduce(0) { $0 + ($1.netG ?? 0) })"])
            #expect(
                try day.rows("SELECT sum(due), sum(clearable) FROM stats.street_\(period)")
                    == [
                        "\(day.lines("window").count) "
                            + "\(Set(day.lines("window").map { "\($0.point ?? "") \($0.wasteType ?? "")" }).count)"
                    ])
            #expect(
                try day.rows("SELECT sum(fixes), sum(records) FROM stats.terminal_\(period)")
                    == [
                        "\(totals.fixRows ?? 0) "
                            + "\((totals.liftRows ?? 0) + (totals.tagReadRows ?? 0) + (totals.stationWeighingRows ?? 0))"
                    ])
            #expect(
                try day.rows("SELECT sum(in_net_g + out_net_g) FROM stats.site_\(period)")
                    == ["\(totals.stationWeighingNetG ?? 0)"])
        }
        // 3 March 2025 was a Monday.
        #expect(
            try day.rows(
                """
                SELECT DISTINCT w.week, m.month, q.quarter, y.year FROM stats.street_week AS w, stats.street_month AS m,
                    stats.street_quarter AS q, stats.street_year AS y
                """) == ["2025-03-03 2025-03-01 2025-01-01 2025-01-01"])
    }
}
