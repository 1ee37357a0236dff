WITH RECURSIVE
{weighing}
SELECT
    w.terminal_id,
    coalesce(mount.station_id, 0)                                                          AS station_id,
    coalesce(mount.disposal_facility_id, 0)                                                AS disposal_facility_id,
    min(w.at)                                                                              AS first_weighing_at,
    max(w.at)                                                                              AS last_weighing_at,
    coalesce(sum(w.net_g) FILTER (WHERE w.direction = 1 AND w.has_weight), 0)::bigint      AS in_net_g,
    coalesce(sum(w.net_g) FILTER (WHERE w.direction = 2 AND w.has_weight), 0)::bigint      AS out_net_g,
    -- A load that was weighed in against a known tare and weighed out as well is received once, as it was weighed out.
    coalesce(sum(w.net_g) FILTER (WHERE w.has_weight AND (
        w.direction = 1 AND (w.is_closed AND w.is_next_weighed) IS NOT TRUE OR w.direction = 2 AND w.closes)), 0)::bigint
                                                                                           AS received_net_g,
    coalesce(sum(w.net_g) FILTER (WHERE w.direction = 2 AND NOT w.closes AND w.has_weight), 0)::bigint
                                                                                           AS dispatched_net_g,
    {day}                                                                                  AS service_date,
    (count(*) FILTER (WHERE NOT w.is_withdrawn))::integer                                  AS weighings,
    (count(*) FILTER (WHERE w.direction = 1 AND NOT w.is_withdrawn))::integer              AS in_weighings,
    (count(*) FILTER (WHERE w.direction = 2 AND NOT w.is_withdrawn))::integer              AS out_weighings,
    (count(*) FILTER (WHERE w.direction = 1 AND NOT w.is_withdrawn AND w.is_cart))::integer      AS carts,
    (count(*) FILTER (WHERE w.direction = 1 AND NOT w.is_withdrawn AND NOT w.is_cart))::integer  AS deliveries,
    (count(*) FILTER (WHERE w.direction = 2 AND NOT w.is_withdrawn AND NOT w.closes))::integer   AS boxes_out,
    -- A scale without tickets weighs once.
    (count(*) FILTER (WHERE w.is_first AND w.ticket IS NOT NULL AND NOT w.is_withdrawn AND w.is_closed IS NOT TRUE))::integer
                                                                                           AS open_tickets,
    (count(*) FILTER (WHERE w.depth > 0 AND NOT w.is_withdrawn))::integer                  AS corrected,
    (count(*) FILTER (WHERE w.is_withdrawn))::integer                                      AS withdrawn,
    (count(*) FILTER (WHERE w.is_doubtful))::integer                                       AS doubtful,
    (count(*) FILTER (WHERE w.weigh_flags & 32 <> 0 AND NOT w.is_withdrawn))::integer      AS not_zeroed,
    w.scale_no,
    w.waste_type
FROM (
    SELECT x.*, NOT x.is_withdrawn AND NOT x.is_doubtful AS has_weight, coalesce(x.is_opened, false) AS closes
    FROM weighing AS x
    WHERE x.at >= {from} AND x.at < {to}
) AS w
LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = w.terminal_id AND mount.valid @> w.at
GROUP BY w.terminal_id, coalesce(mount.station_id, 0), coalesce(mount.disposal_facility_id, 0), w.scale_no, w.waste_type
