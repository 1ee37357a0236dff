-- 18 车辆停留点
--
-- Where a vehicle stayed for so many seconds between two times of a day: the nearest collection point within so many metres of every fix, where
-- there is one, and how many lifts came meanwhile. Fixes that stand together are those below 5 km/h with the same point, without ten minutes
-- in between of which nothing is known. For every single fix ask report.vehicle_track.
--
-- @param plate text - 车牌号
-- @param day date yesterday 日期
-- @param from time 06:00 起始时刻
-- @param to time 08:00 截止时刻
-- @param seconds integer 60 停留秒数
-- @param metres integer 50 距离(米)
-- @column service_date 日期
-- @column plate_no 车牌号
-- @column stayed_from 停留开始
-- @column stayed_to 停留结束
-- @column stayed_s 停留秒数
-- @column point_code 收集点编码
-- @column point_name 收集点
-- @column distance_m 最近距离(米)
-- @column lifts 收运次数
-- @column lon 经度
-- @column lat 纬度
WITH mounted AS MATERIALIZED (
    SELECT m.terminal_id, m.valid
    FROM registry.vehicle AS v
    JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
    WHERE v.plate_no = :'plate'
        AND m.valid && tstzrange(
            (:'day'::date + :'from'::time) AT TIME ZONE 'Asia/Shanghai', (:'day'::date + :'to'::time) AT TIME ZONE 'Asia/Shanghai')
), slow AS (
    SELECT
        f.terminal_id, f.recorded_at, f.lon_e6, f.lat_e6, n.code, n.name, n.distance_m, f.is_slow,
        count(*) FILTER (WHERE f.is_behind_gap) OVER (ORDER BY f.recorded_at, f.terminal_id) AS stretch,
        row_number() OVER (ORDER BY f.recorded_at, f.terminal_id) AS number
    FROM (
        SELECT f.terminal_id, f.recorded_at, f.lon_e6, f.lat_e6, f.speed_dkmh < 50 AS is_slow,
            f.recorded_at - lag(f.recorded_at) OVER (ORDER BY f.recorded_at, f.terminal_id) > interval '10 minutes' AS is_behind_gap
        FROM mounted AS m
        JOIN telemetry.fix AS f ON f.terminal_id = m.terminal_id AND m.valid @> f.recorded_at
        WHERE f.recorded_at >= (:'day'::date + :'from'::time) AT TIME ZONE 'Asia/Shanghai'
            AND f.recorded_at < (:'day'::date + :'to'::time) AT TIME ZONE 'Asia/Shanghai'
            -- Without a position a terminal sends its last one.
            AND f.lon_e6 IS NOT NULL AND f.status_bits & 2 <> 0 AND f.time_quality = 0
    ) AS f
    LEFT JOIN LATERAL (
        SELECT near.code, near.name, near.distance_m
        FROM (
            -- The index orders by degrees, of which one of longitude is shorter: the nearest in metres is among the first.
            SELECT p.code, p.name, ST_DistanceSphere(p.place, here.place) AS distance_m
            FROM registry.collection_point AS p
            CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint(f.lon_e6 / 1000000.0, f.lat_e6 / 1000000.0), 4326) AS place) AS here
            ORDER BY p.place <-> here.place
            LIMIT 8
        ) AS near
        WHERE near.distance_m <= :'metres'::integer
        ORDER BY near.distance_m, near.code
        LIMIT 1
    ) AS n ON f.is_slow
), islands AS (
    SELECT s.*, s.number - row_number() OVER (PARTITION BY s.is_slow, s.code ORDER BY s.number) AS island
    FROM slow AS s
), stays AS (
    SELECT
        i.code, i.name, min(i.recorded_at) AS first_at, max(i.recorded_at) AS last_at,
        min(i.distance_m) AS distance_m, avg(i.lon_e6) AS lon_e6, avg(i.lat_e6) AS lat_e6
    FROM islands AS i
    WHERE i.is_slow
    GROUP BY i.code, i.name, i.stretch, i.island
    HAVING extract(epoch FROM max(i.recorded_at) - min(i.recorded_at)) >= :'seconds'::integer
)
SELECT
    :'day'::date AS service_date,
    :'plate' AS plate_no,
    s.first_at AT TIME ZONE 'Asia/Shanghai' AS stayed_from,
    s.last_at AT TIME ZONE 'Asia/Shanghai' AS stayed_to,
    extract(epoch FROM s.last_at - s.first_at)::integer AS stayed_s,
    s.code AS point_code,
    s.name AS point_name,
    round(s.distance_m::numeric, 0) AS distance_m,
    l.lifts,
    (s.lon_e6 / 1000000.0)::numeric(10, 6) AS lon,
    (s.lat_e6 / 1000000.0)::numeric(10, 6) AS lat
FROM stays AS s
CROSS JOIN LATERAL (
    SELECT count(*) AS lifts
    FROM mounted AS m
    JOIN telemetry.lift AS l ON l.terminal_id = m.terminal_id AND m.valid @> l.recorded_at
    WHERE l.recorded_at BETWEEN s.first_at AND s.last_at
        AND l.recorded_at >= (:'day'::date + :'from'::time) AT TIME ZONE 'Asia/Shanghai'
        AND l.recorded_at < (:'day'::date + :'to'::time) AT TIME ZONE 'Asia/Shanghai'
) AS l
ORDER BY s.first_at;
