-- Triggers again, in a migration of their own as 0031, which has the function: a correction of the community or unit that a point belonged to,
-- or of a community's street, has the collections of the days that it concerns judged again, and so counted where they belong. That the
-- community of a unit changes touches no collection: a point names its community itself.

DO $$
DECLARE
    marked record;
    call   text;
BEGIN
    -- Both are triggers of 0023 with one kind more.
    FOR marked IN
        SELECT * FROM (VALUES
            ('registry.point_affiliation', 'point_affiliation_id', ARRAY['collection_point_id', 'community_id', 'responsible_unit_id'], true),
            ('registry.community', 'community_id', ARRAY['street_id'], false)
        ) AS t (name, key, columns, is_binding)
    LOOP
        call := format(
            'FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days(%L, %L, %s)', 'collection,task', marked.key,
            (SELECT string_agg(quote_literal(c), ', ') FROM unnest(marked.columns) AS c));
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER mark_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows %s',
            marked.name, call);
        -- A community that comes or goes changes nothing here: only a point that belongs to it does.
        CONTINUE WHEN NOT marked.is_binding;
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER mark_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows %s', marked.name, call);
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER mark_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows %s', marked.name, call);
        EXECUTE format('CREATE OR REPLACE TRIGGER mark_truncate BEFORE TRUNCATE ON %s %s', marked.name, call);
    END LOOP;
END;
$$;
