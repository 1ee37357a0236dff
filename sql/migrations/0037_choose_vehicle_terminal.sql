-- A vehicle with two terminals at once drives its way once: one of them tells it, and the other's figures are that terminal's alone.

ALTER TABLE stats.track_day ADD COLUMN counts_for_vehicle boolean NOT NULL DEFAULT true;
ALTER TABLE stats.track_day ALTER COLUMN counts_for_vehicle DROP DEFAULT;
ALTER TABLE stats.track_day
    DROP CONSTRAINT track_day_pkey,
    ADD CONSTRAINT track_day_pkey PRIMARY KEY (terminal_id, service_date, vehicle_id, carrier_id, counts_for_vehicle);
COMMENT ON COLUMN stats.track_day.counts_for_vehicle IS
    'False: the vehicle had several terminals at once then, and another one, with more fixes in the day, tells its way (是否计入车辆)';

CREATE VIEW stats.vehicle_way AS SELECT t.* FROM stats.track_day AS t WHERE t.counts_for_vehicle;
COMMENT ON VIEW stats.vehicle_way IS
    'The ways of vehicles: stats.track_day of the one terminal that tells it, where a vehicle had several at once (车辆轨迹日统计)';
DO $$
DECLARE
    own        record;
    name       text;
    definition text;
    mended     text;
BEGIN
    FOR own IN
        SELECT a.attname, col_description(a.attrelid, a.attnum) AS about
        FROM pg_attribute AS a
        WHERE a.attrelid = 'stats.track_day'::regclass AND a.attnum > 0 AND NOT a.attisdropped
    LOOP
        EXECUTE format('COMMENT ON COLUMN stats.vehicle_way.%I IS %L', own.attname, own.about);
    END LOOP;
    -- The sums of vehicles and companies are of those; what a terminal sent is in its own sums, all of it.
    FOREACH name IN ARRAY ARRAY['vehicle_day', 'carrier_day'] LOOP
        definition := pg_get_viewdef(format('stats.%I', name)::regclass);
        mended := replace(definition, 'FROM stats.track_day s', 'FROM stats.vehicle_way s');
        IF mended = definition THEN
            RAISE EXCEPTION 'stats.% does not read stats.track_day', name;
        END IF;
        EXECUTE format('CREATE OR REPLACE VIEW stats.%I AS %s', name, mended);
    END LOOP;
END;
$$;
GRANT SELECT ON stats.vehicle_way TO qingyun_analyst;
