import Postgres

/// Judges tasks by the fixes of their badges: one statement over all of them.
struct DutyJudgement {
    /// Which fixes are looked at.
    enum Horizon {
        /// What had been received when the task was due: the judgement of that moment, whenever it is made.
        case deadline
        /// What has been received until the moment of the check.
        case check

        var sql: String {
            switch self {
            case .deadline: "t.deadline"
            case .check: "$1::timestamptz"
            }
        }
    }

    let session: PostgresSession
    /// Data count as received when they were recorded: for days that were sent afterwards.
    let takesAsRecorded: Bool

    /// Tasks that are due and were not judged yet.
    static let isDue = "t.outcome = 'pending' AND t.deadline <= $1::timestamptz"

    /// Judged tasks of a span of local days that rest on other fixes, or on other wearers of badges, than there are by now. $2 and $3 are the first and the
    /// last day.
    ///
    /// They are compared, for when a fix was received does not say when it could be seen: a gateway's journal holds it back. What a
    /// later check judged is left alone.
    var isOvertaken: String {
        """
        t.outcome <> 'pending' AND t.known_at <= $1::timestamptz AND t.service_date BETWEEN $2::date AND $3::date
        AND ROW (t.fixes, t.fixes_hash) <> (
            SELECT count(*), coalesce(bit_xor(\(Self.mark("w"))), 0)
            FROM (
                SELECT t.terminal_id, t.window_start AS from_at, t.window_end AS to_at WHERE t.terminal_id IS NOT NULL
                UNION ALL
                SELECT b.terminal_id, greatest(coalesce(lower(b.valid), '-infinity'), t.window_start),
                    least(coalesce(upper(b.valid), 'infinity'), t.window_end)
                FROM registry.badge_binding AS b
                WHERE b.supervisor_id = t.supervisor_id AND b.valid && tstzrange(t.window_start, t.window_end)
            ) AS w
            JOIN telemetry.fix AS f ON f.terminal_id = w.terminal_id
                AND f.recorded_at >= w.from_at - make_interval(secs => t.silence_s)
                AND f.recorded_at <= w.to_at + make_interval(secs => t.silence_s)
                AND f.recorded_at >= ($2::date - 1)::timestamp AT TIME ZONE telemetry.site_time_zone()
                AND f.recorded_at < ($3::date + 3)::timestamp AT TIME ZONE telemetry.site_time_zone()
            WHERE \(receipt) <= $1::timestamptz AND \(Self.isUsable) AND (t.lon_e6 IS NOT NULL OR t.area IS NOT NULL)
        )
        """
    }

    /// SQL of a number for a fix `f` as one of the badge `badge`, worn from when to when.
    private static func mark(_ badge: String) -> String {
        "hash_record_extended(ROW (\(badge).terminal_id, \(badge).from_at, \(badge).to_at, f.recorded_at, f.body_hash), 0)"
    }

    private var receipt: String { takesAsRecorded ? "f.recorded_at" : "f.received_at" }

    /// Judged tasks of a span of local days, all of them.
    static let isJudged = "t.outcome <> 'pending' AND t.service_date BETWEEN $2::date AND $3::date"

    /// A fix says where the badge was: it has a position, and its time is the badge's own.
    private static let isUsable =
        "f.status_bits & 2 = 2 AND f.time_quality = 0 AND f.lon_e6 IS NOT NULL AND f.lat_e6 IS NOT NULL"

