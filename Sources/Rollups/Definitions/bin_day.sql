-- Lifts of the day by the bin whose tag was read. The order of a bin's lifts is looked at within the day.
SELECT
    l.bin_id,
    max(l.recorded_at)                                                                        AS last_lift_at,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'w'), 0)::bigint                             AS net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.sort = 'e'), 0)::bigint                             AS estimated_net_g,
    {day}                                                                                     AS service_date,
    count(*)::integer                                                                         AS lifts,
    (count(*) FILTER (WHERE l.sort = 'w'))::integer                                           AS weighed_lifts,
    (count(*) FILTER (WHERE l.sort = 'e'))::integer                                           AS estimated_lifts,
    (count(*) FILTER (WHERE l.sort = 'd'))::integer                                           AS doubtful_lifts,
    (count(*) FILTER (WHERE l.net_g = 0))::integer                                            AS zero_lifts,
    (count(*) FILTER (WHERE l.recorded_at - l.third_before_at <= interval '10 minutes'))::integer  AS rapid_lifts,
    (count(*) FILTER (WHERE l.is_repeat))::integer                                            AS repeat_lifts
FROM (
    SELECT
        tag.bin_id, r.recorded_at, r.net_g, r.sort, r.is_repeat,
        lag(r.recorded_at, 3) OVER (PARTITION BY tag.bin_id ORDER BY r.recorded_at)           AS third_before_at
    FROM (
        {lift}
    ) AS r
    JOIN registry.tag_binding AS tag
        ON tag.tag_id = r.tag_id AND tag.tag_tech = r.tag_tech AND tag.valid @> r.recorded_at AND tag.bin_id IS NOT NULL
) AS l
GROUP BY l.bin_id
