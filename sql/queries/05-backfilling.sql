-- 05 正在补传的终端与待重算日
--
-- Which terminals have delivered, within the last minutes, what they had stored while there was no link, of which days; and which days wait
-- to be made again because of it or of another change. Late rows are looked for in the last days, as many as asked for, today among them; days
-- that wait are shown however old they are.
--
-- @param at moment now 时刻
-- @param minutes integer 60 分钟数
-- @param days integer 2 查找补传的天数（含当日）
-- @column service_date 日期
-- @column kinds 待刷新类别
-- @column waiting_since 最早标记时间
-- @column causes 原因
-- @column terminal_no 终端号
-- @column plate_no 车牌号
-- @column late_fixes 补传定位数
-- @column oldest_at 最早记录时间
-- @column newest_at 最晚记录时间
-- @column received_at 最近接收时间
WITH waiting AS (
    SELECT
        d.service_date, min(d.marked_at) AS waiting_since, string_agg(DISTINCT d.cause, '、') AS causes,
        string_agg(DISTINCT k.name, '、') AS kinds
    FROM stats.dirty_day AS d
    JOIN stats.kind AS k ON k.kind = d.kind
    WHERE d.service_date <= :'at'::timestamp::date
    GROUP BY d.service_date
), asked AS (
    -- Fixes of days before today are looked through only from the first day on to which some came within these minutes: such a day has a mark,
    -- or was made again since.
    SELECT d.day
    FROM generate_series(0, :'days'::integer - 1) AS back (days)
    CROSS JOIN LATERAL (SELECT :'at'::timestamp::date - back.days AS day) AS d
    LEFT JOIN stats.refreshed_day AS r ON r.kind = 'track' AND r.service_date = d.day
    WHERE back.days = 0
        OR r.changed_at > (:'at'::timestamp - make_interval(mins => :'minutes'::integer)) AT TIME ZONE 'Asia/Shanghai'
        OR EXISTS (SELECT FROM stats.dirty_day AS m WHERE m.kind = 'track' AND m.service_date = d.day)
), late AS (
    SELECT
        telemetry.local_day(f.recorded_at) AS service_date, f.terminal_id, count(*) AS late_fixes,
        min(f.recorded_at) AS oldest_at, max(f.recorded_at) AS newest_at, max(f.received_at) AS received_at
    FROM telemetry.fix AS f
    WHERE f.received_at > (:'at'::timestamp - make_interval(mins => :'minutes'::integer)) AT TIME ZONE 'Asia/Shanghai'
        AND f.received_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.received_at > f.recorded_at + interval '10 minutes'
        AND f.recorded_at >= (:'at'::timestamp::date - :'days'::integer + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.recorded_at <= :'at'::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND f.recorded_at >= (SELECT min(a.day)::timestamp AT TIME ZONE 'Asia/Shanghai' FROM asked AS a)
    GROUP BY 1, 2
)
SELECT
    coalesce(w.service_date, l.service_date) AS service_date,
    w.kinds,
    w.waiting_since AT TIME ZONE 'Asia/Shanghai' AS waiting_since,
    w.causes,
    t.number AS terminal_no,
    v.plate_no,
    l.late_fixes,
    l.oldest_at AT TIME ZONE 'Asia/Shanghai' AS oldest_at,
    l.newest_at AT TIME ZONE 'Asia/Shanghai' AS newest_at,
    l.received_at AT TIME ZONE 'Asia/Shanghai' AS received_at
FROM waiting AS w
FULL JOIN late AS l ON l.service_date = w.service_date
LEFT JOIN registry.terminal AS t ON t.terminal_id = l.terminal_id
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = l.terminal_id AND m.valid @> l.newest_at
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
ORDER BY service_date DESC, t.number;
