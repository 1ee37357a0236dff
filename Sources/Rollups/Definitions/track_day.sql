-- One pass over all fixes makes slices of ten minutes, so that what needs an order (gaps, the odometer, the tank) is worked out of some
-- ten thousand slices: a gap of more than ten minutes is always between two of them. A second pass orders the fixes of vehicles that
-- move, for distances and stops; those that stand are most, and they would add nothing.
WITH slice AS MATERIALIZED (
    SELECT
        {lane}                                                                             AS lane,
        t.number,
        min(f.recorded_at)                                                                 AS first_at,
        max(f.recorded_at)                                                                 AS last_at,
        min(f.received_at)                                                                 AS first_received_at,
        count(*)                                                                           AS fixes,
        count(*) FILTER (WHERE f.received_at > f.recorded_at + interval '10 minutes')      AS late,
        count(*) FILTER (WHERE f.is_backfill)                                              AS backfill,
        count(*) FILTER (WHERE f.lon_e6 IS NULL OR f.status_bits & 2 = 0)                  AS unplaced,
        -- The first reading and the last: milliseconds of the day, with the reading behind them.
        min((date_part('epoch', f.recorded_at - {from}) * 1000)::bigint << 32 | f.odometer_hm)   AS first_hm,
        max((date_part('epoch', f.recorded_at - {from}) * 1000)::bigint << 32 | f.odometer_hm)   AS last_hm,
        -- A gauge value with its top bit set is no amount; 0 is what a gauge tells before it is awake.
        min(f.fuel_dl) FILTER (WHERE f.fuel_dl > 0 AND f.fuel_dl < 32768)                  AS least_dl,
        max(f.fuel_dl) FILTER (WHERE f.fuel_dl > 0 AND f.fuel_dl < 32768)                  AS greatest_dl,
        max(f.speed_dkmh)                                                                  AS top_speed_dkmh
    FROM telemetry.fix AS f
    -- A join and not a plain expression: the planner then knows how few groups there are, and has its workers make them.
    JOIN (
        SELECT g.number, {from} + g.number * interval '10 minutes' AS begins
        FROM generate_series(0, 149) AS g (number)
        -- Of all fixes without a time of their own.
        UNION ALL
        SELECT -1, 'infinity'
    ) AS t ON t.begins = CASE WHEN f.time_quality = 0 THEN date_bin('10 minutes', f.recorded_at, {from}) ELSE 'infinity' END
    WHERE f.recorded_at >= {from} AND f.recorded_at < {to}
    GROUP BY 1, 2
),
step AS MATERIALIZED (
    SELECT
        s.lane, s.first_at, s.last_at, s.greatest_dl, s.least_dl,
        lag(s.last_at) OVER w                                                              AS before_at,
        s.first_hm, s.last_hm,
        -- 150 km/h are 10/24 hm a second; a slice of ten minutes has room for 250. What steps back adds nothing.
        CASE WHEN s.last_hm - s.first_hm BETWEEN 0 AND 250 THEN s.last_hm - s.first_hm ELSE 0 END
            + CASE
                WHEN s.first_hm - lag(s.last_hm) OVER w
                    BETWEEN 0 AND 1 + date_part('epoch', s.first_at - lag(s.last_at) OVER w) * 10 / 24
                THEN s.first_hm - lag(s.last_hm) OVER w
                ELSE 0
            END                                                                            AS odometer_hm,
        CASE WHEN s.least_dl - lag(s.least_dl) OVER w >= 100 THEN s.least_dl - lag(s.least_dl) OVER w ELSE 0 END
                                                                                           AS refuelled_dl,
        s.number / 6                                                                       AS hour
    FROM (
        SELECT
            r.lane, r.number, r.first_at, r.last_at, r.least_dl, r.greatest_dl,
            r.first_hm & 4294967295 AS first_hm, r.last_hm & 4294967295 AS last_hm
        FROM slice AS r
        WHERE r.number >= 0
    ) AS s
    WINDOW w AS (PARTITION BY s.lane ORDER BY s.number)
),
gap AS MATERIALIZED (
    SELECT s.lane, s.before_at AS begins, s.first_at AS ends, date_part('epoch', s.first_at - s.before_at) AS seconds
    FROM step AS s
    WHERE s.first_at - s.before_at > interval '10 minutes'
),
-- What is sorted is one number, lane and millisecond of the day, and what is carried along another, longitude and latitude: a sort and a
-- window over two numbers cost half of those over five columns.
way AS MATERIALIZED (
    SELECT
        d.key >> 27                                                                        AS lane,
        -- 150 km/h, and what two positions may be wrong by.
        sum(d.metres) FILTER (WHERE d.metres <= 100 + d.ms * 0.042::float8)                AS track_m,
        count(*) FILTER (WHERE d.metres > 100 + d.ms * 0.042::float8)                      AS jumps,
        -- Between two fixes in motion it stood for what the way between them, at some 18 km/h, does not take.
        array_agg(d.key) FILTER (WHERE d.ms > 60000 + d.metres * 200)                      AS stop_to,
        array_agg(d.ms) FILTER (WHERE d.ms > 60000 + d.metres * 200)                       AS stop_ms,
        array_agg(d.metres) FILTER (WHERE d.ms > 60000 + d.metres * 200)                   AS stop_m
    FROM (
        SELECT
            q.key, (q.key - q.before)::float8 AS ms,
            -- One degree of latitude is 111.32 km; on so short a way the earth is flat. cos2 x = (1 + cos 2x) / 2.
            0.11132::float8 * sqrt(
                q.north * q.north + q.east * q.east * (0.5::float8 + 0.5::float8 * cos(q.lat * 3.490658503988659e-8::float8)))
                                                                                           AS metres
        FROM (
            SELECT
                l.key, l.before, (l.pos << 32) >> 32 AS lat,
                (((l.pos << 32) >> 32) - ((l.before_pos << 32) >> 32))::float8             AS north,
                ((l.pos >> 32) - (l.before_pos >> 32))::float8                             AS east
            FROM (
                    SELECT p.key, p.pos, lag(p.key) OVER w AS before, lag(p.pos) OVER w AS before_pos
                    FROM (
                        SELECT
                            ({lane} << 27) | (date_part('epoch', f.recorded_at - {from}) * 1000)::bigint AS key,
                            (f.lon_e6::bigint << 32) | (f.lat_e6::bigint & 4294967295)     AS pos
                        FROM telemetry.fix AS f
                        WHERE f.recorded_at >= {from} AND f.recorded_at < {to} AND f.time_quality = 0 AND f.speed_dkmh >= 10
                            AND f.lon_e6 IS NOT NULL AND f.lat_e6 IS NOT NULL AND f.status_bits & 2 <> 0
                    ) AS p
                    WINDOW w AS (ORDER BY p.key, p.pos)
                ) AS l
            -- The same lane: the planner takes this for a third of the rows, and an equation for a handful.
            WHERE (l.key # l.before) < 134217728
            OFFSET 0
        ) AS q
        OFFSET 0
    ) AS d
    GROUP BY d.key >> 27
),
-- A vehicle that was switched off did not stand there.
stood AS (
    SELECT t.lane, count(*) AS stops, sum(t.seconds) AS stop_s
    FROM (
        SELECT
            w.lane, u.ms * 0.001 - u.metres * 0.2                                          AS seconds,
            {from} + (u.ends & 134217727) * interval '1 ms'                                AS ends,
            {from} + ((u.ends & 134217727) - u.ms) * interval '1 ms'                       AS begins
        FROM way AS w
        CROSS JOIN LATERAL unnest(w.stop_to, w.stop_ms, w.stop_m) AS u (ends, ms, metres)
    ) AS t
    WHERE NOT EXISTS (SELECT FROM gap AS g WHERE g.lane = t.lane AND g.begins >= t.begins AND g.ends <= t.ends)
    GROUP BY t.lane
),
gone AS (
    SELECT g.lane, count(*) AS gaps, sum(g.seconds) AS seconds, max(g.seconds) AS longest
    FROM gap AS g
    GROUP BY g.lane
),
timed AS (
    SELECT
        s.lane,
        min(s.first_at)                                                                    AS first_at,
        max(s.last_at)                                                                     AS last_at,
        (array_agg(s.first_hm ORDER BY s.first_at) FILTER (WHERE s.first_hm IS NOT NULL))[1]     AS first_hm,
        (array_agg(s.last_hm ORDER BY s.first_at DESC) FILTER (WHERE s.last_hm IS NOT NULL))[1]  AS last_hm,
        sum(s.odometer_hm)                                                                 AS odometer_hm,
        sum(s.refuelled_dl)                                                                AS refuelled_dl,
        (array_agg(s.greatest_dl ORDER BY s.first_at) FILTER (WHERE s.greatest_dl IS NOT NULL))[1]   AS full_dl,
        (array_agg(s.least_dl ORDER BY s.first_at DESC) FILTER (WHERE s.least_dl IS NOT NULL))[1]    AS left_dl,
        max(s.hour) - min(s.hour) + 1 - count(DISTINCT s.hour)                             AS silent_hours
    FROM step AS s
    GROUP BY s.lane
),
whole AS (
    SELECT
        s.lane,
        min(s.first_at)                                                                    AS any_at,
        min(s.first_received_at - s.first_at) FILTER (WHERE s.number >= 0 AND s.backfill = 0) AS least_lag,
        sum(s.fixes)                                                                       AS fixes,
        sum(s.late)                                                                        AS late,
        sum(s.backfill)                                                                    AS backfill,
        coalesce(sum(s.fixes) FILTER (WHERE s.number < 0), 0)                            AS bad_clock,
        sum(s.unplaced)                                                                    AS unplaced,
        coalesce(max(s.top_speed_dkmh) FILTER (WHERE s.number >= 0), 0)                       AS top_speed_dkmh
    FROM slice AS s
    GROUP BY s.lane
)
SELECT
    w.terminal_id,
    coalesce(mount.vehicle_id, 0)                                                          AS vehicle_id,
    coalesce(assignment.carrier_id, 0)                                                     AS carrier_id,
    min(t.first_at)                                                                        AS first_fix_at,
    max(t.last_at)                                                                         AS last_fix_at,
    (array_agg(t.first_hm ORDER BY t.first_at) FILTER (WHERE t.first_hm IS NOT NULL))[1]        AS first_odometer_hm,
    (array_agg(t.last_hm ORDER BY t.last_at DESC) FILTER (WHERE t.last_hm IS NOT NULL))[1]     AS last_odometer_hm,
    round(extract(epoch FROM min(w.least_lag)) * 1000)::bigint                             AS least_lag_ms,
    {day}                                                                                  AS service_date,
    sum(w.fixes)::integer                                                                  AS fixes,
    sum(w.late)::integer                                                                   AS late_fixes,
    sum(w.backfill)::integer                                                               AS backfill_fixes,
    sum(w.bad_clock)::integer                                                              AS bad_clock_fixes,
    sum(w.unplaced)::integer                                                               AS unplaced_fixes,
    coalesce(round(sum(date_part('epoch', t.last_at - t.first_at) - coalesce(g.seconds, 0))), 0)::integer  AS online_s,
    (coalesce(sum(t.odometer_hm), 0) * 100)::integer                                       AS odometer_m,
    coalesce(round(sum(m.track_m)), 0)::integer                                            AS track_m,
    coalesce(sum(m.jumps), 0)::integer                                                     AS jumps,
    coalesce(sum(d.stops), 0)::integer                                                     AS stops,
    coalesce(round(sum(d.stop_s)), 0)::integer                                             AS stop_s,
    coalesce(sum(g.gaps), 0)::integer                                                      AS gaps,
    coalesce(round(sum(g.seconds)), 0)::integer                                            AS gap_s,
    coalesce(round(max(g.longest)), 0)::integer                                            AS longest_gap_s,
    coalesce(sum(t.silent_hours), 0)::integer                                              AS silent_hours,
    max(w.top_speed_dkmh)                                                                  AS top_speed_dkmh,
    (sum(greatest(t.full_dl - t.left_dl + t.refuelled_dl, 0)) FILTER (WHERE t.full_dl IS NOT NULL))::integer
                                                                                           AS fuel_used_dl,
    coalesce(sum(t.refuelled_dl), 0)::integer                                              AS refuelled_dl
FROM (SELECT x.*, {terminal} AS terminal_id FROM whole AS x) AS w
LEFT JOIN timed AS t USING (lane)
LEFT JOIN gone AS g USING (lane)
LEFT JOIN way AS m USING (lane)
LEFT JOIN stood AS d USING (lane)
LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = w.terminal_id AND mount.valid @> w.any_at
LEFT JOIN registry.vehicle_assignment AS assignment
    ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> w.any_at
GROUP BY w.terminal_id, coalesce(mount.vehicle_id, 0), coalesce(assignment.carrier_id, 0)
