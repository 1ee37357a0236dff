-- Weighings with their last figures: a correction replaces what it corrects, also days later, and counts when the first one was
-- made; one that corrects what never came, or itself, counts by itself. Half a day after it comes with it, for tickets over midnight, and a
-- whole day before it: a box that left its station half a day before may be on a ticket that was opened half a day before that.
correction AS MATERIALIZED (
    SELECT c.*
    FROM telemetry.station_weighing AS c
    WHERE c.supersedes IS NOT NULL AND c.supersedes < c.seq
        AND c.recorded_at >= {from} - interval '24 hours' AND c.recorded_at < {to} + interval '62 days'
),
near AS MATERIALIZED (
    SELECT w.*
    FROM telemetry.station_weighing AS w
    WHERE w.recorded_at >= {from} - interval '24 hours' AND w.recorded_at < {to} + interval '12 hours'
),
chain AS (
    SELECT
        w.terminal_id, w.boot_no, w.seq AS first_seq, w.recorded_at AS at, w.seq, w.recorded_at, w.scale_no, w.direction,
        w.weigh_flags, w.gross_g, w.tare_g, w.net_g, w.tare_source, w.waste_type, w.ticket, w.plate_no, w.tag_tech, w.tag_id, 0 AS depth
    FROM near AS w
    WHERE w.supersedes IS NULL OR w.supersedes >= w.seq OR NOT EXISTS (
        SELECT FROM near AS o
        WHERE o.terminal_id = w.terminal_id AND o.boot_no = w.boot_no AND o.seq = w.supersedes
            AND o.recorded_at <= w.recorded_at + interval '12 hours'
    ) AND NOT EXISTS (
        SELECT FROM telemetry.station_weighing AS o
        WHERE o.terminal_id = w.terminal_id AND o.boot_no = w.boot_no AND o.seq = w.supersedes
            AND o.recorded_at >= {from} - interval '63 days' AND o.recorded_at < {from} - interval '24 hours'
            AND o.recorded_at > w.recorded_at - interval '62 days'
    )
    UNION ALL
    SELECT
        k.terminal_id, k.boot_no, k.first_seq, k.at, c.seq, c.recorded_at, c.scale_no, c.direction,
        c.weigh_flags, c.gross_g, c.tare_g, c.net_g, c.tare_source, coalesce(nullif(c.waste_type, 0), k.waste_type),
        coalesce(c.ticket, k.ticket), coalesce(c.plate_no, k.plate_no),
        -- A technology without a tag says nothing of the tag before.
        CASE WHEN c.tag_id IS NULL THEN k.tag_tech ELSE c.tag_tech END, coalesce(c.tag_id, k.tag_id), k.depth + 1
    FROM chain AS k
    JOIN correction AS c ON c.terminal_id = k.terminal_id AND c.boot_no = k.boot_no AND c.supersedes = k.seq
        AND c.recorded_at >= k.recorded_at - interval '12 hours' AND c.recorded_at < k.recorded_at + interval '62 days'
    WHERE k.depth < 100
),
weighing AS MATERIALIZED (
    SELECT
        f.terminal_id, f.boot_no, f.seq, f.at, f.scale_no, f.direction, f.weigh_flags, f.net_g, f.waste_type, f.ticket, f.depth,
        f.is_withdrawn,
        -- 4 over range, 8 negative, 16 under range, 256 sensor fault. What is weighed out on a ticket is the difference of two readings.
        NOT f.is_withdrawn AND (
            f.weigh_flags & 284 <> 0 OR coalesce(f.net_g, 0) < 0
            OR coalesce(
                f.direction = 2 AND lag(f.direction) OVER t = 1 AND f.at - lag(f.at) OVER t <= interval '12 hours'
                    AND lag(f.weigh_flags) OVER t & 284 <> 0, false)
        )                                                                                  AS is_doubtful,
        -- The first weighing of two: there is no net weight yet.
        f.direction = 1 AND (f.net_g IS NULL OR f.net_g = 0 AND f.tare_source = 0)         AS is_first,
        coalesce(tag.vehicle_id, vehicle.vehicle_id)                                       AS vehicle_id,
        f.plate_no IS NULL AND tag.vehicle_id IS NULL                                      AS is_cart,
        lag(f.direction) OVER t = 1 AND f.at - lag(f.at) OVER t <= interval '12 hours'     AS is_opened,
        lead(f.direction) OVER t = 2 AND lead(f.at) OVER t - f.at <= interval '12 hours'   AS is_closed,
        lead(f.at) OVER t                                                                  AS next_at,
        lead(f.net_g) OVER t                                                               AS next_net_g,
        lead(f.weigh_flags & 284 = 0 AND f.net_g > 0) OVER t                               AS is_next_weighed,
        f.weigh_flags & 284 <> 0 OR lead(f.weigh_flags & 284 <> 0 OR coalesce(f.net_g, 0) < 0) OVER t
                                                                                           AS is_next_doubtful
    FROM (
        SELECT DISTINCT ON (k.terminal_id, k.boot_no, k.first_seq, k.at)
            k.terminal_id, k.boot_no, k.first_seq AS seq, k.at, k.scale_no, k.direction, k.weigh_flags, k.net_g, k.tare_source,
            k.waste_type, k.ticket, k.plate_no, k.tag_tech, k.tag_id, k.depth,
            k.depth > 0 AND coalesce(k.gross_g, 0) = 0 AND coalesce(k.tare_g, 0) = 0 AND coalesce(k.net_g, 0) = 0 AS is_withdrawn
        FROM chain AS k
        ORDER BY k.terminal_id, k.boot_no, k.first_seq, k.at, k.depth DESC, k.recorded_at DESC, k.seq DESC
    ) AS f
    LEFT JOIN registry.tag_binding AS tag
        ON tag.tag_id = f.tag_id AND tag.tag_tech = f.tag_tech AND tag.valid @> f.at AND tag.vehicle_id IS NOT NULL
    LEFT JOIN registry.vehicle AS vehicle ON vehicle.plate_no = f.plate_no
    -- Without a ticket each is alone.
    WINDOW t AS (
        PARTITION BY f.terminal_id, f.is_withdrawn, f.ticket, CASE WHEN f.ticket IS NULL THEN f.seq END
        ORDER BY f.at, f.boot_no, f.seq)
)
