import Postgres
import Testing
import Timeliness

@Suite("Collections: what completes a task, and what is warned of", .enabled(if: TestDatabase.isEnabled))
struct CollectionMatchTests {
    @Test("a lift in the window or its grace is in time; the next window's is late for the first one no more")
    func windows() async throws {
        try await CollectionBench.with { bench in
            try bench.check("08:00")
            #expect(try bench.tasks() == ["pending - - - -", "pending - - - -"])
            try bench.lift("11:09:59", netG: 40_000)
            try bench.check("13:00")
            #expect(try bench.tasks() == ["on_time - 11:09:59 lift -", "pending - - - -"])
            // Past the grace, and late until the next window of the point begins, here that of the next day.
            try bench.lift("16:10:00", netG: 40_000)
            try bench.lift("16:20:00", netG: 40_000)
            try bench.check("18:00")
            #expect(try bench.tasks() == ["on_time - 11:09:59 lift -", "late - 16:10:00 lift collected_late"])
            // Late, but the day's waste is gone on that day.
            let report = ClearanceReport(bench.session)
            let day = "2026-03-10"
            #expect(try report.rows(from: day, to: day, by: .point).last?.suffix(4) == ["50.0", "1", "1", "100.0"])
            try bench.session.execute(
                "UPDATE ops.collection_task SET collected_at = '2026-03-11 00:00+08' WHERE outcome = 'late'")
            #expect(try report.rows(from: day, to: day, by: .point).last?.suffix(4) == ["50.0", "1", "0", "0.0"])
        }
    }

    @Test("touches, negative nets and shaken bins complete nothing; an estimate and a broken scale do, and say so")
    func weights() async throws {
        try await CollectionBench.with { bench in
            // Before the window a real lift, and inside it the same bin shaken once more, too light for the rule anyway.
            try bench.lift("08:59:50", netG: 40_000)
            try bench.lift("09:00:05", netG: 1_000)
            try bench.lift("09:30:00", netG: 4_999)
            try bench.lift("09:40:00", netG: -2_500, flags: 9)
            try bench.check("12:00")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            // A rule without a least weight still leaves out what is shaken.
            try bench.session.execute("UPDATE ops.collection_task SET least_net_g = 0")
            try bench.lift("14:30:00", netG: 0, mode: 6)
            try bench.recheck("13:00")
            #expect(try bench.tasks()[0] == "on_time - 09:30:00 lift withdrawn")
            try bench.check("16:30")
            #expect(try bench.tasks()[1] == "on_time - 14:30:00 volume_estimate -")
            try bench.lift("14:10:00", netG: -3_000, flags: 256)
            try bench.check("16:31")
            #expect(try bench.tasks()[1] == "on_time - 14:10:00 lift -")
        }
    }

    @Test("a tag means what it was bound to at the time of the lift, and a corrected binding corrects a recheck")
    func bindings() async throws {
        try await CollectionBench.with { bench in
            try bench.session.execute(
                """
                UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), '2026-03-10 10:00+08')
                WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')
                """)
            try bench.lift("10:30:00", netG: 40_000)
            try bench.check("12:00")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try bench.session.execute(
                """
                UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), NULL)
                WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')
                """)
            #expect(try bench.recheck("12:05").events == ["withdraw": 1])
            #expect(try bench.tasks()[0] == "on_time - 10:30:00 lift withdrawn")
            #expect(try bench.recheck("12:06").events == [:])
        }
    }

    @Test("a read completes a task where the vehicle has no scale, and nowhere else")
    func withoutScale() async throws {
        try await CollectionBench.with { bench in
            try bench.read("09:10:00")
            try bench.read("14:10:00", terminal: "13912345679")
            try bench.session.execute("UPDATE registry.vehicle SET has_scale = false WHERE plate_no = '京AD12345'")
            try bench.check("18:00")
            #expect(try bench.tasks() == ["missed no_visit - - raised", "on_time - 14:10:00 tag_read -"])
        }
    }

