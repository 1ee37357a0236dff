import Postgres
import Timeliness

/// A bin station at 116.2 east, 40.2 north, and people who are to stand there on Monday 2026-06-01 from 7 to 9.
struct DutyFixture: Sendable {
    let database: TestDatabase

    static func with<R>(_ body: (DutyFixture) async throws -> R) async throws -> R {
        try await TestDatabase.withSchema { database in
            try database.execute(
                """
                SELECT telemetry.ensure_day(d::date) FROM generate_series(date '2026-05-30', date '2026-06-04', interval '1 day') AS d;
                INSERT INTO registry.street (code, name) VALUES ('A', '城北街道');
                INSERT INTO registry.community (code, name, street_id) SELECT 'A1', '西关社区', street_id FROM registry.street;
                INSERT INTO registry.collection_point (code, name, place)
                VALUES ('P1', '1号桶站', ST_SetSRID(ST_MakePoint(116.2, 40.2), 4326)), ('P2', '无位置桶站', NULL);
                INSERT INTO registry.point_affiliation (collection_point_id, community_id, valid)
                SELECT p.collection_point_id, c.community_id, tstzrange('2026-01-01', NULL) FROM registry.collection_point AS p, registry.community AS c;
                INSERT INTO registry.duty_post (code, name, collection_point_id)
                SELECT code, name, collection_point_id FROM registry.collection_point;
                """)
            return try await body(DutyFixture(database: database))
        }
    }

    /// A badge and a duty that names it, both called by a number.
    /// - Parameter more: further columns of `registry.duty` with SQL of their values.
    func duty(_ number: Int, windows: String = "07:00-09:00", post: String = "P1", _ more: [(String, String)] = [])
        throws
    {
        try database.execute(
            """
            INSERT INTO registry.terminal (number) VALUES ('\(number)');
            INSERT INTO registry.duty (code, duty_post_id, terminal_id, windows\(more.map { ", " + $0.0 }.joined()))
            SELECT 'D\(number)', p.duty_post_id, t.terminal_id, '\(windows)'\(more.map { ", " + $0.1 }.joined())
            FROM registry.duty_post AS p, registry.terminal AS t WHERE p.code = '\(post)' AND t.number = '\(number)';
            """)
    }

    /// A stretch of time at a distance from the station.
    struct Stay {
        /// Minutes from the beginning, of the first fix and behind the last one.
        var minutes: Range<Int>
        /// Metres, to the north east; several are taken in turn.
        var metres: [Double]
        var everySeconds = 60

        init(_ minutes: Range<Int>, _ metres: Double..., everySeconds: Int = 60) {
            self.minutes = minutes
            self.metres = metres
            self.everySeconds = everySeconds
        }
    }

    /// Fixes of a badge; PostGIS places them, on the ellipsoid.
    /// - Parameters:
    ///   - from: what minutes count from.
    ///   - receivedAt: nil: each ten seconds after it was made.
    func walk(_ number: Int, _ stays: [Stay], from: String = "2026-06-01 07:00+08", receivedAt: String? = nil) throws {
        let session = try database.session()
        defer { session.close() }
        for stay in stays {
            _ = try session.query(
                """
                INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6,
                    altitude_m, speed_dkmh, course_deg, time_quality, is_backfill)
                SELECT t.terminal_id, f.at, coalesce($6::timestamptz, f.at + interval '10 seconds'), 0, 3, 1,
                    round(ST_X(p.place) * 1e6), round(ST_Y(p.place) * 1e6), 40, 0, 0, 0, false
                FROM registry.terminal AS t
                CROSS JOIN LATERAL (
                    SELECT $2::timestamptz + make_interval(secs => s) AS at, ($5::float8[])[1 + n % cardinality($5::float8[])] AS metres
                    FROM generate_series($3::integer * 60, $4::integer * 60 - 1, $7::integer) WITH ORDINALITY AS g (s, n)
                ) AS f
                CROSS JOIN LATERAL (
                    SELECT ST_Project('SRID=4326;POINT(116.2 40.2)'::geography, f.metres, radians(45))::geometry AS place
                ) AS p
                WHERE t.number = $1
                """,
                [
                    .text(String(number)), .text(from), .int(stay.minutes.lowerBound), .int(stay.minutes.upperBound),
                    .text("{" + stay.metres.map { String($0) }.joined(separator: ",") + "}"),
                    receivedAt.map { .text($0) } ?? .null,
                    .int(stay.everySeconds),
                ])
        }
    }

    @discardableResult
    func check(at: String) throws -> DutySummary {
        let session = try database.session()
        defer { session.close() }
        return try DutyCheck(session).check(at: at)
    }

    /// `outcome cause present silent` in minutes, of a duty's judged tasks.
    func outcome(_ number: Int) throws -> String {
        try database.query(
            """
            SELECT concat_ws(' ', t.outcome, t.cause, round(t.present_s / 60.0, 1)::float8, round(t.silent_s / 60.0, 1)::float8) AS outcome
            FROM ops.duty_task AS t JOIN registry.duty AS u ON u.duty_id = t.duty_id WHERE u.code = $1 AND t.outcome <> 'pending' ORDER BY t.window_start
            """, [.text("D\(number)")]
        ).map { $0["outcome"] ?? "" }.joined(separator: "; ")
    }

    /// `kind: action state cause, ...` of each warning about a duty.
    func warnings(_ number: Int) throws -> [String] {
        try database.query(
            """
            SELECT w.kind || ': ' || string_agg(concat_ws(' ', e.action, e.state, e.cause), ', ' ORDER BY e.seq) AS steps
            FROM ops.warning AS w JOIN ops.warning_event AS e ON e.warning_id = w.warning_id
            WHERE split_part(w.subject, '/', 1) = $1 GROUP BY w.warning_id ORDER BY w.warning_id
            """, [.text("D\(number)")]
        ).map { $0["steps"] ?? "" }
    }
}
