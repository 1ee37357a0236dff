-- One definition of same-day clearance.

-- What is brought out in a day is gone when it was collected in the last window of the day, late or not, before the day was over. The
-- report of the job and the daily statistics both read it here.
CREATE VIEW ops.collection_clearance AS
SELECT
    l.service_date, l.collection_point_id, l.waste_type, l.window_start, l.responsible_unit_id, l.community_id, l.street_id,
    l.vehicle_id, l.carrier_id, l.usual_vehicle_id, l.usual_carrier_id, l.outcome, l.is_last,
    l.is_last AND coalesce(
        l.collected_at < greatest(l.deadline, (l.service_date + 1)::timestamp AT TIME ZONE telemetry.site_time_zone()),
        false) AS is_cleared
FROM (
    SELECT
        k.*,
        k.outcome <> 'excused' AND k.window_start = max(k.window_start) FILTER (WHERE k.outcome <> 'excused') OVER (
            PARTITION BY k.service_date, k.collection_point_id, k.waste_type, k.responsible_unit_id, k.community_id, k.street_id
        ) AS is_last
    FROM ops.collection_task AS k
) AS l;
COMMENT ON VIEW ops.collection_clearance IS
    'Collection tasks, and which of them decides for its point, type of waste and day whether they are cleared (日产日清口径)';
COMMENT ON COLUMN ops.collection_clearance.service_date IS 'Local day (作业日)';
COMMENT ON COLUMN ops.collection_clearance.collection_point_id IS 'registry.collection_point (收集点)';
COMMENT ON COLUMN ops.collection_clearance.waste_type IS 'registry.waste_type (垃圾类别)';
COMMENT ON COLUMN ops.collection_clearance.window_start IS 'Beginning of the window (时段开始)';
COMMENT ON COLUMN ops.collection_clearance.responsible_unit_id IS 'As in ops.collection_task (责任主体)';
COMMENT ON COLUMN ops.collection_clearance.community_id IS 'As in ops.collection_task (社区)';
COMMENT ON COLUMN ops.collection_clearance.street_id IS 'As in ops.collection_task (街道)';
COMMENT ON COLUMN ops.collection_clearance.vehicle_id IS 'As in ops.collection_task (车辆)';
COMMENT ON COLUMN ops.collection_clearance.carrier_id IS 'As in ops.collection_task (收运单位)';
COMMENT ON COLUMN ops.collection_clearance.usual_vehicle_id IS 'As in ops.collection_task (常用车辆)';
COMMENT ON COLUMN ops.collection_clearance.usual_carrier_id IS 'As in ops.collection_task (常用收运单位)';
COMMENT ON COLUMN ops.collection_clearance.outcome IS 'As in ops.collection_task (结果)';
COMMENT ON COLUMN ops.collection_clearance.is_last IS
    'The last window of the day at this point for this type of waste that was not excused, of each unit to which the point belonged in '
    'the day: true once for each (当日最后应收时段)';
COMMENT ON COLUMN ops.collection_clearance.is_cleared IS
    'It is that window and was collected before the local day ended, late or not; a window over midnight: before its deadline (日产日清达标)';
GRANT SELECT ON ops.collection_clearance TO qingyun_analyst;

COMMENT ON COLUMN report.clearance.is_cleared IS
    'Something was due, and what was due last was collected in the day, late or not (是否日产日清)';
DO $$
DECLARE
    figure regclass;
BEGIN
    FOR figure IN
        SELECT a.attrelid FROM pg_attribute AS a
        JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'stats'::regnamespace AND c.relkind IN ('r', 'v') AND a.attname = 'cleared'
    LOOP
        EXECUTE format(
            'COMMENT ON COLUMN %s.cleared IS %L', figure,
            CASE
                WHEN figure = 'stats.clearance_day'::regclass THEN
                    '1: something was due, and what was due last was collected in the day, late or not; else 0 (日产日清达标)'
                ELSE 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)'
            END);
    END LOOP;
END;
$$;
