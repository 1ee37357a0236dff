import Postgres
import Rollups
import Testing
import Timeliness

/// Lifts that come days later, at the moment at which the tests run: what a check looks for depends on when it is run.
@Suite("Timeliness: data of earlier days", .enabled(if: TestDatabase.isEnabled))
struct LateDataTests {
    /// Three local days ago, `yyyy-mm-dd`, with its two tasks judged: both missed.
    private static func withMissedDay(_ body: (CollectionBench, _ day: String) async throws -> Void) async throws {
        try await CollectionBench.with { bench in
            let day = try bench.session.query(
                "SELECT (telemetry.local_day(clock_timestamp()) - 3)::text AS day, telemetry.ensure_day(telemetry.local_day(clock_timestamp()) - 3)"
            )[0].text("day")
            let judged = try TimelinessCheck(bench.session).recheck(day)
            #expect(judged.events["raise"] == 2)
            // What is new is counted from here.
            _ = try TimelinessCheck(bench.session).check()
            _ = try TimelinessCheck(bench.session).check()
            try await body(bench, day)
        }
    }

    private static func lift(_ time: String, of day: String, in bench: CollectionBench) throws {
        let now = try bench.session.query("SELECT clock_timestamp()::text AS now")[0].text("now")
        try bench.lift("\(day) \(time)+08", netG: 40_000, received: now)
    }

    /// `window state` of the warnings of the day.
    private static func states(of day: String, in bench: CollectionBench) throws -> [String] {
        try bench.session.query(
            """
            SELECT to_char(n.window_start AT TIME ZONE 'Asia/Shanghai', 'HH24:MI ') || n.state AS line
            FROM ops.warning_now AS n WHERE n.kind = 'late_collection' AND n.service_date = $1::date ORDER BY n.window_start
            """, [.text(day)]
        ).map { $0["line"] ?? "" }
    }

    private static func mark(_ day: String, in bench: CollectionBench) throws {
        try bench.session.query(
            "INSERT INTO stats.dirty_day (kind, service_date) VALUES ('collection', $1::date)", [.text(day)])
    }

    @Test("a lift of an earlier day withdraws its warning, when the gateway noted the day")
    func noted() async throws {
        try await Self.withMissedDay { bench, day in
            // Without a note nobody looks into the day: that is what keeps checks short.
            try Self.lift("09:30:00", of: day, in: bench)
            #expect(try TimelinessCheck(bench.session).check().collected == 0)
            try Self.mark(day, in: bench)
            try Self.lift("14:30:00", of: day, in: bench)
            let check = try TimelinessCheck(bench.session).check()
            // The other one too, where an old transaction is still open.
            #expect(check.events["withdraw", default: 0] >= 1)
            #expect(try Self.states(of: day, in: bench).last == "14:00 withdrawn")
        }
    }

    @Test("and when the statistics were made of it meanwhile, which takes the note away")
    func refreshed() async throws {
        try await Self.withMissedDay { bench, day in
            try Self.mark(day, in: bench)
            try Self.lift("14:30:00", of: day, in: bench)
            _ = try RollupPass(bench.session, waits: true).run(.init())
            #expect(
                try bench.session.query(
                    "SELECT count(*) AS n FROM stats.dirty_day WHERE service_date = $1::date AND kind = 'collection'",
                    [.text(day)])[0].int("n") == 0)
            #expect(try TimelinessCheck(bench.session).check().events["withdraw"] == 1)
        }
    }

    @Test("after a check as of an earlier moment all days that are followed are looked into")
    func replayed() async throws {
        try await Self.withMissedDay { bench, day in
            try Self.lift("09:30:00", of: day, in: bench)
            try bench.session.execute(
                "UPDATE ops.timeliness_watermark SET reached_at = reached_at - interval '1 hour', snapshot = pg_snapshot_xmax(pg_current_snapshot())"
            )
            #expect(try TimelinessCheck(bench.session).check().events["withdraw"] == 1)
        }
    }
}
