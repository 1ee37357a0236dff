-- 09 疑似重号或反复重连的终端
--
-- Which terminals look like two devices with one number, or like one that keeps coming back: connected so many times in a day; several times
-- taken over by another connection while the one before was alive, from several addresses; positions that no vehicle can drive between (jumps
-- beyond 150 km/h), many starts in a day, times without any fix, and refused data that came under the number from several addresses.
-- Connections are as the gateway saw them; those of a forwarding platform, which has many
-- terminals on one, are kept only where the terminals authenticate.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param least integer 3 次数下限
-- @param connections integer 20 一天连接次数下限
-- @column service_date 日期
-- @column terminal_no 终端号
-- @column plate_no 车牌号
-- @column connections 连接次数
-- @column addresses 来源地址数
-- @column taken_over 被顶替次数
-- @column jumps 漂移次数
-- @column boots 启动次数
-- @column gaps 中断次数
-- @column gap_minutes 中断分钟数
-- @column sequence_gaps 断号次数
-- @column refused_addresses 拒收来源地址数
WITH refused AS (
    SELECT telemetry.local_day(q.received_at) AS service_date, q.terminal_id,
        count(DISTINCT regexp_replace(q.peer, ':[0-9]+$', '')) AS addresses
    FROM telemetry.quarantine AS q
    WHERE q.received_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND q.received_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND q.terminal_id <> 0
    GROUP BY 1, 2
), connected AS (
    SELECT telemetry.local_day(e.happened_at) AS service_date, e.terminal_id,
        count(*) FILTER (WHERE e.event = 1) AS connections,
        count(DISTINCT regexp_replace(e.peer, ':[0-9]+$', '')) FILTER (WHERE e.event = 1) AS addresses,
        count(*) FILTER (WHERE e.reason = 'superseded') AS taken_over
    FROM telemetry.connection_event AS e
    WHERE e.happened_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND e.happened_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    GROUP BY 1, 2
), figures AS (
    SELECT
        d.service_date, d.terminal_id, max(d.vehicle_id) AS vehicle_id, sum(d.connections) AS connections, sum(d.addresses) AS addresses,
        sum(d.taken_over) AS taken_over, sum(d.jumps) AS jumps, sum(d.boots) AS boots, sum(d.gaps) AS gaps, sum(d.gap_s) AS gap_s,
        sum(d.sequence_gaps) AS sequence_gaps, sum(d.refused_addresses) AS refused_addresses
    FROM (
        SELECT t.service_date, t.terminal_id, t.vehicle_id, 0 AS connections, 0 AS addresses, 0 AS taken_over, t.jumps, 0 AS boots, t.gaps,
            t.gap_s, 0 AS sequence_gaps, 0 AS refused_addresses
        FROM stats.track_day AS t
        WHERE t.service_date BETWEEN :'from'::date AND :'to'::date
        UNION ALL
        SELECT r.service_date, r.terminal_id, 0, 0, 0, 0, 0, r.boots, 0, 0, r.sequence_gaps, 0
        FROM stats.record_day AS r
        WHERE r.service_date BETWEEN :'from'::date AND :'to'::date
        UNION ALL
        SELECT c.service_date, c.terminal_id, 0, c.connections, c.addresses, c.taken_over, 0, 0, 0, 0, 0, 0 FROM connected AS c
        UNION ALL
        SELECT q.service_date, q.terminal_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, q.addresses FROM refused AS q
    ) AS d
    GROUP BY d.service_date, d.terminal_id
)
SELECT
    f.service_date,
    t.number AS terminal_no,
    v.plate_no,
    f.connections,
    f.addresses,
    f.taken_over,
    f.jumps,
    f.boots,
    f.gaps,
    round(f.gap_s / 60.0, 0) AS gap_minutes,
    f.sequence_gaps,
    f.refused_addresses
FROM figures AS f
JOIN registry.terminal AS t ON t.terminal_id = f.terminal_id
LEFT JOIN registry.vehicle AS v ON v.vehicle_id = f.vehicle_id
WHERE f.connections >= :'connections'::integer OR f.taken_over >= :'least'::integer AND f.addresses >= 2
    OR f.jumps >= :'least'::integer OR f.boots >= :'least'::integer OR f.gaps >= :'least'::integer OR f.refused_addresses >= 2
ORDER BY f.service_date, greatest(f.connections, f.taken_over, f.jumps, f.boots, f.gaps) DESC, t.number;
