-- 10 责任主体厨余量变化
--
-- Kilograms of kitchen waste of each unit: on a day, in the month to that day, and against the median of the thirty days before, in which a
-- day without a lift counts as 0. Shown are the units with the greatest changes, and those with nothing on the last three days. Units are
-- those that had a bin for this waste on the day, or a lift of it in the thirty days before. Weights that do not count (doubtful_net_g) are
-- left out; estimates are in, and those of the day are shown.
--
-- @param day date yesterday 日期
-- @param waste text kitchen,catering 垃圾类别编码，以逗号分隔
-- @param top integer 20 变化最大的个数
-- @param street text - 街镇编码，空为全部
-- @column service_date 日期
-- @column street_name 街镇
-- @column community_name 社区
-- @column unit_code 责任主体编码
-- @column unit_name 责任主体
-- @column day_kg 当日(千克)
-- @column day_estimated_kg 其中估算(千克)
-- @column month_kg 当月累计(千克)
-- @column median_kg 前30日中位数(千克)
-- @column change_kg 变化(千克)
-- @column change_rank 变化排名
-- @column is_zero_three_days 连续三日为零
WITH daily AS (
    SELECT c.responsible_unit_id, c.service_date, sum(c.net_g + c.estimated_net_g) AS net_g, sum(c.estimated_net_g) AS estimated_g
    FROM stats.collection_day AS c
    JOIN registry.waste_type AS w ON w.waste_type = c.waste_type
    WHERE c.service_date BETWEEN least(:'day'::date - 30, date_trunc('month', :'day'::date)::date) AND :'day'::date
        AND w.code = ANY (string_to_array(:'waste', ','))
        AND c.responsible_unit_id <> 0
    GROUP BY c.responsible_unit_id, c.service_date
), owned AS (
    SELECT pa.responsible_unit_id
    FROM registry.bin AS b
    JOIN registry.waste_type AS w ON w.waste_type = b.waste_type AND w.code = ANY (string_to_array(:'waste', ','))
    JOIN registry.bin_placement AS bp ON bp.bin_id = b.bin_id AND bp.valid @> (:'day'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
    JOIN registry.point_affiliation AS pa
        ON pa.collection_point_id = bp.collection_point_id AND pa.valid @> (:'day'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
    WHERE b.valid @> :'day'::date
    UNION
    SELECT d.responsible_unit_id FROM daily AS d
), unit AS (
    SELECT
        ru.responsible_unit_id,
        coalesce(sum(d.net_g) FILTER (WHERE d.service_date = :'day'::date), 0) AS day_g,
        coalesce(sum(d.estimated_g) FILTER (WHERE d.service_date = :'day'::date), 0) AS day_estimated_g,
        coalesce(sum(d.net_g) FILTER (WHERE d.service_date >= date_trunc('month', :'day'::date)::date), 0) AS month_g,
        array_agg(d.net_g ORDER BY d.net_g)
            FILTER (WHERE d.service_date BETWEEN :'day'::date - 30 AND :'day'::date - 1 AND d.net_g > 0) AS before_g,
        coalesce(sum(d.net_g) FILTER (WHERE d.service_date > :'day'::date - 3), 0) = 0 AS is_zero_three_days
    FROM owned AS o
    JOIN registry.responsible_unit AS ru ON ru.responsible_unit_id = o.responsible_unit_id AND ru.valid @> :'day'::date
    LEFT JOIN daily AS d ON d.responsible_unit_id = ru.responsible_unit_id
    GROUP BY ru.responsible_unit_id
), measured AS (
    -- Of thirty values the two in the middle are the 15th and 16th; days without a lift stand before all others.
    SELECT u.*,
        (coalesce(u.before_g[15 - n.zeros], 0) + coalesce(u.before_g[16 - n.zeros], 0)) / 2.0 AS median_g
    FROM unit AS u
    CROSS JOIN LATERAL (SELECT 30 - coalesce(cardinality(u.before_g), 0) AS zeros) AS n
), ranked AS (
    SELECT m.*, s.code AS street_code, s.name AS street_name, c.name AS community_name, ru.code AS unit_code, ru.name AS unit_name,
        row_number() OVER (ORDER BY abs(m.day_g - m.median_g) DESC, ru.code) AS change_rank
    FROM measured AS m
    JOIN registry.responsible_unit AS ru ON ru.responsible_unit_id = m.responsible_unit_id
    JOIN registry.community AS c ON c.community_id = ru.community_id
    JOIN registry.street AS s ON s.street_id = c.street_id
    WHERE :'street' = '' OR s.code = :'street'
)
SELECT
    :'day'::date AS service_date,
    r.street_name,
    r.community_name,
    r.unit_code,
    r.unit_name,
    (r.day_g / 1000.0)::numeric(14, 3) AS day_kg,
    (r.day_estimated_g / 1000.0)::numeric(14, 3) AS day_estimated_kg,
    (r.month_g / 1000.0)::numeric(14, 3) AS month_kg,
    (r.median_g / 1000.0)::numeric(14, 3) AS median_kg,
    ((r.day_g - r.median_g) / 1000.0)::numeric(14, 3) AS change_kg,
    r.change_rank,
    r.is_zero_three_days
FROM ranked AS r
WHERE r.change_rank <= :'top'::integer OR r.is_zero_three_days
ORDER BY r.change_rank;
