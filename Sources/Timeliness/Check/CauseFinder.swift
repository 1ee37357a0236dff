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
                        ORDER BY f.recorded_at
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
                    -- Sooner none can be over.
                    WHERE a.decided_at + \(settle) < $3::timestamptz
                        AND f.recorded_at >= $1::timestamptz - interval '1 day' AND f.recorded_at < $2::timestamptz
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
                    -- Without a report of the three days before nobody switched it off, as far as is known.
                    s.reports = 0 OR (s.recorded_at IS NULL OR s.status_bits & 1 = 1 AND s.next_at - s.recorded_at >= \(gap))
                        AND least(s.next_at, s.deadline) - greatest(coalesce(s.recorded_at, s.window_start), s.window_start)
                            >= s.least_overlap AS is_silent
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
    /// several moments: 1 when the warning was raised, 2 when a silent terminal had come back, 3 now, for rechecks alone, and from 4 on each
    /// time that reports which had come late were believed, by those terminals alone.
    ///
    /// Of several points it stands at the nearest one at which that waste is due. A stop in which it is known by then to have lifted bins
    /// of another point was for that one.
    func findVisits(isRecheck: Bool) throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_near (
                subject text, moment integer, vehicle_id bigint, stood_from timestamptz, stood_to timestamptz, metres integer
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_point (
                number integer, subject text, collection_point_id bigint, waste_type smallint, window_start timestamptz, deadline timestamptz,
                decided_at timestamptz, returned_at timestamptz, lon float8, lat float8, shrink float8, is_narrow boolean
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_part (
                number integer, terminal_id bigint, moment integer, as_of timestamptz
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_close (
                number integer, vehicle_id bigint, terminal_id bigint, recorded_at timestamptz, known_at timestamptz, lon float8, lat float8,
                metres float8
            ) ON COMMIT DELETE ROWS
            """)
        guard let range = try range() else { return }
        try session.execute(
            """
            INSERT INTO timeliness_point
            SELECT
                row_number() OVER (), j.subject, j.collection_point_id, j.waste_type, j.window_start, j.deadline, j.decided_at, j.returned_at,
                ST_X(p.place), ST_Y(p.place), cos(radians(ST_Y(p.place))),
                -- What was known before led to no visit: only those who reported late may change that.
                j.is_late_visit AND j.has_warning AND NOT coalesce(j.is_silent_first, false)
            FROM timeliness_judged AS j
            JOIN registry.collection_point AS p ON p.collection_point_id = j.collection_point_id AND p.place IS NOT NULL
            -- Of what came and was warned of before, nobody asks for the cause again, unless a terminal was silent or late meanwhile.
            WHERE j.suspension IS NULL AND (
                NOT j.has_warning OR j.is_silent_first OR j.is_late_visit OR coalesce(j.in_time_known_at, j.late_known_at) IS NULL
            );
            ANALYZE timeliness_point
            """)
        try findClose(range)
        try findParts()
        try findStops(range, isRecheck: isRecheck)
        try settleVisits()
    }

    /// Fills `timeliness_part`: when to look at what a terminal reported late near a point. It comes in parts: a part is over when nothing
    /// has followed for a while.
    private func findParts() throws {
        let settle = "interval '\(settings.settleSeconds) seconds'"
        try session.query(
            """
            INSERT INTO timeliness_part
            SELECT t.number, t.terminal_id, 3 + dense_rank() OVER (PARTITION BY t.number ORDER BY t.as_of), t.as_of
            FROM (
                SELECT DISTINCT c.number, c.terminal_id, c.returned_at, c.known_at + \(settle) AS as_of
                FROM (
                    SELECT c.number, c.terminal_id, c.known_at, p.returned_at,
                        lead(c.known_at) OVER (PARTITION BY c.number, c.terminal_id ORDER BY c.known_at) AS next_known_at
                    FROM timeliness_close AS c
                    JOIN timeliness_point AS p ON p.number = c.number
                    WHERE c.known_at > p.decided_at
                ) AS c
                WHERE (c.next_known_at IS NULL OR c.next_known_at > c.known_at + \(settle)) AND c.known_at + \(settle) <= $1::timestamptz
            ) AS t
            -- Then it is looked at anyway.
            WHERE t.as_of IS DISTINCT FROM t.returned_at
            """, [.text(at)])
        try session.execute("ANALYZE timeliness_part")
    }

    /// When it was first believed of each task that a vehicle had stood there after all.
    private func settleVisits() throws {
        try session.execute(
            """
            UPDATE timeliness_judged AS j
            SET visit_moment = v.moment, visited_at = v.as_of
            FROM (
                SELECT DISTINCT ON (n.subject) n.subject, t.moment, t.as_of
                FROM timeliness_near AS n
                JOIN timeliness_point AS p ON p.subject = n.subject
                JOIN timeliness_part AS t ON t.number = p.number AND t.moment = n.moment
                ORDER BY n.subject, t.moment
            ) AS v
            WHERE v.subject = j.subject
            """)
    }

    /// Fills `timeliness_close`: reports of standing vehicles within reach of a point.
    private func findClose(_ range: (from: String, to: String)) throws {
        // A cell is as wide as the circle around a point, which touches four cells at most by latitude and longitude each.
        let cells = "\(111_320 / Double(2 * settings.nearMetres))"
        let reach = Self.degrees(settings.nearMetres)
        // How many reports there are is estimated far too low: what is joined for each of them takes minutes. And each lies on a page of its own,
        // in the order of the key: a bitmap of the pages is made for nothing.
        try session.execute("SET LOCAL enable_nestloop = off; SET LOCAL enable_bitmapscan = off")
        try session.query(
            """
            INSERT INTO timeliness_close
            WITH span AS MATERIALIZED (
                SELECT row_number() OVER ()::integer AS span, p.*
                FROM (
                    SELECT p.waste_type, p.window_start, p.deadline, bool_and(p.is_narrow) AS is_narrow
                    FROM timeliness_point AS p
                    GROUP BY p.waste_type, p.window_start, p.deadline
                ) AS p
            ),
            cell AS NOT MATERIALIZED (
                SELECT p.number, p.lon, p.lat, p.shrink, s.span, x.cell AS cell_x, y.cell AS cell_y
                FROM timeliness_point AS p
                JOIN span AS s ON s.waste_type = p.waste_type AND s.window_start = p.window_start AND s.deadline = p.deadline
                CROSS JOIN LATERAL generate_series(
                    floor((p.lon - \(reach) / p.shrink) * \(cells))::int, floor((p.lon + \(reach) / p.shrink) * \(cells))::int
                ) AS x (cell)
                CROSS JOIN LATERAL generate_series(
                    floor((p.lat - \(reach)) * \(cells))::int, floor((p.lat + \(reach)) * \(cells))::int
                ) AS y (cell)
                OFFSET 0
            ),
            carrying AS MATERIALIZED (
                SELECT m.terminal_id, v.vehicle_id, v.waste_type, m.valid
                FROM registry.vehicle AS v
                JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
                WHERE v.kind = 'collection'
            ),
            -- OFFSET, or the points are joined with the vehicles first: the reports of each are estimated to be one.
            standing AS NOT MATERIALIZED (
                SELECT s.span, s.vehicle_id, s.terminal_id, f.*
                FROM (
                    SELECT s.span, s.window_start, s.deadline, c.vehicle_id, c.terminal_id, c.valid,
                        c.valid @> tstzrange(s.window_start, s.deadline) AS is_throughout
                    FROM span AS s
                    JOIN carrying AS c ON (c.waste_type IS NULL OR c.waste_type = s.waste_type)
                        AND c.valid && tstzrange(s.window_start, s.deadline)
                        AND (NOT s.is_narrow OR c.terminal_id IN (SELECT v.terminal_id FROM timeliness_late_visit AS v))
                ) AS s
                -- OFFSET keeps it a range of the key for each vehicle and window: of a day's reports most are of no account here.
                CROSS JOIN LATERAL (
                    SELECT f.recorded_at, \(settings.known("f")) AS known_at, f.lon_e6 / 1e6::float8 AS lon, f.lat_e6 / 1e6::float8 AS lat
                    FROM telemetry.fix AS f
                    WHERE f.terminal_id = s.terminal_id AND f.recorded_at >= s.window_start AND f.recorded_at < s.deadline
                        AND f.recorded_at >= $1::timestamptz AND f.recorded_at < $2::timestamptz AND f.speed_dkmh <= 10
                        AND f.time_quality = 0 AND \(settings.known("f")) <= $3::timestamptz
                    OFFSET 0
                ) AS f
                WHERE s.is_throughout OR s.valid @> f.recorded_at
                OFFSET 0
            )
            SELECT n.number, n.vehicle_id, n.terminal_id, n.recorded_at, n.known_at, n.lon, n.lat, n.metres
            FROM (
                SELECT p.number, s.vehicle_id, s.terminal_id, s.recorded_at, s.known_at, s.lon, s.lat,
                    sqrt(((s.lon - p.lon) * p.shrink)^2 + (s.lat - p.lat)^2) * 111320 AS metres
                FROM standing AS s
                JOIN cell AS p ON p.span = s.span AND p.cell_x = floor(s.lon * \(cells))::int
                    AND p.cell_y = floor(s.lat * \(cells))::int
            ) AS n
            WHERE n.metres <= \(settings.nearMetres)
            """, [.text(range.from), .text(range.to), .text(at)])
        try session.execute("SET LOCAL enable_nestloop = on; SET LOCAL enable_bitmapscan = on")
        try session.execute("ANALYZE timeliness_close")
    }

    /// Fills `timeliness_near` from `timeliness_close`.
    private func findStops(_ range: (from: String, to: String), isRecheck: Bool) throws {
        let stand = "interval '\(settings.standSeconds) seconds'"
        let reach = Self.degrees(settings.nearMetres)
        try session.query(
            """
            INSERT INTO timeliness_near
            WITH long AS MATERIALIZED (
                SELECT c.number, c.terminal_id
                FROM timeliness_close AS c
                GROUP BY c.number, c.terminal_id
                HAVING max(c.recorded_at) - min(c.recorded_at) >= \(stand)
            ),
            asked AS MATERIALIZED (
                SELECT p.*, ST_Expand(
                    ST_SetSRID(ST_MakePoint(p.lon, p.lat), 4326), 2.01 * \(reach) / p.shrink, 2.01 * \(reach)) AS around
                FROM timeliness_point AS p
                WHERE p.number IN (SELECT l.number FROM long AS l)
            ),
            beside AS MATERIALIZED (
                SELECT *
                FROM (
                    SELECT a.number, q.collection_point_id, ST_X(q.place) AS lon, ST_Y(q.place) AS lat,
                        sqrt(((ST_X(q.place) - a.lon) * a.shrink)^2 + (ST_Y(q.place) - a.lat)^2) * 111320 AS apart
                    FROM asked AS a
                    JOIN registry.collection_point AS q ON q.place && a.around AND q.collection_point_id <> a.collection_point_id
                ) AS q
                WHERE q.apart < \(2 * settings.nearMetres)
            ),
            close AS MATERIALIZED (
                SELECT c.*, a.subject, a.collection_point_id, a.waste_type, a.decided_at, a.returned_at, a.shrink
                FROM timeliness_close AS c
                JOIN long AS l ON l.number = c.number AND l.terminal_id = c.terminal_id
                JOIN asked AS a ON a.number = c.number
            ),
            nearer AS MATERIALIZED (
                SELECT c.number, c.terminal_id, c.recorded_at, c.waste_type, b.collection_point_id
                FROM close AS c
                JOIN beside AS b ON b.number = c.number AND b.apart < 2 * c.metres
                WHERE sqrt(((c.lon - b.lon) * c.shrink)^2 + (c.lat - b.lat)^2) * 111320 < c.metres
            ),
            elsewhere AS MATERIALIZED (
                SELECT DISTINCT n.number, n.terminal_id, n.recorded_at
                FROM nearer AS n
                WHERE (
                    SELECT true FROM ops.collection_task AS k
                    WHERE k.collection_point_id = n.collection_point_id AND k.waste_type = n.waste_type
                        AND k.window_start <= n.recorded_at AND k.window_start > n.recorded_at - interval '2 days'
                        AND k.deadline > n.recorded_at
                    LIMIT 1
                )
            ),
            seen AS (
                SELECT c.number, c.subject, c.collection_point_id, c.vehicle_id, c.terminal_id, c.recorded_at, c.metres, m.moment, m.as_of
                FROM close AS c
                LEFT JOIN elsewhere AS e ON e.number = c.number AND e.terminal_id = c.terminal_id AND e.recorded_at = c.recorded_at
                CROSS JOIN LATERAL (
                    VALUES (1, c.decided_at), (2, c.returned_at), (3, \(isRecheck ? "$1::timestamptz" : "NULL"))
                ) AS m (moment, as_of)
                WHERE c.known_at <= m.as_of AND c.known_at <= $1::timestamptz AND e.number IS NULL
                UNION ALL
                SELECT c.number, c.subject, c.collection_point_id, c.vehicle_id, c.terminal_id, c.recorded_at, c.metres, t.moment, t.as_of
                FROM timeliness_part AS t
                JOIN close AS c ON c.number = t.number AND c.terminal_id = t.terminal_id
                LEFT JOIN elsewhere AS e ON e.number = c.number AND e.terminal_id = c.terminal_id AND e.recorded_at = c.recorded_at
                WHERE c.known_at <= t.as_of AND e.number IS NULL
            ),
            followed AS (
                SELECT s.*, lag(s.recorded_at) OVER w AS before_at
                FROM seen AS s
                WINDOW w AS (PARTITION BY s.number, s.moment, s.terminal_id ORDER BY s.recorded_at)
            ),
            -- Some terminals report less than once a minute: then only a report in between says that it was elsewhere meanwhile.
            marked AS (
                SELECT f.*,
                    CASE
                        WHEN f.recorded_at - f.before_at <= \(stand) THEN false
                        WHEN f.recorded_at - f.before_at <= interval '\(settings.joinSeconds) seconds' THEN (
                            SELECT true FROM telemetry.fix AS i
                            WHERE i.terminal_id = f.terminal_id AND i.recorded_at > f.before_at AND i.recorded_at < f.recorded_at
                                AND i.recorded_at >= $2::timestamptz AND i.recorded_at < $3::timestamptz
                                AND i.time_quality = 0 AND \(settings.known("i")) <= f.as_of
                            LIMIT 1
                        ) IS NOT NULL
                        ELSE true
                    END AS is_new
                FROM followed AS f
            ),
            stop AS MATERIALIZED (
                SELECT row_number() OVER () AS stop, min(r.subject) AS subject, r.moment, min(r.as_of) AS as_of, r.collection_point_id, r.vehicle_id,
                    min(r.recorded_at) AS stood_from, max(r.recorded_at) AS stood_to, min(r.metres) AS metres
                FROM (
                    SELECT m.*, count(*) FILTER (WHERE m.is_new) OVER (
                        PARTITION BY m.number, m.moment, m.terminal_id ORDER BY m.recorded_at
                    ) AS run
                    FROM marked AS m
                ) AS r
                GROUP BY r.number, r.moment, r.collection_point_id, r.vehicle_id, r.terminal_id, r.run
                HAVING max(r.recorded_at) - min(r.recorded_at) >= \(stand)
            ),
            lifting AS MATERIALIZED (
                SELECT s.stop
                FROM stop AS s
                -- Its scale may have a terminal of its own.
                JOIN registry.terminal_mount AS m ON m.vehicle_id = s.vehicle_id
                -- LIMIT keeps it a probe for each stop: without, all lifts of the window would be placed.
                WHERE (
                    SELECT true
                    FROM telemetry.lift AS l
                    JOIN registry.tag_binding AS t ON t.tag_id = l.tag_id AND t.tag_tech = l.tag_tech AND t.valid @> l.recorded_at
                    JOIN registry.bin_placement AS b ON b.bin_id = t.bin_id AND b.valid @> l.recorded_at
                    WHERE l.terminal_id = m.terminal_id AND m.valid @> l.recorded_at
                        AND l.recorded_at BETWEEN s.stood_from AND s.stood_to
                        AND l.time_quality = 0 AND \(settings.known("l")) <= s.as_of
                        AND l.recorded_at >= $2::timestamptz AND l.recorded_at < $3::timestamptz
                        AND b.collection_point_id <> s.collection_point_id
                    LIMIT 1
                )
            )
            SELECT s.subject, s.moment, s.vehicle_id, s.stood_from, s.stood_to, round(s.metres)::integer
            FROM stop AS s
            WHERE NOT EXISTS (SELECT FROM lifting AS l WHERE l.stop = s.stop)
            """, [.text(at), .text(range.from), .text(range.to)])
        try session.execute("ANALYZE timeliness_near")
    }

    /// So many metres in degrees of latitude: an expression.
    private static func degrees(_ metres: Int) -> String { "\(metres) / 111320.0" }

    /// From the first beginning of a window that is judged to the last moment of judging, so that other days' partitions are left alone.
    private func range() throws -> (from: String, to: String)? {
        let row = try session.query(
            "SELECT min(window_start) AS first, max(decided_at) AS last FROM timeliness_judged WHERE suspension IS NULL"
        )[0]
        guard let first = row["first"], let last = row["last"] else { return nil }
        return (first, last)
    }
}
