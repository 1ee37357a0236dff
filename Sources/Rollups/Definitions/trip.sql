WITH RECURSIVE
{weighing},
{arrival},
loaded AS (
    SELECT
        s.terminal_id, s.at, s.boot_no, s.seq, min(l.recorded_at) AS first_at, max(l.recorded_at) AS last_at,
        count(*) AS lifts, sum(l.net_g) AS net_g,
        count(*) FILTER (WHERE l.weigh_mode = 6) AS estimated,
        coalesce(sum(l.net_g) FILTER (WHERE l.weigh_mode = 6), 0) AS estimated_g
    FROM share AS s
    JOIN lift AS l ON l.vehicle_id = s.vehicle_id AND l.recorded_at > s.begins_at AND l.recorded_at <= s.ends_at
    GROUP BY s.terminal_id, s.at, s.boot_no, s.seq
),
-- What was on board since the vehicle's last trip before this day, over days without one too: a week at most, so that a vehicle that is
-- never weighed does not gather loads for ever.
carried AS (
    SELECT
        s.terminal_id, s.at, s.boot_no, s.seq, min(o.first_lift_at) AS first_lift_at, max(o.last_lift_at) AS last_lift_at,
        sum(o.lifts) AS lifts, sum(o.net_g) AS net_g, sum(o.estimated_lifts) AS estimated_lifts,
        sum(o.estimated_net_g) AS estimated_net_g
    FROM share AS s
    JOIN stats.open_load AS o ON o.vehicle_id = s.vehicle_id AND o.service_date >= {day} - 7 AND o.service_date < {day}
    WHERE s.is_earliest AND NOT EXISTS (
        SELECT FROM stats.trip AS t
        WHERE t.vehicle_id = o.vehicle_id AND t.from_station_id = 0 AND t.service_date > o.service_date AND t.service_date < {day})
    GROUP BY s.terminal_id, s.at, s.boot_no, s.seq
)
SELECT
    a.terminal_id,
    a.at                                                                                   AS recorded_at,
    a.seq,
    a.vehicle_id,
    coalesce(assignment.carrier_id, 0)                                                     AS carrier_id,
    coalesce(a.station_id, 0)                                                              AS station_id,
    coalesce(a.disposal_facility_id, 0)                                                    AS disposal_facility_id,
    coalesce(a.from_station_id, 0)                                                         AS from_station_id,
    least(o.first_lift_at, l.first_at)                                                     AS first_lift_at,
    greatest(o.last_lift_at, l.last_at)                                                    AS last_lift_at,
    a.left_at,
    (coalesce(l.net_g, 0) + coalesce(o.net_g, 0))::bigint                                  AS lifts_net_g,
    (coalesce(l.estimated_g, 0) + coalesce(o.estimated_net_g, 0))::bigint                  AS estimated_net_g,
    a.box_net_g::bigint                                                                    AS box_net_g,
    a.site_net_g::bigint                                                                   AS site_net_g,
    (a.site_net_g
        - CASE WHEN a.from_station_id IS NULL THEN coalesce(l.net_g, 0) + coalesce(o.net_g, 0) ELSE a.box_net_g END)::bigint
                                                                                           AS gap_g,
    a.boot_no,
    {day}                                                                                  AS service_date,
    (coalesce(l.lifts, 0) + coalesce(o.lifts, 0))::integer                                 AS lifts,
    (coalesce(l.estimated, 0) + coalesce(o.estimated_lifts, 0))::integer                   AS estimated_lifts,
    a.waste_type,
    a.ticket
FROM arrival AS a
LEFT JOIN share AS s USING (terminal_id, at, boot_no, seq)
LEFT JOIN loaded AS l USING (terminal_id, at, boot_no, seq)
LEFT JOIN carried AS o USING (terminal_id, at, boot_no, seq)
LEFT JOIN registry.vehicle_assignment AS assignment
    ON assignment.vehicle_id = a.vehicle_id AND assignment.valid @> a.at
