-- What deploy/demo shows: how much of each kind is stored, where the newest fixes were made, and what was collected on the simulated
-- day, beside its ground truth. Variable `day` is that day, standard input its ground truth (JSON lines).
\set ON_ERROR_STOP 1
\pset footer off
WITH counts (place, what, rows, terminals) AS (
    SELECT 1, 'terminals (车载终端)', count(*), NULL::bigint FROM registry.terminal
    UNION ALL
    SELECT 2, 'fixes (定位)', count(*), count(DISTINCT terminal_id) FROM telemetry.fix
    UNION ALL
    SELECT 3, '  of these backfilled (补传)', count(*), count(DISTINCT terminal_id) FROM telemetry.fix WHERE is_backfill
    UNION ALL
    SELECT 4, 'lifts (收运)', count(*), count(DISTINCT terminal_id) FROM telemetry.lift
    UNION ALL
    SELECT 5, 'tag reads (读卡)', count(*), count(DISTINCT terminal_id) FROM telemetry.tag_read
    UNION ALL
    SELECT 6, 'weighings at stations and plants (过磅)', count(*), count(DISTINCT terminal_id) FROM telemetry.station_weighing
    UNION ALL
    SELECT 7, 'other messages (其他消息)', count(*), count(DISTINCT terminal_id) FROM telemetry.message
    UNION ALL
    SELECT 8, 'quarantined (隔离数据)', count(*), NULL FROM telemetry.quarantine
)
SELECT what, rows, terminals AS of_terminals
FROM counts
ORDER BY place;

\echo Newest fixes, one a terminal:
SELECT terminal, plate, recorded, lon, lat, km_h, odometer_km
FROM (
    SELECT DISTINCT ON (f.terminal_id)
        f.received_at,
        t.number AS terminal,
        t.reported_plate_no AS plate,
        to_char(f.recorded_at AT TIME ZONE telemetry.site_time_zone(), 'MM-DD HH24:MI:SS') AS recorded,
        round(f.lon_e6 / 1e6, 6) AS lon,
        round(f.lat_e6 / 1e6, 6) AS lat,
        round(f.speed_dkmh / 10.0, 1) AS km_h,
        round(f.odometer_hm / 10.0, 1) AS odometer_km
    FROM telemetry.fix AS f
    JOIN registry.terminal AS t USING (terminal_id)
    ORDER BY f.terminal_id, f.recorded_at DESC
) AS newest
ORDER BY received_at DESC
LIMIT 8;

-- A control character as quote: JSON passes as it is.
CREATE TEMP TABLE truth (line jsonb NOT NULL);
\copy truth FROM pstdin WITH (FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01')
SELECT
    (:'day' || ' 00:00')::timestamp AT TIME ZONE telemetry.site_time_zone() AS day_begins,
    (:'day' || ' 00:00')::timestamp AT TIME ZONE telemetry.site_time_zone() + interval '1 day' AS day_ends \gset

\echo Collected on :day, by the street whose bin the tag stood for:
SELECT
    CASE WHEN l.tag_id IS NULL OR l.tag_id = '' THEN '(no tag read, 未读到标签)' ELSE coalesce(s.name, '(unknown tag, 未绑定标签)') END AS street,
    count(*) AS lifts,
    count(DISTINCT placement.collection_point_id) AS points,
    round(sum(l.net_g) / 1000.0, 1) AS net_kg
FROM telemetry.lift AS l
LEFT JOIN registry.tag_binding AS tag
    ON tag.tag_tech = l.tag_tech AND tag.tag_id = l.tag_id AND tag.valid @> l.recorded_at
LEFT JOIN registry.bin_placement AS placement ON placement.bin_id = tag.bin_id AND placement.valid @> l.recorded_at
LEFT JOIN registry.point_affiliation AS affiliation
    ON affiliation.collection_point_id = placement.collection_point_id AND affiliation.valid @> l.recorded_at
LEFT JOIN registry.community AS c ON c.community_id = affiliation.community_id
LEFT JOIN registry.street AS s ON s.street_id = c.street_id
WHERE l.recorded_at >= :'day_begins' AND l.recorded_at < :'day_ends'
    AND l.terminal_id IN (
        SELECT t.terminal_id FROM registry.terminal AS t JOIN truth ON t.number = truth.line ->> 'terminal'
        WHERE truth.line ->> 'kind' = 'vehicle'
    )
GROUP BY street
ORDER BY min(s.code) NULLS LAST, street;

-- Fixes without a date of their own are filed under the time of receipt, and anew each time the demo runs: they are not compared.
CREATE TEMP VIEW compared AS
WITH sent AS (SELECT line FROM truth WHERE line ->> 'kind' = 'totals'),
simulated AS (
    SELECT DISTINCT t.terminal_id FROM registry.terminal AS t JOIN truth ON t.number = truth.line ->> 'terminal'
    WHERE truth.line ->> 'kind' IN ('vehicle', 'station', 'plant')
),
lifts AS (
    SELECT count(*) AS rows, coalesce(sum(net_g), 0) AS net_g FROM telemetry.lift JOIN simulated USING (terminal_id)
    WHERE recorded_at >= :'day_begins' AND recorded_at < :'day_ends'
),
weighings AS (
    SELECT count(*) AS rows, coalesce(sum(net_g), 0) AS net_g
    FROM telemetry.station_weighing JOIN simulated USING (terminal_id)
    WHERE recorded_at >= :'day_begins' AND recorded_at < :'day_ends'
)
SELECT
    1 AS place,
    'fixes with a time of their own (定位)' AS what,
    (line ->> 'fix_rows')::bigint - (line ->> 'fix_rows_without_date')::bigint - (line ->> 'fix_rows_in_future')::bigint
        AS happened,
    (
        SELECT count(*) FROM telemetry.fix JOIN simulated USING (terminal_id)
        WHERE recorded_at >= :'day_begins' AND recorded_at < :'day_ends' AND time_quality = 0
    ) AS stored
FROM sent
UNION ALL
SELECT 2, 'lifts (收运)', (line ->> 'lift_rows')::bigint, rows FROM sent, lifts
UNION ALL
SELECT 3, 'kilograms lifted (收运净重)', round((line ->> 'lift_net_g')::bigint / 1000.0, 3), round(net_g / 1000.0, 3) FROM sent, lifts
UNION ALL
SELECT 4, 'tag reads (读卡)', (line ->> 'tag_read_rows')::bigint, (
    SELECT count(*) FROM telemetry.tag_read JOIN simulated USING (terminal_id)
    WHERE recorded_at >= :'day_begins' AND recorded_at < :'day_ends'
) FROM sent
UNION ALL
SELECT 5, 'weighings at stations and plants (过磅)', (line ->> 'station_weighing_rows')::bigint, rows FROM sent, weighings
UNION ALL
SELECT 6, 'kilograms weighed there (过磅净重)', round((line ->> 'station_weighing_net_g')::bigint / 1000.0, 3),
    round(net_g / 1000.0, 3)
FROM sent, weighings;

\echo What happened on :day, and what is stored of it:
SELECT what, happened, stored FROM compared ORDER BY place;

SELECT count(*) = 6 AND bool_and(happened = stored) AS matches FROM compared \gset
\if :matches
\echo 'All counts and kilograms are those of the ground truth (与真值完全一致).'
\else
\warn 'Counts or kilograms DIFFER from the ground truth (与真值不符).'
-- So that psql ends with an error: \q has no status.
DO $$ BEGIN RAISE EXCEPTION 'the database does not hold what happened'; END $$;
\endif
