import Postgres
import Rollups
import Telemetry
import Testing
import Timeliness

/// What changes is made again, and nothing else.
@Suite("Rollups: what becomes stale", .enabled(if: TestDatabase.isEnabled))
struct RollupInvalidationTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    /// Lifts and fixes on days 0 to 3.
    private static func fill(_ facts: WrittenFacts) throws {
        for day in 0...3 {
            try facts.lift(1, at(day, "08:00"), seq: 10 * day + 1)
            try facts.fix(1, at(day, "08:00"))
            try facts.weighing(
                3, at(day, "10:00"), seq: day + 1, direction: 1, tareG: 6_000_000, netG: 3_000_000, tareSource: 2,
                ticket: "S\(day)", plate: "京A10001")
        }
        try facts.refresh()
        #expect(try facts.refresh() == [])
    }

    @Test("late data refresh their day and kinds alone, and a day without changes is not looked at")
    func lateData() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.fix(1, Self.at(1, "09:00"))
            #expect(try facts.refresh() == ["1 track"])
            try facts.lift(1, Self.at(2, "09:00"), seq: 22)
            #expect(try facts.refresh() == ["2 collection", "2 record", "2 trip"])
            #expect(try facts.line("SELECT sum(lifts), sum(net_g) FROM stats.collection_day") == "5 250000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a mark that is committed while its day is refreshed is left for the next refresh")
    func meanwhile() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try Self.fill(facts)
            let other = try database.session()
            defer { other.close() }
            // A batch that is not committed yet when the refresh looks.
            try other.execute("BEGIN")
            try WrittenFacts(session: other).fix(1, Self.at(1, "09:00"))
            try facts.fix(1, Self.at(1, "09:30"))
            #expect(try facts.refresh() == ["1 track"])
            #expect(try facts.line("SELECT sum(fixes) FROM stats.track_day") == "5")
            try other.execute("COMMIT")
            #expect(try facts.refresh() == ["1 track"])
            #expect(try facts.line("SELECT sum(fixes) FROM stats.track_day") == "6")
        }
    }

    @Test("a refresh that is killed leaves its marks and the figures of before")
    func killed() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.lift(1, Self.at(2, "09:00"), seq: 22)
            struct Killed: Error {}
            #expect(throws: Killed.self) {
                try facts.session.transaction { session in
                    try session.execute("DELETE FROM stats.dirty_day; DELETE FROM stats.collection_day")
                    throw Killed()
                }
            }
            #expect(try facts.refresh() == ["2 collection", "2 record", "2 trip"])
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test(
        "a terminal that changed vehicles in the past refreshes the days since, and each lift and fix has its vehicle")
    func remounted() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            // From the noon of day 2 on it was on vehicle 2, whose own terminal was taken off.
            let noon = Self.at(2, "07:59")
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET valid = tstzrange(lower(valid), \(noon)) WHERE terminal_id IN (1, 2);
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) VALUES (1, 2, tstzrange(\(noon), NULL))
                """)
            let kinds = ["collection", "track", "trip", "station"]
            #expect(try facts.refresh() == Set([2, 3].flatMap { day in kinds.map { "\(day) \($0)" } }))
            #expect(
                try facts.line(
                    "SELECT vehicle_id, carrier_id, sum(lifts) FROM stats.collection_day GROUP BY 1, 2 ORDER BY 1")
                    == "1 1 2\n2 2 2")
            try facts.fix(1, Self.at(2, "07:00"))
            try facts.refresh()
            #expect(
                try facts.line(
                    "SELECT terminal_id, vehicle_id, sum(fixes) FROM stats.track_day GROUP BY 1, 2 ORDER BY 1, 2")
                    == "1 1 3\n1 2 2")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a tag, a bin, a point that is bound anew for a time refreshes the collections of that time alone")
    func rebound() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            let (from, to) = (Self.at(1, "00:00"), Self.at(2, "00:00"))
            try facts.session.execute(
                """
                UPDATE registry.bin_placement SET valid = tstzrange(lower(valid), \(from)) WHERE bin_id = 1;
                INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid)
                    VALUES (1, 2, tstzrange(\(from), \(to))), (1, 1, tstzrange(\(to), NULL))
                """)
            // Closed from day 1 on, and then entered for the days after it: those were concerned too.
            #expect(try facts.refresh() == ["1 collection", "2 collection", "3 collection"])
            #expect(
                try facts.line("SELECT street_id, sum(lifts), sum(net_g) FROM stats.street_day GROUP BY 1 ORDER BY 1")
                    == "0 0 0\n1 3 150000\n2 1 50000".replacing("0 0 0\n", with: ""))
            try facts.session.execute(
                "UPDATE registry.bin SET note = 'new wheels'; UPDATE registry.street SET name = '三'")
            #expect(try facts.refresh() == [])
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a tag that is bound to another bin refreshes the days since, and none before")
    func reboundTag() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            let noon = Self.at(2, "07:59")
            try facts.session.execute(
                """
                UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), \(noon)) WHERE tag_id = '\\x00000001';
                INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid) VALUES (2, 3, '\\x00000001', tstzrange(\(noon), NULL))
                """)
            let kinds = ["collection", "station", "trip"]
            #expect(try facts.refresh() == Set([2, 3].flatMap { day in kinds.map { "\(day) \($0)" } }))
            #expect(
                try facts.line("SELECT collection_point_id, sum(lifts) FROM stats.point_day GROUP BY 1 ORDER BY 1")
                    == "1 2\n2 2")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test(
        "marks of a day that nobody refreshes become one for each cause, not while it is refreshed, and call for it still"
    )
    func compacted() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try Self.fill(facts)
            try facts.fix(1, Self.at(1, "09:00"))
            let marks = """
                INSERT INTO stats.dirty_day (kind, service_date, cause)
                SELECT 'track', date '\(WrittenFacts.firstDay)' + 1, CASE n % 2 WHEN 0 THEN 'ingest' ELSE 'registry.bin' END
                FROM generate_series(1, 1200) AS n;
                INSERT INTO stats.dirty_day (kind, service_date) VALUES ('track', date '\(WrittenFacts.firstDay)' + 2)
                """
            try facts.session.execute(marks)
            let other = try database.session()
            defer { other.close() }
            // As a refresh does.
            try other.execute("BEGIN")
            try other.query(
                "SELECT pg_advisory_xact_lock(hashtextextended('stats ' || $1::text || ' ' || $2::text, 0))",
                [.text("track"), .text(WrittenFacts.unit(1, .track).day.description)])
            #expect(try facts.line("SELECT stats.compact_marks()") == "0")
            try other.execute("COMMIT")
            #expect(try facts.line("SELECT stats.compact_marks()") == "1199")
            #expect(
                try facts.line(
                    "SELECT service_date - date '\(WrittenFacts.firstDay)', count(*) FROM stats.dirty_day GROUP BY 1 ORDER BY 1"
                )
                    == "1 2\n2 1")
            #expect(try facts.refresh() == ["1 track", "2 track"])
            #expect(try facts.line("SELECT sum(fixes) FROM stats.track_day") == "5")
        }
    }

    @Test("a change of the registry marks nothing where there are no data, and nothing before its time")
    func withoutData() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.session.execute(
                """
                UPDATE registry.vehicle_assignment SET valid = tstzrange(lower(valid), '2030-01-01 00:00+08') WHERE vehicle_id = 1
                """)
            #expect(try facts.refresh() == [])
            #expect(try facts.line("SELECT count(*) FROM stats.dirty_range") == "0")
        }
    }

    @Test("a correction changes the day of the weighing that it corrects, and a correction of the correction too")
    func corrected() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.weighing(
                3, Self.at(2, "11:00"), seq: 21, direction: 1, tareG: 6_000_000, netG: 2_000_000, tareSource: 2,
                ticket: "S0", plate: "京A10001", supersedes: 1)
            #expect(
                try facts.refresh() == ["0 station", "0 trip", "2 record", "2 station", "2 trip"])
            #expect(
                try facts.line(
                    "SELECT weighings, in_net_g, corrected FROM stats.station_day ORDER BY service_date LIMIT 1")
                    == "1 2000000 1")
            #expect(
                try facts.line("SELECT site_net_g, gap_g FROM stats.trip ORDER BY service_date LIMIT 1")
                    == "2000000 1950000")
            #expect(try facts.line("SELECT sum(weighings), sum(in_net_g) FROM stats.station_day") == "4 11000000")
            try facts.weighing(
                3, Self.at(3, "11:00"), seq: 31, direction: 1, tareG: 6_000_000, netG: 2_500_000, tareSource: 2,
                ticket: "S0", plate: "京A10001", supersedes: 21)
            try facts.refresh()
            #expect(try facts.line("SELECT sum(weighings), sum(in_net_g) FROM stats.station_day") == "4 11500000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a correction without any weight withdraws what it corrects")
    func withdrawn() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.weighing(3, Self.at(1, "12:00"), seq: 12, direction: 1, grossG: 0, supersedes: 2)
            try facts.refresh()
            #expect(
                try facts.line("SELECT sum(weighings), sum(in_net_g), sum(withdrawn) FROM stats.station_day")
                    == "3 9000000 1")
            #expect(try facts.line("SELECT count(*) FROM stats.trip") == "3")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("what was lifted after the last trip belongs to the first trip of the next day, also when it comes late")
    func overnight() async throws {
        try await WrittenFacts.with { _, facts in
            try Self.fill(facts)
            try facts.lift(1, Self.at(0, "21:00"), seq: 2, netG: 70_000, mode: 6)
            #expect(
                try facts.refresh() == ["0 collection", "0 record", "0 trip", "1 trip"])
            #expect(
                try facts.line(
                    "SELECT lifts, lifts_net_g, estimated_lifts, estimated_net_g FROM stats.trip ORDER BY service_date")
                    == "1 50000 0 0\n2 120000 1 70000\n1 50000 0 0\n1 50000 0 0")
            #expect(try facts.line("SELECT lifts, net_g FROM stats.open_load") == "1 70000")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a ticket that begins before midnight and ends after it is one trip, whichever half comes first")
    func midnight() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(
                4, Self.at(1, "00:05"), seq: 2, direction: 2, grossG: 9_000_000, tareG: 5_000_000, netG: 4_000_000,
                tareSource: 1, ticket: "T1", plate: "京A10001")
            try facts.refresh()
            #expect(try facts.line("SELECT received_net_g, dispatched_net_g FROM stats.station_day") == "0 4000000")
            try facts.weighing(4, Self.at(0, "23:55"), seq: 1, direction: 1, ticket: "T1", plate: "京A10001")
            try facts.refresh()
            #expect(
                try facts.line(
                    """
                    SELECT service_date - date '\(WrittenFacts.firstDay)', received_net_g, dispatched_net_g, open_tickets
                    FROM stats.station_day ORDER BY 1
                    """) == "0 0 0 0\n1 4000000 0 0")
            #expect(
                try facts.line(
                    "SELECT service_date - date '\(WrittenFacts.firstDay)', site_net_g, left_at IS NOT NULL FROM stats.trip"
                )
                    == "0 4000000 t")
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("an open ticket, estimated, doubtful, contaminated and unbound lifts are counted apart")
    func apart() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.weighing(4, Self.at(0, "09:00"), seq: 1, direction: 1, ticket: "T1", plate: "京A10001")
            try facts.lift(1, Self.at(0, "08:00"), seq: 1, netG: 40_000, quality: 1)
            try facts.lift(1, Self.at(0, "08:01"), seq: 2, netG: 110_000, mode: 6)
            try facts.lift(1, Self.at(0, "08:02"), seq: 3, netG: 300_000, flags: 4)
            try facts.lift(1, Self.at(0, "08:03"), seq: 4, netG: -2_000)
            try facts.lift(1, Self.at(0, "08:04"), seq: 6, netG: 30_000, tag: 99, quality: 2)
            try facts.lift(1, Self.at(0, "08:05"), seq: 7, netG: 0, tag: nil)
            try facts.refresh()
            #expect(
                try facts.line(
                    """
                    SELECT sum(lifts), sum(weighed_lifts), sum(net_g), sum(estimated_lifts), sum(estimated_net_g), sum(doubtful_lifts),
                        sum(doubtful_net_g), sum(accepted_lifts), sum(contaminated_net_g), sum(unbound_lifts), sum(untagged_lifts),
                        sum(zero_lifts)
                    FROM stats.collection_day
                    """) == "6 3 70000 1 110000 2 298000 1 30000 1 1 1")
            // Of the bin, where the terminal does not say.
            #expect(
                try facts.line("SELECT waste_type, sum(lifts) FROM stats.collection_day GROUP BY 1 ORDER BY 1")
                    == "0 2\n1 4")
            #expect(try facts.line("SELECT open_tickets, deliveries FROM stats.station_day") == "1 1")
            #expect(try facts.line("SELECT open_trips, trips, lifts FROM stats.vehicle_day") == "1 1 6")
            #expect(
                try facts.line(
                    "SELECT records, expected_records, sequence_gaps, boots FROM stats.record_day WHERE terminal_id = 1"
                )
                    == "6 7 1 1")
        }
    }

    @Test("records of before the clock was set are missed on no day, and do not hide one that is")
    func badClock() async throws {
        try await WrittenFacts.with { _, facts in
            // Numbers 1 to 3 without a time, 4 to 10 on day 0 without a link, all of them received on day 1, where 11 to 15 follow.
            for seq in 1...15 {
                try facts.lift(1, Self.at((4...10).contains(seq) ? 0 : 1, "08:\(10 + seq)"), seq: seq)
            }
            // On day 2 one of 20 to 24 without a time, and 23 is nowhere.
            for seq in [20, 21, 22, 24] { try facts.lift(1, Self.at(2, "08:\(seq)"), seq: seq) }
            try facts.session.execute("UPDATE telemetry.lift SET time_quality = 1 WHERE seq IN (1, 2, 3, 21)")
            try facts.refresh()
            #expect(
                try facts.line(
                    """
                    SELECT service_date - date '\(WrittenFacts.firstDay)', records, expected_records, sequence_gaps, bad_clock_records
                    FROM stats.record_day ORDER BY 1
                    """) == "0 7 7 0 0\n1 8 8 0 3\n2 4 5 1 1")
            #expect(try facts.line("SELECT sum(expected_records - records) FROM stats.terminal_week") == "1")
        }
    }

    @Test(
        "judging the collections of a day marks its clearance, and judging it again without a change marks nothing new")
    func judged() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.session.execute(
                """
                INSERT INTO ops.collection_rule (code, name, waste_type, windows) VALUES ('k', '厨余', 1, '04:00-07:00 19:00-22:00')
                """)
            try facts.lift(1, Self.at(0, "05:00"), seq: 1, wasteType: 1)
            try facts.refresh()
            _ = try TimelinessCheck(facts.session).recheck(WrittenFacts.firstDay)
            #expect(try facts.refresh() == ["0 clearance"])
            #expect(try facts.line("SELECT due, on_time, cleared FROM stats.clearance_day") == "2 1 0")
            #expect(try facts.line("SELECT lifts, due, on_time, clearable FROM stats.street_month") == "1 2 1 1")
            // What is not confirmed is judged again every time; only where that changes something there is a mark.
            let evening = "\(WrittenFacts.firstDay) 23:30+08"
            _ = try TimelinessCheck(facts.session).check(at: evening)
            try facts.refresh()
            try facts.session.execute(
                """
                UPDATE ops.collection_task SET outcome = 'unconfirmed' WHERE outcome = 'missed';
                INSERT INTO stats.dirty_day (kind, service_date)
                SELECT DISTINCT 'clearance', service_date FROM ops.collection_task WHERE outcome = 'unconfirmed'
                """)
            _ = try TimelinessCheck(facts.session).check(at: evening)
            try facts.refresh()
            let again = try TimelinessCheck(facts.session).check(at: evening)
            let judged = (again.judged, again.planned)
            #expect(try facts.refresh() == [], "\(judged)")
            let wrong = try facts.wrongRows()
            #expect(wrong.isEmpty, "\(wrong)")
        }
    }

    @Test("a point is cleared by the last collection that was due in the day, in the statistics as in the report")
    func cleared() async throws {
        try await WrittenFacts.with { _, facts in
            // Point, waste type, window, outcome, collected at; each point and type is a case.
            let tasks: [(Int, Int, String, String, String, String?)] = [
                // Missed at first, and made good.
                (1, 1, "04:00", "07:00", "missed", nil), (1, 1, "19:00", "22:00", "on_time", "20:00"),
                (2, 1, "04:00", "07:00", "on_time", "05:00"), (2, 1, "19:00", "22:00", "missed", nil),
                // The last that was not excused decides.
                (1, 2, "04:00", "07:00", "late", "08:00"), (1, 2, "19:00", "22:00", "excused", nil),
                (2, 2, "04:00", "07:00", "excused", nil), (2, 2, "19:00", "22:00", "excused", nil),
                // On the next day: in time of a window over midnight, and too late.
                (1, 3, "22:00", "26:00", "on_time", "25:00"), (2, 3, "19:00", "22:00", "late", "24:00"),
                (1, 4, "19:00", "22:00", "pending", nil),
            ]
            for (point, waste, start, end, outcome, collected) in tasks {
                let time = { (clock: String) in "timestamptz '2026-05-30 00:00+08' + interval '\(clock)'" }
                try facts.session.execute(
                    """
                    INSERT INTO ops.collection_task (service_date, collection_point_id, waste_type, window_start, window_end, deadline,
                        collection_rule_id, rule_code, rule_specificity, least_net_g, outcome, cause, known_at,
                        collected_at, lift_terminal_id, lift_boot_no, lift_seq, evidence_kind)
                    SELECT '2026-05-30', \(point), \(waste), \(time(start)), \(time(end)), \(time(end)), 1, 'k', 0, 1000, o.outcome,
                        CASE WHEN o.outcome = 'missed' THEN 'no_visit' END, CASE WHEN o.outcome <> 'pending' THEN now() END, o.at,
                        CASE WHEN o.at IS NOT NULL THEN 1 END, CASE WHEN o.at IS NOT NULL THEN 1 END,
                        CASE WHEN o.at IS NOT NULL THEN 1 END, CASE WHEN o.at IS NOT NULL THEN 'lift' END
                    FROM (SELECT '\(outcome)' AS outcome, \(collected.map(time) ?? "NULL::timestamptz") AS at) AS o
                    """)
            }
            try facts.session.execute(
                "INSERT INTO stats.dirty_day (kind, service_date) VALUES ('clearance', '2026-05-30')")
            try facts.refresh()
            #expect(
                try facts.line(
                    """
                    SELECT c.collection_point_id, c.waste_type, c.due, c.cleared FROM stats.clearance_day AS c ORDER BY 2, 1
                    """) == "1 1 2 1\n2 1 2 0\n1 2 1 1\n2 2 0 0\n1 3 1 1\n2 3 1 0\n1 4 1 0")
            let sums = try facts.line(
                "SELECT sum(due), sum(excused), sum(pending), sum(clearable), sum(cleared) FROM stats.waste_day")
            #expect(sums == "8 3 1 6 3")
            let report = try ClearanceReport(facts.session).rows(from: "2026-05-30", to: "2026-05-30", by: .wasteType)
            let total = try #require(report.last)
            #expect([2, 7, 8, 10, 11].map { total[$0] }.joined(separator: " ") == sums)
        }
    }

    @Test("gaps, silent hours, stops, jumps and an odometer that is exchanged are told by the fixes")
    func track() async throws {
        try await WrittenFacts.with { _, facts in
            // 0.001 degree of longitude at 40 degrees north: 85.3 m.
            for minute in 0..<20 {
                try facts.fix(
                    1, Self.at(0, "06:\(minute < 10 ? "0" : "")\(minute)"), lonE6: 116_000_000 + 1_000 * minute,
                    odometerHm: 1_000 + minute)
            }
            // Stands from 06:19 to 06:29, less 8.5 s for 42.6 m; drives on, is thrown 11 km away and back, and is silent from 06:32 to 09:00.
            for minute in 20..<29 {
                try facts.fix(1, Self.at(0, "06:\(minute)"), speedDkmh: 0, lonE6: 116_019_000, odometerHm: 1_019)
            }
            try facts.fix(1, Self.at(0, "06:29"), lonE6: 116_019_500, odometerHm: 1_019)
            try facts.fix(1, Self.at(0, "06:30"), lonE6: 116_150_000, odometerHm: 1_020)
            try facts.fix(1, Self.at(0, "06:31"), lonE6: 116_020_500, odometerHm: 1_021)
            try facts.fix(1, Self.at(0, "06:32"), lonE6: 116_021_500, odometerHm: 5)
            try facts.fix(1, Self.at(0, "09:00"), lonE6: 116_021_500, odometerHm: 6)
            try facts.refresh()
            #expect(
                try facts.line(
                    """
                    SELECT fixes, jumps, stops, stop_s, gaps, gap_s, longest_gap_s, online_s, silent_hours, top_speed_dkmh
                    FROM stats.track_day
                    """) == "34 2 1 591 1 8880 8880 1920 2 300")
            // 19 steps of 85.3 m, one of 42.6, one of 85.3: the two of the jump are left out.
            let metres = try facts.session.query("SELECT track_m FROM stats.track_day")[0].int("track_m")
            #expect(abs(metres - 1_749) <= 5)
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("an odometer that steps back adds nothing, within ten minutes too")
    func odometer() async throws {
        try await WrittenFacts.with { _, facts in
            for (clock, odometer) in [
                ("06:00", 1_000), ("06:02", 1_010), ("06:04", 800), ("06:06", 805), ("06:12", 815), ("06:18", 820),
            ] {
                try facts.fix(1, Self.at(0, clock), odometerHm: odometer)
            }
            try facts.refresh()
            #expect(
                try facts.line("SELECT odometer_m, first_odometer_hm, last_odometer_hm FROM stats.track_day")
                    == "1500 1000 820")
        }
    }

    @Test("without a gauge no consumption is known, and a gauge that is not awake yet fills no tank")
    func fuel() async throws {
        try await WrittenFacts.with { _, facts in
            for (minute, fuel) in [(10, 0), (20, 2_000), (30, 1_990), (40, 1_980)] {
                try facts.fix(1, Self.at(0, "06:\(minute)"), odometerHm: 1_000 + minute, fuelDl: fuel)
                try facts.fix(2, Self.at(0, "06:\(minute)"), odometerHm: 1_000 + minute, fuelDl: 0)
            }
            try facts.refresh()
            let sheet =
                "SELECT vehicle_id, fuel_used_dl, refuelled_dl, odometer_m, litres_per_100_km FROM stats.vehicle_"
            for period in ["day", "month"] {
                #expect(
                    try facts.line(sheet + period + " ORDER BY 1") == "1 20 0 3000 66.7\n2 - 0 3000 -", "\(period)")
            }
        }
    }

    @Test("what people look at is refreshed first: yesterday and today, then earlier days before later ones")
    func order() async throws {
        try await WrittenFacts.with { _, facts in
            try facts.session.execute(
                """
                INSERT INTO stats.dirty_day (kind, service_date)
                SELECT 'trip', telemetry.local_day(now()) - back FROM unnest(ARRAY[0, 400, 1, 300]) AS d (back)
                """)
            let days = try RollupRefresher(facts.session).staleUnits().map(\.day.daysSince1970)
            let today = try #require(days.max())
            #expect(days == [today - 1, today, today - 400, today - 300])
        }
    }
}
