-- Records count on from the start of their terminal: a number that is missing is a record that is missing.
WITH record AS MATERIALIZED (
    SELECT r.terminal_id, r.boot_no, r.seq, r.recorded_at, r.received_at, r.time_quality, 1 AS source
    FROM telemetry.tag_read AS r WHERE r.recorded_at >= {from} AND r.recorded_at < {to}
    UNION ALL
    SELECT r.terminal_id, r.boot_no, r.seq, r.recorded_at, r.received_at, r.time_quality, 2
    FROM telemetry.load_sample AS r WHERE r.recorded_at >= {from} AND r.recorded_at < {to}
    UNION ALL
    SELECT r.terminal_id, r.boot_no, r.seq, r.recorded_at, r.received_at, r.time_quality, 3
    FROM telemetry.lift AS r WHERE r.recorded_at >= {from} AND r.recorded_at < {to}
    UNION ALL
    SELECT r.terminal_id, r.boot_no, r.seq, r.recorded_at, r.received_at, r.time_quality, 4
    FROM telemetry.station_weighing AS r WHERE r.recorded_at >= {from} AND r.recorded_at < {to}
),
-- Those without a time of their own are filed under that of their receipt, and may be of a day long before: each stands for itself,
-- unless its number lies between those of the day.
-- Records that a profile reads out of vendor items are not numbered: a start below 0.
boot AS (
    SELECT
        n.terminal_id, n.boot_no,
        CASE WHEN n.boot_no < 0 THEN count(*)
            ELSE coalesce(max(n.last_seq) - max(n.first_seq) + 1, 0)
                + count(*) FILTER (WHERE (n.seq BETWEEN n.first_seq AND n.last_seq) IS NOT TRUE)
        END                                                                                   AS expected,
        count(*) FILTER (WHERE n.boot_no >= 0 AND n.step > 1 AND n.seq > n.first_seq AND n.seq <= n.last_seq)  AS gaps
    FROM (
        SELECT
            r.terminal_id, r.boot_no, r.seq, r.seq - lag(r.seq) OVER (b ORDER BY r.seq)       AS step,
            min(r.seq) FILTER (WHERE r.time_quality = 0) OVER b                               AS first_seq,
            max(r.seq) FILTER (WHERE r.time_quality = 0) OVER b                               AS last_seq
        FROM record AS r
        WINDOW b AS (PARTITION BY r.terminal_id, r.boot_no)
    ) AS n
    GROUP BY n.terminal_id, n.boot_no
),
numbered AS (
    SELECT b.terminal_id, sum(b.expected)::bigint AS expected, count(*) FILTER (WHERE b.boot_no >= 0) AS boots, sum(b.gaps) AS gaps
    FROM boot AS b
    GROUP BY b.terminal_id
)
SELECT
    r.terminal_id,
    min(r.recorded_at)                                                                        AS first_record_at,
    max(r.recorded_at)                                                                        AS last_record_at,
    round(extract(epoch FROM min(r.received_at - r.recorded_at) FILTER (WHERE r.time_quality = 0)) * 1000)::bigint
                                                                                              AS least_lag_ms,
    n.expected                                                                                AS expected_records,
    {day}                                                                                     AS service_date,
    count(*)::integer                                                                         AS records,
    (count(*) FILTER (WHERE r.source = 1))::integer                                           AS tag_reads,
    (count(*) FILTER (WHERE r.source = 2))::integer                                           AS load_samples,
    (count(*) FILTER (WHERE r.source = 3))::integer                                           AS lifts,
    (count(*) FILTER (WHERE r.source = 4))::integer                                           AS weighings,
    n.boots::integer                                                                          AS boots,
    n.gaps::integer                                                                           AS sequence_gaps,
    (count(*) FILTER (WHERE r.received_at > r.recorded_at + interval '10 minutes'))::integer  AS late_records,
    (count(*) FILTER (WHERE r.time_quality <> 0))::integer                                    AS bad_clock_records
FROM record AS r
JOIN numbered AS n USING (terminal_id)
GROUP BY r.terminal_id, n.expected, n.boots, n.gaps
