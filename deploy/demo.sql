-- What deploy/demo shows: how much of each kind is stored, and where the newest fixes were made.
\pset footer off
WITH counts (place, what, rows, terminals) AS (
    SELECT 1, 'terminals (车载终端)', count(*), NULL::bigint FROM registry.terminal
    UNION ALL
    SELECT 2, 'fixes (定位)', count(*), count(DISTINCT terminal_id) FROM telemetry.fix
    UNION ALL
    SELECT 3, '  of these backfilled (补传)', count(*), count(DISTINCT terminal_id) FROM telemetry.fix WHERE is_backfill
    UNION ALL
    SELECT 4, 'other messages (其他消息)', count(*), count(DISTINCT terminal_id) FROM telemetry.message
    UNION ALL
    SELECT 5, 'quarantined (隔离数据)', count(*), NULL FROM telemetry.quarantine
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
