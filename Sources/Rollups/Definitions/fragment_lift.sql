-- Lifts of the day: their sort, and which are a bin that was shaken once more and no other bin. Such a record has less than 2 kg, within
-- three minutes after a heavier one of the same tag by the same terminal, which may be one of the day before. (The timeliness job lets
-- the same ones complete nothing: CollectionMatcher.) Without a tag, or a time of its own, nobody knows. Few lifts are so light: they alone
-- are looked at twice.
SELECT
    l.terminal_id, l.recorded_at, l.received_at, l.gross_g, l.net_g, l.waste_type, l.quality, l.tag_tech, l.tag_id,
    -- Doubtful: 4 over range, 8 negative, 16 under range, 256 sensor fault; estimated by volume; weighed.
    CASE
        WHEN l.weigh_flags & 284 <> 0 OR l.net_g < 0 THEN 'd'
        WHEN l.weigh_mode = 6 THEN 'e'
        ELSE 'w'
    END AS sort,
    shaken.terminal_id IS NOT NULL AS is_repeat
FROM telemetry.lift AS l
LEFT JOIN (
    SELECT r.terminal_id, r.recorded_at, r.boot_no, r.seq
    FROM telemetry.lift AS r
    WHERE r.recorded_at >= {from} AND r.recorded_at < {to}
        AND r.net_g < 2000 AND r.weigh_mode <> 6 AND r.weigh_flags & 256 = 0 AND r.tag_id IS NOT NULL AND r.time_quality = 0
        AND EXISTS (
            SELECT FROM telemetry.lift AS h
            WHERE h.terminal_id = r.terminal_id AND h.tag_id = r.tag_id AND h.tag_tech = r.tag_tech AND h.time_quality = 0
                AND h.net_g > r.net_g AND h.recorded_at < r.recorded_at AND h.recorded_at >= r.recorded_at - interval '3 minutes'
                AND h.recorded_at >= ({day}::timestamp - interval '3 minutes') AT TIME ZONE telemetry.site_time_zone()
                AND h.recorded_at < {to})
) AS shaken
    ON shaken.terminal_id = l.terminal_id AND shaken.recorded_at = l.recorded_at AND shaken.boot_no = l.boot_no AND shaken.seq = l.seq
WHERE l.recorded_at >= {from} AND l.recorded_at < {to}
-- Planned by itself: where the planner takes what follows for a row or two, it would look for each lift one by one.
OFFSET 0
