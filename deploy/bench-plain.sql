-- The plain GROUP BYs over the same day: what a refresh makes, without what needs an order (distances by position, stops, gaps, missing
-- numbers, trips), and written nowhere. One statement, so that EXPLAIN ANALYZE tells one time.
EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON)
SELECT sum(hashtext(x::text)) FROM (
    SELECT ROW(
        f.terminal_id, count(*), min(f.recorded_at), max(f.recorded_at), min(f.received_at),
        count(*) FILTER (WHERE f.received_at > f.recorded_at + interval '10 minutes'), count(*) FILTER (WHERE f.is_backfill),
        count(*) FILTER (WHERE f.time_quality <> 0), count(*) FILTER (WHERE f.lon_e6 IS NULL OR f.status_bits & 2 = 0),
        max(f.odometer_hm) - min(f.odometer_hm), max(f.fuel_dl) - min(f.fuel_dl), max(f.speed_dkmh)) AS x
    FROM telemetry.fix AS f
    WHERE f.recorded_at >= '2026-06-01 00:00+08' AND f.recorded_at < '2026-06-02 00:00+08'
    GROUP BY f.terminal_id
    UNION ALL
    SELECT ROW(
        l.terminal_id, mount.vehicle_id, assignment.carrier_id, placement.collection_point_id, affiliation.responsible_unit_id,
        community.community_id, community.street_id, l.waste_type, count(*), sum(l.gross_g), sum(l.net_g),
        sum(l.net_g) FILTER (WHERE l.quality = 1), min(l.recorded_at), max(l.recorded_at))
    FROM telemetry.lift AS l
    LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = l.terminal_id AND mount.valid @> l.recorded_at
    LEFT JOIN registry.vehicle_assignment AS assignment
        ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> l.recorded_at
    LEFT JOIN registry.tag_binding AS tag
        ON tag.tag_id = l.tag_id AND tag.tag_tech = l.tag_tech AND tag.valid @> l.recorded_at
    LEFT JOIN registry.bin_placement AS placement ON placement.bin_id = tag.bin_id AND placement.valid @> l.recorded_at
    LEFT JOIN registry.point_affiliation AS affiliation
        ON affiliation.collection_point_id = placement.collection_point_id AND affiliation.valid @> l.recorded_at
    LEFT JOIN registry.community AS community ON community.community_id = affiliation.community_id
    WHERE l.recorded_at >= '2026-06-01 00:00+08' AND l.recorded_at < '2026-06-02 00:00+08'
    GROUP BY
        l.terminal_id, mount.vehicle_id, assignment.carrier_id, placement.collection_point_id, affiliation.responsible_unit_id,
        community.community_id, community.street_id, l.waste_type
    UNION ALL
    SELECT ROW(
        tag.bin_id, count(*), sum(l.net_g), sum(l.net_g) FILTER (WHERE l.quality = 1), count(*) FILTER (WHERE l.net_g = 0),
        max(l.recorded_at))
    FROM telemetry.lift AS l
    LEFT JOIN registry.tag_binding AS tag
        ON tag.tag_id = l.tag_id AND tag.tag_tech = l.tag_tech AND tag.valid @> l.recorded_at
    WHERE l.recorded_at >= '2026-06-01 00:00+08' AND l.recorded_at < '2026-06-02 00:00+08'
    GROUP BY tag.bin_id, CASE WHEN tag.bin_id IS NULL THEN l.tag_id END
    UNION ALL
    SELECT ROW(r.terminal_id, r.boot_no, count(*), max(r.seq) - min(r.seq))
    FROM (
        SELECT terminal_id, boot_no, seq, recorded_at FROM telemetry.tag_read
        UNION ALL SELECT terminal_id, boot_no, seq, recorded_at FROM telemetry.lift
        UNION ALL SELECT terminal_id, boot_no, seq, recorded_at FROM telemetry.station_weighing
    ) AS r
    WHERE r.recorded_at >= '2026-06-01 00:00+08' AND r.recorded_at < '2026-06-02 00:00+08'
    GROUP BY r.terminal_id, r.boot_no
    UNION ALL
    SELECT ROW(w.terminal_id, w.direction, w.waste_type, count(*), sum(w.net_g))
    FROM telemetry.station_weighing AS w
    WHERE w.recorded_at >= '2026-06-01 00:00+08' AND w.recorded_at < '2026-06-02 00:00+08'
    GROUP BY w.terminal_id, w.direction, w.waste_type
    UNION ALL
    SELECT ROW(
        k.collection_point_id, k.responsible_unit_id, k.community_id, k.street_id, k.waste_type,
        count(*) FILTER (WHERE k.outcome <> 'excused'), count(*) FILTER (WHERE k.outcome = 'on_time'),
        count(*) FILTER (WHERE k.outcome = 'late'), count(*) FILTER (WHERE k.outcome = 'missed'),
        count(*) FILTER (WHERE k.outcome = 'unconfirmed'), max(k.collected_at))
    FROM ops.collection_task AS k
    WHERE k.service_date = '2026-06-01'
    GROUP BY k.collection_point_id, k.responsible_unit_id, k.community_id, k.street_id, k.waste_type
) AS plain;
