-- 07 衡器零点漂移与超量程
--
-- Which scales of stations and plants were not at zero, rested beyond their zero limit while empty, or were loaded beyond their range; and the
-- least stable weight of those that keep their readings, which is not zero when the empty scale has drifted.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @param street text - 街镇编码，空为全部
-- @column site_code 场站编码
-- @column site_name 场站
-- @column street_name 街镇
-- @column terminal_no 终端号
-- @column scale_no 地磅编号
-- @column weighings 过磅次数
-- @column not_zeroed 未置零次数
-- @column beyond_zero_limit 空秤超零点范围次数
-- @column over_range 超量程次数
-- @column least_stable_kg 最小稳定读数(千克)
-- @column first_at 首次异常时间
-- @column last_at 末次异常时间
-- @column verified_until 检定有效期
WITH weighed AS (
    SELECT
        r.terminal_id, r.scale_no, count(*) AS weighings,
        count(*) FILTER (WHERE r.weigh_flags & 32 <> 0) AS not_zeroed,
        count(*) FILTER (WHERE r.weigh_flags & 2097152 <> 0) AS beyond_zero_limit,
        count(*) FILTER (WHERE r.weigh_flags & (4 | 262144) <> 0) AS over_range,
        min(r.recorded_at) FILTER (WHERE r.weigh_flags & (32 | 2097152 | 4 | 262144) <> 0) AS first_at,
        max(r.recorded_at) FILTER (WHERE r.weigh_flags & (32 | 2097152 | 4 | 262144) <> 0) AS last_at
    FROM telemetry.station_weighing AS r
    WHERE r.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND r.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    GROUP BY r.terminal_id, r.scale_no
), sampled AS (
    SELECT s.terminal_id, min(s.weight_g) AS least_g
    FROM telemetry.load_sample AS s
    JOIN registry.scale AS sc ON sc.terminal_id = s.terminal_id
    WHERE s.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND s.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND s.weigh_flags & 1 <> 0
    GROUP BY s.terminal_id
)
SELECT
    coalesce(st.code, df.code, sc.code) AS site_code,
    coalesce(st.name, df.name, sc.name) AS site_name,
    s.name AS street_name,
    t.number AS terminal_no,
    w.scale_no,
    coalesce(w.weighings, 0) AS weighings,
    coalesce(w.not_zeroed, 0) AS not_zeroed,
    coalesce(w.beyond_zero_limit, 0) AS beyond_zero_limit,
    coalesce(w.over_range, 0) AS over_range,
    (l.least_g / 1000.0)::numeric(12, 3) AS least_stable_kg,
    w.first_at AT TIME ZONE 'Asia/Shanghai' AS first_at,
    w.last_at AT TIME ZONE 'Asia/Shanghai' AS last_at,
    sc.verified_until
FROM weighed AS w
FULL JOIN sampled AS l ON l.terminal_id = w.terminal_id
JOIN registry.terminal AS t ON t.terminal_id = coalesce(w.terminal_id, l.terminal_id)
LEFT JOIN registry.scale AS sc ON sc.terminal_id = t.terminal_id
LEFT JOIN registry.terminal_mount AS m
    ON m.terminal_id = t.terminal_id AND m.valid @> (:'to'::date::timestamp AT TIME ZONE 'Asia/Shanghai')
LEFT JOIN registry.station AS st ON st.station_id = m.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = m.disposal_facility_id
LEFT JOIN registry.street AS s ON s.street_id = st.street_id
WHERE (w.not_zeroed > 0 OR w.beyond_zero_limit > 0 OR w.over_range > 0
        OR abs(l.least_g) > coalesce(sc.zero_limit_g, sc.interval_g, 0))
    AND (:'street' = '' OR s.code = :'street')
ORDER BY w.not_zeroed + w.beyond_zero_limit + w.over_range DESC NULLS LAST, site_code, terminal_no, w.scale_no;