    @Test("whoever stood there without a read is named; elsewhere, too short, or of another waste is no visit")
    func visits() async throws {
        try await CollectionBench.with { bench in
            try bench.report(from: "09:20:00", to: "09:20:40", isThere: true)
            try bench.report(from: "09:40:00", to: "09:50:00", isThere: false)
            try bench.session.execute("UPDATE registry.vehicle SET waste_type = 2 WHERE plate_no = '京AD12345'")
            try bench.report(from: "10:00:00", to: "10:05:00", isThere: true, terminal: "13912345679")
            try bench.report(from: "14:20:00", to: "14:22:00", isThere: true)
            try bench.check("18:00")
            #expect(try bench.tasks() == ["missed no_visit - - raised", "missed visit_no_read - - raised"])
            let evidence = try bench.session.query(
                "SELECT evidence #>> '{near,0,vehicle}' AS vehicle, evidence #>> '{near,0,from}' AS stood_from "
                    + "FROM ops.warning_now WHERE cause = 'visit_no_read'")[0]
            let lines = try PointExplanation(bench.session).lines(point: "P0002", day: "2026-03-10")
            let words = "京AG1234 stood 4 m away from 2026-03-10 14:20:00 to 2026-03-10 14:22:00"
            #expect(lines.contains { $0.hasSuffix(words) }, "\(lines)")
            #expect(evidence["vehicle"] == "京AG1234" && evidence["stood_from"] == "2026-03-10T14:20:00+08:00")
        }
    }

    @Test("a silent terminal makes a miss unconfirmed; what it stored decides; one that was switched off is not silent")
    func silence() async throws {
        try await CollectionBench.with { bench in
            // The usual vehicle, by what it did before.
            try bench.lift("2026-03-09 09:30:00+08", netG: 40_000)
            try bench.session.execute("UPDATE ops.collection_rule SET valid = '[2026-03-09,)'")
            try bench.check("2026-03-09 23:00:00+08")
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.report(from: "09:30:10", to: "11:30:00", isThere: false, received: "12:00:00")
            try bench.check("11:11")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            let silent = try bench.session.query(
                "SELECT evidence #>> '{silent,terminal}' AS terminal, evidence #>> '{silent,last_heard_at}' AS heard "
                    + "FROM ops.warning_now WHERE service_date = '2026-03-10'")[0]
            #expect(silent["terminal"] == "13912345678" && silent["heard"] == "2026-03-10T09:30:00+08:00")
            // It comes back at noon; five minutes later it is sure that it brought no lift.
            try bench.check("12:04")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            try bench.check("12:05")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            // A record of its own that comes later still.
            try bench.lift("10:30:00", netG: 40_000, received: "13:00:00")
            try bench.check("13:01")
            #expect(try bench.tasks()[0] == "on_time - 10:30:00 lift withdrawn")
            // Switched off before the second window.
            try bench.report(from: "13:00:00", to: "13:00:00", isThere: false, isOn: false)
            try bench.check("17:00")
            #expect(try bench.tasks()[1] == "missed no_visit - - raised")
        }
    }

    /// Mounts one more terminal on the vehicle.
    static func mount(_ number: String, _ bench: CollectionBench) throws {
        try bench.session.execute(
            """
            INSERT INTO registry.terminal (number) VALUES ('\(number)');
            INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
            SELECT t.terminal_id, v.vehicle_id, tstzrange('2026-03-01', NULL)
            FROM registry.terminal AS t, registry.vehicle AS v WHERE t.number = '\(number)' AND v.plate_no = '京AG1234'
            """)
    }

