import Foundation
import Postgres
import Rollups
import Testing

/// The figures of a simulated day, with all its faults and more, are those of the ground truth: of its lines, and of its single records, worked
/// out in Swift (``StatisticsTruth``).
@Suite("Rollups: the ground truth", .enabled(if: TestDatabase.isEnabled))
struct RollupTruthTests {
    @Test("every figure of a day is that of the ground truth, and verify finds nothing", arguments: 1...3)
    func figures(seed: Int) async throws {
        try await SimulatedDay.stream(seed) { day in
            try day.receiveWhenSent()
            try Self.insertTasks(of: day)
            let sent = try StatisticsTruth(storedIn: day.database)
            #expect(try day.unlikeTruth(sent.facts) == [])
            try await Self.compare(day, sent)
            try Self.repeats(day)
            try Self.clearance(day)
            try Self.tracks(day)
            try Self.stations(day)
            try Self.trips(day)

            try day.addWhatIsNotSimulated()
            let changed = try StatisticsTruth(storedIn: day.database)
            try await Self.compare(day, changed)
            // So that no figure was compared where it is nothing but zero.
            for table in StatisticsTruth.Table.allCases {
                let rows = changed.rows(of: table)
                let columns = Set(
                    rows.flatMap { row in row.figures.filter { $0.value != 0 && $0.value != .null }.keys })
                let idle = Set(rows.flatMap(\.figures.keys)).subtracting(columns)
                #expect(idle == [], "\(table)")
            }
        }
    }

    /// Refreshes, compares all figures with those of the truth, and lets the command verify.
    private static func compare(_ day: SimulatedDay, _ truth: StatisticsTruth) async throws {
        let environment = ["QINGYUN_DATABASE_URL": day.database.url]
        let refreshed = try await FinishedCommand.run("qingyun-rollups", ["refresh"], environment: environment)
        #expect(refreshed.status == 0, "\(refreshed.errors)")
        #expect(try truth.wrongFigures(in: day.database) == [])
        #expect(try truth.wrongSums(in: day.database) == [])
        let verified = try await FinishedCommand.run("qingyun-rollups", ["verify"], environment: environment)
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
        #expect(try day.database.count("SELECT count(*) FROM stats.dirty_day") == 0)
    }

