-- One pass over the fixes makes slices of ten minutes, so that what needs an order (gaps, the odometer, the tank) is worked out of some
-- ten thousand slices: a gap of more than ten minutes is always between two of them. Only positions of a moving vehicle are put into an
-- order one by one, for distances and stops; those that stand are most, and they would add nothing.
--
-- A million fixes are counted in nanoseconds. tstzrange_subdiff, seconds from one moment to another as a plain number, costs a tenth of
-- date_part; and a position with its time is one number (17 bits of seconds, 26 of latitude, 20 of longitude), which sorts several times
-- faster than columns: 26 bits hold every latitude from the equator to 67° north, 20 bits a step of half a degree to either side, and what
-- steps further is a jump.
WITH slice AS MATERIALIZED (
    SELECT
        f.lane, f.begins,
        min(f.recorded_at)                                                                 AS first_at,
        max(f.recorded_at)                                                                 AS last_at,
        min(f.received_at)                                                                 AS first_received_at,
        count(*)                                                                           AS fixes,
        count(*) FILTER (WHERE f.received_at > f.recorded_at + interval '10 minutes')      AS late,
        count(*) FILTER (WHERE f.is_backfill)                                              AS backfill,
        count(*) FILTER (WHERE f.lon_e6 IS NULL OR f.status_bits & 2 = 0)                  AS unplaced,
        -- The last reading, behind its second of the day.
        max((tstzrange_subdiff(f.recorded_at, {from})::bigint << 32) | f.odometer_hm)      AS last_hm,
        -- A gauge value with its top bit set is no amount; 0 is what a gauge tells before it is awake.
        min(f.fuel_dl) FILTER (WHERE f.fuel_dl > 0 AND f.fuel_dl < 32768)                  AS least_dl,
        max(f.speed_dkmh)                                                                  AS top_speed_dkmh,
        array_agg(
            (tstzrange_subdiff(f.recorded_at, {from})::bigint << 46)
            | ((f.lat_e6 & 67108863)::bigint << 20) | (f.lon_e6 & 1048575)
        ) FILTER (
            WHERE f.speed_dkmh >= 10 AND f.time_quality = 0 AND f.status_bits & 2 <> 0 AND f.lon_e6 IS NOT NULL
                AND f.lat_e6 IS NOT NULL)                                                  AS places
    FROM (
        SELECT
            {lane} AS lane,
            -- Of all fixes without a time of their own: infinity.
            CASE WHEN f.time_quality = 0 THEN date_bin('10 minutes', f.recorded_at, {from}) ELSE 'infinity' END AS begins,
            f.recorded_at, f.received_at, f.status_bits, f.odometer_hm, f.lon_e6, f.lat_e6, f.speed_dkmh, f.fuel_dl, f.time_quality,
            f.is_backfill
        FROM telemetry.fix AS f
        WHERE f.recorded_at >= {from} AND f.recorded_at < {to}
        -- The planner takes `begins` for a column of few values then, and hashes instead of sorting.
        OFFSET 0
    ) AS f
    GROUP BY f.lane, f.begins
),
step AS MATERIALIZED (
    SELECT
        s.lane, s.first_at, s.last_at,
        lag(s.last_at) OVER w                                                              AS before_at,
        tstzrange_subdiff(s.begins, {from})::integer / 3600                                AS hour
    FROM slice AS s
    WHERE s.begins < 'infinity'
    WINDOW w AS (PARTITION BY s.lane ORDER BY s.begins)
),
-- A rise is one from a slice to the next one that has a gauge value: what is used within ten minutes after filling up is not seen.
tank AS MATERIALIZED (
    SELECT
        t.lane,
        min(t.begins)                                                                      AS begins,
        min(t.least_dl) FILTER (WHERE t.number = 1)                                        AS first_dl,
        -- True as well of one slice alone.
        coalesce(bool_or(t.rise_dl >= 100) FILTER (WHERE t.number = 2), true)              AS rises_at_once,
        -- The last one, behind its second of the day.
        max((tstzrange_subdiff(t.begins, {from})::bigint << 32) | t.least_dl) & 4294967295 AS left_dl,
        sum(t.rise_dl) FILTER (WHERE t.rise_dl >= 100)                                     AS refuelled_dl
    FROM (
        SELECT s.lane, s.begins, s.least_dl, s.least_dl - lag(s.least_dl) OVER w AS rise_dl, row_number() OVER w AS number
        FROM slice AS s
        WHERE s.begins < 'infinity' AND s.least_dl IS NOT NULL
        WINDOW w AS (PARTITION BY s.lane ORDER BY s.begins)
    ) AS t
    GROUP BY t.lane
),
-- Two fixes may share their second.
gap AS MATERIALIZED (
    SELECT
        s.lane, tstzrange_subdiff(s.first_at, s.before_at)                                 AS seconds,
        tstzrange_subdiff(s.before_at, {from})::bigint                                     AS begins,
        tstzrange_subdiff(s.first_at, {from})::bigint                                      AS ends
    FROM step AS s
    WHERE s.first_at - s.before_at > interval '10 minutes'
),
-- What the first slices are too coarse for: the first reading of the odometer, and the fullest tank of the first ten minutes with a gauge,
-- or where it is filled up within them, the fullest before.
opening AS MATERIALIZED (
    SELECT
        x.lane, (odometer.second << 32) | odometer.first_hm AS first_hm, odometer.first_hm AS hm,
        CASE WHEN k.rises_at_once AND brim.full_dl - k.first_dl >= 100 THEN low.full_dl ELSE brim.full_dl END AS full_dl
    FROM (
        SELECT s.lane, min(s.begins) FILTER (WHERE s.last_hm IS NOT NULL) AS hm_begins
        FROM slice AS s
        WHERE s.begins < 'infinity'
        GROUP BY s.lane
    ) AS x
    LEFT JOIN tank AS k USING (lane)
    LEFT JOIN LATERAL (
        SELECT tstzrange_subdiff(f.recorded_at, {from})::bigint AS second, f.odometer_hm AS first_hm
        FROM telemetry.fix AS f
        WHERE f.terminal_id = {terminal} AND f.recorded_at >= x.hm_begins AND f.recorded_at < x.hm_begins + interval '10 minutes'
            AND f.recorded_at >= {from} AND f.recorded_at < {to} AND {lane} = x.lane AND f.time_quality = 0
            AND f.odometer_hm IS NOT NULL
        ORDER BY f.recorded_at, f.odometer_hm
        LIMIT 1
    ) AS odometer ON true
    LEFT JOIN LATERAL (
        SELECT max(f.fuel_dl) AS full_dl
        FROM telemetry.fix AS f
        WHERE f.terminal_id = {terminal} AND f.recorded_at >= k.begins AND f.recorded_at < k.begins + interval '10 minutes'
            AND f.recorded_at >= {from} AND f.recorded_at < {to} AND {lane} = x.lane AND f.time_quality = 0 AND f.fuel_dl > 0
            AND f.fuel_dl < 32768
    ) AS brim ON true
    LEFT JOIN LATERAL (
        SELECT max(f.fuel_dl) FILTER (WHERE f.recorded_at <= f.least_at) AS full_dl
        FROM (
            SELECT f.fuel_dl, f.recorded_at, first_value(f.recorded_at) OVER (ORDER BY f.fuel_dl, f.recorded_at) AS least_at
            FROM telemetry.fix AS f
            WHERE k.rises_at_once AND f.terminal_id = {terminal} AND f.recorded_at >= k.begins
                AND f.recorded_at < k.begins + interval '10 minutes' AND f.recorded_at >= {from} AND f.recorded_at < {to}
                AND {lane} = x.lane AND f.time_quality = 0 AND f.fuel_dl > 0 AND f.fuel_dl < 32768
        ) AS f
    ) AS low ON true
),
odometer AS (
    SELECT
        r.lane,
        -- 150 km/h are 10/24 hm a second. What steps back adds nothing.
        sum(r.hm - r.before_hm) FILTER (WHERE r.hm - r.before_hm BETWEEN 0 AND 1 + r.seconds * 10 / 24) AS odometer_hm,
        max(r.last_hm) & 4294967295                                                        AS last_hm
    FROM (
        SELECT
            r.lane, r.last_hm, r.last_hm & 4294967295 AS hm, lag(r.last_hm) OVER w & 4294967295 AS before_hm,
            (r.last_hm >> 32) - (lag(r.last_hm) OVER w >> 32)                              AS seconds
        FROM (
            SELECT s.lane, s.last_hm FROM slice AS s WHERE s.begins < 'infinity' AND s.last_hm IS NOT NULL
            UNION ALL
            SELECT o.lane, o.first_hm FROM opening AS o WHERE o.first_hm IS NOT NULL
        ) AS r
        WINDOW w AS (PARTITION BY r.lane ORDER BY r.last_hm)
    ) AS r
    GROUP BY r.lane
),
way AS MATERIALIZED (
    SELECT
        d.lane,
        -- 150 km/h, and what two positions may be wrong by.
        sum(d.metres) FILTER (WHERE d.metres <= 100 + d.seconds * 42)                      AS track_m,
        count(*) FILTER (WHERE d.metres > 100 + d.seconds * 42)                            AS jumps,
        -- Between two fixes in motion it stood for what the way between them, at some 18 km/h, does not take.
        count(*) FILTER (WHERE d.seconds - d.metres * 0.2::float8 > 60)                    AS stops,
        sum(d.seconds - d.metres * 0.2::float8) FILTER (WHERE d.seconds - d.metres * 0.2::float8 > 60) AS stop_s,
        -- Those in which there is room for a gap.
        array_agg(d.ends) FILTER (WHERE d.seconds >= 600 AND d.seconds - d.metres * 0.2::float8 > 60)    AS long_ends,
        array_agg(d.seconds) FILTER (WHERE d.seconds >= 600 AND d.seconds - d.metres * 0.2::float8 > 60) AS long_s,
        array_agg(d.metres) FILTER (WHERE d.seconds >= 600 AND d.seconds - d.metres * 0.2::float8 > 60)  AS long_m
    FROM (
        SELECT
            q.lane, q.ends, q.seconds,
            -- One degree of latitude is 111.32 km; on so short a way the earth is flat. cos2 x = (1 + cos 2x) / 2.
            0.11132::float8 * sqrt(
                q.north * q.north + q.east * q.east * (0.5::float8 + 0.5::float8 * cos(q.lat * 3.490658503988659e-8::float8)))
                                                                                           AS metres
        FROM (
            SELECT
                p.lane, p.place >> 46 AS ends, ((p.place >> 46) - (p.before >> 46))::float8 AS seconds,
                -- Differences with the sign that 26 and 20 bits of them have.
                (((p.place >> 20) - (p.before >> 20)) << 38 >> 38)::float8                 AS north,
                ((p.place - p.before) << 44 >> 44)::float8                                 AS east,
                ((p.place >> 20) & 67108863)::float8                                        AS lat
            FROM (
                -- Each with the one before: the same places once more, from the second on.
                SELECT w.lane, unnest(w.places) AS before, unnest(w.places[2:]) AS place
                FROM (
                    SELECT u.lane, array_agg(u.place ORDER BY u.place) AS places
                    FROM (SELECT s.lane, unnest(s.places) AS place FROM slice AS s ORDER BY s.lane, s.begins) AS u
                    GROUP BY u.lane
                ) AS w
                ORDER BY w.lane
            ) AS p
            WHERE p.place IS NOT NULL
            ORDER BY p.lane
        ) AS q
        ORDER BY q.lane
    ) AS d
    GROUP BY d.lane
),
-- A vehicle that was switched off did not stand there.
absent AS (
    SELECT t.lane, count(*) AS stops, sum(t.seconds - t.metres * 0.2) AS stop_s
    FROM (
        SELECT w.lane, u.ends, u.seconds, u.metres
        FROM way AS w
        CROSS JOIN LATERAL unnest(w.long_ends, w.long_s, w.long_m) AS u (ends, seconds, metres)
    ) AS t
    WHERE EXISTS (SELECT FROM gap AS g WHERE g.lane = t.lane AND g.begins >= t.ends - t.seconds AND g.ends <= t.ends)
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
        max(s.hour) - min(s.hour) + 1 - bit_count(bit_or(1 << s.hour)::bit(32))            AS silent_hours
    FROM step AS s
    GROUP BY s.lane
),
whole AS (
    SELECT
        s.lane,
        min(s.first_at)                                                                    AS any_at,
        min(s.first_received_at - s.first_at) FILTER (WHERE s.begins < 'infinity' AND s.backfill = 0)  AS least_lag,
        sum(s.fixes)                                                                       AS fixes,
        sum(s.late)                                                                        AS late,
        sum(s.backfill)                                                                    AS backfill,
        coalesce(sum(s.fixes) FILTER (WHERE s.begins = 'infinity'), 0)                     AS bad_clock,
        sum(s.unplaced)                                                                    AS unplaced,
        coalesce(max(s.top_speed_dkmh) FILTER (WHERE s.begins < 'infinity'), 0)            AS top_speed_dkmh
    FROM slice AS s
    GROUP BY s.lane
),
mounted AS MATERIALIZED (
    SELECT
        w.*, coalesce(mount.vehicle_id, 0) AS vehicle_id, coalesce(assignment.carrier_id, 0) AS carrier_id
    FROM (SELECT x.*, {terminal} AS terminal_id, {since} AS since FROM whole AS x) AS w
    LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = w.terminal_id AND mount.valid @> w.any_at
    LEFT JOIN registry.vehicle_assignment AS assignment
        ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> w.any_at
),
-- Of those that were on a vehicle at once, the one with the most fixes of that time tells its way.
told AS (
    SELECT
        w.*,
        w.vehicle_id = 0 OR w.terminal_id = first_value(w.terminal_id) OVER (
            PARTITION BY w.vehicle_id, w.carrier_id, w.since ORDER BY w.fixes - w.bad_clock DESC, w.terminal_id) AS counts_for_vehicle
    FROM mounted AS w
)
SELECT
    w.terminal_id,
    w.vehicle_id,
    w.carrier_id,
    min(t.first_at)                                                                        AS first_fix_at,
    max(t.last_at)                                                                         AS last_fix_at,
    (array_agg(b.hm ORDER BY t.first_at) FILTER (WHERE b.hm IS NOT NULL))[1]               AS first_odometer_hm,
    (array_agg(o.last_hm ORDER BY t.last_at DESC) FILTER (WHERE o.last_hm IS NOT NULL))[1] AS last_odometer_hm,
    round(extract(epoch FROM min(w.least_lag)) * 1000)::bigint                             AS least_lag_ms,
    {day}                                                                                  AS service_date,
    sum(w.fixes)::integer                                                                  AS fixes,
    sum(w.late)::integer                                                                   AS late_fixes,
    sum(w.backfill)::integer                                                               AS backfill_fixes,
    sum(w.bad_clock)::integer                                                              AS bad_clock_fixes,
    sum(w.unplaced)::integer                                                               AS unplaced_fixes,
    coalesce(round(sum(date_part('epoch', t.last_at - t.first_at) - coalesce(g.seconds, 0))), 0)::integer  AS online_s,
    (coalesce(sum(o.odometer_hm), 0) * 100)::integer                                       AS odometer_m,
    coalesce(round(sum(m.track_m)), 0)::integer                                            AS track_m,
    coalesce(sum(m.jumps), 0)::integer                                                     AS jumps,
    (coalesce(sum(m.stops), 0) - coalesce(sum(d.stops), 0))::integer                       AS stops,
    round(coalesce(sum(m.stop_s), 0) - coalesce(sum(d.stop_s), 0))::integer                AS stop_s,
    coalesce(sum(g.gaps), 0)::integer                                                      AS gaps,
    coalesce(round(sum(g.seconds)), 0)::integer                                            AS gap_s,
    coalesce(round(max(g.longest)), 0)::integer                                            AS longest_gap_s,
    coalesce(sum(t.silent_hours), 0)::integer                                              AS silent_hours,
    max(w.top_speed_dkmh)                                                                  AS top_speed_dkmh,
    (sum(greatest(b.full_dl - k.left_dl + coalesce(k.refuelled_dl, 0), 0)) FILTER (WHERE b.full_dl IS NOT NULL))::integer
                                                                                           AS fuel_used_dl,
    coalesce(sum(k.refuelled_dl), 0)::integer                                              AS refuelled_dl,
    w.counts_for_vehicle
FROM told AS w
LEFT JOIN timed AS t USING (lane)
LEFT JOIN gone AS g USING (lane)
LEFT JOIN opening AS b USING (lane)
LEFT JOIN tank AS k USING (lane)
LEFT JOIN odometer AS o USING (lane)
LEFT JOIN way AS m USING (lane)
LEFT JOIN absent AS d USING (lane)
GROUP BY w.terminal_id, w.vehicle_id, w.carrier_id, w.counts_for_vehicle