    @Test("of two terminals of a vehicle the one that reports tells whether it was silent, whichever is the older")
    func twoTerminals() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try Self.mount("99", bench)
            // The first was replaced and is still mounted.
            try bench.report(from: "08:30:00", to: "11:30:00", isThere: false, terminal: "99")
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            // Then it is the other one that says nothing any more: a scale's, say.
            try bench.report(from: "13:30:00", to: "16:30:00", isThere: false)
            try bench.check("16:30")
            #expect(try bench.tasks()[1] == "missed no_visit - - raised")
        }
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try Self.mount("99", bench)
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false, terminal: "99")
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            let silent = try bench.session.query(
                "SELECT evidence #>> '{silent,terminal}' AS terminal FROM ops.warning_now "
                    + "WHERE service_date = '2026-03-10' AND kind = 'late_collection'")
            #expect(silent.map { $0["terminal"] } == ["99"])
        }
    }

    @Test("a stop in which the vehicle's other terminal weighed bins of a neighbour was for that one")
    func liftOfTheOtherTerminal() async throws {
        try await CollectionBench.with { bench in
            try Self.mount("99", bench)
            try bench.report(from: "09:20:00", to: "09:25:00", isThere: true)
            // A bin of P0001.
            try bench.lift("09:22:00", netG: 40_000, tag: try Self.neighbour(bench), terminal: "99")
            try bench.report(from: "14:20:00", to: "14:25:00", isThere: true)
            try bench.check("17:00")
            #expect(try bench.tasks() == ["missed no_visit - - raised", "missed visit_no_read - - raised"])
        }
    }

    @Test(
        "a lift of a neighbour that is told after the deadline is told the same by a check at once and one at the end")
    func lateLiftOfTheOtherTerminal() async throws {
        let happened = { (bench: CollectionBench) in
            try Self.mount("99", bench)
            try bench.report(from: "09:20:00", to: "09:25:00", isThere: true)
            let neighbour = try Self.neighbour(bench)
            try bench.lift("09:22:00", netG: 40_000, received: "12:00:00", tag: neighbour, terminal: "99")
            // Its device had no date: nobody knows where it was made.
            try bench.report(from: "14:20:00", to: "14:25:00", isThere: true)
            try bench.lift("14:22:00", netG: 40_000, tag: neighbour, terminal: "99", timeQuality: 1)
        }
        let once = try await CollectionBench.rows(checkedAt: ["17:00"], happened)
        #expect(once.count { $0.hasPrefix("event") && $0.contains("visit_no_read") } == 2)
        let stepwise = try await CollectionBench.rows(
            checkedAt: ["11:11", "12:01", "16:11", "17:00"], happened)
        #expect(Set(stepwise).symmetricDifference(once).sorted() == [])
    }

    /// A tag of a bin at P0001.
    static func neighbour(_ bench: CollectionBench) throws -> String {
        try bench.session.execute(
            """
            INSERT INTO registry.bin (code, waste_type, volume_l) VALUES ('N1', 5, 240);
            INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid)
            SELECT b.bin_id, p.collection_point_id, tstzrange('2026-01-01', NULL)
            FROM registry.bin AS b, registry.collection_point AS p WHERE b.code = 'N1' AND p.code = 'P0001';
            INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
            SELECT bin_id, 4, decode('E280000000000001', 'hex'), tstzrange('2026-01-01', NULL) FROM registry.bin WHERE code = 'N1'
            """)
        return "E280000000000001"
    }

    @Test("a suspension excuses; one that is entered later withdraws the warning in a recheck")
    func suspensions() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:15")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try bench.session.execute(
                """
                INSERT INTO ops.collection_suspension (code, reason, responsible_unit_id, valid)
                SELECT 'S', '停业', responsible_unit_id, tstzrange('2026-03-10 10:00+08', '2026-03-10 15:00+08')
                FROM registry.responsible_unit WHERE code = 'U0002'
                """)
            try bench.check("16:30")
            #expect(try bench.tasks() == ["missed no_visit - - raised", "excused - - - -"])
            let lines = try PointExplanation(bench.session).lines(point: "P0002", day: "2026-03-10")
            #expect(
                lines.contains("  Not collected in time, and excused: collection was suspended, S: 停业."),
                "\(lines)")
            #expect(
                lines.contains {
                    $0.hasSuffix("Who usually comes is not known yet, so a silent terminal would not show.")
                })
            try bench.recheck("17:00")
            #expect(try bench.tasks() == ["excused - - - withdrawn", "excused - - - -"])
        }
    }

    @Test("after a pause of more than a week what was stored meanwhile completes the tasks that were waiting")
    func longPause() async throws {
        try await CollectionBench.with { bench in
            try bench.check("08:00")
            try bench.lift("10:00:00", netG: 40_000)
            try bench.lift("14:30:00", netG: 40_000)
            try bench.check("2026-03-22 12:00+08")
            #expect(try bench.tasks() == ["on_time - 10:00:00 lift -", "on_time - 14:30:00 lift -"])
        }
    }

    @Test(
        "what comes after a suspended window is no late collection: not when it was known before, nor when it is judged again"
    )
    func suspendedAndLate() async throws {
        try await CollectionBench.with { bench in
            let suspend = {
                try bench.session.execute(
                    """
                    INSERT INTO ops.collection_suspension (code, reason, valid)
                    VALUES ('S', '道路施工', tstzrange('2026-03-10 10:00+08', '2026-03-10 15:00+08'))
                    """)
            }
            try suspend()
            try bench.lift("12:30:00", netG: 40_000)
            // In the window it counts, suspended or not.
            try bench.lift("15:30:00", netG: 40_000)
            try bench.check("12:31")
            #expect(try bench.tasks()[0] == "excused - - - -")
            try bench.check("17:00")
            let excused = ["excused - - - -", "on_time - 15:30:00 lift -"]
            #expect(try bench.tasks() == excused)
            try bench.recheck("17:01")
            #expect(try bench.tasks() == excused)
            // Found to be late first, and suspended afterwards.
            try bench.session.execute("DELETE FROM ops.collection_suspension")
            try bench.recheck("17:02")
            #expect(try bench.tasks()[0] == "late - 12:30:00 lift collected_late")
            try suspend()
            try bench.recheck("17:03")
            #expect(try bench.tasks()[0] == "excused - - - withdrawn")
            #expect(try bench.check("17:04").events.isEmpty)
        }
    }

    @Test(
        "days that were not planned are planned when the job is back, whatever was rechecked before; none from before it ever ran"
    )
    func missedDays() async throws {
        try await CollectionBench.with { bench in
            let days = {
                try bench.session.query(
                    "SELECT string_agg(to_char(service_date, 'MM-DD'), ' ' ORDER BY service_date) AS days FROM ops.collection_day"
                )[0]["days"] ?? ""
            }
            let check = TimelinessCheck(bench.session)
            _ = try check.recheck("2026-03-05", at: "2026-03-10 07:00+08")
            try bench.check("08:00")
            #expect(try days() == "03-05 03-09 03-10 03-11")
            _ = try check.recheck("2026-03-15", at: "2026-03-16 09:00+08")
            try bench.check("2026-03-16 10:00+08")
            #expect(try days() == "03-05 03-09 03-10 03-11 03-12 03-13 03-14 03-15 03-16 03-17")
        }
    }

    @Test("rows that commit after a check are seen by the next one, however long ago they were received")
    func lateCommit() async throws {
        try await CollectionBench.with { bench in
            // A transaction that is under way while checks run, as a gateway's journal that is drained late.
            let slow = try bench.database.session()
            defer { slow.close() }
            try slow.execute("BEGIN; SELECT pg_current_xact_id()")
            try CollectionBench(database: bench.database, session: slow).lift("10:00:00", netG: 40_000)
            try bench.check("11:30")
            try bench.check("12:00")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try slow.execute("COMMIT")
            try bench.check("12:01")
            #expect(try bench.tasks()[0] == "on_time - 10:00:00 lift withdrawn")
        }
    }

    @Test("a check as of an earlier moment hides nothing from the next one")
    func backwards() async throws {
        try await CollectionBench.with { bench in
            try bench.check("12:00")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try bench.lift("10:00:00", netG: 40_000, received: "11:50:00")
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            try bench.check("12:10")
            #expect(try bench.tasks()[0] == "on_time - 10:00:00 lift withdrawn")
        }
    }

    @Test("a dry run says what a check would do and does nothing")
    func dryRun() async throws {
        try await CollectionBench.with { bench in
            let check = TimelinessCheck(bench.session)
            let would = try check.check(at: CollectionBench.instant("12:00"), isDryRun: true)
            #expect(would.events == ["raise": 1] && would.planned > 0)
            #expect(try bench.tasks() == [])
            #expect(try check.check(at: CollectionBench.instant("12:00")) == would)
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
        }
    }

    @Test("where several vehicles come, the usual one is that of the hour")
    func usualVehicles() async throws {
        try await CollectionBench.with { bench in
            try bench.session.execute("UPDATE ops.collection_rule SET valid = '[2026-03-08,)'")
            for day in ["2026-03-08", "2026-03-09"] {
                try bench.lift("\(day) 09:30:00+08", netG: 40_000)
                try bench.lift("\(day) 14:30:00+08", netG: 40_000, terminal: "13912345679")
            }
            try bench.check("2026-03-09 23:00:00+08")
            try bench.check("17:00")
            let usual = try bench.session.query(
                """
                SELECT v.plate_no FROM ops.collection_task AS k
                JOIN registry.vehicle AS v ON v.vehicle_id = k.usual_vehicle_id
                WHERE k.service_date = '2026-03-10' ORDER BY k.window_start
                """)
            #expect(usual.map { $0["plate_no"] } == ["京AG1234", "京AD12345"])
        }
    }

    @Test("a late lift within the patience is warned of, whatever minute a check happened to fall into")
    func patience() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:00")
            try bench.lift("11:10:20", netG: 40_000)
            // It is late by now, but its warning is due half a minute later.
            try bench.check("11:10:30")
            #expect(try bench.tasks()[0] == "late - 11:10:20 lift -")
            try bench.check("11:11:00")
            #expect(try bench.tasks()[0] == "late - 11:10:20 lift collected_late")
            #expect(try bench.events() == ["11:11:00 raise raised no_visit", "11:11:00 collect collected_late -"])
        }
    }

    @Test("reports that commit after a check move the warning on as they move the task")
    func lateReports() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            let slow = try bench.database.session()
            defer { slow.close() }
            try slow.execute("BEGIN; SELECT pg_current_xact_id()")
            // Received in time, stored late.
            try CollectionBench(database: bench.database, session: slow)
                .report(from: "09:30:10", to: "11:30:00", isThere: false)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            try slow.execute("COMMIT")
            try bench.check("14:30")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            #expect(try bench.check("14:31").events.isEmpty)
        }
    }

    @Test("a suspension that is entered while nobody knows excuses, and the warning is withdrawn")
    func suspendedUnconfirmed() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            try bench.session.execute(
                """
                INSERT INTO ops.collection_suspension (code, reason, valid)
                VALUES ('S', '道路施工', tstzrange('2026-03-10 10:00+08', '2026-03-10 12:00+08'))
                """)
            try bench.check("11:31")
            #expect(try bench.tasks()[0] == "excused - - - withdrawn")
        }
    }

    @Test("an unconfirmed task is followed for seven days, and what is stored in two parts is judged by the first")
    func returns() async throws {
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.report(from: "08:30:00", to: "09:30:00", isThere: false)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "unconfirmed terminal_offline - - unconfirmed")
            try bench.report(from: "09:30:10", to: "11:10:30", isThere: false, received: "2026-03-15 12:00:00+08")
            try bench.report(from: "08:00:00", to: "08:20:00", isThere: false, received: "2026-03-15 13:00:00+08")
            try bench.report(from: "10:00:05", to: "10:20:00", isThere: false, received: "2026-03-15 14:00:00+08")
            // By the first check after both parts, as by a check between them.
            try bench.check("2026-03-15 20:00+08")
            #expect(try bench.tasks()[0] == "missed no_visit - - raised")
            let at = try bench.session.query(
                "SELECT at = '2026-03-15 12:05+08' AS is_first FROM ops.warning_event WHERE action = 'revise' "
                    + "AND warning_id = (SELECT min(warning_id) FROM ops.warning WHERE service_date = '2026-03-10')")
            #expect(at.map { $0["is_first"] } == ["t"])
        }
    }

    @Test("a vehicle that stands there in the grace came; a terminal that died before a short window was silent in it")
    func shortWindow() async throws {
        try await CollectionBench.with { bench in
            try bench.report(from: "11:03:00", to: "11:06:00", isThere: true)
            try bench.check("11:30")
            #expect(try bench.tasks()[0] == "missed visit_no_read - - raised")
        }
        try await CollectionBench.with { bench in
            try bench.usualVehicle()
            try bench.session.execute("UPDATE ops.collection_rule SET windows = '07:00-07:15', grace_min = 0")
            try bench.check("06:00")
            try bench.report(from: "04:30:00", to: "05:00:00", isThere: false)
            try bench.check("07:20")
            #expect(try bench.tasks() == ["unconfirmed terminal_offline - - unconfirmed"])
        }
    }

    @Test("a recheck as of an earlier moment leaves what was found out later, and hides nothing from the next check")
    func recheckBackwards() async throws {
        try await CollectionBench.with { bench in
            try bench.lift("10:00:00", netG: 40_000)
            try bench.lift("15:00:00", netG: 40_000)
            try bench.check("17:00")
            let tasks = try bench.tasks()
            #expect(tasks == ["on_time - 10:00:00 lift -", "on_time - 15:00:00 lift -"])
            #expect(try bench.recheck("14:30").events.isEmpty)
            #expect(try bench.tasks() == tasks)
            #expect(try bench.check("17:01").events.isEmpty)
            #expect(try bench.tasks() == tasks)
        }
    }

    @Test("one stop of a vehicle without a scale completes one task; a lift without a date completes none")
    func readTwice() async throws {
        try await CollectionBench.with { bench in
            try bench.session.execute(
                """
                UPDATE registry.vehicle SET has_scale = false;
                UPDATE ops.collection_rule SET windows = '07:00-09:00 09:00-11:00 14:00-16:00', grace_min = 0
                """)
            try bench.read("08:58:00")
            try bench.read("09:01:00")
            try bench.lift("14:30:00", netG: 40_000, timeQuality: 1)
            try bench.check("17:00")
            #expect(
                try bench.tasks() == [
                    "on_time - 08:58:00 tag_read -", "unconfirmed terminal_offline - - unconfirmed",
                    "unconfirmed terminal_offline - - unconfirmed",
                ])
        }
    }

    @Test("the first moment at which a late lift was known counts, whichever lift it was")
    func lateLifts() async throws {
        try await CollectionBench.with { bench in
            try bench.check("11:30")
            try bench.lift("12:30:00", netG: 40_000)
            try bench.check("12:45")
            try bench.lift("12:00:00", netG: 40_000, received: "13:00:00")
            try bench.check("13:01")
            #expect(try bench.tasks()[0] == "late - 12:00:00 lift collected_late")
            let once = try bench.events()
            #expect(once == ["11:11:00 raise raised no_visit", "12:30:00 collect collected_late -"])
            #expect(try bench.recheck("13:02").events.isEmpty)
            #expect(try bench.events() == once)
        }
    }
}
