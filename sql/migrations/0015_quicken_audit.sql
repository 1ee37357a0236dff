-- to_jsonb of a row with a place takes 0.2 ms, of the place alone 6 µs: 25,000 collection points were audited for five seconds. A place
-- is made JSON before its row is, to the same text. Columns that are left out are not made JSON at all.

CREATE OR REPLACE FUNCTION registry.write_audit() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    ignored text[] := TG_ARGV[1:];
    columns text;
    source  text;
BEGIN
    SELECT string_agg(
        format(CASE t.typname WHEN 'geometry' THEN 'r.%1$I::jsonb AS %1$I' ELSE 'r.%1$I' END, a.attname), ', ' ORDER BY a.attnum)
    INTO columns
    FROM pg_attribute AS a
    JOIN pg_type AS t ON t.oid = a.atttypid
    WHERE a.attrelid = TG_RELID AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> ALL (coalesce(ignored, '{}'));
    source := CASE TG_OP
        WHEN 'INSERT' THEN format(
            'SELECT NULL::jsonb AS before, to_jsonb(n) AS after FROM (SELECT %s FROM new_rows AS r) AS n', columns)
        WHEN 'DELETE' THEN format(
            'SELECT to_jsonb(o) AS before, NULL::jsonb AS after FROM (SELECT %s FROM old_rows AS r) AS o', columns)
        WHEN 'TRUNCATE' THEN format(
            'SELECT to_jsonb(o) AS before, NULL::jsonb AS after FROM (SELECT %s FROM %I.%I AS r) AS o',
            columns, TG_TABLE_SCHEMA, TG_TABLE_NAME)
        ELSE format(
            'SELECT o.entry AS before, n.entry AS after '
            'FROM (SELECT s.%1$I AS key, to_jsonb(s) AS entry FROM (SELECT %2$s FROM old_rows AS r) AS s) AS o '
            'FULL JOIN (SELECT s.%1$I AS key, to_jsonb(s) AS entry FROM (SELECT %2$s FROM new_rows AS r) AS s) AS n USING (key)',
            TG_ARGV[0], columns)
    END;
    EXECUTE format(
        'INSERT INTO registry.audit (at, transaction_id, actor, application, table_name, action, row_key, before, after) '
        'SELECT now(), pg_current_xact_id(), $1, current_setting(''application_name''), $2, '
        'CASE WHEN c.before IS NULL THEN ''insert'' WHEN c.after IS NULL THEN ''delete'' ELSE ''update'' END, '
        'coalesce(c.after, c.before) ->> $3, c.before, c.after '
        'FROM (%s) AS c WHERE c.before IS DISTINCT FROM c.after',
        source)
    USING coalesce(nullif(current_setting('qingyun.actor', true), ''), session_user), TG_TABLE_NAME, TG_ARGV[0];
    RETURN NULL;
END;
$$;
