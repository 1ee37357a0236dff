-- A district of :points collection points and :vehicles vehicles for deploy/measure-timeliness. One bin a point; three windows a day for all
-- of them at once, so that every point falls due at every deadline. `:days` days before 2 June 2026 were judged; that day is still to come,
-- with its fixes and lifts; of eight days before there are the lifts.
--
-- Every vehicle reports each ten seconds of the day and serves its row of points in every window, one after the other. A point's number
-- and the window say what is wrong there: at one of thirty the vehicle stands for a minute and a half and reads nothing, one of thirty is left out.
-- Of the second window the last half of what every twentieth vehicle did comes 40 minutes after it. So one task in eleven is not
-- collected as far as is known at its deadline.

SET timezone = 'Asia/Shanghai';
SET jit = off;
SET work_mem = '256MB';

SELECT telemetry.ensure_day(date '2026-06-02' + offset_d) FROM generate_series(-8, 1) AS offset_d \g /dev/null

ALTER TABLE registry.bin DISABLE TRIGGER USER;
ALTER TABLE registry.bin_placement DISABLE TRIGGER USER;
ALTER TABLE registry.collection_point DISABLE TRIGGER USER;
ALTER TABLE registry.point_affiliation DISABLE TRIGGER USER;
ALTER TABLE registry.tag_binding DISABLE TRIGGER USER;
INSERT INTO registry.street (code, name) SELECT 's' || g, '街' || g FROM generate_series(1, 22) AS g;
INSERT INTO registry.community (street_id, code, name) SELECT 1 + g % 22, 'c' || g, '社' || g FROM generate_series(1, 250) AS g;
INSERT INTO registry.responsible_unit (community_id, code, name, kind)
SELECT 1 + g % 250, 'u' || g, '单' || g, 'residential' FROM generate_series(1, 2000) AS g;
-- Fifty metres and more from each other.
INSERT INTO registry.collection_point (code, name, place)
SELECT 'p' || g, '点' || g, ST_SetSRID(ST_MakePoint(116.0 + g % 317 * 0.0006, 40.0 + g / 317 * 0.0006), 4326)
FROM generate_series(1, :points) AS g;
INSERT INTO registry.point_affiliation (collection_point_id, community_id, responsible_unit_id, valid)
SELECT g, 1 + g % 250, 1 + g % 2000, '[2020-01-01,)' FROM generate_series(1, :points) AS g;
INSERT INTO registry.bin (code, waste_type, volume_l) SELECT 'b' || g, 1, 240 FROM generate_series(1, :points) AS g;
INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid) SELECT g, g, '[2020-01-01,)' FROM generate_series(1, :points) AS g;
INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
SELECT g, 3, int8send(1000000 + g), '[2020-01-01,)' FROM generate_series(1, :points) AS g;
INSERT INTO registry.carrier (code, name) SELECT 'k' || g, '司' || g FROM generate_series(1, 5) AS g;
INSERT INTO registry.vehicle (plate_no) SELECT '京A' || 10000 + g FROM generate_series(1, :vehicles) AS g;
INSERT INTO registry.vehicle_assignment (vehicle_id, carrier_id, valid)
SELECT g, 1 + g % 5, '[2020-01-01,)' FROM generate_series(1, :vehicles) AS g;
INSERT INTO registry.terminal (number) SELECT (19911400000 + g)::text FROM generate_series(1, :vehicles) AS g;
INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid) SELECT g, g, '[2020-01-01,)' FROM generate_series(1, :vehicles) AS g;
INSERT INTO ops.collection_rule (code, name, waste_type, windows)
VALUES ('ALL', '厨余 一日三次', 1, '04:00-07:00 09:00-12:00 19:00-22:00');
-- Else the days below, which have tasks and no telemetry, would be judged again.
TRUNCATE ops.recheck_range, stats.dirty_range;
ALTER TABLE registry.bin ENABLE TRIGGER USER;
ALTER TABLE registry.bin_placement ENABLE TRIGGER USER;
ALTER TABLE registry.collection_point ENABLE TRIGGER USER;
ALTER TABLE registry.point_affiliation ENABLE TRIGGER USER;
ALTER TABLE registry.tag_binding ENABLE TRIGGER USER;

CREATE TEMPORARY TABLE measure_window AS
SELECT w.n, make_interval(hours => w.hour) AS starts FROM (VALUES (0, 4), (1, 9), (2, 19)) AS w (n, hour);

-- What was judged before: the usual vehicle is learnt from it.
INSERT INTO ops.collection_task (
    service_date, collection_point_id, waste_type, window_start, window_end, deadline, collection_rule_id, rule_code, rule_specificity,
    least_net_g, street_id, community_id, responsible_unit_id, outcome, collected_at, known_at, lift_terminal_id, lift_boot_no, lift_seq,
    evidence_kind, vehicle_id, carrier_id)
SELECT
    d.day::date, g, 1, d.day + w.starts, d.day + w.starts + interval '3 hours', d.day + w.starts + interval '3 hours', 1, 'ALL', 1, 1000,
    1 + (1 + g % 250) % 22, 1 + g % 250, 1 + g % 2000, 'on_time', d.day + w.starts + interval '1 hour',
    d.day + w.starts + interval '1 hour', v.vehicle_id, 1, g * 3 + w.n, 'lift', v.vehicle_id, 1 + v.vehicle_id % 5
