import Postgres
import Testing
import Timeliness

@Suite("Collections: what is corrected afterwards", .enabled(if: TestDatabase.isEnabled))
struct CollectionCorrectionTests {
    /// The days that are judged again by themselves.
    private static func follow(_ bench: CollectionBench, _ time: String) throws -> [String] {
        let check = TimelinessCheck(bench.session)
        var days: [String] = []
        while true {
            let corrected = try check.recheckCorrected(at: CollectionBench.instant(time), for: .seconds(60))
            days += corrected.days.map { String($0.day.suffix(5)) }
            if corrected.waiting == 0 { return days }
        }
    }

    @Test(
        "what is corrected of bindings, carriers, scales and suspensions has its days judged again by itself, and no others"
    )
    func corrections() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.lift("10:30:00", netG: 40_000)
            try bench.read("14:10:00")
            try bench.check("17:00")
            _ = try Self.follow(bench, "17:00")
            let inTime = "on_time - 10:30:00 lift -"
            let silent = "unconfirmed terminal_offline - - unconfirmed"
            #expect(try bench.tasks() == [inTime, silent])
            let bind = { (end: String) in
                try bench.session.execute(
                    "UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), \(end)) "
                        + "WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')")
            }
            try bind("'2026-03-10 10:00+08'")
            // Not as of a moment before the last check.
            #expect(try Self.follow(bench, "16:00") == [])
            // The last window of the day before is open to late lifts until nine.
            #expect(try Self.follow(bench, "17:01") == ["03-09", "03-10"])
            #expect(try bench.tasks() == [silent, silent])
            #expect(try Self.follow(bench, "17:01") == [])
            try bind("NULL")
            #expect(try Self.follow(bench, "17:02") == ["03-09", "03-10"])
            #expect(try bench.tasks()[0] == "on_time - 10:30:00 lift withdrawn")

            try bench.session.execute(
                """
                UPDATE registry.vehicle_assignment SET carrier_id = (SELECT carrier_id FROM registry.carrier WHERE code = 'C02')
                WHERE vehicle_id = (SELECT vehicle_id FROM registry.vehicle WHERE plate_no = '京AG1234')
                """)
            #expect(try Self.follow(bench, "17:03") == ["03-09", "03-10"])
            let carriers = try bench.session.query(
                "SELECT DISTINCT c.code FROM ops.collection_task JOIN registry.carrier AS c USING (carrier_id)")
            #expect(carriers.map { $0["code"] } == ["C02"])

            try bench.session.execute("UPDATE registry.vehicle SET has_scale = false WHERE plate_no = '京AG1234'")
            #expect(try Self.follow(bench, "17:04") == ["03-09", "03-10"])
            #expect(try bench.tasks()[1] == "on_time - 14:10:00 tag_read withdrawn")

