import Postgres
import Registry
import Testing
import Timeliness

@Suite("Timeliness where clocks are changed", .enabled(if: TestDatabase.isEnabled))
struct ClockChangeTests {
    private struct Case {
        let zone, windows: String
        var grace = 0
        var weekdays = "1234567"
        /// The day that is asked for, and a moment of the day before.
        let day, before: String
        /// `beginning/end/deadline`, UTC, worked out by hand.
        let tasks: [String]
    }

    /// Berlin is an hour ahead of UTC, two in summer: from 29 March 2026, 01:00 UTC, when 2 o'clock becomes 3, to 25 October, 01:00 UTC, when 3
    /// becomes 2. New York is five hours behind, four from 8 March to 1 November.
    private static let cases = [
        // Two hours by the clock, one in truth; the grace is in minutes.
        Case(
            zone: "Europe/Berlin", windows: "01:30-03:30", grace: 45, day: "2026-03-29", before: "2026-03-28 12:00+00",
            tasks: ["03-29 00:30/03-29 01:30/03-29 02:15"]),
        // In the hour that is left out: an hour later by the clock, as long as it is.
        Case(
            zone: "Europe/Berlin", windows: "02:15-02:45", grace: 10, day: "2026-03-29", before: "2026-03-28 12:00+00",
            tasks: ["03-29 01:15/03-29 01:45/03-29 01:55"]),
        Case(
            zone: "Europe/Berlin", windows: "22:00-04:00", day: "2026-03-28", before: "2026-03-27 12:00+00",
            tasks: ["03-28 21:00/03-29 02:00/03-29 02:00"]),
        // In the hour that comes twice: the second time.
        Case(
            zone: "Europe/Berlin", windows: "02:15-02:45", day: "2026-10-25", before: "2026-10-24 12:00+00",
            tasks: ["10-25 01:15/10-25 01:45/10-25 01:45"]),
        Case(
            zone: "Europe/Berlin", windows: "01:30-02:30", day: "2026-10-25", before: "2026-10-24 12:00+00",
            tasks: ["10-24 23:30/10-25 01:30/10-25 01:30"]),
        Case(
            zone: "Europe/Berlin", windows: "22:00-04:00", day: "2026-10-24", before: "2026-10-23 12:00+00",
            tasks: ["10-24 20:00/10-25 03:00/10-25 03:00"]),
        Case(
            zone: "America/New_York", windows: "23:00-03:30", day: "2026-03-07", before: "2026-03-06 17:00+00",
            tasks: ["03-08 04:00/03-08 07:30/03-08 07:30"]),
        Case(
            zone: "America/New_York", windows: "00:30-01:30 22:00-24:00", day: "2026-11-01",
            before: "2026-10-31 17:00+00",
            tasks: ["11-01 04:30/11-01 06:30/11-01 06:30", "11-02 03:00/11-02 05:00/11-02 05:00"]),
        // 29 February 2028 is a Tuesday; the day before and the day after are none.
        Case(
            zone: "Asia/Shanghai", windows: "22:00-02:00", weekdays: "2", day: "2028-02-29",
            before: "2028-02-28 04:00+00",
            tasks: ["02-29 14:00/02-29 18:00/02-29 18:00"]),
        Case(
            zone: "Asia/Shanghai", windows: "22:00-02:00", weekdays: "2", day: "2028-02-28",
            before: "2028-02-27 04:00+00",
            tasks: []),
        Case(
            zone: "Asia/Shanghai", windows: "22:00-02:00", weekdays: "3", day: "2028-03-01",
            before: "2028-02-29 04:00+00",
            tasks: ["03-01 14:00/03-01 18:00/03-01 18:00"]),
    ]

    /// A district elsewhere: its days and clocks are those of `zone`.
    private static func with(_ zone: String, _ body: (CollectionBench) throws -> Void) async throws {
        try await RegistryExamples.with { database, session in
            try session.execute(
                """
                DELETE FROM ops.collection_rule;
                CREATE OR REPLACE FUNCTION telemetry.site_time_zone() RETURNS text
                    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN '\(zone)';
                CREATE OR REPLACE FUNCTION telemetry.local_day(instant timestamptz) RETURNS date
                    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (instant AT TIME ZONE '\(zone)')::date
                """)
            try body(CollectionBench(database: database, session: session))
        }
    }

    private static func enter(_ windows: String, grace: Int, weekdays: String, _ bench: CollectionBench) throws {
        let outcome = try RegistryImport.run(
            [
                RegistryExamples.file(
                    "collection_rule.csv",
                    """
                    code,name,point,waste_type,windows,grace_min,weekdays,least_net_g
                    CAT,餐厨,P0002,catering,\(windows),\(grace),\(weekdays),5000

                    """)
            ], session: bench.session)
        #expect(RegistryExamples.faults(outcome) == [])
    }

    @Test(
        "tasks and deadlines are the instants that the site's clocks mean, in hours left out, twice there, and on leap days"
    )
    func tasks() async throws {
        for zone in Set(Self.cases.map(\.zone)).sorted() {
            try await Self.with(zone) { bench in
                for item in Self.cases where item.zone == zone {
                    try bench.session.execute(
                        "DELETE FROM ops.collection_rule; TRUNCATE ops.collection_task, ops.collection_day")
                    try Self.enter(item.windows, grace: item.grace, weekdays: item.weekdays, bench)
                    try bench.check(item.before)
                    let text = { (column: String) in "to_char(k.\(column) AT TIME ZONE 'UTC', 'MM-DD HH24:MI')" }
                    let tasks = try bench.session.query(
                        """
                        SELECT concat_ws('/', \(text("window_start")), \(text("window_end")), \(text("deadline"))) AS line
                        FROM ops.collection_task AS k WHERE k.service_date = $1::date ORDER BY k.window_start
                        """, [.text(item.day)])
                    #expect(tasks.map { $0["line"] ?? "" } == item.tasks, "\(zone) \(item.day) \(item.windows)")
                }
            }
        }
    }

    @Test("of two lifts at twenty past two in the night that has that time twice, each belongs to its own window")
    func twice() async throws {
        try await Self.with("Europe/Berlin") { bench in
            try bench.session.execute(
                "SELECT telemetry.ensure_day(d::date) FROM generate_series(timestamp '2026-10-23', '2026-10-26', '1 day') AS d"
            )
            try Self.enter("01:00-01:30 02:15-02:45", grace: 10, weekdays: "1234567", bench)
            try bench.lift("2026-10-25 00:20:00+00", netG: 40_000)
            try bench.lift("2026-10-25 01:20:00+00", netG: 40_000)
            try bench.check("2026-10-24 12:00+00")
            // The first window ended at 23:30 UTC, and its grace ten minutes later; the second one ends at 01:45 UTC.
            try bench.check("2026-10-25 12:00+00")
            let tasks = try bench.session.query(
                """
                SELECT concat_ws(' ', k.outcome, to_char(k.collected_at AT TIME ZONE 'UTC', 'HH24:MI'), n.state,
                    to_char(e.at AT TIME ZONE 'UTC', 'HH24:MI')) AS line
                FROM ops.collection_task AS k
                LEFT JOIN ops.warning_now AS n ON n.kind = 'late_collection' AND n.window_start = k.window_start
                LEFT JOIN ops.warning_event AS e ON e.warning_id = n.warning_id AND e.action = 'raise'
                WHERE k.service_date = '2026-10-25' ORDER BY k.window_start
                """)
            #expect(tasks.map { $0["line"] ?? "" } == ["late 00:20 collected_late 23:41", "on_time 01:20"])
        }
    }
}
