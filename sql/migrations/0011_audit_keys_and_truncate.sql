-- The audit log missed two changes: an UPDATE of the primary key itself, whose old and new row did not find each other, and TRUNCATE.
-- The first is now what it means, a row deleted and another inserted; of a TRUNCATE every row is a delete.

CREATE OR REPLACE FUNCTION registry.write_audit() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    ignored text[] := TG_ARGV[1:];
    source  text;
BEGIN
    source := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT NULL::jsonb AS before, to_jsonb(n) - $1 AS after FROM new_rows AS n'
        WHEN 'DELETE' THEN 'SELECT to_jsonb(o) - $1 AS before, NULL::jsonb AS after FROM old_rows AS o'
        WHEN 'TRUNCATE' THEN format(
            'SELECT to_jsonb(o) - $1 AS before, NULL::jsonb AS after FROM %I.%I AS o', TG_TABLE_SCHEMA, TG_TABLE_NAME)
        ELSE format(
            'SELECT to_jsonb(o.entry) - $1 AS before, to_jsonb(n.entry) - $1 AS after '
            'FROM (SELECT r AS entry, r.%1$I AS key FROM old_rows AS r) AS o '
            'FULL JOIN (SELECT r AS entry, r.%1$I AS key FROM new_rows AS r) AS n USING (key)',
            TG_ARGV[0])
    END;
    EXECUTE format(
        'INSERT INTO registry.audit (at, transaction_id, actor, application, table_name, action, row_key, before, after) '
        'SELECT now(), pg_current_xact_id(), $2, current_setting(''application_name''), $3, '
        'CASE WHEN c.before IS NULL THEN ''insert'' WHEN c.after IS NULL THEN ''delete'' ELSE ''update'' END, '
        'coalesce(c.after, c.before) ->> $4, c.before, c.after '
        'FROM (%s) AS c WHERE c.before IS DISTINCT FROM c.after',
        source)
    USING
        coalesce(ignored, '{}'),
        coalesce(nullif(current_setting('qingyun.actor', true), ''), session_user),
        TG_TABLE_NAME, TG_ARGV[0];
    RETURN NULL;
END;
$$;

CREATE OR REPLACE FUNCTION registry.audit_table(audited regclass, key text, VARIADIC ignored text[] DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    arguments text := (SELECT string_agg(quote_literal(a), ', ') FROM unnest(key || ignored) AS a);
BEGIN
    EXECUTE format(
        'CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows '
        'FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit(%s)', audited, arguments);
    EXECUTE format(
        'CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
        'FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit(%s)', audited, arguments);
    EXECUTE format(
        'CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows '
        'FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit(%s)', audited, arguments);
    EXECUTE format(
        'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit(%s)', audited, arguments);
END;
$$;

-- The tables that have the other three, with the same arguments, taken from the trigger on INSERT.
DO $$
DECLARE
    audited record;
BEGIN
    FOR audited IN
        SELECT t.tgrelid::regclass AS name, split_part(pg_get_triggerdef(t.oid), 'EXECUTE FUNCTION ', 2) AS call
        FROM pg_trigger AS t
        WHERE t.tgname = 'audit_insert'
    LOOP
        EXECUTE format(
            'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s',
            audited.name, audited.call);
    END LOOP;
END;
$$;
