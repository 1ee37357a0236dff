-- Other days whose figures rest on the same weighings as those of this one: a correction counts on the day of what it corrects, and a
-- ticket may begin before midnight and end after it. It holds both ways: what changes here matters there, and what changes there here.
WITH RECURSIVE
own AS MATERIALIZED (
    SELECT w.terminal_id, w.boot_no, w.seq, w.recorded_at, w.ticket
    FROM telemetry.station_weighing AS w
    WHERE w.recorded_at >= {from} AND w.recorded_at < {to}
),
link AS MATERIALIZED (
    SELECT c.terminal_id, c.boot_no, c.seq, c.supersedes, c.ticket
    FROM telemetry.station_weighing AS c
    WHERE c.supersedes IS NOT NULL AND c.supersedes < c.seq
        AND c.recorded_at >= {from} - interval '63 days' AND c.recorded_at < {to} + interval '63 days'
),
half AS MATERIALIZED (
    SELECT o.terminal_id, o.boot_no, o.seq, o.recorded_at
    FROM telemetry.station_weighing AS o
    JOIN own AS w ON w.ticket = o.ticket
        AND o.recorded_at >= w.recorded_at - interval '12 hours' AND o.recorded_at <= w.recorded_at + interval '12 hours'
    WHERE o.recorded_at >= {from} - interval '12 hours' AND o.recorded_at < {to} + interval '12 hours'
        AND NOT (o.recorded_at >= {from} AND o.recorded_at < {to})
),
-- Those, and whatever corrects or is corrected by any of them, over any number of steps.
part (terminal_id, boot_no, seq) AS (
    SELECT s.terminal_id, s.boot_no, s.seq
    FROM (
        SELECT w.terminal_id, w.boot_no, w.seq FROM own AS w
        UNION ALL
        SELECT h.terminal_id, h.boot_no, h.seq FROM half AS h
        UNION ALL
        SELECT l.terminal_id, l.boot_no, l.seq FROM link AS l JOIN own AS w ON w.ticket = l.ticket
    ) AS s
    WHERE EXISTS (
        SELECT FROM link AS l WHERE l.terminal_id = s.terminal_id AND l.boot_no = s.boot_no AND s.seq IN (l.seq, l.supersedes))
    UNION
    SELECT l.terminal_id, l.boot_no, e.seq
    FROM part AS p
    JOIN link AS l ON l.terminal_id = p.terminal_id AND l.boot_no = p.boot_no AND p.seq IN (l.seq, l.supersedes)
    CROSS JOIN LATERAL (VALUES (l.seq), (l.supersedes)) AS e (seq)
),
chained AS MATERIALIZED (
    SELECT w.terminal_id, w.boot_no, w.recorded_at, w.ticket
    FROM part AS p
    JOIN telemetry.station_weighing AS w ON w.terminal_id = p.terminal_id AND w.boot_no = p.boot_no AND w.seq = p.seq
    WHERE w.recorded_at >= {from} - interval '63 days' AND w.recorded_at < {to} + interval '63 days'
)
SELECT DISTINCT telemetry.local_day(d.at) - '1970-01-01'::date AS day
FROM (
    SELECT h.recorded_at AS at FROM half AS h
    UNION ALL
    SELECT c.recorded_at FROM chained AS c
    UNION ALL
    -- The other halves of these, on the ticket of before the correction or after it.
    SELECT o.recorded_at
    FROM chained AS t
    JOIN chained AS c ON c.terminal_id = t.terminal_id AND c.boot_no = t.boot_no
    JOIN telemetry.station_weighing AS o ON o.ticket = t.ticket
        AND o.recorded_at >= c.recorded_at - interval '12 hours' AND o.recorded_at <= c.recorded_at + interval '12 hours'
    WHERE o.recorded_at >= {from} - interval '64 days' AND o.recorded_at < {to} + interval '64 days'
) AS d
WHERE NOT (d.at >= {from} AND d.at < {to})
