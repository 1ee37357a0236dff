import Foundation
import Postgres
import Rollups
import Testing
import Timeliness

/// qingyun-rollups and the dropping of partitions, as people and cron use them.
@Suite("qingyun-rollups", .enabled(if: TestDatabase.isEnabled))
struct RollupsCommandTests {
    private static func at(_ day: Int, _ clock: String) -> String { WrittenFacts.time(day, clock) }

    /// A database with lifts, fixes and weighings on days 0 to 2.
    private static func with(_ body: (TestDatabase, WrittenFacts) async throws -> Void) async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            for day in 0...2 {
                try facts.lift(1, at(day, "08:00"), seq: 10 * day + 1)
                try facts.fix(1, at(day, "08:00"))
                try facts.weighing(
                    3, at(day, "10:00"), seq: day + 1, direction: 1, netG: 3_000_000, tareSource: 2, ticket: "S\(day)")
            }
            try await body(database, facts)
        }
    }

    private static func run(_ database: TestDatabase, _ arguments: String, of name: String = "qingyun-rollups")
        async throws
        -> FinishedCommand
    {
        try await FinishedCommand.run(
            name, arguments.split(separator: " ").map(String.init), environment: ["QINGYUN_DATABASE_URL": database.url])
    }

    @Test("status says what is stale and refresh makes it again; with --from days are made in any case")
    func refresh() async throws {
        try await Self.with { database, facts in
            let status = try await Self.run(database, "status --format csv")
            #expect(status.status == 0)
            #expect(status.output.split(separator: "\n").count == 1 + 3 * 5, "\(status.output)")
            try facts.session.execute("UPDATE stats.dirty_day SET marked_at = marked_at - interval '1 hour'")
            #expect(try await Self.run(database, "status --max-age 3000").status == 1)
            #expect(try await Self.run(database, "status --max-age 86400").status == 0)
            let one = try await Self.run(database, "refresh --kind track")
            #expect(one.output.hasSuffix("\n3 refreshed, 3 rows, 3 changed\n"), "\(one.output)")
            let all = try await Self.run(database, "refresh")
            #expect(all.status == 0 && all.output.contains("12 refreshed"), "\(all.output)")
            #expect(try await Self.run(database, "refresh").output == "0 refreshed, 0 rows, 0 changed\n")
            let asked = try await Self.run(database, "refresh --from 2026-05-30 --to 2026-05-31")
            #expect(asked.output.contains("2026-05-30 track: 1 rows, 0 changed"))
            #expect(asked.output.contains("12 refreshed"), "\(asked.output)")
            #expect(try await Self.run(database, "status --max-age 0").status == 0)
        }
    }

    @Test("verify shows the rows that differ, and ends with 1")
    func verify() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            #expect(try await Self.run(database, "verify").status == 0)
            #expect(try facts.line("SELECT count(*) FROM stats.refreshed_day WHERE verified_at IS NULL") == "0")
            try facts.session.execute(
                """
                UPDATE stats.collection_day SET net_g = 1 WHERE service_date = '2026-05-30';
                DELETE FROM stats.track_day WHERE service_date = '2026-05-31'
                """)
            let wrong = try await Self.run(database, "verify")
            #expect(wrong.status == 1)
            #expect(wrong.output.contains(#""net_g": [1, 50000]"#), "\(wrong.output)")
            #expect(wrong.output.contains("2026-05-31 track: 1 row differs"))
            #expect(wrong.errors.contains("2 rows are not what the data say"))
            // What waits for its refresh is no error.
            try facts.lift(1, Self.at(0, "09:00"), seq: 2)
            let stale = try await Self.run(database, "verify --from 2026-05-30 --kind collection")
            #expect(stale.status == 0 && stale.output.contains("stale, 2 rows will change"), "\(stale.output)")
        }
    }

    @Test("a frozen month keeps its figures, and what changes later is a difference")
    func freeze() async throws {
        try await Self.with { database, facts in
            #expect(try await Self.run(database, "differences --month 2026-05").status == 1)
            let stale = try await Self.run(database, "freeze --month 2026-05 --by 张")
            #expect(stale.status == 1 && stale.errors.contains("stale"), "\(stale.errors)")
            try facts.refresh()
            let frozen = try await Self.run(database, "freeze --month 2026-05 --by 张")
            #expect(frozen.status == 0, "\(frozen.errors)")
            #expect(try await Self.run(database, "freeze --month 2026-05 --by 李").status == 1)
            #expect(try await Self.run(database, "differences --month 2026-05").status == 0)
            try facts.lift(1, Self.at(0, "09:00"), seq: 2, netG: 1_000)
            try facts.refresh()
            let changed = try await Self.run(database, "differences --month 2026-05 --format csv")
            #expect(changed.status == 1)
            #expect(changed.output.contains("net_g,100000,101000"), "\(changed.output)")
            #expect(
                try facts.line(
                    "SELECT figures -> 'net_g' FROM stats.frozen_figure WHERE subject = 'street_month' AND month = '2026-05-01'"
                )
                    == "100000")
        }
    }

    @Test("telemetry is dropped only when its statistics are complete and verified; they stay, and late data are told")
    func retention() async throws {
        try await Self.with { database, facts in
            let drop = "partitions drop --before 2026-05-31"
            let kept = try await Self.run(database, drop, of: "qingyun")
            #expect(
                kept.status == 1 && kept.output.contains("kept 2026-05-30: statistics: track: stale"), "\(kept.output)")
            // The day before has no rows, and so nothing to be kept for.
            #expect(kept.output.contains("dropped telemetry.fix_20260529"))
            try facts.refresh()
            let unverified = try await Self.run(database, drop, of: "qingyun")
            #expect(unverified.status == 1 && unverified.output.contains("track: not verified"), "\(unverified.output)")
            #expect(try await Self.run(database, "verify").status == 0)
            let would = try await Self.run(database, drop + " --dry-run", of: "qingyun")
            #expect(would.status == 0 && would.output.contains("would drop telemetry.fix_20260530"), "\(would.output)")
            #expect(try facts.line("SELECT count(*) FROM stats.closed_day WHERE service_date = '2026-05-30'") == "0")
            let dropped = try await Self.run(database, drop, of: "qingyun")
            #expect(
                dropped.status == 0 && dropped.output.contains("dropped telemetry.fix_20260530"), "\(dropped.output)")

            _ = try facts.session.query("SELECT telemetry.ensure_day('2026-05-30')")
            try facts.lift(1, Self.at(0, "09:00"), seq: 2)
            try facts.session.execute("UPDATE registry.terminal_mount SET vehicle_id = 2 WHERE terminal_id = 1")
            let refreshed = try await Self.run(database, "refresh")
            #expect(refreshed.output.contains("2026-05-30 collection: closed, left as it is"), "\(refreshed.output)")
            #expect(
                try facts.line("SELECT vehicle_id, lifts FROM stats.collection_day WHERE service_date = '2026-05-30'")
                    == "1 1")
            #expect(try facts.line("SELECT refused > 0 FROM stats.closed_day WHERE service_date = '2026-05-30'") == "t")
            let forced = try await Self.run(
                database, "partitions drop --before 2026-06-02 --even-without-statistics", of: "qingyun")
            #expect(forced.status == 0, "\(forced.output)")
            #expect(try facts.line("SELECT count(*) FROM telemetry.fix") == "0")
        }
    }

    @Test("figures of later days stay right when a day was dropped, and corrections of it that come are told")
    func weighingsOfDroppedDays() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            // A ticket over midnight, and a weighing that is corrected two days later.
            try facts.weighing(4, Self.at(0, "23:55"), seq: 1, direction: 1, ticket: "T1", plate: "京A10001")
            try facts.weighing(
                4, Self.at(1, "00:05"), seq: 2, direction: 2, tareG: 5_000_000, netG: 4_000_000, tareSource: 1,
                ticket: "T1", plate: "京A10001")
            try facts.weighing(
                3, Self.at(0, "10:00"), seq: 1, direction: 1, netG: 3_000_000, tareSource: 2, ticket: "S")
            try facts.weighing(
                3, Self.at(2, "10:00"), seq: 2, direction: 1, netG: 2_000_000, tareSource: 2, ticket: "S",
                supersedes: 1)
            try facts.lift(1, Self.at(2, "08:00"), seq: 1)
            try facts.refresh()
            let before = try facts.figures()
            #expect(try await Self.run(database, "verify").status == 0)
            let dropped = try await Self.run(database, "partitions drop --before 2026-05-31", of: "qingyun")
            #expect(dropped.status == 0, "\(dropped.output)")
            #expect(
                dropped.output.contains("weighings of 1 day kept: they may still be corrected"), "\(dropped.output)")
            #expect(try facts.line("SELECT count(*) FROM stats.closed_day WHERE service_date = '2026-05-30'") == "1")

            #expect(try await Self.run(database, "refresh --from 2026-05-31 --to 2026-06-01").status == 0)
            #expect(try facts.figures() == before)
            #expect(try await Self.run(database, "verify").status == 0)
            // One more correction of the dropped day: told, and counted nowhere.
            try facts.weighing(
                3, Self.at(2, "11:00"), seq: 3, direction: 1, netG: 1_000_000, tareSource: 2, ticket: "S",
                supersedes: 2)
            #expect(try await Self.run(database, "refresh --kind station").status == 0)
            #expect(try facts.line("SELECT sum(in_net_g) FROM stats.station_day") == "2000000")
            #expect(try facts.line("SELECT refused > 0 FROM stats.closed_day WHERE service_date = '2026-05-30'") == "t")
        }
    }

    @Test("a day that changed between its check and its drop, or whose rules are old, is not dropped")
    func archive() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            #expect(try await Self.run(database, "verify").status == 0)
            let archive = DayArchive(facts.session)
            let day = try WrittenFacts.unit(0, .track).day
            struct Undone: Error {}
            #expect(throws: Undone.self) {
                try facts.session.transaction { _ in
                    #expect(try archive.close(day, isForced: false) == [])
                    #expect(try archive.lateChanges(to: day) == [])
                    let other = try database.session()
                    defer { other.close() }
                    try WrittenFacts(session: other).fix(1, Self.at(0, "09:00"))
                    #expect(try archive.lateChanges(to: day) == ["track: changed meanwhile"])
                    throw Undone()
                }
            }
            try facts.session.execute(
                "UPDATE stats.refreshed_day SET definition = definition - 1 WHERE kind = 'record' AND service_date = '2026-05-30'"
            )
            #expect(try archive.obstacles(to: day) == ["record: made by older rules", "track: stale"])
        }
    }

    @Test("a day that cannot be made is named and keeps its marks, and the others are made")
    func failing() async throws {
        try await Self.with { database, facts in
            try facts.session.execute(
                "ALTER TABLE stats.track_day ADD CONSTRAINT refused_check CHECK (service_date <> '2026-05-30') NOT VALID"
            )
            let refreshed = try await Self.run(database, "refresh")
            #expect(refreshed.status == 1)
            #expect(refreshed.output.contains("2026-05-30 track: not refreshed"), "\(refreshed.output)")
            #expect(refreshed.output.contains("14 refreshed"), "\(refreshed.output)")
            #expect(refreshed.errors.contains("1 not refreshed: 2026-05-30 track: "), "\(refreshed.errors)")
            let marks = try facts.line("SELECT DISTINCT kind, service_date FROM stats.dirty_day")
            #expect(marks == "track 2026-05-30")
            try facts.session.execute("ALTER TABLE stats.track_day DROP CONSTRAINT refused_check")
            #expect(try await Self.run(database, "refresh").status == 0)
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a refresh whose connection is ended in the middle leaves its marks and the figures of before")
    func ended() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            try facts.lift(1, Self.at(1, "09:00"), seq: 12)
            let (before, marks) = (try facts.figures(), "SELECT kind, service_date FROM stats.dirty_day ORDER BY 1, 2")
            let waiting = try facts.line(marks)
            let holder = try database.session()
            defer { holder.close() }
            // The last thing that a refresh writes.
            try holder.execute("BEGIN; LOCK TABLE stats.refreshed_day IN EXCLUSIVE MODE")
            async let command = Self.run(database, "refresh")
            _ = try await eventually("a refresh that waits") {
                try facts.line(
                    """
                    SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INTO stats.refreshed_day%'
                    """) == "t" ? true : nil
            }
            #expect(try await command.status != 0)
            try holder.execute("ROLLBACK")
            #expect(try facts.figures() == before)
            #expect(try facts.line(marks) == waiting)
            #expect(try facts.refresh() == ["1 collection", "1 record", "1 trip"])
            #expect(try facts.wrongRows() == [])
        }
    }

    @Test("a month is not frozen while a correction of one of its days waits on a later day, nor by two, nor changed")
    func freezeRefused() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            try facts.weighing(
                3, Self.at(2, "11:00"), seq: 9, direction: 1, netG: 1_000_000, tareSource: 2, supersedes: 1)
            let stale = try await Self.run(database, "freeze --month 2026-05 --by 张")
            #expect(stale.status == 1 && stale.errors.contains("has 1 stale day:"), "\(stale.errors)")
            try facts.refresh()

            let other = try database.session()
            defer { other.close() }
            try other.execute(
                "BEGIN; INSERT INTO stats.frozen_month (month, frozen_at, frozen_by) VALUES ('2026-05-01', now(), '李')")
            async let second = Self.run(database, "freeze --month 2026-05 --by 张")
            _ = try await eventually("one who waits") {
                try facts.line(
                    """
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%stats.frozen_month%'
                    """) == "1" ? true : nil
            }
            try other.execute("COMMIT")
            let refused = try await second
            #expect(refused.status == 1 && refused.errors.contains("by 李"), "\(refused.errors)")
            #expect(throws: PostgresError.self) { try facts.session.execute("DELETE FROM stats.frozen_month") }
            #expect(throws: PostgresError.self) { try facts.session.execute("UPDATE stats.frozen_month SET note = ''") }
            #expect(throws: PostgresError.self) {
                try facts.session.execute("TRUNCATE stats.frozen_figure")
            }
        }
    }

    @Test(
        "a month is not frozen, nor its days dropped, while collections are not judged, or days are missing that should have been"
    )
    func freezeUnjudged() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            let plan = { (days: String) in
                try facts.session.execute(
                    """
                    INSERT INTO ops.collection_day (service_date, planned_at, tasks, fingerprint)
                    SELECT d, d::timestamp AT TIME ZONE 'Asia/Shanghai', 0, '' FROM unnest(ARRAY[\(days)]::date[]) AS d
                    """)
            }
            try plan("'2026-05-29', '2026-05-31', '2026-06-01'")
            let freeze = "freeze --month 2026-05 --by 张"
            let unplanned = try await Self.run(database, freeze)
            #expect(
                unplanned.status == 1
                    && unplanned.errors.hasSuffix(
                        "2026-05 has no collections of 2026-05-30, although there are of days before: run "
                            + "`qingyun-timeliness recheck --from 2026-05-30 --to 2026-05-30` first\n"),
                "\(unplanned.errors)")
            let archive = DayArchive(facts.session)
            let obstacles = { (day: Int) in
                try archive.obstacles(to: WrittenFacts.unit(day, .track).day).filter { $0.hasPrefix("collections ") }
            }
            #expect(try obstacles(0) == ["collections were never judged"])
            try plan("'2026-05-30'")
            #expect(try obstacles(0) == [])
            // A window over midnight, of which the report would say that it was due and nothing else.
            try facts.session.execute(
                """
                INSERT INTO ops.collection_task (service_date, collection_point_id, waste_type, window_start, window_end, deadline,
                    collection_rule_id, rule_code, rule_specificity, least_net_g)
                VALUES ('2026-05-31', 1, 1, '2026-05-31 22:00+08', '2026-06-01 02:00+08', '2026-06-01 02:00+08', 1, 'k', 0, 1000)
                """)
            let unjudged = try await Self.run(database, freeze)
            #expect(
                unjudged.status == 1
                    && unjudged.errors.contains("2026-05 has collections of 2026-05-31 that are not judged"),
                "\(unjudged.errors)")
            #expect(try obstacles(1) == ["collections are not judged yet"])
            try facts.session.execute(
                "UPDATE ops.collection_task SET outcome = 'missed', cause = 'no_visit', known_at = deadline")
            #expect(try obstacles(1) == [])
            let frozen = try await Self.run(database, freeze)
            #expect(frozen.status == 0, "\(frozen.errors)")
        }
    }

    @Test(
        "a month is not frozen, nor its days dropped, while a correction waits for its collections to be judged again")
    func freezeCorrected() async throws {
        try await Self.with { database, facts in
            try facts.session.execute(
                "INSERT INTO ops.collection_rule (code, name, waste_type, windows) VALUES ('k', '厨余', 1, '07:00-09:00')"
            )
            let check = TimelinessCheck(facts.session)
            for day in ["2026-05-30", "2026-05-31"] { _ = try check.recheck(day) }
            let follow = { while try check.recheckCorrected(for: .seconds(60)).waiting > 0 {} }
            try follow()
            try facts.refresh()
            #expect(try facts.line("SELECT sum(on_time) FROM stats.clearance_day") == "2")
            // The tag was taken away on the last day.
            try facts.session.execute(
                "UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), '2026-05-31 00:00+08') WHERE bin_id = 1"
            )
            try facts.refresh()
            let refused = try await Self.run(database, "freeze --month 2026-05 --by 张")
            #expect(
                refused.status == 1
                    && refused.errors.contains(
                        "has collections of 2026-05-30, 2026-05-31 that wait to be judged again after a correction"),
                "\(refused.errors)")
            let status = try await Self.run(database, "status")
            #expect(status.output.contains("2 days wait for qingyun-timeliness to judge"), "\(status.output)")
            #expect(
                try DayArchive(facts.session).obstacles(to: try WrittenFacts.unit(0, .track).day).contains(
                    "collections wait to be judged again after a correction"))
            try follow()
            try facts.refresh()
            #expect(try facts.line("SELECT sum(on_time), sum(due) FROM stats.clearance_day") == "1 2")
            let frozen = try await Self.run(database, "freeze --month 2026-05 --by 张")
            #expect(frozen.status == 0, "\(frozen.errors)")
        }
    }

    @Test("a change of the registry that nobody works out is old too")
    func registryAge() async throws {
        try await Self.with { database, facts in
            try facts.refresh()
            try facts.session.execute(
                """
                UPDATE registry.terminal_mount SET vehicle_id = 2 WHERE terminal_id = 1;
                UPDATE stats.dirty_range SET marked_at = marked_at - interval '1 hour'
                """)
            #expect(try await Self.run(database, "status --max-age 3000").status == 1)
            #expect(try await Self.run(database, "status --max-age 86400").status == 0)
        }
    }

    @Test("the daemon refreshes what comes in, says so in its metrics and ends on SIGTERM")
    func daemon() async throws {
        try await Self.with { database, facts in
            let daemon = try BackgroundCommand(
                "qingyun-rollups", ["run", "--interval", "1"], environment: ["QINGYUN_DATABASE_URL": database.url])
            _ = try await eventually("a refresh") {
                try facts.line("SELECT count(*) FROM stats.dirty_day") == "0"
                    && facts.line("SELECT count(*) FROM stats.track_day") == "3" ? true : nil
            }
            try facts.fix(1, Self.at(1, "09:00"))
            _ = try await eventually("the next") {
                try facts.line("SELECT sum(fixes) FROM stats.track_day") == "4" ? true : nil
            }
            daemon.terminate()
            let ended = try await daemon.end()
            #expect(ended.status == 0, "\(ended.errors)")
        }
    }

    @Test(
        "what is not accepted is named, with status 64",
        arguments: [
            "refresh --to 2026-05-30", "refresh --from 2026-05-31 --to 2026-05-30", "refresh --kind lifts",
            "freeze --month 2026-13",
            "run --interval 0", "verify --show -1", "status --max-age -1",
        ])
    func refused(arguments: String) async throws {
        let command = try await FinishedCommand.run(
            "qingyun-rollups", arguments.split(separator: " ").map(String.init), environment: [:])
        #expect(command.status == 64, "\(command.errors)")
    }

    @Test("without a database the status is 69")
    func unavailable() async throws {
        let command = try await FinishedCommand.run(
            "qingyun-rollups", ["status", "--database-url", "host=/nowhere"], environment: [:])
        #expect(command.status == 69 && command.errorLines.count == 1, "\(command.errors)")
    }
}
