-- Days whose collections must be judged again: a change of the registry changes which lift completed which task, and by whom. The triggers
-- that tell it are in the next migration.

CREATE TABLE ops.recheck_range (
    mark_id   bigint GENERATED ALWAYS AS IDENTITY,
    marked_at timestamptz NOT NULL DEFAULT now(),
    days      datemultirange NOT NULL,
    cause     text NOT NULL,
    CONSTRAINT recheck_range_pkey PRIMARY KEY (mark_id)
);
COMMENT ON TABLE ops.recheck_range IS
    'Days that a change of the registry or of suspensions touched, also open ended; becomes rows of ops.recheck_day for those of them that '
    'have tasks (待重判范围)';
COMMENT ON COLUMN ops.recheck_range.mark_id IS 'Its own';
COMMENT ON COLUMN ops.recheck_range.marked_at IS 'When the transaction of the change began (标记时间)';
COMMENT ON COLUMN ops.recheck_range.days IS 'Local days (日期范围)';
COMMENT ON COLUMN ops.recheck_range.cause IS 'The table that changed (原因)';

CREATE TABLE ops.recheck_day (
    marked_at    timestamptz NOT NULL,
    service_date date NOT NULL,
    cause        text NOT NULL,
    CONSTRAINT recheck_day_pkey PRIMARY KEY (service_date, cause)
);
COMMENT ON TABLE ops.recheck_day IS
    'A day whose collections are judged again because of a change; gone once they are. Written by the job alone (待重判日)';
COMMENT ON COLUMN ops.recheck_day.marked_at IS 'When the first of the changes was made (标记时间)';
COMMENT ON COLUMN ops.recheck_day.service_date IS 'Local day of the tasks (作业日)';
COMMENT ON COLUMN ops.recheck_day.cause IS 'The table that changed (原因)';

-- A lift completes a task of its day, of the day before, or late one of up to seven days before.
CREATE VIEW ops.recheck_waiting AS
SELECT d.service_date, min(m.marked_at) AS marked_at, string_agg(DISTINCT m.cause, ', ') AS causes
FROM ops.collection_day AS d
CROSS JOIN LATERAL (
    SELECT r.marked_at, r.cause FROM ops.recheck_day AS r WHERE r.service_date = d.service_date
    UNION ALL
    SELECT r.marked_at, r.cause FROM ops.recheck_range AS r WHERE r.days && daterange(d.service_date, d.service_date + 7, '[]')
) AS m
WHERE d.tasks > 0 AND d.service_date <= telemetry.local_day(clock_timestamp())
    AND NOT EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = d.service_date)
GROUP BY d.service_date;
COMMENT ON VIEW ops.recheck_waiting IS
    'Days whose collections may have become other ones by a change that the job has not followed yet (待重判一览)';
COMMENT ON COLUMN ops.recheck_waiting.service_date IS 'Local day of the tasks (作业日)';
COMMENT ON COLUMN ops.recheck_waiting.marked_at IS 'When the first of the changes was made (标记时间)';
COMMENT ON COLUMN ops.recheck_waiting.causes IS 'The tables that changed (原因)';
