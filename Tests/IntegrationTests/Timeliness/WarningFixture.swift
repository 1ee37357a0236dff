import Postgres
import Timeliness

/// A small district with warnings, and a clock that the test sets.
struct WarningFixture: Sendable {
    let database: TestDatabase

    /// Two streets, each with 100 points: `A001` to `A100` and `B001` to `B100`.
    static func with<R>(_ body: (WarningFixture) async throws -> R) async throws -> R {
        try await TestDatabase.withSchema { database in
            try database.execute(
                """
                INSERT INTO registry.street (code, name) VALUES ('A', '城北街道'), ('B', '小汤山镇');
                INSERT INTO registry.community (code, name, street_id) SELECT code || '1', name || '一社区', street_id FROM registry.street;
                INSERT INTO registry.collection_point (code, name, place)
                SELECT s.code || to_char(n, 'FM000'), s.name || n || '号桶站', ST_SetSRID(ST_MakePoint(116.2 + n * 0.001, 40.2), 4326)
                FROM registry.street AS s, generate_series(1, 100) AS n;
                INSERT INTO registry.point_affiliation (collection_point_id, community_id, valid)
                SELECT p.collection_point_id, c.community_id, tstzrange('2026-01-01', NULL)
                FROM registry.collection_point AS p JOIN registry.community AS c ON left(c.code, 1) = left(p.code, 1);
                -- Channels of these names were set up before anything happened.
                INSERT INTO ops.notification_cursor (channel, last_event_id) VALUES ('c', 0), ('program', 0);
                """)
            return try await body(WarningFixture(database: database))
        }
    }

    /// Raises a warning for points `first` to `last` of a street, all in one transaction.
    /// - Parameter window: hour at which the window of three hours begins, local, on 2026-06-01.
    func raise(
        _ street: String, _ first: Int = 1, _ last: Int, window: Int = 4, at: String, state: String = "raised",
        cause: String = "no_visit"
    ) throws {
        let session = try database.session()
        defer { session.close() }
        try Self.raise(street, first, last, window: window, at: at, state: state, cause: cause, session)
    }

    static func raise(
        _ street: String, _ first: Int, _ last: Int, window: Int = 4, at: String, state: String = "raised",
        cause: String = "no_visit", _ session: PostgresSession
    ) throws {
        try session.query(
            """
            WITH w AS (
                INSERT INTO ops.warning (kind, subject, raised_at, service_date, collection_point_id, waste_type, window_start, window_end,
                    deadline, street_id)
                SELECT 'late_collection', p.code || '/' || $4, $5::timestamptz, '2026-06-01', p.collection_point_id, 1,
                    timestamptz '2026-06-01 00:00+08' + make_interval(hours => $4::integer),
                    timestamptz '2026-06-01 00:00+08' + make_interval(hours => $4::integer + 3), $5::timestamptz, s.street_id
                FROM registry.collection_point AS p JOIN registry.street AS s ON s.code = left(p.code, 1)
                WHERE s.code = $1 AND substr(p.code, 2)::integer BETWEEN $2::integer AND $3::integer
                ORDER BY p.code RETURNING warning_id, street_id
            )
            INSERT INTO ops.warning_event (warning_id, at, street_id, seq, action, state, cause, actor)
            SELECT warning_id, $5::timestamptz, street_id, 1, 'raise', $6, $7, 'timeliness' FROM w ORDER BY warning_id
            """,
            [.text(street), .int(first), .int(last), .text(String(window)), .text(at), .text(state), .text(cause)])
    }

    /// The next event of the warnings of points `first` to `last` of a street.
    func step(
        _ action: String, _ state: String, _ street: String, _ first: Int, _ last: Int, window: Int = 4, at: String
    ) throws {
        _ = try database.query(
            """
            INSERT INTO ops.warning_event (warning_id, at, street_id, seq, action, state, reason)
            SELECT warning_id, $5::timestamptz, street_id, seq + 1, $6, $7, 'test' FROM ops.warning_now
            WHERE left(subject, 1) = $1 AND substr(subject, 2, 3)::integer BETWEEN $2::integer AND $3::integer
                AND split_part(subject, '/', 2) = $4
            ORDER BY warning_id
            """,
            [.text(street), .int(first), .int(last), .text(String(window)), .text(at), .text(action), .text(state)])
    }
}
