WITH RECURSIVE
{weighing},
{arrival}
SELECT
    l.vehicle_id,
    min(l.recorded_at)                                                                     AS first_lift_at,
    max(l.recorded_at)                                                                     AS last_lift_at,
    sum(l.net_g)::bigint                                                                   AS net_g,
    coalesce(sum(l.net_g) FILTER (WHERE l.weigh_mode = 6), 0)::bigint                      AS estimated_net_g,
    {day}                                                                                  AS service_date,
    count(*)::integer                                                                      AS lifts,
    (count(*) FILTER (WHERE l.weigh_mode = 6))::integer                                    AS estimated_lifts
FROM lift AS l
LEFT JOIN (SELECT s.vehicle_id, max(s.ends_at) AS ends_at FROM share AS s GROUP BY s.vehicle_id) AS s USING (vehicle_id)
WHERE s.ends_at IS NULL OR l.recorded_at > s.ends_at
GROUP BY l.vehicle_id
