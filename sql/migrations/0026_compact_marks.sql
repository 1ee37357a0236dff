-- Marks of days that nobody refreshes: as many as there were batches, of which one of a day, kind and cause says the same.
--
-- A refresh deletes the marks that it saw, and a mark that it did not see must be left for the next one. So marks of a day and kind go
-- only while no refresh of it runs, under the lock that refreshes take: what is marked by those that go was committed before the next one
-- begins, and the one that stays calls for it.

CREATE FUNCTION stats.compact_marks(more_than integer DEFAULT 1000) RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    unit    record;
    removed bigint := 0;
    gone    bigint;
BEGIN
    FOR unit IN
        SELECT d.kind, d.service_date FROM stats.dirty_day AS d GROUP BY d.kind, d.service_date HAVING count(*) > more_than
    LOOP
        CONTINUE WHEN NOT pg_try_advisory_xact_lock(
            hashtextextended('stats ' || unit.kind || ' ' || to_char(unit.service_date, 'YYYY-MM-DD'), 0));
        WITH deleted AS (
            DELETE FROM stats.dirty_day AS d
            WHERE d.kind = unit.kind AND d.service_date = unit.service_date AND d.mark_id NOT IN (
                SELECT min(k.mark_id) FROM stats.dirty_day AS k
                WHERE k.kind = unit.kind AND k.service_date = unit.service_date
                GROUP BY k.cause)
            RETURNING 1
        )
        SELECT count(*) INTO gone FROM deleted;
        removed := removed + gone;
    END LOOP;
    RETURN removed;
END;
$$;
COMMENT ON FUNCTION stats.compact_marks(integer) IS
    'Leaves, of a day and kind with more marks than that, the first of each cause; returns how many marks are gone (合并待刷新标记)';