FROM generate_series(timestamptz '2026-06-02' - make_interval(days => :days), timestamptz '2026-06-01', interval '1 day') AS d (day)
CROSS JOIN measure_window AS w
CROSS JOIN generate_series(1, :points) AS g
CROSS JOIN LATERAL (SELECT least(1 + (g - 1) / (:points / :vehicles), :vehicles) AS vehicle_id) AS v;
INSERT INTO ops.collection_day (service_date, planned_at, tasks, fingerprint)
SELECT k.service_date, min(k.window_start), count(*), 'measure' FROM ops.collection_task AS k GROUP BY k.service_date;

INSERT INTO telemetry.fix (
    terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6, altitude_m, speed_dkmh, course_deg,
    time_quality, is_backfill)
SELECT
    f.vehicle, f.at,
    CASE WHEN f.vehicle % 20 = 7 AND f.at BETWEEN timestamptz '2026-06-02 10:30' AND timestamptz '2026-06-02 12:40'
        THEN timestamptz '2026-06-02 12:40' ELSE f.at + interval '1 second' END,
    0, 3, f.vehicle * 10000 + f.i,
    116000000 + coalesce(s.point, f.vehicle * 1000) % 317 * 600 + (NOT coalesce(s.stands, true))::int * 300,
    40000000 + coalesce(s.point, f.vehicle * 1000) / 317 * 600 + (NOT coalesce(s.stands, true))::int * 300 - (s.point IS NULL)::int * 200000,
    40, CASE WHEN s.stands OR s.point IS NULL THEN 0 ELSE 250 END, 90, 0, false
FROM (
    SELECT v AS vehicle, i, timestamptz '2026-06-02' + i * interval '10 seconds' + v * interval '31 ms' AS at, i * 10 + v * 0.031 AS second
    FROM generate_series(0, 8639) AS i
    CROSS JOIN generate_series(1, :vehicles) AS v
) AS f
LEFT JOIN measure_window AS w ON f.second >= extract(hour FROM w.starts) * 3600 AND f.second < extract(hour FROM w.starts) * 3600 + 9720
LEFT JOIN LATERAL (
    SELECT p.number - CASE WHEN p.wrong <= 2 THEN p.wrong ELSE 0 END AS point, p.wrong <= 2 OR p.part < 0.6 AND p.wrong <> 10 AS stands
    FROM (
        SELECT q.number, q.part, (q.number + 7 * w.n) % 30 AS wrong
        FROM (
            SELECT
                (f.vehicle - 1) * (:points / :vehicles) + 1 + floor(r.stop)::int AS number,
                r.stop - floor(r.stop) AS part
            FROM (SELECT (f.second - extract(hour FROM w.starts) * 3600) * (:points / :vehicles) / 9720.0 AS stop) AS r
        ) AS q
    ) AS p
) AS s ON w.n IS NOT NULL
ORDER BY f.i, f.vehicle;

INSERT INTO telemetry.lift (
    terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, weigh_mode, waste_type, quality, tag_tech,
    time_quality, tag_id)
SELECT
    l.vehicle, l.at,
    CASE WHEN l.vehicle % 20 = 7 AND l.at BETWEEN timestamptz '2026-06-02 10:30' AND timestamptz '2026-06-02 12:40'
        THEN timestamptz '2026-06-02 12:40' ELSE l.at + interval '2 seconds' END,
    l.point * 3 + l.n, 2, 60000, 12000, 48000, 1, 1, 1, 0, 3, 0, int8send(1000000 + l.point)
FROM (
    SELECT
        g AS point, w.n, v.vehicle,
        timestamptz '2026-06-02' + w.starts
            + ((g - 1) % (:points / :vehicles) + 0.4 + CASE (g + 7 * w.n) % 30 WHEN 1 THEN 1.8 WHEN 2 THEN 1.0 ELSE 0 END) * 9720.0 / (:points / :vehicles) * interval '1 second' AS at
    FROM generate_series(1, :points / :vehicles * :vehicles) AS g
    CROSS JOIN measure_window AS w
    CROSS JOIN LATERAL (SELECT 1 + (g - 1) / (:points / :vehicles) AS vehicle) AS v
    WHERE (g + 7 * w.n) % 30 NOT IN (0, 10)
) AS l
ORDER BY l.at;

-- What was lifted in the days before, for which late data is followed.
INSERT INTO telemetry.lift (
    terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, weigh_mode, waste_type, quality, tag_tech,
    time_quality, tag_id)
SELECT
    l.terminal_id, l.recorded_at - d.n * interval '1 day', l.received_at - d.n * interval '1 day', l.seq + 1000000 * d.n, 1, l.gross_g, l.tare_g, l.net_g,
    l.weigh_flags, l.weigh_mode, l.waste_type, l.quality, l.tag_tech, l.time_quality, l.tag_id
FROM generate_series(1, 8) AS d (n)
CROSS JOIN telemetry.lift AS l
ORDER BY d.n DESC, l.recorded_at;

VACUUM (ANALYZE) ops.collection_task;
VACUUM (ANALYZE) telemetry.fix;
VACUUM (ANALYZE) telemetry.lift;
ANALYZE registry.collection_point, registry.point_affiliation, registry.bin, registry.bin_placement, registry.tag_binding, registry.vehicle,
    registry.terminal, registry.terminal_mount, registry.vehicle_assignment;

-- As if there had been a check at midnight, which knew all of that.
INSERT INTO ops.timeliness_watermark (name, reached_at, written_at, snapshot)
VALUES ('collection', '2026-06-02', '2026-06-02', pg_snapshot_xmax(pg_current_snapshot()));
