-- 12 趟次核对
--
-- Loads whose weight where they arrived differs from the sum of their lifts, or from the box's weight when it left its station, by more than
-- so many percent and more than so many kilograms.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param percent number 2 差值百分比下限
-- @param kg number 50 差值千克下限
-- @column service_date 日期
-- @column arrived_at 到达时间
-- @column plate_no 车牌号
-- @column carrier_name 收运单位
-- @column from_name 来源清洁站
-- @column site_name 到达场站
-- @column waste_name 垃圾类别
-- @column ticket 磅单号
-- @column lifts 收运次数
-- @column estimated_lifts 估算次数
-- @column expected_kg 收运或出站净重(千克)
-- @column site_kg 到场净重(千克)
-- @column gap_kg 差值(千克)
-- @column gap_percent 差值百分比
SELECT
    t.service_date,
    t.recorded_at AT TIME ZONE 'Asia/Shanghai' AS arrived_at,
    v.plate_no,
    ca.name AS carrier_name,
    f.name AS from_name,
    coalesce(st.name, df.name) AS site_name,
    w.name AS waste_name,
    t.ticket,
    t.lifts,
    t.estimated_lifts,
    (coalesce(t.box_net_g, t.lifts_net_g) / 1000.0)::numeric(14, 3) AS expected_kg,
    (t.site_net_g / 1000.0)::numeric(14, 3) AS site_kg,
    (t.gap_g / 1000.0)::numeric(14, 3) AS gap_kg,
    round(100.0 * t.gap_g / nullif(coalesce(t.box_net_g, t.lifts_net_g), 0), 2) AS gap_percent
FROM stats.trip AS t
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = t.vehicle_id
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = t.carrier_id
LEFT JOIN registry.station AS f ON f.station_id = t.from_station_id
LEFT JOIN registry.station AS st ON st.station_id = t.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = t.disposal_facility_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = t.waste_type
WHERE t.service_date BETWEEN :'from'::date AND :'to'::date
    AND abs(t.gap_g) > :'kg'::numeric * 1000
    AND abs(t.gap_g) > coalesce(t.box_net_g, t.lifts_net_g) * :'percent'::numeric / 100
ORDER BY abs(t.gap_g) DESC, t.recorded_at, v.plate_no;
