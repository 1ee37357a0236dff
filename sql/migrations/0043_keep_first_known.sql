-- The usual vehicle of a point is the one that is known to have come there. What was first known of a task that was late and turned out to be in
-- time, or that two vehicles completed, is kept for it: else it would depend on how often the job ran.

ALTER TABLE ops.collection_task
    ADD COLUMN first_known_at   timestamptz,
    ADD COLUMN first_vehicle_id bigint,
    ADD CONSTRAINT collection_task_first_check
        CHECK (collected_at IS NOT NULL AND first_known_at IS NOT NULL OR first_known_at IS NULL AND first_vehicle_id IS NULL);
COMMENT ON COLUMN ops.collection_task.first_known_at IS
    'When any vehicle was first known to have come, late or not; null: at known_at, and it was vehicle_id (首次获知到达时间)';
COMMENT ON COLUMN ops.collection_task.first_vehicle_id IS
    'The vehicle that was known to have come then; null: none, where first_known_at is not null (首次获知的车辆)';

DROP INDEX ops.collection_task_point_idx;
CREATE INDEX collection_task_point_idx
    ON ops.collection_task (collection_point_id, waste_type, window_start)
    INCLUDE (known_at, vehicle_id, first_known_at, first_vehicle_id);