    /// Judges the tasks that `selection` (SQL over `t`) selects.
    /// - Parameters:
    ///   - at: the moment of the check.
    ///   - from: the first local day of the selected tasks; `through`: the last.
    /// - Returns: how many were selected.
    func judge(_ selection: String, _ horizon: Horizon, at: String, from: String, through: String) throws -> Int {
        try session.query(
            """
            WITH task AS MATERIALIZED (
                SELECT row_number() OVER (ORDER BY t.service_date, t.duty_id, t.window_start) AS task_no, t.*, \(horizon.sql) AS as_of
                FROM ops.duty_task AS t
                WHERE t.service_date BETWEEN $2::date AND $3::date AND \(selection)
            ), badge AS MATERIALIZED (
                SELECT t.task_no, t.terminal_id, t.window_start AS from_at, t.window_end AS to_at
                FROM task AS t WHERE t.terminal_id IS NOT NULL
                UNION ALL
                SELECT t.task_no, b.terminal_id, greatest(coalesce(lower(b.valid), '-infinity'), t.window_start),
                    least(coalesce(upper(b.valid), 'infinity'), t.window_end)
                FROM task AS t
                JOIN registry.badge_binding AS b
                    ON b.supervisor_id = t.supervisor_id AND b.valid && tstzrange(t.window_start, t.window_end)
            ), seen AS (
                SELECT b.task_no, b.terminal_id, b.from_at, t.silence_s,
                    -- Who wears the badge at the edge of the window wears it beyond, where an absence may end.
                    CASE WHEN b.from_at > t.window_start THEN b.from_at ELSE '-infinity' END AS worn_from,
                    CASE WHEN b.to_at < t.window_end THEN b.to_at ELSE 'infinity' END AS worn_to,
                    f.recorded_at, f.received_at, f.body_hash, \(Self.mark("b")) AS mark,
                    -- A degree of a sphere is 111,195 m; over a fence the error is some centimetres.
                    CASE WHEN t.area IS NOT NULL THEN
                        ST_Distance(
                            t.area::geography, ST_SetSRID(ST_MakePoint(f.lon_e6 / 1e6, f.lat_e6 / 1e6), 4326)::geography)
                    ELSE
                        0.111195 * sqrt(
                            power((f.lon_e6 - t.lon_e6) * cosd(t.lat_e6 / 1e6), 2) + power((f.lat_e6 - t.lat_e6)::float8, 2))
                        - t.radius_m
                    END AS beyond_m,
                    t.tolerance_m
                FROM badge AS b
                JOIN task AS t ON t.task_no = b.task_no
                -- OFFSET keeps the planner from hashing all fixes of the days: badges are a few of the terminals.
                CROSS JOIN LATERAL (
                    SELECT f.recorded_at, \(receipt) AS received_at, f.body_hash, f.lon_e6, f.lat_e6
                    FROM telemetry.fix AS f
                    WHERE f.terminal_id = b.terminal_id
                        AND f.recorded_at >= b.from_at - make_interval(secs => t.silence_s)
                        AND f.recorded_at <= b.to_at + make_interval(secs => t.silence_s)
                        AND f.recorded_at >= ($2::date - 1)::timestamp AT TIME ZONE telemetry.site_time_zone()
                        AND f.recorded_at < ($3::date + 3)::timestamp AT TIME ZONE telemetry.site_time_zone()
                        AND \(receipt) <= t.as_of AND \(Self.isUsable)
                    OFFSET 0
                ) AS f
                WHERE t.lon_e6 IS NOT NULL OR t.area IS NOT NULL
            ), sided AS (
                -- Between the fence and the tolerance one stays what one was: neither a stray fix nor a wall in the way makes one leave.
                SELECT s.*, CASE WHEN beyond_m <= 0 THEN 1 WHEN beyond_m > tolerance_m THEN 0 END AS side
                FROM seen AS s
            ), stretched AS (
                SELECT s.*,
                    count(side) OVER w AS stretch,
                    lead(recorded_at) OVER (PARTITION BY task_no, terminal_id, from_at ORDER BY recorded_at, body_hash) AS next_at
                FROM sided AS s
                WINDOW w AS (
                    PARTITION BY task_no, terminal_id, from_at ORDER BY recorded_at, body_hash ROWS UNBOUNDED PRECEDING)
            ), carried AS (
                -- Who was near the fence before ever being clearly inside or outside is neither.
                SELECT s.*, max(side) OVER (PARTITION BY task_no, terminal_id, from_at, stretch) AS is_inside
                FROM stretched AS s
            ), piece AS (
                SELECT task_no, terminal_id, from_at, is_inside,
                    tstzrange(greatest(recorded_at, worn_from), least(next_at, worn_to)) AS span
                FROM carried
                WHERE is_inside IS NOT NULL AND next_at <= recorded_at + make_interval(secs => silence_s)
                    AND greatest(recorded_at, worn_from) < least(next_at, worn_to)
            ), heard AS MATERIALIZED (
                -- Here and below once: how many rows come out is estimated too badly for anything but scans of results.
                SELECT task_no, terminal_id, from_at,
                    coalesce(range_agg(span) FILTER (WHERE is_inside = 1), '{}') AS inside,
                    coalesce(range_agg(span) FILTER (WHERE is_inside = 0), '{}') AS outside
                FROM piece GROUP BY task_no, terminal_id, from_at
            ), hidden AS MATERIALIZED (
                -- Of several badges that one wears the one in a drawer does not say that one is outside while another is silent.
                SELECT b.task_no, range_agg(s.span) AS silent
                FROM badge AS b
                JOIN (SELECT task_no FROM badge GROUP BY task_no HAVING count(*) > 1) AS n ON n.task_no = b.task_no
                LEFT JOIN heard AS h ON h.task_no = b.task_no AND h.terminal_id = b.terminal_id AND h.from_at = b.from_at
                CROSS JOIN LATERAL unnest(
                    tstzmultirange(tstzrange(b.from_at, b.to_at)) - coalesce(h.inside + h.outside, '{}')
                ) AS s (span)
                GROUP BY b.task_no
            ), known AS MATERIALIZED (
                SELECT g.task_no, g.inside, g.outside - coalesce(h.silent, '{}') AS outside
                FROM (
                    SELECT p.task_no,
                        coalesce(range_agg(p.span) FILTER (WHERE p.is_inside = 1), '{}') AS inside,
                        coalesce(range_agg(p.span) FILTER (WHERE p.is_inside = 0), '{}') AS outside
                    FROM piece AS p GROUP BY p.task_no
                ) AS g
                LEFT JOIN hidden AS h ON h.task_no = g.task_no
            ), bridged AS MATERIALIZED (
                SELECT k.task_no, (k.inside + b.short) * v.span AS inside, (k.outside - k.inside - b.short) * v.span AS outside
                FROM known AS k
                JOIN task AS t ON t.task_no = k.task_no
                CROSS JOIN LATERAL (SELECT tstzmultirange(tstzrange(t.window_start, t.window_end)) AS span) AS v
                CROSS JOIN LATERAL (
                    SELECT coalesce(range_agg(o.span), '{}') AS short
                    FROM unnest(k.outside - k.inside) AS o (span)
                    WHERE upper(o.span) - lower(o.span) < make_interval(secs => t.absence_s)
                        AND EXISTS (SELECT FROM unnest(k.inside) AS i (span) WHERE upper(i.span) = lower(o.span))
                        AND EXISTS (SELECT FROM unnest(k.inside) AS i (span) WHERE lower(i.span) = upper(o.span))
                ) AS b
            ), counted AS MATERIALIZED (
                SELECT task_no, max(received_at) AS received_at, count(*) AS fixes, bit_xor(mark) AS fixes_hash FROM seen GROUP BY task_no
            ), measured AS (
                SELECT t.task_no,
                    lower(b.inside) AS arrived_at, upper(b.inside) AS left_at,
                    greatest(t.deadline, c.received_at) AS known_at, coalesce(c.fixes, 0) AS fixes, coalesce(c.fixes_hash, 0) AS fixes_hash,
                    coalesce(\(Self.seconds("b.inside")), 0) AS present_s,
                    coalesce(\(Self.seconds("b.outside")), 0) AS away_s,
                    coalesce(\(Self.seconds("b.outside * tstzmultirange(tstzrange(upper(b.inside), t.window_end))")), 0) AS away_at_end_s,
                    EXISTS (SELECT FROM badge AS g WHERE g.task_no = t.task_no) AS has_badge,
                    t.lon_e6 IS NOT NULL OR t.area IS NOT NULL AS has_place,
                    extract(epoch FROM t.window_end - t.window_start) AS length_s,
                    extract(epoch FROM t.window_end - upper(b.inside)) AS rest_s
                FROM task AS t
                LEFT JOIN bridged AS b ON b.task_no = t.task_no
                LEFT JOIN counted AS c ON c.task_no = t.task_no
            ), decided AS MATERIALIZED (
                SELECT m.*, m.length_s - m.present_s - m.away_s AS silent_s,
                    CASE
                        WHEN m.arrived_at IS NULL AND m.away_s > 0 AND m.length_s - m.away_s <= t.absence_s THEN 'absent'
                        -- Gone before the end, and seen to be gone for the rest, but for what an absence may take.
                        WHEN m.arrived_at IS NOT NULL AND t.leave_s < 86400 AND m.rest_s > t.leave_s
                            AND m.rest_s - m.away_at_end_s <= t.absence_s AND m.away_at_end_s > 0 THEN 'left_early'
                        WHEN m.present_s >= t.least_s THEN 'present'
                        WHEN m.length_s - m.away_s >= t.least_s THEN 'unconfirmed'
                        ELSE 'short'
                    END AS outcome
                FROM measured AS m JOIN task AS t ON t.task_no = m.task_no
            ), updated AS (
                UPDATE ops.duty_task AS u
                SET arrived_at = d.arrived_at, left_at = d.left_at, known_at = d.known_at, present_s = round(d.present_s),
                    silent_s = round(d.silent_s), fixes = d.fixes, fixes_hash = d.fixes_hash, outcome = d.outcome,
                    cause = CASE d.outcome
                        WHEN 'absent' THEN 'not_seen'
                        WHEN 'left_early' THEN 'left_early'
                        WHEN 'short' THEN 'short_presence'
                        WHEN 'unconfirmed' THEN
                            CASE WHEN NOT d.has_place THEN 'no_place' WHEN NOT d.has_badge THEN 'no_badge' ELSE 'terminal_offline' END
                    END
                FROM decided AS d
                JOIN task AS t ON t.task_no = d.task_no
                WHERE u.service_date = t.service_date AND u.duty_id = t.duty_id AND u.window_start = t.window_start
            )
            SELECT count(*) AS selected FROM task
            """, [.text(at), .text(from), .text(through)])[0].int("selected")
    }

    /// SQL of the length of a multirange in seconds.
    private static func seconds(_ ranges: String) -> String {
        "(SELECT sum(extract(epoch FROM upper(r.span) - lower(r.span))) FROM unnest(\(ranges)) AS r (span))"
    }
}
