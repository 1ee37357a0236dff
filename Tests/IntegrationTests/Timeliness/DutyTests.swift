import Postgres
import Testing
import Timeliness

@Suite("Duties: badges say who stood at the bin station", .enabled(if: TestDatabase.isEnabled))
struct DutyTests {
    private typealias Stay = DutyFixture.Stay

    /// Window 7 to 9, 100 minutes asked for, fence of 30 m with 20 m of tolerance; fixes from 6:55 to 9:10.
    private struct Scenario {
        let name: String
        let stays: [Stay]
        /// Outcome, cause, minutes present, minutes silent.
        let outcome: String
        let warning: String?
    }

    private let scenarios: [Scenario] = [
        Scenario(name: "there all the time", stays: [Stay(-5..<130, 10)], outcome: "present 120 0", warning: nil),
        Scenario(
            name: "five minutes late, and away for a quarter of an hour",
            stays: [Stay(-5..<5, 400), Stay(5..<60, 10), Stay(60..<75, 300), Stay(75..<130, 5)],
            outcome: "present 100 0", warning: nil),
        Scenario(
            name: "away for nine minutes, which is nothing",
            stays: [Stay(-5..<60, 10), Stay(60..<69, 300), Stay(69..<130, 5)], outcome: "present 120 0", warning: nil),
        Scenario(
            name: "elsewhere all the time", stays: [Stay(-5..<130, 500)], outcome: "absent not_seen 0 0",
            warning: "duty_absent: raise raised not_seen"),
        Scenario(
            name: "gone after 80 minutes", stays: [Stay(-5..<80, 10), Stay(80..<130, 500)],
            outcome: "left_early left_early 80 0",
            warning: "duty_left_early: raise raised left_early"),
        Scenario(
            name: "gone five minutes before the end, which is allowed",
            stays: [Stay(-5..<115, 10), Stay(115..<130, 500)],
            outcome: "present 115 0", warning: nil),
        Scenario(
            name: "gone eleven minutes before the end, which is not",
            stays: [Stay(-5..<109, 10), Stay(109..<130, 500)],
            outcome: "left_early left_early 109 0", warning: "duty_left_early: raise raised left_early"),
        Scenario(
            name: "came after 50 minutes", stays: [Stay(-5..<50, 500), Stay(50..<130, 10)],
            outcome: "short short_presence 70 0",
            warning: "duty_short: raise raised short_presence"),
        Scenario(
            name: "no fix at all", stays: [], outcome: "unconfirmed terminal_offline 0 120",
            warning: "duty_absent: raise unconfirmed terminal_offline"),
        Scenario(
            name: "there, and silent after 80 minutes: gone, or the battery", stays: [Stay(-5..<81, 10)],
            outcome: "unconfirmed terminal_offline 80 40", warning: "duty_short: raise unconfirmed terminal_offline"),
        Scenario(
            name: "silent for half an hour, there for the other hundred minutes minus ten",
            stays: [Stay(-5..<46, 10), Stay(75..<130, 10)], outcome: "unconfirmed terminal_offline 90 30",
            warning: "duty_short: raise unconfirmed terminal_offline"),
        Scenario(
            name: "silent for fifteen minutes, which decides nothing", stays: [Stay(-5..<46, 10), Stay(60..<130, 10)],
            outcome: "present 105 15", warning: nil),
        Scenario(
            name: "elsewhere, and silent for thirty minutes: there for thirty at most",
            stays: [Stay(-5..<46, 500), Stay(75..<130, 500)], outcome: "short short_presence 0 30",
            warning: "duty_short: raise raised short_presence"),
        Scenario(
            name: "fixes that scatter over the fence", stays: [Stay(-5..<130, 12, 45, 28, 49, 33)],
            outcome: "present 120 0", warning: nil),
        Scenario(
            name: "every tenth fix far off", stays: [Stay(-5..<130, 12, 20, 8, 15, 22, 10, 5, 18, 25, 250)],
            outcome: "present 120 0",
            warning: nil),
        Scenario(
            name: "between fence and tolerance all the time: neither inside nor outside", stays: [Stay(-5..<130, 40)],
            outcome: "unconfirmed terminal_offline 0 120", warning: "duty_absent: raise unconfirmed terminal_offline"),
        Scenario(
            name: "a fix every nine minutes", stays: [Stay(-9..<135, 10, everySeconds: 540)], outcome: "present 120 0",
            warning: nil),
        Scenario(
            name: "a fix every eleven minutes says nothing", stays: [Stay(-11..<140, 10, everySeconds: 660)],
            outcome: "unconfirmed terminal_offline 0 120", warning: "duty_absent: raise unconfirmed terminal_offline"),
    ]

