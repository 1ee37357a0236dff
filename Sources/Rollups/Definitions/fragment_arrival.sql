-- Loads that vehicles brought, with the lifts that each may have. Clocks of terminal and scale differ, so that a lift within ten
-- minutes after the weighing still belongs to it: nobody lifts at the scale.
box AS (
    SELECT w.ticket, w.vehicle_id, w.at, CASE WHEN NOT w.is_doubtful THEN w.net_g END AS net_g, mount.station_id
    FROM weighing AS w
    JOIN registry.terminal_mount AS mount ON mount.terminal_id = w.terminal_id AND mount.valid @> w.at
    WHERE w.direction = 2 AND NOT w.is_withdrawn AND w.is_opened IS NOT TRUE AND w.ticket IS NOT NULL AND w.vehicle_id IS NOT NULL
        AND mount.station_id IS NOT NULL
),
arrival AS MATERIALIZED (
    SELECT DISTINCT ON (w.terminal_id, w.at, w.boot_no, w.seq)
        w.terminal_id, w.at, w.boot_no, w.seq, w.vehicle_id, w.ticket, w.waste_type,
        CASE WHEN w.is_closed THEN w.next_at END                                           AS left_at,
        -- Doubtful, it is not known.
        CASE
            WHEN w.is_closed AND (w.is_first OR w.is_next_weighed) AND NOT w.is_next_doubtful THEN w.next_net_g
            WHEN NOT w.is_first AND NOT w.is_doubtful THEN w.net_g
        END                                                                                AS site_net_g,
        mount.station_id, mount.disposal_facility_id,
        box.station_id                                                                     AS from_station_id,
        box.net_g                                                                          AS box_net_g
    FROM weighing AS w
    JOIN registry.terminal_mount AS mount ON mount.terminal_id = w.terminal_id AND mount.valid @> w.at
    LEFT JOIN box ON box.ticket = w.ticket AND box.vehicle_id = w.vehicle_id
        AND box.at <= w.at AND box.at > w.at - interval '12 hours'
    WHERE w.direction = 1 AND NOT w.is_withdrawn AND w.vehicle_id IS NOT NULL AND mount.vehicle_id IS NULL
        AND w.at >= {from} AND w.at < {to}
    ORDER BY w.terminal_id, w.at, w.boot_no, w.seq, box.at DESC
),
-- Between the end of the load before and its own.
share AS MATERIALIZED (
    SELECT
        a.terminal_id, a.at, a.boot_no, a.seq, a.vehicle_id, a.ends_at,
        coalesce(lag(a.ends_at) OVER v, '-infinity')                                       AS begins_at,
        row_number() OVER v = 1                                                            AS is_earliest
    FROM (
        SELECT a.*, greatest(a.left_at, a.at + interval '10 minutes') AS ends_at
        FROM arrival AS a
        WHERE a.from_station_id IS NULL
    ) AS a
    WINDOW v AS (PARTITION BY a.vehicle_id ORDER BY a.ends_at, a.at, a.terminal_id, a.seq)
),
lift AS MATERIALIZED (
    SELECT mount.vehicle_id, l.recorded_at, l.net_g, l.weigh_mode
    FROM telemetry.lift AS l
    JOIN registry.terminal_mount AS mount ON mount.terminal_id = l.terminal_id AND mount.valid @> l.recorded_at
    WHERE l.recorded_at >= {from} AND l.recorded_at < {to} AND mount.vehicle_id IS NOT NULL
)
