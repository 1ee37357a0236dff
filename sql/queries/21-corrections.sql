-- 21 称重更正与变更记录
--
-- Which weighings were corrected or withdrawn, with the figures before and after; and which changes of the registry, by whom, moved weights to
-- another vehicle, point or unit. A correction is a record of the station itself and names no person: the ticket does. The days are
-- those on which the correction was made.
--
-- @param from date yesterday 起始日期
-- @param to date yesterday 截止日期
-- @column changed_at 变更时间
-- @column what 变更内容
-- @column actor 操作人
-- @column application 程序
-- @column site_name 场站
-- @column ticket 磅单号
-- @column plate_no 车牌号
-- @column weighed_at 原过磅时间
-- @column net_kg_before 变更前净重(千克)
-- @column net_kg_after 变更后净重(千克)
-- @column before 变更前
-- @column after 变更后
WITH correction AS (
    SELECT c.terminal_id, c.boot_no, c.supersedes, c.recorded_at, c.net_g, c.gross_g, c.tare_g, c.ticket, c.plate_no
    FROM telemetry.station_weighing AS c
    WHERE c.recorded_at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND c.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND c.supersedes IS NOT NULL
)
SELECT
    c.recorded_at AT TIME ZONE 'Asia/Shanghai' AS changed_at,
    CASE WHEN coalesce(c.net_g, 0) = 0 AND coalesce(c.gross_g, 0) = 0 AND coalesce(c.tare_g, 0) = 0 THEN '称重作废' ELSE '称重更正' END AS what,
    NULL::text AS actor,
    NULL::text AS application,
    coalesce(st.name, df.name) AS site_name,
    coalesce(c.ticket, o.ticket) AS ticket,
    coalesce(c.plate_no, o.plate_no) AS plate_no,
    o.recorded_at AT TIME ZONE 'Asia/Shanghai' AS weighed_at,
    (o.net_g / 1000.0)::numeric(12, 3) AS net_kg_before,
    (c.net_g / 1000.0)::numeric(12, 3) AS net_kg_after,
    NULL::jsonb AS before,
    NULL::jsonb AS after
FROM correction AS c
LEFT JOIN LATERAL (
    SELECT o.recorded_at, o.net_g, o.ticket, o.plate_no
    FROM telemetry.station_weighing AS o
    WHERE o.terminal_id = c.terminal_id AND o.boot_no = c.boot_no AND o.seq = c.supersedes
        AND o.recorded_at >= (:'from'::date - 62)::timestamp AT TIME ZONE 'Asia/Shanghai'
        AND o.recorded_at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    ORDER BY o.recorded_at DESC
    LIMIT 1
) AS o ON true
LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = c.terminal_id AND m.valid @> c.recorded_at
LEFT JOIN registry.station AS st ON st.station_id = m.station_id
LEFT JOIN registry.disposal_facility AS df ON df.disposal_facility_id = m.disposal_facility_id
UNION ALL
SELECT
    a.changed_at, a.what, a.actor, a.application, NULL, NULL, NULL, NULL, NULL, NULL, a.before, a.after
FROM report.registry_change AS a
WHERE a.at >= :'from'::date::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND a.at < (:'to'::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    AND a.table_name IN (
        'tag_binding', 'bin_placement', 'point_affiliation', 'terminal_mount', 'vehicle_assignment', 'scale', 'bin')
ORDER BY changed_at, what;