    @Test("presence, absence, leaving and silence are told apart, and the register says the same")
    func outcomes() async throws {
        try await DutyFixture.with { fixture in
            for (number, scenario) in scenarios.enumerated() {
                try fixture.duty(number)
                try fixture.walk(number, scenario.stays)
            }
            // Before the grace is over nothing is judged.
            let before = try fixture.check(at: "2026-06-01 09:14:59+08")
            #expect(before.judged == 0)
            #expect(before.plan.made == scenarios.count * 2)
            let summary = try fixture.check(at: "2026-06-01 09:15+08")
            #expect(summary.judged == scenarios.count)
            for (number, scenario) in scenarios.enumerated() {
                let row = try fixture.database.query(
                    """
                    SELECT concat_ws(' ', t.outcome, t.cause, round(t.present_s / 60.0), round(t.silent_s / 60.0)) AS outcome
                    FROM ops.duty_task AS t JOIN registry.duty AS u ON u.duty_id = t.duty_id
                    WHERE u.code = $1 AND t.service_date = '2026-06-01'
                    """, [.text("D\(number)")])[0]
                #expect(row["outcome"] == scenario.outcome, "\(scenario.name)")
                #expect(try fixture.warnings(number) == [scenario.warning].compactMap(\.self), "\(scenario.name)")
            }
            // Nothing happens twice.
            let again = try fixture.check(at: "2026-06-01 09:16+08")
            #expect((again.judged, again.judgedAgain, again.events) == (0, 0, [:]))
        }
    }

