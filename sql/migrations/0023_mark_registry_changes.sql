-- A change of the registry changes what days of the past mean: their statistics must be made again.
--
-- Triggers on registry tables, once a statement, as those of the audit; a distributed set-up leaves them out, and the functions through
-- which the tools change the registry mark the days there. The days are those of the validity that changed, also of the future and
-- without an end: which of them have data is found when the mark is taken, after the change was committed.

CREATE FUNCTION stats.days_of(period tstzrange) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN daterange(
        telemetry.local_day(lower(period)), telemetry.local_day(upper(period) - interval '1 microsecond'), '[]');
COMMENT ON FUNCTION stats.days_of(tstzrange) IS 'The local days that a period touches (有效期涉及的日期)';

-- Arguments: the kinds, separated by commas; the primary key; and the columns that count. A table with a period `valid` is a binding: of
-- a change of the period alone only what was added or taken away counts. Without one any day may be meant.
CREATE FUNCTION registry.mark_days() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    is_binding boolean := EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = TG_RELID AND attname = 'valid' AND atttypid = 'tstzrange'::regtype AND NOT attisdropped);
    entry      text := '(SELECT jsonb_object_agg(c, to_jsonb(%1$s) -> c) FROM unnest($1) AS c)';
    period     text := CASE WHEN is_binding THEN 'r.valid' ELSE 'tstzrange(NULL, NULL)' END;
    pick       text := 'SELECT r.%I AS key, ' || format(entry, 'r') || ' AS entry, tstzmultirange(' || period || ') AS valid FROM %I AS r';
    nothing    text := 'SELECT NULL::bigint AS key, NULL::jsonb AS entry, NULL::tstzmultirange AS valid WHERE false';
    changed    datemultirange;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        changed := datemultirange(daterange(NULL, NULL));
    ELSE
        EXECUTE format(
            'SELECT range_agg(stats.days_of(p.period)) '
            'FROM (%s) AS o FULL JOIN (%s) AS n USING (key) '
            'CROSS JOIN LATERAL unnest(CASE '
            'WHEN o.valid IS NULL OR n.valid IS NULL OR o.entry IS DISTINCT FROM n.entry '
            'THEN coalesce(o.valid, ''{}'') + coalesce(n.valid, ''{}'') '
            'ELSE (o.valid - n.valid) + (n.valid - o.valid) END) AS p (period)',
            CASE WHEN TG_OP = 'INSERT' THEN nothing ELSE format(pick, TG_ARGV[1], 'old_rows') END,
            CASE WHEN TG_OP = 'DELETE' THEN nothing ELSE format(pick, TG_ARGV[1], 'new_rows') END)
        INTO changed
        USING TG_ARGV[2:];
    END IF;
    INSERT INTO stats.dirty_range (days, kinds, cause)
    SELECT changed, string_to_array(TG_ARGV[0], ','), 'registry.' || TG_TABLE_NAME
    WHERE NOT isempty(changed);
    RETURN NULL;
END;
$$;
COMMENT ON FUNCTION registry.mark_days() IS 'Marks the days whose statistics a change of the registry touched (标记待刷新日)';

DO $$
DECLARE
    marked record;
    call   text;
BEGIN
    FOR marked IN
        SELECT * FROM (VALUES
            ('terminal_mount', 'collection,track,station,trip', 'terminal_mount_id', ARRAY['terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id']),
            ('vehicle_assignment', 'collection,track,trip', 'vehicle_assignment_id', ARRAY['vehicle_id', 'carrier_id']),
            ('tag_binding', 'collection,station,trip', 'tag_binding_id', ARRAY['tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id']),
            ('bin_placement', 'collection', 'bin_placement_id', ARRAY['bin_id', 'collection_point_id']),
            ('point_affiliation', 'collection', 'point_affiliation_id', ARRAY['collection_point_id', 'community_id', 'responsible_unit_id']),
            ('bin', 'collection', 'bin_id', ARRAY['waste_type']),
            ('responsible_unit', 'collection', 'responsible_unit_id', ARRAY['community_id']),
            ('community', 'collection', 'community_id', ARRAY['street_id']),
            ('vehicle', 'trip', 'vehicle_id', ARRAY['plate_no'])
        ) AS t (name, kinds, key, columns)
    LOOP
        call := format(
            'FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days(%L, %L, %s)', marked.kinds, marked.key,
            (SELECT string_agg(quote_literal(c), ', ') FROM unnest(marked.columns) AS c));
        -- What nothing refers to yet changes nothing: only its binding does. A vehicle is referred to by its plate.
        IF marked.name NOT IN ('bin', 'responsible_unit', 'community') THEN
            EXECUTE format(
                'CREATE TRIGGER mark_insert AFTER INSERT ON registry.%I REFERENCING NEW TABLE AS new_rows %s', marked.name, call);
        END IF;
        EXECUTE format(
            'CREATE TRIGGER mark_update AFTER UPDATE ON registry.%I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows %s',
            marked.name, call);
        EXECUTE format(
            'CREATE TRIGGER mark_delete AFTER DELETE ON registry.%I REFERENCING OLD TABLE AS old_rows %s', marked.name, call);
        EXECUTE format('CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.%I %s', marked.name, call);
    END LOOP;
END;
$$;
