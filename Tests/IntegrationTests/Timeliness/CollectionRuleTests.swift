import Postgres
import Registry
import Testing
import Timeliness

@Suite("Collection rules: which windows are due", .enabled(if: TestDatabase.isEnabled))
struct CollectionRuleTests {
    /// Local windows of a day, and the instants worked out by hand: beginning, end, deadline, in UTC.
    private static let windows: [(String, String, Int, String, [String])] = [
        (
            "2026-06-01", "04:00-07:00 19:00-22:00", 0, "Asia/Shanghai",
            ["05-31 20:00/05-31 23:00/05-31 23:00", "06-01 11:00/06-01 14:00/06-01 14:00"]
        ),
        // Over midnight, also into and out of a leap day.
        ("2026-06-01", "22:00-02:00", 30, "Asia/Shanghai", ["06-01 14:00/06-01 18:00/06-01 18:30"]),
        ("2028-02-28", "23:00-01:00", 0, "Asia/Shanghai", ["02-28 15:00/02-28 17:00/02-28 17:00"]),
        ("2028-02-29", "22:00-02:00", 0, "Asia/Shanghai", ["02-29 14:00/02-29 18:00/02-29 18:00"]),
        // A grace ends where the next window begins, that of the next day too.
        (
            "2026-06-01", "04:00-07:00 09:00-16:00", 180, "Asia/Shanghai",
            ["05-31 20:00/05-31 23:00/06-01 01:00", "06-01 01:00/06-01 08:00/06-01 11:00"]
        ),
        ("2026-06-01", "00:00-24:00", 60, "Asia/Shanghai", ["05-31 16:00/06-01 16:00/06-01 16:00"]),
        // Berlin: on 29 March 2026 the hour from 2 is left out, on 25 October it comes twice.
        ("2026-03-29", "01:00-04:00", 0, "Europe/Berlin", ["03-29 00:00/03-29 02:00/03-29 02:00"]),
        ("2026-03-29", "02:30-03:00", 15, "Europe/Berlin", ["03-29 01:30/03-29 02:00/03-29 02:15"]),
        ("2026-03-28", "22:00-05:00", 0, "Europe/Berlin", ["03-28 21:00/03-29 03:00/03-29 03:00"]),
        ("2026-10-25", "01:00-04:00", 0, "Europe/Berlin", ["10-24 23:00/10-25 03:00/10-25 03:00"]),
    ]

    @Test("windows are instants of the site's clock, over midnight, leap days and changes of the clock")
    func instants() async throws {
        try await TestDatabase.withSchema { database in
            let text = { (column: String) in "to_char(\(column) AT TIME ZONE 'UTC', 'MM-DD HH24:MI')" }
            for (day, windows, grace, zone, expected) in Self.windows {
                let rows = try database.query(
                    """
                    SELECT concat_ws('/', \(text("window_start")), \(text("window_end")), \(text("deadline"))) AS line
                    FROM ops.windows_on($1::date, $2, $3::integer, $4) ORDER BY window_start
                    """, [.text(day), .text(windows), .int(grace), .text(zone)])
                #expect(rows.map { $0["line"] } == expected, "\(day) \(windows) \(zone)")
            }
            for (windows, isSound) in [
                ("04:00-07:00", true), ("04:00-07:00 07:00-09:00", true), ("22:00-04:00", true), ("00:00-24:00", true),
                ("04:00-04:00", false), ("09:00-10:00 04:00-07:00", false), ("04:00-07:00 06:00-09:00", false),
                ("22:00-05:00 04:00-06:00", false), ("04:00-07:00 22:00-05:00", false), ("4:00-7:00", false),
                ("", false),
                ("04:00-25:00", false),
            ] {
                let found = try database.query("SELECT ops.is_windows($1) AS is_sound", [.text(windows)])[0]
                #expect(try found.bool("is_sound") == isSound, "\(windows)")
            }
        }
    }

