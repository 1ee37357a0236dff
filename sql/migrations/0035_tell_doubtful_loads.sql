-- A load that was weighed doubtfully has no weight, and where the box that was brought has none there is no gap: an expression cannot say
-- that without the views over it, so the refresh makes the gap as it makes all others.

ALTER TABLE stats.trip ALTER COLUMN gap_g DROP EXPRESSION;
COMMENT ON COLUMN stats.trip.box_net_g IS
    'Net weight of the box when it left its station, grams; null: no box, or it was weighed doubtfully (出站净重)';
COMMENT ON COLUMN stats.trip.site_net_g IS
    'Net weight as weighed where it arrived, grams; null: not weighed on leaving yet, or over or under range, negative or by a faulty '
    'sensor, on arrival or on leaving (到场净重)';
COMMENT ON COLUMN stats.trip.gap_g IS
    'Reconciliation gap, grams: what arrived less the box, or without one less the lifts; null: one of the two is not known (核对差值)';
COMMENT ON COLUMN stats.trip_day.open_trips IS
    'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';
COMMENT ON COLUMN stats.station_day.doubtful IS
    'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of '
    'a faulty sensor: counted, in no weight (存疑次数)';
DO $$
DECLARE
    figure record;
BEGIN
    FOR figure IN
        SELECT a.attrelid::regclass AS name, a.attname, col_description(s.oid, b.attnum) AS about
        FROM (VALUES ('stats.trip_day'::regclass, 'open_trips'), ('stats.station_day', 'doubtful')) AS s (oid, attname)
        JOIN pg_attribute AS b ON b.attrelid = s.oid AND b.attname = s.attname
        JOIN pg_attribute AS a ON a.attname = s.attname AND a.attrelid <> s.oid
        JOIN pg_class AS c ON c.oid = a.attrelid AND c.relnamespace = 'stats'::regnamespace AND c.relkind = 'v'
    LOOP
        EXECUTE format('COMMENT ON COLUMN %s.%I IS %L', figure.name, figure.attname, figure.about);
    END LOOP;
END;
$$;
