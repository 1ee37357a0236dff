-- 16 餐饮单位结算单
--
-- Settlement of non-resident units, a row for each day: bins emptied, kilograms weighed and estimated by volume, and the amount at a price a
-- kilogram; and what share of its carrier's kilograms in these days is estimated. Weights that do not count are not settled. A bin that was
-- shaken twice is one bin.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param price number 0.3 单价(元/千克)
-- @param waste text catering,kitchen 垃圾类别编码，以逗号分隔
-- @param unit text - 责任主体编码，空为全部
-- @param street text - 街镇编码，空为全部
-- @column service_date 日期
-- @column street_name 街镇
-- @column unit_code 责任主体编码
-- @column unit_name 责任主体
-- @column carrier_name 收运单位
-- @column waste_name 垃圾类别
-- @column bins 桶数
-- @column weighed_kg 称重净重(千克)
-- @column estimated_kg 估算净重(千克)
-- @column settled_kg 结算重量(千克)
-- @column amount_yuan 金额(元)
-- @column doubtful_bins 存疑桶数
-- @column carrier_estimated_percent 收运单位估算占比(%)
WITH figures AS MATERIALIZED (
    SELECT
        c.service_date, c.responsible_unit_id, c.carrier_id, c.waste_type, sum(c.lifts - c.repeat_lifts) AS bins, sum(c.net_g) AS net_g,
        sum(c.estimated_net_g) AS estimated_g, sum(c.doubtful_lifts - c.doubtful_repeats) AS doubtful
    FROM stats.collection_day AS c
    JOIN registry.waste_type AS w ON w.waste_type = c.waste_type
    WHERE c.service_date BETWEEN :'from'::date AND :'to'::date
        AND w.code = ANY (string_to_array(:'waste', ','))
    GROUP BY c.service_date, c.responsible_unit_id, c.carrier_id, c.waste_type
), share AS (
    SELECT f.carrier_id, round(100.0 * sum(f.estimated_g) / nullif(sum(f.net_g + f.estimated_g), 0), 2) AS estimated_percent
    FROM figures AS f
    GROUP BY f.carrier_id
)
SELECT
    f.service_date,
    s.name AS street_name,
    u.code AS unit_code,
    u.name AS unit_name,
    ca.name AS carrier_name,
    w.name AS waste_name,
    f.bins,
    (f.net_g / 1000.0)::numeric(14, 3) AS weighed_kg,
    (f.estimated_g / 1000.0)::numeric(14, 3) AS estimated_kg,
    ((f.net_g + f.estimated_g) / 1000.0)::numeric(14, 3) AS settled_kg,
    round((f.net_g + f.estimated_g) / 1000.0 * :'price'::numeric, 2) AS amount_yuan,
    f.doubtful AS doubtful_bins,
    h.estimated_percent AS carrier_estimated_percent
FROM figures AS f
JOIN registry.responsible_unit AS u ON u.responsible_unit_id = f.responsible_unit_id AND u.kind = 'non_resident'
JOIN registry.community AS c ON c.community_id = u.community_id
JOIN registry.street AS s ON s.street_id = c.street_id
JOIN registry.waste_type AS w ON w.waste_type = f.waste_type
JOIN share AS h ON h.carrier_id = f.carrier_id
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = f.carrier_id
WHERE (:'unit' = '' OR u.code = :'unit')
    AND (:'street' = '' OR s.code = :'street')
ORDER BY f.service_date, s.code, u.code, ca.code, f.waste_type;
