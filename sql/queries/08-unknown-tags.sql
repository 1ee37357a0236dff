-- 08 未绑定标签
--
-- Which tags were lifted that are bound to nothing at that moment, how many kilograms are therefore nobody's, and which collection point is
-- nearest to where it last happened (within 200 m). Kilograms are apart as in the statistics: weighed, and estimated by volume; doubtful
-- weights are in neither. The last row of the answer without a tag are the lifts for which none was read.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @column tag 标签号
-- @column tag_tech 标签类型
-- @column lifts 收运次数
-- @column net_kg 称重净重(千克)
-- @column estimated_kg 估算净重(千克)
-- @column doubtful_lifts 存疑次数
-- @column vehicles 车辆数
-- @column plate_no 最近车牌号
-- @column carrier_name 最近收运单位
-- @column first_at 首次时间
-- @column last_at 末次时间
-- @column nearest_point_code 最近收集点编码
-- @column nearest_point_name 最近收集点
-- @column distance_m 距离(米)
WITH unbound AS MATERIALIZED (
    SELECT
        d.tag_tech, nullif(d.tag_id, '') AS tag_id, sum(d.lifts) AS lifts, sum(d.net_g) AS net_g, sum(d.estimated_net_g) AS estimated_g,
        sum(d.doubtful_lifts) AS doubtful, count(DISTINCT d.terminal_id) AS terminals, min(d.first_lift_at) AS first_at,
        max(d.last_lift_at) AS last_at,
        (array_agg(d.terminal_id ORDER BY d.last_lift_at DESC))[1] AS terminal_id,
        (array_agg(d.last_lon_e6 ORDER BY d.last_lift_at DESC))[1] AS lon_e6,
        (array_agg(d.last_lat_e6 ORDER BY d.last_lift_at DESC))[1] AS lat_e6
    FROM stats.unbound_tag_day AS d
    WHERE d.service_date BETWEEN :'from'::date AND :'to'::date
    GROUP BY d.tag_id, d.tag_tech
)
SELECT
    upper(encode(u.tag_id, 'hex')) AS tag,
    CASE WHEN u.tag_id IS NOT NULL THEN
        CASE u.tag_tech WHEN 1 THEN '低频' WHEN 2 THEN 'FDX-B' WHEN 3 THEN '高频' WHEN 4 THEN '超高频' ELSE '其他' END
    END AS tag_tech,
    u.lifts,
    (u.net_g / 1000.0)::numeric(14, 3) AS net_kg,
    (u.estimated_g / 1000.0)::numeric(14, 3) AS estimated_kg,
    u.doubtful AS doubtful_lifts,
    u.terminals AS vehicles,
    v.plate_no,
    ca.name AS carrier_name,
    u.first_at AT TIME ZONE 'Asia/Shanghai' AS first_at,
    u.last_at AT TIME ZONE 'Asia/Shanghai' AS last_at,
    p.code AS nearest_point_code,
    p.name AS nearest_point_name,
    round(p.distance_m::numeric, 0) AS distance_m
FROM unbound AS u
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = u.terminal_id AND m.valid @> u.last_at
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
LEFT JOIN registry.vehicle_assignment AS va ON va.vehicle_id = m.vehicle_id AND va.valid @> u.last_at
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id
LEFT JOIN LATERAL (
    SELECT n.code, n.name, n.distance_m
    FROM (
        -- The index orders by degrees, of which one of longitude is shorter: the nearest in metres is among the first.
        SELECT p.code, p.name, ST_DistanceSphere(p.place, here.place) AS distance_m
        FROM registry.collection_point AS p
        CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint(u.lon_e6 / 1000000.0, u.lat_e6 / 1000000.0), 4326) AS place) AS here
        ORDER BY p.place <-> here.place
        LIMIT 8
    ) AS n
    WHERE n.distance_m <= 200
    ORDER BY n.distance_m, n.code
    LIMIT 1
) AS p ON u.tag_id IS NOT NULL AND u.lon_e6 IS NOT NULL
ORDER BY u.tag_id IS NULL, u.net_g + u.estimated_g DESC, tag;
