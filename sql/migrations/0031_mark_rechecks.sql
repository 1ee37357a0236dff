-- Triggers again, in a migration of their own as 0009 and 0023: those of 0023 tell the timeliness job too, and so does one on suspensions. A
-- set-up whose database refuses triggers leaves it out and rechecks by hand.

-- As in 0023; the kind `task` is none of statistics, but collections that are judged again.
CREATE OR REPLACE FUNCTION registry.mark_days() RETURNS trigger
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
    kinds      text[] := string_to_array(TG_ARGV[0], ',');
    cause      text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
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
    SELECT changed, array_remove(kinds, 'task'), cause
    WHERE NOT isempty(changed) AND array_remove(kinds, 'task') <> '{}';
    INSERT INTO ops.recheck_range (days, cause)
    SELECT changed, cause WHERE NOT isempty(changed) AND 'task' = ANY (kinds);
    RETURN NULL;
END;
$$;
COMMENT ON FUNCTION registry.mark_days() IS
    'Marks the days whose statistics and collections a change of the registry touched (标记待刷新日)';

DO $$
DECLARE
    marked record;
    call   text;
BEGIN
    -- The first five are triggers of 0023 with one kind more.
    FOR marked IN
        SELECT * FROM (VALUES
            ('registry.terminal_mount', 'mark', 'collection,track,station,trip,task', 'terminal_mount_id', ARRAY['terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id'], true),
            ('registry.vehicle_assignment', 'mark', 'collection,track,trip,task', 'vehicle_assignment_id', ARRAY['vehicle_id', 'carrier_id'], true),
            ('registry.tag_binding', 'mark', 'collection,station,trip,task', 'tag_binding_id', ARRAY['tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id'], true),
            ('registry.bin_placement', 'mark', 'collection,task', 'bin_placement_id', ARRAY['bin_id', 'collection_point_id'], true),
            ('registry.bin', 'mark', 'collection,task', 'bin_id', ARRAY['waste_type'], false),
            ('registry.vehicle', 'mark_task', 'task', 'vehicle_id', ARRAY['has_scale'], false),
            ('ops.collection_suspension', 'mark', 'task', 'collection_suspension_id', ARRAY['street_id', 'community_id', 'responsible_unit_id', 'collection_point_id', 'waste_type'], true)
        ) AS t (name, prefix, kinds, key, columns, is_binding)
    LOOP
        call := format(
            'FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days(%L, %L, %s)', marked.kinds, marked.key,
            (SELECT string_agg(quote_literal(c), ', ') FROM unnest(marked.columns) AS c));
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %s_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows %s',
            marked.prefix, marked.name, call);
        -- A bin or a vehicle that comes or goes changes nothing here: only what binds it does.
        CONTINUE WHEN NOT marked.is_binding;
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %s_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows %s', marked.prefix,
            marked.name, call);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER %s_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows %s', marked.prefix,
            marked.name, call);
        EXECUTE format('CREATE OR REPLACE TRIGGER %s_truncate BEFORE TRUNCATE ON %s %s', marked.prefix, marked.name, call);
    END LOOP;
END;
$$;
