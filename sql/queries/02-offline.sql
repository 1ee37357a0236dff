-- 02 离线终端与衡器
--
-- Which terminals in use have been silent for longer than so many minutes of working time: since when, where they were last, whether
-- the vehicle had been switched off, and whom to call. Working hours of the days before count, the time between does not. A terminal at a station or plant speaks
-- when something is weighed, so its silence may mean that nothing was. Nothing within seven days: no time is given.
--
-- @param at moment now 时刻
-- @param minutes integer 30 离线分钟数
-- @param opens time 05:00 工作时间起
-- @param closes time 22:00 工作时间止
-- @column terminal_no 终端号
-- @column place_kind 安装类型
-- @column place_name 车牌号或场站
-- @column carrier_name 收运单位
-- @column contact_person 联系人
-- @column contact_phone 联系电话
-- @column last_at 最后记录时间
-- @column received_at 最后接收时间
-- @column silent_minutes 离线分钟数
-- @column is_ignition_on 末次ACC状态
-- @column lon 末次经度
-- @column lat 末次纬度
WITH asked AS MATERIALIZED (
    SELECT :'at'::timestamp AS at, (:'at'::timestamp AT TIME ZONE 'Asia/Shanghai') AS instant
), placed AS MATERIALIZED (
    SELECT
        t.terminal_id, t.number,
        CASE WHEN m.vehicle_id IS NOT NULL THEN '车辆' WHEN m.station_id IS NOT NULL THEN '清洁站' ELSE '处理厂' END AS place_kind,
        coalesce(v.plate_no, st.name, df.name) AS place_name, ca.name AS carrier_name, ca.contact_person, ca.contact_phone,
        m.vehicle_id IS NOT NULL AS is_mobile
    FROM asked AS a
    JOIN registry.terminal_mount AS m ON m.valid @> a.instant
    JOIN registry.terminal AS t ON t.terminal_id = m.terminal_id AND t.status = 'active'
    LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
    LEFT JOIN registry.vehicle_assignment AS va ON va.vehicle_id = m.vehicle_id AND va.valid @> a.instant
    LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id
    LEFT JOIN registry.station AS st ON st.station_id = m.station_id
    LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = m.disposal_facility_id
), seen AS (
    SELECT p.*, l.recorded_at, l.received_at, l.status_bits, l.lon_e6, l.lat_e6
    FROM placed AS p
    LEFT JOIN LATERAL (
        SELECT f.recorded_at, f.received_at, f.status_bits, f.lon_e6, f.lat_e6
        FROM telemetry.fix AS f
        WHERE f.terminal_id = p.terminal_id
            AND f.recorded_at > (:'at'::timestamp - interval '7 days') AT TIME ZONE 'Asia/Shanghai'
            AND f.recorded_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
        ORDER BY f.recorded_at DESC
        LIMIT 1
    ) AS l ON true
    WHERE p.is_mobile
    UNION ALL
    SELECT p.*, l.recorded_at, l.received_at, NULL, l.lon_e6, l.lat_e6
    FROM placed AS p
    LEFT JOIN LATERAL (
        SELECT r.recorded_at, r.received_at, r.lon_e6, r.lat_e6
        FROM telemetry.station_weighing AS r
        WHERE r.terminal_id = p.terminal_id
            AND r.recorded_at > (:'at'::timestamp - interval '7 days') AT TIME ZONE 'Asia/Shanghai'
            AND r.recorded_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
        ORDER BY r.recorded_at DESC
        LIMIT 1
    ) AS l ON true
    WHERE NOT p.is_mobile
), judged AS (
    SELECT s.*, w.silence
    FROM seen AS s
    CROSS JOIN asked AS a
    CROSS JOIN LATERAL (
        SELECT sum(greatest(
            least(a.at, d.day + :'closes'::time)
                - greatest(coalesce(s.recorded_at AT TIME ZONE 'Asia/Shanghai', a.at - interval '7 days'), d.day + :'opens'::time),
            interval '0')) AS silence
        FROM (SELECT a.at::date - n AS day FROM generate_series(0, 7) AS n) AS d
    ) AS w
    WHERE a.at::time BETWEEN :'opens'::time AND :'closes'::time
)
SELECT
    j.number AS terminal_no,
    j.place_kind,
    j.place_name,
    j.carrier_name,
    j.contact_person,
    j.contact_phone,
    j.recorded_at AT TIME ZONE 'Asia/Shanghai' AS last_at,
    j.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at,
    floor(extract(epoch FROM j.silence) / 60)::integer AS silent_minutes,
    j.status_bits & 1 = 1 AS is_ignition_on,
    (j.lon_e6 / 1000000.0)::numeric(10, 6) AS lon,
    (j.lat_e6 / 1000000.0)::numeric(10, 6) AS lat
FROM judged AS j
WHERE j.silence > make_interval(mins => :'minutes'::integer)
ORDER BY j.place_kind, j.recorded_at NULLS FIRST, j.number;