    @Test("weekdays and holidays decide on which days a rule makes windows")
    func days() async throws {
        try await TestDatabase.withSchema { database in
            // 2026-10-01 is a Thursday, 2026-10-10 a Saturday.
            for (weekdays, holidays, day, holiday, fits) in [
                ("135", "same", "2026-10-02", nil, true), ("135", "same", "2026-10-01", nil, false),
                ("1234567", "same", "2026-10-01", "holiday", true), ("1234567", "off", "2026-10-01", "holiday", false),
                ("4", "sunday", "2026-10-01", "holiday", false), ("7", "sunday", "2026-10-01", "holiday", true),
                ("12345", "off", "2026-10-10", "workday", true), ("67", "off", "2026-10-10", "workday", false),
                ("12345", "same", "2026-10-10", "workday", false), ("1234567", "only", "2026-10-02", nil, false),
                ("1234567", "only", "2026-10-01", "holiday", true), ("1234567", "only", "2026-10-10", "workday", false),
            ] as [(String, String, String, String?, Bool)] {
                let found = try database.query(
                    "SELECT ops.rule_fits($1, $2, $3::date, $4) AS fits",
                    [.text(weekdays), .text(holidays), .text(day), holiday.map { .text($0) } ?? .null])[0]
                #expect(try found.bool("fits") == fits, "\(weekdays) \(holidays) \(day) \(holiday ?? "-")")
            }
        }
    }

    private static func enter(_ rules: String, _ session: PostgresSession) throws {
        try session.execute("DELETE FROM ops.collection_rule")
        let outcome = try RegistryImport.run(
            [RegistryExamples.file("collection_rule.csv", rules)], session: session)
        #expect(RegistryExamples.faults(outcome) == [])
    }

    /// `point waste rule from-to` of the tasks of a day.
    private static func tasks(_ day: String, _ session: PostgresSession) throws -> [String] {
        try session.query(
            """
            SELECT concat_ws(' ', p.code, y.code, r.code,
                to_char(k.window_start AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') || '-'
                    || to_char(k.window_end AT TIME ZONE 'Asia/Shanghai', 'HH24:MI')) AS line
            FROM ops.collection_task AS k
            JOIN registry.collection_point AS p ON p.collection_point_id = k.collection_point_id
            JOIN registry.waste_type AS y ON y.waste_type = k.waste_type
            LEFT JOIN ops.collection_rule AS r ON r.collection_rule_id = k.collection_rule_id
            WHERE k.service_date = $1::date ORDER BY 1
            """, [.text(day)]
        ).map { $0["line"] ?? "" }
    }