            try bench.session.execute(
                """
                INSERT INTO ops.collection_suspension (code, reason, valid)
                VALUES ('S', '道路施工', tstzrange('2026-03-09 15:00+08', '2026-03-09 16:00+08'))
                """)
            #expect(try Self.follow(bench, "17:05") == ["03-09"])
            let excused = try bench.session.query(
                "SELECT outcome FROM ops.collection_task WHERE service_date = '2026-03-09' ORDER BY window_start")
            #expect(excused.map { $0["outcome"] } == ["on_time", "excused"])
            try bind("'2026-03-10 10:00+08'")
            // The day before may be meant, and the day after is planned.
            #expect(try bench.session.query("SELECT FROM ops.recheck_waiting").count == 3)
            #expect(try Self.follow(bench, "17:06") == ["03-09", "03-10"])
            #expect(try bench.session.query("SELECT FROM ops.recheck_waiting").isEmpty)
        }
    }

    @Test(
        "a terminal that was on another vehicle all the time is listened for as that one's: the days before are corrected first"
    )
    func correctedMount() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.check("11:30")
            let silent = "unconfirmed terminal_offline - - unconfirmed"
            #expect(try bench.tasks()[0] == silent)
            _ = try Self.follow(bench, "11:30")
            // The first vehicle has no terminal then.
            try bench.session.execute(
                """
                DELETE FROM registry.terminal_mount
                WHERE vehicle_id = (SELECT vehicle_id FROM registry.vehicle WHERE plate_no = '京AD12345');
                UPDATE registry.terminal_mount
                SET vehicle_id = (SELECT vehicle_id FROM registry.vehicle WHERE plate_no = '京AD12345')
                WHERE vehicle_id = (SELECT vehicle_id FROM registry.vehicle WHERE plate_no = '京AG1234')
                """)
            #expect(try Self.follow(bench, "11:31") == ["03-09", "03-10"])
            #expect(try bench.tasks()[0] == silent)
            let usual = try bench.session.query(
                "SELECT v.plate_no FROM ops.collection_task AS k JOIN registry.vehicle AS v ON v.vehicle_id = k.usual_vehicle_id "
                    + "WHERE k.service_date = '2026-03-10' AND k.outcome = 'unconfirmed'")
            #expect(usual.map { $0["plate_no"] } == ["京AD12345"])
        }
    }

    @Test(
        "a correction of days on which nothing was due concerns the last day before, whose window was open to late lifts"
    )
    func correctedBetween() async throws {
        try await CollectionBench.with { bench in
            // 9 March 2026 is a Monday.
            try bench.session.execute("UPDATE ops.collection_rule SET valid = '[2026-03-09,)', weekdays = '1'")
            try bench.check("2026-03-09 23:00+08")
            try bench.check("2026-03-12 12:00+08")
            _ = try Self.follow(bench, "2026-03-12 12:00+08")
            try bench.session.execute(
                "UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), '2026-03-12 08:00+08') "
                    + "WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')")
            #expect(try Self.follow(bench, "2026-03-12 12:01+08") == ["03-09"])
        }
    }

    @Test("a day whose telemetry was dropped is not judged again")
    func dropped() async throws {
        try await CollectionBench.with { bench in
            try bench.lift("10:00:00", netG: 40_000)
            try bench.check("17:00")
            let tasks = try bench.tasks()
            #expect(tasks[0] == "on_time - 10:00:00 lift -")
            let refusal = DroppedTelemetry(day: "2026-03-10")
            try bench.session.execute(
                "INSERT INTO stats.closed_day (service_date, closed_at) VALUES ('2026-03-10', now())")
            #expect(throws: refusal) { try bench.recheck("17:01") }
            // By an earlier version, which closed nothing.
            try bench.session.execute("DELETE FROM stats.closed_day; DROP TABLE telemetry.lift_20260310")
            #expect(throws: refusal) { try bench.recheck("17:02") }
            // A late row of another point has made the partition again.
            try bench.session.execute("SELECT telemetry.ensure_day('2026-03-10')")
            #expect(throws: refusal) { try bench.recheck("17:03") }
            #expect(try bench.tasks() == tasks)
            // Nothing was found on a day that never had telemetry.
            #expect(try TimelinessCheck(bench.session).recheck("2026-03-20", at: "2026-03-21 09:00+08").planned == 2)
        }
    }

    @Test(
        "a corrected community, unit or street of a point moves the tasks of the past, not what was raised, and is marked for the statistics"
    )
    func affiliations() async throws {
        try await CollectionBench.with { bench in
            let session = bench.session
            try bench.usualVehicle()
            try bench.check("17:00")
            _ = try Self.follow(bench, "17:00")
            let areas = {
                try session.query(
                    """
                    SELECT concat_ws(' ', to_char(k.window_start AT TIME ZONE 'Asia/Shanghai', 'HH24'), s.code, c.code, u.code) AS line
                    FROM ops.collection_task AS k
                    LEFT JOIN registry.street AS s USING (street_id)
                    LEFT JOIN registry.community AS c USING (community_id)
                    LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = k.responsible_unit_id
                    WHERE k.service_date = '2026-03-10' ORDER BY k.window_start
                    """
                ).map { $0["line"] ?? "" }
            }
            let before = try areas()
            let warnings = try session.query("SELECT w::text AS line FROM ops.warning AS w ORDER BY w.warning_id").map {
                $0["line"]
            }
            #expect(warnings.count > 1)
            try session.execute("DELETE FROM stats.dirty_day")
            // From noon on it belonged to another community of another street, and to no unit.
            try session.execute(
                """
                INSERT INTO registry.street (code, name) VALUES ('S9', '新街道');
                INSERT INTO registry.community (code, name, street_id) SELECT 'K9', '新社区', street_id FROM registry.street WHERE code = 'S9';
                UPDATE registry.point_affiliation SET valid = tstzrange(lower(valid), '2026-03-10 12:00+08')
                WHERE collection_point_id = (SELECT collection_point_id FROM registry.collection_point WHERE code = 'P0002');
                INSERT INTO registry.point_affiliation (collection_point_id, community_id, valid)
                SELECT p.collection_point_id, c.community_id, tstzrange('2026-03-10 12:00+08', NULL)
                FROM registry.collection_point AS p, registry.community AS c WHERE p.code = 'P0002' AND c.code = 'K9'
                """)
            #expect(try Self.follow(bench, "17:01") == ["03-09", "03-10"])
            #expect(try areas() == [before[0], "14 S9 K9"])
            let isMarked = {
                try session.query(
                    "SELECT FROM stats.dirty_day WHERE kind = 'clearance' AND service_date = '2026-03-10'"
                ).count > 0
            }
            #expect(try isMarked())
            // The community was another street's all the time.
            try session.execute(
                """
                DELETE FROM stats.dirty_day;
                INSERT INTO registry.street (code, name) VALUES ('S8', '另一街道');
                UPDATE registry.community SET street_id = (SELECT street_id FROM registry.street WHERE code = 'S8') WHERE code = 'K9'
                """)
            #expect(try Self.follow(bench, "17:02") == ["03-09", "03-10"])
            #expect(try areas() == [before[0], "14 S8 K9"])
            #expect(try isMarked())
            #expect(
                try session.query("SELECT w::text AS line FROM ops.warning AS w ORDER BY w.warning_id").map {
                    $0["line"]
                } == warnings)
        }
    }

    @Test("a warning that a correction moves on says by what, as one that data move on")
    func evidence() async throws {
        try await CollectionBench.with { bench in
            let evidence = { (path: String) in
                try bench.session.query(
                    "SELECT concat_ws(' ', e.action, e.state, e.evidence #>> '{\(path)}') AS line FROM ops.warning_event AS e "
                        + "WHERE e.warning_id = (SELECT min(warning_id) FROM ops.warning) ORDER BY e.seq DESC LIMIT 1"
                )[0]["line"]
            }
            // The one that stood there may not carry this waste, as far as the registry says.
            try bench.session.execute("UPDATE registry.vehicle SET waste_type = 2 WHERE plate_no = '京AG1234'")
            try bench.report(from: "09:20:00", to: "09:25:00", isThere: true)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try bench.session.execute("UPDATE registry.vehicle SET waste_type = 5 WHERE plate_no = '京AG1234'")
            try bench.recheck("11:31")
            #expect(try evidence("near,0,vehicle") == "revise raised 京AG1234")
            // A lift that came in time and was stored late.
            let slow = try bench.database.session()
            defer { slow.close() }
            try slow.execute("BEGIN; SELECT pg_current_xact_id()")
            try CollectionBench(database: bench.database, session: slow).lift("10:00:00", netG: 40_000)
            try bench.check("11:32")
            try slow.execute("COMMIT")
            try bench.check("11:33")
            #expect(try evidence("lift,vehicle") == "withdraw withdrawn 京AG1234")
            // Its tag stood for another bin then: nothing came, and it stood there.
            let bind = { (end: String) in
                try bench.session.execute(
                    "UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), \(end)) "
                        + "WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')")
            }
            try bind("'2026-03-10 08:00+08'")
            try bench.recheck("11:34")
            #expect(try evidence("near,0,vehicle") == "revise raised 京AG1234")
            try bind("NULL")
            try bench.recheck("11:35")
            #expect(try evidence("lift,vehicle") == "withdraw withdrawn 京AG1234")
        }
    }

    @Test("since when a cause is known does not change when a recheck finds it once more")
    func knownSince() async throws {
        try await CollectionBench.with { bench in
            // The vehicle's other terminal lifted a neighbour's bin meanwhile, as is known only at noon.
            try CollectionMatchTests.mount("99", bench)
            try bench.report(from: "09:20:00", to: "09:25:00", isThere: true)
            let neighbour = try CollectionMatchTests.neighbour(bench)
            try bench.lift("09:22:00", netG: 40_000, received: "12:00:00", tag: neighbour, terminal: "99")
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed visit_no_read - - raised")
            for time in ["13:00", "13:30", "14:00"] {
                try bench.recheck(time)
                #expect(try bench.tasks()[0] == "missed no_visit - - raised", "at \(time)")
            }
            let known = try bench.session.query(
                "SELECT to_char(min(known_at) AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS at FROM ops.collection_task "
                    + "WHERE service_date = '2026-03-10' AND outcome = 'missed'")
            #expect(known[0]["at"] == "13:00")
        }
    }
}
