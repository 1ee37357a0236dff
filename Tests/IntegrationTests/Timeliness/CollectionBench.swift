import Postgres
import Registry
import Testing
import Timeliness

/// One point, P0002 of the registry's examples, where catering waste is due from 9 to 11 and from 14 to 16, with ten minutes of
/// grace; a vehicle that may carry it; and what tests let happen there on 10 March 2026.
struct CollectionBench {
    let database: TestDatabase
    let session: PostgresSession

    static func with(_ body: (CollectionBench) async throws -> Void) async throws {
        try await RegistryExamples.with { database, session in
            try session.execute(
                """
                DELETE FROM ops.collection_rule;
                UPDATE registry.vehicle SET waste_type = 5 WHERE plate_no = '京AG1234';
                UPDATE registry.vehicle SET waste_type = 5 WHERE plate_no = '京AD12345';
                SELECT telemetry.ensure_day(d::date) FROM generate_series(timestamp '2026-03-08', '2026-03-12', '1 day') AS d
                """)
            let outcome = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "collection_rule.csv",
                        """
                        code,name,point,waste_type,windows,grace_min,least_net_g,first_day
                        CAT,餐厨,P0002,catering,09:00-11:00 14:00-16:00,10,5000,2026-03-10

                        """)
                ], session: session)
            #expect(RegistryExamples.faults(outcome) == [])
            try await body(CollectionBench(database: database, session: session))
        }
    }

    /// The tag of B00003, the bin at P0002.
    static let tag = "E28011700000020F12345678"

    /// A lift at a local time of the day, received two seconds later or at `received`.
    func lift(
        _ time: String, netG: Int, received: String? = nil, mode: Int = 1, flags: Int = 1, tag: String = tag,
        terminal: String = "13912345678", timeQuality: Int = 0
    ) throws {
        try session.query(
            """
            INSERT INTO telemetry.lift (
                terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, weigh_mode, waste_type,
                quality, tag_tech, time_quality, tag_id
            )
            SELECT t.terminal_id, $1::timestamptz, $2::timestamptz, (SELECT count(*) + 1 FROM telemetry.lift), 1, $3::integer + 10000,
                10000, $3::integer, $4::integer, $5::smallint, 5, 0, 4, $8::smallint, decode($6, 'hex')
            FROM registry.terminal AS t WHERE t.number = $7
            """,
            [
                .text(Self.instant(time)), .text(received.map(Self.instant) ?? Self.instant(time)), .int(netG),
                .int(flags),
                .int(mode), .text(tag), .text(terminal), .int(timeQuality),
            ])
    }

    func read(_ time: String, terminal: String = "13912345678") throws {
        try session.query(
            """
            INSERT INTO telemetry.tag_read (
                terminal_id, recorded_at, received_at, seq, boot_no, tag_tech, reader, antenna, rssi_dbm, time_quality, tag_id
            )
            SELECT t.terminal_id, $1::timestamptz, $1::timestamptz, 1, 1, 4, 1, 1, -50, 0, decode('\(Self.tag)', 'hex')
            FROM registry.terminal AS t WHERE t.number = $2
            """, [.text(Self.instant(time)), .text(terminal)])
    }

    /// A report every ten seconds, or `every` so many, from `from` to `to`, at P0002 or far away.
    func report(
        from: String, to: String, isThere: Bool, isOn: Bool = true, received: String? = nil,
        terminal: String = "13912345678", every seconds: Int = 10
    ) throws {
        try session.query(
            """
            INSERT INTO telemetry.fix (
                terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6, altitude_m, speed_dkmh,
                course_deg, time_quality, is_backfill
            )
            SELECT t.terminal_id, g, coalesce($3::timestamptz, g), 0, $4::bigint, 1, 116233400 + $5::integer, 40227100, 40, 0, 0, 0, false
            FROM registry.terminal AS t
            CROSS JOIN generate_series($1::timestamptz, $2::timestamptz, make_interval(secs => $7::integer)) AS g
            WHERE t.number = $6
            """,
            [
                .text(Self.instant(from)), .text(Self.instant(to)), received.map { .text(Self.instant($0)) } ?? .null,
                .int(isOn ? 3 : 2), .int(isThere ? 50 : 5_000), .text(terminal), .int(seconds),
            ])
    }

    /// Has the vehicle of the terminal collect on the day before, so that it is the usual one.
    func usualVehicle() throws {
        try lift("2026-03-09 09:30:00+08", netG: 40_000)
        try session.execute("UPDATE ops.collection_rule SET valid = '[2026-03-09,)'")
        try check("2026-03-09 23:00:00+08")
    }

    @discardableResult
    func check(_ time: String) throws -> CheckSummary { try TimelinessCheck(session).check(at: Self.instant(time)) }

    @discardableResult
    func recheck(_ time: String) throws -> CheckSummary {
        try TimelinessCheck(session).recheck("2026-03-10", at: Self.instant(time))
    }

    /// `outcome cause collected_at evidence state events` of the day's two windows.
    func tasks() throws -> [String] {
        try session.query(
            """
            SELECT concat_ws(' ', k.outcome, coalesce(k.cause, '-'),
                coalesce(to_char(k.collected_at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'), '-'), coalesce(k.evidence_kind, '-'),
                coalesce(n.state, '-')) AS line
            FROM ops.collection_task AS k
            LEFT JOIN ops.warning_now AS n ON n.kind = 'late_collection' AND n.collection_point_id = k.collection_point_id
                AND n.waste_type = k.waste_type AND n.window_start = k.window_start
            WHERE k.service_date = '2026-03-10' ORDER BY k.window_start
            """
        ).map { $0["line"] ?? "" }
    }

    /// `time action state cause actor` of every event of the first window's warning.
    func events() throws -> [String] {
        try session.query(
            """
            SELECT concat_ws(' ', to_char(e.at AT TIME ZONE 'Asia/Shanghai', 'HH24:MI:SS'), e.action, e.state, coalesce(e.cause, '-')) AS line
            FROM ops.warning_event AS e
            WHERE e.warning_id = (SELECT min(w.warning_id) FROM ops.warning AS w WHERE w.kind = 'late_collection')
            ORDER BY e.seq
            """
        ).map { $0["line"] ?? "" }
    }

    /// All that was written about the day's tasks and warnings, but for numbers and the times of writing.
    func rows() throws -> [String] {
        try session.query(
            """
            SELECT 'task ' || to_jsonb(k)::text AS line FROM ops.collection_task AS k
            WHERE k.service_date = '2026-03-10'
            UNION ALL
            SELECT 'event ' || w.subject || (to_jsonb(e) - 'warning_id' - 'event_id' - 'written_at')::text
            FROM ops.warning_event AS e JOIN ops.warning AS w ON w.warning_id = e.warning_id
            WHERE w.kind = 'late_collection' AND w.service_date = '2026-03-10'
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    /// ``rows()`` after checks at these times, of what `happened`.
    static func rows(checkedAt times: [String], _ happened: (CollectionBench) throws -> Void) async throws -> [String] {
        var rows: [String] = []
        try await with { bench in
            try happened(bench)
            for time in times { try bench.check(time) }
            rows = try bench.rows()
        }
        return rows
    }

    static func instant(_ time: String) -> String { time.contains("-") ? time : "2026-03-10 \(time)+08" }
}
