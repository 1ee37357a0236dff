-- 14 收运单位进厂量
--
-- Tonnes by carrier, plant and type of waste as weighed at the plants' gates, with the number of loads, and the share that came straight from
-- the collection points, past the stations.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @column carrier_code 收运单位编码
-- @column carrier_name 收运单位
-- @column plant_code 处理厂编码
-- @column plant_name 处理厂
-- @column waste_code 垃圾类别编码
-- @column waste_name 垃圾类别
-- @column loads 趟次
-- @column tonnes 净重(吨)
-- @column direct_tonnes 直收直运净重(吨)
-- @column direct_percent 直收直运占比(%)
SELECT
    ca.code AS carrier_code,
    ca.name AS carrier_name,
    df.code AS plant_code,
    df.name AS plant_name,
    w.code AS waste_code,
    w.name AS waste_name,
    count(*) AS loads,
    (coalesce(sum(t.site_net_g), 0) / 1000000.0)::numeric(14, 3) AS tonnes,
    (coalesce(sum(t.site_net_g) FILTER (WHERE t.from_station_id = 0), 0) / 1000000.0)::numeric(14, 3) AS direct_tonnes,
    round(100.0 * coalesce(sum(t.site_net_g) FILTER (WHERE t.from_station_id = 0), 0) / nullif(sum(t.site_net_g), 0), 2)
        AS direct_percent
FROM stats.trip AS t
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = t.carrier_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = t.disposal_facility_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = t.waste_type
WHERE t.service_date BETWEEN :'from'::date AND :'to'::date
    AND t.disposal_facility_id <> 0
GROUP BY t.carrier_id, ca.code, ca.name, t.disposal_facility_id, df.code, df.name, t.waste_type, w.code, w.name
ORDER BY ca.code, df.code, t.waste_type;
