import Postgres

/// Makes the tasks of duties: a row for each window of each duty on each local day that is due.
struct DutyPlan {
    private static let watermark = "duty_plan"

    let session: PostgresSession

    /// Tasks of windows that begin after the last time, up to the end of tomorrow; those that have not begun follow the duties.
    ///
    /// What has begun is neither made nor changed nor taken away: a duty that is entered today accuses nobody of yesterday. The very
    /// first time, the day of `at` is made whole.
    func advance(to at: String) throws -> DutySummary.Plan {
        let since = try session.query(
            """
            WITH last AS (
                SELECT reached_at FROM ops.timeliness_watermark WHERE name = $1
            )
            SELECT coalesce((SELECT reached_at FROM last),
                (telemetry.local_day($2::timestamptz)::timestamp AT TIME ZONE telemetry.site_time_zone()) - interval '1 microsecond'
            )::text AS since
            """, [.text(Self.watermark), .text(at)])[0].text("since")
        let plan = try make(
            from: "telemetry.local_day(least($3::timestamptz, $2::timestamptz)) - 1",
            through: "telemetry.local_day($3::timestamptz) + 1",
            isNew: "d.window_start > $2::timestamptz", bounds: [.text(since), .text(at)], at: at)
        try session.query(
            """
            INSERT INTO ops.timeliness_watermark (name, reached_at, written_at, snapshot)
            VALUES ($1, $2::timestamptz, clock_timestamp(), pg_snapshot_xmin(pg_current_snapshot()))
            ON CONFLICT (name) DO UPDATE
            SET reached_at = excluded.reached_at, written_at = excluded.written_at, snapshot = excluded.snapshot
            WHERE ops.timeliness_watermark.reached_at < excluded.reached_at
            """, [.text(Self.watermark), .text(at)])
        return plan
    }

    /// Every task of those of these local days that have none at all, also of windows that have begun: a day that the job made keeps
    /// what was due then.
    func fill(from: String, through: String, at: String) throws -> DutySummary.Plan {
        let isNew = """
            d.window_start > (SELECT g.at FROM begun AS g)
            OR NOT EXISTS (SELECT FROM ops.duty_task AS x WHERE x.service_date = d.service_date)
            """
        return try make(
            from: "$2::date", through: "$3::date", isNew: isNew, bounds: [.text(from), .text(through)], at: at)
    }

