-- 20 已定稿月报与当前数据
--
-- What a street's figures of a month were when its report was signed, and what they are now: weights, lifts, collections due and cleared. Lifts of
-- no street, whose tag was bound to nothing, stand in rows without one. What
-- changed since came late, was corrected, or follows a change of the registry. No rows: the month was not signed. Every figure of
-- every subject that differs: SELECT * FROM stats.frozen_difference('2026-06-01').
--
-- @param month date yesterday 月份（其中任一日）
-- @param street text - 街镇编码，空为全部
-- @column month 月份
-- @column frozen_at 定稿时间
-- @column frozen_by 定稿人
-- @column street_code 街镇编码
-- @column street_name 街镇
-- @column waste_name 垃圾类别
-- @column figure 指标
-- @column frozen 定稿值
-- @column current 当前值
-- @column difference 差值
-- @column current_as_of 当前数据截至
WITH month AS MATERIALIZED (
    SELECT m.month, m.frozen_at, m.frozen_by
    FROM stats.frozen_month AS m
    WHERE m.month = date_trunc('month', :'month'::date)::date
), then_figures AS (
    SELECT (f.key ->> 'street_id')::bigint AS street_id, (f.key ->> 'waste_type')::smallint AS waste_type, f.figures
    FROM month AS m
    JOIN stats.frozen_figure AS f ON f.month = m.month AND f.subject = 'street_month'
), now_figures AS (
    SELECT u.street_id, u.waste_type,
        jsonb_build_object(
            'lifts', sum(u.lifts), 'net_g', sum(u.net_g), 'estimated_net_g', sum(u.estimated_net_g), 'due', sum(u.due),
            'on_time', sum(u.on_time), 'late', sum(u.late), 'missed', sum(u.missed), 'cleared', sum(u.cleared)) AS figures
    FROM (
        SELECT c.street_id, c.waste_type, sum(c.lifts) AS lifts, sum(c.net_g) AS net_g, sum(c.estimated_net_g) AS estimated_net_g,
            0 AS due, 0 AS on_time, 0 AS late, 0 AS missed, 0 AS cleared
        FROM stats.collection_day AS c
        WHERE c.service_date >= date_trunc('month', :'month'::date)::date
            AND c.service_date < (date_trunc('month', :'month'::date) + interval '1 month')::date
        GROUP BY c.street_id, c.waste_type
        UNION ALL
        SELECT c.street_id, c.waste_type, 0, 0, 0, sum(c.due), sum(c.on_time), sum(c.late), sum(c.missed), sum(c.cleared)
        FROM stats.clearance_day AS c
        WHERE c.service_date >= date_trunc('month', :'month'::date)::date
            AND c.service_date < (date_trunc('month', :'month'::date) + interval '1 month')::date
        GROUP BY c.street_id, c.waste_type
    ) AS u
    WHERE EXISTS (SELECT FROM month)
    GROUP BY u.street_id, u.waste_type
), fresh AS (
    SELECT min(r.refreshed_at) AS as_of
    FROM stats.refreshed_day AS r
    WHERE r.kind IN ('collection', 'clearance')
        AND r.service_date >= date_trunc('month', :'month'::date)::date
        AND r.service_date < (date_trunc('month', :'month'::date) + interval '1 month')::date
)
SELECT
    m.month,
    m.frozen_at AT TIME ZONE 'Asia/Shanghai' AS frozen_at,
    m.frozen_by,
    s.code AS street_code,
    s.name AS street_name,
    w.name AS waste_name,
    g.title AS figure,
    (a.figures ->> g.name)::numeric / g.divisor AS frozen,
    (b.figures ->> g.name)::numeric / g.divisor AS current,
    (coalesce((b.figures ->> g.name)::numeric, 0) - coalesce((a.figures ->> g.name)::numeric, 0)) / g.divisor AS difference,
    fresh.as_of AT TIME ZONE 'Asia/Shanghai' AS current_as_of
FROM month AS m
CROSS JOIN fresh
CROSS JOIN (then_figures AS a FULL JOIN now_figures AS b ON b.street_id = a.street_id AND b.waste_type = a.waste_type)
LEFT JOIN registry.street AS s ON s.street_id = coalesce(a.street_id, b.street_id)
LEFT JOIN registry.waste_type AS w ON w.waste_type = coalesce(a.waste_type, b.waste_type)
CROSS JOIN (
    VALUES
        (1, 'lifts', '收运次数', 1), (2, 'net_g', '称重净重(千克)', 1000), (3, 'estimated_net_g', '估算净重(千克)', 1000),
        (4, 'due', '应收次数', 1), (5, 'on_time', '及时次数', 1), (6, 'late', '迟收次数', 1), (7, 'missed', '漏收次数', 1),
        (8, 'cleared', '日产日清收集点日数', 1)
) AS g (number, name, title, divisor)
WHERE :'street' = '' OR s.code = :'street'
ORDER BY s.code, w.waste_type, g.number;
