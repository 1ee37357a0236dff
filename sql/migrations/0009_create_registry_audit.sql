-- Who changed what in the registry. The database writes it, so that no tool and no hand at a psql prompt is left out.
--
-- This takes triggers, on registry tables alone. A distributed engine refuses triggers: a distributed set-up leaves this migration's
-- triggers out, and there the functions through which the tools change the registry write registry.audit.

CREATE TABLE registry.audit (
    audit_id       bigint GENERATED ALWAYS AS IDENTITY,
    at             timestamptz NOT NULL,
    transaction_id xid8 NOT NULL,
    actor          text NOT NULL,
    application    text,
    table_name     text NOT NULL,
    action         text NOT NULL,
    row_key        text NOT NULL,
    before         jsonb,
    after          jsonb,
    CONSTRAINT audit_pkey PRIMARY KEY (audit_id),
    CONSTRAINT audit_action_check CHECK (action IN ('insert', 'update', 'delete'))
);
CREATE INDEX audit_row_idx ON registry.audit (table_name, row_key);
CREATE INDEX audit_at_idx ON registry.audit (at);
COMMENT ON TABLE registry.audit IS 'Every change to a row of the registry (操作日志)';
COMMENT ON COLUMN registry.audit.audit_id IS 'Key, in the order of writing';
COMMENT ON COLUMN registry.audit.at IS 'When the transaction began (时间)';
COMMENT ON COLUMN registry.audit.transaction_id IS 'What was changed together has the same (事务)';
COMMENT ON COLUMN registry.audit.actor IS
    'Who: the setting qingyun.actor, which the tools set to the person that runs them; else the role that logged in (操作人)';
COMMENT ON COLUMN registry.audit.application IS 'application_name of the session: qingyun, psql, ... (程序)';
COMMENT ON COLUMN registry.audit.table_name IS 'Table in schema registry (表)';
COMMENT ON COLUMN registry.audit.action IS 'insert (新增), update (修改), delete (删除)';
COMMENT ON COLUMN registry.audit.row_key IS 'Primary key of the row (主键)';
COMMENT ON COLUMN registry.audit.before IS 'The row before, places as GeoJSON; null for an insert (变更前)';
COMMENT ON COLUMN registry.audit.after IS 'The row after; null for a delete (变更后)';

-- Once a statement, over all its rows: an import of 100,000 bins writes its audit rows in one INSERT. The arguments are the primary
-- key and the columns that are left out; an update that changes nothing else is no change.
CREATE FUNCTION registry.write_audit() RETURNS trigger
    LANGUAGE plpgsql
AS $$
DECLARE
    ignored text[] := TG_ARGV[1:];
    source  text;
BEGIN
    source := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT NULL::jsonb AS before, to_jsonb(n) - $1 AS after FROM new_rows AS n'
        WHEN 'DELETE' THEN 'SELECT to_jsonb(o) - $1 AS before, NULL::jsonb AS after FROM old_rows AS o'
        ELSE format(
            'SELECT to_jsonb(o) - $1 AS before, to_jsonb(n) - $1 AS after FROM old_rows AS o JOIN new_rows AS n USING (%I)',
            TG_ARGV[0])
    END;
    EXECUTE format(
        'INSERT INTO registry.audit (at, transaction_id, actor, application, table_name, action, row_key, before, after) '
        'SELECT now(), pg_current_xact_id(), $2, current_setting(''application_name''), $3, $4, '
        'coalesce(c.after, c.before) ->> $5, c.before, c.after '
        'FROM (%s) AS c WHERE c.before IS DISTINCT FROM c.after',
        source)
    USING
        coalesce(ignored, '{}'),
        coalesce(nullif(current_setting('qingyun.actor', true), ''), session_user),
        TG_TABLE_NAME, lower(TG_OP), TG_ARGV[0];
    RETURN NULL;
END;
$$;
COMMENT ON FUNCTION registry.write_audit() IS 'Writes the rows of a statement into registry.audit (写操作日志)';

CREATE FUNCTION registry.audit_table(audited regclass, key text, VARIADIC ignored text[] DEFAULT '{}') RETURNS void
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
END;
$$;
COMMENT ON FUNCTION registry.audit_table(regclass, text, text[]) IS
    'Has every change to a table audited; key: its primary key, one column; ignored: columns that are left out. For migrations that '
    'add a table (启用操作日志)';

-- Every table that is there. A terminal's report about itself is no change by anybody; a secret is never copied.
DO $$
DECLARE
    audited record;
BEGIN
    FOR audited IN
        SELECT c.oid::regclass AS name, a.attname AS key
        FROM pg_class AS c
        JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
        WHERE c.relnamespace = 'registry'::regnamespace AND c.relkind = 'r' AND cardinality(k.conkey) = 1
            AND c.relname <> 'audit'
        ORDER BY c.relname
    LOOP
        PERFORM CASE audited.name
            WHEN 'registry.terminal'::regclass THEN registry.audit_table(
                audited.name, audited.key, 'protocol_version', 'manufacturer_id', 'model', 'device_id', 'reported_plate_no',
                'reported_plate_color', 'reported_province', 'reported_city', 'imei', 'software_version', 'registered_at')
            WHEN 'registry.authentication_key'::regclass THEN registry.audit_table(audited.name, audited.key, 'secret')
            ELSE registry.audit_table(audited.name, audited.key)
        END;
    END LOOP;
END;
$$;