    @Test("every column of every table and view of figures has a truth to be compared with")
    func columns() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try facts.fix(1, WrittenFacts.time(0, "07:00"))
            for (seq, clock) in [(1, "08:00"), (2, "12:00")] {
                try facts.lift(1, WrittenFacts.time(0, clock), seq: seq, tag: [1, nil][seq - 1])
            }
            try facts.weighing(
                4, WrittenFacts.time(0, "09:00"), seq: 3, direction: 1, netG: 50_000, tareSource: 2, plate: "京A10001")
            try facts.task(point: 1, day: 0, "09:00", outcome: "missed")
            try facts.refresh()
            let truth = try StatisticsTruth(storedIn: database)
            #expect(try truth.wrongFigures(in: database) == [])
            #expect(try truth.wrongSums(in: database) == [])
            var known = [
                "trip_day": Set(truth.tripDay.flatMap(\.columns)),
                "vehicle_way": Set(truth.vehicleWays.flatMap(\.columns)),
                // What is written down beside the figures.
                "kind": [], "dirty_day": [], "dirty_range": [], "refreshed_day": [], "closed_day": [],
                "frozen_month": [], "frozen_figure": [], "month_figure": [],
            ]
            for table in StatisticsTruth.Table.allCases {
                known[table.rawValue] = Set(truth.rows(of: table).flatMap(\.columns))
            }
            for view in StatisticsTruth.views { known[view] = [] }
            let relations = try database.query(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'stats'")
            #expect(Set(relations.compactMap { $0["table_name"] }) == Set(known.keys))
            for (relation, columns) in known where !columns.isEmpty {
                #expect(Set(try database.statisticsColumns(of: relation).keys) == columns, "\(relation)")
            }
            // The comparison sees every one of them.
            for table in StatisticsTruth.Table.allCases {
                let (rows, stored) = (truth.rows(of: table), try database.statistics(table.rawValue))
                for column in rows[0].columns {
                    var altered = stored
                    altered[0][column] = "7777777"
                    #expect(FigureRow.differences(rows, altered) != [], "\(table) \(column)")
                }
                #expect(FigureRow.differences(rows, stored + stored.prefix(1)) != [])
                #expect(FigureRow.differences(rows, Array(stored.dropFirst())) != [])
            }
            // Each of the views' figures is the sum of figures that are compared: none is zero or null for want of a rule.
            let summed = Set(StatisticsTruth.Table.allCases.flatMap { truth.rows(of: $0).flatMap(\.figures.keys) })
            for view in StatisticsTruth.views {
                let own = Set(try database.statisticsColumns(of: view).keys).subtracting(StatisticsTruth.heads)
                #expect(own.subtracting(summed.union(StatisticsTruth.ownFigures)) == [], "\(view)")
            }
        }
    }

    // MARK: Lifts

    /// A bin that is shaken twice is two records. Without a tag nobody can tell that it was the same one.
    private static func repeats(_ day: SimulatedDay) throws {
        let doubles = day.lines("lift").filter { $0.isStored == true && $0.fault == "double" && $0.tag != nil }
        let wanted = Dictionary(grouping: doubles) { $0.terminal ?? "" }.map { "\($0) \($1.count)" }
        #expect(
            try day.rows(
                """
                SELECT t.number, sum(repeat_lifts) FROM stats.collection_day JOIN registry.terminal AS t USING (terminal_id)
                GROUP BY t.number HAVING sum(repeat_lifts) > 0
                """) == wanted.sorted())
        let totals = try #require(day.truth.last { $0.kind == "totals" })
        #expect(
            try day.rows("SELECT sum(lifts), sum(net_g + estimated_net_g + doubtful_net_g) FROM stats.collection_day")
                == ["\(totals.liftRows ?? 0) \(totals.liftNetG ?? 0)"])
    }

    // MARK: Windows

    private static let wasteTypes = ["kitchen": 1, "residual": 2, "recyclable": 3, "catering": 5]

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
        for line in reported where line.clockAtPowerUp == nil {
            let row = try #require(
                try day.database.query(
                    """
                    SELECT d.*,
                        extract(epoch FROM first_fix_at - timestamptz '\(SimulatedDay.date) 00:00+08')::int AS first_s,
                        extract(epoch FROM last_fix_at - timestamptz '\(SimulatedDay.date) 00:00+08')::int AS last_s
                    FROM stats.track_day AS d JOIN registry.terminal AS t USING (terminal_id)
                    WHERE t.number = $1 AND service_date = '\(SimulatedDay.date)'
                    """, [.text(line.terminal ?? "")]
                ).first)
            let first = try TruthLine.second(try #require(line.firstFixAt))
            let last = try TruthLine.second(try #require(line.lastFixAt))
            let (offset, firstHm, lastHm) = (
                line.clockOffsetS ?? 0, try #require(line.firstOdometerHm), try #require(line.lastOdometerHm)
            )
            #expect(try row.int("first_s") == first + offset && row.int("last_s") == last + offset)
            #expect(try row.int("first_odometer_hm") == firstHm && row.int("last_odometer_hm") == lastHm)
            #expect(try row.int("odometer_m") == 100 * (lastHm - firstHm))
            #expect(try row.int("least_lag_ms") == 2_000 - 1_000 * offset)
            // 35 l for 100 km; the gauge shows tenths of a litre.
            let used = try row.int("fuel_used_dl")
            #expect(abs(Double(used) - Double(100 * (lastHm - firstHm)) * 0.0035) <= 3)
            #expect(try row.int("refuelled_dl") == 0 && row.int("jumps") == 0)
            guard line.diesAt == nil else { continue }
            // Positions ten seconds apart cut corners; and what is driven between the last report and the next is not seen.
            let (driven, track) = (try #require(line.distanceM), try row.int("track_m"))
            #expect(
                Double(track) > 0.9 * Double(driven) - 200 && Double(track) < 1.01 * Double(driven) + 200, "\(line)")
            // Switched off between its shifts, for some minutes or hours, and never silent: what was sent late is there too. Reports
            // come every ten seconds, and the last of a shift may come sooner.
            let (shifts, gaps) = (line.shifts ?? 0, try row.int("gaps"))
            #expect(gaps < shifts)
            let working = 10 * ((line.fixRows ?? 0) - shifts)
            let online = try row.int("online_s")
            #expect(online >= working - 10 * shifts && online <= working + 600 * (shifts - 1 - gaps), "\(line)")
            #expect(try online + row.int("gap_s") == last - first)
            // What was stored without a link came when it was back: late where that was more than ten minutes later. A terminal may be
            // switched off in between.
            let silence =
                try (line.silentFrom ?? "").isEmpty
                ? 0 : TruthLine.second(line.silentTo ?? "") - TruthLine.second(line.silentFrom ?? "")
            #expect(try row.int("late_fixes") <= max(0, silence - 600) / 10 + 1, "\(line)")
        }
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
}
