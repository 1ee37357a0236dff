-- Two things about tasks. The usual vehicle of a point is looked for at every deadline in four weeks of its tasks: an index that has all that is
-- asked for answers without a look at the rows, which lie as far apart as they were made. And of several records that complete a task,
-- the first one that was known is kept beside the first one by its device: warnings say what was known when, however often the job ran.

DROP INDEX ops.collection_task_point_idx;
CREATE INDEX collection_task_point_idx
    ON ops.collection_task (collection_point_id, waste_type, window_start) INCLUDE (known_at, vehicle_id);

ALTER TABLE ops.collection_task
    ADD COLUMN told_recorded_at timestamptz,
    ADD COLUMN told_terminal_id bigint,
    ADD COLUMN told_seq         bigint,
    ADD COLUMN told_boot_no     integer,
    ADD COLUMN told_kind        text,
    ADD CONSTRAINT collection_task_told_check
        CHECK (
            num_nulls(told_recorded_at, told_terminal_id, told_seq, told_boot_no, told_kind) IN (0, 5)
            AND (told_recorded_at IS NULL OR collected_at IS NOT NULL)
        ),
    ADD CONSTRAINT collection_task_told_kind_check CHECK (told_kind IN ('lift', 'volume_estimate', 'tag_read'));
COMMENT ON COLUMN ops.collection_task.told_recorded_at IS
    'Device time of the record by which it was first known that the task is completed, received at known_at; null: it is the one that '
    'completes it (首次获知的记录时间)';
COMMENT ON COLUMN ops.collection_task.told_terminal_id IS 'terminal_id of the key of that record';
COMMENT ON COLUMN ops.collection_task.told_seq IS 'seq of that key';
COMMENT ON COLUMN ops.collection_task.told_boot_no IS 'boot_no of that key';
COMMENT ON COLUMN ops.collection_task.told_kind IS 'As evidence_kind, of that record';
