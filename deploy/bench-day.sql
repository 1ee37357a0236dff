-- A day of 300 vehicles for deploy/bench: 1,000,200 fixes, 15,000 lifts with their tag reads, 300 weighings, 4,000 due collections. Vehicles report every ten
-- seconds and drive for 45 % of the time, as on the simulated day, and rows lie in the order in which they came.

SELECT telemetry.ensure_day(date '2026-06-01' + offset_d) FROM generate_series(-1, 1) AS offset_d;

INSERT INTO registry.street (code, name) SELECT 's' || g, '街' || g FROM generate_series(1, 22) AS g;
INSERT INTO registry.community (street_id, code, name) SELECT 1 + g % 22, 'c' || g, '社' || g FROM generate_series(1, 250) AS g;
INSERT INTO registry.responsible_unit (community_id, code, name, kind)
SELECT 1 + g % 250, 'u' || g, '单' || g, 'residential' FROM generate_series(1, 2000) AS g;
INSERT INTO registry.collection_point (code, name) SELECT 'p' || g, '点' || g FROM generate_series(1, 2000) AS g;
INSERT INTO registry.point_affiliation (collection_point_id, community_id, responsible_unit_id, valid)
SELECT g, 1 + g % 250, g, '[2020-01-01,)' FROM generate_series(1, 2000) AS g;
INSERT INTO registry.bin (code, waste_type, volume_l) SELECT 'b' || g, 1 + g / 2 % 2, 240 FROM generate_series(1, 8000) AS g;
INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid)
SELECT g, 1 + (g - 1) / 4, '[2020-01-01,)' FROM generate_series(1, 8000) AS g;
INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
SELECT g, 3, int8send(1000000 + g), '[2020-01-01,)' FROM generate_series(1, 8000) AS g;
INSERT INTO registry.carrier (code, name) SELECT 'k' || g, '司' || g FROM generate_series(1, 5) AS g;
INSERT INTO registry.vehicle (plate_no) SELECT '京A' || g FROM generate_series(10001, 10300) AS g;
INSERT INTO registry.vehicle_assignment (vehicle_id, carrier_id, valid)
SELECT g, 1 + g % 5, '[2020-01-01,)' FROM generate_series(1, 300) AS g;
INSERT INTO registry.station (street_id, code, name) SELECT 1 + g % 22, 'st' || g, '站' || g FROM generate_series(1, 40) AS g;

-- Other terminals may be there already.
INSERT INTO registry.terminal (number) SELECT (19911400000 + g)::text FROM generate_series(1, 340) AS g;
CREATE TEMPORARY TABLE bench_terminal AS
SELECT terminal_id, row_number() OVER (ORDER BY terminal_id)::integer AS n
FROM registry.terminal
WHERE number LIKE '199114%';
INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, station_id, valid)
SELECT terminal_id, CASE WHEN n <= 300 THEN n END, CASE WHEN n > 300 THEN n - 300 END, '[2020-01-01,)' FROM bench_terminal;

INSERT INTO telemetry.fix (
    terminal_id, recorded_at, received_at, alarm_bits, status_bits, odometer_hm, body_hash, lon_e6, lat_e6, altitude_m, speed_dkmh,
    course_deg, fuel_dl, satellites, signal, time_quality, is_backfill)
SELECT
    d.terminal_id, d.at, d.at + interval '1 second', 0, 3, 50000 + d.driven * 9 / 10, hashint8(d.n * 100000 + d.i),
    116000000 + d.n * 1000 + abs(d.driven % 400 - 200) * 900, 40100000 + d.n * 100 + d.driven * 31 % 3000, 40,
    CASE WHEN d.i % 20 < 9 THEN 300 ELSE 0 END, 90, 2000 - d.driven / 4, 12, 20, 0, false
FROM (
    SELECT
        t.terminal_id, t.n, i, timestamptz '2026-06-01 04:00+08' + i * interval '10 seconds' + t.n * interval '31 ms' AS at,
        i / 20 * 9 + least(i % 20, 9) AS driven
    FROM generate_series(0, 3333) AS i
    CROSS JOIN bench_terminal AS t
    WHERE t.n <= 300
) AS d
ORDER BY d.at;

