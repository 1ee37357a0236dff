-- 01 未按时收集的收集点
--
-- Which collections fell due on a day by a time and were not collected by then, also those whose window began the evening before: where, whose, of what; and why, as far as it is known: nobody
-- came, a vehicle stood there and read nothing, or the terminal was silent. A row that was collected later says when.
--
-- @param day date today 日期
-- @param by time 09:00 截止时刻
-- @param street text - 街镇编码，空为全部
-- @column service_date 日期
-- @column street_code 街镇编码
-- @column street_name 街镇
-- @column community_name 社区
-- @column unit_name 责任主体
-- @column point_code 收集点编码
-- @column point_name 收集点
-- @column waste_name 垃圾类别
-- @column window_start 时段开始
-- @column deadline 截止时间
-- @column outcome 当前结果
-- @column cause 原因
-- @column collected_at 实际收运时间
-- @column plate_no 车牌号
-- @column carrier_name 收运单位
SELECT
    t.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.name AS waste_name,
    t.window_start AT TIME ZONE 'Asia/Shanghai' AS window_start,
    t.deadline AT TIME ZONE 'Asia/Shanghai' AS deadline,
    CASE t.outcome
        WHEN 'pending' THEN '待判' WHEN 'on_time' THEN '及时' WHEN 'late' THEN '迟收' WHEN 'missed' THEN '漏收'
        WHEN 'unconfirmed' THEN '未确认' WHEN 'excused' THEN '免责'
    END AS outcome,
    CASE t.cause WHEN 'no_visit' THEN '未到' WHEN 'visit_no_read' THEN '到点未读' WHEN 'terminal_offline' THEN '终端离线' END AS cause,
    t.collected_at AT TIME ZONE 'Asia/Shanghai' AS collected_at,
    v.plate_no,
    ca.name AS carrier_name
FROM ops.collection_task AS t
JOIN registry.collection_point AS p ON p.collection_point_id = t.collection_point_id
LEFT JOIN registry.street AS s ON s.street_id = t.street_id
LEFT JOIN registry.community AS c ON c.community_id = t.community_id
LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = t.responsible_unit_id
LEFT JOIN registry.waste_type AS w ON w.waste_type = t.waste_type
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = coalesce(t.vehicle_id, t.usual_vehicle_id)
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = coalesce(t.carrier_id, t.usual_carrier_id)
WHERE t.service_date IN (:'day'::date - 1, :'day'::date)
    AND t.deadline > :'day'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND t.deadline <= (:'day'::date + :'by'::time) AT TIME ZONE 'Asia/Shanghai'
    AND (t.collected_at IS NULL OR t.collected_at > (:'day'::date + :'by'::time) AT TIME ZONE 'Asia/Shanghai')
    AND t.outcome <> 'excused'
    AND (:'street' = '' OR s.code = :'street')
ORDER BY s.code, p.code, t.waste_type, t.window_start;
