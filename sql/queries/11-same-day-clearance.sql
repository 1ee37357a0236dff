-- 11 日产日清率
--
-- For each day, street and type of waste: collections that were due, on time, late, missed, not confirmed because a terminal was silent,
-- excused and still pending; how many points (of those with something due) were cleared, what was due last collected in the day, and their
-- share.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param street text - 街镇编码，空为全部
-- @column service_date 日期
-- @column street_code 街镇编码
-- @column street_name 街镇
-- @column waste_code 垃圾类别编码
-- @column waste_name 垃圾类别
-- @column due 应收次数
-- @column on_time 及时次数
-- @column late 迟收次数
-- @column missed 漏收次数
-- @column unconfirmed 待确认次数
-- @column excused 免收次数
-- @column pending 未到期次数
-- @column points 应清收集点数
-- @column cleared_points 日产日清收集点数
-- @column clearance_percent 日产日清率(%)
-- @column as_of 数据截至
WITH figures AS (
    SELECT
        c.service_date, c.street_id, c.waste_type, sum(c.due) AS due, sum(c.on_time) AS on_time, sum(c.late) AS late,
        sum(c.missed) AS missed, sum(c.unconfirmed) AS unconfirmed, sum(c.excused) AS excused, sum(c.pending) AS pending,
        count(*) FILTER (WHERE c.due > 0) AS points, sum(c.cleared) AS cleared
    FROM stats.clearance_day AS c
    WHERE c.service_date BETWEEN :'from'::date AND :'to'::date
    GROUP BY c.service_date, c.street_id, c.waste_type
)
SELECT
    c.service_date,
    s.code AS street_code,
    s.name AS street_name,
    w.code AS waste_code,
    w.name AS waste_name,
    c.due,
    c.on_time,
    c.late,
    c.missed,
    c.unconfirmed,
    c.excused,
    c.pending,
    c.points,
    c.cleared AS cleared_points,
    round(100.0 * c.cleared / nullif(c.points, 0), 2) AS clearance_percent,
    r.refreshed_at AT TIME ZONE 'Asia/Shanghai' AS as_of
FROM figures AS c
LEFT JOIN registry.street AS s ON s.street_id = c.street_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = c.waste_type
LEFT JOIN stats.refreshed_day AS r ON r.kind = 'clearance' AND r.service_date = c.service_date
WHERE :'street' = '' OR s.code = :'street'
ORDER BY c.service_date, s.code, c.waste_type;
