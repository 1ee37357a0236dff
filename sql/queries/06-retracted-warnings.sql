-- 06 被迟到数据撤销的预警
--
-- Which warnings late data or a correction disproved, by when that was found out: from the start of the first day to the end of the last.
-- The collection was in time, and only the news of it came late.
--
-- @param from date yesterday 起始日期
-- @param to date today 截止日期
-- @param street text - 街镇编码，空为全部
-- @column warning_id 预警编号
-- @column withdrawn_at 撤销时间
-- @column written_at 写入时间
-- @column service_date 作业日
-- @column street_name 街镇
-- @column unit_name 责任主体
-- @column point_code 收集点编码
-- @column point_name 收集点
-- @column waste_name 垃圾类别
-- @column window_start 时段开始
-- @column deadline 截止时间
-- @column first_cause 预警时原因
-- @column plate_no 车牌号
-- @column carrier_name 收运单位
-- @column reason 说明
SELECT
    w.warning_id,
    e.at AT TIME ZONE 'Asia/Shanghai' AS withdrawn_at,
    e.written_at AT TIME ZONE 'Asia/Shanghai' AS written_at,
    w.service_date,
    s.name AS street_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    wt.name AS waste_name,
    w.window_start AT TIME ZONE 'Asia/Shanghai' AS window_start,
    w.deadline AT TIME ZONE 'Asia/Shanghai' AS deadline,
    CASE f.cause
        WHEN 'no_visit' THEN '未到' WHEN 'visit_no_read' THEN '到点未读' WHEN 'terminal_offline' THEN '终端离线' ELSE f.cause
    END AS first_cause,
    v.plate_no,
    ca.name AS carrier_name,
    e.reason
FROM ops.warning_event AS e
JOIN ops.warning AS w ON w.warning_id = e.warning_id
JOIN ops.warning_event AS f ON f.warning_id = e.warning_id AND f.seq = 1
LEFT JOIN registry.street AS s ON s.street_id = w.street_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = w.responsible_unit_id
LEFT JOIN registry.collection_point AS p ON p.collection_point_id = w.collection_point_id
LEFT JOIN registry.waste_type AS wt ON wt.waste_type = w.waste_type
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = w.vehicle_id
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = w.carrier_id
WHERE e.action = 'withdraw'
    AND e.written_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND e.written_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND (:'street' = '' OR s.code = :'street')
ORDER BY e.at, w.warning_id;