    /// - Parameters:
    ///   - from: SQL of the first local day; `through`: of the last.
    ///   - isNew: SQL, which due windows `d` may be added.
    ///   - bounds: values of $2 and $3 in these.
    private func make(
        from: String, through: String, isNew: String, bounds: [PostgresValue], at: String
    ) throws -> DutySummary.Plan {
        let row = try session.query(
            """
            WITH begun AS MATERIALIZED (
                -- A check as of an earlier moment changes nothing of what a later one made.
                SELECT greatest($1::timestamptz, max(m.reached_at)) AS at FROM ops.timeliness_watermark AS m WHERE m.name = '\(Self.watermark)'
            ), due AS (
                SELECT y.day AS service_date, u.duty_id, v.window_start, v.window_end,
                    v.window_end + make_interval(mins => u.grace_min) AS deadline,
                    p.duty_post_id, c.collection_point_id, m.street_id, m.community_id, u.supervisor_id, u.terminal_id,
                    round(ST_X(c.place) * 1e6)::integer AS lon_e6, round(ST_Y(c.place) * 1e6)::integer AS lat_e6,
                    p.radius_m, p.tolerance_m, p.area,
                    greatest(60, least(
                        coalesce(u.least_min * 60, v.length_s - (u.late_min + CASE WHEN u.leave_min < 1440 THEN u.leave_min ELSE 0 END) * 60),
                        v.length_s
                    ))::integer AS least_s,
                    u.late_min * 60 AS late_s, u.leave_min * 60 AS leave_s, u.absence_min * 60 AS absence_s,
                    u.silence_min * 60 AS silence_s
                FROM (SELECT g::date AS day FROM generate_series((\(from))::timestamp, (\(through))::timestamp, interval '1 day') AS g) AS y
                JOIN registry.duty AS u ON u.valid @> y.day
                JOIN registry.duty_post AS p ON p.duty_post_id = u.duty_post_id AND p.valid @> y.day
                JOIN registry.collection_point AS c ON c.collection_point_id = p.collection_point_id AND c.valid @> y.day
                LEFT JOIN registry.holiday AS h ON h.day = y.day
                CROSS JOIN LATERAL (
                    -- Where an hour is left out, two windows may begin at one moment: the longer one is due.
                    SELECT DISTINCT ON (w.window_start) w.window_start, w.window_end, extract(epoch FROM w.window_end - w.window_start) AS length_s
                    FROM ops.windows_on(y.day, u.windows, 0, telemetry.site_time_zone()) AS w
                    ORDER BY w.window_start, w.window_end DESC
                ) AS v
                LEFT JOIN registry.point_affiliation AS a
                    ON a.collection_point_id = c.collection_point_id AND a.valid @> v.window_start
                LEFT JOIN registry.community AS m ON m.community_id = a.community_id
                WHERE CASE
                    WHEN u.holidays = 'only' THEN coalesce(h.kind = 'holiday', false)
                    WHEN h.kind = 'holiday' AND u.holidays = 'off' THEN false
                    WHEN h.kind = 'holiday' AND u.holidays = 'sunday' THEN strpos(u.weekdays, '7') > 0
                    WHEN h.kind = 'workday' AND u.holidays <> 'same' THEN u.weekdays ~ '[1-5]'
                    ELSE strpos(u.weekdays, extract(isodow FROM y.day)::text) > 0
                END
            ), gone AS (
                DELETE FROM ops.duty_task AS t
                WHERE t.window_start > (SELECT g.at FROM begun AS g) AND t.outcome = 'pending' AND t.service_date BETWEEN (\(from))::date AND (\(through))::date
                    AND NOT EXISTS (
                        SELECT FROM due AS d
                        WHERE d.service_date = t.service_date AND d.duty_id = t.duty_id AND d.window_start = t.window_start
                    )
                RETURNING 1
            ), made AS (
                INSERT INTO ops.duty_task AS t (
                    service_date, duty_id, window_start, window_end, deadline, duty_post_id, collection_point_id, street_id, community_id,
                    supervisor_id, terminal_id, lon_e6, lat_e6, radius_m, tolerance_m, area, least_s, late_s, leave_s, absence_s, silence_s
                )
                SELECT d.service_date, d.duty_id, d.window_start, d.window_end, d.deadline, d.duty_post_id, d.collection_point_id,
                    d.street_id, d.community_id, d.supervisor_id, d.terminal_id, d.lon_e6, d.lat_e6, d.radius_m, d.tolerance_m, d.area,
                    d.least_s, d.late_s, d.leave_s, d.absence_s, d.silence_s
                FROM due AS d
                WHERE \(isNew)
                ON CONFLICT (service_date, duty_id, window_start) DO UPDATE SET
                    (window_end, deadline, duty_post_id, collection_point_id, street_id, community_id, supervisor_id, terminal_id, lon_e6,
                        lat_e6, radius_m, tolerance_m, area, least_s, late_s, leave_s, absence_s, silence_s)
                    = (excluded.window_end, excluded.deadline, excluded.duty_post_id, excluded.collection_point_id, excluded.street_id,
                        excluded.community_id, excluded.supervisor_id, excluded.terminal_id, excluded.lon_e6, excluded.lat_e6,
                        excluded.radius_m, excluded.tolerance_m, excluded.area, excluded.least_s, excluded.late_s, excluded.leave_s,
                        excluded.absence_s, excluded.silence_s)
                WHERE t.window_start > (SELECT g.at FROM begun AS g) AND t.outcome = 'pending'
                    AND (t.window_end, t.deadline, t.duty_post_id, t.collection_point_id, t.street_id, t.community_id, t.supervisor_id,
                        t.terminal_id, t.lon_e6, t.lat_e6, t.radius_m, t.tolerance_m, t.area::bytea, t.least_s, t.late_s, t.leave_s,
                        t.absence_s, t.silence_s)
                    IS DISTINCT FROM
                        (excluded.window_end, excluded.deadline, excluded.duty_post_id, excluded.collection_point_id, excluded.street_id,
                        excluded.community_id, excluded.supervisor_id, excluded.terminal_id, excluded.lon_e6, excluded.lat_e6,
                        excluded.radius_m, excluded.tolerance_m, excluded.area::bytea, excluded.least_s, excluded.late_s,
                        excluded.leave_s, excluded.absence_s, excluded.silence_s)
                RETURNING (xmax = 0) AS is_new
            )
            SELECT count(*) FILTER (WHERE is_new) AS made, count(*) FILTER (WHERE NOT is_new) AS changed,
                (SELECT count(*) FROM gone) AS removed
            FROM made
            """, [.text(at)] + bounds)[0]
        return DutySummary.Plan(
            made: try row.int("made"), changed: try row.int("changed"), removed: try row.int("removed"))
    }
}
