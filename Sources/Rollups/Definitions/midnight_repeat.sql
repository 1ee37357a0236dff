-- Whether a bin was lifted before the midnight with which the day begins, and shaken once more after it: a row, or none.
SELECT 1
FROM telemetry.lift AS r
WHERE r.recorded_at >= {from} AND r.recorded_at < ({day}::timestamp + interval '3 minutes') AT TIME ZONE telemetry.site_time_zone()
    AND r.net_g < 2000 AND r.tag_id IS NOT NULL AND r.time_quality = 0
    AND EXISTS (
        SELECT FROM telemetry.lift AS l
        WHERE l.terminal_id = r.terminal_id AND l.tag_id = r.tag_id AND l.tag_tech = r.tag_tech AND l.time_quality = 0 AND l.net_g > r.net_g
            AND l.recorded_at >= ({day}::timestamp - interval '3 minutes') AT TIME ZONE telemetry.site_time_zone()
            AND l.recorded_at < {from} AND l.recorded_at >= r.recorded_at - interval '3 minutes')
LIMIT 1
