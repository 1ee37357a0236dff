-- 17 车辆日报
--
-- A vehicle's day: time online, kilometres by odometer and by positions, first and last fix, stops, times of more than ten minutes without a
-- fix, lifts and kilograms, loads and plants, fuel, and litres for 100 km of the terminals with a gauge.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param plate text - 车牌号，空为全部
-- @column service_date 日期
-- @column plate_no 车牌号
-- @column carrier_name 收运单位
-- @column vehicle_kind 车辆类型
-- @column first_fix_at 首次定位时间
-- @column last_fix_at 末次定位时间
-- @column online_hours 在线时长(小时)
-- @column odometer_km 里程表里程(千米)
-- @column track_km 轨迹里程(千米)
-- @column stops 停车次数
-- @column gaps 中断次数
-- @column gap_minutes 中断分钟数
-- @column lifts 收运次数
-- @column net_kg 净重(千克)
-- @column estimated_kg 估算净重(千克)
-- @column trips 趟次
-- @column plants 到达处理厂
-- @column fuel_l 油耗(升)
-- @column litres_per_100_km 百公里油耗(升)
WITH track AS (
    SELECT
        t.service_date, t.vehicle_id, min(t.first_fix_at) AS first_fix_at, max(t.last_fix_at) AS last_fix_at,
        sum(t.online_s) AS online_s, sum(t.odometer_m) AS odometer_m, sum(t.track_m) AS track_m, sum(t.stops) AS stops,
        sum(t.gaps) AS gaps, sum(t.gap_s) AS gap_s, sum(t.fuel_used_dl) AS fuel_used_dl,
        sum(t.odometer_m) FILTER (WHERE t.fuel_used_dl IS NOT NULL) AS gauged_m
    FROM stats.vehicle_way AS t
    WHERE t.service_date BETWEEN :'from'::date AND :'to'::date AND t.vehicle_id <> 0
    GROUP BY t.service_date, t.vehicle_id
), lifted AS (
    SELECT c.service_date, c.vehicle_id, sum(c.lifts) AS lifts, sum(c.net_g) AS net_g, sum(c.estimated_net_g) AS estimated_g
    FROM stats.collection_day AS c
    WHERE c.service_date BETWEEN :'from'::date AND :'to'::date AND c.vehicle_id <> 0
    GROUP BY c.service_date, c.vehicle_id
), brought AS (
    SELECT t.service_date, t.vehicle_id, count(*) AS trips, string_agg(DISTINCT df.name, '、') AS plants
    FROM stats.trip AS t
    LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = t.disposal_facility_id
    WHERE t.service_date BETWEEN :'from'::date AND :'to'::date
    GROUP BY t.service_date, t.vehicle_id
), worked AS (
    SELECT service_date, vehicle_id FROM track
    UNION
    SELECT service_date, vehicle_id FROM lifted
    UNION
    SELECT service_date, vehicle_id FROM brought
)
SELECT
    d.service_date,
    v.plate_no,
    ca.name AS carrier_name,
    CASE v.kind WHEN 'collection' THEN '收运车' WHEN 'hook_lift' THEN '勾臂车' WHEN 'sweeping' THEN '清扫车' ELSE v.kind END
        AS vehicle_kind,
    t.first_fix_at AT TIME ZONE 'Asia/Shanghai' AS first_fix_at,
    t.last_fix_at AT TIME ZONE 'Asia/Shanghai' AS last_fix_at,
    round(t.online_s / 3600.0, 2) AS online_hours,
    round(t.odometer_m / 1000.0, 1) AS odometer_km,
    round(t.track_m / 1000.0, 1) AS track_km,
    t.stops,
    t.gaps,
    round(t.gap_s / 60.0, 0) AS gap_minutes,
    coalesce(l.lifts, 0) AS lifts,
    (coalesce(l.net_g, 0) / 1000.0)::numeric(14, 3) AS net_kg,
    (coalesce(l.estimated_g, 0) / 1000.0)::numeric(14, 3) AS estimated_kg,
    coalesce(b.trips, 0) AS trips,
    b.plants,
    round(t.fuel_used_dl / 10.0, 1) AS fuel_l,
    round(t.fuel_used_dl * 10000.0 / nullif(t.gauged_m, 0), 1) AS litres_per_100_km
FROM worked AS d
JOIN registry.vehicle AS v ON v.vehicle_id = d.vehicle_id
LEFT JOIN track AS t ON t.service_date = d.service_date AND t.vehicle_id = d.vehicle_id
LEFT JOIN lifted AS l ON l.service_date = d.service_date AND l.vehicle_id = d.vehicle_id
LEFT JOIN brought AS b ON b.service_date = d.service_date AND b.vehicle_id = d.vehicle_id
LEFT JOIN registry.vehicle_assignment AS va
    ON va.vehicle_id = d.vehicle_id AND va.valid @> report.day_start(d.service_date + 1) - interval '1 second'
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id
WHERE :'plate' = '' OR v.plate_no = :'plate'
ORDER BY d.service_date, v.plate_no;
