-- 15 垃圾桶收运情况
--
-- For each bin in service in these days: how often it was lifted, and emptied (shaken twice, it is lifted twice and emptied once), how heavy on
-- average when weighed, and when estimated by volume, lifts with no weight, doubtful ones (in no average), and how often it was lifted four
-- times within ten minutes of one day. With rows = conspicuous only bins that were never lifted, lifted without weight, or lifted so often
-- so fast.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param rows text conspicuous 显示范围：conspicuous 或 all
-- @param street text - 街镇编码，空为全部
-- @column street_name 街镇
-- @column point_code 收集点编码
-- @column point_name 收集点
-- @column bin_code 垃圾桶编码
-- @column waste_name 垃圾类别
-- @column lifts 收运次数
-- @column emptyings 倒桶次数
-- @column average_kg 平均称重净重(千克)
-- @column estimated_average_kg 平均估算净重(千克)
-- @column zero_lifts 零重次数
-- @column doubtful_lifts 存疑次数
-- @column rapid_lifts 十分钟内第四次及以后收运次数
-- @column last_at 最近收运时间
WITH counted AS (
    SELECT
        d.bin_id, sum(d.lifts) AS lifts, sum(d.lifts - d.repeat_lifts) AS emptyings,
        sum(d.net_g) / nullif(sum(d.weighed_lifts), 0) AS average_g, sum(d.estimated_net_g) / nullif(sum(d.estimated_lifts), 0) AS estimated_average_g,
        sum(d.zero_lifts) AS zero_lifts, sum(d.doubtful_lifts) AS doubtful_lifts, sum(d.rapid_lifts) AS rapid_lifts, max(d.last_lift_at) AS last_at
    FROM stats.bin_day AS d
    WHERE d.service_date BETWEEN :'from'::date AND :'to'::date
    GROUP BY d.bin_id
)
SELECT
    s.name AS street_name,
    p.code AS point_code,
    p.name AS point_name,
    b.code AS bin_code,
    w.name AS waste_name,
    coalesce(c.lifts, 0) AS lifts,
    coalesce(c.emptyings, 0) AS emptyings,
    round(c.average_g / 1000.0, 3) AS average_kg,
    round(c.estimated_average_g / 1000.0, 3) AS estimated_average_kg,
    coalesce(c.zero_lifts, 0) AS zero_lifts,
    coalesce(c.doubtful_lifts, 0) AS doubtful_lifts,
    coalesce(c.rapid_lifts, 0) AS rapid_lifts,
    c.last_at AT TIME ZONE 'Asia/Shanghai' AS last_at
FROM registry.bin AS b
JOIN registry.waste_type AS w ON w.waste_type = b.waste_type
LEFT JOIN counted AS c ON c.bin_id = b.bin_id
LEFT JOIN registry.bin_placement AS bp
    ON bp.bin_id = b.bin_id AND bp.valid @> (:'to'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = bp.collection_point_id
LEFT JOIN registry.point_affiliation AS pa
    ON pa.collection_point_id = bp.collection_point_id AND pa.valid @> (:'to'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
LEFT JOIN registry.community AS cm ON cm.community_id = pa.community_id
LEFT JOIN registry.street AS s ON s.street_id = cm.street_id
WHERE b.valid && daterange(:'from'::date, :'to'::date, '[]')
    AND (:'rows' = 'all' OR c.lifts IS NULL OR c.zero_lifts > 0 OR c.rapid_lifts > 0)
    AND (:'street' = '' OR s.code = :'street')
ORDER BY s.code, p.code, b.code;