INSERT INTO telemetry.lift (
    terminal_id, recorded_at, received_at, seq, boot_no, lon_e6, lat_e6, fix_age_ds, gross_g, tare_g, net_g, weigh_flags, weigh_mode,
    waste_type, quality, tag_tech, time_quality, tag_id)
SELECT
    t.terminal_id, t.at, t.at + interval '1 second', 2 * i + 2, 1, 116000000, 40100000, 5, 60000, 12000, 48000, 1, 1, 1, 1, 3, 0,
    int8send(1000001 + (t.n * 100 + i / 2 * 4) % 8000 + i % 2)
FROM (
    SELECT t.terminal_id, t.n, i, timestamptz '2026-06-01 04:10+08' + i * interval '4 minutes' + t.n * interval '31 ms' AS at
    FROM generate_series(0, 49) AS i
    CROSS JOIN bench_terminal AS t
    WHERE t.n <= 300
) AS t
ORDER BY t.at;
INSERT INTO telemetry.tag_read (
    terminal_id, recorded_at, received_at, seq, boot_no, tag_tech, reader, antenna, rssi_dbm, time_quality, tag_id)
SELECT terminal_id, recorded_at - interval '2 seconds', received_at, seq - 1, boot_no, tag_tech, 1, 1, -55, 0, tag_id
FROM telemetry.lift
WHERE recorded_at >= '2026-06-01 00:00+08' AND recorded_at < '2026-06-02 00:00+08';
INSERT INTO telemetry.station_weighing (
    terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, scale_no, direction, weigh_mode,
    tare_source, waste_type, identified_by, tag_tech, time_quality, ticket, plate_no)
SELECT
    t.terminal_id, w.at, w.at, g, 1, 9000000, 6000000, 3000000, 1, 1, 1, 4, 2, 1, 2, 0, 0, 'T' || g, '京A' || 10000 + g
FROM generate_series(1, 300) AS g
JOIN bench_terminal AS t ON t.n = 301 + g % 40
CROSS JOIN LATERAL (SELECT timestamptz '2026-06-01 08:00+08' + g * interval '61 seconds' AS at) AS w;

-- Each point is due in the morning and in the evening; of twenty tasks seventeen are done in time.
INSERT INTO ops.collection_task (
    collection_point_id, window_start, window_end, deadline, collection_rule_id, street_id, community_id, responsible_unit_id,
    collected_at, known_at, lift_terminal_id, lift_seq, service_date, lift_boot_no, least_net_g, waste_type, rule_specificity, rule_code,
    outcome, cause, evidence_kind)
SELECT
    t.collection_point_id, t.window_start, t.deadline, t.deadline, 1, t.street_id, t.community_id, t.responsible_unit_id, t.collected_at,
    coalesce(t.collected_at, t.deadline), t.done, t.done, '2026-06-01', t.done, 1000, 1, 0, 'k',
    CASE t.place WHEN 18 THEN 'missed' WHEN 19 THEN 'unconfirmed' WHEN 17 THEN 'late' ELSE 'on_time' END,
    CASE t.place WHEN 18 THEN 'no_visit' WHEN 19 THEN 'terminal_offline' END, CASE WHEN t.done IS NOT NULL THEN 'lift' END
FROM (
    SELECT
        a.collection_point_id, a.community_id, a.responsible_unit_id, c.street_id, w.window_start, w.window_start + interval '3 hours' AS deadline,
        p.place, CASE WHEN p.place < 18 THEN 1 END AS done,
        CASE WHEN p.place < 17 THEN w.window_start + interval '1 hour' WHEN p.place = 17 THEN w.window_start + interval '4 hours' END
            AS collected_at
    FROM registry.point_affiliation AS a
    JOIN registry.community AS c USING (community_id)
    CROSS JOIN (VALUES (0, timestamptz '2026-06-01 04:00+08'), (1, '2026-06-01 19:00+08')) AS w (number, window_start)
    CROSS JOIN LATERAL (SELECT (2 * a.collection_point_id + w.number) % 20 AS place) AS p
) AS t;