    @Test("the most specific rule counts: point, unit, community, street, everywhere; with a waste type before without")
    func specificity() async throws {
        try await RegistryExamples.with { _, session in
            try Self.enter(
                """
                code,name,street,community,responsible_unit,point,waste_type,windows,weekdays,holidays,last_day
                ALL,a,,,,,,01:00-02:00,1234567,same,
                ALL-C,a,,,,,catering,02:00-03:00,1234567,same,
                STREET,a,110114001,,,,kitchen,03:00-04:00,1234567,same,
                COMM,a,,110114001001,,,residual,04:00-05:00,1234567,same,
                UNIT,a,,,U0001,,residual,05:00-06:00,1234567,same,2026-03-31
                POINT,a,,,,P0002,catering,06:00-07:00,2,same,
                FEAST,a,110114001,,,,kitchen,08:00-09:00,1234567,only,
                OTHER,a,110114119,,,,,10:00-11:00,1234567,same,

                """, session)
            let check = TimelinessCheck(session)
            // Tuesday: the unit's rule beats its community's.
            _ = try check.check(at: "2026-03-10 00:30+08")
            #expect(
                try Self.tasks("2026-03-10", session) == [
                    "P0001 kitchen STREET 03:00-04:00", "P0001 residual UNIT 05:00-06:00",
                    "P0002 catering POINT 06:00-07:00",
                ])
            // On Wednesday the point's rule asks for nothing, and no rule below it counts.
            #expect(
                try Self.tasks("2026-03-11", session) == [
                    "P0001 kitchen STREET 03:00-04:00", "P0001 residual UNIT 05:00-06:00",
                ])
            let why = try PointExplanation(session).lines(point: "P0002", day: "2026-03-11").last ?? ""
            #expect(
                why.hasSuffix(
                    "nothing was due: rule POINT for this point counts, and it asks for nothing on this day."), "\(why)"
            )
            // The unit's rule is over. B00002 moves from P0001 to P0002 on 1 June at five, when the window is over.
            _ = try check.check(at: "2026-05-31 12:00+08")
            #expect(
                try Self.tasks("2026-06-01", session) == [
                    "P0001 kitchen STREET 03:00-04:00", "P0001 residual COMM 04:00-05:00",
                ])
            _ = try check.check(at: "2026-09-30 12:00+08")
            #expect(
                try Self.tasks("2026-10-01", session) == [
                    "P0001 kitchen FEAST 08:00-09:00", "P0002 residual COMM 04:00-05:00",
                ])
        }
    }

    @Test("a bin that is taken away is due no more that day, and of two units a point belongs to the one of the hour")
    func changesOfTheDay() async throws {
        try await RegistryExamples.with { _, session in
            try Self.enter(
                """
                code,name,responsible_unit,point,waste_type,windows
                CAT,c,,P0002,catering,02:00-04:00 19:00-22:00
                U1,u,U0001,,kitchen,08:00-09:00 20:00-21:00
                U2,u,U0002,,kitchen,10:00-11:00 18:00-19:00

                """, session)
            try session.execute(
                """
                UPDATE registry.bin_placement SET valid = tstzrange(lower(valid), '2026-03-10 01:00+08')
                WHERE collection_point_id = (SELECT collection_point_id FROM registry.collection_point WHERE code = 'P0002')
                    AND valid @> timestamptz '2026-03-10 00:00+08';
                WITH old AS (
                    UPDATE registry.point_affiliation SET valid = tstzrange(lower(valid), '2026-03-10 12:00+08')
                    WHERE collection_point_id = (SELECT collection_point_id FROM registry.collection_point WHERE code = 'P0001')
                        AND valid @> timestamptz '2026-03-10 00:00+08'
                    RETURNING *
                )
                INSERT INTO registry.point_affiliation (collection_point_id, responsible_unit_id, community_id, valid)
                SELECT o.collection_point_id, u.responsible_unit_id, o.community_id, tstzrange('2026-03-10 12:00+08', NULL)
                FROM old AS o CROSS JOIN registry.responsible_unit AS u WHERE u.code = 'U0002'
                """)
            _ = try TimelinessCheck(session).check(at: "2026-03-10 00:30+08")
            #expect(
                try Self.tasks("2026-03-10", session) == [
                    "P0001 kitchen U1 08:00-09:00", "P0001 kitchen U2 18:00-19:00",
                ])
        }
    }

    @Test("a window over midnight ends where another rule's window of the next day begins")
    func neighbours() async throws {
        try await RegistryExamples.with { _, session in
            // 9 March 2026 is a Monday.
            try Self.enter(
                """
                code,name,point,waste_type,windows,weekdays,grace_min
                MON,m,P0002,catering,22:00-04:00,1,30
                TUE,t,P0002,catering,02:00-05:00,2,0

                """, session)
            let check = TimelinessCheck(session)
            for moment in ["2026-03-09 12:00+08", "2026-03-09 13:00+08"] {
                _ = try check.check(at: moment)
                #expect(try Self.tasks("2026-03-09", session) == ["P0002 catering MON 22:00-02:00"])
                #expect(try Self.tasks("2026-03-10", session) == ["P0002 catering TUE 02:00-05:00"])
                try session.execute("UPDATE ops.collection_rule SET note = 'x'")
            }
            try session.execute("DELETE FROM ops.collection_rule WHERE code = 'TUE'")
            for moment in ["2026-03-09 14:00+08", "2026-03-09 15:00+08"] { _ = try check.check(at: moment) }
            #expect(try Self.tasks("2026-03-09", session) == ["P0002 catering MON 22:00-04:00"])
        }
    }

    @Test("who changed a rule is kept, and a task keeps the rule as it was")
    func kept() async throws {
        try await RegistryExamples.with { _, session in
            try Self.enter("code,name,point,waste_type,windows\nR,r,P0002,catering,04:00-07:00\n", session)
            _ = try TimelinessCheck(session).check(at: "2026-03-10 12:00+08")
            try session.execute(
                "SET qingyun.actor = '张三'; UPDATE ops.collection_rule SET collection_point_id = NULL, code = 'S'")
            let log = try session.query(
                "SELECT actor, action FROM registry.audit WHERE table_name = 'collection_rule' ORDER BY audit_id DESC LIMIT 1"
            )[0]
            #expect(log["actor"] == "张三" && log["action"] == "update")
            let lines = try PointExplanation(session).lines(point: "P0002", day: "2026-03-10")
            #expect(lines.contains { $0.contains("04:00-07:00, by rule R for this point") }, "\(lines)")
        }
    }

    @Test("a rule that changes in mid-window leaves the windows that have begun, and makes the later ones anew")
    func changes() async throws {
        try await RegistryExamples.with { _, session in
            let rule = { (windows: String) in "code,name,point,waste_type,windows\nR,r,P0002,catering,\(windows)\n" }
            try Self.enter(rule("04:00-07:00 09:00-12:00 19:00-22:00"), session)
            let check = TimelinessCheck(session)
            _ = try check.check(at: "2026-03-10 00:30+08")
            // At ten the second window has begun and the first was judged.
            let outcome = try RegistryImport.run(
                [RegistryExamples.file("collection_rule.csv", rule("05:00-06:00 11:00-13:00 14:00-15:00 20:00-21:00"))],
                session: session)
            #expect(RegistryExamples.faults(outcome) == [])
            _ = try check.check(at: "2026-03-10 10:00+08")
            // 11:00-13:00 overlaps a window that has begun.
            #expect(
                try Self.tasks("2026-03-10", session) == [
                    "P0002 catering R 04:00-07:00", "P0002 catering R 09:00-12:00", "P0002 catering R 14:00-15:00",
                    "P0002 catering R 20:00-21:00",
                ])
            #expect(
                try Self.tasks("2026-03-11", session) == [
                    "P0002 catering R 05:00-06:00", "P0002 catering R 11:00-13:00", "P0002 catering R 14:00-15:00",
                    "P0002 catering R 20:00-21:00",
                ])
            // What was judged stays as it was judged, also when it is judged again.
            _ = try check.recheck("2026-03-10", at: "2026-03-11 00:10+08")
            #expect(try Self.tasks("2026-03-10", session).count == 4)
        }
    }

    @Test("wrong rules are refused with what is accepted")
    func refused() async throws {
        try await RegistryExamples.with { _, session in
            let outcome = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "collection_rule.csv",
                        """
                        code,name,street,point,windows,weekdays,grace_min
                        A,a,,,07:00-04:30 05:00-06:00,,
                        B,b,,,04:00-07:00,18,
                        C,c,110114001,P0001,04:00-07:00,,
                        D,d,,,04:00-07:00,,721

                        """)
                ], session: session)
            let accepted =
                "accepted: windows in order and apart, such as 04:00-07:00 19:00-22:00; the last may end on the next day"
            #expect(
                RegistryExamples.faults(outcome) == [
                    "collection_rule.csv:2 windows '07:00-04:30 05:00-06:00' \(accepted)",
                    "collection_rule.csv:3 weekdays '18' accepted: digits from 1, Monday, to 7, Sunday, each once, such as 12345",
                    "collection_rule.csv:4 street '' at most one of street, community, responsible_unit, point is filled; filled: 2",
                    "collection_rule.csv:5 grace_min '721' accepted: a number from 0 to 720",
                ])
        }
    }

    @Test(
        "a check as of an earlier moment makes no task of a window that had begun by the last one, whatever rules were made since"
    )
    func backwards() async throws {
        try await CollectionBench.with { bench in
            try bench.check("2026-03-10 08:00+08")
            try bench.check("2026-03-12 12:00+08")
            let tasks = {
                try bench.session.query(
                    "SELECT concat_ws(' ', service_date, window_start AT TIME ZONE 'Asia/Shanghai', rule_code, outcome) AS line "
                        + "FROM ops.collection_task ORDER BY 1"
                ).map { $0["line"] ?? "" }
            }
            let before = try tasks()
            // One more window of every day; those that begin after the last check are made.
            try bench.session.execute(
                "UPDATE ops.collection_rule SET valid = '(,)', windows = '06:00-07:00 18:00-19:00'")
            for past in ["2026-03-08 12:00+08", "2026-03-10 12:00+08", "2026-03-11 20:00+08", "2026-03-12 11:00+08"] {
                #expect(try bench.check(past).events.isEmpty)
            }
            let gone = before.filter { $0.contains("2026-03-13") || $0.contains("2026-03-12 14:00") }
            #expect(gone.count == 3)
            #expect(Set(try tasks()).isSuperset(of: Set(before).subtracting(gone)))
            let added = Set(try tasks()).subtracting(before).sorted()
            #expect(
                added.map { String($0.prefix(27)) } == [
                    "2026-03-12 2026-03-12 18:00", "2026-03-13 2026-03-13 06:00", "2026-03-13 2026-03-13 18:00",
                ])
        }
    }

    @Test(
        "the very first check takes up what begins from then on; as of a moment that is given, the day and the one before whole"
    )
    func firstCheck() async throws {
        // A window each hour, so that there are ones before and after whatever time it is.
        let rule = """
            DELETE FROM ops.collection_rule;
            INSERT INTO ops.collection_rule (code, name, waste_type, windows, valid)
            SELECT 'H', '每小时', 5, string_agg(to_char(h, 'FM00') || ':00-' || to_char(h, 'FM00') || ':59', ' ' ORDER BY h), '(,)'
            FROM generate_series(0, 23) AS h
            """
        try await CollectionBench.with { bench in
            try bench.session.execute(rule)
            let check = TimelinessCheck(bench.session)
            for _ in 1...2 { #expect(try check.check().events.isEmpty) }
            let state = try bench.session.query(
                """
                SELECT (SELECT min(window_start) >= (SELECT min(planned_at) FROM ops.collection_day) FROM ops.collection_task) AS is_new,
                    (SELECT count(*) FROM ops.collection_task WHERE service_date = (SELECT max(service_date) FROM ops.collection_day)) AS tomorrow,
                    (SELECT count(*) FROM ops.collection_day) AS days
                """)[0]
            #expect(state["is_new"] == "t" && state["tomorrow"] == "24" && state["days"] == "3")
        }
        try await CollectionBench.with { bench in
            try bench.session.execute(rule)
            try bench.check("12:30")
            let tasks = try bench.session.query(
                "SELECT count(*) AS n FROM ops.collection_task WHERE service_date <= '2026-03-10'")
            #expect(tasks[0]["n"] == "48")
        }
    }

    @Test(
        "a window that has begun keeps its grace, whatever a rule makes for the next day, and whether that is taken back or not"
    )
    func begunKeepsGrace() async throws {
        try await CollectionBench.with { bench in
            try bench.session.execute("UPDATE ops.collection_rule SET windows = '20:00-23:30', grace_min = 60")
            let tasks = {
                try bench.session.query(
                    """
                    SELECT to_char(k.window_start AT TIME ZONE 'Asia/Shanghai', 'DD HH24:MI') || to_char(k.window_end AT TIME ZONE 'Asia/Shanghai', '-HH24:MI')
                        || to_char(k.deadline AT TIME ZONE 'Asia/Shanghai', ' HH24:MI') AS line
                    FROM ops.collection_task AS k WHERE k.service_date >= '2026-03-10' ORDER BY k.window_start
                    """
                ).map { $0["line"] ?? "" }
            }
            try bench.check("08:00")
            let begun = "10 20:00-23:30 00:30"
            #expect(try tasks() == [begun, "11 20:00-23:30 00:30"])
            // Into the grace, by the rule of the next day.
            let rule = { (windows: String) in
                try bench.session.execute(
                    """
                    DELETE FROM ops.collection_rule WHERE code = 'N';
                    INSERT INTO ops.collection_rule (code, name, collection_point_id, waste_type, windows, valid)
                    SELECT 'N', '次日', collection_point_id, 5, '\(windows)', '[2026-03-11,)' FROM registry.collection_point WHERE code = 'P0002'
                    """)
            }
            try rule("00:10-02:00")
            // Not begun yet: it ends where the next one begins.
            try bench.check("19:00")
            #expect(try tasks() == ["10 20:00-23:30 00:10", "11 00:10-02:00 02:00"])
            try bench.session.execute("DELETE FROM ops.collection_rule WHERE code = 'N'")
            try bench.check("19:30")
            #expect(try tasks() == [begun, "11 20:00-23:30 00:30"])
            try bench.check("20:30")
            try rule("00:10-02:00")
            try bench.check("21:00")
            #expect(try tasks() == [begun, "11 00:10-02:00 02:00"])
            try bench.session.execute("DELETE FROM ops.collection_rule WHERE code = 'N'")
            try bench.check("21:30")
            #expect(try tasks() == [begun, "11 20:00-23:30 00:30"])
        }
    }
}
