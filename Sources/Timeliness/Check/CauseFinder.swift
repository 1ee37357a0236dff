import Postgres

/// Why nothing was collected: a terminal that was silent, a vehicle that stood there.
struct CauseFinder {
    let session: PostgresSession
    let settings: TimelinessSettings
    let at: String

    /// Fills `timeliness_silence` for the usual vehicles' terminals: whether each was silent in the window, by what was known when
    /// the warning was raised and by what is known now; and when it had come back, by what it stored.
    ///
    /// A terminal is silent when it said nothing for ``TimelinessSettings/silenceMinutes``, and that of the window or half of it, whichever
    /// is less: of a short window the silence begins before. One that reported that its ignition is off is not silent: its vehicle
    /// stands. One that was never heard of in the three days before, nor in the window, is.
    func findSilence() throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_silence (
                terminal_id bigint, window_start timestamptz, decided_at timestamptz, is_silent_first boolean, is_silent_now boolean,
                silent_from timestamptz, silent_to timestamptz, last_heard_at timestamptz, returned_at timestamptz
            ) ON COMMIT DELETE ROWS;
            CREATE INDEX IF NOT EXISTS timeliness_silence_idx ON timeliness_silence (terminal_id, window_start, decided_at)
            """)
        guard let range = try range() else { return }
        let known = settings.known("f")
        let gap = "interval '\(settings.silenceMinutes) minutes'"
        let settle = "interval '\(settings.settleSeconds) seconds'"
        let key = { (alias: String) in
            "\(alias).terminal_id, \(alias).window_start, \(alias).deadline, \(alias).decided_at"
        }
        try session.query(
            """
            INSERT INTO timeliness_silence
            WITH wanted AS MATERIALIZED (
                SELECT DISTINCT j.usual_terminal_id AS terminal_id, j.window_start, j.deadline, j.decided_at,
                    least(\(gap), (j.deadline - j.window_start) / 2) AS least_overlap
                FROM timeliness_judged AS j
                WHERE j.usual_terminal_id IS NOT NULL AND j.suspension IS NULL
            ),
            -- Who reported in every half of that, and was known to, was not silent: most are sorted out by a probe each.
            asked AS MATERIALIZED (
                SELECT w.* FROM wanted AS w
                WHERE EXISTS (
                    SELECT
                    FROM generate_series(w.window_start, w.deadline - interval '1 microsecond', w.least_overlap / 2) AS g (slot)
                    -- LIMIT keeps it a probe: without, the day would be joined.
                    WHERE (
                        SELECT true FROM telemetry.fix AS f
                        WHERE f.terminal_id = w.terminal_id AND f.recorded_at >= g.slot
                            AND f.recorded_at < g.slot + w.least_overlap / 2
                            AND \(known) <= w.decided_at AND f.recorded_at >= $1::timestamptz AND f.recorded_at < $2::timestamptz
                        LIMIT 1
                    ) IS NULL
                )
            ),
            -- What a terminal stored comes in parts: a part is over when nothing has followed for a while.
            part AS (
                SELECT \(key("c")), c.least_overlap, c.known_at
                FROM (
                    SELECT a.*, \(known) AS known_at,
                        lead(\(known)) OVER (PARTITION BY \(key("a")) ORDER BY \(known)) AS next_known_at
                    FROM asked AS a
                    JOIN telemetry.fix AS f ON f.terminal_id = a.terminal_id AND f.recorded_at >= a.window_start - interval '1 day'
                        AND f.recorded_at < a.deadline AND \(known) > a.decided_at AND \(known) <= $3::timestamptz
                    WHERE f.recorded_at >= $1::timestamptz - interval '1 day' AND f.recorded_at < $2::timestamptz
                ) AS c
                WHERE (c.next_known_at IS NULL OR c.next_known_at > c.known_at + \(settle))
                    AND c.known_at + \(settle) <= $3::timestamptz
            ),
            moment AS (
                SELECT a.*, 'first' AS moment, a.decided_at AS as_of FROM asked AS a
                UNION ALL
                SELECT a.*, 'now', $3::timestamptz FROM asked AS a
                UNION ALL
                SELECT \(key("p")), p.least_overlap, 'part', p.known_at FROM part AS p
            ),
            heard AS (
                SELECT m.*, b.recorded_at, b.status_bits
                FROM moment AS m
                LEFT JOIN LATERAL (
                    SELECT f.recorded_at, f.status_bits
                    FROM telemetry.fix AS f
                    WHERE f.terminal_id = m.terminal_id AND f.recorded_at < m.window_start
                        AND f.recorded_at >= m.window_start - interval '3 days' AND \(known) <= m.as_of
                        AND f.recorded_at >= $1::timestamptz - interval '3 days' AND f.recorded_at < $2::timestamptz
                    ORDER BY f.recorded_at DESC
                    LIMIT 1
                ) AS b ON true
                UNION ALL
                SELECT m.*, f.recorded_at, f.status_bits
                FROM moment AS m
                JOIN telemetry.fix AS f ON f.terminal_id = m.terminal_id AND f.recorded_at >= m.window_start
                    AND f.recorded_at < m.decided_at AND \(known) <= m.as_of
                WHERE f.recorded_at >= $1::timestamptz AND f.recorded_at < $2::timestamptz
            ),
            stretch AS (
                SELECT h.*,
                    coalesce(lead(h.recorded_at) OVER w, h.decided_at) AS next_at,
                    count(h.recorded_at) OVER (PARTITION BY \(key("h")), h.moment, h.as_of) AS reports
                FROM heard AS h
                WINDOW w AS (
                    PARTITION BY \(key("h")), h.moment, h.as_of ORDER BY h.recorded_at NULLS FIRST
                )
            ),
            silent AS (
                SELECT s.*,
                    s.reports = 0 OR s.recorded_at IS NOT NULL AND s.status_bits & 1 = 1 AND s.next_at - s.recorded_at >= \(gap)
                        AND least(s.next_at, s.deadline) - greatest(s.recorded_at, s.window_start) >= s.least_overlap AS is_silent
                FROM stretch AS s
            ),
            told AS (
                SELECT
                    \(key("s")), s.moment, s.as_of, bool_or(coalesce(s.is_silent, false)) AS is_silent,
                    min(coalesce(s.recorded_at, s.window_start)) FILTER (WHERE s.is_silent) AS silent_from,
                    max(s.next_at) FILTER (WHERE s.is_silent) AS silent_to, max(s.recorded_at) AS last_heard_at
                FROM silent AS s
                GROUP BY \(key("s")), s.moment, s.as_of
            )
            SELECT
                t.terminal_id, t.window_start, t.decided_at, bool_or(t.is_silent) FILTER (WHERE t.moment = 'first'),
                bool_or(t.is_silent) FILTER (WHERE t.moment = 'now'), min(t.silent_from) FILTER (WHERE t.moment = 'first'),
                max(t.silent_to) FILTER (WHERE t.moment = 'first'), max(t.last_heard_at) FILTER (WHERE t.moment = 'first'),
                min(t.as_of) FILTER (WHERE t.moment = 'part' AND NOT t.is_silent) + \(settle)
            FROM told AS t
            GROUP BY \(key("t"))
            """, [.text(range.from), .text(range.to), .text(at)])
        try session.execute("ANALYZE timeliness_silence")
    }

    /// Fills `timeliness_near`: vehicles that may carry the waste and stood near a point inside its window or its grace, by what was known at
    /// three moments: 1 when the warning was raised, 2 when a silent terminal had come back, 3 now.
    ///
    /// Of several points it stands at the nearest one at which that waste is due. A stop in which it lifted bins of another point
    /// was for that one.
    func findVisits() throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_near (
                subject text, moment integer, vehicle_id bigint, stood_from timestamptz, stood_to timestamptz, metres integer
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_point (
                subject text, collection_point_id bigint, waste_type smallint, window_start timestamptz, deadline timestamptz,
                decided_at timestamptz, returned_at timestamptz, lon float8, lat float8, cell_x integer, cell_y integer
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_standing (
                waste_type smallint, window_start timestamptz, deadline timestamptz, vehicle_id bigint, terminal_id bigint,
                recorded_at timestamptz, known_at timestamptz, lon float8, lat float8, cell_x integer, cell_y integer
            ) ON COMMIT DELETE ROWS;
            CREATE INDEX IF NOT EXISTS timeliness_near_idx ON timeliness_near (subject, moment)
            """)
        guard let range = try range() else { return }
        // A cell is 0.001 degree, some 100 metres; a point looks into those that its circle touches.
        let latitudeReach = "\(settings.nearMetres) / 111320.0"
        let longitudeReach = "\(settings.nearMetres) / (111320.0 * cos(radians(ST_Y(p.place))))"
        try session.execute(
            """
            INSERT INTO timeliness_point
            SELECT
                j.subject, j.collection_point_id, j.waste_type, j.window_start, j.deadline, j.decided_at, j.returned_at,
                ST_X(p.place), ST_Y(p.place), x.cell, y.cell
            FROM timeliness_judged AS j
            JOIN registry.collection_point AS p ON p.collection_point_id = j.collection_point_id AND p.place IS NOT NULL
            CROSS JOIN LATERAL generate_series(
                floor((ST_X(p.place) - \(longitudeReach)) * 1000)::int, floor((ST_X(p.place) + \(longitudeReach)) * 1000)::int
            ) AS x (cell)
            CROSS JOIN LATERAL generate_series(
                floor((ST_Y(p.place) - \(latitudeReach)) * 1000)::int, floor((ST_Y(p.place) + \(latitudeReach)) * 1000)::int
            ) AS y (cell)
            WHERE j.suspension IS NULL;
            ANALYZE timeliness_point
            """)
        try session.query(
            """
            INSERT INTO timeliness_standing
            WITH span AS MATERIALIZED (
                SELECT DISTINCT p.waste_type, p.window_start, p.deadline FROM timeliness_point AS p
            ),
            cell AS MATERIALIZED (SELECT DISTINCT p.cell_x, p.cell_y FROM timeliness_point AS p),
            carrying AS MATERIALIZED (
                SELECT m.terminal_id, v.vehicle_id, v.waste_type, m.valid
                FROM registry.vehicle AS v
                JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
                WHERE v.kind = 'collection'
            )
            SELECT s.waste_type, s.window_start, s.deadline, c.vehicle_id, c.terminal_id, f.recorded_at, f.known_at, f.lon, f.lat,
                l.cell_x, l.cell_y
            FROM span AS s
            JOIN carrying AS c ON c.waste_type IS NULL OR c.waste_type = s.waste_type
            -- OFFSET keeps it a range of the key for each vehicle and window: of a day's reports most are of no account here.
            CROSS JOIN LATERAL (
                SELECT f.recorded_at, \(settings.known("f")) AS known_at, f.lon_e6 / 1e6::float8 AS lon, f.lat_e6 / 1e6::float8 AS lat,
                    floor(f.lon_e6 / 1000.0::float8)::int AS cell_x, floor(f.lat_e6 / 1000.0::float8)::int AS cell_y
                FROM telemetry.fix AS f
                WHERE f.terminal_id = c.terminal_id AND f.recorded_at >= s.window_start AND f.recorded_at < s.deadline
                    AND f.recorded_at >= $1::timestamptz AND f.recorded_at < $2::timestamptz AND f.speed_dkmh <= 10
                    AND f.time_quality = 0 AND \(settings.known("f")) <= $3::timestamptz
                OFFSET 0
            ) AS f
            JOIN cell AS l ON l.cell_x = f.cell_x AND l.cell_y = f.cell_y
            WHERE c.valid @> f.recorded_at
            """, [.text(range.from), .text(range.to), .text(at)])
        try session.execute("ANALYZE timeliness_standing")
        try session.query(
            """
            INSERT INTO timeliness_near
            WITH
            near AS (
                SELECT p.subject, p.collection_point_id, p.decided_at, p.returned_at, s.vehicle_id, s.terminal_id, s.recorded_at,
                    s.known_at, d.metres
                FROM timeliness_point AS p
                JOIN timeliness_standing AS s ON s.waste_type = p.waste_type AND s.window_start = p.window_start
                    AND s.deadline = p.deadline AND s.cell_x = p.cell_x AND s.cell_y = p.cell_y
                CROSS JOIN LATERAL (
                    SELECT sqrt(((s.lon - p.lon) * cos(radians(p.lat)))^2 + (s.lat - p.lat)^2) * 111320 AS metres
                ) AS d
                WHERE d.metres <= \(settings.nearMetres)
                    AND NOT EXISTS (
                        SELECT
                        FROM registry.collection_point AS q
                        JOIN ops.collection_task AS k ON k.collection_point_id = q.collection_point_id
                            AND k.waste_type = p.waste_type AND k.window_start <= s.recorded_at
                            AND k.window_start > s.recorded_at - interval '2 days' AND k.deadline > s.recorded_at
                        WHERE q.collection_point_id <> p.collection_point_id
                            AND q.place && ST_Expand(ST_SetSRID(ST_MakePoint(s.lon, s.lat), 4326), \(settings.nearMetres) / 50000.0)
                            AND sqrt(((s.lon - ST_X(q.place)) * cos(radians(p.lat)))^2 + (s.lat - ST_Y(q.place))^2) * 111320
                                < d.metres
                    )
            ),
            seen AS (
                SELECT n.*, m.moment
                FROM near AS n
                CROSS JOIN LATERAL (
                    VALUES (1, n.decided_at), (2, n.returned_at), (3, $1::timestamptz)
                ) AS m (moment, as_of)
                WHERE n.known_at <= m.as_of
            ),
            marked AS (
                SELECT s.*, coalesce(s.recorded_at - lag(s.recorded_at) OVER w > interval '\(settings.standSeconds) seconds', true)
                    AS is_new
                FROM seen AS s
                WINDOW w AS (PARTITION BY s.subject, s.moment, s.terminal_id ORDER BY s.recorded_at)
            ),
            stop AS (
                SELECT r.subject, r.moment, r.collection_point_id, r.vehicle_id, r.terminal_id, min(r.recorded_at) AS stood_from,
                    max(r.recorded_at) AS stood_to, min(r.metres) AS metres
                FROM (
                    SELECT m.*, count(*) FILTER (WHERE m.is_new) OVER (
                        PARTITION BY m.subject, m.moment, m.terminal_id ORDER BY m.recorded_at
                    ) AS run
                    FROM marked AS m
                ) AS r
                GROUP BY r.subject, r.moment, r.collection_point_id, r.vehicle_id, r.terminal_id, r.run
                HAVING max(r.recorded_at) - min(r.recorded_at) >= interval '\(settings.standSeconds) seconds'
            )
            SELECT s.subject, s.moment, s.vehicle_id, s.stood_from, s.stood_to, round(s.metres)::integer
            FROM stop AS s
            WHERE NOT EXISTS (
                SELECT
                FROM telemetry.lift AS l
                JOIN registry.tag_binding AS t ON t.tag_id = l.tag_id AND t.tag_tech = l.tag_tech AND t.valid @> l.recorded_at
                JOIN registry.bin_placement AS b ON b.bin_id = t.bin_id AND b.valid @> l.recorded_at
                -- Its scale may have a terminal of its own.
                JOIN registry.terminal_mount AS m ON m.terminal_id = l.terminal_id AND m.valid @> l.recorded_at
                WHERE m.vehicle_id = s.vehicle_id AND l.recorded_at BETWEEN s.stood_from AND s.stood_to
                    AND l.recorded_at >= $2::timestamptz AND l.recorded_at < $3::timestamptz
                    AND b.collection_point_id <> s.collection_point_id
            )
            """, [.text(at), .text(range.from), .text(range.to)])
        try session.execute("ANALYZE timeliness_near")
    }

    /// From the first beginning of a window that is judged to the last moment of judging, so that other days' partitions are left alone.
    private func range() throws -> (from: String, to: String)? {
        let row = try session.query(
            "SELECT min(window_start) AS first, max(decided_at) AS last FROM timeliness_judged WHERE suspension IS NULL"
        )[0]
        guard let first = row["first"], let last = row["last"] else { return nil }
        return (first, last)
    }
}