    @Test("times of coming and going, and what a warning rests on")
    func evidence() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.walk(1, [Stay(-5..<12, 200), Stay(12..<80, 10), Stay(80..<130, 500)])
            try fixture.check(at: "2026-06-01 09:15+08")
            let row = try fixture.database.query(
                """
                SELECT t.arrived_at = '2026-06-01 07:12+08' AND t.left_at = '2026-06-01 08:20+08' AS is_exact, w.deadline = t.deadline AS is_due,
                    e.at = '2026-06-01 09:15+08' AS is_then, w.service_date, s.code AS street, p.code AS point, e.evidence ->> 'present_min' AS present,
                    e.evidence ->> 'least_min' AS least, e.evidence ->> 'person' AS person, e.actor
                FROM ops.duty_task AS t, ops.warning AS w
                JOIN ops.warning_event AS e ON e.warning_id = w.warning_id
                JOIN registry.street AS s ON s.street_id = w.street_id
                JOIN registry.collection_point AS p ON p.collection_point_id = w.collection_point_id
                WHERE t.service_date = '2026-06-01'
                """)[0]
            for column in ["is_exact", "is_due", "is_then"] { #expect(try row.bool(column), "\(column)") }
            #expect(row["street"] == "A" && row["point"] == "P1" && row["service_date"] == "2026-06-01")
            #expect(
                row["present"] == "68.0" && row["least"] == "100.0" && row["person"] == "1"
                    && row["actor"] == "timeliness")
        }
    }

    @Test("without tolerances the same scattered fixes are a short duty: the tolerances are what saves them")
    func tolerances() async throws {
        try await DutyFixture.with { fixture in
            try fixture.database.execute("UPDATE registry.duty_post SET tolerance_m = 0")
            try fixture.duty(1, [("absence_min", "0")])
            try fixture.duty(2, [("absence_min", "2")])
            // In turn 12, 45, 28, 49, 33 m: two of five minutes inside.
            for number in 1...2 { try fixture.walk(number, [Stay(-5..<130, 12, 45, 28, 49, 33)]) }
            try fixture.check(at: "2026-06-01 09:15+08")
            #expect(try fixture.outcome(1) == "short short_presence 48 0")
            // Absences of one minute are bridged, those of two are not: three of five.
            #expect(try fixture.outcome(2) == "short short_presence 72 0")
        }
    }

    @Test("late fixes withdraw, confirm and exchange warnings; what a person closed stays closed")
    func lateData() async throws {
        try await DutyFixture.with { fixture in
            for number in 1...6 { try fixture.duty(number) }
            try fixture.walk(5, [Stay(-5..<130, 500)])
            try fixture.check(at: "2026-06-01 09:15+08")
            for number in 1...4 {
                #expect(try fixture.warnings(number) == ["duty_absent: raise unconfirmed terminal_offline"])
            }
            try fixture.walk(1, [Stay(-5..<130, 10)], receivedAt: "2026-06-01 12:00+08")
            try fixture.walk(2, [Stay(-5..<130, 500)], receivedAt: "2026-06-01 12:01+08")
            try fixture.walk(3, [Stay(-5..<50, 500), Stay(50..<130, 10)], receivedAt: "2026-06-01 12:02+08")
            try fixture.database.execute(
                """
                INSERT INTO ops.warning_event (warning_id, at, seq, action, state, reason)
                SELECT warning_id, '2026-06-01 10:00+08', 2, 'dismiss', 'dismissed', '工牌送修' FROM ops.warning WHERE subject LIKE 'D4/%'
                """)
            try fixture.walk(4, [Stay(-5..<130, 10)], receivedAt: "2026-06-01 12:02+08")
            // Not received yet when the check is for an earlier time.
            #expect(try fixture.check(at: "2026-06-01 11:59+08").judgedAgain == 0)
            // Received in time, and kept in a gateway's journal until noon.
            try fixture.walk(6, [Stay(-5..<130, 10)])
            #expect(try fixture.check(at: "2026-06-01 12:05+08").judgedAgain == 5)
            #expect(
                try fixture.warnings(6) == [
                    "duty_absent: raise unconfirmed terminal_offline, withdraw withdrawn terminal_offline"
                ])
            #expect(
                try fixture.warnings(1) == [
                    "duty_absent: raise unconfirmed terminal_offline, withdraw withdrawn terminal_offline"
                ])
            #expect(
                try fixture.warnings(2) == ["duty_absent: raise unconfirmed terminal_offline, revise raised not_seen"])
            #expect(
                try fixture.warnings(3) == [
                    "duty_absent: raise unconfirmed terminal_offline, withdraw withdrawn terminal_offline",
                    "duty_short: raise raised short_presence",
                ])
            #expect(try fixture.warnings(4) == ["duty_absent: raise unconfirmed terminal_offline, dismiss dismissed"])
            #expect(try fixture.warnings(5) == ["duty_absent: raise raised not_seen"])
            #expect(try fixture.check(at: "2026-06-01 12:06+08").judgedAgain == 0)
            let known = try fixture.database.query(
                "SELECT known_at = '2026-06-01 12:01+08' AS is_receipt FROM ops.duty_task AS t JOIN registry.duty AS u USING (duty_id) WHERE u.code = 'D2' AND service_date = '2026-06-01'"
            )
            #expect(try known[0].bool("is_receipt"))
        }
    }

    @Test("run every minute, once at the end, by two at once, or killed and run again: the tables are the same")
    func schedules() async throws {
        var results: [[String]] = []
        for schedule in ["minutes", "once", "twice", "killed"] {
            results.append(
                try await DutyFixture.with { fixture in
                    for (number, scenario) in scenarios.enumerated() {
                        try fixture.duty(number)
                        try fixture.walk(number, scenario.stays)
                    }
                    // A badge that had no link until 9:40.
                    try fixture.duty(100)
                    // Its day is planned before it begins.
                    try fixture.check(at: "2026-06-01 06:00+08")
                    try fixture.walk(100, [Stay(-5..<130, 10)], receivedAt: "2026-06-01 09:40+08")
                    switch schedule {
                    case "minutes":
                        for minute in 0..<60 {
                            try fixture.check(at: "2026-06-01 09:\(minute < 10 ? "0" : "")\(minute)+08")
                        }
                    case "twice":
                        let connections = [fixture.database.connection(), fixture.database.connection()]
                        try await withThrowingTaskGroup { group in
                            for connection in connections {
                                group.addTask {
                                    _ = try await connection.withSession {
                                        try DutyCheck($0).check(at: "2026-06-01 09:59+08")
                                    }
                                }
                            }
                            try await group.waitForAll()
                        }
                        for connection in connections { await connection.close() }
                    case "killed":
                        let session = try fixture.database.session()
                        defer { session.close() }
                        // It dies in the middle of its transaction: nothing of it is left.
                        try session.execute("BEGIN")
                        _ = try session.query(
                            "UPDATE ops.duty_task SET outcome = 'absent', cause = 'not_seen', known_at = deadline, present_s = 0, silent_s = 0, fixes = 0, fixes_hash = 0"
                        )
                        session.close()
                        try fixture.check(at: "2026-06-01 09:20+08")
                        try fixture.check(at: "2026-06-01 09:59+08")
                    default: break
                    }
                    try fixture.check(at: "2026-06-01 10:00+08")
                    return try fixture.database.query(
                        """
                        SELECT t::text AS row FROM (
                            SELECT u.code, t.service_date, t.window_start, t.outcome, t.cause, t.arrived_at, t.left_at, t.known_at, t.present_s,
                                t.silent_s, t.fixes
                            FROM ops.duty_task AS t JOIN registry.duty AS u ON u.duty_id = t.duty_id ORDER BY u.code, t.window_start
                        ) AS t
                        """
                    ).map { $0["row"] ?? "" }
                        + fixture.database.query(
                            """
                            SELECT concat_ws('|', w.kind, w.subject, w.raised_at, e.seq, e.at, e.action, e.state, e.cause, e.evidence) AS row
                            FROM ops.warning AS w JOIN ops.warning_event AS e ON e.warning_id = w.warning_id
                            ORDER BY w.subject, w.kind, e.seq
                            """
                        ).map { $0["row"] ?? "" }
                })
        }
        #expect(results[0].count > 2 * scenarios.count)
        for result in results.dropFirst() { #expect(result == results[0]) }
    }

    @Test("tasks follow weekdays, holidays, validity and windows, over midnight too")
    func plan() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1, windows: "07:00-09:00 22:00-02:00", [("weekdays", "'1'")])
            try fixture.duty(2, [("weekdays", "'2'"), ("holidays", "'off'")])
            try fixture.duty(3, [("weekdays", "'7'"), ("holidays", "'sunday'")])
            try fixture.duty(4, [("holidays", "'only'")])
            try fixture.duty(5, [("valid", "'[2026-06-02,2026-06-03)'")])
            try fixture.duty(6, [("weekdays", "'12345'"), ("holidays", "'off'")])
            try fixture.database.execute(
                "INSERT INTO registry.holiday (day, kind, name) VALUES ('2026-06-02', 'holiday', '假日'), ('2026-06-06', 'workday', '调休')"
            )
            let session = try fixture.database.session()
            defer { session.close() }
            _ = try DutyCheck(session).recheck(from: "2026-05-31", through: "2026-06-07", at: "2026-05-31 00:00+08")
            let tasks = try session.query(
                """
                SELECT u.code || ' ' || string_agg(
                    to_char(t.window_start AT TIME ZONE 'Asia/Shanghai', 'DD.HH24') || '-' || to_char(t.window_end AT TIME ZONE 'Asia/Shanghai', 'DD.HH24'),
                    ' ' ORDER BY t.window_start) AS tasks
                FROM ops.duty_task AS t JOIN registry.duty AS u ON u.duty_id = t.duty_id GROUP BY u.code ORDER BY u.code
                """
            ).map { $0["tasks"] ?? "" }
            // 31 May is a Sunday, 6 June a Saturday that is worked.
            #expect(
                tasks == [
                    "D1 01.07-01.09 01.22-02.02", "D2 06.07-06.09", "D3 31.07-31.09 02.07-02.09 07.07-07.09",
                    "D4 02.07-02.09",
                    "D5 02.07-02.09",
                    "D6 01.07-01.09 03.07-03.09 04.07-04.09 05.07-05.09 06.07-06.09",
                ])
        }
    }

    @Test("a duty over midnight is judged by the fixes of both days")
    func midnight() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1, windows: "22:00-02:00")
            try fixture.check(at: "2026-06-01 21:00+08")
            try fixture.walk(1, [Stay(-5..<250, 10)], from: "2026-06-01 22:00+08")
            try fixture.check(at: "2026-06-02 02:15+08")
            #expect(try fixture.outcome(1) == "present 240 0")
        }
    }

    @Test("a change before the window is followed, one within it is not, and a new duty accuses nobody of yesterday")
    func changes() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.duty(2, windows: "18:00-20:00")
            try fixture.check(at: "2026-06-01 06:00+08")
            try fixture.database.execute("UPDATE registry.duty SET windows = '07:00-10:00' WHERE code = 'D1'")
            #expect(try fixture.check(at: "2026-06-01 06:30+08").plan == .init(made: 0, changed: 2, removed: 0))
            #expect(try fixture.check(at: "2026-06-01 07:30+08").plan == .init())
            try fixture.database.execute("UPDATE registry.duty SET windows = '07:00-11:00' WHERE code = 'D1'")
            try fixture.database.execute("UPDATE registry.duty SET valid = '(,2026-06-01)' WHERE code = 'D2'")
            try fixture.duty(3)
            // Tomorrow's D1 changes, both of D2 go, D3 comes for tomorrow alone: today's window has begun.
            #expect(try fixture.check(at: "2026-06-01 08:00+08").plan == .init(made: 1, changed: 1, removed: 2))
            let ends = try fixture.database.query(
                "SELECT to_char(window_end AT TIME ZONE 'Asia/Shanghai', 'DD HH24') AS ends FROM ops.duty_task AS t JOIN registry.duty AS u USING (duty_id) WHERE code = 'D1' ORDER BY 1"
            )
            #expect(ends.map { $0["ends"] } == ["01 10", "02 11"])
        }
    }

    @Test("a person is known by the badge worn then; a corrected binding corrects the past when it is rechecked")
    func wearer() async throws {
        try await DutyFixture.with { fixture in
            try fixture.database.execute(
                """
                INSERT INTO registry.supervisor (code, name) VALUES ('S1', '张三'), ('S2', '李四');
                INSERT INTO registry.terminal (number) VALUES ('1'), ('2');
                INSERT INTO registry.duty (code, duty_post_id, supervisor_id, windows)
                SELECT 'D' || right(s.code, 1), p.duty_post_id, s.supervisor_id, '07:00-09:00'
                FROM registry.supervisor AS s, registry.duty_post AS p WHERE p.code = 'P1';
                INSERT INTO registry.badge_binding (terminal_id, supervisor_id, valid)
                SELECT t.terminal_id, s.supervisor_id, tstzrange(v.since::timestamptz, v.until::timestamptz)
                FROM (VALUES ('1', 'S1', '2026-01-01', '2026-06-01 08:00+08'), ('2', 'S1', '2026-06-01 08:00+08', NULL)) AS v (badge, who, since, until)
                JOIN registry.terminal AS t ON t.number = v.badge JOIN registry.supervisor AS s ON s.code = v.who;
                """)
            // The first badge is left at home at eight, where it goes on sending.
            try fixture.walk(1, [Stay(-5..<60, 10), Stay(60..<130, 900)])
            try fixture.walk(2, [Stay(-5..<60, 900), Stay(60..<130, 10)])
            try fixture.check(at: "2026-06-01 09:15+08")
            #expect(try fixture.outcome(1) == "present 120 0")
            #expect(try fixture.outcome(2) == "unconfirmed no_badge 0 120")
            #expect(try fixture.warnings(2) == ["duty_absent: raise unconfirmed no_badge"])
            // It was S2 who wore the second badge.
            try fixture.database.execute(
                """
                UPDATE registry.badge_binding SET supervisor_id = (SELECT supervisor_id FROM registry.supervisor WHERE code = 'S2'),
                    valid = tstzrange('2026-06-01 00:00+08', NULL)
                WHERE terminal_id = (SELECT terminal_id FROM registry.terminal WHERE number = '2')
                """)
            let session = try fixture.database.session()
            defer { session.close() }
            _ = try DutyCheck(session).recheck(from: "2026-06-01", through: "2026-06-01", at: "2026-06-01 12:00+08")
            #expect(try fixture.outcome(1) == "unconfirmed terminal_offline 60 60")
            #expect(try fixture.outcome(2) == "short short_presence 60 0")
            #expect(
                try fixture.warnings(2) == [
                    "duty_absent: raise unconfirmed no_badge, withdraw withdrawn no_badge",
                    "duty_short: raise raised short_presence",
                ])
        }
    }

    @Test("a fence may be an area, and a bin station without a place says so")
    func fences() async throws {
        try await DutyFixture.with { fixture in
            // Some 170 m by 222 m to the north east of the station.
            try fixture.database.execute(
                """
                INSERT INTO registry.duty_post (code, name, collection_point_id, tolerance_m, area)
                SELECT 'P3', '院内', collection_point_id, 20,
                    ST_Multi(ST_GeomFromText('POLYGON ((116.2 40.2, 116.202 40.2, 116.202 40.202, 116.2 40.202, 116.2 40.2))', 4326))
                FROM registry.collection_point WHERE code = 'P1'
                """)
            try fixture.duty(1, post: "P3")
            try fixture.walk(1, [Stay(-5..<80, 200), Stay(80..<130, 300)])
            try fixture.duty(2, post: "P2")
            try fixture.walk(2, [Stay(-5..<130, 10)])
            try fixture.check(at: "2026-06-01 09:15+08")
            #expect(try fixture.outcome(1) == "left_early left_early 80 0")
            #expect(try fixture.outcome(2) == "unconfirmed no_place 0 120")
        }
    }

    @Test("a dry run says the same and leaves nothing behind")
    func dryRun() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.walk(1, [Stay(-5..<130, 500)])
            let session = try fixture.database.session()
            defer { session.close() }
            let dry = try DutyCheck(session).check(at: "2026-06-01 09:15+08", options: .init(isDryRun: true))
            #expect(dry.judged == 1 && dry.events == ["raise": 1])
            #expect(try fixture.database.count("SELECT count(*) FROM ops.duty_task") == 0)
            #expect(try fixture.database.count("SELECT count(*) FROM ops.warning") == 0)
            #expect(try DutyCheck(session).check(at: "2026-06-01 09:15+08") == dry)
        }
    }

    @Test("the report shows each duty, and sums by person, post and street")
    func report() async throws {
        try await DutyFixture.with { fixture in
            for (number, scenario) in scenarios.enumerated() {
                try fixture.duty(number)
                try fixture.walk(number, scenario.stays)
            }
            try fixture.check(at: "2026-06-01 09:15+08")
            let session = try fixture.database.session()
            defer { session.close() }
            let report = DutyReport(session)
            let rows = try report.rows(from: "2026-06-01", through: "2026-06-01", by: .duty)
            #expect(rows.count == scenarios.count)
            let late = try #require(rows.first { $0["duty"] == "D7" })
            #expect(
                late["arrived"] == "07:50" && late["late_min"] == "50" && late["present_min"] == "70"
                    && late["window"] == "07:00-09:00")
            let street = try report.rows(from: "2026-06-01", through: "2026-06-01", by: .street)[0]
            // Of the scenarios above: 8 present, 2 left early, 2 short, 1 absent, 5 unconfirmed.
            #expect(
                ["due", "present", "left_early", "short", "absent", "unconfirmed"].map { street[$0] } == [
                    "18", "8", "2", "2", "1", "5",
                ])
            #expect(street["present_percent"] == "61.5")
            #expect(try report.rows(from: "2026-06-01", through: "2026-06-01", by: .duty, street: "nowhere").isEmpty)
            #expect(try report.rows(from: "2026-06-01", through: "2026-06-01", by: .person).count == scenarios.count)
            #expect(try report.rows(from: "2026-06-01", through: "2026-06-01", by: .post)[0]["code"] == "P1")
        }
    }

    @Test("a day whose fixes were dropped is not judged again")
    func dropped() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.walk(1, [.init(0..<120, 3)])
            try fixture.check(at: "2026-06-01 06:00+08")
            try fixture.check(at: "2026-06-01 12:00+08")
            let outcome = try fixture.outcome(1)
            #expect(outcome.hasPrefix("present"), "\(outcome)")
            let session = try fixture.database.session()
            defer { session.close() }
            let recheck = {
                try DutyCheck(session).recheck(from: "2026-05-31", through: "2026-06-02", at: "2026-06-02 12:00+08")
            }
            let refusal = DroppedTelemetry(day: "2026-06-01")
            try session.execute("INSERT INTO stats.closed_day (service_date, closed_at) VALUES ('2026-06-01', now())")
            #expect(throws: refusal) { try recheck() }
            try session.execute("DELETE FROM stats.closed_day; DROP TABLE telemetry.fix_20260601")
            #expect(throws: refusal) { try recheck() }
            #expect(try fixture.outcome(1) == outcome)
        }
    }

    @Test("a recheck makes days that have no task, and invents no duty for a day that has")
    func recheckInventsNothing() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.check(at: "2026-06-01 06:00+08")
            try fixture.duty(2)
            let session = try fixture.database.session()
            defer { session.close() }
            let check = DutyCheck(session)
            let summary = try check.recheck(from: "2026-05-31", through: "2026-06-01", at: "2026-06-01 12:00+08")
            // Of 31 May both.
            #expect(summary.plan == .init(made: 2, changed: 0, removed: 0))
            #expect(try fixture.warnings(2).count == 1)
        }
    }

    @Test("a check as of an earlier moment undoes nothing of a later one")
    func earlierCheck() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.duty(2)
            try fixture.check(at: "2026-06-01 06:00+08")
            try fixture.check(at: "2026-06-01 09:15+08")
            try fixture.walk(1, [Stay(-5..<130, 10)], receivedAt: "2026-06-01 12:00+08")
            #expect(try fixture.check(at: "2026-06-01 12:05+08").judgedAgain == 1)
            try fixture.database.execute(
                """
                UPDATE registry.duty SET valid = '(,2026-06-01)' WHERE code = 'D2';
                UPDATE registry.duty SET windows = '07:00-08:00' WHERE code = 'D1'
                """)
            let summary = try fixture.check(at: "2026-06-01 06:30+08")
            // Tomorrow's alone.
            #expect(summary.plan == .init(made: 0, changed: 1, removed: 1))
            #expect(summary.judgedAgain == 0)
            #expect(try fixture.outcome(1) == "present 120 0")
            #expect(try fixture.outcome(2) == "unconfirmed terminal_offline 0 120")
        }
    }

    /// Two people, each to stand at the first station from 7 to 9.
    private func people(_ fixture: DutyFixture, wear: [(badge: Int, who: Int)]) throws {
        try fixture.database.execute(
            """
            INSERT INTO registry.supervisor (code, name) VALUES ('S1', '张三'), ('S2', '李四');
            INSERT INTO registry.terminal (number) VALUES ('1'), ('2');
            INSERT INTO registry.duty (code, duty_post_id, supervisor_id, windows)
            SELECT 'D' || right(s.code, 1), p.duty_post_id, s.supervisor_id, '07:00-09:00'
            FROM registry.supervisor AS s, registry.duty_post AS p WHERE p.code = 'P1';
            """)
        for (badge, who) in wear {
            try fixture.database.execute(
                """
                INSERT INTO registry.badge_binding (terminal_id, supervisor_id, valid)
                SELECT t.terminal_id, s.supervisor_id, tstzrange('2026-01-01', NULL)
                FROM registry.terminal AS t, registry.supervisor AS s WHERE t.number = '\(badge)' AND s.code = 'S\(who)'
                """)
        }
    }

    @Test("wearers that were exchanged are noticed by the next check, though the number of fixes is the same")
    func exchangedWearers() async throws {
        try await DutyFixture.with { fixture in
            try people(fixture, wear: [(1, 1), (2, 2)])
            try fixture.walk(1, [Stay(-5..<130, 10)])
            try fixture.walk(2, [Stay(-5..<130, 500)])
            try fixture.check(at: "2026-06-01 09:15+08")
            #expect(try fixture.outcome(2) == "absent not_seen 0 0")
            try fixture.database.execute(
                """
                DELETE FROM registry.badge_binding;
                INSERT INTO registry.badge_binding (terminal_id, supervisor_id, valid)
                SELECT t.terminal_id, s.supervisor_id, tstzrange('2026-01-01', NULL)
                FROM registry.terminal AS t JOIN registry.supervisor AS s ON right(s.code, 1) <> t.number
                """)
            #expect(try fixture.check(at: "2026-06-01 12:00+08").judgedAgain == 2)
            #expect(try fixture.outcome(1) == "absent not_seen 0 0")
            #expect(try fixture.outcome(2) == "present 120 0")
            #expect(
                try fixture.warnings(2) == ["duty_absent: raise raised not_seen, withdraw withdrawn not_seen"])
            // No fix came for it: it happened when it was found.
            let at = try fixture.database.query(
                "SELECT at = '2026-06-01 12:00+08' AS is_then FROM ops.warning_event WHERE action = 'withdraw'")
            #expect(try at[0].bool("is_then"))
        }
    }

    @Test("a spare badge in a drawer does not accuse whose other badge is silent, and no data accuses nobody")
    func notAccused() async throws {
        try await DutyFixture.with { fixture in
            try people(fixture, wear: [(1, 1), (2, 1)])
            try fixture.walk(2, [Stay(-5..<130, 900)])
            try fixture.duty(3, [("absence_min", "120")])
            try fixture.check(at: "2026-06-01 09:15+08")
            #expect(try fixture.outcome(1) == "unconfirmed terminal_offline 0 120")
            #expect(try fixture.outcome(3) == "unconfirmed terminal_offline 0 120")
        }
    }
}
