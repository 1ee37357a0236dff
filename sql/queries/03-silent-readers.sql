-- 03 读写器或秤异常的车辆
--
-- Which collection vehicles drove and read no tags, or lifted and read no tags or no weights, so that reader or scale is to be looked at.
-- "No tags" and "no weights" mean: in each of their last so many lifts of these days; a weight counts as missing when it is zero, or its
-- flags say over range or a faulty sensor. Of vehicles without a scale no weights are expected.
--
-- @param from date today 起始日期
-- @param to date today 截止日期
-- @param lifts integer 10 次数
-- @column plate_no 车牌号
-- @column carrier_name 收运单位
-- @column terminal_no 终端号
-- @column fault 疑似故障
-- @column tag_reads 标签读取数
-- @column lifts 收运次数
-- @column untagged_lifts 无标签次数
-- @column weightless_lifts 无重量次数
-- @column last_tag_at 最后读卡时间
-- @column last_weight_at 最后有效称重时间
WITH mounted AS MATERIALIZED (
    SELECT m.terminal_id, m.vehicle_id, v.plate_no, v.has_scale
    FROM registry.terminal_mount AS m
    JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id AND v.kind = 'collection'
    WHERE m.valid @> (:'to'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
), judged AS MATERIALIZED (
    -- The last lifts alone tell; all are counted only where they tell something.
    SELECT
        m.*, n.lifts, coalesce(n.has_no_tags AND n.lifts >= :'lifts'::integer, false) AS has_no_tags,
        coalesce(n.has_no_weights AND n.lifts >= :'lifts'::integer, false) AS has_no_weights
    FROM mounted AS m
    CROSS JOIN LATERAL (
        SELECT
            count(*) AS lifts, bool_and(l.tag_id IS NULL) AS has_no_tags,
            bool_and(l.net_g = 0 OR l.weigh_flags & (4 | 256) <> 0) AS has_no_weights
        FROM (
            SELECT l.tag_id, l.net_g, l.weigh_flags
            FROM telemetry.lift AS l
            WHERE l.terminal_id = m.terminal_id
                AND l.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                AND l.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
            ORDER BY l.recorded_at DESC
            LIMIT :'lifts'::integer
        ) AS l
    ) AS n
), suspect AS MATERIALIZED (
    SELECT j.*, r.reads, r.last_tag_at
    FROM judged AS j
    CROSS JOIN LATERAL (
        SELECT count(*) AS reads, max(r.recorded_at) AS last_tag_at
        FROM telemetry.tag_read AS r
        WHERE r.terminal_id = j.terminal_id
            AND r.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND r.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    ) AS r
    WHERE j.has_no_tags OR j.has_no_weights AND j.has_scale OR j.lifts = 0
)
SELECT
    s.plate_no,
    ca.name AS carrier_name,
    t.number AS terminal_no,
    CASE
        WHEN s.lifts = 0 AND s.reads = 0 THEN '有轨迹无读卡'
        WHEN s.lifts = 0 THEN '有读卡无称重'
        WHEN s.has_no_tags AND s.has_no_weights AND s.has_scale THEN '无标签且无重量'
        WHEN s.has_no_tags THEN '无标签'
        ELSE '无重量'
    END AS fault,
    s.reads AS tag_reads,
    c.lifts,
    c.untagged AS untagged_lifts,
    c.weightless AS weightless_lifts,
    s.last_tag_at AT TIME ZONE 'Asia/Shanghai' AS last_tag_at,
    c.last_weight_at AT TIME ZONE 'Asia/Shanghai' AS last_weight_at
FROM suspect AS s
CROSS JOIN LATERAL (
    SELECT
        count(*) AS lifts, count(*) FILTER (WHERE l.tag_id IS NULL) AS untagged,
        count(*) FILTER (WHERE l.net_g = 0 OR l.weigh_flags & (4 | 256) <> 0) AS weightless,
        max(l.recorded_at) FILTER (WHERE l.net_g <> 0 AND l.weigh_flags & (4 | 256) = 0) AS last_weight_at
    FROM telemetry.lift AS l
    WHERE l.terminal_id = s.terminal_id
        AND l.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND l.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
) AS c
JOIN registry.terminal AS t ON t.terminal_id = s.terminal_id
LEFT JOIN registry.vehicle_assignment AS va
    ON va.vehicle_id = s.vehicle_id AND va.valid @> (:'to'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
LEFT JOIN registry.carrier AS ca ON ca.carrier_id = va.carrier_id
WHERE s.lifts > 0
    OR (s.reads = 0 OR s.has_scale AND s.reads >= :'lifts'::integer) AND EXISTS (
        SELECT FROM telemetry.fix AS f
        WHERE f.terminal_id = s.terminal_id
            AND f.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
            AND f.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    )
ORDER BY fault, s.plate_no;
