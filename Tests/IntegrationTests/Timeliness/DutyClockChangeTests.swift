import Postgres
import Testing
import Timeliness

@Suite("Duties where clocks are changed", .enabled(if: TestDatabase.isEnabled))
struct DutyClockChangeTests {
    private struct Case {
        let zone, windows: String
        var weekdays = "1234567"
        /// The day that is asked for, and a moment of the day before.
        let day, before: String
        /// `beginning/end`, UTC, worked out by hand.
        let tasks: [String]
    }

    /// Berlin is an hour ahead of UTC, two in summer: from 29 March 2026, 01:00 UTC, when 2 o'clock becomes 3, to 25 October, 01:00 UTC, when 3
    /// becomes 2.
    private static let cases = [
        // Begins in the hour that is left out and ends right after it: an hour later by the clock, as long as it is.
        Case(
            zone: "Europe/Berlin", windows: "02:30-03:00", day: "2026-03-29", before: "2026-03-28 12:00+00",
            tasks: ["03-29 01:30/03-29 02:00"]),
        // Two hours by the clock, one in truth.
        Case(
            zone: "Europe/Berlin", windows: "01:30-03:30", day: "2026-03-29", before: "2026-03-28 12:00+00",
            tasks: ["03-29 00:30/03-29 01:30"]),
        // Both begin at 3 o'clock, which is 01:00 UTC.
        Case(
            zone: "Europe/Berlin", windows: "02:00-02:45 03:00-03:30", day: "2026-03-29",
            before: "2026-03-28 12:00+00", tasks: ["03-29 01:00/03-29 01:45"]),
        Case(
            zone: "Europe/Berlin", windows: "22:00-04:00", day: "2026-03-28", before: "2026-03-27 12:00+00",
            tasks: ["03-28 21:00/03-29 02:00"]),
        Case(
            zone: "Europe/Berlin", windows: "23:00-24:00", day: "2026-03-28", before: "2026-03-27 12:00+00",
            tasks: ["03-28 22:00/03-28 23:00"]),
        // In the hour that comes twice: the second time.
        Case(
            zone: "Europe/Berlin", windows: "02:15-02:45", day: "2026-10-25", before: "2026-10-24 12:00+00",
            tasks: ["10-25 01:15/10-25 01:45"]),
        Case(
            zone: "Europe/Berlin", windows: "01:30-02:30", day: "2026-10-25", before: "2026-10-24 12:00+00",
            tasks: ["10-24 23:30/10-25 01:30"]),
        Case(
            zone: "Europe/Berlin", windows: "22:00-04:00", day: "2026-10-24", before: "2026-10-23 12:00+00",
            tasks: ["10-24 20:00/10-25 03:00"]),
        // 29 February 2028 is a Tuesday.
        Case(
            zone: "Asia/Shanghai", windows: "22:00-02:00", weekdays: "2", day: "2028-02-29",
            before: "2028-02-28 04:00+00", tasks: ["02-29 14:00/02-29 18:00"]),
        Case(
            zone: "Asia/Shanghai", windows: "22:00-02:00", weekdays: "2", day: "2028-03-01",
            before: "2028-02-29 04:00+00", tasks: []),
    ]

    private static func with(_ zone: String, _ body: (DutyFixture) throws -> Void) async throws {
        try await DutyFixture.with { fixture in
            try fixture.database.execute(
                """
                CREATE OR REPLACE FUNCTION telemetry.site_time_zone() RETURNS text
                    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN '\(zone)';
                CREATE OR REPLACE FUNCTION telemetry.local_day(instant timestamptz) RETURNS date
                    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (instant AT TIME ZONE '\(zone)')::date
                """)
            try body(fixture)
        }
    }

    @Test("duties are the instants that the site's clocks mean, and one of a night when they change stops no other")
    func tasks() async throws {
        for zone in Set(Self.cases.map(\.zone)).sorted() {
            try await Self.with(zone) { fixture in
                for (number, item) in Self.cases.enumerated() where item.zone == zone {
                    try fixture.database.execute(
                        """
                        DELETE FROM ops.duty_task; DELETE FROM registry.duty;
                        DELETE FROM ops.timeliness_watermark WHERE name = 'duty_plan'
                        """)
                    try fixture.duty(number, windows: item.windows, [("weekdays", "'\(item.weekdays)'")])
                    try fixture.duty(100 + number, windows: "12:00-13:00")
                    try fixture.check(at: item.before)
                    let text = { (column: String) in "to_char(t.\(column) AT TIME ZONE 'UTC', 'MM-DD HH24:MI')" }
                    let tasks = { (duty: String) in
                        try fixture.database.query(
                            """
                            SELECT concat_ws('/', \(text("window_start")), \(text("window_end"))) AS line
                            FROM ops.duty_task AS t JOIN registry.duty AS u ON u.duty_id = t.duty_id
                            WHERE t.service_date = $1::date AND u.code = $2 ORDER BY t.window_start
                            """, [.text(item.day), .text(duty)]
                        ).map { $0["line"] ?? "" }
                    }
                    #expect(try tasks("D\(number)") == item.tasks, "\(zone) \(item.day) \(item.windows)")
                    #expect(try tasks("D\(100 + number)").count == 1)
                }
            }
        }
    }

    @Test("who is there in the hour that is left of a window in the night of summer time did the whole duty")
    func judged() async throws {
        try await Self.with("Europe/Berlin") { fixture in
            try fixture.database.execute(
                "SELECT telemetry.ensure_day(d::date) FROM generate_series(timestamp '2026-03-27', '2026-03-30', '1 day') AS d"
            )
            try fixture.duty(1, windows: "01:30-03:30", [("valid", "'[2026-03-29,)'")])
            try fixture.duty(2, windows: "02:30-03:00", [("valid", "'[2026-03-29,)'")])
            try fixture.check(at: "2026-03-28 12:00+00")
            // From 00:30 to 01:30 UTC, and from 01:30 to 02:00.
            try fixture.walk(1, [.init(-5..<65, 10)], from: "2026-03-29 00:30+00")
            try fixture.walk(2, [.init(-5..<15, 10), .init(15..<40, 500)], from: "2026-03-29 01:30+00")
            try fixture.check(at: "2026-03-29 03:00+00")
            #expect(try fixture.outcome(1) == "present 60 0")
            #expect(try fixture.outcome(2) == "left_early left_early 15 0")
        }
    }
}
