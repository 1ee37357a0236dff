-- Lifts of the day whose tag was bound to nothing, or that had none.
SELECT
    l.terminal_id,
    min(l.recorded_at)                                                                        AS first_lift_at,
    max(l.recorded_at)                                                                        AS last_lift_at,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'w'), 0)::bigint                             AS net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'e'), 0)::bigint                             AS estimated_net_g,
    {day}                                                                                     AS service_date,
    count(*)::integer                                                                         AS lifts,
    (count(*) FILTER (WHERE l.sort = 'd'))::integer                                           AS doubtful_lifts,
    (array_agg(l.lon_e6 ORDER BY l.recorded_at DESC, l.seq DESC))[1]                          AS last_lon_e6,
    (array_agg(l.lat_e6 ORDER BY l.recorded_at DESC, l.seq DESC))[1]                          AS last_lat_e6,
    l.tag_tech,
    l.tag_id
FROM (
    SELECT
        r.terminal_id, r.recorded_at, r.seq, r.net_g, r.lon_e6, r.lat_e6,
        CASE WHEN r.weigh_flags & 284 <> 0 OR r.net_g < 0 THEN 'd' WHEN r.weigh_mode = 6 THEN 'e' ELSE 'w' END AS sort,
        CASE WHEN r.tag_id IS NULL THEN 0 ELSE r.tag_tech END::smallint                       AS tag_tech,
        coalesce(r.tag_id, '')                                                                AS tag_id
    FROM telemetry.lift AS r
    WHERE r.recorded_at >= {from} AND r.recorded_at < {to} AND NOT EXISTS (
        SELECT FROM registry.tag_binding AS tag
        WHERE tag.tag_id = r.tag_id AND tag.tag_tech = r.tag_tech AND tag.valid @> r.recorded_at)
) AS l
GROUP BY l.terminal_id, l.tag_tech, l.tag_id
