-- Written by deploy/dump-schema from sql/migrations. For reading; a database is made by: qingyun migrate.
-- Day partitions are left out.

-- Name: ops; Type: SCHEMA; Schema: -

CREATE SCHEMA ops;

-- Name: SCHEMA ops; Type: COMMENT; Schema: -

COMMENT ON SCHEMA ops IS 'What people and jobs do with the fleet: commands to terminals (运行管理)';

-- Name: registry; Type: SCHEMA; Schema: -

CREATE SCHEMA registry;

-- Name: SCHEMA registry; Type: COMMENT; Schema: -

COMMENT ON SCHEMA registry IS 'Who and where: terminals, vehicles, and what they are bound to (基础数据)';

-- Name: report; Type: SCHEMA; Schema: -

CREATE SCHEMA report;

-- Name: SCHEMA report; Type: COMMENT; Schema: -

COMMENT ON SCHEMA report IS 'What people read: views with human units, local days and names (统计查询)';

-- Name: stats; Type: SCHEMA; Schema: -

CREATE SCHEMA stats;

-- Name: SCHEMA stats; Type: COMMENT; Schema: -

COMMENT ON SCHEMA stats IS 'Statistics by day, kept right by qingyun-rollups (统计汇总)';

-- Name: telemetry; Type: SCHEMA; Schema: -

CREATE SCHEMA telemetry;

-- Name: SCHEMA telemetry; Type: COMMENT; Schema: -

COMMENT ON SCHEMA telemetry IS 'What terminals sent, as received; partitioned by day (遥测数据)';

-- Name: btree_gist; Type: EXTENSION; Schema: -

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';

-- Name: postgis; Type: EXTENSION; Schema: -

CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;

-- Name: EXTENSION postgis; Type: COMMENT; Schema: -

COMMENT ON EXTENSION postgis IS 'PostGIS geometry and geography spatial types and functions';

-- Name: full_xid(xid, xid8); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.full_xid(stored_in xid, newest xid8) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (((newest)::text)::bigint - ((((newest)::text)::bigint - ((stored_in)::text)::bigint) & '4294967295'::bigint));

-- Name: FUNCTION full_xid(stored_in xid, newest xid8); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.full_xid(stored_in xid, newest xid8) IS 'The number of a transaction in full, of the 32 bits that a row keeps (its xmin) and of a newer number; right for less than 2^32 transactions back (完整事务号)';

-- Name: grant_analyst(name); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.grant_analyst(reader name) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('GRANT qingyun_analyst TO %I', reader);
    PERFORM ops.set_reader(reader);
END;
$$;

-- Name: FUNCTION grant_analyst(reader name); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.grant_analyst(reader name) IS 'Lets a role that logs in read as an analyst does (授予分析权限)';

-- Name: grant_street(name, text[]); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.grant_street(reader name, VARIADIC street_codes text[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    missing text := (
        SELECT string_agg(c, ', ') FROM unnest(street_codes) AS c
        WHERE NOT EXISTS (SELECT FROM registry.street AS s WHERE s.code = c));
    own     oid := (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = reader);
BEGIN
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'no street has the code %', missing;
    END IF;
    IF pg_has_role(reader, 'qingyun_analyst', 'USAGE') THEN
        RAISE EXCEPTION '% sees every street: say ops.revoke_access(%) first', reader, quote_literal(reader);
    END IF;
    EXECUTE format('GRANT qingyun_street TO %I', reader);
    PERFORM ops.set_reader(reader);
    -- Of a role that is gone.
    DELETE FROM ops.street_access AS a WHERE a.role_name = reader AND a.role_oid <> own;
    INSERT INTO ops.street_access (role_name, street_id, granted_by, granted_at, role_oid)
    SELECT reader, s.street_id, session_user, now(), own
    FROM registry.street AS s
    WHERE s.code = ANY (street_codes)
    ON CONFLICT DO NOTHING;
END;
$$;

-- Name: FUNCTION grant_street(reader name, VARIADIC street_codes text[]); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.grant_street(reader name, VARIADIC street_codes text[]) IS 'Lets a role that logs in read what belongs to streets, named by their codes, besides those that it has (授予街镇权限)';

-- Name: is_windows(text); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.is_windows(windows text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$
    SELECT
        CASE WHEN windows ~ '^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)( ([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00))*$'
        THEN (
            SELECT
                bool_and(w.starts <> w.ends AND (w.next_starts IS NULL OR w.next_starts >= w.ends))
                AND max(w.ends) - 1440 <= min(w.starts)
            FROM (
                SELECT
                    b.starts,
                    CASE WHEN b.ends < b.starts THEN b.ends + 1440 ELSE b.ends END AS ends,
                    lead(b.starts) OVER (ORDER BY b.number) AS next_starts
                FROM (
                    SELECT
                        p.number,
                        left(p.part, 2)::int * 60 + substr(p.part, 4, 2)::int     AS starts,
                        substr(p.part, 7, 2)::int * 60 + right(p.part, 2)::int    AS ends
                    FROM regexp_split_to_table(windows, ' ') WITH ORDINALITY AS p (part, number)
                ) AS b
            ) AS w
        )
        ELSE false END
$_$;

-- Name: FUNCTION is_windows(windows text); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.is_windows(windows text) IS 'Form of the windows of a rule: 04:00-07:00 19:00-22:00, in order, apart, each shorter than a day; one whose end is before its start, the last at most, ends on the next day (时段格式)';

-- Name: next_warning_event(); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.next_warning_event() RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('ops.warning_event', 0));
    RETURN nextval('ops.warning_event_number');
END;
$$;

-- Name: FUNCTION next_warning_event(); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.next_warning_event() IS 'Number of the next event; from the first one on the transaction is the only one that writes events until it ends. Who must read before it writes takes the same advisory lock, hashtextextended(''ops.warning_event'', 0), in a statement before (事件编号)';

-- Name: revoke_access(name); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.revoke_access(reader name) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    EXECUTE format('REVOKE qingyun_analyst, qingyun_street FROM %I', reader);
    DELETE FROM ops.street_access WHERE role_name = reader;
END;
$$;

-- Name: FUNCTION revoke_access(reader name); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.revoke_access(reader name) IS 'Takes from a role everything that the two functions gave (收回权限)';

-- Name: rule_fits(text, text, date, text); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.rule_fits(weekdays text, holidays text, day date, holiday text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((holidays = 'only'::text) AND (holiday IS DISTINCT FROM 'holiday'::text)) THEN false WHEN ((holidays = 'off'::text) AND (holiday = 'holiday'::text)) THEN false WHEN ((holidays = 'sunday'::text) AND (holiday = 'holiday'::text)) THEN (strpos(weekdays, '7'::text) > 0) WHEN ((holidays <> 'same'::text) AND (holiday = 'workday'::text)) THEN (weekdays ~ '[1-5]'::text) ELSE (strpos(weekdays, (EXTRACT(isodow FROM day))::text) > 0) END;

-- Name: FUNCTION rule_fits(weekdays text, holidays text, day date, holiday text); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.rule_fits(weekdays text, holidays text, day date, holiday text) IS 'Whether a rule with such weekdays and holidays makes windows on a day; holiday: registry.holiday.kind of the day or null (规则适用)';

-- Name: set_reader(name); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.set_reader(reader name) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    setting text;
BEGIN
    FOREACH setting IN ARRAY ARRAY[
        'default_transaction_read_only = on', 'statement_timeout = ''60s''', 'idle_in_transaction_session_timeout = ''10min''',
        'timezone = ''Asia/Shanghai''', 'jit = off', 'work_mem = ''64MB'''
    ] LOOP
        EXECUTE format('ALTER ROLE %I SET %s', reader, setting);
    END LOOP;
END;
$$;

-- Name: FUNCTION set_reader(reader name); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.set_reader(reader name) IS 'Settings of a role that reads: read-only, statements end after 60 s, local times (查询账号设置)';

-- Name: windows_of(text); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.windows_of(windows text) RETURNS TABLE(starts time without time zone, ends time without time zone, is_overnight boolean)
    LANGUAGE sql IMMUTABLE ROWS 2 PARALLEL SAFE
    AS $$
    SELECT left(p.part, 5)::time, right(p.part, 5)::time, right(p.part, 5)::time < left(p.part, 5)::time
    FROM regexp_split_to_table(windows, ' ') AS p (part)
$$;

-- Name: FUNCTION windows_of(windows text); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.windows_of(windows text) IS 'The windows of a rule, a row each, in local time (时段)';

-- Name: windows_on(date, text, integer, text); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.windows_on(day date, windows text, grace_min integer, zone text) RETURNS TABLE(window_start timestamp with time zone, window_end timestamp with time zone, deadline timestamp with time zone)
    LANGUAGE sql IMMUTABLE ROWS 2 PARALLEL SAFE
    AS $$
    SELECT b.starts_at, b.ends_at, greatest(b.ends_at, least(b.ends_at + make_interval(mins => grace_min), b.next_starts_at))
    FROM (
        SELECT
            i.starts_at,
            -- A window that lies in the hour that summer time leaves out keeps its length.
            CASE WHEN i.ends_at > i.starts_at THEN i.ends_at ELSE i.starts_at + i.length END AS ends_at,
            coalesce(
                lead(i.starts_at) OVER (ORDER BY i.starts_at),
                (day + 1 + min(i.starts) OVER ()) AT TIME ZONE zone
            ) AS next_starts_at
        FROM (
            SELECT
                w.starts,
                (day + w.starts) AT TIME ZONE zone                                                            AS starts_at,
                (day + w.ends + make_interval(days => w.is_overnight::int)) AT TIME ZONE zone                 AS ends_at,
                (day + w.ends + make_interval(days => w.is_overnight::int)) - (day + w.starts)                AS length
            FROM ops.windows_of(windows) AS w
        ) AS i
    ) AS b
$$;

-- Name: FUNCTION windows_on(day date, windows text, grace_min integer, zone text); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.windows_on(day date, windows text, grace_min integer, zone text) IS 'The windows of a rule that begin on a local day, as instants; a deadline is the end and the grace, but never later than the beginning of the rule''s next window (当日时段)';

-- Name: audit_table(regclass, text, text[]); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.audit_table(audited regclass, key text, VARIADIC ignored text[] DEFAULT '{}'::text[]) RETURNS void
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

-- Name: FUNCTION audit_table(audited regclass, key text, VARIADIC ignored text[]); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.audit_table(audited regclass, key text, VARIADIC ignored text[]) IS 'Has every change to a table audited; key: its primary key, one column; ignored: columns that are left out. For migrations that add a table (启用操作日志)';

-- Name: is_code(text); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (value ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'::text);

-- Name: FUNCTION is_code(value text); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.is_code(value text) IS 'Form of a code: 1 to 32 of A-Z a-z 0-9 . _ -, the first a letter or digit; never changed, never given to another (编码格式)';

-- Name: is_name(text); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.is_name(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((value = btrim(value)) AND (value <> ''::text));

-- Name: FUNCTION is_name(value text); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.is_name(value text) IS 'Form of a name: not empty, no spaces around it (名称格式)';

-- Name: is_period(tstzrange); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.is_period(valid tstzrange) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((NOT isempty(valid)) AND (lower_inf(valid) OR lower_inc(valid)) AND (NOT upper_inc(valid)));

-- Name: FUNCTION is_period(valid tstzrange); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.is_period(valid tstzrange) IS 'Form of a period: from (inclusive) to (exclusive), not empty; a missing bound is open (有效期格式)';

-- Name: mark_days(); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.mark_days() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
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
$_$;

-- Name: FUNCTION mark_days(); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.mark_days() IS 'Marks the days whose statistics and collections a change of the registry touched (标记待刷新日)';

-- Name: scale_grams(integer, text, integer, integer); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.scale_grams(entered integer, kind text, platform integer, weighbridge integer) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN COALESCE(entered, CASE kind WHEN 'weighbridge'::text THEN weighbridge ELSE platform END);

-- Name: FUNCTION scale_grams(entered integer, kind text, platform integer, weighbridge integer); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.scale_grams(entered integer, kind text, platform integer, weighbridge integer) IS 'A setting of a weighing cycle, grams: as entered, or as the kind of scale gives it, which the gateway knows too (称重参数)';

-- Name: tag_at(smallint, bytea, timestamp with time zone); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.tag_at(tag_tech smallint, tag_id bytea, at timestamp with time zone) RETURNS TABLE(tag_binding_id bigint, bin_id bigint, vehicle_id bigint, waste_type smallint, collection_point_id bigint, responsible_unit_id bigint, community_id bigint, street_id bigint)
    LANGUAGE sql STABLE ROWS 1 PARALLEL SAFE
    AS $_$
    SELECT
        tag.tag_binding_id, tag.bin_id, tag.vehicle_id, bin.waste_type, placement.collection_point_id,
        coalesce(tag.responsible_unit_id, affiliation.responsible_unit_id), community.community_id, community.street_id
    FROM registry.tag_binding AS tag
    LEFT JOIN registry.bin AS bin ON bin.bin_id = tag.bin_id
    LEFT JOIN registry.bin_placement AS placement ON placement.bin_id = tag.bin_id AND placement.valid @> $3
    LEFT JOIN registry.point_affiliation AS affiliation
        ON affiliation.collection_point_id = placement.collection_point_id AND affiliation.valid @> $3
    LEFT JOIN registry.responsible_unit AS unit ON unit.responsible_unit_id = tag.responsible_unit_id
    LEFT JOIN registry.community AS community
        ON community.community_id = coalesce(affiliation.community_id, unit.community_id)
    WHERE tag.tag_tech = $1 AND tag.tag_id = $2 AND tag.valid @> $3
$_$;

-- Name: FUNCTION tag_at(tag_tech smallint, tag_id bytea, at timestamp with time zone); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.tag_at(tag_tech smallint, tag_id bytea, at timestamp with time zone) IS 'What a tag stood for at an instant, with bin, waste type, collection point, unit, community and street as far as they are known for that instant; no row: bound to nothing (标签含义)';

-- Name: terminal_at(bigint, timestamp with time zone); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.terminal_at(terminal_id bigint, at timestamp with time zone) RETURNS TABLE(vehicle_id bigint, carrier_id bigint, station_id bigint, disposal_facility_id bigint, street_id bigint)
    LANGUAGE sql STABLE ROWS 1 PARALLEL SAFE
    AS $_$
    SELECT mount.vehicle_id, assignment.carrier_id, mount.station_id, mount.disposal_facility_id, station.street_id
    FROM registry.terminal_mount AS mount
    LEFT JOIN registry.vehicle_assignment AS assignment
        ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> $2
    LEFT JOIN registry.station AS station ON station.station_id = mount.station_id
    WHERE mount.terminal_id = $1 AND mount.valid @> $2
$_$;

-- Name: FUNCTION terminal_at(terminal_id bigint, at timestamp with time zone); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.terminal_at(terminal_id bigint, at timestamp with time zone) IS 'Where a terminal was at an instant: its vehicle and that vehicle''s carrier, or its station and street, or its plant; no row: mounted nowhere (终端归属)';

-- Name: write_audit(); Type: FUNCTION; Schema: registry

CREATE FUNCTION registry.write_audit() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
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
$_$;

-- Name: FUNCTION write_audit(); Type: COMMENT; Schema: registry

COMMENT ON FUNCTION registry.write_audit() IS 'Writes the rows of a statement into registry.audit (写操作日志)';

-- Name: day_start(date); Type: FUNCTION; Schema: report

CREATE FUNCTION report.day_start(day date) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((day)::timestamp without time zone AT TIME ZONE 'Asia/Shanghai'::text);

-- Name: FUNCTION day_start(day date); Type: COMMENT; Schema: report

COMMENT ON FUNCTION report.day_start(day date) IS 'When a local day begins; conditions on recorded_at made with it read the partitions of those days alone (自然日起点)';

-- Name: sees_all(name); Type: FUNCTION; Schema: report

CREATE FUNCTION report.sees_all(reader name) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    SELECT coalesce(bool_or(
        r.rolsuper OR pg_has_role(r.oid, 'qingyun_analyst', 'USAGE')
            OR pg_has_role(r.oid, (SELECT nspowner FROM pg_namespace WHERE nspname = 'report'), 'USAGE')), false)
    FROM pg_roles AS r
    WHERE r.rolname = $1
$_$;

-- Name: FUNCTION sees_all(reader name); Type: COMMENT; Schema: report

COMMENT ON FUNCTION report.sees_all(reader name) IS 'Whether a role sees every street: superusers, the schema''s owner and analysts do (是否可见全部街镇)';

-- Name: streets_of(name); Type: FUNCTION; Schema: report

CREATE FUNCTION report.streets_of(reader name) RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    SELECT coalesce(array_agg(a.street_id), '{}')
    FROM ops.street_access AS a
    JOIN pg_roles AS r ON r.rolname = a.role_name AND r.oid = a.role_oid
    WHERE r.rolname = $1 AND pg_has_role(r.oid, 'qingyun_street', 'USAGE')
        -- Who is no member of that role learns nothing of it.
        AND pg_has_role(session_user, r.oid, 'MEMBER')
$_$;

-- Name: FUNCTION streets_of(reader name); Type: COMMENT; Schema: report

COMMENT ON FUNCTION report.streets_of(reader name) IS 'The streets that were given to a role; none when the session''s user is no member of it (可见街镇)';

-- Name: weigh_flag_names(integer); Type: FUNCTION; Schema: report

CREATE FUNCTION report.weigh_flag_names(weigh_flags integer) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN concat_ws('、'::text, CASE WHEN ((weigh_flags & 1) = 0) THEN '不稳定'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 4) <> 0) THEN '超量程'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 8) <> 0) THEN '负值'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 16) <> 0) THEN '欠量程'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 32) <> 0) THEN '未置零'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 64) <> 0) THEN '十倍显示'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 128) <> 0) THEN '手工录入'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 256) <> 0) THEN '传感器故障'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 65536) <> 0) THEN '可能重复称重'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 131072) <> 0) THEN '稳定过晚'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 262144) <> 0) THEN '曾超量程'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 2097152) <> 0) THEN '空秤超零点范围'::text ELSE NULL::text END, CASE WHEN ((weigh_flags & 4194304) <> 0) THEN '读数缺失'::text ELSE NULL::text END);

-- Name: FUNCTION weigh_flag_names(weigh_flags integer); Type: COMMENT; Schema: report

COMMENT ON FUNCTION report.weigh_flag_names(weigh_flags integer) IS 'Words for what makes a weight doubtful in weigh_flags; empty: nothing (称重标志名称)';

-- Name: weigh_mode_name(smallint); Type: FUNCTION; Schema: report

CREATE FUNCTION report.weigh_mode_name(weigh_mode smallint) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE weigh_mode WHEN 1 THEN '挂桶静态'::text WHEN 2 THEN '挂桶动态'::text WHEN 3 THEN '车身差值'::text WHEN 4 THEN '平台秤'::text WHEN 5 THEN '地磅'::text WHEN 6 THEN '容积估算'::text ELSE '未知'::text END;

-- Name: FUNCTION weigh_mode_name(weigh_mode smallint); Type: COMMENT; Schema: report

COMMENT ON FUNCTION report.weigh_mode_name(weigh_mode smallint) IS 'Words for telemetry.lift.weigh_mode (称重方式名称)';

-- Name: compact_marks(integer); Type: FUNCTION; Schema: stats

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

-- Name: FUNCTION compact_marks(more_than integer); Type: COMMENT; Schema: stats

COMMENT ON FUNCTION stats.compact_marks(more_than integer) IS 'Leaves, of a day and kind with more marks than that, the first of each cause; returns how many marks are gone (合并待刷新标记)';

-- Name: local_day(timestamp with time zone); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.local_day(instant timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((instant AT TIME ZONE 'Asia/Shanghai'::text))::date;

-- Name: FUNCTION local_day(instant timestamp with time zone); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.local_day(instant timestamp with time zone) IS 'The local day of an instant (自然日)';

-- Name: days_of(tstzrange); Type: FUNCTION; Schema: stats

CREATE FUNCTION stats.days_of(period tstzrange) RETURNS daterange
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN daterange(telemetry.local_day(lower(period)), telemetry.local_day((upper(period) - '00:00:00.000001'::interval)), '[]'::text);

-- Name: FUNCTION days_of(period tstzrange); Type: COMMENT; Schema: stats

COMMENT ON FUNCTION stats.days_of(period tstzrange) IS 'The local days that a period touches (有效期涉及的日期)';

-- Name: frozen_difference(date); Type: FUNCTION; Schema: stats

CREATE FUNCTION stats.frozen_difference(of_month date) RETURNS TABLE(subject text, key jsonb, figure text, frozen text, current text)
    LANGUAGE sql STABLE
    SET "TimeZone" TO 'Asia/Shanghai'
    AS $$
    SELECT coalesce(f.subject, n.subject), coalesce(f.key, n.key), d.figure, d.frozen, d.current
    FROM (SELECT * FROM stats.frozen_figure WHERE month = of_month) AS f
    FULL JOIN (
        SELECT r.*
        FROM stats.month_figure AS r
        JOIN stats.frozen_month AS m ON m.month = of_month AND r.subject = ANY (m.subjects)
        WHERE r.month = of_month
    ) AS n USING (subject, key)
    CROSS JOIN LATERAL (
        SELECT t.figure,
            CASE WHEN t.is_instant THEN to_jsonb(t.frozen::timestamptz) #>> '{}' ELSE t.frozen END   AS frozen,
            CASE WHEN t.is_instant THEN to_jsonb(t.current::timestamptz) #>> '{}' ELSE t.current END AS current
        FROM (
            SELECT key AS figure, a.value AS frozen, b.value AS current, key LIKE '%\_at' AS is_instant
            FROM jsonb_each_text(f.figures) AS a
            FULL JOIN jsonb_each_text(n.figures) AS b USING (key)
            -- One that there was not when the row was kept is no change of it.
            WHERE (f.figures ? key) IS NOT FALSE
        ) AS t
    ) AS d
    WHERE f.figures IS DISTINCT FROM n.figures AND d.frozen IS DISTINCT FROM d.current
    ORDER BY 1, 2, 3
$$;

-- Name: FUNCTION frozen_difference(of_month date); Type: COMMENT; Schema: stats

COMMENT ON FUNCTION stats.frozen_difference(of_month date) IS 'What changed since a month was signed, of what was kept then: each figure then and now, instants in local time, null where there is none; no row: nothing changed, or the month was not signed (定稿差异)';

-- Name: additional_items(bytea); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.additional_items(extra bytea) RETURNS TABLE(item_id integer, value bytea)
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS $$
DECLARE
    cursor integer := 0;
    size   integer := coalesce(octet_length(extra), 0);
BEGIN
    WHILE cursor + 2 <= size AND cursor + 2 + get_byte(extra, cursor + 1) <= size LOOP
        item_id := get_byte(extra, cursor);
        value := substring(extra FROM cursor + 3 FOR get_byte(extra, cursor + 1));
        RETURN NEXT;
        cursor := cursor + 2 + octet_length(value);
    END LOOP;
    IF cursor < size THEN
        -- What forms no whole item comes last, without an id.
        item_id := NULL;
        value := substring(extra FROM cursor + 1);
        RETURN NEXT;
    END IF;
END;
$$;

-- Name: FUNCTION additional_items(extra bytea); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.additional_items(extra bytea) IS 'The items of telemetry.fix.extra, a row each; the rest that forms no whole item comes with a null id (附加信息解析)';

-- Name: ensure_day(date); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.ensure_day(day date) RETURNS integer
    LANGUAGE plpgsql
    SET "DateStyle" TO 'ISO'
    SET "TimeZone" TO 'UTC'
    AS $$
DECLARE
    parent    record;
    base      text;
    partition text;
    attempt   integer;
    made      integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('telemetry.ensure_day', 0));
    FOR parent IN
        SELECT c.oid, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
        FROM pg_partitioned_table AS p
        JOIN pg_class AS c ON c.oid = p.partrelid
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = 'telemetry'
        ORDER BY c.relname
    LOOP
        base := format('%s_%s', parent.name, to_char(day, 'YYYYMMDD'));
        partition := base;
        attempt := 1;
        LOOP
            EXIT WHEN to_regclass(format('telemetry.%I', partition)) IS NULL;
            EXIT WHEN EXISTS (
                SELECT FROM pg_inherits AS i
                WHERE i.inhparent = parent.oid AND i.inhrelid = to_regclass(format('telemetry.%I', partition))
            );
            attempt := attempt + 1;
            partition := format('%s_%s', base, attempt);
        END LOOP;
        CONTINUE WHEN to_regclass(format('telemetry.%I', partition)) IS NOT NULL;
        EXECUTE format(
            'CREATE TABLE telemetry.%I (LIKE telemetry.%I INCLUDING ALL)',
            partition, parent.name
        );
        EXECUTE format('COMMENT ON TABLE telemetry.%I IS %L', partition, parent.comment || ', ' || day);
        EXECUTE format(
            'ALTER TABLE telemetry.%I ATTACH PARTITION telemetry.%I FOR VALUES FROM (%L) TO (%L)',
            parent.name, partition,
            day::timestamp AT TIME ZONE telemetry.site_time_zone(),
            (day + 1)::timestamp AT TIME ZONE telemetry.site_time_zone()
        );
        made := made + 1;
    END LOOP;
    RETURN made;
END;
$$;

-- Name: FUNCTION ensure_day(day date); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.ensure_day(day date) IS 'Makes the partitions of a local day in every telemetry table that lacks them; returns how many it made (建分区)';

-- Name: site_time_zone(); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.site_time_zone() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'Asia/Shanghai'::text;

-- Name: FUNCTION site_time_zone(); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.site_time_zone() IS 'Time zone whose days the partitions and all reports follow (时区)';

-- Name: collection_task; Type: TABLE; Schema: ops

CREATE TABLE ops.collection_task (
    collection_point_id bigint NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    deadline timestamp with time zone NOT NULL,
    collection_rule_id bigint NOT NULL,
    street_id bigint,
    community_id bigint,
    responsible_unit_id bigint,
    collected_at timestamp with time zone,
    known_at timestamp with time zone,
    lift_terminal_id bigint,
    lift_seq bigint,
    vehicle_id bigint,
    carrier_id bigint,
    usual_vehicle_id bigint,
    usual_carrier_id bigint,
    service_date date NOT NULL,
    lift_boot_no integer,
    least_net_g integer NOT NULL,
    waste_type smallint NOT NULL,
    rule_specificity smallint NOT NULL,
    rule_code text NOT NULL,
    outcome text DEFAULT 'pending'::text NOT NULL,
    cause text,
    evidence_kind text,
    told_recorded_at timestamp with time zone,
    told_terminal_id bigint,
    told_seq bigint,
    told_boot_no integer,
    told_kind text,
    first_known_at timestamp with time zone,
    first_vehicle_id bigint,
    CONSTRAINT collection_task_cause_check CHECK ((cause = ANY (ARRAY['no_visit'::text, 'visit_no_read'::text, 'terminal_offline'::text]))),
    CONSTRAINT collection_task_collected_check CHECK ((((outcome = ANY (ARRAY['on_time'::text, 'late'::text])) = (collected_at IS NOT NULL)) AND (num_nulls(collected_at, lift_terminal_id, lift_seq, lift_boot_no, evidence_kind) = ANY (ARRAY[0, 5])))),
    CONSTRAINT collection_task_evidence_kind_check CHECK ((evidence_kind = ANY (ARRAY['lift'::text, 'volume_estimate'::text, 'tag_read'::text]))),
    CONSTRAINT collection_task_first_check CHECK ((((collected_at IS NOT NULL) AND (first_known_at IS NOT NULL)) OR ((first_known_at IS NULL) AND (first_vehicle_id IS NULL)))),
    CONSTRAINT collection_task_known_check CHECK (((outcome = 'pending'::text) = (known_at IS NULL))),
    CONSTRAINT collection_task_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'on_time'::text, 'late'::text, 'missed'::text, 'unconfirmed'::text, 'excused'::text]))),
    CONSTRAINT collection_task_told_check CHECK (((num_nulls(told_recorded_at, told_terminal_id, told_seq, told_boot_no, told_kind) = ANY (ARRAY[0, 5])) AND ((told_recorded_at IS NULL) OR (collected_at IS NOT NULL)))),
    CONSTRAINT collection_task_told_kind_check CHECK ((told_kind = ANY (ARRAY['lift'::text, 'volume_estimate'::text, 'tag_read'::text]))),
    CONSTRAINT collection_task_uncollected_check CHECK (((outcome = ANY (ARRAY['missed'::text, 'unconfirmed'::text])) = (cause IS NOT NULL))),
    CONSTRAINT collection_task_window_check CHECK (((window_start < window_end) AND (window_end <= deadline)))
);

-- Name: TABLE collection_task; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.collection_task IS 'A due collection: a point, a waste type and a window, and what became of it. Made ahead for each local day; while its window has not begun it follows the rules, and from then on it keeps those that it was made by (收运任务)';

-- Name: COLUMN collection_task.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.collection_point_id IS 'registry.collection_point (收集点)';

-- Name: COLUMN collection_task.window_start; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.window_start IS 'When its window begins (时段开始)';

-- Name: COLUMN collection_task.window_end; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.window_end IS 'When its window ends (时段结束)';

-- Name: COLUMN collection_task.deadline; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.deadline IS 'The end of the window and the grace: what comes before is on time (截止时间)';

-- Name: COLUMN collection_task.collection_rule_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.collection_rule_id IS 'The rule that it was made by: ops.collection_rule; window, deadline and least weight stand here (规则)';

-- Name: COLUMN collection_task.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.street_id IS 'Street of the point when the window began; null: not known (街镇)';

-- Name: COLUMN collection_task.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.community_id IS 'Its community then (社区)';

-- Name: COLUMN collection_task.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.responsible_unit_id IS 'Its unit then (责任主体)';

-- Name: COLUMN collection_task.collected_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.collected_at IS 'Device time of the first lift or read that completes it, recorded_at of its key; null: not collected (收运时间)';

-- Name: COLUMN collection_task.known_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.known_at IS 'Since when the outcome has been known, by the receipt of what it rests on; null: pending (判定时间)';

-- Name: COLUMN collection_task.lift_terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.lift_terminal_id IS 'terminal_id of the key of that lift or read';

-- Name: COLUMN collection_task.lift_seq; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.lift_seq IS 'seq of that key';

-- Name: COLUMN collection_task.vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.vehicle_id IS 'The vehicle that came; null: none, or its terminal was mounted nowhere (车辆)';

-- Name: COLUMN collection_task.carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.carrier_id IS 'Who ran it then (收运单位)';

-- Name: COLUMN collection_task.usual_vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.usual_vehicle_id IS 'The vehicle that mostly served the point in the weeks before; filled in where the outcome is not on_time; null: none is known (常用车辆)';

-- Name: COLUMN collection_task.usual_carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.usual_carrier_id IS 'Who ran that one when the window began (常用收运单位)';

-- Name: COLUMN collection_task.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.service_date IS 'The local day on which the window begins (作业日)';

-- Name: COLUMN collection_task.lift_boot_no; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.lift_boot_no IS 'boot_no of that key';

-- Name: COLUMN collection_task.least_net_g; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.least_net_g IS 'Least net weight of a lift that counts, grams, by the rule (最小有效净重)';

-- Name: COLUMN collection_task.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.waste_type IS 'registry.waste_type (垃圾类别)';

-- Name: COLUMN collection_task.rule_specificity; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.rule_specificity IS 'specificity of the rule as it was then: for whom it was (规则优先级)';

-- Name: COLUMN collection_task.rule_code; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.rule_code IS 'code of the rule as it was then (规则编码)';

-- Name: COLUMN collection_task.outcome; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.outcome IS 'pending: not judged yet (待判); on_time: collected before the deadline (及时); late: after it, and before the next window of the same point and type (迟收); missed: not collected (漏收); unconfirmed: nothing came, and a terminal was silent (未确认); excused: not collected, and suspended (免责) (结果)';

-- Name: COLUMN collection_task.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.cause IS 'Of missed and unconfirmed: no_visit (未到), visit_no_read: a vehicle stood there, and neither tag nor weight came (到点未读), terminal_offline: the terminal of the usual vehicle was silent (终端离线) (原因)';

-- Name: COLUMN collection_task.evidence_kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.evidence_kind IS 'What completes it: lift, weighed (称重); volume_estimate: a lift without a scale (按容积估算); tag_read: a read by a vehicle without a scale (读卡) (依据)';

-- Name: COLUMN collection_task.told_recorded_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.told_recorded_at IS 'Device time of the record by which it was first known that the task is completed, received at known_at; null: it is the one that completes it (首次获知的记录时间)';

-- Name: COLUMN collection_task.told_terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.told_terminal_id IS 'terminal_id of the key of that record';

-- Name: COLUMN collection_task.told_seq; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.told_seq IS 'seq of that key';

-- Name: COLUMN collection_task.told_boot_no; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.told_boot_no IS 'boot_no of that key';

-- Name: COLUMN collection_task.told_kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.told_kind IS 'As evidence_kind, of that record';

-- Name: COLUMN collection_task.first_known_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.first_known_at IS 'When any vehicle was first known to have come, late or not; null: at known_at, and it was vehicle_id (首次获知到达时间)';

-- Name: COLUMN collection_task.first_vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_task.first_vehicle_id IS 'The vehicle that was known to have come then; null: none, where first_known_at is not null (首次获知的车辆)';

-- Name: collection_clearance; Type: VIEW; Schema: ops

CREATE VIEW ops.collection_clearance AS
 SELECT l.service_date,
    l.collection_point_id,
    l.waste_type,
    l.window_start,
    l.responsible_unit_id,
    l.community_id,
    l.street_id,
    l.vehicle_id,
    l.carrier_id,
    l.usual_vehicle_id,
    l.usual_carrier_id,
    l.outcome,
    l.is_last,
    (l.is_last AND COALESCE((l.collected_at < GREATEST(l.deadline, (((l.service_date + 1))::timestamp without time zone AT TIME ZONE telemetry.site_time_zone()))), false)) AS is_cleared
   FROM ( SELECT k.collection_point_id,
            k.window_start,
            k.window_end,
            k.deadline,
            k.collection_rule_id,
            k.street_id,
            k.community_id,
            k.responsible_unit_id,
            k.collected_at,
            k.known_at,
            k.lift_terminal_id,
            k.lift_seq,
            k.vehicle_id,
            k.carrier_id,
            k.usual_vehicle_id,
            k.usual_carrier_id,
            k.service_date,
            k.lift_boot_no,
            k.least_net_g,
            k.waste_type,
            k.rule_specificity,
            k.rule_code,
            k.outcome,
            k.cause,
            k.evidence_kind,
            ((k.outcome <> 'excused'::text) AND (k.window_start = max(k.window_start) FILTER (WHERE (k.outcome <> 'excused'::text)) OVER (PARTITION BY k.service_date, k.collection_point_id, k.waste_type, k.responsible_unit_id, k.community_id, k.street_id))) AS is_last
           FROM ops.collection_task k) l;

-- Name: VIEW collection_clearance; Type: COMMENT; Schema: ops

COMMENT ON VIEW ops.collection_clearance IS 'Collection tasks, and which of them decides for its point, type of waste and day whether they are cleared (日产日清口径)';

-- Name: COLUMN collection_clearance.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.service_date IS 'Local day (作业日)';

-- Name: COLUMN collection_clearance.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.collection_point_id IS 'registry.collection_point (收集点)';

-- Name: COLUMN collection_clearance.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.waste_type IS 'registry.waste_type (垃圾类别)';

-- Name: COLUMN collection_clearance.window_start; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.window_start IS 'Beginning of the window (时段开始)';

-- Name: COLUMN collection_clearance.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.responsible_unit_id IS 'As in ops.collection_task (责任主体)';

-- Name: COLUMN collection_clearance.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.community_id IS 'As in ops.collection_task (社区)';

-- Name: COLUMN collection_clearance.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.street_id IS 'As in ops.collection_task (街道)';

-- Name: COLUMN collection_clearance.vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.vehicle_id IS 'As in ops.collection_task (车辆)';

-- Name: COLUMN collection_clearance.carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.carrier_id IS 'As in ops.collection_task (收运单位)';

-- Name: COLUMN collection_clearance.usual_vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.usual_vehicle_id IS 'As in ops.collection_task (常用车辆)';

-- Name: COLUMN collection_clearance.usual_carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.usual_carrier_id IS 'As in ops.collection_task (常用收运单位)';

-- Name: COLUMN collection_clearance.outcome; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.outcome IS 'As in ops.collection_task (结果)';

-- Name: COLUMN collection_clearance.is_last; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.is_last IS 'The last window of the day at this point for this type of waste that was not excused, of each unit to which the point belonged in the day: true once for each (当日最后应收时段)';

-- Name: COLUMN collection_clearance.is_cleared; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_clearance.is_cleared IS 'It is that window and was collected before the local day ended, late or not; a window over midnight: before its deadline (日产日清达标)';

-- Name: collection_day; Type: TABLE; Schema: ops

CREATE TABLE ops.collection_day (
    service_date date NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    tasks integer NOT NULL,
    fingerprint text NOT NULL
);

-- Name: TABLE collection_day; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.collection_day IS 'Local days whose tasks were made (收运计划日)';

-- Name: COLUMN collection_day.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_day.service_date IS 'Local day (作业日)';

-- Name: COLUMN collection_day.planned_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_day.planned_at IS 'When its tasks were last made, by the clock of the job (计划时间)';

-- Name: COLUMN collection_day.tasks; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_day.tasks IS 'How many it has (任务数)';

-- Name: COLUMN collection_day.fingerprint; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_day.fingerprint IS 'Of rules, holidays and registry as they were then: another one has the tasks made anew';

-- Name: collection_rule; Type: TABLE; Schema: ops

CREATE TABLE ops.collection_rule (
    collection_rule_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    street_id bigint,
    community_id bigint,
    responsible_unit_id bigint,
    collection_point_id bigint,
    waste_type smallint,
    windows text NOT NULL,
    weekdays text DEFAULT '1234567'::text NOT NULL,
    holidays text DEFAULT 'same'::text NOT NULL,
    grace_min integer DEFAULT 0 NOT NULL,
    least_net_g integer DEFAULT 1000 NOT NULL,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    specificity smallint GENERATED ALWAYS AS ((
CASE
    WHEN (collection_point_id IS NOT NULL) THEN 8
    WHEN (responsible_unit_id IS NOT NULL) THEN 6
    WHEN (community_id IS NOT NULL) THEN 4
    WHEN (street_id IS NOT NULL) THEN 2
    ELSE 0
END +
CASE
    WHEN (waste_type IS NULL) THEN 0
    ELSE 1
END)) STORED NOT NULL,
    CONSTRAINT collection_rule_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_rule_grace_min_check CHECK (((grace_min >= 0) AND (grace_min <= 720))),
    CONSTRAINT collection_rule_holidays_check CHECK ((holidays = ANY (ARRAY['same'::text, 'off'::text, 'sunday'::text, 'only'::text]))),
    CONSTRAINT collection_rule_least_net_g_check CHECK (((least_net_g >= 0) AND (least_net_g <= 10000000))),
    CONSTRAINT collection_rule_name_check CHECK (registry.is_name(name)),
    CONSTRAINT collection_rule_one_scope_check CHECK ((num_nonnulls(street_id, community_id, responsible_unit_id, collection_point_id) <= 1)),
    CONSTRAINT collection_rule_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT collection_rule_weekdays_check CHECK (((weekdays ~ '^1?2?3?4?5?6?7?$'::text) AND (weekdays <> ''::text))),
    CONSTRAINT collection_rule_windows_check CHECK (ops.is_windows(windows))
);

-- Name: TABLE collection_rule; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.collection_rule IS 'When waste is due. For a point, waste type and local day the rules of the greatest specificity that are valid count, and of these the one whose weekdays and holidays fit the day; where none of them fits, nothing is due (收运规则)';

-- Name: COLUMN collection_rule.collection_rule_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.collection_rule_id IS 'Key; never reused';

-- Name: COLUMN collection_rule.code; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.code IS 'Stable code (编码)';

-- Name: COLUMN collection_rule.name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.name IS 'For people (名称)';

-- Name: COLUMN collection_rule.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.street_id IS 'For all points of this street; one of the four at most, none: for all points (街镇)';

-- Name: COLUMN collection_rule.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.community_id IS 'For all points of this community (社区)';

-- Name: COLUMN collection_rule.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.responsible_unit_id IS 'For all points of this unit (责任主体)';

-- Name: COLUMN collection_rule.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.collection_point_id IS 'For this point (收集点)';

-- Name: COLUMN collection_rule.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.waste_type IS 'For this type; null: for every type that the point has a bin for (垃圾类别)';

-- Name: COLUMN collection_rule.windows; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.windows IS 'From-to in local time, such as 04:00-07:00 19:00-22:00; 22:00-02:00 ends on the next day (收运时段)';

-- Name: COLUMN collection_rule.weekdays; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.weekdays IS 'Days on which a window begins: 1 Monday to 7 Sunday, such as 135 (星期)';

-- Name: COLUMN collection_rule.holidays; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.holidays IS 'same: a holiday is as its weekday; off: nothing is due on a holiday; sunday: a holiday is as a Sunday; only: for holidays alone, where it goes before the others of its specificity. Save for same, a weekend day that is worked in exchange is due when any of Monday to Friday is (节假日)';

-- Name: COLUMN collection_rule.grace_min; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.grace_min IS 'Minutes after the window that still count as on time (宽限)';

-- Name: COLUMN collection_rule.least_net_g; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.least_net_g IS 'Least net weight of a lift that counts, grams; less is a touch (最小有效净重)';

-- Name: COLUMN collection_rule.valid; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.valid IS 'Local days on which it holds (有效期)';

-- Name: COLUMN collection_rule.note; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.note IS 'For people (备注)';

-- Name: COLUMN collection_rule.specificity; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_rule.specificity IS 'Point 8, unit 6, community 4, street 2, everywhere 0; and 1 when it names a waste type. The greatest counts (优先级)';

-- Name: collection_rule_collection_rule_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.collection_rule ALTER COLUMN collection_rule_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.collection_rule_collection_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: collection_suspension; Type: TABLE; Schema: ops

CREATE TABLE ops.collection_suspension (
    collection_suspension_id bigint NOT NULL,
    code text NOT NULL,
    reason text NOT NULL,
    street_id bigint,
    community_id bigint,
    responsible_unit_id bigint,
    collection_point_id bigint,
    waste_type smallint,
    valid tstzrange NOT NULL,
    note text,
    CONSTRAINT collection_suspension_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_suspension_one_scope_check CHECK ((num_nonnulls(street_id, community_id, responsible_unit_id, collection_point_id) <= 1)),
    CONSTRAINT collection_suspension_reason_check CHECK (registry.is_name(reason)),
    CONSTRAINT collection_suspension_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE collection_suspension; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.collection_suspension IS 'Times in which nobody can be blamed: a road is dug up, a unit is shut. A window that it touches and in which nothing was collected is excused (暂停收运)';

-- Name: COLUMN collection_suspension.collection_suspension_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.collection_suspension_id IS 'Key; never reused';

-- Name: COLUMN collection_suspension.code; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.code IS 'Stable code; one that comes again has several periods (编码)';

-- Name: COLUMN collection_suspension.reason; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.reason IS 'Why, for people (原因)';

-- Name: COLUMN collection_suspension.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.street_id IS 'For all points of this street; one of the four at most, none: for all points (街镇)';

-- Name: COLUMN collection_suspension.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.community_id IS 'For all points of this community (社区)';

-- Name: COLUMN collection_suspension.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.responsible_unit_id IS 'For all points of this unit (责任主体)';

-- Name: COLUMN collection_suspension.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.collection_point_id IS 'For this point (收集点)';

-- Name: COLUMN collection_suspension.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.waste_type IS 'For this type; null: for all (垃圾类别)';

-- Name: COLUMN collection_suspension.valid; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.valid IS 'From (inclusive) to (exclusive); no upper bound: until further notice (有效期)';

-- Name: COLUMN collection_suspension.note; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.collection_suspension.note IS 'For people (备注)';

-- Name: collection_suspension_collection_suspension_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.collection_suspension ALTER COLUMN collection_suspension_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.collection_suspension_collection_suspension_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: command; Type: TABLE; Schema: ops

CREATE TABLE ops.command (
    command_id bigint NOT NULL,
    terminal_id bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    first_sent_at timestamp with time zone,
    sent_at timestamp with time zone,
    answer_due_at timestamp with time zone,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    message_id integer,
    serial integer,
    attempts smallint DEFAULT 0 NOT NULL,
    result smallint,
    kind text NOT NULL,
    arguments jsonb DEFAULT '{}'::jsonb NOT NULL,
    state text DEFAULT 'queued'::text NOT NULL,
    created_by text DEFAULT SESSION_USER NOT NULL,
    gateway text,
    outcome text,
    answer jsonb,
    answer_body bytea,
    CONSTRAINT command_arguments_check CHECK ((jsonb_typeof(arguments) = 'object'::text)),
    CONSTRAINT command_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT command_ended_check CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['queued'::text, 'sent'::text])))),
    CONSTRAINT command_kind_check CHECK ((kind ~ '^[a-z][a-z_]*$'::text)),
    CONSTRAINT command_sent_check CHECK (((state <> 'sent'::text) OR ((sent_at IS NOT NULL) AND (answer_due_at IS NOT NULL) AND (gateway IS NOT NULL) AND (serial IS NOT NULL)))),
    CONSTRAINT command_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'answered'::text, 'refused'::text, 'timed_out'::text, 'cancelled'::text, 'expired'::text])))
);

-- Name: TABLE command; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.command IS 'A command to a terminal, from its order to its outcome; who inserts one notifies channel qingyun_command with the terminal_id as payload, or it is seen within half a minute (下发指令)';

-- Name: COLUMN command.command_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.command_id IS 'Number of the command, for people; never reused (指令编号)';

-- Name: COLUMN command.terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.terminal_id IS 'To whom: registry.terminal (终端)';

-- Name: COLUMN command.created_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.created_at IS 'When it was ordered (下达时间)';

-- Name: COLUMN command.expires_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.expires_at IS 'It is not sent any more from then on; a terminal that is away has so long to connect (失效时间)';

-- Name: COLUMN command.first_sent_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.first_sent_at IS 'When it was sent for the first time; null: never (首次下发时间)';

-- Name: COLUMN command.sent_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.sent_at IS 'When it was last sent; null: never (下发时间)';

-- Name: COLUMN command.answer_due_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.answer_due_at IS 'When the wait for an answer to the last sending ends; any gateway may end a command that is long past it (应答期限)';

-- Name: COLUMN command.answered_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.answered_at IS 'When the terminal''s answer was read from the socket; later than ended_at: it came too late (应答时间)';

-- Name: COLUMN command.ended_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.ended_at IS 'When the state became a final one; null while queued or sent (结束时间)';

-- Name: COLUMN command.message_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.message_id IS 'JT/T 808 id of what was sent, such as 33536 for 0x8300 (消息ID)';

-- Name: COLUMN command.serial; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.serial IS 'Serial of the first frame that was sent, by which the answer is told; 0 to 65535 for each connection (消息流水号)';

-- Name: COLUMN command.attempts; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.attempts IS 'How often it was sent (下发次数)';

-- Name: COLUMN command.result; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.result IS 'Result of the terminal''s generic answer: 0 done, 1 failed, 2 message is wrong, 3 not supported; null: answered by a message of its own, or not at all (应答结果)';

-- Name: COLUMN command.kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.kind IS 'What it is: text, locate, interval, parameters, query_parameters, attributes, restart, track, circle, rectangle, polygon, route, delete_regions (指令类型)';

-- Name: COLUMN command.arguments; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.arguments IS 'What it says, by kind: see docs/operations.md (指令内容)';

-- Name: COLUMN command.state; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.state IS 'queued: waits for the terminal; sent: waits for its answer; answered; refused: by the terminal, or not sendable; timed_out: sent, and no answer in time; cancelled: by somebody, before it was sent; expired: never sent (状态)';

-- Name: COLUMN command.created_by; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.created_by IS 'Who ordered it (下达人)';

-- Name: COLUMN command.gateway; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.gateway IS 'Gateway that last sent it: host, process and a random part (下发网关)';

-- Name: COLUMN command.outcome; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.outcome IS 'What came of it, in words; also why it went back to the queue (处理结果)';

-- Name: COLUMN command.answer; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.answer IS 'What the terminal answered, decoded (应答内容)';

-- Name: COLUMN command.answer_body; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.command.answer_body IS 'Body of the answer as received (应答原文)';

-- Name: command_command_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.command ALTER COLUMN command_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.command_command_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: duty_task; Type: TABLE; Schema: ops

CREATE TABLE ops.duty_task (
    duty_id bigint NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    deadline timestamp with time zone NOT NULL,
    duty_post_id bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    street_id bigint,
    community_id bigint,
    supervisor_id bigint,
    terminal_id bigint,
    arrived_at timestamp with time zone,
    left_at timestamp with time zone,
    known_at timestamp with time zone,
    service_date date NOT NULL,
    fixes_hash bigint,
    lon_e6 integer,
    lat_e6 integer,
    radius_m integer NOT NULL,
    tolerance_m integer NOT NULL,
    least_s integer NOT NULL,
    late_s integer NOT NULL,
    leave_s integer NOT NULL,
    absence_s integer NOT NULL,
    silence_s integer NOT NULL,
    present_s integer,
    silent_s integer,
    fixes integer,
    outcome text DEFAULT 'pending'::text NOT NULL,
    cause text,
    area public.geometry(MultiPolygon,4326),
    CONSTRAINT duty_task_cause_check CHECK ((cause = ANY (ARRAY['not_seen'::text, 'left_early'::text, 'short_presence'::text, 'terminal_offline'::text, 'no_badge'::text, 'no_place'::text]))),
    CONSTRAINT duty_task_caused_check CHECK (((outcome = ANY (ARRAY['pending'::text, 'present'::text])) = (cause IS NULL))),
    CONSTRAINT duty_task_judged_check CHECK ((((outcome = 'pending'::text) = (known_at IS NULL)) AND (num_nulls(known_at, present_s, silent_s, fixes, fixes_hash) = ANY (ARRAY[0, 5])))),
    CONSTRAINT duty_task_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'present'::text, 'left_early'::text, 'short'::text, 'absent'::text, 'unconfirmed'::text]))),
    CONSTRAINT duty_task_seen_check CHECK ((((arrived_at IS NULL) = (left_at IS NULL)) AND (arrived_at < left_at))),
    CONSTRAINT duty_task_window_check CHECK (((window_start < window_end) AND (window_end <= deadline)))
);

-- Name: TABLE duty_task; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.duty_task IS 'One duty on one local day and what became of it. Made ahead; while its window has not begun it follows the duty, and from then on it keeps what it was made by (值守任务)';

-- Name: COLUMN duty_task.duty_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.duty_id IS 'The duty that it was made of: registry.duty; times and tolerances stand here (值守安排)';

-- Name: COLUMN duty_task.window_start; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.window_start IS 'When it begins (时段开始)';

-- Name: COLUMN duty_task.window_end; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.window_end IS 'When it ends (时段结束)';

-- Name: COLUMN duty_task.deadline; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.deadline IS 'When it is judged for the first time: the end and the grace (判定时间)';

-- Name: COLUMN duty_task.duty_post_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.duty_post_id IS 'Where: registry.duty_post (值守点)';

-- Name: COLUMN duty_task.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.collection_point_id IS 'Its bin station (桶站)';

-- Name: COLUMN duty_task.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.street_id IS 'Street of the bin station when the window began; null: not known (街镇)';

-- Name: COLUMN duty_task.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.community_id IS 'Its community then (社区)';

-- Name: COLUMN duty_task.supervisor_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.supervisor_id IS 'Who; of a duty that names a badge: null (值守员)';

-- Name: COLUMN duty_task.terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.terminal_id IS 'The badge; of a duty that names a person: null, the badges are those of registry.badge_binding (工牌)';

-- Name: COLUMN duty_task.arrived_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.arrived_at IS 'Begin of the first presence within the window; null: never seen (到岗时间)';

-- Name: COLUMN duty_task.left_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.left_at IS 'End of the last presence within the window (离岗时间)';

-- Name: COLUMN duty_task.known_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.known_at IS 'Deadline, or receipt of the last fix that the outcome rests on, whichever is later; null: not judged yet (判定依据时间)';

-- Name: COLUMN duty_task.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.service_date IS 'The local day on which the window begins (作业日)';

-- Name: COLUMN duty_task.fixes_hash; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.fixes_hash IS 'Which fixes these are, and of which badge worn from when to when: tells when others take their place (定位校验)';

-- Name: COLUMN duty_task.lon_e6; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.lon_e6 IS 'Centre of the fence, 1e-6 degree WGS-84; null: the bin station has no place (经度)';

-- Name: COLUMN duty_task.lat_e6; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.lat_e6 IS 'Centre of the fence (纬度)';

-- Name: COLUMN duty_task.radius_m; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.radius_m IS 'Radius of the fence, metres (围栏半径)';

-- Name: COLUMN duty_task.tolerance_m; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.tolerance_m IS 'Beyond the fence, metres, before one is outside (围栏容差)';

-- Name: COLUMN duty_task.least_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.least_s IS 'Presence asked for, seconds (最少在岗)';

-- Name: COLUMN duty_task.late_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.late_s IS 'Tolerance for coming, seconds (迟到容差)';

-- Name: COLUMN duty_task.leave_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.leave_s IS 'Tolerance for going, seconds (早退容差)';

-- Name: COLUMN duty_task.absence_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.absence_s IS 'Shorter times outside are none, seconds (离岗容差)';

-- Name: COLUMN duty_task.silence_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.silence_s IS 'Longest distance of two fixes that says something, seconds (无数据容差)';

-- Name: COLUMN duty_task.present_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.present_s IS 'Time inside, seconds, short absences included; null: not judged yet (在岗时长)';

-- Name: COLUMN duty_task.silent_s; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.silent_s IS 'Time about which nothing is known, seconds (无数据时长)';

-- Name: COLUMN duty_task.fixes; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.fixes IS 'How many fixes it rests on, those within silence_s before and after the window included (定位数)';

-- Name: COLUMN duty_task.outcome; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.outcome IS 'pending: not judged yet (待判); present: as asked for (在岗); left_early (早退); short: too few minutes (时长不足); absent: never inside (缺勤); unconfirmed: what is known does not decide it (未确认) (结果)';

-- Name: COLUMN duty_task.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.cause IS 'not_seen: outside all the time; left_early; short_presence; terminal_offline: the badge was silent (工牌无数据); no_badge: the person wore none; no_place: the bin station has no place (原因)';

-- Name: COLUMN duty_task.area; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.duty_task.area IS 'The fence, where it is no circle (电子围栏)';

-- Name: export_cursor; Type: TABLE; Schema: ops

CREATE TABLE ops.export_cursor (
    export_set text NOT NULL,
    day date NOT NULL,
    stored_before xid8 NOT NULL,
    first_seen xid8 NOT NULL,
    counted_below xid8 NOT NULL,
    system_identifier bigint NOT NULL,
    database_oid oid NOT NULL,
    fingerprint text NOT NULL
);

-- Name: TABLE export_cursor; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.export_cursor IS 'How far each day of a set was handed over (导出游标)';

-- Name: COLUMN export_cursor.export_set; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.export_set IS 'Name of the set (数据集)';

-- Name: COLUMN export_cursor.day; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.day IS 'Local day of the rows, and so their partition (日期)';

-- Name: COLUMN export_cursor.stored_before; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.stored_before IS 'Rows stored by transactions below this number are in files; the others are not (已导出事务上限)';

-- Name: COLUMN export_cursor.first_seen; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.first_seen IS 'Next transaction number when the day was first looked at (首次事务号)';

-- Name: COLUMN export_cursor.counted_below; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.counted_below IS 'Everything that the fingerprint counts was stored by transactions below this number (计数事务上限)';

-- Name: COLUMN export_cursor.system_identifier; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.system_identifier IS 'Server whose transactions the numbers count, of pg_control_system(); another one: a restored copy (数据库集群标识)';

-- Name: COLUMN export_cursor.database_oid; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.database_oid IS 'Database in it, of pg_database; another one: restored from a dump (数据库标识)';

-- Name: COLUMN export_cursor.fingerprint; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_cursor.fingerprint IS 'Partition, its count of inserted rows, and what that count began with: the same means that no row came since (分区指纹)';

-- Name: export_file; Type: TABLE; Schema: ops

CREATE TABLE ops.export_file (
    export_set text NOT NULL,
    file_no bigint NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    written_at timestamp with time zone,
    row_count bigint,
    byte_count bigint,
    format text NOT NULL,
    file_name text NOT NULL,
    CONSTRAINT export_file_file_no_check CHECK ((file_no > 0)),
    CONSTRAINT export_file_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'json'::text, 'xlsx'::text]))),
    CONSTRAINT export_file_written_check CHECK ((num_nulls(written_at, row_count, byte_count) = ANY (ARRAY[0, 3])))
);

-- Name: TABLE export_file; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.export_file IS 'A file of a set that was handed over, or is about to be (导出文件)';

-- Name: COLUMN export_file.export_set; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.export_set IS 'Name of the set (数据集)';

-- Name: COLUMN export_file.file_no; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.file_no IS 'Counts the files of the set from 1, without gaps (文件序号)';

-- Name: COLUMN export_file.planned_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.planned_at IS 'When it was decided which rows it has (确定时间)';

-- Name: COLUMN export_file.written_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.written_at IS 'When it was on the disk; null: not known to be, and written again (写出时间)';

-- Name: COLUMN export_file.row_count; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.row_count IS 'Its rows (行数)';

-- Name: COLUMN export_file.byte_count; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.byte_count IS 'Its length, bytes (字节数)';

-- Name: COLUMN export_file.format; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.format IS 'csv, json, xlsx (格式)';

-- Name: COLUMN export_file.file_name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_file.file_name IS 'Its name, without the folder (文件名)';

-- Name: export_window; Type: TABLE; Schema: ops

CREATE TABLE ops.export_window (
    export_set text NOT NULL,
    file_no bigint NOT NULL,
    day date NOT NULL,
    stored_from xid8 NOT NULL,
    stored_before xid8 NOT NULL,
    CONSTRAINT export_window_stored_check CHECK ((stored_from < stored_before))
);

-- Name: TABLE export_window; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.export_window IS 'Which rows a file holds: of a day, those that these transactions stored (导出范围)';

-- Name: COLUMN export_window.export_set; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_window.export_set IS 'Name of the set (数据集)';

-- Name: COLUMN export_window.file_no; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_window.file_no IS 'ops.export_file (文件序号)';

-- Name: COLUMN export_window.day; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_window.day IS 'Local day of the rows (日期)';

-- Name: COLUMN export_window.stored_from; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_window.stored_from IS 'First transaction number, inclusive (起始事务号)';

-- Name: COLUMN export_window.stored_before; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.export_window.stored_before IS 'Last transaction number, exclusive (截止事务号)';

-- Name: notification; Type: TABLE; Schema: ops

CREATE TABLE ops.notification (
    notification_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    ended_at timestamp with time zone,
    idempotency_key uuid DEFAULT gen_random_uuid() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    channel text NOT NULL,
    topic text NOT NULL,
    group_key text NOT NULL,
    claimed_by text,
    outcome text,
    content jsonb NOT NULL,
    CONSTRAINT notification_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT notification_content_check CHECK ((jsonb_typeof(content) = 'object'::text)),
    CONSTRAINT notification_ended_check CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'sending'::text])))),
    CONSTRAINT notification_sending_check CHECK (((state <> 'sending'::text) OR ((claimed_by IS NOT NULL) AND (claimed_until IS NOT NULL) AND (attempts > 0)))),
    CONSTRAINT notification_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'regrouped'::text])))
);

-- Name: TABLE notification; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.notification IS 'A message to a channel, from its making to its outcome (通知)';

-- Name: COLUMN notification.notification_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.notification_id IS 'Number of the message; never reused (通知编号)';

-- Name: COLUMN notification.created_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.created_at IS 'When it was made of its items (生成时间)';

-- Name: COLUMN notification.due_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.due_at IS 'It is not sent before; moved on by every failure (计划发送时间)';

-- Name: COLUMN notification.claimed_until; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.claimed_until IS 'End of the lease of the sender that has it; later any sender may take it. Null: nobody has it (占用期限)';

-- Name: COLUMN notification.ended_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.ended_at IS 'When the state became a final one (结束时间)';

-- Name: COLUMN notification.idempotency_key; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.idempotency_key IS 'Sent along at every attempt, so that a receiver that looks at it takes the message once; the robots of chats do not (幂等键)';

-- Name: COLUMN notification.attempts; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.attempts IS 'How often it was sent, or is being sent (发送次数)';

-- Name: COLUMN notification.state; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.state IS 'waiting: for due_at, for its channel''s quiet hours or for an older message of its topic (待发); sending: a sender has it (发送中); sent: the receiver took it (已发); failed: given up, outcome says why (失败); regrouped: its quiet hours began before it was sent, or a person asked for it after it had failed, and its items wait again (重新汇总) (状态)';

-- Name: COLUMN notification.channel; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.channel IS 'Name of the channel in the configuration (通道)';

-- Name: COLUMN notification.topic; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.topic IS 'Kind and street: of one topic the older message is sent first (主题)';

-- Name: COLUMN notification.group_key; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.group_key IS 'Kind, street, event, held or not, window: what its items have in common (分组)';

-- Name: COLUMN notification.claimed_by; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.claimed_by IS 'The sender that has it or had it last: host, process and a random part (发送方)';

-- Name: COLUMN notification.outcome; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.outcome IS 'What came of the last attempt, in one line without secrets (结果)';

-- Name: COLUMN notification.content; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification.content IS 'What it says, apart from the form of the channel: kind, event, street, windows, total, causes, the first subjects (内容)';

-- Name: notification_attempt; Type: TABLE; Schema: ops

CREATE TABLE ops.notification_attempt (
    notification_id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    attempt integer NOT NULL,
    is_delivered boolean,
    channel text NOT NULL,
    sender text NOT NULL,
    detail text,
    CONSTRAINT notification_attempt_ended_check CHECK (((ended_at IS NULL) = (is_delivered IS NULL)))
);

-- Name: TABLE notification_attempt; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.notification_attempt IS 'Every attempt to send a message (发送记录)';

-- Name: COLUMN notification_attempt.notification_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.notification_id IS 'The message (通知编号)';

-- Name: COLUMN notification_attempt.started_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.started_at IS 'When it was taken to be sent (开始时间)';

-- Name: COLUMN notification_attempt.ended_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.ended_at IS 'When the answer was noted; null: under way, or its sender died (结束时间)';

-- Name: COLUMN notification_attempt.attempt; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.attempt IS 'Counts the attempts of a message from 1 (次序)';

-- Name: COLUMN notification_attempt.is_delivered; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.is_delivered IS 'The receiver took it; null: not known (是否送达)';

-- Name: COLUMN notification_attempt.channel; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.channel IS 'Name of the channel (通道)';

-- Name: COLUMN notification_attempt.sender; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.sender IS 'Host, process and a random part (发送方)';

-- Name: COLUMN notification_attempt.detail; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_attempt.detail IS 'What the receiver answered, or why there was no answer; one line without secrets (说明)';

-- Name: notification_cursor; Type: TABLE; Schema: ops

CREATE TABLE ops.notification_cursor (
    last_event_id bigint NOT NULL,
    channel text NOT NULL
);

-- Name: TABLE notification_cursor; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.notification_cursor IS 'How far events were looked at for each channel; a new one begins with what happens next (通知进度)';

-- Name: COLUMN notification_cursor.last_event_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_cursor.last_event_id IS 'Greatest ops.warning_event.event_id that was looked at; these numbers are in the order of commits, so that no smaller one comes later';

-- Name: COLUMN notification_cursor.channel; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_cursor.channel IS 'Name of the channel in the configuration (通道)';

-- Name: notification_item; Type: TABLE; Schema: ops

CREATE TABLE ops.notification_item (
    event_id bigint NOT NULL,
    warning_id bigint NOT NULL,
    notification_id bigint,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    is_held boolean NOT NULL,
    channel text NOT NULL,
    CONSTRAINT notification_item_one_end_check CHECK (((notification_id IS NULL) OR (settled_at IS NULL)))
);

-- Name: TABLE notification_item; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.notification_item IS 'An event that a channel is to hear of, once (通知条目)';

-- Name: COLUMN notification_item.event_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.event_id IS 'ops.warning_event (事件编号)';

-- Name: COLUMN notification_item.warning_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.warning_id IS 'Its warning (预警编号)';

-- Name: COLUMN notification_item.notification_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.notification_id IS 'The message that tells it; null: waits to be grouped, or settled (通知编号)';

-- Name: COLUMN notification_item.created_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.created_at IS 'When the channel was to hear of it (登记时间)';

-- Name: COLUMN notification_item.settled_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.settled_at IS 'When it was found that nothing is left to tell: the warning was raised and over before anything was sent; null: not so (免发时间)';

-- Name: COLUMN notification_item.is_held; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.is_held IS 'Kept back by the channel''s quiet hours (免打扰)';

-- Name: COLUMN notification_item.channel; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.notification_item.channel IS 'Name of the channel (通道)';

-- Name: notification_notification_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.notification ALTER COLUMN notification_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.notification_notification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: recheck_day; Type: TABLE; Schema: ops

CREATE TABLE ops.recheck_day (
    marked_at timestamp with time zone NOT NULL,
    service_date date NOT NULL,
    cause text NOT NULL
);

-- Name: TABLE recheck_day; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.recheck_day IS 'A day whose collections are judged again because of a change; gone once they are. Written by the job alone (待重判日)';

-- Name: COLUMN recheck_day.marked_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_day.marked_at IS 'When the first of the changes was made (标记时间)';

-- Name: COLUMN recheck_day.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_day.service_date IS 'Local day of the tasks (作业日)';

-- Name: COLUMN recheck_day.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_day.cause IS 'The table that changed (原因)';

-- Name: recheck_range; Type: TABLE; Schema: ops

CREATE TABLE ops.recheck_range (
    mark_id bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL,
    days datemultirange NOT NULL,
    cause text NOT NULL
);

-- Name: TABLE recheck_range; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.recheck_range IS 'Days that a change of the registry or of suspensions touched, also open ended; becomes rows of ops.recheck_day for those of them that have tasks (待重判范围)';

-- Name: COLUMN recheck_range.mark_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_range.mark_id IS 'Its own';

-- Name: COLUMN recheck_range.marked_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_range.marked_at IS 'When the transaction of the change began (标记时间)';

-- Name: COLUMN recheck_range.days; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_range.days IS 'Local days (日期范围)';

-- Name: COLUMN recheck_range.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_range.cause IS 'The table that changed (原因)';

-- Name: recheck_range_mark_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.recheck_range ALTER COLUMN mark_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.recheck_range_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: closed_day; Type: TABLE; Schema: stats

CREATE TABLE stats.closed_day (
    service_date date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    refused bigint DEFAULT 0 NOT NULL,
    refused_at timestamp with time zone
);

-- Name: TABLE closed_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.closed_day IS 'Days whose telemetry was dropped: their statistics stay as they are and are never made again (已归档日)';

-- Name: COLUMN closed_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.closed_day.service_date IS 'Local day (日期)';

-- Name: COLUMN closed_day.closed_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.closed_day.closed_at IS 'When its telemetry was dropped (归档时间)';

-- Name: COLUMN closed_day.refused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.closed_day.refused IS 'Marks that came since: changes that the statistics do not show (归档后变更数)';

-- Name: COLUMN closed_day.refused_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.closed_day.refused_at IS 'When the last of them came (最近变更时间)';

-- Name: recheck_waiting; Type: VIEW; Schema: ops

CREATE VIEW ops.recheck_waiting AS
 SELECT d.service_date,
    min(m.marked_at) AS marked_at,
    string_agg(DISTINCT m.cause, ', '::text) AS causes
   FROM (ops.collection_day d
     CROSS JOIN LATERAL ( SELECT r.marked_at,
            r.cause
           FROM ops.recheck_day r
          WHERE (r.service_date = d.service_date)
        UNION ALL
         SELECT r.marked_at,
            r.cause
           FROM ops.recheck_range r
          WHERE (r.days && daterange(d.service_date, (d.service_date + 7), '[]'::text))) m)
  WHERE ((d.tasks > 0) AND (d.service_date <= telemetry.local_day(clock_timestamp())) AND (NOT (EXISTS ( SELECT
           FROM stats.closed_day c
          WHERE (c.service_date = d.service_date)))))
  GROUP BY d.service_date;

-- Name: VIEW recheck_waiting; Type: COMMENT; Schema: ops

COMMENT ON VIEW ops.recheck_waiting IS 'Days whose collections may have become other ones by a change that the job has not followed yet (待重判一览)';

-- Name: COLUMN recheck_waiting.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_waiting.service_date IS 'Local day of the tasks (作业日)';

-- Name: COLUMN recheck_waiting.marked_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_waiting.marked_at IS 'When the first of the changes was made (标记时间)';

-- Name: COLUMN recheck_waiting.causes; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.recheck_waiting.causes IS 'The tables that changed (原因)';

-- Name: street_access; Type: TABLE; Schema: ops

CREATE TABLE ops.street_access (
    role_name name NOT NULL,
    street_id bigint NOT NULL,
    granted_by name NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    role_oid oid NOT NULL
);

-- Name: TABLE street_access; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.street_access IS 'Which streets a role sees; written by ops.grant_street (街镇数据权限)';

-- Name: COLUMN street_access.role_name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.street_access.role_name IS 'Role that logs in, a member of qingyun_street (数据库角色)';

-- Name: COLUMN street_access.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.street_access.street_id IS 'Street whose rows it sees (街镇)';

-- Name: COLUMN street_access.granted_by; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.street_access.granted_by IS 'Who gave it (授权人)';

-- Name: COLUMN street_access.granted_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.street_access.granted_at IS 'When (授权时间)';

-- Name: COLUMN street_access.role_oid; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.street_access.role_oid IS 'Its oid in this cluster: the rights are those of that role alone, not of a later one with its name (角色标识)';

-- Name: timeliness_watermark; Type: TABLE; Schema: ops

CREATE TABLE ops.timeliness_watermark (
    name text NOT NULL,
    reached_at timestamp with time zone NOT NULL,
    written_at timestamp with time zone NOT NULL,
    snapshot xid8 NOT NULL
);

-- Name: TABLE timeliness_watermark; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.timeliness_watermark IS 'How far the job has come (处理进度)';

-- Name: COLUMN timeliness_watermark.name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.timeliness_watermark.name IS 'Of what (名称)';

-- Name: COLUMN timeliness_watermark.reached_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.timeliness_watermark.reached_at IS 'Everything received before is in the tasks (已处理到)';

-- Name: COLUMN timeliness_watermark.written_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.timeliness_watermark.written_at IS 'When that was written (写入时间)';

-- Name: COLUMN timeliness_watermark.snapshot; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.timeliness_watermark.snapshot IS 'Oldest transaction that was still running then: rows of it and of younger ones may not have been seen, whenever they were received';

-- Name: warning; Type: TABLE; Schema: ops

CREATE TABLE ops.warning (
    warning_id bigint NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    service_date date NOT NULL,
    collection_point_id bigint,
    waste_type smallint,
    window_start timestamp with time zone,
    window_end timestamp with time zone,
    deadline timestamp with time zone,
    street_id bigint,
    community_id bigint,
    responsible_unit_id bigint,
    carrier_id bigint,
    vehicle_id bigint,
    terminal_id bigint,
    carrier_qualification_id bigint,
    CONSTRAINT warning_kind_check CHECK ((kind ~ '^[a-z][a-z_]{0,39}$'::text)),
    CONSTRAINT warning_subject_check CHECK ((subject <> ''::text))
);

-- Name: TABLE warning; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.warning IS 'What a warning is about; its row is written once and never changed or deleted. What became of it: ops.warning_event (预警)';

-- Name: COLUMN warning.warning_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.warning_id IS 'Number of the warning, for people; never reused (预警编号)';

-- Name: COLUMN warning.kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.kind IS 'late_collection (收集不及时), qualification_expiry: a carrier''s licence ends (资质到期), scale_verification_expiry (检定到期), and duties by their own names (类型)';

-- Name: COLUMN warning.subject; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.subject IS 'Natural key of what it is about; with kind unique, so that nothing is warned of twice. late_collection: point/waste type/beginning of the window in UTC, such as 17/1/2026-05-31T20:00:00Z (预警对象)';

-- Name: COLUMN warning.raised_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.raised_at IS 'The moment that it is about: the deadline that passed, the day of warning before an expiry (预警时间)';

-- Name: COLUMN warning.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.service_date IS 'Local day that it belongs to; of a window over midnight the day on which it begins (作业日)';

-- Name: COLUMN warning.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.collection_point_id IS 'registry.collection_point; null where it is about none (收集点)';

-- Name: COLUMN warning.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.waste_type IS 'registry.waste_type; null where it is about none (垃圾类别)';

-- Name: COLUMN warning.window_start; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.window_start IS 'Beginning of the window or duty (时段开始)';

-- Name: COLUMN warning.window_end; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.window_end IS 'Its end (时段结束)';

-- Name: COLUMN warning.deadline; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.deadline IS 'Its end and the grace; the end of a licence or verification (截止时间)';

-- Name: COLUMN warning.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.street_id IS 'Street concerned, as of that time (街镇)';

-- Name: COLUMN warning.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.community_id IS 'Community concerned (社区)';

-- Name: COLUMN warning.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.responsible_unit_id IS 'Unit concerned (责任主体)';

-- Name: COLUMN warning.carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.carrier_id IS 'Carrier concerned; of late_collection: who ran the usual vehicle (收运单位)';

-- Name: COLUMN warning.vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.vehicle_id IS 'Vehicle concerned; of late_collection: the usual one (车辆)';

-- Name: COLUMN warning.terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.terminal_id IS 'Terminal or scale concerned; of late_collection: the usual vehicle''s (终端, 衡器)';

-- Name: COLUMN warning.carrier_qualification_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning.carrier_qualification_id IS 'Licence concerned: registry.carrier_qualification (资质)';

-- Name: warning_event; Type: TABLE; Schema: ops

CREATE TABLE ops.warning_event (
    event_id bigint DEFAULT ops.next_warning_event() NOT NULL,
    warning_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    street_id bigint,
    seq integer NOT NULL,
    action text NOT NULL,
    state text NOT NULL,
    cause text,
    actor text DEFAULT COALESCE(NULLIF(current_setting('qingyun.actor'::text, true), ''::text), (SESSION_USER)::text) NOT NULL,
    reason text,
    evidence jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT warning_event_action_check CHECK ((action = ANY (ARRAY['raise'::text, 'acknowledge'::text, 'handle'::text, 'close'::text, 'dismiss'::text, 'withdraw'::text, 'collect'::text, 'resolve'::text, 'revise'::text, 'remark'::text]))),
    CONSTRAINT warning_event_cause_check CHECK ((cause ~ '^[a-z][a-z_]{0,39}$'::text)),
    CONSTRAINT warning_event_evidence_check CHECK ((jsonb_typeof(evidence) = 'object'::text)),
    CONSTRAINT warning_event_first_check CHECK (((seq = 1) = (action = 'raise'::text))),
    CONSTRAINT warning_event_reason_check CHECK (((action <> ALL (ARRAY['handle'::text, 'dismiss'::text, 'remark'::text])) OR ((reason IS NOT NULL) AND registry.is_name(reason)))),
    CONSTRAINT warning_event_seq_check CHECK ((seq >= 1)),
    CONSTRAINT warning_event_state_check CHECK ((state = ANY (ARRAY['raised'::text, 'unconfirmed'::text, 'acknowledged'::text, 'handled'::text, 'closed'::text, 'dismissed'::text, 'withdrawn'::text, 'collected_late'::text, 'resolved'::text])))
);

-- Name: TABLE warning_event; Type: COMMENT; Schema: ops

COMMENT ON TABLE ops.warning_event IS 'Every step of every warning, with who, when and why; rows are added and never changed or deleted (预警处理记录)';

-- Name: COLUMN warning_event.event_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.event_id IS 'Number of the event, in the order of commits: a reader that keeps the greatest number it saw misses none (事件编号)';

-- Name: COLUMN warning_event.warning_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.warning_id IS 'ops.warning (预警编号)';

-- Name: COLUMN warning_event.at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.at IS 'When it happened: the deadline, the receipt of the data that moved it, or when somebody acted (时间)';

-- Name: COLUMN warning_event.written_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.written_at IS 'When the row was written; later than at when a job caught up (写入时间)';

-- Name: COLUMN warning_event.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.street_id IS 'As in ops.warning, so that a street sees its own events alone (街镇)';

-- Name: COLUMN warning_event.seq; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.seq IS 'Counts the events of a warning from 1 (序号)';

-- Name: COLUMN warning_event.action; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.action IS 'raise (发出), acknowledge (知悉), handle: something was done (处理), close (关闭), dismiss: a false alarm (误报), withdraw: late data or a correction disprove it (撤销), collect: collected late (迟收), resolve: what it warned of is gone (消除), revise: state or cause by newer data (更正), remark: state unchanged (备注) (动作)';

-- Name: COLUMN warning_event.state; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.state IS 'State after it: raised (已发出), unconfirmed: a terminal was silent (未确认), acknowledged (已知悉), handled (已处理), closed (已关闭), dismissed (误报), withdrawn (已撤销), collected_late (已迟收), resolved (已消除) (状态)';

-- Name: COLUMN warning_event.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.cause IS 'Cause as then known: no_visit, visit_no_read, terminal_offline; expiring, expired; duties have their own (原因)';

-- Name: COLUMN warning_event.actor; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.actor IS 'Who: timeliness for the job, else the person: the setting qingyun.actor, or the role that logged in (操作人)';

-- Name: COLUMN warning_event.reason; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.reason IS 'Why, in words; what was done, for handle (说明)';

-- Name: COLUMN warning_event.evidence; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_event.evidence IS 'What it rests on: vehicles that were near and when, the terminal that was silent and since when, the lift that came (证据)';

-- Name: warning_event_number; Type: SEQUENCE; Schema: ops

CREATE SEQUENCE ops.warning_event_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

-- Name: SEQUENCE warning_event_number; Type: COMMENT; Schema: ops

COMMENT ON SEQUENCE ops.warning_event_number IS 'Numbers of ops.warning_event; drawn by ops.next_warning_event() alone';

-- Name: carrier; Type: TABLE; Schema: registry

CREATE TABLE registry.carrier (
    carrier_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    credit_code text,
    contact_person text,
    contact_phone text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT carrier_code_check CHECK (registry.is_code(code)),
    CONSTRAINT carrier_credit_code_check CHECK ((credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'::text)),
    CONSTRAINT carrier_name_check CHECK (registry.is_name(name)),
    CONSTRAINT carrier_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE carrier; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.carrier IS 'A company that collects and hauls (收运单位, 清运单位)';

-- Name: COLUMN carrier.carrier_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.carrier_id IS 'Key; never reused';

-- Name: COLUMN carrier.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.code IS 'Stable code (编码)';

-- Name: COLUMN carrier.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.name IS 'Chinese name (名称)';

-- Name: COLUMN carrier.credit_code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.credit_code IS 'Unified social credit code of GB 32100, 18 characters (统一社会信用代码)';

-- Name: COLUMN carrier.contact_person; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.contact_person IS 'Personal data (联系人)';

-- Name: COLUMN carrier.contact_phone; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.contact_phone IS 'Personal data (联系电话)';

-- Name: COLUMN carrier.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.valid IS 'Local days on which it works here (有效期)';

-- Name: COLUMN carrier.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier.note IS 'For people (备注)';

-- Name: carrier_qualification; Type: TABLE; Schema: registry

CREATE TABLE registry.carrier_qualification (
    carrier_qualification_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    kind text NOT NULL,
    waste_type smallint,
    certificate_no text NOT NULL,
    valid daterange NOT NULL,
    note text,
    CONSTRAINT carrier_qualification_certificate_no_check CHECK (registry.is_name(certificate_no)),
    CONSTRAINT carrier_qualification_kind_check CHECK ((kind = ANY (ARRAY['collection'::text, 'disposal'::text, 'sweeping'::text]))),
    CONSTRAINT carrier_qualification_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE carrier_qualification; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.carrier_qualification IS 'What a carrier is licensed for, from when to when (收运资质)';

-- Name: COLUMN carrier_qualification.carrier_qualification_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.carrier_qualification_id IS 'Key; never reused';

-- Name: COLUMN carrier_qualification.carrier_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.carrier_id IS 'The carrier (收运单位)';

-- Name: COLUMN carrier_qualification.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.kind IS 'collection: collect and haul (收集运输), disposal (处置), sweeping (清扫)';

-- Name: COLUMN carrier_qualification.waste_type; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.waste_type IS 'For this type; null: for all (垃圾类别)';

-- Name: COLUMN carrier_qualification.certificate_no; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.certificate_no IS 'Number of the licence (许可证编号)';

-- Name: COLUMN carrier_qualification.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.valid IS 'Local days on which it holds (有效期)';

-- Name: COLUMN carrier_qualification.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.carrier_qualification.note IS 'For people (备注)';

-- Name: collection_point; Type: TABLE; Schema: registry

CREATE TABLE registry.collection_point (
    collection_point_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'bin_station'::text NOT NULL,
    is_direct_haul boolean DEFAULT false NOT NULL,
    place public.geometry(Point,4326),
    address text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT collection_point_code_check CHECK (registry.is_code(code)),
    CONSTRAINT collection_point_kind_check CHECK ((kind = ANY (ARRAY['bin_station'::text, 'central_point'::text, 'docking_point'::text, 'unit_door'::text]))),
    CONSTRAINT collection_point_name_check CHECK (registry.is_name(name)),
    CONSTRAINT collection_point_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE collection_point; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.collection_point IS 'A place where bins are emptied; whose it is says registry.point_affiliation (收集点)';

-- Name: COLUMN collection_point.collection_point_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.collection_point_id IS 'Key; never reused';

-- Name: COLUMN collection_point.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.code IS 'Stable code (编码)';

-- Name: COLUMN collection_point.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.name IS 'Chinese name (名称)';

-- Name: COLUMN collection_point.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.kind IS 'bin_station (桶站), central_point (集中收集点), docking_point (桶车对接点), unit_door: at the unit''s own door (上门收集点)';

-- Name: COLUMN collection_point.is_direct_haul; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.is_direct_haul IS 'Its waste goes straight to the plant, past the stations (直收直运)';

-- Name: COLUMN collection_point.place; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.place IS 'Where it is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';

-- Name: COLUMN collection_point.address; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.address IS 'Postal address (地址)';

-- Name: COLUMN collection_point.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.valid IS 'Local days on which it is in service (有效期)';

-- Name: COLUMN collection_point.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.collection_point.note IS 'For people (备注)';

-- Name: scale; Type: TABLE; Schema: registry

CREATE TABLE registry.scale (
    terminal_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    kind text DEFAULT 'platform'::text NOT NULL,
    dialect text NOT NULL,
    checksum text DEFAULT 'automatic'::text NOT NULL,
    clears_parity_bit boolean DEFAULT false NOT NULL,
    unit text DEFAULT 'kg'::text NOT NULL,
    tells_zeroing boolean DEFAULT true NOT NULL,
    equals_length smallint,
    link text DEFAULT 'plain'::text NOT NULL,
    registration text,
    heartbeat text,
    source_network cidr,
    poll_address smallint DEFAULT 1 NOT NULL,
    poll_interval_ms integer,
    interval_g integer,
    capacity_g integer,
    empty_band_g integer,
    minimum_g integer,
    tolerance_g integer,
    least_addition_g integer,
    zero_limit_g integer,
    stable_ms integer,
    plateau_ms integer,
    plateau_readings integer,
    clear_ms integer,
    settling_timeout_ms integer,
    longest_gap_ms integer,
    direction smallint DEFAULT 0 NOT NULL,
    keeps_samples boolean DEFAULT false NOT NULL,
    tag_repeat_ms integer DEFAULT 10000 NOT NULL,
    verified_until date,
    note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT scale_capacity_g_check CHECK ((capacity_g > 0)),
    CONSTRAINT scale_checksum_check CHECK ((checksum = ANY (ARRAY['absent'::text, 'required'::text, 'automatic'::text]))),
    CONSTRAINT scale_clear_ms_check CHECK (((clear_ms >= 0) AND (clear_ms <= 60000))),
    CONSTRAINT scale_code_check CHECK ((code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$'::text)),
    CONSTRAINT scale_dialect_check CHECK ((dialect = ANY (ARRAY['toledo'::text, 'toledo-short'::text, 'toledo-extended'::text, 'yaohua'::text, 'yaohua-poll'::text, 'equals-old'::text, 'equals-reversed'::text, 'equals-forward'::text, 'text'::text, 'tag-reader'::text]))),
    CONSTRAINT scale_direction_check CHECK (((direction >= 0) AND (direction <= 2))),
    CONSTRAINT scale_equals_length_check CHECK (((equals_length >= 1) AND (equals_length <= 16))),
    CONSTRAINT scale_four_faith_check CHECK (((link <> 'four-faith'::text) OR (registration IS NOT NULL))),
    CONSTRAINT scale_heartbeat_check CHECK ((heartbeat <> ''::text)),
    CONSTRAINT scale_identity_check CHECK (((registration IS NOT NULL) OR (source_network IS NOT NULL))),
    CONSTRAINT scale_interval_g_check CHECK ((interval_g > 0)),
    CONSTRAINT scale_kind_check CHECK ((kind = ANY (ARRAY['platform'::text, 'weighbridge'::text, 'reader'::text]))),
    CONSTRAINT scale_link_check CHECK ((link = ANY (ARRAY['plain'::text, 'four-faith'::text]))),
    CONSTRAINT scale_longest_gap_ms_check CHECK (((longest_gap_ms >= 1000) AND (longest_gap_ms <= 3600000))),
    CONSTRAINT scale_minimum_g_check CHECK (((minimum_g >= 1) AND (minimum_g <= 1000000000))),
    CONSTRAINT scale_name_check CHECK (((name = btrim(name)) AND (name <> ''::text))),
    CONSTRAINT scale_plateau_ms_check CHECK (((plateau_ms >= 0) AND (plateau_ms <= 60000))),
    CONSTRAINT scale_plateau_readings_check CHECK (((plateau_readings >= 1) AND (plateau_readings <= 1000))),
    CONSTRAINT scale_poll_address_check CHECK (((poll_address >= 1) AND (poll_address <= 26))),
    CONSTRAINT scale_poll_interval_ms_check CHECK (((poll_interval_ms >= 100) AND (poll_interval_ms <= 60000))),
    CONSTRAINT scale_reader_check CHECK (((kind = 'reader'::text) = (dialect = 'tag-reader'::text))),
    CONSTRAINT scale_registration_check CHECK ((registration <> ''::text)),
    CONSTRAINT scale_settling_timeout_ms_check CHECK (((settling_timeout_ms >= 1000) AND (settling_timeout_ms <= 3600000))),
    CONSTRAINT scale_stable_ms_check CHECK (((stable_ms >= 0) AND (stable_ms <= 60000))),
    CONSTRAINT scale_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'retired'::text]))),
    CONSTRAINT scale_tag_repeat_ms_check CHECK (((tag_repeat_ms >= 0) AND (tag_repeat_ms <= 3600000))),
    CONSTRAINT scale_unit_check CHECK ((unit = ANY (ARRAY['g'::text, 'kg'::text, 't'::text, 'lb'::text, 'oz'::text, 'ozt'::text, 'dwt'::text, 'ton'::text])))
);

-- Name: TABLE scale; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.scale IS 'A weighing indicator or a tag reader behind a DTU; each is a registry.terminal too (地磅, 称重仪表, 读写器)';

-- Name: COLUMN scale.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.terminal_id IS 'registry.terminal; its status counts too';

-- Name: COLUMN scale.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.code IS 'Stable name for logs and exchange (设备编号)';

-- Name: COLUMN scale.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.name IS 'For people (名称)';

-- Name: COLUMN scale.status; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.status IS 'active: in use; suspended, retired: refused (状态)';

-- Name: COLUMN scale.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.kind IS 'platform: bins and carts; weighbridge: vehicles; reader: reads tags and weighs nothing. Gives the settings of the weighing cycle that are null here (类型)';

-- Name: COLUMN scale.dialect; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.dialect IS 'Form of the frames, docs/protocol/scales.md; tag-reader: R200, M100 and modules built on them (仪表协议)';

-- Name: COLUMN scale.checksum; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.checksum IS 'Whether Toledo frames carry one: absent, required, automatic (校验)';

-- Name: COLUMN scale.clears_parity_bit; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.clears_parity_bit IS 'Bit 7 of every byte is parity and is cleared (校验位)';

-- Name: COLUMN scale.unit; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.unit IS 'Unit where frames name none (单位)';

-- Name: COLUMN scale.tells_zeroing; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.tells_zeroing IS 'false: the bit "not zeroed" is always set and says nothing (零点标志)';

-- Name: COLUMN scale.equals_length; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.equals_length IS 'Characters between two =; null: 7 or 8 by the dialect (字符数)';

-- Name: COLUMN scale.link; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.link IS 'plain: bytes as they are; four-faith: PROT mode with its registration of 21 bytes, escapes and heartbeat FE (DTU协议)';

-- Name: COLUMN scale.registration; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.registration IS 'Packet that names it on connecting or before every chunk: text with \r \n \t \0 \\, or hex: and hex digits; 1 to 40 bytes. Four-Faith: the first 16 bytes, id[4] phone[11] 00. Null: told by its network (注册包)';

-- Name: COLUMN scale.heartbeat; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.heartbeat IS 'Packet that is taken out wherever it stands, written the same way; null: none (心跳包)';

-- Name: COLUMN scale.source_network; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.source_network IS 'Network that it must come from; without a registration also what names it; null: any (来源网段)';

-- Name: COLUMN scale.poll_address; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.poll_address IS 'Address to ask, yaohua-poll only; 1 is A (通讯地址)';

-- Name: COLUMN scale.poll_interval_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.poll_interval_ms IS 'How often it is asked, ms; null: yaohua-poll every 500 ms, tag-reader never (查询间隔)';

-- Name: COLUMN scale.interval_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.interval_g IS 'Verified interval d, grams; null: not known (分度值)';

-- Name: COLUMN scale.capacity_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.capacity_g IS 'Capacity, grams; null: not known (最大秤量)';

-- Name: COLUMN scale.empty_band_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.empty_band_g IS 'Within so much of its last rest it is empty, grams; null: of the kind (空秤范围)';

-- Name: COLUMN scale.minimum_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.minimum_g IS 'Least load that is weighed, grams; null: of the kind (最小称量)';

-- Name: COLUMN scale.tolerance_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.tolerance_g IS 'Readings within so much are one level, grams; null: of the kind (稳定容差)';

-- Name: COLUMN scale.least_addition_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.least_addition_g IS 'So much more is something put on top, grams; null: the minimum (最小增量)';

-- Name: COLUMN scale.zero_limit_g; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.zero_limit_g IS 'How far drift of the zero is followed, grams; null: of the kind (零点跟踪范围)';

-- Name: COLUMN scale.stable_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.stable_ms IS 'How long stable readings must be level, ms; null: 500 (稳定时间)';

-- Name: COLUMN scale.plateau_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.plateau_ms IS 'The same where the indicator does not say whether it is stable, ms; null: 1500 (平稳时间)';

-- Name: COLUMN scale.plateau_readings; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.plateau_readings IS 'Least readings in a level; null: 3 (平稳读数)';

-- Name: COLUMN scale.clear_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.clear_ms IS 'How long it must be empty before the load is gone, ms; null: 500 (清空时间)';

-- Name: COLUMN scale.settling_timeout_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.settling_timeout_ms IS 'A load that is not level for so long never settles, ms; null: 60000, weighbridge 180000 (不稳定超时)';

-- Name: COLUMN scale.longest_gap_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.longest_gap_ms IS 'Readings further apart do not belong together, ms; null: 5000 (最大间隔)';

-- Name: COLUMN scale.direction; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.direction IS 'What its weighings are: 0 not said, 1 in, 2 out (进出方向)';

-- Name: COLUMN scale.keeps_samples; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.keeps_samples IS 'Every reading is kept in telemetry.load_sample, ten rows a second: to look for a fault (保留原始读数)';

-- Name: COLUMN scale.tag_repeat_ms; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.tag_repeat_ms IS 'A tag seen again within so much of the last time is the same read, ms; 0: every sighting is kept (重复读取间隔)';

-- Name: COLUMN scale.verified_until; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.verified_until IS 'End of its verification, local date; null: not known (检定有效期)';

-- Name: COLUMN scale.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.note IS 'For people (备注)';

-- Name: COLUMN scale.created_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.scale.created_at IS 'When it was entered (录入时间)';

-- Name: street; Type: TABLE; Schema: registry

CREATE TABLE registry.street (
    street_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'street'::text NOT NULL,
    area public.geometry(MultiPolygon,4326),
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT street_code_check CHECK (registry.is_code(code)),
    CONSTRAINT street_kind_check CHECK ((kind = ANY (ARRAY['street'::text, 'town'::text, 'township'::text]))),
    CONSTRAINT street_name_check CHECK (registry.is_name(name)),
    CONSTRAINT street_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE street; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.street IS 'A street or town: the level below the district (街道, 镇)';

-- Name: COLUMN street.street_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.street_id IS 'Key; never reused';

-- Name: COLUMN street.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.code IS 'Stable code, for example the nine digits of GB/T 10114 (编码)';

-- Name: COLUMN street.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.name IS 'Chinese name (名称)';

-- Name: COLUMN street.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.kind IS 'street (街道), town (镇), township (乡)';

-- Name: COLUMN street.area; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.area IS 'Its area, WGS-84 degrees; null: not known (辖区范围)';

-- Name: COLUMN street.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.valid IS 'Local days on which it exists; an open bound is not known or not yet (有效期)';

-- Name: COLUMN street.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.street.note IS 'For people (备注)';

-- Name: waste_type; Type: TABLE; Schema: registry

CREATE TABLE registry.waste_type (
    waste_type smallint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT waste_type_code_check CHECK ((code ~ '^[a-z][a-z_]{0,31}$'::text)),
    CONSTRAINT waste_type_name_check CHECK (registry.is_name(name)),
    CONSTRAINT waste_type_waste_type_check CHECK (((waste_type >= 1) AND (waste_type <= 255)))
);

-- Name: TABLE waste_type; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.waste_type IS 'Types of waste, numbered as terminals send them (垃圾类别)';

-- Name: COLUMN waste_type.waste_type; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.waste_type.waste_type IS 'Number in the terminals'' records and in telemetry.lift; 0, not said, is no type';

-- Name: COLUMN waste_type.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.waste_type.code IS 'Stable word for people and files (编码)';

-- Name: COLUMN waste_type.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.waste_type.name IS 'Chinese name (名称)';

-- Name: warning_notice; Type: VIEW; Schema: ops

CREATE VIEW ops.warning_notice AS
 SELECT e.event_id,
    e.warning_id,
    e.at,
    w.kind,
        CASE
            WHEN (p.state IS DISTINCT FROM e.state) THEN e.state
            WHEN ((e.action = 'revise'::text) AND (e.state = ANY (ARRAY['raised'::text, 'unconfirmed'::text, 'acknowledged'::text, 'handled'::text]))) THEN 'revised'::text
            ELSE 'remark'::text
        END AS event,
    e.cause,
    s.code AS street_code,
    s.name AS street_name,
    COALESCE(point.code, scale.code, carrier.code, w.subject) AS subject_code,
    COALESCE(point.name, scale.name, carrier.name) AS subject_name,
    NULLIF(concat_ws('，'::text, waste.name, licence.certificate_no, (e.evidence ->> 'person'::text)), ''::text) AS detail,
        CASE
            WHEN (w.window_start IS NOT NULL) THEN (to_char((w.window_start AT TIME ZONE telemetry.site_time_zone()), 'YYYY-MM-DD HH24:MI'::text) || COALESCE(('-'::text || to_char((w.window_end AT TIME ZONE telemetry.site_time_zone()), 'HH24:MI'::text)), ''::text))
            ELSE NULL::text
        END AS window_text
   FROM ((((((((ops.warning_event e
     JOIN ops.warning w ON ((w.warning_id = e.warning_id)))
     LEFT JOIN ops.warning_event p ON (((p.warning_id = e.warning_id) AND (p.seq = (e.seq - 1)))))
     LEFT JOIN registry.street s ON ((s.street_id = w.street_id)))
     LEFT JOIN registry.collection_point point ON ((point.collection_point_id = w.collection_point_id)))
     LEFT JOIN registry.waste_type waste ON ((waste.waste_type = w.waste_type)))
     LEFT JOIN registry.scale scale ON (((scale.terminal_id = w.terminal_id) AND (w.kind ~~ 'scale%'::text))))
     LEFT JOIN registry.carrier_qualification licence ON ((licence.carrier_qualification_id = w.carrier_qualification_id)))
     LEFT JOIN registry.carrier carrier ON (((carrier.carrier_id = w.carrier_id) AND (w.collection_point_id IS NULL))));

-- Name: VIEW warning_notice; Type: COMMENT; Schema: ops

COMMENT ON VIEW ops.warning_notice IS 'Every event of every warning as messages tell it (预警通知内容)';

-- Name: COLUMN warning_notice.event_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.event_id IS 'As in ops.warning_event';

-- Name: COLUMN warning_notice.warning_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.warning_id IS 'As in ops.warning';

-- Name: COLUMN warning_notice.at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.at IS 'When it happened';

-- Name: COLUMN warning_notice.kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.kind IS 'As in ops.warning';

-- Name: COLUMN warning_notice.event; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.event IS 'The state after it; revised: open as before, for another cause; remark: whatever else leaves the state as it is, of which nobody is told (事件)';

-- Name: COLUMN warning_notice.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.cause IS 'Cause as then known (原因)';

-- Name: COLUMN warning_notice.street_code; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.street_code IS 'Street concerned; null: none (街镇编码)';

-- Name: COLUMN warning_notice.street_name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.street_name IS 'Its name (街镇)';

-- Name: COLUMN warning_notice.subject_code; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.subject_code IS 'Code of the collection point, scale or carrier (编码)';

-- Name: COLUMN warning_notice.subject_name; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.subject_name IS 'Its name (名称)';

-- Name: COLUMN warning_notice.detail; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.detail IS 'Waste type, number of the licence, person; null: nothing more to say (说明)';

-- Name: COLUMN warning_notice.window_text; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_notice.window_text IS 'Its window in local time, such as 2026-06-01 04:00-07:00; null: it has none (时段)';

-- Name: warning_now; Type: VIEW; Schema: ops

CREATE VIEW ops.warning_now AS
 SELECT w.warning_id,
    w.kind,
    w.subject,
    w.raised_at,
    w.service_date,
    w.collection_point_id,
    w.waste_type,
    w.window_start,
    w.window_end,
    w.deadline,
    w.street_id,
    w.community_id,
    w.responsible_unit_id,
    w.carrier_id,
    w.vehicle_id,
    w.terminal_id,
    w.carrier_qualification_id,
    e.event_id,
    e.seq,
    e.at,
    e.action,
    e.state,
    e.cause,
    e.actor,
    e.reason,
    COALESCE(( SELECT v.evidence
           FROM ops.warning_event v
          WHERE ((v.warning_id = w.warning_id) AND (v.evidence <> '{}'::jsonb))
          ORDER BY v.seq DESC
         LIMIT 1), '{}'::jsonb) AS evidence,
    (e.state = ANY (ARRAY['raised'::text, 'unconfirmed'::text, 'acknowledged'::text, 'handled'::text])) AS is_open
   FROM (ops.warning w
     CROSS JOIN LATERAL ( SELECT v.event_id,
            v.seq,
            v.at,
            v.action,
            v.state,
            v.cause,
            v.actor,
            v.reason
           FROM ops.warning_event v
          WHERE (v.warning_id = w.warning_id)
          ORDER BY v.seq DESC
         LIMIT 1) e);

-- Name: VIEW warning_now; Type: COMMENT; Schema: ops

COMMENT ON VIEW ops.warning_now IS 'Every warning as it stands: its row and its last event (预警现状)';

-- Name: COLUMN warning_now.warning_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.warning_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.kind; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.kind IS 'As in ops.warning';

-- Name: COLUMN warning_now.subject; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.subject IS 'As in ops.warning';

-- Name: COLUMN warning_now.raised_at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.raised_at IS 'As in ops.warning';

-- Name: COLUMN warning_now.service_date; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.service_date IS 'As in ops.warning';

-- Name: COLUMN warning_now.collection_point_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.collection_point_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.waste_type; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.waste_type IS 'As in ops.warning';

-- Name: COLUMN warning_now.window_start; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.window_start IS 'As in ops.warning';

-- Name: COLUMN warning_now.window_end; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.window_end IS 'As in ops.warning';

-- Name: COLUMN warning_now.deadline; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.deadline IS 'As in ops.warning';

-- Name: COLUMN warning_now.street_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.street_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.community_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.community_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.responsible_unit_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.responsible_unit_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.carrier_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.carrier_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.vehicle_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.vehicle_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.terminal_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.terminal_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.carrier_qualification_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.carrier_qualification_id IS 'As in ops.warning';

-- Name: COLUMN warning_now.event_id; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.event_id IS 'Of the last event';

-- Name: COLUMN warning_now.seq; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.seq IS 'Of the last event: how many there are';

-- Name: COLUMN warning_now.at; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.at IS 'Of the last event: since when it stands so';

-- Name: COLUMN warning_now.action; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.action IS 'Of the last event';

-- Name: COLUMN warning_now.state; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.state IS 'Of the last event: the state now (状态)';

-- Name: COLUMN warning_now.cause; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.cause IS 'Of the last event: the cause as known now (原因)';

-- Name: COLUMN warning_now.actor; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.actor IS 'Of the last event';

-- Name: COLUMN warning_now.reason; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.reason IS 'Of the last event';

-- Name: COLUMN warning_now.evidence; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.evidence IS 'Of the last event that has any: people''s steps have none';

-- Name: COLUMN warning_now.is_open; Type: COMMENT; Schema: ops

COMMENT ON COLUMN ops.warning_now.is_open IS 'Somebody still has something to do (未结)';

-- Name: warning_warning_id_seq; Type: SEQUENCE; Schema: ops

ALTER TABLE ops.warning ALTER COLUMN warning_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME ops.warning_warning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: schema_migration; Type: TABLE; Schema: public

CREATE TABLE public.schema_migration (
    version integer NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL,
    duration_ms integer NOT NULL
);

-- Name: TABLE schema_migration; Type: COMMENT; Schema: public

COMMENT ON TABLE public.schema_migration IS 'Migrations that were applied to this database, by `qingyun migrate` alone (数据库版本)';

-- Name: COLUMN schema_migration.version; Type: COMMENT; Schema: public

COMMENT ON COLUMN public.schema_migration.version IS 'Number at the head of the file name';

-- Name: COLUMN schema_migration.name; Type: COMMENT; Schema: public

COMMENT ON COLUMN public.schema_migration.name IS 'Rest of the file name';

-- Name: COLUMN schema_migration.checksum; Type: COMMENT; Schema: public

COMMENT ON COLUMN public.schema_migration.checksum IS 'Of the file as applied; a released file is never edited';

-- Name: COLUMN schema_migration.applied_at; Type: COMMENT; Schema: public

COMMENT ON COLUMN public.schema_migration.applied_at IS 'When it was applied';

-- Name: COLUMN schema_migration.duration_ms; Type: COMMENT; Schema: public

COMMENT ON COLUMN public.schema_migration.duration_ms IS 'How long that took, milliseconds';

-- Name: audit; Type: TABLE; Schema: registry

CREATE TABLE registry.audit (
    audit_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    transaction_id xid8 NOT NULL,
    actor text NOT NULL,
    application text,
    table_name text NOT NULL,
    action text NOT NULL,
    row_key text NOT NULL,
    before jsonb,
    after jsonb,
    CONSTRAINT audit_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);

-- Name: TABLE audit; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.audit IS 'Every change to a row of the registry, and of the rules and suspensions of collections (操作日志)';

-- Name: COLUMN audit.audit_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.audit_id IS 'Key, in the order of writing';

-- Name: COLUMN audit.at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.at IS 'When the transaction began (时间)';

-- Name: COLUMN audit.transaction_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.transaction_id IS 'What was changed together has the same (事务)';

-- Name: COLUMN audit.actor; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.actor IS 'Who: the setting qingyun.actor, which the tools set to the person that runs them; else the role that logged in (操作人)';

-- Name: COLUMN audit.application; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.application IS 'application_name of the session: qingyun, psql, ... (程序)';

-- Name: COLUMN audit.table_name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.table_name IS 'Table in schema registry; collection_rule and collection_suspension are in schema ops (表)';

-- Name: COLUMN audit.action; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.action IS 'insert (新增), update (修改), delete (删除)';

-- Name: COLUMN audit.row_key; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.row_key IS 'Primary key of the row (主键)';

-- Name: COLUMN audit.before; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.before IS 'The row before, places as GeoJSON; null for an insert (变更前)';

-- Name: COLUMN audit.after; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.audit.after IS 'The row after; null for a delete (变更后)';

-- Name: audit_audit_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.audit ALTER COLUMN audit_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.audit_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: authentication_key; Type: TABLE; Schema: registry

CREATE TABLE registry.authentication_key (
    key_id smallint NOT NULL,
    secret bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT authentication_key_key_id_check CHECK (((key_id >= 1) AND (key_id <= 999))),
    CONSTRAINT authentication_key_secret_check CHECK ((octet_length(secret) = 32))
);

-- Name: TABLE authentication_key; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.authentication_key IS 'Keys of the terminals'' authentication codes, the same for every gateway; a credential (鉴权密钥)';

-- Name: COLUMN authentication_key.key_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.authentication_key.key_id IS 'Stands at the head of every code made with the key';

-- Name: COLUMN authentication_key.secret; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.authentication_key.secret IS '32 random bytes';

-- Name: COLUMN authentication_key.created_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.authentication_key.created_at IS 'Codes are made with the newest key that is not retired';

-- Name: COLUMN authentication_key.retired_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.authentication_key.retired_at IS 'Codes made with the key are refused from then on';

-- Name: badge_binding; Type: TABLE; Schema: registry

CREATE TABLE registry.badge_binding (
    badge_binding_id bigint NOT NULL,
    terminal_id bigint NOT NULL,
    supervisor_id bigint NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT badge_binding_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE badge_binding; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.badge_binding IS 'Who wore a badge, from when to when; a badge has one wearer at a time (工牌佩戴)';

-- Name: COLUMN badge_binding.badge_binding_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.badge_binding.badge_binding_id IS 'Key; never reused';

-- Name: COLUMN badge_binding.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.badge_binding.terminal_id IS 'The badge: registry.terminal (工牌)';

-- Name: COLUMN badge_binding.supervisor_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.badge_binding.supervisor_id IS 'Who wore it (值守员)';

-- Name: COLUMN badge_binding.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.badge_binding.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: badge_binding_badge_binding_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.badge_binding ALTER COLUMN badge_binding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.badge_binding_badge_binding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: bin; Type: TABLE; Schema: registry

CREATE TABLE registry.bin (
    bin_id bigint NOT NULL,
    code text NOT NULL,
    waste_type smallint NOT NULL,
    volume_l integer NOT NULL,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT bin_code_check CHECK (registry.is_code(code)),
    CONSTRAINT bin_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT bin_volume_l_check CHECK (((volume_l >= 1) AND (volume_l <= 50000)))
);

-- Name: TABLE bin; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.bin IS 'A bin or container; one that is to hold another type of waste becomes another bin (垃圾桶, 收集容器)';

-- Name: COLUMN bin.bin_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.bin_id IS 'Key; never reused';

-- Name: COLUMN bin.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.code IS 'Stable code (编码)';

-- Name: COLUMN bin.waste_type; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.waste_type IS 'What it is for (垃圾类别)';

-- Name: COLUMN bin.volume_l; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.volume_l IS 'Volume, litres: 120, 240, 660, ... (容积)';

-- Name: COLUMN bin.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.valid IS 'Local days on which it is in service (有效期)';

-- Name: COLUMN bin.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin.note IS 'For people (备注)';

-- Name: bin_bin_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.bin ALTER COLUMN bin_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.bin_bin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: bin_placement; Type: TABLE; Schema: registry

CREATE TABLE registry.bin_placement (
    bin_placement_id bigint NOT NULL,
    bin_id bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT bin_placement_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE bin_placement; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.bin_placement IS 'At which collection point a bin stood, from when to when (垃圾桶布设)';

-- Name: COLUMN bin_placement.bin_placement_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin_placement.bin_placement_id IS 'Key; never reused';

-- Name: COLUMN bin_placement.bin_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin_placement.bin_id IS 'The bin (垃圾桶)';

-- Name: COLUMN bin_placement.collection_point_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin_placement.collection_point_id IS 'Where it stood (收集点)';

-- Name: COLUMN bin_placement.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.bin_placement.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: bin_placement_bin_placement_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.bin_placement ALTER COLUMN bin_placement_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.bin_placement_bin_placement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: carrier_carrier_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.carrier ALTER COLUMN carrier_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.carrier_carrier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: carrier_qualification_carrier_qualification_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.carrier_qualification ALTER COLUMN carrier_qualification_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.carrier_qualification_carrier_qualification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: collection_point_collection_point_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.collection_point ALTER COLUMN collection_point_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.collection_point_collection_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: community; Type: TABLE; Schema: registry

CREATE TABLE registry.community (
    community_id bigint NOT NULL,
    street_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'community'::text NOT NULL,
    area public.geometry(MultiPolygon,4326),
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT community_code_check CHECK (registry.is_code(code)),
    CONSTRAINT community_kind_check CHECK ((kind = ANY (ARRAY['community'::text, 'village'::text]))),
    CONSTRAINT community_name_check CHECK (registry.is_name(name)),
    CONSTRAINT community_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE community; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.community IS 'A community or village of a street; one that passes to another street gets a new code (社区, 村)';

-- Name: COLUMN community.community_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.community_id IS 'Key; never reused';

-- Name: COLUMN community.street_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.street_id IS 'The street that it belongs to (所属街镇)';

-- Name: COLUMN community.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.code IS 'Stable code, for example the twelve digits of the statistical division (编码)';

-- Name: COLUMN community.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.name IS 'Chinese name (名称)';

-- Name: COLUMN community.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.kind IS 'community (社区), village (村)';

-- Name: COLUMN community.area; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.area IS 'Its area, WGS-84 degrees; null: not known (辖区范围)';

-- Name: COLUMN community.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.valid IS 'Local days on which it exists (有效期)';

-- Name: COLUMN community.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.community.note IS 'For people (备注)';

-- Name: community_community_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.community ALTER COLUMN community_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.community_community_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: disposal_facility; Type: TABLE; Schema: registry

CREATE TABLE registry.disposal_facility (
    disposal_facility_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    place public.geometry(Point,4326),
    area public.geometry(MultiPolygon,4326),
    capacity_kg_d integer,
    address text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT disposal_facility_capacity_kg_d_check CHECK ((capacity_kg_d > 0)),
    CONSTRAINT disposal_facility_code_check CHECK (registry.is_code(code)),
    CONSTRAINT disposal_facility_kind_check CHECK ((kind = ANY (ARRAY['incineration'::text, 'landfill'::text, 'kitchen_treatment'::text, 'sorting'::text, 'dismantling'::text, 'night_soil'::text, 'other'::text]))),
    CONSTRAINT disposal_facility_name_check CHECK (registry.is_name(name)),
    CONSTRAINT disposal_facility_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE disposal_facility; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.disposal_facility IS 'A plant where waste ends; it may lie outside the district (末端处理厂, 处置设施)';

-- Name: COLUMN disposal_facility.disposal_facility_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.disposal_facility_id IS 'Key; never reused';

-- Name: COLUMN disposal_facility.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.code IS 'Stable code (编码)';

-- Name: COLUMN disposal_facility.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.name IS 'Chinese name (名称)';

-- Name: COLUMN disposal_facility.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.kind IS 'incineration (焚烧), landfill (填埋), kitchen_treatment (厨余处理), sorting (分拣), dismantling (大件拆解), night_soil (粪便消纳), other';

-- Name: COLUMN disposal_facility.place; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.place IS 'Where its gate is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';

-- Name: COLUMN disposal_facility.area; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.area IS 'Its ground, WGS-84 degrees; null: not known (电子围栏)';

-- Name: COLUMN disposal_facility.capacity_kg_d; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.capacity_kg_d IS 'What it can treat, kilograms a day (处理能力)';

-- Name: COLUMN disposal_facility.address; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.address IS 'Postal address (地址)';

-- Name: COLUMN disposal_facility.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.valid IS 'Local days on which it is in service (有效期)';

-- Name: COLUMN disposal_facility.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.disposal_facility.note IS 'For people (备注)';

-- Name: disposal_facility_disposal_facility_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.disposal_facility ALTER COLUMN disposal_facility_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.disposal_facility_disposal_facility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: driver; Type: TABLE; Schema: registry

CREATE TABLE registry.driver (
    driver_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    phone text,
    licence_class text,
    certificate_no text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT driver_certificate_no_check CHECK ((certificate_no ~ '^[0-9A-Za-z]{1,20}$'::text)),
    CONSTRAINT driver_code_check CHECK (registry.is_code(code)),
    CONSTRAINT driver_licence_class_check CHECK ((licence_class ~ '^[A-D][1-3]?$'::text)),
    CONSTRAINT driver_name_check CHECK (registry.is_name(name)),
    CONSTRAINT driver_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE driver; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.driver IS 'A driver; personal data (驾驶员)';

-- Name: COLUMN driver.driver_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.driver_id IS 'Key; never reused';

-- Name: COLUMN driver.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.code IS 'Stable code, for example the staff number with the carrier''s code before it (编码)';

-- Name: COLUMN driver.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.name IS 'Name, personal data (姓名)';

-- Name: COLUMN driver.phone; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.phone IS 'Personal data (电话)';

-- Name: COLUMN driver.licence_class; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.licence_class IS 'Class of the driving licence: B2, C1, ... (准驾车型)';

-- Name: COLUMN driver.certificate_no; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.certificate_no IS 'Number of the qualification certificate, as terminals report it in message 0x0702 (从业资格证号)';

-- Name: COLUMN driver.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.valid IS 'Local days on which the driver works here (有效期)';

-- Name: COLUMN driver.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver.note IS 'For people (备注)';

-- Name: driver_driver_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.driver ALTER COLUMN driver_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.driver_driver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: driver_employment; Type: TABLE; Schema: registry

CREATE TABLE registry.driver_employment (
    driver_employment_id bigint NOT NULL,
    driver_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT driver_employment_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE driver_employment; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.driver_employment IS 'Which carrier employed a driver, from when to when (驾驶员归属)';

-- Name: COLUMN driver_employment.driver_employment_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver_employment.driver_employment_id IS 'Key; never reused';

-- Name: COLUMN driver_employment.driver_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver_employment.driver_id IS 'The driver (驾驶员)';

-- Name: COLUMN driver_employment.carrier_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver_employment.carrier_id IS 'Who employed the driver (收运单位)';

-- Name: COLUMN driver_employment.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.driver_employment.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: driver_employment_driver_employment_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.driver_employment ALTER COLUMN driver_employment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.driver_employment_driver_employment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: duty; Type: TABLE; Schema: registry

CREATE TABLE registry.duty (
    duty_id bigint NOT NULL,
    duty_post_id bigint NOT NULL,
    supervisor_id bigint,
    terminal_id bigint,
    code text NOT NULL,
    windows text NOT NULL,
    weekdays text DEFAULT '1234567'::text NOT NULL,
    holidays text DEFAULT 'same'::text NOT NULL,
    least_min integer,
    late_min integer DEFAULT 10 NOT NULL,
    leave_min integer DEFAULT 10 NOT NULL,
    absence_min integer DEFAULT 10 NOT NULL,
    silence_min integer DEFAULT 10 NOT NULL,
    grace_min integer DEFAULT 15 NOT NULL,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT duty_absence_min_check CHECK (((absence_min >= 0) AND (absence_min <= 240))),
    CONSTRAINT duty_code_check CHECK (registry.is_code(code)),
    CONSTRAINT duty_grace_min_check CHECK (((grace_min >= 0) AND (grace_min <= 720))),
    CONSTRAINT duty_holidays_check CHECK ((holidays = ANY (ARRAY['same'::text, 'off'::text, 'sunday'::text, 'only'::text]))),
    CONSTRAINT duty_late_min_check CHECK (((late_min >= 0) AND (late_min <= 720))),
    CONSTRAINT duty_least_min_check CHECK (((least_min >= 1) AND (least_min <= 1440))),
    CONSTRAINT duty_leave_min_check CHECK (((leave_min >= 0) AND (leave_min <= 1440))),
    CONSTRAINT duty_one_wearer_check CHECK ((num_nonnulls(supervisor_id, terminal_id) = 1)),
    CONSTRAINT duty_silence_min_check CHECK (((silence_min >= 1) AND (silence_min <= 240))),
    CONSTRAINT duty_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT duty_weekdays_check CHECK (((weekdays ~ '^1?2?3?4?5?6?7?$'::text) AND (weekdays <> ''::text))),
    CONSTRAINT duty_windows_check CHECK (ops.is_windows(windows))
);

-- Name: TABLE duty; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.duty IS 'Who is to stand at a post, in which windows and on which days (值守安排)';

-- Name: COLUMN duty.duty_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.duty_id IS 'Key; never reused';

-- Name: COLUMN duty.duty_post_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.duty_post_id IS 'Where (值守点)';

-- Name: COLUMN duty.supervisor_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.supervisor_id IS 'Who, by the badge that the person wears then; one of the two is set (值守员)';

-- Name: COLUMN duty.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.terminal_id IS 'The badge, whoever wears it (工牌)';

-- Name: COLUMN duty.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.code IS 'Stable code (编码)';

-- Name: COLUMN duty.windows; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.windows IS 'From-to in local time, such as 07:00-09:00 18:00-20:00; 22:00-02:00 ends on the next day (值守时段)';

-- Name: COLUMN duty.weekdays; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.weekdays IS 'Days on which a window begins: 1 Monday to 7 Sunday, such as 135 (星期)';

-- Name: COLUMN duty.holidays; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.holidays IS 'same: a holiday is as its weekday; off: no duty on a holiday; sunday: a holiday is as a Sunday; only: on holidays alone. Save for same and only, a weekend day that is worked in exchange is a duty when any of Monday to Friday is (节假日)';

-- Name: COLUMN duty.least_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.least_min IS 'Minutes of presence asked for in a window; null: the window without late_min and leave_min (最少在岗)';

-- Name: COLUMN duty.late_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.late_min IS 'Who comes so many minutes late is not late (迟到容差)';

-- Name: COLUMN duty.leave_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.leave_min IS 'Who goes so many minutes before the end does not leave early; 1440: leaving early is not looked at (早退容差)';

-- Name: COLUMN duty.absence_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.absence_min IS 'Who is outside for less, minutes, and comes back was there (离岗容差)';

-- Name: COLUMN duty.silence_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.silence_min IS 'Two fixes that are farther apart, minutes, say nothing about the time between them (无数据容差)';

-- Name: COLUMN duty.grace_min; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.grace_min IS 'Minutes after the window at which it is judged: fixes need time to arrive (判定延时)';

-- Name: COLUMN duty.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.valid IS 'Local days on which it holds (有效期)';

-- Name: COLUMN duty.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty.note IS 'For people (备注)';

-- Name: duty_duty_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.duty ALTER COLUMN duty_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.duty_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: duty_post; Type: TABLE; Schema: registry

CREATE TABLE registry.duty_post (
    duty_post_id bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    radius_m integer DEFAULT 30 NOT NULL,
    tolerance_m integer DEFAULT 20 NOT NULL,
    area public.geometry(MultiPolygon,4326),
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT duty_post_code_check CHECK (registry.is_code(code)),
    CONSTRAINT duty_post_name_check CHECK (registry.is_name(name)),
    CONSTRAINT duty_post_radius_m_check CHECK (((radius_m >= 5) AND (radius_m <= 2000))),
    CONSTRAINT duty_post_tolerance_m_check CHECK (((tolerance_m >= 0) AND (tolerance_m <= 1000))),
    CONSTRAINT duty_post_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE duty_post; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.duty_post IS 'Where somebody is to stand: a bin station and its fence (值守点)';

-- Name: COLUMN duty_post.duty_post_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.duty_post_id IS 'Key; never reused';

-- Name: COLUMN duty_post.collection_point_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.collection_point_id IS 'The bin station; its place is the centre of the fence (桶站)';

-- Name: COLUMN duty_post.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.code IS 'Stable code (编码)';

-- Name: COLUMN duty_post.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.name IS 'For people (名称)';

-- Name: COLUMN duty_post.radius_m; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.radius_m IS 'Who is no farther from the centre, metres, is inside; not used where there is an area (围栏半径)';

-- Name: COLUMN duty_post.tolerance_m; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.tolerance_m IS 'Who came inside is outside again only when farther from the fence than this, metres: fixes scatter (围栏容差)';

-- Name: COLUMN duty_post.area; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.area IS 'The fence, WGS-84 degrees; null: a circle round the bin station (电子围栏)';

-- Name: COLUMN duty_post.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.valid IS 'Local days on which it is in use (有效期)';

-- Name: COLUMN duty_post.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.duty_post.note IS 'For people (备注)';

-- Name: duty_post_duty_post_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.duty_post ALTER COLUMN duty_post_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.duty_post_duty_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: holiday; Type: TABLE; Schema: registry

CREATE TABLE registry.holiday (
    day date NOT NULL,
    kind text DEFAULT 'holiday'::text NOT NULL,
    name text NOT NULL,
    CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text]))),
    CONSTRAINT holiday_name_check CHECK (registry.is_name(name))
);

-- Name: TABLE holiday; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.holiday IS 'Days that are not what their weekday says (节假日)';

-- Name: COLUMN holiday.day; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.holiday.day IS 'Local day (日期)';

-- Name: COLUMN holiday.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.holiday.kind IS 'holiday: a day off (放假); workday: a weekend day that is worked in exchange (调休上班)';

-- Name: COLUMN holiday.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.holiday.name IS 'Chinese name (名称)';

-- Name: point_affiliation; Type: TABLE; Schema: registry

CREATE TABLE registry.point_affiliation (
    point_affiliation_id bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    community_id bigint NOT NULL,
    responsible_unit_id bigint,
    valid tstzrange NOT NULL,
    CONSTRAINT point_affiliation_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE point_affiliation; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.point_affiliation IS 'Which community and unit a collection point belonged to, from when to when (收集点归属)';

-- Name: COLUMN point_affiliation.point_affiliation_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.point_affiliation.point_affiliation_id IS 'Key; never reused';

-- Name: COLUMN point_affiliation.collection_point_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.point_affiliation.collection_point_id IS 'The collection point (收集点)';

-- Name: COLUMN point_affiliation.community_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.point_affiliation.community_id IS 'The community, and by it the street (社区)';

-- Name: COLUMN point_affiliation.responsible_unit_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.point_affiliation.responsible_unit_id IS 'The unit that answers for it; null: shared or not known (责任主体)';

-- Name: COLUMN point_affiliation.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.point_affiliation.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: point_affiliation_point_affiliation_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.point_affiliation ALTER COLUMN point_affiliation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.point_affiliation_point_affiliation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: responsible_unit; Type: TABLE; Schema: registry

CREATE TABLE registry.responsible_unit (
    responsible_unit_id bigint NOT NULL,
    community_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    category text,
    managing_unit text,
    contact_person text,
    contact_phone text,
    address text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT responsible_unit_category_check CHECK ((category ~ '^[a-z][a-z_]{0,31}$'::text)),
    CONSTRAINT responsible_unit_code_check CHECK (registry.is_code(code)),
    CONSTRAINT responsible_unit_kind_check CHECK ((kind = ANY (ARRAY['residential'::text, 'non_resident'::text]))),
    CONSTRAINT responsible_unit_name_check CHECK (registry.is_name(name)),
    CONSTRAINT responsible_unit_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE responsible_unit; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.responsible_unit IS 'Who answers for sorting and handing over waste: an estate''s manager, a restaurant, a school (责任主体, 产废单位)';

-- Name: COLUMN responsible_unit.responsible_unit_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.responsible_unit_id IS 'Key; never reused';

-- Name: COLUMN responsible_unit.community_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.community_id IS 'The community that it lies in (所属社区)';

-- Name: COLUMN responsible_unit.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.code IS 'Stable code (编码)';

-- Name: COLUMN responsible_unit.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.name IS 'Chinese name (名称)';

-- Name: COLUMN responsible_unit.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.kind IS 'residential (居民), non_resident (非居民单位), which pays by weight';

-- Name: COLUMN responsible_unit.category; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.category IS 'What it is: estate, restaurant, school, market, office, ... (单位类别)';

-- Name: COLUMN responsible_unit.managing_unit; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.managing_unit IS 'Name of the unit that manages it, for example the property manager (管理单位)';

-- Name: COLUMN responsible_unit.contact_person; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.contact_person IS 'Personal data (联系人)';

-- Name: COLUMN responsible_unit.contact_phone; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.contact_phone IS 'Personal data (联系电话)';

-- Name: COLUMN responsible_unit.address; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.address IS 'Postal address (地址)';

-- Name: COLUMN responsible_unit.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.valid IS 'Local days on which it exists (有效期)';

-- Name: COLUMN responsible_unit.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.responsible_unit.note IS 'For people (备注)';

-- Name: responsible_unit_responsible_unit_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.responsible_unit ALTER COLUMN responsible_unit_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.responsible_unit_responsible_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: station; Type: TABLE; Schema: registry

CREATE TABLE registry.station (
    station_id bigint NOT NULL,
    street_id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text DEFAULT 'cleaning_station'::text NOT NULL,
    place public.geometry(Point,4326),
    area public.geometry(MultiPolygon,4326),
    capacity_kg_d integer,
    address text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT station_capacity_kg_d_check CHECK ((capacity_kg_d > 0)),
    CONSTRAINT station_code_check CHECK (registry.is_code(code)),
    CONSTRAINT station_kind_check CHECK ((kind = ANY (ARRAY['cleaning_station'::text, 'transfer_station'::text]))),
    CONSTRAINT station_name_check CHECK (registry.is_name(name)),
    CONSTRAINT station_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE station; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.station IS 'An enclosed cleaning station or a transfer station (密闭式清洁站, 转运站)';

-- Name: COLUMN station.station_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.station_id IS 'Key; never reused';

-- Name: COLUMN station.street_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.street_id IS 'The street that it lies in (所属街镇)';

-- Name: COLUMN station.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.code IS 'Stable code (编码)';

-- Name: COLUMN station.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.name IS 'Chinese name (名称)';

-- Name: COLUMN station.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.kind IS 'cleaning_station (密闭式清洁站), transfer_station (转运站)';

-- Name: COLUMN station.place; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.place IS 'Where its gate is, WGS-84 degrees, exact to 1e-6; null: not known (位置)';

-- Name: COLUMN station.area; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.area IS 'Its ground, WGS-84 degrees: a vehicle inside is at the station; null: not known (电子围栏)';

-- Name: COLUMN station.capacity_kg_d; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.capacity_kg_d IS 'What it can take, kilograms a day (处理能力)';

-- Name: COLUMN station.address; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.address IS 'Postal address (地址)';

-- Name: COLUMN station.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.valid IS 'Local days on which it is in service (有效期)';

-- Name: COLUMN station.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.station.note IS 'For people (备注)';

-- Name: station_station_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.station ALTER COLUMN station_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.station_station_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: street_street_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.street ALTER COLUMN street_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.street_street_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: supervisor; Type: TABLE; Schema: registry

CREATE TABLE registry.supervisor (
    supervisor_id bigint NOT NULL,
    community_id bigint,
    code text NOT NULL,
    name text NOT NULL,
    phone text,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    note text,
    CONSTRAINT supervisor_code_check CHECK (registry.is_code(code)),
    CONSTRAINT supervisor_name_check CHECK (registry.is_name(name)),
    CONSTRAINT supervisor_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE supervisor; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.supervisor IS 'Who stands at bin stations and helps to sort; personal data (桶站值守员, 督导员)';

-- Name: COLUMN supervisor.supervisor_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.supervisor_id IS 'Key; never reused';

-- Name: COLUMN supervisor.community_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.community_id IS 'The community that employs or sends the person; null: not known (所属社区)';

-- Name: COLUMN supervisor.code; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.code IS 'Stable code (编码)';

-- Name: COLUMN supervisor.name; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.name IS 'Name, personal data (姓名)';

-- Name: COLUMN supervisor.phone; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.phone IS 'Personal data (电话)';

-- Name: COLUMN supervisor.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.valid IS 'Local days on which the person works here (有效期)';

-- Name: COLUMN supervisor.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.supervisor.note IS 'For people (备注)';

-- Name: supervisor_supervisor_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.supervisor ALTER COLUMN supervisor_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.supervisor_supervisor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: tag_binding; Type: TABLE; Schema: registry

CREATE TABLE registry.tag_binding (
    tag_binding_id bigint NOT NULL,
    bin_id bigint,
    vehicle_id bigint,
    responsible_unit_id bigint,
    tag_tech smallint NOT NULL,
    tag_id bytea NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT tag_binding_one_target_check CHECK ((num_nonnulls(bin_id, vehicle_id, responsible_unit_id) = 1)),
    CONSTRAINT tag_binding_tag_id_check CHECK (((octet_length(tag_id) >= 4) AND (octet_length(tag_id) <= 62))),
    CONSTRAINT tag_binding_tag_tech_check CHECK (((tag_tech >= 0) AND (tag_tech <= 255))),
    CONSTRAINT tag_binding_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE tag_binding; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.tag_binding IS 'What an RFID tag stood for, from when to when: a bin, a vehicle, or a unit''s card at a station. A bin may have several tags (电子标签绑定)';

-- Name: COLUMN tag_binding.tag_binding_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.tag_binding_id IS 'Key; never reused';

-- Name: COLUMN tag_binding.bin_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.bin_id IS 'The bin that carried it; one of the three is set (垃圾桶)';

-- Name: COLUMN tag_binding.vehicle_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.vehicle_id IS 'The vehicle that carried it (车辆)';

-- Name: COLUMN tag_binding.responsible_unit_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.responsible_unit_id IS 'The unit whose card it was (责任主体)';

-- Name: COLUMN tag_binding.tag_tech; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.tag_tech IS 'As in telemetry.tag_read: 0 other, 1 LF 125 kHz, 2 FDX-B/HDX 134.2 kHz, 3 HF, 4 UHF EPC (标签类型)';

-- Name: COLUMN tag_binding.tag_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.tag_id IS 'Bytes of the tag''s id as terminals send them, 4 to 62; with tag_tech its identity (标签号)';

-- Name: COLUMN tag_binding.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.tag_binding.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: tag_binding_tag_binding_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.tag_binding ALTER COLUMN tag_binding_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.tag_binding_tag_binding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: terminal; Type: TABLE; Schema: registry

CREATE TABLE registry.terminal (
    terminal_id bigint NOT NULL,
    number text NOT NULL,
    status text DEFAULT 'active'::text NOT NULL,
    authentication text DEFAULT 'code'::text NOT NULL,
    protocol_version text,
    profile text DEFAULT 'standard'::text NOT NULL,
    manufacturer_id text,
    model text,
    device_id text,
    reported_plate_no text,
    reported_plate_color smallint,
    reported_province integer,
    reported_city integer,
    imei text,
    software_version text,
    registered_at timestamp with time zone,
    note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT terminal_authentication_check CHECK ((authentication = ANY (ARRAY['code'::text, 'number'::text]))),
    CONSTRAINT terminal_number_check CHECK ((number ~ '^(0|[1-9a-f][0-9a-f]{0,19})$'::text)),
    CONSTRAINT terminal_profile_check CHECK ((profile ~ '^[a-z0-9][a-z0-9_-]*$'::text)),
    CONSTRAINT terminal_protocol_version_check CHECK ((protocol_version = ANY (ARRAY['2011'::text, '2013'::text, '2019'::text]))),
    CONSTRAINT terminal_status_check CHECK ((status = ANY (ARRAY['active'::text, 'unclaimed'::text, 'suspended'::text, 'retired'::text])))
);

-- Name: TABLE terminal; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.terminal IS 'A device that sends telemetry: onboard terminal, later scale or reader, all in one number space (车载终端)';

-- Name: COLUMN terminal.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.terminal_id IS 'Key of every telemetry table; never reused, never changed';

-- Name: COLUMN terminal.number; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.number IS 'Number in the JT/T 808 header without leading zeros, so that the 12 and the 20 digit form are one terminal; hex where the device does not send decimal digits (终端手机号)';

-- Name: COLUMN terminal.status; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.status IS 'active: in use; unclaimed: entered by itself under policy open; suspended, retired: refused (状态)';

-- Name: COLUMN terminal.authentication; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.authentication IS 'code: must show the code that registration gave; number: its number is enough, for devices that never authenticate (鉴权方式)';

-- Name: COLUMN terminal.protocol_version; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.protocol_version IS 'JT/T 808 edition as last seen: 2011, 2013 or 2019; null: never seen (协议版本)';

-- Name: COLUMN terminal.profile; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.profile IS 'Device profile: how vendor items are read (设备档案)';

-- Name: COLUMN terminal.manufacturer_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.manufacturer_id IS 'As the terminal registered (制造商ID)';

-- Name: COLUMN terminal.model; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.model IS 'As the terminal registered (终端型号)';

-- Name: COLUMN terminal.device_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.device_id IS 'The maker''s own id, as the terminal registered (终端ID)';

-- Name: COLUMN terminal.reported_plate_no; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.reported_plate_no IS 'Plate set in the terminal; which vehicle carries it is said by registry.terminal_mount (上报车牌号)';

-- Name: COLUMN terminal.reported_plate_color; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.reported_plate_color IS 'Plate colour set in the terminal (上报车牌颜色)';

-- Name: COLUMN terminal.reported_province; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.reported_province IS 'First two digits of the GB/T 2260 code; 0: not set (省域)';

-- Name: COLUMN terminal.reported_city; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.reported_city IS 'Last four digits of the GB/T 2260 code; 0: not set (市县域)';

-- Name: COLUMN terminal.imei; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.imei IS 'From a 2019 authentication, 15 digits';

-- Name: COLUMN terminal.software_version; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.software_version IS 'From a 2019 authentication (软件版本)';

-- Name: COLUMN terminal.registered_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.registered_at IS 'When these reported values last changed (注册时间)';

-- Name: COLUMN terminal.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.note IS 'For people (备注)';

-- Name: COLUMN terminal.created_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal.created_at IS 'When it was entered (录入时间)';

-- Name: terminal_mount; Type: TABLE; Schema: registry

CREATE TABLE registry.terminal_mount (
    terminal_id bigint NOT NULL,
    vehicle_id bigint,
    valid tstzrange NOT NULL,
    station_id bigint,
    disposal_facility_id bigint,
    terminal_mount_id bigint NOT NULL,
    CONSTRAINT terminal_mount_one_carrier_check CHECK ((num_nonnulls(vehicle_id, station_id, disposal_facility_id) = 1)),
    CONSTRAINT terminal_mount_period_check CHECK (registry.is_period(valid)),
    CONSTRAINT terminal_mount_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE terminal_mount; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.terminal_mount IS 'Where a terminal, scale or reader was, from when to when: on a vehicle, at a station or at a plant; in one place at a time (终端安装)';

-- Name: COLUMN terminal_mount.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.terminal_id IS 'The terminal';

-- Name: COLUMN terminal_mount.vehicle_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.vehicle_id IS 'The vehicle that carried it; one of the three is set (车辆)';

-- Name: COLUMN terminal_mount.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.valid IS 'From (inclusive) to (exclusive); no upper bound: still there (有效期)';

-- Name: COLUMN terminal_mount.station_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.station_id IS 'The station that it stood at (清洁站)';

-- Name: COLUMN terminal_mount.disposal_facility_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.disposal_facility_id IS 'The plant that it stood at (末端处理厂)';

-- Name: COLUMN terminal_mount.terminal_mount_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.terminal_mount_id IS 'Key; never reused';

-- Name: terminal_mount_terminal_mount_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.terminal_mount ALTER COLUMN terminal_mount_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.terminal_mount_terminal_mount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: terminal_terminal_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.terminal ALTER COLUMN terminal_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.terminal_terminal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: vehicle; Type: TABLE; Schema: registry

CREATE TABLE registry.vehicle (
    vehicle_id bigint NOT NULL,
    plate_no text NOT NULL,
    plate_color smallint DEFAULT 2 NOT NULL,
    kind text DEFAULT 'collection'::text NOT NULL,
    note text,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    vin text,
    model text,
    waste_type smallint,
    load_kg integer,
    valid daterange DEFAULT '(,)'::daterange NOT NULL,
    has_scale boolean DEFAULT true NOT NULL,
    CONSTRAINT vehicle_kind_check CHECK ((kind ~ '^[a-z][a-z_]*$'::text)),
    CONSTRAINT vehicle_load_kg_check CHECK (((load_kg >= 1) AND (load_kg <= 100000))),
    CONSTRAINT vehicle_plate_color_check CHECK ((plate_color = ANY (ARRAY[0, 1, 2, 3, 4, 5, 9]))),
    CONSTRAINT vehicle_plate_no_check CHECK (((plate_no = btrim(plate_no)) AND (plate_no <> ''::text))),
    CONSTRAINT vehicle_valid_check CHECK ((NOT isempty(valid))),
    CONSTRAINT vehicle_vin_check CHECK ((vin ~ '^[0-9A-HJ-NPR-Z]{17}$'::text))
);

-- Name: TABLE vehicle; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.vehicle IS 'A collection or sanitation vehicle (清运车辆, 环卫作业车)';

-- Name: COLUMN vehicle.vehicle_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.vehicle_id IS 'Key; never reused';

-- Name: COLUMN vehicle.plate_no; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.plate_no IS 'Plate number with its province character (车牌号)';

-- Name: COLUMN vehicle.plate_color; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.plate_color IS 'JT/T 415 code: 0 none, 1 blue, 2 yellow, 3 black, 4 white, 5 green, 9 other (车牌颜色)';

-- Name: COLUMN vehicle.kind; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.kind IS 'What it is for: collection, sweeping, hook_lift, ... (车辆类型)';

-- Name: COLUMN vehicle.note; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.note IS 'For people (备注)';

-- Name: COLUMN vehicle.created_at; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.created_at IS 'When it was entered (录入时间)';

-- Name: COLUMN vehicle.vin; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.vin IS 'Vehicle identification number of GB 16735, 17 characters (车辆识别代号)';

-- Name: COLUMN vehicle.model; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.model IS 'Maker and model (品牌型号)';

-- Name: COLUMN vehicle.waste_type; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.waste_type IS 'The one type that it may carry; null: not bound to one (运输垃圾类别)';

-- Name: COLUMN vehicle.load_kg; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.load_kg IS 'Rated load, kilograms (核定载质量)';

-- Name: COLUMN vehicle.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.valid IS 'Local days on which it is in service (有效期)';

-- Name: COLUMN vehicle.has_scale; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle.has_scale IS 'It weighs what it lifts; false: a read of a bin''s tag completes a collection (车载称重)';

-- Name: vehicle_assignment; Type: TABLE; Schema: registry

CREATE TABLE registry.vehicle_assignment (
    vehicle_assignment_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT vehicle_assignment_valid_check CHECK (registry.is_period(valid))
);

-- Name: TABLE vehicle_assignment; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.vehicle_assignment IS 'Which carrier ran a vehicle, from when to when (车辆归属)';

-- Name: COLUMN vehicle_assignment.vehicle_assignment_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle_assignment.vehicle_assignment_id IS 'Key; never reused';

-- Name: COLUMN vehicle_assignment.vehicle_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle_assignment.vehicle_id IS 'The vehicle (车辆)';

-- Name: COLUMN vehicle_assignment.carrier_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle_assignment.carrier_id IS 'Who ran it (收运单位)';

-- Name: COLUMN vehicle_assignment.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.vehicle_assignment.valid IS 'From (inclusive) to (exclusive); no upper bound: still so (有效期)';

-- Name: vehicle_assignment_vehicle_assignment_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.vehicle_assignment ALTER COLUMN vehicle_assignment_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.vehicle_assignment_vehicle_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: vehicle_vehicle_id_seq; Type: SEQUENCE; Schema: registry

ALTER TABLE registry.vehicle ALTER COLUMN vehicle_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME registry.vehicle_vehicle_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: clearance_day; Type: TABLE; Schema: stats

CREATE TABLE stats.clearance_day (
    collection_point_id bigint NOT NULL,
    responsible_unit_id bigint NOT NULL,
    community_id bigint NOT NULL,
    street_id bigint NOT NULL,
    service_date date NOT NULL,
    due integer NOT NULL,
    on_time integer NOT NULL,
    late integer NOT NULL,
    missed integer NOT NULL,
    unconfirmed integer NOT NULL,
    excused integer NOT NULL,
    pending integer NOT NULL,
    cleared integer NOT NULL,
    waste_type smallint NOT NULL
);

-- Name: TABLE clearance_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.clearance_day IS 'Collections that were due at a collection point in a day, and what became of them; due = on_time + late + missed + unconfirmed + pending (日产日清)';

-- Name: COLUMN clearance_day.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.collection_point_id IS 'registry.collection_point (收集点)';

-- Name: COLUMN clearance_day.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN clearance_day.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN clearance_day.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN clearance_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.service_date IS 'Local day (日期)';

-- Name: COLUMN clearance_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN clearance_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN clearance_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN clearance_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN clearance_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN clearance_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN clearance_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN clearance_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.cleared IS '1: something was due, and what was due last was collected in the day, late or not; else 0 (日产日清达标)';

-- Name: COLUMN clearance_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.clearance_day.waste_type IS 'registry.waste_type (垃圾类别)';

-- Name: refreshed_day; Type: TABLE; Schema: stats

CREATE TABLE stats.refreshed_day (
    service_date date NOT NULL,
    kind text NOT NULL,
    definition integer NOT NULL,
    refreshed_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    verified_at timestamp with time zone,
    row_count bigint NOT NULL,
    duration_ms integer NOT NULL
);

-- Name: TABLE refreshed_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.refreshed_day IS 'When the statistics of a day and kind were made: as of when its figures are (刷新记录)';

-- Name: COLUMN refreshed_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.service_date IS 'Local day (日期)';

-- Name: COLUMN refreshed_day.kind; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.kind IS 'stats.kind (类别)';

-- Name: COLUMN refreshed_day.definition; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.definition IS 'Version of the rules by which they were made (口径版本)';

-- Name: COLUMN refreshed_day.refreshed_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.refreshed_at IS 'They hold everything that was committed then: the time of the snapshot that they were made of (刷新时间)';

-- Name: COLUMN refreshed_day.changed_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.changed_at IS 'When a refresh last changed a figure (数据变更时间)';

-- Name: COLUMN refreshed_day.verified_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.verified_at IS 'When they were last made again for comparison and were the same; null: not since they changed (核对时间)';

-- Name: COLUMN refreshed_day.row_count; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.row_count IS 'Rows of the day (行数)';

-- Name: COLUMN refreshed_day.duration_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.refreshed_day.duration_ms IS 'How long the last refresh took, milliseconds (耗时)';

-- Name: clearance; Type: VIEW; Schema: report

CREATE VIEW report.clearance WITH (security_barrier='true') AS
 SELECT d.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.code AS waste_code,
    w.name AS waste_name,
    d.due,
    d.on_time,
    d.late,
    d.missed,
    d.unconfirmed,
    d.excused,
    d.pending,
    (d.cleared = 1) AS is_cleared,
    (r.refreshed_at AT TIME ZONE telemetry.site_time_zone()) AS as_of,
    d.street_id
   FROM ((((((stats.clearance_day d
     LEFT JOIN registry.street s ON ((s.street_id = d.street_id)))
     LEFT JOIN registry.community c ON ((c.community_id = d.community_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = d.responsible_unit_id)))
     LEFT JOIN registry.collection_point p ON ((p.collection_point_id = d.collection_point_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = d.waste_type)))
     LEFT JOIN stats.refreshed_day r ON (((r.kind = 'clearance'::text) AND (r.service_date = d.service_date))))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (d.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW clearance; Type: COMMENT; Schema: report

COMMENT ON VIEW report.clearance IS 'Collections due at a collection point in a day, and what became of them (日产日清)';

-- Name: COLUMN clearance.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.service_date IS 'Local day (日期)';

-- Name: COLUMN clearance.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.street_code IS 'Code of the street; null: none is known (街镇编码)';

-- Name: COLUMN clearance.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.street_name IS 'Its name (街镇)';

-- Name: COLUMN clearance.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.community_name IS 'Community or village (社区)';

-- Name: COLUMN clearance.unit_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';

-- Name: COLUMN clearance.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.unit_name IS 'Name of the unit that answers for the point (责任主体)';

-- Name: COLUMN clearance.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.point_code IS 'Code of the collection point (收集点编码)';

-- Name: COLUMN clearance.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.point_name IS 'Its name (收集点)';

-- Name: COLUMN clearance.waste_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.waste_code IS 'Code of the type of waste (垃圾类别编码)';

-- Name: COLUMN clearance.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.waste_name IS 'Type of waste (垃圾类别)';

-- Name: COLUMN clearance.due; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN clearance.on_time; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.on_time IS 'Of these in time (及时次数)';

-- Name: COLUMN clearance.late; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.late IS 'Of these late (迟收次数)';

-- Name: COLUMN clearance.missed; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN clearance.unconfirmed; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.unconfirmed IS 'Of these not known, because a terminal was silent (待确认次数)';

-- Name: COLUMN clearance.excused; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.excused IS 'Suspended, not among those due (免收次数)';

-- Name: COLUMN clearance.pending; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.pending IS 'Of these not decided yet (未到期次数)';

-- Name: COLUMN clearance.is_cleared; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.is_cleared IS 'Something was due, and what was due last was collected in the day, late or not (是否日产日清)';

-- Name: COLUMN clearance.as_of; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.as_of IS 'Everything committed before is in the figures (数据截至)';

-- Name: COLUMN clearance.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.clearance.street_id IS 'registry.street (街镇标识)';

-- Name: collection_day; Type: TABLE; Schema: stats

CREATE TABLE stats.collection_day (
    terminal_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    collection_point_id bigint NOT NULL,
    responsible_unit_id bigint NOT NULL,
    community_id bigint NOT NULL,
    street_id bigint NOT NULL,
    first_lift_at timestamp with time zone NOT NULL,
    last_lift_at timestamp with time zone NOT NULL,
    gross_g bigint NOT NULL,
    net_g bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    doubtful_net_g bigint NOT NULL,
    accepted_net_g bigint NOT NULL,
    contaminated_net_g bigint NOT NULL,
    service_date date NOT NULL,
    lifts integer NOT NULL,
    weighed_lifts integer NOT NULL,
    estimated_lifts integer NOT NULL,
    doubtful_lifts integer NOT NULL,
    zero_lifts integer NOT NULL,
    accepted_lifts integer NOT NULL,
    contaminated_lifts integer NOT NULL,
    untagged_lifts integer NOT NULL,
    unbound_lifts integer NOT NULL,
    late_lifts integer NOT NULL,
    waste_type smallint NOT NULL,
    repeat_lifts integer NOT NULL,
    doubtful_repeats integer NOT NULL
);

-- Name: TABLE collection_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.collection_day IS 'What a vehicle lifted at a collection point of one type of waste in a day; lifts = weighed + estimated + doubtful (收运日统计)';

-- Name: COLUMN collection_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.terminal_id IS 'registry.terminal that sent the lifts (终端)';

-- Name: COLUMN collection_day.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN collection_day.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN collection_day.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN collection_day.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN collection_day.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN collection_day.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN collection_day.first_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.first_lift_at IS 'Device time of the first lift (首次收运时间)';

-- Name: COLUMN collection_day.last_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';

-- Name: COLUMN collection_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN collection_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN collection_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN collection_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN collection_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN collection_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN collection_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.service_date IS 'Local day (日期)';

-- Name: COLUMN collection_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN collection_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN collection_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN collection_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN collection_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN collection_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN collection_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN collection_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN collection_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN collection_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN collection_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN collection_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN collection_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.collection_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: collection; Type: VIEW; Schema: report

CREATE VIEW report.collection WITH (security_barrier='true') AS
 SELECT d.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.code AS waste_code,
    w.name AS waste_name,
    v.plate_no,
    ca.code AS carrier_code,
    ca.name AS carrier_name,
    d.lifts,
    d.weighed_lifts,
    d.estimated_lifts,
    d.doubtful_lifts,
    (((d.net_g)::numeric / 1000.0))::numeric(14,3) AS net_kg,
    (((d.estimated_net_g)::numeric / 1000.0))::numeric(14,3) AS estimated_kg,
    (((d.doubtful_net_g)::numeric / 1000.0))::numeric(14,3) AS doubtful_kg,
    d.contaminated_lifts,
    d.late_lifts,
    (r.refreshed_at AT TIME ZONE telemetry.site_time_zone()) AS as_of,
    d.street_id,
    (d.lifts - d.repeat_lifts) AS bins
   FROM ((((((((stats.collection_day d
     LEFT JOIN registry.street s ON ((s.street_id = d.street_id)))
     LEFT JOIN registry.community c ON ((c.community_id = d.community_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = d.responsible_unit_id)))
     LEFT JOIN registry.collection_point p ON ((p.collection_point_id = d.collection_point_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = d.waste_type)))
     LEFT JOIN registry.vehicle v ON ((v.vehicle_id = d.vehicle_id)))
     LEFT JOIN registry.carrier ca ON ((ca.carrier_id = d.carrier_id)))
     LEFT JOIN stats.refreshed_day r ON (((r.kind = 'collection'::text) AND (r.service_date = d.service_date))))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (d.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW collection; Type: COMMENT; Schema: report

COMMENT ON VIEW report.collection IS 'What a vehicle lifted at a collection point in a day, of one type of waste (收运日统计)';

-- Name: COLUMN collection.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.service_date IS 'Local day (日期)';

-- Name: COLUMN collection.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.street_code IS 'Code of the street; null: none is known (街镇编码)';

-- Name: COLUMN collection.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.street_name IS 'Its name (街镇)';

-- Name: COLUMN collection.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.community_name IS 'Community or village (社区)';

-- Name: COLUMN collection.unit_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';

-- Name: COLUMN collection.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.unit_name IS 'Name of the unit that answers for the point (责任主体)';

-- Name: COLUMN collection.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.point_code IS 'Code of the collection point (收集点编码)';

-- Name: COLUMN collection.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.point_name IS 'Its name (收集点)';

-- Name: COLUMN collection.waste_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.waste_code IS 'Code of the type of waste (垃圾类别编码)';

-- Name: COLUMN collection.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.waste_name IS 'Type of waste (垃圾类别)';

-- Name: COLUMN collection.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.plate_no IS 'Vehicle (车牌号)';

-- Name: COLUMN collection.carrier_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.carrier_code IS 'Code of the carrier (收运单位编码)';

-- Name: COLUMN collection.carrier_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.carrier_name IS 'Carrier (收运单位)';

-- Name: COLUMN collection.lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN collection.weighed_lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.weighed_lifts IS 'Of these weighed (称重次数)';

-- Name: COLUMN collection.estimated_lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.estimated_lifts IS 'Of these estimated by volume (估算次数)';

-- Name: COLUMN collection.doubtful_lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.doubtful_lifts IS 'Of these with a weight that does not count (存疑次数)';

-- Name: COLUMN collection.net_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.net_kg IS 'Net weight of the weighed lifts, kg (称重净重(千克))';

-- Name: COLUMN collection.estimated_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.estimated_kg IS 'Net weight of the estimated lifts, kg (估算净重(千克))';

-- Name: COLUMN collection.doubtful_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.doubtful_kg IS 'Net weight as sent of the doubtful lifts, kg, in no other sum (存疑净重(千克))';

-- Name: COLUMN collection.contaminated_lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.contaminated_lifts IS 'Lifts judged as contaminated (混装次数)';

-- Name: COLUMN collection.late_lifts; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.late_lifts IS 'Lifts that arrived more than ten minutes late (迟到次数)';

-- Name: COLUMN collection.as_of; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.as_of IS 'Everything committed before is in the figures (数据截至)';

-- Name: COLUMN collection.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.street_id IS 'registry.street (街镇标识)';

-- Name: COLUMN collection.bins; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.collection.bins IS 'Bins that were emptied: a bin that was shaken twice counts once (桶数)';

-- Name: point; Type: VIEW; Schema: report

CREATE VIEW report.point WITH (security_barrier='true') AS
 SELECT p.code AS point_code,
    p.name AS point_name,
        CASE p.kind
            WHEN 'bin_station'::text THEN '桶站'::text
            WHEN 'central_point'::text THEN '集中收集点'::text
            WHEN 'docking_point'::text THEN '桶车对接点'::text
            ELSE '上门收集点'::text
        END AS point_kind,
    p.is_direct_haul,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    (public.st_x(p.place))::numeric(10,6) AS lon,
    (public.st_y(p.place))::numeric(10,6) AS lat,
    p.collection_point_id,
    c.street_id
   FROM ((((registry.collection_point p
     LEFT JOIN registry.point_affiliation pa ON (((pa.collection_point_id = p.collection_point_id) AND (pa.valid @> now()))))
     LEFT JOIN registry.community c ON ((c.community_id = pa.community_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = pa.responsible_unit_id)))
     LEFT JOIN registry.street s ON ((s.street_id = c.street_id)))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (c.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW point; Type: COMMENT; Schema: report

COMMENT ON VIEW report.point IS 'A collection point with what it belongs to today (收集点)';

-- Name: COLUMN point.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.point_code IS 'Code of the collection point (收集点编码)';

-- Name: COLUMN point.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.point_name IS 'Its name (收集点)';

-- Name: COLUMN point.point_kind; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.point_kind IS 'What it is (类型)';

-- Name: COLUMN point.is_direct_haul; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.is_direct_haul IS 'Its waste goes straight to the plant (是否直收直运)';

-- Name: COLUMN point.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.street_code IS 'Code of the street; null: none is known (街镇编码)';

-- Name: COLUMN point.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.street_name IS 'Its name (街镇)';

-- Name: COLUMN point.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.community_name IS 'Community or village (社区)';

-- Name: COLUMN point.unit_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.unit_code IS 'Code of the unit that answers for the point (责任主体编码)';

-- Name: COLUMN point.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.unit_name IS 'Name of the unit that answers for the point (责任主体)';

-- Name: COLUMN point.lon; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.lon IS 'Longitude, WGS-84 degrees (经度)';

-- Name: COLUMN point.lat; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.lat IS 'Latitude, WGS-84 degrees (纬度)';

-- Name: COLUMN point.collection_point_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.collection_point_id IS 'registry.collection_point (收集点标识)';

-- Name: COLUMN point.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.point.street_id IS 'registry.street (街镇标识)';

-- Name: registry_change; Type: VIEW; Schema: report

CREATE VIEW report.registry_change AS
 SELECT (a.at AT TIME ZONE telemetry.site_time_zone()) AS changed_at,
    ((a.table_name || ' '::text) ||
        CASE a.action
            WHEN 'insert'::text THEN '新增'::text
            WHEN 'update'::text THEN '修改'::text
            ELSE '删除'::text
        END) AS what,
    a.actor,
    a.application,
    a.table_name,
    a.row_key,
    (a.before - ARRAY['authentication'::text, 'registration'::text, 'heartbeat'::text, 'source_network'::text, 'imei'::text, 'contact_phone'::text, 'phone'::text]) AS before,
    (a.after - ARRAY['authentication'::text, 'registration'::text, 'heartbeat'::text, 'source_network'::text, 'imei'::text, 'contact_phone'::text, 'phone'::text]) AS after,
    a.at
   FROM registry.audit a
  WHERE (a.table_name <> 'authentication_key'::text);

-- Name: VIEW registry_change; Type: COMMENT; Schema: report

COMMENT ON VIEW report.registry_change IS 'Every change to a row of the registry, credentials and telephone numbers left out (基础数据变更)';

-- Name: COLUMN registry_change.changed_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.changed_at IS 'Local time of the change (变更时间)';

-- Name: COLUMN registry_change.what; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.what IS 'Table, and whether a row was added, changed or deleted (变更内容)';

-- Name: COLUMN registry_change.actor; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.actor IS 'Who (操作人)';

-- Name: COLUMN registry_change.application; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.application IS 'With which program (程序)';

-- Name: COLUMN registry_change.table_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.table_name IS 'Table in schema registry (表)';

-- Name: COLUMN registry_change.row_key; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.row_key IS 'Primary key of the row (主键)';

-- Name: COLUMN registry_change.before; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.before IS 'The row before (变更前)';

-- Name: COLUMN registry_change.after; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.after IS 'The row after (变更后)';

-- Name: COLUMN registry_change.at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.registry_change.at IS 'The instant of changed_at (变更时刻)';

-- Name: station_weighing; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.station_weighing (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    supersedes bigint,
    boot_no integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    fix_age_ds integer,
    gross_g integer,
    tare_g integer,
    net_g integer,
    weigh_flags integer NOT NULL,
    scale_no smallint NOT NULL,
    direction smallint NOT NULL,
    weigh_mode smallint NOT NULL,
    tare_source smallint NOT NULL,
    waste_type smallint NOT NULL,
    identified_by smallint NOT NULL,
    tag_tech smallint NOT NULL,
    time_quality smallint NOT NULL,
    ticket text,
    plate_no text,
    tag_id bytea,
    extra bytea,
    raw bytea,
    CONSTRAINT station_weighing_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE station_weighing; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.station_weighing IS 'One weighing of a vehicle or box at a cleaning station, transfer station or plant gate: record kind 4; a correction is a row of its own that names the one it supersedes (过磅, 称重记录)';

-- Name: COLUMN station_weighing.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.terminal_id IS 'registry.terminal';

-- Name: COLUMN station_weighing.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (过磅时间)';

-- Name: COLUMN station_weighing.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN station_weighing.seq; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.seq IS 'Counts the records since the terminal''s start (记录序号)';

-- Name: COLUMN station_weighing.supersedes; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.supersedes IS 'seq of the weighing of the same terminal and start that this one corrects; null: none (更正的记录)';

-- Name: COLUMN station_weighing.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.boot_no IS 'The terminal''s count of starts; of a scale: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';

-- Name: COLUMN station_weighing.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN station_weighing.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN station_weighing.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN station_weighing.gross_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.gross_g IS 'Gross weight, grams, as sent; null: net is shown and the tare is not known (毛重)';

-- Name: COLUMN station_weighing.tare_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.tare_g IS 'Tare weight, grams, as sent; null: not known (皮重)';

-- Name: COLUMN station_weighing.net_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.net_g IS 'Net weight, grams, as sent; null: nothing is tared. Not worked out here (净重)';

-- Name: COLUMN station_weighing.weigh_flags; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.weigh_flags IS 'As in telemetry.load_sample. Of a scale also: 65536 its arrival was not seen, so that the same load may have been weighed before; 131072 settled late; 262144 was over range; 524288 the indicator does not say whether it is stable; 1048576 PRINT was pressed; 2097152 the empty scale rested beyond its zero limit; 4194304 readings were missing (称重标志)';

-- Name: COLUMN station_weighing.scale_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.scale_no IS 'Number of the scale at that terminal (地磅编号)';

-- Name: COLUMN station_weighing.direction; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.direction IS '0 not said, 1 in, 2 out, as sent; of a scale: as registered (进出方向)';

-- Name: COLUMN station_weighing.weigh_mode; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.weigh_mode IS 'As in telemetry.lift (称重方式)';

-- Name: COLUMN station_weighing.tare_source; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.tare_source IS '0 none, 1 measured, 2 stored, 3 preset (皮重来源)';

-- Name: COLUMN station_weighing.waste_type; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.waste_type IS 'As in telemetry.lift (垃圾类别)';

-- Name: COLUMN station_weighing.identified_by; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.identified_by IS '0 not, 1 tag, 2 plate camera, 3 by hand (识别方式)';

-- Name: COLUMN station_weighing.tag_tech; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.tag_tech IS 'As in telemetry.tag_read (标签类型)';

-- Name: COLUMN station_weighing.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN station_weighing.ticket; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.ticket IS 'Number of the weighing ticket; null: none (磅单号)';

-- Name: COLUMN station_weighing.plate_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.plate_no IS 'Plate as told by the station; null: none (车牌号)';

-- Name: COLUMN station_weighing.tag_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.tag_id IS 'Bytes of the vehicle''s tag; null: none was read (标签号)';

-- Name: COLUMN station_weighing.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.extra IS 'Bytes behind the known fields, of a later version (附加字段)';

-- Name: COLUMN station_weighing.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.raw IS 'Whole record as received, kept when its time does not count; of a scale: the frame that completed the weighing (原始记录)';

-- Name: station_weighing; Type: VIEW; Schema: report

CREATE VIEW report.station_weighing WITH (security_barrier='true') AS
 SELECT telemetry.local_day(r.recorded_at) AS service_date,
    (r.recorded_at AT TIME ZONE telemetry.site_time_zone()) AS weighed_at,
    COALESCE(st.code, df.code) AS site_code,
    COALESCE(st.name, df.name) AS site_name,
        CASE
            WHEN (df.disposal_facility_id IS NOT NULL) THEN '末端处理厂'::text
            WHEN (st.kind = 'transfer_station'::text) THEN '转运站'::text
            WHEN (st.kind = 'cleaning_station'::text) THEN '密闭式清洁站'::text
            ELSE NULL::text
        END AS site_kind,
    s.code AS street_code,
    s.name AS street_name,
    sc.code AS scale_code,
    r.scale_no,
        CASE r.direction
            WHEN 1 THEN '进'::text
            WHEN 2 THEN '出'::text
            ELSE '未知'::text
        END AS direction,
    r.ticket,
    COALESCE(r.plate_no, tv.plate_no) AS plate_no,
    u.code AS unit_code,
    u.name AS unit_name,
        CASE r.identified_by
            WHEN 1 THEN '标签'::text
            WHEN 2 THEN '车牌识别'::text
            WHEN 3 THEN '人工'::text
            ELSE '未识别'::text
        END AS identified_by,
    upper(encode(r.tag_id, 'hex'::text)) AS tag,
    w.code AS waste_code,
    w.name AS waste_name,
    (((r.gross_g)::numeric / 1000.0))::numeric(12,3) AS gross_kg,
    (((r.tare_g)::numeric / 1000.0))::numeric(12,3) AS tare_kg,
    (((r.net_g)::numeric / 1000.0))::numeric(12,3) AS net_kg,
        CASE r.tare_source
            WHEN 1 THEN '实测'::text
            WHEN 2 THEN '存储'::text
            WHEN 3 THEN '预置'::text
            ELSE '无'::text
        END AS tare_source,
    report.weigh_flag_names(r.weigh_flags) AS weigh_flags,
    r.supersedes,
    (r.received_at AT TIME ZONE telemetry.site_time_zone()) AS received_at,
    t.number AS terminal_no,
    r.boot_no,
    r.seq,
    r.recorded_at,
    r.terminal_id,
    st.street_id,
    r.xmin AS stored_in
   FROM ((((((((((telemetry.station_weighing r
     LEFT JOIN registry.terminal t ON ((t.terminal_id = r.terminal_id)))
     LEFT JOIN registry.scale sc ON ((sc.terminal_id = r.terminal_id)))
     LEFT JOIN registry.terminal_mount m ON (((m.terminal_id = r.terminal_id) AND (m.valid @> r.recorded_at))))
     LEFT JOIN registry.station st ON ((st.station_id = m.station_id)))
     LEFT JOIN registry.disposal_facility df ON ((df.disposal_facility_id = m.disposal_facility_id)))
     LEFT JOIN registry.street s ON ((s.street_id = st.street_id)))
     LEFT JOIN registry.tag_binding tb ON (((tb.tag_id = r.tag_id) AND (tb.tag_tech = r.tag_tech) AND (tb.valid @> r.recorded_at))))
     LEFT JOIN registry.vehicle tv ON ((tv.vehicle_id = tb.vehicle_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = tb.responsible_unit_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = r.waste_type)))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (st.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW station_weighing; Type: COMMENT; Schema: report

COMMENT ON VIEW report.station_weighing IS 'Every weighing at a station or plant, corrections as rows of their own. Conditions on recorded_at (with report.day_start) read the days asked for alone (站点称重明细)';

-- Name: COLUMN station_weighing.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.service_date IS 'Local day of the weighing (业务日期)';

-- Name: COLUMN station_weighing.weighed_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.weighed_at IS 'Local time of the weighing (过磅时间)';

-- Name: COLUMN station_weighing.site_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.site_code IS 'Code of the station or plant where the terminal stood then (场站编码)';

-- Name: COLUMN station_weighing.site_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.site_name IS 'Its name (场站)';

-- Name: COLUMN station_weighing.site_kind; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.site_kind IS 'Cleaning station, transfer station or plant (场站类型)';

-- Name: COLUMN station_weighing.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.street_code IS 'Code of the street in which the station lies; null: a plant (街镇编码)';

-- Name: COLUMN station_weighing.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.street_name IS 'Its name (街镇)';

-- Name: COLUMN station_weighing.scale_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.scale_code IS 'Code of the scale, of one that delivers by itself (地磅编码)';

-- Name: COLUMN station_weighing.scale_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.scale_no IS 'Number of the scale at that terminal (地磅编号)';

-- Name: COLUMN station_weighing.direction; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.direction IS 'In or out (进出方向)';

-- Name: COLUMN station_weighing.ticket; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.ticket IS 'Number of the weighing ticket (磅单号)';

-- Name: COLUMN station_weighing.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.plate_no IS 'Plate as told by the station, else of the vehicle whose tag was read (车牌号)';

-- Name: COLUMN station_weighing.unit_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.unit_code IS 'Code of the unit whose card was read (责任主体编码)';

-- Name: COLUMN station_weighing.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.unit_name IS 'Its name (责任主体)';

-- Name: COLUMN station_weighing.identified_by; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.identified_by IS 'How it was identified (识别方式)';

-- Name: COLUMN station_weighing.tag; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.tag IS 'Tag as read, hexadecimal (标签号)';

-- Name: COLUMN station_weighing.waste_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.waste_code IS 'Type of waste as declared (垃圾类别编码)';

-- Name: COLUMN station_weighing.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.waste_name IS 'Its name (垃圾类别)';

-- Name: COLUMN station_weighing.gross_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.gross_kg IS 'Gross weight as sent, kg (毛重(千克))';

-- Name: COLUMN station_weighing.tare_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.tare_kg IS 'Tare weight as sent, kg (皮重(千克))';

-- Name: COLUMN station_weighing.net_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.net_kg IS 'Net weight as sent, kg (净重(千克))';

-- Name: COLUMN station_weighing.tare_source; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.tare_source IS 'Where the tare came from (皮重来源)';

-- Name: COLUMN station_weighing.weigh_flags; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.weigh_flags IS 'What makes the weight doubtful; empty: nothing (称重标志)';

-- Name: COLUMN station_weighing.supersedes; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.supersedes IS 'seq of the weighing of the same terminal and start that this one corrects (更正的记录)';

-- Name: COLUMN station_weighing.received_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.received_at IS 'Local time when the gateway received it (接收时间)';

-- Name: COLUMN station_weighing.terminal_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.terminal_no IS 'Number of the terminal; with recorded_at, boot_no and seq the record''s key (终端号)';

-- Name: COLUMN station_weighing.boot_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.boot_no IS 'Starts of the terminal (启动次数)';

-- Name: COLUMN station_weighing.seq; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.seq IS 'Records since that start (记录序号)';

-- Name: COLUMN station_weighing.recorded_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.recorded_at IS 'The instant of weighed_at; conditions on it leave out other days'' partitions (记录时刻)';

-- Name: COLUMN station_weighing.terminal_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.terminal_id IS 'registry.terminal (终端标识)';

-- Name: COLUMN station_weighing.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.street_id IS 'registry.street (街镇标识)';

-- Name: COLUMN station_weighing.stored_in; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.station_weighing.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Name: task; Type: VIEW; Schema: report

CREATE VIEW report.task WITH (security_barrier='true') AS
 SELECT t.service_date,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.name AS waste_name,
    (t.window_start AT TIME ZONE telemetry.site_time_zone()) AS window_start,
    (t.window_end AT TIME ZONE telemetry.site_time_zone()) AS window_end,
    (t.deadline AT TIME ZONE telemetry.site_time_zone()) AS deadline,
    t.outcome,
    t.cause,
    (t.collected_at AT TIME ZONE telemetry.site_time_zone()) AS collected_at,
    (t.known_at AT TIME ZONE telemetry.site_time_zone()) AS known_at,
    v.plate_no,
    ca.name AS carrier_name,
    t.street_id
   FROM (((((((ops.collection_task t
     LEFT JOIN registry.street s ON ((s.street_id = t.street_id)))
     LEFT JOIN registry.community c ON ((c.community_id = t.community_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = t.responsible_unit_id)))
     LEFT JOIN registry.collection_point p ON ((p.collection_point_id = t.collection_point_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = t.waste_type)))
     LEFT JOIN registry.vehicle v ON ((v.vehicle_id = COALESCE(t.vehicle_id, t.usual_vehicle_id))))
     LEFT JOIN registry.carrier ca ON ((ca.carrier_id = COALESCE(t.carrier_id, t.usual_carrier_id))))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (t.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW task; Type: COMMENT; Schema: report

COMMENT ON VIEW report.task IS 'A due collection and what became of it, as it stands now (收运任务)';

-- Name: COLUMN task.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.service_date IS 'Local day on which the window begins (作业日)';

-- Name: COLUMN task.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.street_code IS 'Code of the street; null: none is known (街镇编码)';

-- Name: COLUMN task.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.street_name IS 'Its name (街镇)';

-- Name: COLUMN task.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.community_name IS 'Community or village (社区)';

-- Name: COLUMN task.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.unit_name IS 'Name of the unit that answers for the point (责任主体)';

-- Name: COLUMN task.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.point_code IS 'Code of the collection point (收集点编码)';

-- Name: COLUMN task.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.point_name IS 'Its name (收集点)';

-- Name: COLUMN task.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.waste_name IS 'Type of waste (垃圾类别)';

-- Name: COLUMN task.window_start; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.window_start IS 'Local beginning of the window (时段开始)';

-- Name: COLUMN task.window_end; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.window_end IS 'Its end (时段结束)';

-- Name: COLUMN task.deadline; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.deadline IS 'Its end and the grace (截止时间)';

-- Name: COLUMN task.outcome; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.outcome IS 'pending, on_time, late, missed, unconfirmed, excused (结果)';

-- Name: COLUMN task.cause; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.cause IS 'no_visit, visit_no_read, terminal_offline (原因)';

-- Name: COLUMN task.collected_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.collected_at IS 'Local time of the lift that completes it (收运时间)';

-- Name: COLUMN task.known_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.known_at IS 'Since when the outcome is known (判定时间)';

-- Name: COLUMN task.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.plate_no IS 'Vehicle that came, else the usual one (车牌号)';

-- Name: COLUMN task.carrier_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.carrier_name IS 'Carrier that ran it (收运单位)';

-- Name: COLUMN task.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.task.street_id IS 'registry.street (街镇标识)';

-- Name: fix; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.fix (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    alarm_bits bigint NOT NULL,
    status_bits bigint NOT NULL,
    odometer_hm bigint,
    body_hash integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    altitude_m integer NOT NULL,
    speed_dkmh integer NOT NULL,
    course_deg integer NOT NULL,
    fuel_dl integer,
    satellites smallint,
    signal smallint,
    time_quality smallint NOT NULL,
    is_backfill boolean NOT NULL,
    extra bytea,
    raw_body bytea,
    CONSTRAINT fix_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE fix; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.fix IS 'A BeiDou/GPS fix: one position of a 0x0200 or 0x0704, with its standard additional items (定位, 轨迹点)';

-- Name: COLUMN fix.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.terminal_id IS 'registry.terminal';

-- Name: COLUMN fix.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (定位时间)';

-- Name: COLUMN fix.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN fix.alarm_bits; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.alarm_bits IS 'Alarm word as sent, unsigned 32 bits (报警标志)';

-- Name: COLUMN fix.status_bits; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.status_bits IS 'Status word as sent, unsigned 32 bits: 1 ACC on, 2 position fixed, 4 south, 8 west, ... (状态)';

-- Name: COLUMN fix.odometer_hm; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.odometer_hm IS 'Odometer, 0.1 km (里程)';

-- Name: COLUMN fix.body_hash; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.body_hash IS 'CRC-32 (ISO-HDLC, as zlib''s crc32) of the location body as sent, read as a signed integer: a retransmission has the same, a second report within one second another';

-- Name: COLUMN fix.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null when it does not fit, see raw_body (经度)';

-- Name: COLUMN fix.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null when it does not fit, see raw_body (纬度)';

-- Name: COLUMN fix.altitude_m; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.altitude_m IS 'Altitude, metres (高程)';

-- Name: COLUMN fix.speed_dkmh; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.speed_dkmh IS 'Ground speed, 0.1 km/h (速度)';

-- Name: COLUMN fix.course_deg; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.course_deg IS 'Course, degrees clockwise from north (方向)';

-- Name: COLUMN fix.fuel_dl; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.fuel_dl IS 'Fuel, 0.1 l; with its top bit set (32768 and more) a vendor''s plain value (油量)';

-- Name: COLUMN fix.satellites; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.satellites IS 'Satellites used (定位卫星数)';

-- Name: COLUMN fix.signal; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.signal IS 'Radio signal strength as sent (无线信号强度)';

-- Name: COLUMN fix.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.time_quality IS '0 device time; receive time stands in because the device time was 1 no date (zeros, not BCD), 2 more than a day ahead, 3 of one more new day than the gateway opens for unusual dates (时间质量)';

-- Name: COLUMN fix.is_backfill; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.is_backfill IS 'Sent as stored while there was no link, 0x0704 type 1 (补传)';

-- Name: COLUMN fix.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.extra IS 'Additional items without a column of their own, as received: id, length, value, ...; and what was left over at the end. Read them with telemetry.additional_items (附加信息)';

-- Name: COLUMN fix.raw_body; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.fix.raw_body IS 'Whole location body as received, kept when the columns do not say all of it: a time that does not count, a coordinate beyond 32 bits (原始消息体)';

-- Name: vehicle_track; Type: VIEW; Schema: report

CREATE VIEW report.vehicle_track AS
 SELECT telemetry.local_day(f.recorded_at) AS service_date,
    (f.recorded_at AT TIME ZONE telemetry.site_time_zone()) AS located_at,
    v.plate_no,
    ca.code AS carrier_code,
    ca.name AS carrier_name,
    (((f.lon_e6)::numeric / 1000000.0))::numeric(10,6) AS lon,
    (((f.lat_e6)::numeric / 1000000.0))::numeric(10,6) AS lat,
    (((f.speed_dkmh)::numeric / 10.0))::numeric(8,1) AS speed_kmh,
    f.course_deg,
    f.altitude_m,
    (((f.odometer_hm)::numeric / 10.0))::numeric(12,1) AS odometer_km,
        CASE
            WHEN (f.fuel_dl < 32768) THEN (((f.fuel_dl)::numeric / 10.0))::numeric(8,1)
            ELSE NULL::numeric
        END AS fuel_l,
    ((f.status_bits & (1)::bigint) = 1) AS is_ignition_on,
    ((f.status_bits & (2)::bigint) = 2) AS is_positioned,
    f.alarm_bits,
    f.is_backfill,
    (f.received_at AT TIME ZONE telemetry.site_time_zone()) AS received_at,
    (f.time_quality = 0) AS is_time_sound,
    t.number AS terminal_no,
    f.body_hash,
    f.recorded_at,
    f.terminal_id,
    f.xmin AS stored_in
   FROM (((((telemetry.fix f
     LEFT JOIN registry.terminal t ON ((t.terminal_id = f.terminal_id)))
     LEFT JOIN registry.terminal_mount m ON (((m.terminal_id = f.terminal_id) AND (m.valid @> f.recorded_at))))
     LEFT JOIN registry.vehicle v ON ((v.vehicle_id = m.vehicle_id)))
     LEFT JOIN registry.vehicle_assignment va ON (((va.vehicle_id = m.vehicle_id) AND (va.valid @> f.recorded_at))))
     LEFT JOIN registry.carrier ca ON ((ca.carrier_id = va.carrier_id)));

-- Name: VIEW vehicle_track; Type: COMMENT; Schema: report

COMMENT ON VIEW report.vehicle_track IS 'Every fix, with the vehicle that carried the terminal. Conditions on recorded_at (with report.day_start) read the days asked for alone; one on terminal_id besides uses the index (车辆轨迹)';

-- Name: COLUMN vehicle_track.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.service_date IS 'Local day of the fix (业务日期)';

-- Name: COLUMN vehicle_track.located_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.located_at IS 'Local time of the fix by the terminal''s clock (定位时间)';

-- Name: COLUMN vehicle_track.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.plate_no IS 'Vehicle that carried the terminal then (车牌号)';

-- Name: COLUMN vehicle_track.carrier_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.carrier_code IS 'Code of the carrier that ran the vehicle then (收运单位编码)';

-- Name: COLUMN vehicle_track.carrier_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.carrier_name IS 'Its name (收运单位)';

-- Name: COLUMN vehicle_track.lon; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.lon IS 'Longitude, WGS-84 degrees (经度)';

-- Name: COLUMN vehicle_track.lat; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.lat IS 'Latitude, WGS-84 degrees (纬度)';

-- Name: COLUMN vehicle_track.speed_kmh; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.speed_kmh IS 'Ground speed, km/h (速度(千米/时))';

-- Name: COLUMN vehicle_track.course_deg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.course_deg IS 'Course, degrees clockwise from north (方向)';

-- Name: COLUMN vehicle_track.altitude_m; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.altitude_m IS 'Altitude, metres (高程(米))';

-- Name: COLUMN vehicle_track.odometer_km; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.odometer_km IS 'Odometer, km (里程(千米))';

-- Name: COLUMN vehicle_track.fuel_l; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.fuel_l IS 'Fuel, litres; null: not sent, or in a vendor''s own unit (油量(升))';

-- Name: COLUMN vehicle_track.is_ignition_on; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.is_ignition_on IS 'Ignition is on (ACC状态)';

-- Name: COLUMN vehicle_track.is_positioned; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.is_positioned IS 'The receiver had a fix; false: the place is an old one (是否定位)';

-- Name: COLUMN vehicle_track.alarm_bits; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.alarm_bits IS 'Alarm word as sent (报警标志)';

-- Name: COLUMN vehicle_track.is_backfill; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.is_backfill IS 'Sent later, from the terminal''s store (是否补传)';

-- Name: COLUMN vehicle_track.received_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.received_at IS 'Local time when the gateway received it (接收时间)';

-- Name: COLUMN vehicle_track.is_time_sound; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.is_time_sound IS 'False: the time of receipt stands in for a clock that was wrong (时间是否可信)';

-- Name: COLUMN vehicle_track.terminal_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.terminal_no IS 'Number of the terminal; with recorded_at and body_hash the record''s key (终端号)';

-- Name: COLUMN vehicle_track.body_hash; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.body_hash IS 'Tells two fixes of one second apart (报文校验值)';

-- Name: COLUMN vehicle_track.recorded_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.recorded_at IS 'The instant of located_at; conditions on it leave out other days'' partitions (记录时刻)';

-- Name: COLUMN vehicle_track.terminal_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.terminal_id IS 'registry.terminal (终端标识)';

-- Name: COLUMN vehicle_track.stored_in; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_track.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Name: lift; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.lift (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    boot_no integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    fix_age_ds integer,
    gross_g integer NOT NULL,
    tare_g integer NOT NULL,
    net_g integer NOT NULL,
    weigh_flags integer NOT NULL,
    weigh_mode smallint NOT NULL,
    waste_type smallint NOT NULL,
    quality smallint NOT NULL,
    tag_tech smallint NOT NULL,
    time_quality smallint NOT NULL,
    tag_id bytea,
    extra bytea,
    raw bytea,
    CONSTRAINT lift_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE lift; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.lift IS 'One bin emptied, with its weights and its tag: record kind 3 (收运, 提升称重)';

-- Name: COLUMN lift.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.terminal_id IS 'registry.terminal';

-- Name: COLUMN lift.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (收运时间)';

-- Name: COLUMN lift.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN lift.seq; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.seq IS 'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';

-- Name: COLUMN lift.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.boot_no IS 'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md (启动次数)';

-- Name: COLUMN lift.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN lift.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN lift.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN lift.gross_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.gross_g IS 'Gross weight, grams, as sent (毛重)';

-- Name: COLUMN lift.tare_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.tare_g IS 'Tare weight, grams, as sent (皮重)';

-- Name: COLUMN lift.net_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.net_g IS 'Net weight, grams, as sent; not worked out here (净重)';

-- Name: COLUMN lift.weigh_flags; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.weigh_flags IS 'As in telemetry.load_sample (称重标志)';

-- Name: COLUMN lift.weigh_mode; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.weigh_mode IS '1 lifter static, 2 lifter dynamic, 3 body difference, 4 platform, 5 weighbridge, 6 volume estimate (称重方式)';

-- Name: COLUMN lift.waste_type; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.waste_type IS 'As declared: 0 not said, 1 kitchen, 2 residual, 3 recyclable, 4 hazardous, 5 catering, 6 bulky, 7 renovation, 8 garden (垃圾类别)';

-- Name: COLUMN lift.quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.quality IS '0 not judged, 1 accepted, 2 contaminated (分类质量)';

-- Name: COLUMN lift.tag_tech; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.tag_tech IS 'As in telemetry.tag_read (标签类型)';

-- Name: COLUMN lift.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN lift.tag_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.tag_id IS 'Bytes of the bin''s tag; null: none was read (标签号)';

-- Name: COLUMN lift.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.extra IS 'Bytes behind the known fields, of a later version (附加字段)';

-- Name: COLUMN lift.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

-- Name: vehicle_weighing; Type: VIEW; Schema: report

CREATE VIEW report.vehicle_weighing WITH (security_barrier='true') AS
 SELECT telemetry.local_day(l.recorded_at) AS service_date,
    (l.recorded_at AT TIME ZONE telemetry.site_time_zone()) AS lifted_at,
    v.plate_no,
    ca.code AS carrier_code,
    ca.name AS carrier_name,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.code AS unit_code,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    b.code AS bin_code,
    upper(encode(l.tag_id, 'hex'::text)) AS tag,
    w.code AS waste_code,
    w.name AS waste_name,
    (((l.gross_g)::numeric / 1000.0))::numeric(12,3) AS gross_kg,
    (((l.tare_g)::numeric / 1000.0))::numeric(12,3) AS tare_kg,
    (((l.net_g)::numeric / 1000.0))::numeric(12,3) AS net_kg,
    report.weigh_mode_name(l.weigh_mode) AS weigh_mode,
    (l.weigh_mode = 6) AS is_estimated,
    report.weigh_flag_names(l.weigh_flags) AS weigh_flags,
        CASE l.quality
            WHEN 1 THEN '合格'::text
            WHEN 2 THEN '不合格'::text
            ELSE '未判定'::text
        END AS quality,
    (((l.lon_e6)::numeric / 1000000.0))::numeric(10,6) AS lon,
    (((l.lat_e6)::numeric / 1000000.0))::numeric(10,6) AS lat,
    (l.received_at AT TIME ZONE telemetry.site_time_zone()) AS received_at,
    (l.time_quality = 0) AS is_time_sound,
    t.number AS terminal_no,
    l.boot_no,
    l.seq,
    l.recorded_at,
    l.terminal_id,
    c.street_id,
    l.xmin AS stored_in
   FROM ((((((((((((((telemetry.lift l
     LEFT JOIN registry.terminal t ON ((t.terminal_id = l.terminal_id)))
     LEFT JOIN registry.terminal_mount m ON (((m.terminal_id = l.terminal_id) AND (m.valid @> l.recorded_at))))
     LEFT JOIN registry.vehicle v ON ((v.vehicle_id = m.vehicle_id)))
     LEFT JOIN registry.vehicle_assignment va ON (((va.vehicle_id = m.vehicle_id) AND (va.valid @> l.recorded_at))))
     LEFT JOIN registry.carrier ca ON ((ca.carrier_id = va.carrier_id)))
     LEFT JOIN registry.tag_binding tb ON (((tb.tag_id = l.tag_id) AND (tb.tag_tech = l.tag_tech) AND (tb.valid @> l.recorded_at))))
     LEFT JOIN registry.bin b ON ((b.bin_id = tb.bin_id)))
     LEFT JOIN registry.bin_placement bp ON (((bp.bin_id = tb.bin_id) AND (bp.valid @> l.recorded_at))))
     LEFT JOIN registry.collection_point p ON ((p.collection_point_id = bp.collection_point_id)))
     LEFT JOIN registry.point_affiliation pa ON (((pa.collection_point_id = bp.collection_point_id) AND (pa.valid @> l.recorded_at))))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = COALESCE(tb.responsible_unit_id, pa.responsible_unit_id))))
     LEFT JOIN registry.community c ON ((c.community_id = COALESCE(pa.community_id, u.community_id))))
     LEFT JOIN registry.street s ON ((s.street_id = c.street_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = COALESCE(NULLIF(l.waste_type, 0), b.waste_type))))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (c.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW vehicle_weighing; Type: COMMENT; Schema: report

COMMENT ON VIEW report.vehicle_weighing IS 'Every lift, with its weights and what its tag stood for at that moment. Conditions on recorded_at (with report.day_start) read the days asked for alone (车辆称重明细)';

-- Name: COLUMN vehicle_weighing.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.service_date IS 'Local day of the lift (业务日期)';

-- Name: COLUMN vehicle_weighing.lifted_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.lifted_at IS 'Local time of the lift by the terminal''s clock (收运时间)';

-- Name: COLUMN vehicle_weighing.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.plate_no IS 'Vehicle that carried the terminal then (车牌号)';

-- Name: COLUMN vehicle_weighing.carrier_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.carrier_code IS 'Code of the carrier that ran the vehicle then (收运单位编码)';

-- Name: COLUMN vehicle_weighing.carrier_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.carrier_name IS 'Its name (收运单位)';

-- Name: COLUMN vehicle_weighing.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.street_code IS 'Code of the street to which the point belonged then (街镇编码)';

-- Name: COLUMN vehicle_weighing.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.street_name IS 'Its name (街镇)';

-- Name: COLUMN vehicle_weighing.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.community_name IS 'Community or village (社区)';

-- Name: COLUMN vehicle_weighing.unit_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.unit_code IS 'Code of the unit that answered for the point (责任主体编码)';

-- Name: COLUMN vehicle_weighing.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.unit_name IS 'Its name (责任主体)';

-- Name: COLUMN vehicle_weighing.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.point_code IS 'Code of the collection point where the bin stood (收集点编码)';

-- Name: COLUMN vehicle_weighing.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.point_name IS 'Its name (收集点)';

-- Name: COLUMN vehicle_weighing.bin_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.bin_code IS 'Bin that carried the tag then; null: the tag is bound to none (垃圾桶编码)';

-- Name: COLUMN vehicle_weighing.tag; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.tag IS 'Tag as read, hexadecimal; null: none was read (标签号)';

-- Name: COLUMN vehicle_weighing.waste_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.waste_code IS 'Type of waste as the terminal declared it, else that of the bin (垃圾类别编码)';

-- Name: COLUMN vehicle_weighing.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.waste_name IS 'Its name (垃圾类别)';

-- Name: COLUMN vehicle_weighing.gross_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.gross_kg IS 'Gross weight as sent, kg (毛重(千克))';

-- Name: COLUMN vehicle_weighing.tare_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.tare_kg IS 'Tare weight as sent, kg (皮重(千克))';

-- Name: COLUMN vehicle_weighing.net_kg; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.net_kg IS 'Net weight as sent, kg (净重(千克))';

-- Name: COLUMN vehicle_weighing.weigh_mode; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.weigh_mode IS 'How it was weighed (称重方式)';

-- Name: COLUMN vehicle_weighing.is_estimated; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.is_estimated IS 'Estimated by volume, not weighed (是否估算)';

-- Name: COLUMN vehicle_weighing.weigh_flags; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.weigh_flags IS 'What makes the weight doubtful; empty: nothing (称重标志)';

-- Name: COLUMN vehicle_weighing.quality; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.quality IS 'Verdict on the sorting (分类质量)';

-- Name: COLUMN vehicle_weighing.lon; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.lon IS 'Longitude, WGS-84 degrees (经度)';

-- Name: COLUMN vehicle_weighing.lat; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.lat IS 'Latitude, WGS-84 degrees (纬度)';

-- Name: COLUMN vehicle_weighing.received_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.received_at IS 'Local time when the gateway received it (接收时间)';

-- Name: COLUMN vehicle_weighing.is_time_sound; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.is_time_sound IS 'False: the time of receipt stands in for a clock that was wrong (时间是否可信)';

-- Name: COLUMN vehicle_weighing.terminal_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.terminal_no IS 'Number of the terminal; with recorded_at, boot_no and seq the record''s key (终端号)';

-- Name: COLUMN vehicle_weighing.boot_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.boot_no IS 'Starts of the terminal (启动次数)';

-- Name: COLUMN vehicle_weighing.seq; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.seq IS 'Records since that start (记录序号)';

-- Name: COLUMN vehicle_weighing.recorded_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.recorded_at IS 'The instant of lifted_at; conditions on it leave out other days'' partitions (记录时刻)';

-- Name: COLUMN vehicle_weighing.terminal_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.terminal_id IS 'registry.terminal (终端标识)';

-- Name: COLUMN vehicle_weighing.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.street_id IS 'registry.street (街镇标识)';

-- Name: COLUMN vehicle_weighing.stored_in; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.vehicle_weighing.stored_in IS 'Transaction that stored the row, its last 32 bits; see ops.full_xid (入库事务)';

-- Name: warning; Type: VIEW; Schema: report

CREATE VIEW report.warning WITH (security_barrier='true') AS
 SELECT e.warning_id,
    e.kind,
    e.service_date,
    (e.raised_at AT TIME ZONE telemetry.site_time_zone()) AS raised_at,
    s.code AS street_code,
    s.name AS street_name,
    c.name AS community_name,
    u.name AS unit_name,
    p.code AS point_code,
    p.name AS point_name,
    w.name AS waste_name,
    (e.window_start AT TIME ZONE telemetry.site_time_zone()) AS window_start,
    (e.deadline AT TIME ZONE telemetry.site_time_zone()) AS deadline,
    e.state,
    e.cause,
    e.is_open,
    (e.at AT TIME ZONE telemetry.site_time_zone()) AS changed_at,
    e.actor,
    e.reason,
    v.plate_no,
    ca.name AS carrier_name,
    e.street_id
   FROM (((((((ops.warning_now e
     LEFT JOIN registry.street s ON ((s.street_id = e.street_id)))
     LEFT JOIN registry.community c ON ((c.community_id = e.community_id)))
     LEFT JOIN registry.responsible_unit u ON ((u.responsible_unit_id = e.responsible_unit_id)))
     LEFT JOIN registry.collection_point p ON ((p.collection_point_id = e.collection_point_id)))
     LEFT JOIN registry.waste_type w ON ((w.waste_type = e.waste_type)))
     LEFT JOIN registry.vehicle v ON ((v.vehicle_id = e.vehicle_id)))
     LEFT JOIN registry.carrier ca ON ((ca.carrier_id = e.carrier_id)))
  WHERE (( SELECT report.sees_all(CURRENT_USER) AS sees_all) OR (e.street_id = ANY (( SELECT report.streets_of(CURRENT_USER) AS streets_of)::bigint[])));

-- Name: VIEW warning; Type: COMMENT; Schema: report

COMMENT ON VIEW report.warning IS 'Every warning as it stands (预警)';

-- Name: COLUMN warning.warning_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.warning_id IS 'Number of the warning (预警编号)';

-- Name: COLUMN warning.kind; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.kind IS 'What it is about (类型)';

-- Name: COLUMN warning.service_date; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.service_date IS 'Local day that it belongs to (作业日)';

-- Name: COLUMN warning.raised_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.raised_at IS 'Local time that it is about (预警时间)';

-- Name: COLUMN warning.street_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.street_code IS 'Code of the street; null: none is known (街镇编码)';

-- Name: COLUMN warning.street_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.street_name IS 'Its name (街镇)';

-- Name: COLUMN warning.community_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.community_name IS 'Community or village (社区)';

-- Name: COLUMN warning.unit_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.unit_name IS 'Name of the unit that answers for the point (责任主体)';

-- Name: COLUMN warning.point_code; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.point_code IS 'Code of the collection point (收集点编码)';

-- Name: COLUMN warning.point_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.point_name IS 'Its name (收集点)';

-- Name: COLUMN warning.waste_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.waste_name IS 'Type of waste (垃圾类别)';

-- Name: COLUMN warning.window_start; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.window_start IS 'Local beginning of the window (时段开始)';

-- Name: COLUMN warning.deadline; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.deadline IS 'Its end and the grace (截止时间)';

-- Name: COLUMN warning.state; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.state IS 'raised, unconfirmed, acknowledged, handled, closed, dismissed, withdrawn, collected_late, resolved (状态)';

-- Name: COLUMN warning.cause; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.cause IS 'Cause as known now (原因)';

-- Name: COLUMN warning.is_open; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.is_open IS 'Somebody still has something to do (是否未结)';

-- Name: COLUMN warning.changed_at; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.changed_at IS 'Local time of the last event (变更时间)';

-- Name: COLUMN warning.actor; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.actor IS 'Who acted last (操作人)';

-- Name: COLUMN warning.reason; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.reason IS 'Why, or what was done (说明)';

-- Name: COLUMN warning.plate_no; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.plate_no IS 'Vehicle concerned (车牌号)';

-- Name: COLUMN warning.carrier_name; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.carrier_name IS 'Carrier concerned (收运单位)';

-- Name: COLUMN warning.street_id; Type: COMMENT; Schema: report

COMMENT ON COLUMN report.warning.street_id IS 'registry.street (街镇标识)';

-- Name: bin_day; Type: TABLE; Schema: stats

CREATE TABLE stats.bin_day (
    bin_id bigint NOT NULL,
    last_lift_at timestamp with time zone NOT NULL,
    net_g bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date date NOT NULL,
    lifts integer NOT NULL,
    weighed_lifts integer NOT NULL,
    estimated_lifts integer NOT NULL,
    doubtful_lifts integer NOT NULL,
    zero_lifts integer NOT NULL,
    rapid_lifts integer NOT NULL,
    repeat_lifts integer NOT NULL
);

-- Name: TABLE bin_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.bin_day IS 'Lifts of a bin in a day, by the tag that it carried then; lifts = weighed + estimated + doubtful (垃圾桶日统计)';

-- Name: COLUMN bin_day.bin_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.bin_id IS 'registry.bin (垃圾桶)';

-- Name: COLUMN bin_day.last_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';

-- Name: COLUMN bin_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN bin_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN bin_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.service_date IS 'Local day (日期)';

-- Name: COLUMN bin_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN bin_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN bin_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN bin_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN bin_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.zero_lifts IS 'Lifts of every sort with a net weight of 0 (零重次数)';

-- Name: COLUMN bin_day.rapid_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.rapid_lifts IS 'Lifts that were the fourth or a later one of the day within 10 minutes (十分钟内第四次及以后收运次数)';

-- Name: COLUMN bin_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.bin_day.repeat_lifts IS 'Lifts that are this bin shaken once more: below 2 kg, within 3 minutes after a heavier one by the same terminal (重复称重次数)';

-- Name: track_day; Type: TABLE; Schema: stats

CREATE TABLE stats.track_day (
    terminal_id bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    first_fix_at timestamp with time zone,
    last_fix_at timestamp with time zone,
    first_odometer_hm bigint,
    last_odometer_hm bigint,
    least_lag_ms bigint,
    service_date date NOT NULL,
    fixes integer NOT NULL,
    late_fixes integer NOT NULL,
    backfill_fixes integer NOT NULL,
    bad_clock_fixes integer NOT NULL,
    unplaced_fixes integer NOT NULL,
    online_s integer NOT NULL,
    odometer_m integer NOT NULL,
    track_m integer NOT NULL,
    jumps integer NOT NULL,
    stops integer NOT NULL,
    stop_s integer NOT NULL,
    gaps integer NOT NULL,
    gap_s integer NOT NULL,
    longest_gap_s integer NOT NULL,
    silent_hours integer NOT NULL,
    top_speed_dkmh integer NOT NULL,
    fuel_used_dl integer,
    refuelled_dl integer NOT NULL,
    counts_for_vehicle boolean NOT NULL
);

-- Name: TABLE track_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.track_day IS 'The way of a terminal in a day, on the vehicle that carried it; of its fixes (轨迹日统计)';

-- Name: COLUMN track_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN track_day.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN track_day.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN track_day.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN track_day.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN track_day.first_odometer_hm; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.first_odometer_hm IS 'First odometer reading, 0.1 km; null: none (起始里程)';

-- Name: COLUMN track_day.last_odometer_hm; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.last_odometer_hm IS 'Last odometer reading, 0.1 km; null: none (终止里程)';

-- Name: COLUMN track_day.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN track_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.service_date IS 'Local day (日期)';

-- Name: COLUMN track_day.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN track_day.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN track_day.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN track_day.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN track_day.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN track_day.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN track_day.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN track_day.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN track_day.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN track_day.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN track_day.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN track_day.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN track_day.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN track_day.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN track_day.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN track_day.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN track_day.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN track_day.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN track_day.counts_for_vehicle; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.track_day.counts_for_vehicle IS 'False: the vehicle had several terminals at once then, and another one, with more fixes in the day, tells its way (是否计入车辆)';

-- Name: trip; Type: TABLE; Schema: stats

CREATE TABLE stats.trip (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    vehicle_id bigint NOT NULL,
    carrier_id bigint NOT NULL,
    station_id bigint NOT NULL,
    disposal_facility_id bigint NOT NULL,
    from_station_id bigint NOT NULL,
    first_lift_at timestamp with time zone,
    last_lift_at timestamp with time zone,
    left_at timestamp with time zone,
    lifts_net_g bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    box_net_g bigint,
    site_net_g bigint,
    gap_g bigint,
    boot_no integer NOT NULL,
    service_date date NOT NULL,
    lifts integer NOT NULL,
    estimated_lifts integer NOT NULL,
    waste_type smallint NOT NULL,
    ticket text
);

-- Name: TABLE trip; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.trip IS 'A load that a vehicle brought to a station or plant, weighed there, against its lifts since the load before, or against the box''s weight when it left its station (趟次)';

-- Name: COLUMN trip.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.terminal_id IS 'registry.terminal of the scale where it arrived; with recorded_at, boot_no and seq the weighing (终端)';

-- Name: COLUMN trip.recorded_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.recorded_at IS 'When it was weighed on arrival (到达过磅时间)';

-- Name: COLUMN trip.seq; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.seq IS 'Of that weighing (记录序号)';

-- Name: COLUMN trip.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.vehicle_id IS 'registry.vehicle, told by tag or plate (车辆)';

-- Name: COLUMN trip.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.carrier_id IS 'registry.carrier that ran it; 0: none (收运单位)';

-- Name: COLUMN trip.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.station_id IS 'registry.station that it came to; 0: a plant (到达清洁站)';

-- Name: COLUMN trip.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.disposal_facility_id IS 'registry.disposal_facility that it came to; 0: a station (到达处理厂)';

-- Name: COLUMN trip.from_station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.from_station_id IS 'registry.station where its box was weighed out, on the same ticket; 0: what it brought is what it lifted (来源清洁站)';

-- Name: COLUMN trip.first_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.first_lift_at IS 'Its first lift since the load before; null: none (首次收运时间)';

-- Name: COLUMN trip.last_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.last_lift_at IS 'Its last lift; null: none (末次收运时间)';

-- Name: COLUMN trip.left_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.left_at IS 'When it was weighed on leaving; null: it was weighed once (离开过磅时间)';

-- Name: COLUMN trip.lifts_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.lifts_net_g IS 'Their net weight as sent, grams, doubtful and estimated ones with it (收运净重)';

-- Name: COLUMN trip.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.estimated_net_g IS 'Their part of the net weight, grams (估算净重)';

-- Name: COLUMN trip.box_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.box_net_g IS 'Net weight of the box when it left its station, grams; null: no box, or it was weighed doubtfully (出站净重)';

-- Name: COLUMN trip.site_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.site_net_g IS 'Net weight as weighed where it arrived, grams; null: not weighed on leaving yet, or over or under range, negative or by a faulty sensor, on arrival or on leaving (到场净重)';

-- Name: COLUMN trip.gap_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.gap_g IS 'Reconciliation gap, grams: what arrived less the box, or without one less the lifts; null: one of the two is not known (核对差值)';

-- Name: COLUMN trip.boot_no; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.boot_no IS 'Of that weighing (启动次数)';

-- Name: COLUMN trip.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.service_date IS 'Local day of the arrival (日期)';

-- Name: COLUMN trip.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.lifts IS 'Lifts since the load before, of every sort (收运次数)';

-- Name: COLUMN trip.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.estimated_lifts IS 'Of the lifts those estimated by volume (估算次数)';

-- Name: COLUMN trip.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.waste_type IS 'As weighed; 0: not said (垃圾类别)';

-- Name: COLUMN trip.ticket; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip.ticket IS 'Number of the weighing ticket; null: none (磅单号)';

-- Name: trip_day; Type: VIEW; Schema: stats

CREATE VIEW stats.trip_day AS
 SELECT t.service_date,
    t.vehicle_id,
    t.carrier_id,
    t.waste_type,
    count(*) AS trips,
    count(*) FILTER (WHERE (t.disposal_facility_id <> 0)) AS plant_trips,
    count(DISTINCT NULLIF(t.disposal_facility_id, 0)) AS plants,
    count(*) FILTER (WHERE (t.site_net_g IS NULL)) AS open_trips,
    (COALESCE(sum(t.site_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(t.site_net_g) FILTER (WHERE (t.disposal_facility_id <> 0)), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(t.site_net_g) FILTER (WHERE ((t.disposal_facility_id <> 0) AND (t.from_station_id = 0))), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(t.gap_g), (0)::numeric))::bigint AS gap_g
   FROM stats.trip t
  GROUP BY t.service_date, t.vehicle_id, t.carrier_id, t.waste_type;

-- Name: VIEW trip_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.trip_day IS 'The trips of a vehicle in a day (趟次日统计)';

-- Name: COLUMN trip_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.service_date IS 'Local day (日期)';

-- Name: COLUMN trip_day.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.vehicle_id IS 'registry.vehicle (车辆)';

-- Name: COLUMN trip_day.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.carrier_id IS 'registry.carrier; 0: none (收运单位)';

-- Name: COLUMN trip_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.waste_type IS 'As weighed; 0: not said (垃圾类别)';

-- Name: COLUMN trip_day.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN trip_day.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN trip_day.plants; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.plants IS 'Different plants that it came to, for this type of waste (到达处理厂数)';

-- Name: COLUMN trip_day.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN trip_day.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN trip_day.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN trip_day.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN trip_day.gap_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.trip_day.gap_g IS 'Sum of the reconciliation gaps, grams (核对差值)';

-- Name: vehicle_way; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_way AS
 SELECT t.terminal_id,
    t.vehicle_id,
    t.carrier_id,
    t.first_fix_at,
    t.last_fix_at,
    t.first_odometer_hm,
    t.last_odometer_hm,
    t.least_lag_ms,
    t.service_date,
    t.fixes,
    t.late_fixes,
    t.backfill_fixes,
    t.bad_clock_fixes,
    t.unplaced_fixes,
    t.online_s,
    t.odometer_m,
    t.track_m,
    t.jumps,
    t.stops,
    t.stop_s,
    t.gaps,
    t.gap_s,
    t.longest_gap_s,
    t.silent_hours,
    t.top_speed_dkmh,
    t.fuel_used_dl,
    t.refuelled_dl,
    t.counts_for_vehicle
   FROM stats.track_day t
  WHERE t.counts_for_vehicle;

-- Name: VIEW vehicle_way; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_way IS 'The ways of vehicles: stats.track_day of the one terminal that tells it, where a vehicle had several at once (车辆轨迹日统计)';

-- Name: COLUMN vehicle_way.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN vehicle_way.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_way.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_way.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_way.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_way.first_odometer_hm; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.first_odometer_hm IS 'First odometer reading, 0.1 km; null: none (起始里程)';

-- Name: COLUMN vehicle_way.last_odometer_hm; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.last_odometer_hm IS 'Last odometer reading, 0.1 km; null: none (终止里程)';

-- Name: COLUMN vehicle_way.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN vehicle_way.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.service_date IS 'Local day (日期)';

-- Name: COLUMN vehicle_way.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_way.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_way.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_way.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_way.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_way.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_way.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_way.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_way.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_way.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_way.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_way.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_way.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_way.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_way.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_way.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_way.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_way.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_way.counts_for_vehicle; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_way.counts_for_vehicle IS 'False: the vehicle had several terminals at once then, and another one, with more fixes in the day, tells its way (是否计入车辆)';

-- Name: carrier_day; Type: VIEW; Schema: stats

CREATE VIEW stats.carrier_day AS
 SELECT u.service_date,
    u.carrier_id,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    COALESCE(sum(u.odometer_m), (0)::bigint) AS odometer_m,
    COALESCE(sum(u.track_m), (0)::bigint) AS track_m,
    COALESCE(sum(u.online_s), (0)::bigint) AS online_s,
    sum(u.fuel_used_dl) AS fuel_used_dl
   FROM ( SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g,
            NULL::integer AS odometer_m,
            NULL::integer AS track_m,
            NULL::integer AS online_s,
            NULL::integer AS fuel_used_dl
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            NULL::integer AS odometer_m,
            NULL::integer AS track_m,
            NULL::integer AS online_s,
            NULL::integer AS fuel_used_dl
           FROM stats.trip_day s
        UNION ALL
         SELECT s.service_date,
            s.carrier_id,
            (0)::smallint AS waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g,
            s.odometer_m,
            s.track_m,
            s.online_s,
            s.fuel_used_dl
           FROM stats.vehicle_way s) u
  GROUP BY u.service_date, u.carrier_id, u.waste_type;

-- Name: VIEW carrier_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.carrier_day IS 'A carrier and type of waste; 0 as type has its distances (收运单位统计), by day';

-- Name: COLUMN carrier_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.service_date IS 'Local day (日期)';

-- Name: COLUMN carrier_day.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN carrier_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN carrier_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN carrier_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN carrier_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN carrier_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN carrier_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN carrier_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN carrier_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN carrier_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN carrier_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN carrier_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN carrier_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN carrier_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN carrier_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN carrier_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN carrier_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN carrier_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN carrier_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN carrier_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN carrier_day.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN carrier_day.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN carrier_day.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN carrier_day.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN carrier_day.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN carrier_day.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN carrier_day.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN carrier_day.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN carrier_day.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN carrier_day.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_day.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: carrier_month; Type: VIEW; Schema: stats

CREATE VIEW stats.carrier_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.carrier_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl
   FROM ( SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.odometer_m,
            s.track_m,
            s.online_s,
            s.fuel_used_dl
           FROM stats.carrier_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.carrier_id, u.waste_type;

-- Name: VIEW carrier_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.carrier_month IS 'A carrier and type of waste; 0 as type has its distances (收运单位统计), by month';

-- Name: COLUMN carrier_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.month IS 'Its first day (月)';

-- Name: COLUMN carrier_month.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN carrier_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN carrier_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN carrier_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN carrier_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN carrier_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN carrier_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN carrier_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN carrier_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN carrier_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN carrier_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN carrier_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN carrier_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN carrier_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN carrier_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN carrier_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN carrier_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN carrier_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN carrier_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN carrier_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN carrier_month.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN carrier_month.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN carrier_month.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN carrier_month.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN carrier_month.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN carrier_month.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN carrier_month.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN carrier_month.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN carrier_month.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN carrier_month.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_month.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: carrier_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.carrier_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.carrier_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl
   FROM ( SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.odometer_m,
            s.track_m,
            s.online_s,
            s.fuel_used_dl
           FROM stats.carrier_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.carrier_id, u.waste_type;

-- Name: VIEW carrier_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.carrier_quarter IS 'A carrier and type of waste; 0 as type has its distances (收运单位统计), by quarter';

-- Name: COLUMN carrier_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN carrier_quarter.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN carrier_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN carrier_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN carrier_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN carrier_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN carrier_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN carrier_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN carrier_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN carrier_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN carrier_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN carrier_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN carrier_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN carrier_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN carrier_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN carrier_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN carrier_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN carrier_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN carrier_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN carrier_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN carrier_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN carrier_quarter.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN carrier_quarter.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN carrier_quarter.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN carrier_quarter.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN carrier_quarter.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN carrier_quarter.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN carrier_quarter.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN carrier_quarter.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN carrier_quarter.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN carrier_quarter.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_quarter.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: carrier_week; Type: VIEW; Schema: stats

CREATE VIEW stats.carrier_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.carrier_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl
   FROM ( SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.odometer_m,
            s.track_m,
            s.online_s,
            s.fuel_used_dl
           FROM stats.carrier_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.carrier_id, u.waste_type;

-- Name: VIEW carrier_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.carrier_week IS 'A carrier and type of waste; 0 as type has its distances (收运单位统计), by week';

-- Name: COLUMN carrier_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.week IS 'Its Monday (周)';

-- Name: COLUMN carrier_week.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN carrier_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN carrier_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN carrier_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN carrier_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN carrier_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN carrier_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN carrier_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN carrier_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN carrier_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN carrier_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN carrier_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN carrier_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN carrier_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN carrier_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN carrier_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN carrier_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN carrier_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN carrier_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN carrier_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN carrier_week.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN carrier_week.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN carrier_week.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN carrier_week.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN carrier_week.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN carrier_week.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN carrier_week.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN carrier_week.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN carrier_week.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN carrier_week.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_week.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: carrier_year; Type: VIEW; Schema: stats

CREATE VIEW stats.carrier_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.carrier_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl
   FROM ( SELECT s.service_date,
            s.carrier_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.odometer_m,
            s.track_m,
            s.online_s,
            s.fuel_used_dl
           FROM stats.carrier_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.carrier_id, u.waste_type;

-- Name: VIEW carrier_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.carrier_year IS 'A carrier and type of waste; 0 as type has its distances (收运单位统计), by year';

-- Name: COLUMN carrier_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.year IS 'Its first day (年)';

-- Name: COLUMN carrier_year.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN carrier_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN carrier_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN carrier_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN carrier_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN carrier_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN carrier_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN carrier_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN carrier_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN carrier_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN carrier_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN carrier_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN carrier_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN carrier_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN carrier_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN carrier_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN carrier_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN carrier_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN carrier_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN carrier_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN carrier_year.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN carrier_year.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN carrier_year.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN carrier_year.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN carrier_year.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN carrier_year.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN carrier_year.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN carrier_year.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN carrier_year.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN carrier_year.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.carrier_year.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: community_day; Type: VIEW; Schema: stats

CREATE VIEW stats.community_day AS
 SELECT u.service_date,
    u.community_id,
    u.street_id,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    COALESCE(sum(u.due), (0)::bigint) AS due,
    COALESCE(sum(u.on_time), (0)::bigint) AS on_time,
    COALESCE(sum(u.late), (0)::bigint) AS late,
    COALESCE(sum(u.missed), (0)::bigint) AS missed,
    COALESCE(sum(u.unconfirmed), (0)::bigint) AS unconfirmed,
    COALESCE(sum(u.pending), (0)::bigint) AS pending,
    COALESCE(sum(u.excused), (0)::bigint) AS excused,
    COALESCE(sum(u.cleared), (0)::bigint) AS cleared,
    count(*) FILTER (WHERE (u.due > 0)) AS clearable
   FROM ( SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared
           FROM stats.clearance_day s) u
  GROUP BY u.service_date, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW community_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.community_day IS 'A community and type of waste (社区统计), by day';

-- Name: COLUMN community_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.service_date IS 'Local day (日期)';

-- Name: COLUMN community_day.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN community_day.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN community_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN community_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN community_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN community_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN community_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN community_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN community_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN community_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN community_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN community_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN community_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN community_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN community_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN community_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN community_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN community_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN community_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN community_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN community_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN community_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN community_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN community_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN community_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN community_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN community_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN community_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN community_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN community_day.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_day.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: community_month; Type: VIEW; Schema: stats

CREATE VIEW stats.community_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.community_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.community_id, u.street_id, u.waste_type;

-- Name: VIEW community_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.community_month IS 'A community and type of waste (社区统计), by month';

-- Name: COLUMN community_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.month IS 'Its first day (月)';

-- Name: COLUMN community_month.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN community_month.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN community_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN community_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN community_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN community_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN community_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN community_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN community_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN community_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN community_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN community_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN community_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN community_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN community_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN community_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN community_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN community_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN community_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN community_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN community_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN community_month.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN community_month.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN community_month.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN community_month.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN community_month.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN community_month.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN community_month.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN community_month.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN community_month.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_month.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: community_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.community_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.community_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.community_id, u.street_id, u.waste_type;

-- Name: VIEW community_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.community_quarter IS 'A community and type of waste (社区统计), by quarter';

-- Name: COLUMN community_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN community_quarter.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN community_quarter.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN community_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN community_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN community_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN community_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN community_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN community_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN community_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN community_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN community_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN community_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN community_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN community_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN community_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN community_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN community_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN community_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN community_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN community_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN community_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN community_quarter.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN community_quarter.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN community_quarter.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN community_quarter.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN community_quarter.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN community_quarter.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN community_quarter.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN community_quarter.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN community_quarter.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_quarter.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: community_week; Type: VIEW; Schema: stats

CREATE VIEW stats.community_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.community_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.community_id, u.street_id, u.waste_type;

-- Name: VIEW community_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.community_week IS 'A community and type of waste (社区统计), by week';

-- Name: COLUMN community_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.week IS 'Its Monday (周)';

-- Name: COLUMN community_week.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN community_week.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN community_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN community_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN community_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN community_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN community_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN community_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN community_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN community_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN community_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN community_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN community_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN community_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN community_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN community_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN community_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN community_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN community_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN community_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN community_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN community_week.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN community_week.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN community_week.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN community_week.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN community_week.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN community_week.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN community_week.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN community_week.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN community_week.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_week.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: community_year; Type: VIEW; Schema: stats

CREATE VIEW stats.community_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.community_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.community_id, u.street_id, u.waste_type;

-- Name: VIEW community_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.community_year IS 'A community and type of waste (社区统计), by year';

-- Name: COLUMN community_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.year IS 'Its first day (年)';

-- Name: COLUMN community_year.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN community_year.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN community_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN community_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN community_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN community_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN community_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN community_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN community_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN community_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN community_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN community_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN community_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN community_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN community_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN community_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN community_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN community_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN community_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN community_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN community_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN community_year.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN community_year.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN community_year.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN community_year.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN community_year.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN community_year.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN community_year.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN community_year.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN community_year.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.community_year.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: dirty_day; Type: TABLE; Schema: stats

CREATE TABLE stats.dirty_day (
    mark_id bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL,
    service_date date NOT NULL,
    kind text NOT NULL,
    cause text DEFAULT 'ingest'::text NOT NULL
);

-- Name: TABLE dirty_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.dirty_day IS 'A day of a kind whose statistics a committed change touched; gone once they are made again (待刷新日)';

-- Name: COLUMN dirty_day.mark_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_day.mark_id IS 'Its own: two marks of one day are two rows';

-- Name: COLUMN dirty_day.marked_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_day.marked_at IS 'When the transaction of the change began (标记时间)';

-- Name: COLUMN dirty_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_day.service_date IS 'Local day (日期)';

-- Name: COLUMN dirty_day.kind; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_day.kind IS 'stats.kind (类别)';

-- Name: COLUMN dirty_day.cause; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_day.cause IS 'ingest, or the table that changed (原因)';

-- Name: dirty_day_mark_id_seq; Type: SEQUENCE; Schema: stats

ALTER TABLE stats.dirty_day ALTER COLUMN mark_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stats.dirty_day_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: dirty_range; Type: TABLE; Schema: stats

CREATE TABLE stats.dirty_range (
    mark_id bigint NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL,
    days datemultirange NOT NULL,
    kinds text[] NOT NULL,
    cause text NOT NULL
);

-- Name: TABLE dirty_range; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.dirty_range IS 'Days that a change of the registry touched, also open ended; becomes marks in stats.dirty_day for those of them that have data (待刷新范围)';

-- Name: COLUMN dirty_range.mark_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_range.mark_id IS 'Its own';

-- Name: COLUMN dirty_range.marked_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_range.marked_at IS 'When the transaction of the change began (标记时间)';

-- Name: COLUMN dirty_range.days; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_range.days IS 'Local days (日期范围)';

-- Name: COLUMN dirty_range.kinds; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_range.kinds IS 'stats.kind of each (类别)';

-- Name: COLUMN dirty_range.cause; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.dirty_range.cause IS 'The table that changed (原因)';

-- Name: dirty_range_mark_id_seq; Type: SEQUENCE; Schema: stats

ALTER TABLE stats.dirty_range ALTER COLUMN mark_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME stats.dirty_range_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: frozen_figure; Type: TABLE; Schema: stats

CREATE TABLE stats.frozen_figure (
    month date NOT NULL,
    subject text NOT NULL,
    key jsonb NOT NULL,
    figures jsonb NOT NULL
);

-- Name: TABLE frozen_figure; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.frozen_figure IS 'The figures of a signed month as they were; never changed (定稿数据)';

-- Name: COLUMN frozen_figure.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_figure.month IS 'stats.frozen_month (月份)';

-- Name: COLUMN frozen_figure.subject; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_figure.subject IS 'The view whose row it is, such as street_month, or trip (统计对象)';

-- Name: COLUMN frozen_figure.key; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_figure.key IS 'What the row is of: its key columns (维度)';

-- Name: COLUMN frozen_figure.figures; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_figure.figures IS 'Its other columns (指标)';

-- Name: frozen_month; Type: TABLE; Schema: stats

CREATE TABLE stats.frozen_month (
    month date NOT NULL,
    frozen_at timestamp with time zone NOT NULL,
    frozen_by text NOT NULL,
    note text,
    subjects text[] DEFAULT ARRAY['street_month'::text, 'community_month'::text, 'unit_month'::text, 'carrier_month'::text, 'vehicle_month'::text, 'site_month'::text, 'point_month'::text, 'waste_month'::text, 'terminal_month'::text, 'trip'::text] NOT NULL,
    CONSTRAINT frozen_month_first_day_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

-- Name: TABLE frozen_month; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.frozen_month IS 'A month whose report was signed (已定稿月报)';

-- Name: COLUMN frozen_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_month.month IS 'Its first day (月份)';

-- Name: COLUMN frozen_month.frozen_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_month.frozen_at IS 'When its figures were kept: as of then they are right (定稿时间)';

-- Name: COLUMN frozen_month.frozen_by; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_month.frozen_by IS 'By whom (定稿人)';

-- Name: COLUMN frozen_month.note; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_month.note IS 'For people (备注)';

-- Name: COLUMN frozen_month.subjects; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.frozen_month.subjects IS 'Of which subjects rows were kept, as in stats.month_figure: all that there were then (定稿内容)';

-- Name: kind; Type: TABLE; Schema: stats

CREATE TABLE stats.kind (
    kind text NOT NULL,
    name text NOT NULL,
    note text NOT NULL
);

-- Name: TABLE kind; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.kind IS 'Kinds of daily statistics; each is refreshed by itself (统计类别)';

-- Name: COLUMN kind.kind; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.kind.kind IS 'Stable word (类别)';

-- Name: COLUMN kind.name; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.kind.name IS 'Chinese name (名称)';

-- Name: COLUMN kind.note; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.kind.note IS 'Which tables it fills, and of what (说明)';

-- Name: point_day; Type: VIEW; Schema: stats

CREATE VIEW stats.point_day AS
 SELECT u.service_date,
    u.collection_point_id,
    u.responsible_unit_id,
    u.community_id,
    u.street_id,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    COALESCE(sum(u.due), (0)::bigint) AS due,
    COALESCE(sum(u.on_time), (0)::bigint) AS on_time,
    COALESCE(sum(u.late), (0)::bigint) AS late,
    COALESCE(sum(u.missed), (0)::bigint) AS missed,
    COALESCE(sum(u.unconfirmed), (0)::bigint) AS unconfirmed,
    COALESCE(sum(u.pending), (0)::bigint) AS pending,
    COALESCE(sum(u.excused), (0)::bigint) AS excused,
    COALESCE(sum(u.cleared), (0)::bigint) AS cleared,
    count(*) FILTER (WHERE (u.due > 0)) AS clearable
   FROM ( SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared
           FROM stats.clearance_day s) u
  GROUP BY u.service_date, u.collection_point_id, u.responsible_unit_id, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW point_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.point_day IS 'A collection point and type of waste (收集点统计), by day';

-- Name: COLUMN point_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.service_date IS 'Local day (日期)';

-- Name: COLUMN point_day.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN point_day.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN point_day.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN point_day.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN point_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN point_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN point_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN point_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN point_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN point_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN point_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN point_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN point_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN point_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN point_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN point_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN point_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN point_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN point_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN point_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN point_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN point_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN point_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN point_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN point_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN point_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN point_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN point_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN point_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN point_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN point_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN point_day.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_day.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: point_month; Type: VIEW; Schema: stats

CREATE VIEW stats.point_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.collection_point_id,
    u.responsible_unit_id,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.point_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.collection_point_id, u.responsible_unit_id, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW point_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.point_month IS 'A collection point and type of waste (收集点统计), by month';

-- Name: COLUMN point_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.month IS 'Its first day (月)';

-- Name: COLUMN point_month.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN point_month.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN point_month.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN point_month.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN point_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN point_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN point_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN point_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN point_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN point_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN point_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN point_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN point_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN point_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN point_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN point_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN point_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN point_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN point_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN point_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN point_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN point_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN point_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN point_month.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN point_month.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN point_month.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN point_month.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN point_month.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN point_month.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN point_month.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN point_month.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN point_month.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_month.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: record_day; Type: TABLE; Schema: stats

CREATE TABLE stats.record_day (
    terminal_id bigint NOT NULL,
    first_record_at timestamp with time zone NOT NULL,
    last_record_at timestamp with time zone NOT NULL,
    least_lag_ms bigint,
    expected_records bigint NOT NULL,
    service_date date NOT NULL,
    records integer NOT NULL,
    tag_reads integer NOT NULL,
    load_samples integer NOT NULL,
    lifts integer NOT NULL,
    weighings integer NOT NULL,
    boots integer NOT NULL,
    sequence_gaps integer NOT NULL,
    late_records integer NOT NULL,
    bad_clock_records integer NOT NULL
);

-- Name: TABLE record_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.record_day IS 'Whether the numbered records of a terminal of a day are all there (记录完整性)';

-- Name: COLUMN record_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN record_day.first_record_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.first_record_at IS 'Device time of the first record (首条记录时间)';

-- Name: COLUMN record_day.last_record_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.last_record_at IS 'Device time of the last record (末条记录时间)';

-- Name: COLUMN record_day.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.least_lag_ms IS 'Least time from record to receipt, milliseconds: below 0, the clock is fast; far above, it is slow or all came late; null: none has a time of its own (最小时延)';

-- Name: COLUMN record_day.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN record_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.service_date IS 'Local day (日期)';

-- Name: COLUMN record_day.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN record_day.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN record_day.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN record_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN record_day.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN record_day.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN record_day.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN record_day.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN record_day.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.record_day.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: station_day; Type: TABLE; Schema: stats

CREATE TABLE stats.station_day (
    terminal_id bigint NOT NULL,
    station_id bigint NOT NULL,
    disposal_facility_id bigint NOT NULL,
    first_weighing_at timestamp with time zone NOT NULL,
    last_weighing_at timestamp with time zone NOT NULL,
    in_net_g bigint NOT NULL,
    out_net_g bigint NOT NULL,
    received_net_g bigint NOT NULL,
    dispatched_net_g bigint NOT NULL,
    service_date date NOT NULL,
    weighings integer NOT NULL,
    in_weighings integer NOT NULL,
    out_weighings integer NOT NULL,
    carts integer NOT NULL,
    deliveries integer NOT NULL,
    boxes_out integer NOT NULL,
    open_tickets integer NOT NULL,
    corrected integer NOT NULL,
    withdrawn integer NOT NULL,
    doubtful integer NOT NULL,
    not_zeroed integer NOT NULL,
    scale_no smallint NOT NULL,
    waste_type smallint NOT NULL
);

-- Name: TABLE station_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.station_day IS 'What a scale of a station or plant weighed in a day; a corrected weighing counts once, with its last figures, on the day of the first (站点日统计)';

-- Name: COLUMN station_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.terminal_id IS 'registry.terminal that sent the weighings: a scale, or what it hangs on (终端)';

-- Name: COLUMN station_day.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN station_day.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN station_day.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN station_day.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN station_day.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN station_day.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN station_day.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN station_day.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN station_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.service_date IS 'Local day (日期)';

-- Name: COLUMN station_day.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN station_day.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN station_day.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN station_day.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN station_day.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN station_day.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN station_day.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN station_day.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN station_day.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN station_day.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN station_day.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: COLUMN station_day.scale_no; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.scale_no IS 'Number of the scale at the terminal (地磅编号)';

-- Name: COLUMN station_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.station_day.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: site_day; Type: VIEW; Schema: stats

CREATE VIEW stats.site_day AS
 SELECT u.service_date,
    u.station_id,
    u.disposal_facility_id,
    u.waste_type,
    min(u.first_weighing_at) AS first_weighing_at,
    max(u.last_weighing_at) AS last_weighing_at,
    COALESCE(sum(u.weighings), (0)::bigint) AS weighings,
    COALESCE(sum(u.in_weighings), (0)::bigint) AS in_weighings,
    COALESCE(sum(u.out_weighings), (0)::bigint) AS out_weighings,
    (COALESCE(sum(u.in_net_g), (0)::numeric))::bigint AS in_net_g,
    (COALESCE(sum(u.out_net_g), (0)::numeric))::bigint AS out_net_g,
    (COALESCE(sum(u.received_net_g), (0)::numeric))::bigint AS received_net_g,
    (COALESCE(sum(u.dispatched_net_g), (0)::numeric))::bigint AS dispatched_net_g,
    COALESCE(sum(u.carts), (0)::bigint) AS carts,
    COALESCE(sum(u.deliveries), (0)::bigint) AS deliveries,
    COALESCE(sum(u.boxes_out), (0)::bigint) AS boxes_out,
    COALESCE(sum(u.open_tickets), (0)::bigint) AS open_tickets,
    COALESCE(sum(u.corrected), (0)::bigint) AS corrected,
    COALESCE(sum(u.withdrawn), (0)::bigint) AS withdrawn,
    COALESCE(sum(u.doubtful), (0)::bigint) AS doubtful,
    COALESCE(sum(u.not_zeroed), (0)::bigint) AS not_zeroed
   FROM ( SELECT s.service_date,
            s.station_id,
            s.disposal_facility_id,
            s.waste_type,
            s.first_weighing_at,
            s.last_weighing_at,
            s.weighings,
            s.in_weighings,
            s.out_weighings,
            s.in_net_g,
            s.out_net_g,
            s.received_net_g,
            s.dispatched_net_g,
            s.carts,
            s.deliveries,
            s.boxes_out,
            s.open_tickets,
            s.corrected,
            s.withdrawn,
            s.doubtful,
            s.not_zeroed
           FROM stats.station_day s) u
  GROUP BY u.service_date, u.station_id, u.disposal_facility_id, u.waste_type;

-- Name: VIEW site_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.site_day IS 'A station or plant and type of waste (站点统计), by day';

-- Name: COLUMN site_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.service_date IS 'Local day (日期)';

-- Name: COLUMN site_day.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN site_day.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN site_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: COLUMN site_day.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN site_day.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN site_day.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN site_day.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN site_day.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN site_day.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN site_day.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN site_day.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN site_day.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN site_day.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN site_day.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN site_day.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN site_day.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN site_day.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN site_day.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN site_day.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN site_day.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_day.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: site_month; Type: VIEW; Schema: stats

CREATE VIEW stats.site_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.station_id,
    u.disposal_facility_id,
    u.waste_type,
    min(u.first_weighing_at) AS first_weighing_at,
    max(u.last_weighing_at) AS last_weighing_at,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.in_weighings), (0)::numeric))::bigint AS in_weighings,
    (COALESCE(sum(u.out_weighings), (0)::numeric))::bigint AS out_weighings,
    (COALESCE(sum(u.in_net_g), (0)::numeric))::bigint AS in_net_g,
    (COALESCE(sum(u.out_net_g), (0)::numeric))::bigint AS out_net_g,
    (COALESCE(sum(u.received_net_g), (0)::numeric))::bigint AS received_net_g,
    (COALESCE(sum(u.dispatched_net_g), (0)::numeric))::bigint AS dispatched_net_g,
    (COALESCE(sum(u.carts), (0)::numeric))::bigint AS carts,
    (COALESCE(sum(u.deliveries), (0)::numeric))::bigint AS deliveries,
    (COALESCE(sum(u.boxes_out), (0)::numeric))::bigint AS boxes_out,
    (COALESCE(sum(u.open_tickets), (0)::numeric))::bigint AS open_tickets,
    (COALESCE(sum(u.corrected), (0)::numeric))::bigint AS corrected,
    (COALESCE(sum(u.withdrawn), (0)::numeric))::bigint AS withdrawn,
    (COALESCE(sum(u.doubtful), (0)::numeric))::bigint AS doubtful,
    (COALESCE(sum(u.not_zeroed), (0)::numeric))::bigint AS not_zeroed
   FROM ( SELECT s.service_date,
            s.station_id,
            s.disposal_facility_id,
            s.waste_type,
            s.first_weighing_at,
            s.last_weighing_at,
            s.weighings,
            s.in_weighings,
            s.out_weighings,
            s.in_net_g,
            s.out_net_g,
            s.received_net_g,
            s.dispatched_net_g,
            s.carts,
            s.deliveries,
            s.boxes_out,
            s.open_tickets,
            s.corrected,
            s.withdrawn,
            s.doubtful,
            s.not_zeroed
           FROM stats.site_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.station_id, u.disposal_facility_id, u.waste_type;

-- Name: VIEW site_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.site_month IS 'A station or plant and type of waste (站点统计), by month';

-- Name: COLUMN site_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.month IS 'Its first day (月)';

-- Name: COLUMN site_month.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN site_month.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN site_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: COLUMN site_month.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN site_month.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN site_month.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN site_month.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN site_month.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN site_month.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN site_month.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN site_month.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN site_month.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN site_month.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN site_month.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN site_month.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN site_month.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN site_month.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN site_month.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN site_month.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN site_month.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_month.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: street_day; Type: VIEW; Schema: stats

CREATE VIEW stats.street_day AS
 SELECT u.service_date,
    u.street_id,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    COALESCE(sum(u.due), (0)::bigint) AS due,
    COALESCE(sum(u.on_time), (0)::bigint) AS on_time,
    COALESCE(sum(u.late), (0)::bigint) AS late,
    COALESCE(sum(u.missed), (0)::bigint) AS missed,
    COALESCE(sum(u.unconfirmed), (0)::bigint) AS unconfirmed,
    COALESCE(sum(u.pending), (0)::bigint) AS pending,
    COALESCE(sum(u.excused), (0)::bigint) AS excused,
    COALESCE(sum(u.cleared), (0)::bigint) AS cleared,
    count(*) FILTER (WHERE (u.due > 0)) AS clearable
   FROM ( SELECT s.service_date,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.street_id,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared
           FROM stats.clearance_day s) u
  GROUP BY u.service_date, u.street_id, u.waste_type;

-- Name: VIEW street_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.street_day IS 'A street and type of waste (街道统计), by day';

-- Name: COLUMN street_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.service_date IS 'Local day (日期)';

-- Name: COLUMN street_day.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN street_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN street_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN street_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN street_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN street_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN street_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN street_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN street_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN street_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN street_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN street_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN street_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN street_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN street_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN street_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN street_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN street_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN street_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN street_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN street_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN street_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN street_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN street_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN street_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN street_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN street_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN street_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN street_day.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_day.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: street_month; Type: VIEW; Schema: stats

CREATE VIEW stats.street_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.street_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.street_id, u.waste_type;

-- Name: VIEW street_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.street_month IS 'A street and type of waste (街道统计), by month';

-- Name: COLUMN street_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.month IS 'Its first day (月)';

-- Name: COLUMN street_month.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN street_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN street_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN street_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN street_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN street_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN street_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN street_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN street_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN street_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN street_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN street_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN street_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN street_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN street_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN street_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN street_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN street_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN street_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN street_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN street_month.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN street_month.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN street_month.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN street_month.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN street_month.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN street_month.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN street_month.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN street_month.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN street_month.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_month.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: terminal_day; Type: VIEW; Schema: stats

CREATE VIEW stats.terminal_day AS
 SELECT u.service_date,
    u.terminal_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    COALESCE(sum(u.fixes), (0)::bigint) AS fixes,
    COALESCE(sum(u.late_fixes), (0)::bigint) AS late_fixes,
    COALESCE(sum(u.backfill_fixes), (0)::bigint) AS backfill_fixes,
    COALESCE(sum(u.bad_clock_fixes), (0)::bigint) AS bad_clock_fixes,
    COALESCE(sum(u.unplaced_fixes), (0)::bigint) AS unplaced_fixes,
    COALESCE(sum(u.online_s), (0)::bigint) AS online_s,
    COALESCE(sum(u.gaps), (0)::bigint) AS gaps,
    COALESCE(sum(u.gap_s), (0)::bigint) AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    COALESCE(sum(u.silent_hours), (0)::bigint) AS silent_hours,
    min(u.least_lag_ms) AS least_lag_ms,
    COALESCE(sum(u.records), (0)::bigint) AS records,
    (COALESCE(sum(u.expected_records), (0)::numeric))::bigint AS expected_records,
    COALESCE(sum(u.tag_reads), (0)::bigint) AS tag_reads,
    COALESCE(sum(u.load_samples), (0)::bigint) AS load_samples,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.weighings), (0)::bigint) AS weighings,
    COALESCE(sum(u.boots), (0)::bigint) AS boots,
    COALESCE(sum(u.sequence_gaps), (0)::bigint) AS sequence_gaps,
    COALESCE(sum(u.late_records), (0)::bigint) AS late_records,
    COALESCE(sum(u.bad_clock_records), (0)::bigint) AS bad_clock_records
   FROM ( SELECT s.service_date,
            s.terminal_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.least_lag_ms,
            NULL::integer AS records,
            NULL::bigint AS expected_records,
            NULL::integer AS tag_reads,
            NULL::integer AS load_samples,
            NULL::integer AS lifts,
            NULL::integer AS weighings,
            NULL::integer AS boots,
            NULL::integer AS sequence_gaps,
            NULL::integer AS late_records,
            NULL::integer AS bad_clock_records
           FROM stats.track_day s
        UNION ALL
         SELECT s.service_date,
            s.terminal_id,
            NULL::timestamp with time zone AS first_fix_at,
            NULL::timestamp with time zone AS last_fix_at,
            NULL::integer AS fixes,
            NULL::integer AS late_fixes,
            NULL::integer AS backfill_fixes,
            NULL::integer AS bad_clock_fixes,
            NULL::integer AS unplaced_fixes,
            NULL::integer AS online_s,
            NULL::integer AS gaps,
            NULL::integer AS gap_s,
            NULL::integer AS longest_gap_s,
            NULL::integer AS silent_hours,
            s.least_lag_ms,
            s.records,
            s.expected_records,
            s.tag_reads,
            s.load_samples,
            s.lifts,
            s.weighings,
            s.boots,
            s.sequence_gaps,
            s.late_records,
            s.bad_clock_records
           FROM stats.record_day s) u
  GROUP BY u.service_date, u.terminal_id;

-- Name: VIEW terminal_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.terminal_day IS 'A terminal: what came of it, and what is missing (终端数据完整性), by day';

-- Name: COLUMN terminal_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.service_date IS 'Local day (日期)';

-- Name: COLUMN terminal_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN terminal_day.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN terminal_day.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN terminal_day.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN terminal_day.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN terminal_day.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN terminal_day.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN terminal_day.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN terminal_day.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN terminal_day.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN terminal_day.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN terminal_day.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN terminal_day.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN terminal_day.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN terminal_day.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN terminal_day.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN terminal_day.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN terminal_day.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN terminal_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN terminal_day.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN terminal_day.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN terminal_day.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN terminal_day.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN terminal_day.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_day.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: terminal_month; Type: VIEW; Schema: stats

CREATE VIEW stats.terminal_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.terminal_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    min(u.least_lag_ms) AS least_lag_ms,
    (COALESCE(sum(u.records), (0)::numeric))::bigint AS records,
    (COALESCE(sum(u.expected_records), (0)::numeric))::bigint AS expected_records,
    (COALESCE(sum(u.tag_reads), (0)::numeric))::bigint AS tag_reads,
    (COALESCE(sum(u.load_samples), (0)::numeric))::bigint AS load_samples,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.boots), (0)::numeric))::bigint AS boots,
    (COALESCE(sum(u.sequence_gaps), (0)::numeric))::bigint AS sequence_gaps,
    (COALESCE(sum(u.late_records), (0)::numeric))::bigint AS late_records,
    (COALESCE(sum(u.bad_clock_records), (0)::numeric))::bigint AS bad_clock_records
   FROM ( SELECT s.service_date,
            s.terminal_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.least_lag_ms,
            s.records,
            s.expected_records,
            s.tag_reads,
            s.load_samples,
            s.lifts,
            s.weighings,
            s.boots,
            s.sequence_gaps,
            s.late_records,
            s.bad_clock_records
           FROM stats.terminal_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.terminal_id;

-- Name: VIEW terminal_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.terminal_month IS 'A terminal: what came of it, and what is missing (终端数据完整性), by month';

-- Name: COLUMN terminal_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.month IS 'Its first day (月)';

-- Name: COLUMN terminal_month.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN terminal_month.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN terminal_month.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN terminal_month.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN terminal_month.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN terminal_month.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN terminal_month.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN terminal_month.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN terminal_month.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN terminal_month.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN terminal_month.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN terminal_month.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN terminal_month.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN terminal_month.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN terminal_month.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN terminal_month.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN terminal_month.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN terminal_month.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN terminal_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN terminal_month.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN terminal_month.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN terminal_month.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN terminal_month.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN terminal_month.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_month.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: unit_day; Type: VIEW; Schema: stats

CREATE VIEW stats.unit_day AS
 SELECT u.service_date,
    u.responsible_unit_id,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    COALESCE(sum(u.due), (0)::bigint) AS due,
    COALESCE(sum(u.on_time), (0)::bigint) AS on_time,
    COALESCE(sum(u.late), (0)::bigint) AS late,
    COALESCE(sum(u.missed), (0)::bigint) AS missed,
    COALESCE(sum(u.unconfirmed), (0)::bigint) AS unconfirmed,
    COALESCE(sum(u.pending), (0)::bigint) AS pending,
    COALESCE(sum(u.excused), (0)::bigint) AS excused,
    COALESCE(sum(u.cleared), (0)::bigint) AS cleared,
    count(*) FILTER (WHERE (u.due > 0)) AS clearable
   FROM ( SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared
           FROM stats.clearance_day s) u
  GROUP BY u.service_date, u.responsible_unit_id, u.waste_type;

-- Name: VIEW unit_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.unit_day IS 'A responsible unit and type of waste (责任主体统计), by day';

-- Name: COLUMN unit_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.service_date IS 'Local day (日期)';

-- Name: COLUMN unit_day.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN unit_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN unit_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unit_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN unit_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN unit_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN unit_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unit_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN unit_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN unit_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN unit_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN unit_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN unit_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN unit_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN unit_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN unit_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unit_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unit_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN unit_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN unit_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN unit_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN unit_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN unit_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN unit_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN unit_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN unit_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN unit_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN unit_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN unit_day.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_day.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: unit_month; Type: VIEW; Schema: stats

CREATE VIEW stats.unit_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.responsible_unit_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.unit_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.responsible_unit_id, u.waste_type;

-- Name: VIEW unit_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.unit_month IS 'A responsible unit and type of waste (责任主体统计), by month';

-- Name: COLUMN unit_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.month IS 'Its first day (月)';

-- Name: COLUMN unit_month.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN unit_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN unit_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unit_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN unit_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN unit_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN unit_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unit_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN unit_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN unit_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN unit_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN unit_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN unit_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN unit_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN unit_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN unit_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unit_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unit_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN unit_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN unit_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN unit_month.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN unit_month.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN unit_month.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN unit_month.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN unit_month.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN unit_month.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN unit_month.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN unit_month.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN unit_month.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_month.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: vehicle_day; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_day AS
 SELECT u.service_date,
    u.vehicle_id,
    u.carrier_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    COALESCE(sum(u.fixes), (0)::bigint) AS fixes,
    COALESCE(sum(u.late_fixes), (0)::bigint) AS late_fixes,
    COALESCE(sum(u.backfill_fixes), (0)::bigint) AS backfill_fixes,
    COALESCE(sum(u.bad_clock_fixes), (0)::bigint) AS bad_clock_fixes,
    COALESCE(sum(u.unplaced_fixes), (0)::bigint) AS unplaced_fixes,
    COALESCE(sum(u.online_s), (0)::bigint) AS online_s,
    COALESCE(sum(u.odometer_m), (0)::bigint) AS odometer_m,
    COALESCE(sum(u.track_m), (0)::bigint) AS track_m,
    COALESCE(sum(u.jumps), (0)::bigint) AS jumps,
    COALESCE(sum(u.stops), (0)::bigint) AS stops,
    COALESCE(sum(u.stop_s), (0)::bigint) AS stop_s,
    COALESCE(sum(u.gaps), (0)::bigint) AS gaps,
    COALESCE(sum(u.gap_s), (0)::bigint) AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    COALESCE(sum(u.silent_hours), (0)::bigint) AS silent_hours,
    max(u.top_speed_dkmh) AS top_speed_dkmh,
    sum(u.fuel_used_dl) AS fuel_used_dl,
    COALESCE(sum(u.refuelled_dl), (0)::bigint) AS refuelled_dl,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    round((((sum(u.fuel_used_dl))::numeric * 10000.0) / (NULLIF(sum(u.odometer_m) FILTER (WHERE (u.fuel_used_dl IS NOT NULL)), 0))::numeric), 1) AS litres_per_100_km,
    ( SELECT count(DISTINCT t.disposal_facility_id) AS count
           FROM stats.trip t
          WHERE ((t.service_date = u.service_date) AND (t.vehicle_id = u.vehicle_id) AND (t.carrier_id = u.carrier_id) AND (t.disposal_facility_id <> 0))) AS plants
   FROM ( SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.odometer_m,
            s.track_m,
            s.jumps,
            s.stops,
            s.stop_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.top_speed_dkmh,
            s.fuel_used_dl,
            s.refuelled_dl,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g
           FROM stats.vehicle_way s
        UNION ALL
         SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            NULL::timestamp with time zone AS first_fix_at,
            NULL::timestamp with time zone AS last_fix_at,
            NULL::integer AS fixes,
            NULL::integer AS late_fixes,
            NULL::integer AS backfill_fixes,
            NULL::integer AS bad_clock_fixes,
            NULL::integer AS unplaced_fixes,
            NULL::integer AS online_s,
            NULL::integer AS odometer_m,
            NULL::integer AS track_m,
            NULL::integer AS jumps,
            NULL::integer AS stops,
            NULL::integer AS stop_s,
            NULL::integer AS gaps,
            NULL::integer AS gap_s,
            NULL::integer AS longest_gap_s,
            NULL::integer AS silent_hours,
            NULL::integer AS top_speed_dkmh,
            NULL::integer AS fuel_used_dl,
            NULL::integer AS refuelled_dl,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            NULL::timestamp with time zone AS first_fix_at,
            NULL::timestamp with time zone AS last_fix_at,
            NULL::integer AS fixes,
            NULL::integer AS late_fixes,
            NULL::integer AS backfill_fixes,
            NULL::integer AS bad_clock_fixes,
            NULL::integer AS unplaced_fixes,
            NULL::integer AS online_s,
            NULL::integer AS odometer_m,
            NULL::integer AS track_m,
            NULL::integer AS jumps,
            NULL::integer AS stops,
            NULL::integer AS stop_s,
            NULL::integer AS gaps,
            NULL::integer AS gap_s,
            NULL::integer AS longest_gap_s,
            NULL::integer AS silent_hours,
            NULL::integer AS top_speed_dkmh,
            NULL::integer AS fuel_used_dl,
            NULL::integer AS refuelled_dl,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.trip_day s) u
  GROUP BY u.service_date, u.vehicle_id, u.carrier_id;

-- Name: VIEW vehicle_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_day IS 'A vehicle (车辆统计), by day';

-- Name: COLUMN vehicle_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.service_date IS 'Local day (日期)';

-- Name: COLUMN vehicle_day.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_day.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_day.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_day.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_day.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_day.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_day.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_day.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_day.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_day.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_day.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_day.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_day.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_day.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_day.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_day.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_day.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_day.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_day.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_day.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_day.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_day.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN vehicle_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN vehicle_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN vehicle_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN vehicle_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN vehicle_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN vehicle_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN vehicle_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN vehicle_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN vehicle_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN vehicle_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN vehicle_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN vehicle_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN vehicle_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN vehicle_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN vehicle_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN vehicle_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN vehicle_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN vehicle_day.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN vehicle_day.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN vehicle_day.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN vehicle_day.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN vehicle_day.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN vehicle_day.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN vehicle_day.litres_per_100_km; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.litres_per_100_km IS 'Fuel used for 100 km by the odometer, litres, of days with a gauge; null: none, or it did not move (百公里油耗)';

-- Name: COLUMN vehicle_day.plants; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_day.plants IS 'Different plants that it came to (到达处理厂数)';

-- Name: vehicle_month; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.vehicle_id,
    u.carrier_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.jumps), (0)::numeric))::bigint AS jumps,
    (COALESCE(sum(u.stops), (0)::numeric))::bigint AS stops,
    (COALESCE(sum(u.stop_s), (0)::numeric))::bigint AS stop_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    max(u.top_speed_dkmh) AS top_speed_dkmh,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl,
    (COALESCE(sum(u.refuelled_dl), (0)::numeric))::bigint AS refuelled_dl,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    round(((sum(u.fuel_used_dl) * 10000.0) / NULLIF(sum(u.odometer_m) FILTER (WHERE (u.fuel_used_dl IS NOT NULL)), (0)::numeric)), 1) AS litres_per_100_km
   FROM ( SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.odometer_m,
            s.track_m,
            s.jumps,
            s.stops,
            s.stop_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.top_speed_dkmh,
            s.fuel_used_dl,
            s.refuelled_dl,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.vehicle_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.vehicle_id, u.carrier_id;

-- Name: VIEW vehicle_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_month IS 'A vehicle (车辆统计), by month';

-- Name: COLUMN vehicle_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.month IS 'Its first day (月)';

-- Name: COLUMN vehicle_month.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_month.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_month.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_month.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_month.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_month.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_month.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_month.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_month.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_month.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_month.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_month.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_month.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_month.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_month.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_month.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_month.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_month.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_month.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_month.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_month.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_month.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN vehicle_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN vehicle_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN vehicle_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN vehicle_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN vehicle_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN vehicle_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN vehicle_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN vehicle_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN vehicle_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN vehicle_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN vehicle_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN vehicle_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN vehicle_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN vehicle_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN vehicle_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN vehicle_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN vehicle_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN vehicle_month.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN vehicle_month.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN vehicle_month.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN vehicle_month.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN vehicle_month.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN vehicle_month.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN vehicle_month.litres_per_100_km; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_month.litres_per_100_km IS 'Fuel used for 100 km by the odometer, litres, of days with a gauge; null: none, or it did not move (百公里油耗)';

-- Name: waste_day; Type: VIEW; Schema: stats

CREATE VIEW stats.waste_day AS
 SELECT u.service_date,
    u.waste_type,
    COALESCE(sum(u.lifts), (0)::bigint) AS lifts,
    COALESCE(sum(u.repeat_lifts), (0)::bigint) AS repeat_lifts,
    COALESCE(sum(u.weighed_lifts), (0)::bigint) AS weighed_lifts,
    COALESCE(sum(u.estimated_lifts), (0)::bigint) AS estimated_lifts,
    COALESCE(sum(u.doubtful_lifts), (0)::bigint) AS doubtful_lifts,
    COALESCE(sum(u.doubtful_repeats), (0)::bigint) AS doubtful_repeats,
    COALESCE(sum(u.zero_lifts), (0)::bigint) AS zero_lifts,
    COALESCE(sum(u.accepted_lifts), (0)::bigint) AS accepted_lifts,
    COALESCE(sum(u.contaminated_lifts), (0)::bigint) AS contaminated_lifts,
    COALESCE(sum(u.untagged_lifts), (0)::bigint) AS untagged_lifts,
    COALESCE(sum(u.unbound_lifts), (0)::bigint) AS unbound_lifts,
    COALESCE(sum(u.late_lifts), (0)::bigint) AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    COALESCE(sum(u.due), (0)::bigint) AS due,
    COALESCE(sum(u.on_time), (0)::bigint) AS on_time,
    COALESCE(sum(u.late), (0)::bigint) AS late,
    COALESCE(sum(u.missed), (0)::bigint) AS missed,
    COALESCE(sum(u.unconfirmed), (0)::bigint) AS unconfirmed,
    COALESCE(sum(u.pending), (0)::bigint) AS pending,
    COALESCE(sum(u.excused), (0)::bigint) AS excused,
    COALESCE(sum(u.cleared), (0)::bigint) AS cleared,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    count(*) FILTER (WHERE (u.due > 0)) AS clearable
   FROM ( SELECT s.service_date,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g
           FROM stats.collection_day s
        UNION ALL
         SELECT s.service_date,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            NULL::bigint AS trips,
            NULL::bigint AS plant_trips,
            NULL::bigint AS open_trips,
            NULL::bigint AS brought_net_g,
            NULL::bigint AS plant_net_g,
            NULL::bigint AS direct_net_g
           FROM stats.clearance_day s
        UNION ALL
         SELECT s.service_date,
            s.waste_type,
            NULL::integer AS lifts,
            NULL::integer AS repeat_lifts,
            NULL::integer AS weighed_lifts,
            NULL::integer AS estimated_lifts,
            NULL::integer AS doubtful_lifts,
            NULL::integer AS doubtful_repeats,
            NULL::integer AS zero_lifts,
            NULL::integer AS accepted_lifts,
            NULL::integer AS contaminated_lifts,
            NULL::integer AS untagged_lifts,
            NULL::integer AS unbound_lifts,
            NULL::integer AS late_lifts,
            NULL::bigint AS gross_g,
            NULL::bigint AS net_g,
            NULL::bigint AS estimated_net_g,
            NULL::bigint AS doubtful_net_g,
            NULL::bigint AS accepted_net_g,
            NULL::bigint AS contaminated_net_g,
            NULL::integer AS due,
            NULL::integer AS on_time,
            NULL::integer AS late,
            NULL::integer AS missed,
            NULL::integer AS unconfirmed,
            NULL::integer AS pending,
            NULL::integer AS excused,
            NULL::integer AS cleared,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.trip_day s) u
  GROUP BY u.service_date, u.waste_type;

-- Name: VIEW waste_day; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.waste_day IS 'A type of waste in the whole district (垃圾类别统计), by day';

-- Name: COLUMN waste_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.service_date IS 'Local day (日期)';

-- Name: COLUMN waste_day.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN waste_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN waste_day.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN waste_day.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN waste_day.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN waste_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN waste_day.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN waste_day.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN waste_day.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN waste_day.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN waste_day.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN waste_day.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN waste_day.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN waste_day.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN waste_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN waste_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN waste_day.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN waste_day.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN waste_day.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN waste_day.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN waste_day.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN waste_day.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN waste_day.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN waste_day.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN waste_day.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN waste_day.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN waste_day.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN waste_day.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN waste_day.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN waste_day.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN waste_day.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN waste_day.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN waste_day.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN waste_day.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_day.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: waste_month; Type: VIEW; Schema: stats

CREATE VIEW stats.waste_month AS
 SELECT (date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date AS month,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.clearable
           FROM stats.waste_day s) u
  GROUP BY ((date_trunc('month'::text, (u.service_date)::timestamp without time zone))::date), u.waste_type;

-- Name: VIEW waste_month; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.waste_month IS 'A type of waste in the whole district (垃圾类别统计), by month';

-- Name: COLUMN waste_month.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.month IS 'Its first day (月)';

-- Name: COLUMN waste_month.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN waste_month.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN waste_month.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN waste_month.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN waste_month.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN waste_month.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN waste_month.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN waste_month.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN waste_month.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN waste_month.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN waste_month.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN waste_month.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN waste_month.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN waste_month.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN waste_month.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN waste_month.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN waste_month.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN waste_month.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN waste_month.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN waste_month.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN waste_month.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN waste_month.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN waste_month.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN waste_month.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN waste_month.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN waste_month.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN waste_month.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN waste_month.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN waste_month.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN waste_month.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN waste_month.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN waste_month.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN waste_month.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN waste_month.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_month.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: month_figure; Type: VIEW; Schema: stats

CREATE VIEW stats.month_figure AS
 SELECT m.month,
    'street_month'::text AS subject,
    jsonb_build_object('street_id', m.street_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'street_id'::text, 'waste_type'::text]) AS figures
   FROM stats.street_month m
UNION ALL
 SELECT m.month,
    'community_month'::text AS subject,
    jsonb_build_object('community_id', m.community_id, 'street_id', m.street_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'community_id'::text, 'street_id'::text, 'waste_type'::text]) AS figures
   FROM stats.community_month m
UNION ALL
 SELECT m.month,
    'unit_month'::text AS subject,
    jsonb_build_object('responsible_unit_id', m.responsible_unit_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'responsible_unit_id'::text, 'waste_type'::text]) AS figures
   FROM stats.unit_month m
UNION ALL
 SELECT m.month,
    'carrier_month'::text AS subject,
    jsonb_build_object('carrier_id', m.carrier_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'carrier_id'::text, 'waste_type'::text]) AS figures
   FROM stats.carrier_month m
UNION ALL
 SELECT m.month,
    'vehicle_month'::text AS subject,
    jsonb_build_object('vehicle_id', m.vehicle_id, 'carrier_id', m.carrier_id) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'vehicle_id'::text, 'carrier_id'::text]) AS figures
   FROM stats.vehicle_month m
UNION ALL
 SELECT m.month,
    'site_month'::text AS subject,
    jsonb_build_object('station_id', m.station_id, 'disposal_facility_id', m.disposal_facility_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'station_id'::text, 'disposal_facility_id'::text, 'waste_type'::text]) AS figures
   FROM stats.site_month m
UNION ALL
 SELECT m.month,
    'point_month'::text AS subject,
    jsonb_build_object('collection_point_id', m.collection_point_id, 'responsible_unit_id', m.responsible_unit_id, 'community_id', m.community_id, 'street_id', m.street_id, 'waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'collection_point_id'::text, 'responsible_unit_id'::text, 'community_id'::text, 'street_id'::text, 'waste_type'::text]) AS figures
   FROM stats.point_month m
UNION ALL
 SELECT m.month,
    'waste_month'::text AS subject,
    jsonb_build_object('waste_type', m.waste_type) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'waste_type'::text]) AS figures
   FROM stats.waste_month m
UNION ALL
 SELECT m.month,
    'terminal_month'::text AS subject,
    jsonb_build_object('terminal_id', m.terminal_id) AS key,
    (to_jsonb(m.*) - ARRAY['month'::text, 'terminal_id'::text]) AS figures
   FROM stats.terminal_month m
UNION ALL
 SELECT (date_trunc('month'::text, (t.service_date)::timestamp without time zone))::date AS month,
    'trip'::text AS subject,
    jsonb_build_object('terminal_id', t.terminal_id, 'recorded_at', (t.recorded_at AT TIME ZONE telemetry.site_time_zone()), 'boot_no', t.boot_no, 'seq', t.seq) AS key,
    (to_jsonb(t.*) - ARRAY['terminal_id'::text, 'recorded_at'::text, 'boot_no'::text, 'seq'::text]) AS figures
   FROM stats.trip t;

-- Name: VIEW month_figure; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.month_figure IS 'The figures of each month''s report as they are now (当前月报数据)';

-- Name: COLUMN month_figure.month; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.month_figure.month IS 'First day of the month (月份)';

-- Name: COLUMN month_figure.subject; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.month_figure.subject IS 'The view whose row it is, or trip (统计对象)';

-- Name: COLUMN month_figure.key; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.month_figure.key IS 'Its key columns (维度)';

-- Name: COLUMN month_figure.figures; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.month_figure.figures IS 'Its other columns (指标)';

-- Name: open_load; Type: TABLE; Schema: stats

CREATE TABLE stats.open_load (
    vehicle_id bigint NOT NULL,
    first_lift_at timestamp with time zone NOT NULL,
    last_lift_at timestamp with time zone NOT NULL,
    net_g bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date date NOT NULL,
    lifts integer NOT NULL,
    estimated_lifts integer NOT NULL
);

-- Name: TABLE open_load; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.open_load IS 'What a vehicle lifted in a day after its last trip: it belongs to its first trip of the next seven days (在途未卸)';

-- Name: COLUMN open_load.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.vehicle_id IS 'registry.vehicle (车辆)';

-- Name: COLUMN open_load.first_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.first_lift_at IS 'The first of the lifts (首次收运时间)';

-- Name: COLUMN open_load.last_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.last_lift_at IS 'The last of the lifts (末次收运时间)';

-- Name: COLUMN open_load.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.net_g IS 'Their net weight as sent, grams (净重)';

-- Name: COLUMN open_load.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.estimated_net_g IS 'Their part of the net weight, grams (估算净重)';

-- Name: COLUMN open_load.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.service_date IS 'Local day of the lifts (日期)';

-- Name: COLUMN open_load.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.lifts IS 'How many (收运次数)';

-- Name: COLUMN open_load.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.open_load.estimated_lifts IS 'Of the lifts those estimated by volume (估算次数)';

-- Name: point_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.point_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.collection_point_id,
    u.responsible_unit_id,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.point_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.collection_point_id, u.responsible_unit_id, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW point_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.point_quarter IS 'A collection point and type of waste (收集点统计), by quarter';

-- Name: COLUMN point_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN point_quarter.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN point_quarter.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN point_quarter.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN point_quarter.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN point_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN point_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN point_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN point_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN point_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN point_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN point_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN point_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN point_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN point_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN point_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN point_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN point_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN point_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN point_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN point_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN point_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN point_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN point_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN point_quarter.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN point_quarter.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN point_quarter.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN point_quarter.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN point_quarter.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN point_quarter.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN point_quarter.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN point_quarter.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN point_quarter.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_quarter.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: point_week; Type: VIEW; Schema: stats

CREATE VIEW stats.point_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.collection_point_id,
    u.responsible_unit_id,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.point_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.collection_point_id, u.responsible_unit_id, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW point_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.point_week IS 'A collection point and type of waste (收集点统计), by week';

-- Name: COLUMN point_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.week IS 'Its Monday (周)';

-- Name: COLUMN point_week.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN point_week.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN point_week.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN point_week.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN point_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN point_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN point_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN point_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN point_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN point_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN point_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN point_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN point_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN point_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN point_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN point_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN point_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN point_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN point_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN point_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN point_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN point_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN point_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN point_week.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN point_week.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN point_week.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN point_week.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN point_week.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN point_week.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN point_week.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN point_week.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN point_week.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_week.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: point_year; Type: VIEW; Schema: stats

CREATE VIEW stats.point_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.collection_point_id,
    u.responsible_unit_id,
    u.community_id,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.collection_point_id,
            s.responsible_unit_id,
            s.community_id,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.point_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.collection_point_id, u.responsible_unit_id, u.community_id, u.street_id, u.waste_type;

-- Name: VIEW point_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.point_year IS 'A collection point and type of waste (收集点统计), by year';

-- Name: COLUMN point_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.year IS 'Its first day (年)';

-- Name: COLUMN point_year.collection_point_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.collection_point_id IS 'registry.collection_point where the tag''s bin stood; 0: no tag, or it was bound to nothing (收集点)';

-- Name: COLUMN point_year.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN point_year.community_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.community_id IS 'registry.community of the point; 0: none (社区)';

-- Name: COLUMN point_year.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN point_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN point_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN point_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN point_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN point_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN point_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN point_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN point_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN point_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN point_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN point_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN point_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN point_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN point_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN point_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN point_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN point_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN point_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN point_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN point_year.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN point_year.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN point_year.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN point_year.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN point_year.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN point_year.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN point_year.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN point_year.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN point_year.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.point_year.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: site_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.site_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.station_id,
    u.disposal_facility_id,
    u.waste_type,
    min(u.first_weighing_at) AS first_weighing_at,
    max(u.last_weighing_at) AS last_weighing_at,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.in_weighings), (0)::numeric))::bigint AS in_weighings,
    (COALESCE(sum(u.out_weighings), (0)::numeric))::bigint AS out_weighings,
    (COALESCE(sum(u.in_net_g), (0)::numeric))::bigint AS in_net_g,
    (COALESCE(sum(u.out_net_g), (0)::numeric))::bigint AS out_net_g,
    (COALESCE(sum(u.received_net_g), (0)::numeric))::bigint AS received_net_g,
    (COALESCE(sum(u.dispatched_net_g), (0)::numeric))::bigint AS dispatched_net_g,
    (COALESCE(sum(u.carts), (0)::numeric))::bigint AS carts,
    (COALESCE(sum(u.deliveries), (0)::numeric))::bigint AS deliveries,
    (COALESCE(sum(u.boxes_out), (0)::numeric))::bigint AS boxes_out,
    (COALESCE(sum(u.open_tickets), (0)::numeric))::bigint AS open_tickets,
    (COALESCE(sum(u.corrected), (0)::numeric))::bigint AS corrected,
    (COALESCE(sum(u.withdrawn), (0)::numeric))::bigint AS withdrawn,
    (COALESCE(sum(u.doubtful), (0)::numeric))::bigint AS doubtful,
    (COALESCE(sum(u.not_zeroed), (0)::numeric))::bigint AS not_zeroed
   FROM ( SELECT s.service_date,
            s.station_id,
            s.disposal_facility_id,
            s.waste_type,
            s.first_weighing_at,
            s.last_weighing_at,
            s.weighings,
            s.in_weighings,
            s.out_weighings,
            s.in_net_g,
            s.out_net_g,
            s.received_net_g,
            s.dispatched_net_g,
            s.carts,
            s.deliveries,
            s.boxes_out,
            s.open_tickets,
            s.corrected,
            s.withdrawn,
            s.doubtful,
            s.not_zeroed
           FROM stats.site_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.station_id, u.disposal_facility_id, u.waste_type;

-- Name: VIEW site_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.site_quarter IS 'A station or plant and type of waste (站点统计), by quarter';

-- Name: COLUMN site_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN site_quarter.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN site_quarter.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN site_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: COLUMN site_quarter.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN site_quarter.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN site_quarter.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN site_quarter.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN site_quarter.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN site_quarter.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN site_quarter.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN site_quarter.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN site_quarter.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN site_quarter.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN site_quarter.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN site_quarter.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN site_quarter.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN site_quarter.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN site_quarter.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN site_quarter.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN site_quarter.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_quarter.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: site_week; Type: VIEW; Schema: stats

CREATE VIEW stats.site_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.station_id,
    u.disposal_facility_id,
    u.waste_type,
    min(u.first_weighing_at) AS first_weighing_at,
    max(u.last_weighing_at) AS last_weighing_at,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.in_weighings), (0)::numeric))::bigint AS in_weighings,
    (COALESCE(sum(u.out_weighings), (0)::numeric))::bigint AS out_weighings,
    (COALESCE(sum(u.in_net_g), (0)::numeric))::bigint AS in_net_g,
    (COALESCE(sum(u.out_net_g), (0)::numeric))::bigint AS out_net_g,
    (COALESCE(sum(u.received_net_g), (0)::numeric))::bigint AS received_net_g,
    (COALESCE(sum(u.dispatched_net_g), (0)::numeric))::bigint AS dispatched_net_g,
    (COALESCE(sum(u.carts), (0)::numeric))::bigint AS carts,
    (COALESCE(sum(u.deliveries), (0)::numeric))::bigint AS deliveries,
    (COALESCE(sum(u.boxes_out), (0)::numeric))::bigint AS boxes_out,
    (COALESCE(sum(u.open_tickets), (0)::numeric))::bigint AS open_tickets,
    (COALESCE(sum(u.corrected), (0)::numeric))::bigint AS corrected,
    (COALESCE(sum(u.withdrawn), (0)::numeric))::bigint AS withdrawn,
    (COALESCE(sum(u.doubtful), (0)::numeric))::bigint AS doubtful,
    (COALESCE(sum(u.not_zeroed), (0)::numeric))::bigint AS not_zeroed
   FROM ( SELECT s.service_date,
            s.station_id,
            s.disposal_facility_id,
            s.waste_type,
            s.first_weighing_at,
            s.last_weighing_at,
            s.weighings,
            s.in_weighings,
            s.out_weighings,
            s.in_net_g,
            s.out_net_g,
            s.received_net_g,
            s.dispatched_net_g,
            s.carts,
            s.deliveries,
            s.boxes_out,
            s.open_tickets,
            s.corrected,
            s.withdrawn,
            s.doubtful,
            s.not_zeroed
           FROM stats.site_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.station_id, u.disposal_facility_id, u.waste_type;

-- Name: VIEW site_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.site_week IS 'A station or plant and type of waste (站点统计), by week';

-- Name: COLUMN site_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.week IS 'Its Monday (周)';

-- Name: COLUMN site_week.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN site_week.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN site_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: COLUMN site_week.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN site_week.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN site_week.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN site_week.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN site_week.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN site_week.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN site_week.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN site_week.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN site_week.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN site_week.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN site_week.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN site_week.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN site_week.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN site_week.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN site_week.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN site_week.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN site_week.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_week.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: site_year; Type: VIEW; Schema: stats

CREATE VIEW stats.site_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.station_id,
    u.disposal_facility_id,
    u.waste_type,
    min(u.first_weighing_at) AS first_weighing_at,
    max(u.last_weighing_at) AS last_weighing_at,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.in_weighings), (0)::numeric))::bigint AS in_weighings,
    (COALESCE(sum(u.out_weighings), (0)::numeric))::bigint AS out_weighings,
    (COALESCE(sum(u.in_net_g), (0)::numeric))::bigint AS in_net_g,
    (COALESCE(sum(u.out_net_g), (0)::numeric))::bigint AS out_net_g,
    (COALESCE(sum(u.received_net_g), (0)::numeric))::bigint AS received_net_g,
    (COALESCE(sum(u.dispatched_net_g), (0)::numeric))::bigint AS dispatched_net_g,
    (COALESCE(sum(u.carts), (0)::numeric))::bigint AS carts,
    (COALESCE(sum(u.deliveries), (0)::numeric))::bigint AS deliveries,
    (COALESCE(sum(u.boxes_out), (0)::numeric))::bigint AS boxes_out,
    (COALESCE(sum(u.open_tickets), (0)::numeric))::bigint AS open_tickets,
    (COALESCE(sum(u.corrected), (0)::numeric))::bigint AS corrected,
    (COALESCE(sum(u.withdrawn), (0)::numeric))::bigint AS withdrawn,
    (COALESCE(sum(u.doubtful), (0)::numeric))::bigint AS doubtful,
    (COALESCE(sum(u.not_zeroed), (0)::numeric))::bigint AS not_zeroed
   FROM ( SELECT s.service_date,
            s.station_id,
            s.disposal_facility_id,
            s.waste_type,
            s.first_weighing_at,
            s.last_weighing_at,
            s.weighings,
            s.in_weighings,
            s.out_weighings,
            s.in_net_g,
            s.out_net_g,
            s.received_net_g,
            s.dispatched_net_g,
            s.carts,
            s.deliveries,
            s.boxes_out,
            s.open_tickets,
            s.corrected,
            s.withdrawn,
            s.doubtful,
            s.not_zeroed
           FROM stats.site_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.station_id, u.disposal_facility_id, u.waste_type;

-- Name: VIEW site_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.site_year IS 'A station or plant and type of waste (站点统计), by year';

-- Name: COLUMN site_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.year IS 'Its first day (年)';

-- Name: COLUMN site_year.station_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.station_id IS 'registry.station where it stood; 0: none (清洁站)';

-- Name: COLUMN site_year.disposal_facility_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.disposal_facility_id IS 'registry.disposal_facility where it stood; 0: none (末端处理厂)';

-- Name: COLUMN site_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.waste_type IS 'As sent, as in registry.waste_type; 0: not said (垃圾类别)';

-- Name: COLUMN site_year.first_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.first_weighing_at IS 'Device time of the first weighing (首次过磅时间)';

-- Name: COLUMN site_year.last_weighing_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.last_weighing_at IS 'Device time of the last weighing (末次过磅时间)';

-- Name: COLUMN site_year.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.weighings IS 'Weighings that count: neither corrected by another nor withdrawn (过磅次数)';

-- Name: COLUMN site_year.in_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.in_weighings IS 'Of these "in" (进站次数)';

-- Name: COLUMN site_year.out_weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.out_weighings IS 'Of these "out" (出站次数)';

-- Name: COLUMN site_year.in_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.in_net_g IS 'Net weight of the weighings with direction "in", grams (进站净重)';

-- Name: COLUMN site_year.out_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.out_net_g IS 'Net weight of the weighings with direction "out", grams; a plant''s gate tells a load''s net weight there (出站净重)';

-- Name: COLUMN site_year.received_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.received_net_g IS 'Net weight that was brought: of "in", and of "out" on a ticket that an "in" of the same scale opened, grams (收入净重)';

-- Name: COLUMN site_year.dispatched_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.dispatched_net_g IS 'Net weight that was taken away: of every other "out", grams (运出净重)';

-- Name: COLUMN site_year.carts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.carts IS 'Of these "in" without a vehicle (手推车次数)';

-- Name: COLUMN site_year.deliveries; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.deliveries IS 'Of these "in" by a vehicle (车辆进站次数)';

-- Name: COLUMN site_year.boxes_out; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.boxes_out IS 'Of these "out" on a ticket that no "in" of the same scale opened (出站箱数)';

-- Name: COLUMN site_year.open_tickets; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.open_tickets IS 'Tickets that an "in" without a net weight opened and no "out" has closed within 12 hours (未完成磅单数)';

-- Name: COLUMN site_year.corrected; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.corrected IS 'Weighings whose figures come from a correction (更正次数)';

-- Name: COLUMN site_year.withdrawn; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.withdrawn IS 'Weighings that do not count, because a correction without any weight withdrew them (作废次数)';

-- Name: COLUMN site_year.doubtful; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.doubtful IS 'Weighings over or under range, negative or of a faulty sensor, and those on leaving whose first weighing was over or under range or of a faulty sensor: counted, in no weight (存疑次数)';

-- Name: COLUMN site_year.not_zeroed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.site_year.not_zeroed IS 'Weighings of a scale that was not at zero (未置零次数)';

-- Name: street_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.street_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.street_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.street_id, u.waste_type;

-- Name: VIEW street_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.street_quarter IS 'A street and type of waste (街道统计), by quarter';

-- Name: COLUMN street_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN street_quarter.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN street_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN street_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN street_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN street_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN street_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN street_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN street_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN street_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN street_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN street_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN street_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN street_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN street_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN street_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN street_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN street_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN street_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN street_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN street_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN street_quarter.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN street_quarter.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN street_quarter.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN street_quarter.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN street_quarter.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN street_quarter.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN street_quarter.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN street_quarter.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN street_quarter.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_quarter.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: street_week; Type: VIEW; Schema: stats

CREATE VIEW stats.street_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.street_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.street_id, u.waste_type;

-- Name: VIEW street_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.street_week IS 'A street and type of waste (街道统计), by week';

-- Name: COLUMN street_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.week IS 'Its Monday (周)';

-- Name: COLUMN street_week.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN street_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN street_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN street_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN street_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN street_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN street_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN street_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN street_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN street_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN street_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN street_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN street_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN street_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN street_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN street_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN street_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN street_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN street_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN street_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN street_week.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN street_week.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN street_week.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN street_week.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN street_week.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN street_week.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN street_week.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN street_week.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN street_week.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_week.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: street_year; Type: VIEW; Schema: stats

CREATE VIEW stats.street_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.street_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.street_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.street_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.street_id, u.waste_type;

-- Name: VIEW street_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.street_year IS 'A street and type of waste (街道统计), by year';

-- Name: COLUMN street_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.year IS 'Its first day (年)';

-- Name: COLUMN street_year.street_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.street_id IS 'registry.street of the community; 0: none (街道)';

-- Name: COLUMN street_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN street_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN street_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN street_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN street_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN street_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN street_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN street_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN street_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN street_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN street_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN street_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN street_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN street_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN street_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN street_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN street_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN street_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN street_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN street_year.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN street_year.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN street_year.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN street_year.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN street_year.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN street_year.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN street_year.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN street_year.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN street_year.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.street_year.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: terminal_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.terminal_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.terminal_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    min(u.least_lag_ms) AS least_lag_ms,
    (COALESCE(sum(u.records), (0)::numeric))::bigint AS records,
    (COALESCE(sum(u.expected_records), (0)::numeric))::bigint AS expected_records,
    (COALESCE(sum(u.tag_reads), (0)::numeric))::bigint AS tag_reads,
    (COALESCE(sum(u.load_samples), (0)::numeric))::bigint AS load_samples,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.boots), (0)::numeric))::bigint AS boots,
    (COALESCE(sum(u.sequence_gaps), (0)::numeric))::bigint AS sequence_gaps,
    (COALESCE(sum(u.late_records), (0)::numeric))::bigint AS late_records,
    (COALESCE(sum(u.bad_clock_records), (0)::numeric))::bigint AS bad_clock_records
   FROM ( SELECT s.service_date,
            s.terminal_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.least_lag_ms,
            s.records,
            s.expected_records,
            s.tag_reads,
            s.load_samples,
            s.lifts,
            s.weighings,
            s.boots,
            s.sequence_gaps,
            s.late_records,
            s.bad_clock_records
           FROM stats.terminal_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.terminal_id;

-- Name: VIEW terminal_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.terminal_quarter IS 'A terminal: what came of it, and what is missing (终端数据完整性), by quarter';

-- Name: COLUMN terminal_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN terminal_quarter.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN terminal_quarter.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN terminal_quarter.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN terminal_quarter.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN terminal_quarter.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN terminal_quarter.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN terminal_quarter.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN terminal_quarter.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN terminal_quarter.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN terminal_quarter.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN terminal_quarter.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN terminal_quarter.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN terminal_quarter.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN terminal_quarter.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN terminal_quarter.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN terminal_quarter.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN terminal_quarter.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN terminal_quarter.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN terminal_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN terminal_quarter.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN terminal_quarter.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN terminal_quarter.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN terminal_quarter.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN terminal_quarter.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_quarter.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: terminal_week; Type: VIEW; Schema: stats

CREATE VIEW stats.terminal_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.terminal_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    min(u.least_lag_ms) AS least_lag_ms,
    (COALESCE(sum(u.records), (0)::numeric))::bigint AS records,
    (COALESCE(sum(u.expected_records), (0)::numeric))::bigint AS expected_records,
    (COALESCE(sum(u.tag_reads), (0)::numeric))::bigint AS tag_reads,
    (COALESCE(sum(u.load_samples), (0)::numeric))::bigint AS load_samples,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.boots), (0)::numeric))::bigint AS boots,
    (COALESCE(sum(u.sequence_gaps), (0)::numeric))::bigint AS sequence_gaps,
    (COALESCE(sum(u.late_records), (0)::numeric))::bigint AS late_records,
    (COALESCE(sum(u.bad_clock_records), (0)::numeric))::bigint AS bad_clock_records
   FROM ( SELECT s.service_date,
            s.terminal_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.least_lag_ms,
            s.records,
            s.expected_records,
            s.tag_reads,
            s.load_samples,
            s.lifts,
            s.weighings,
            s.boots,
            s.sequence_gaps,
            s.late_records,
            s.bad_clock_records
           FROM stats.terminal_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.terminal_id;

-- Name: VIEW terminal_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.terminal_week IS 'A terminal: what came of it, and what is missing (终端数据完整性), by week';

-- Name: COLUMN terminal_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.week IS 'Its Monday (周)';

-- Name: COLUMN terminal_week.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN terminal_week.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN terminal_week.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN terminal_week.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN terminal_week.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN terminal_week.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN terminal_week.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN terminal_week.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN terminal_week.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN terminal_week.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN terminal_week.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN terminal_week.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN terminal_week.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN terminal_week.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN terminal_week.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN terminal_week.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN terminal_week.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN terminal_week.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN terminal_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN terminal_week.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN terminal_week.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN terminal_week.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN terminal_week.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN terminal_week.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_week.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: terminal_year; Type: VIEW; Schema: stats

CREATE VIEW stats.terminal_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.terminal_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    min(u.least_lag_ms) AS least_lag_ms,
    (COALESCE(sum(u.records), (0)::numeric))::bigint AS records,
    (COALESCE(sum(u.expected_records), (0)::numeric))::bigint AS expected_records,
    (COALESCE(sum(u.tag_reads), (0)::numeric))::bigint AS tag_reads,
    (COALESCE(sum(u.load_samples), (0)::numeric))::bigint AS load_samples,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.weighings), (0)::numeric))::bigint AS weighings,
    (COALESCE(sum(u.boots), (0)::numeric))::bigint AS boots,
    (COALESCE(sum(u.sequence_gaps), (0)::numeric))::bigint AS sequence_gaps,
    (COALESCE(sum(u.late_records), (0)::numeric))::bigint AS late_records,
    (COALESCE(sum(u.bad_clock_records), (0)::numeric))::bigint AS bad_clock_records
   FROM ( SELECT s.service_date,
            s.terminal_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.least_lag_ms,
            s.records,
            s.expected_records,
            s.tag_reads,
            s.load_samples,
            s.lifts,
            s.weighings,
            s.boots,
            s.sequence_gaps,
            s.late_records,
            s.bad_clock_records
           FROM stats.terminal_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.terminal_id;

-- Name: VIEW terminal_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.terminal_year IS 'A terminal: what came of it, and what is missing (终端数据完整性), by year';

-- Name: COLUMN terminal_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.year IS 'Its first day (年)';

-- Name: COLUMN terminal_year.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.terminal_id IS 'registry.terminal (终端)';

-- Name: COLUMN terminal_year.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN terminal_year.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN terminal_year.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN terminal_year.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN terminal_year.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN terminal_year.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN terminal_year.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN terminal_year.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN terminal_year.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN terminal_year.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN terminal_year.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN terminal_year.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN terminal_year.least_lag_ms; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.least_lag_ms IS 'Least time from fix to receipt of what was not sent as stored, milliseconds: far from 0, the clock is wrong; null: none (最小时延)';

-- Name: COLUMN terminal_year.records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.records IS 'Records that are there (实收记录数)';

-- Name: COLUMN terminal_year.expected_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.expected_records IS 'Records that there must be: for each start of the terminal, from its first number of the day to its last, of the records with a time of their own; and each without one whose number lies outside (应收记录数)';

-- Name: COLUMN terminal_year.tag_reads; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.tag_reads IS 'Of these tag reads (标签读取数)';

-- Name: COLUMN terminal_year.load_samples; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.load_samples IS 'Of these load samples (载重采样数)';

-- Name: COLUMN terminal_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.lifts IS 'Of these lifts (收运数)';

-- Name: COLUMN terminal_year.weighings; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.weighings IS 'Of these weighings, with corrections (过磅数)';

-- Name: COLUMN terminal_year.boots; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.boots IS 'Starts of the terminal that they belong to (启动次数)';

-- Name: COLUMN terminal_year.sequence_gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.sequence_gaps IS 'Places at which numbers are missing (断号次数)';

-- Name: COLUMN terminal_year.late_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.late_records IS 'Records that arrived more than 10 minutes after they were made (迟到记录数)';

-- Name: COLUMN terminal_year.bad_clock_records; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.terminal_year.bad_clock_records IS 'Records without a usable time, filed under that of their receipt (时钟异常记录数)';

-- Name: unbound_tag_day; Type: TABLE; Schema: stats

CREATE TABLE stats.unbound_tag_day (
    terminal_id bigint NOT NULL,
    first_lift_at timestamp with time zone NOT NULL,
    last_lift_at timestamp with time zone NOT NULL,
    net_g bigint NOT NULL,
    estimated_net_g bigint NOT NULL,
    service_date date NOT NULL,
    lifts integer NOT NULL,
    doubtful_lifts integer NOT NULL,
    last_lon_e6 integer,
    last_lat_e6 integer,
    tag_tech smallint NOT NULL,
    tag_id bytea NOT NULL
);

-- Name: TABLE unbound_tag_day; Type: COMMENT; Schema: stats

COMMENT ON TABLE stats.unbound_tag_day IS 'Lifts of a terminal in a day with a tag that was bound to nothing then, or without a tag (未绑定标签日统计)';

-- Name: COLUMN unbound_tag_day.terminal_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.terminal_id IS 'registry.terminal that sent the lifts (终端)';

-- Name: COLUMN unbound_tag_day.first_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.first_lift_at IS 'Device time of the first lift (首次收运时间)';

-- Name: COLUMN unbound_tag_day.last_lift_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.last_lift_at IS 'Device time of the last lift (末次收运时间)';

-- Name: COLUMN unbound_tag_day.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unbound_tag_day.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unbound_tag_day.service_date; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.service_date IS 'Local day (日期)';

-- Name: COLUMN unbound_tag_day.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unbound_tag_day.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unbound_tag_day.last_lon_e6; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.last_lon_e6 IS 'Where the last lift was, 1e-6 degree, WGS-84; null: not known (经度)';

-- Name: COLUMN unbound_tag_day.last_lat_e6; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.last_lat_e6 IS 'Where the last lift was, 1e-6 degree, WGS-84; null: not known (纬度)';

-- Name: COLUMN unbound_tag_day.tag_tech; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.tag_tech IS 'As in telemetry.lift; 0 where there is no tag (标签类型)';

-- Name: COLUMN unbound_tag_day.tag_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unbound_tag_day.tag_id IS 'Bytes of the tag''s id; empty: none was read (标签号)';

-- Name: unit_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.unit_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.responsible_unit_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.unit_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.responsible_unit_id, u.waste_type;

-- Name: VIEW unit_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.unit_quarter IS 'A responsible unit and type of waste (责任主体统计), by quarter';

-- Name: COLUMN unit_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN unit_quarter.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN unit_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN unit_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unit_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN unit_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN unit_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN unit_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unit_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN unit_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN unit_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN unit_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN unit_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN unit_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN unit_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN unit_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN unit_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unit_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unit_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN unit_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN unit_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN unit_quarter.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN unit_quarter.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN unit_quarter.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN unit_quarter.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN unit_quarter.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN unit_quarter.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN unit_quarter.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN unit_quarter.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN unit_quarter.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_quarter.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: unit_week; Type: VIEW; Schema: stats

CREATE VIEW stats.unit_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.responsible_unit_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.unit_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.responsible_unit_id, u.waste_type;

-- Name: VIEW unit_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.unit_week IS 'A responsible unit and type of waste (责任主体统计), by week';

-- Name: COLUMN unit_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.week IS 'Its Monday (周)';

-- Name: COLUMN unit_week.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN unit_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN unit_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unit_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN unit_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN unit_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN unit_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unit_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN unit_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN unit_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN unit_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN unit_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN unit_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN unit_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN unit_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN unit_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unit_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unit_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN unit_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN unit_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN unit_week.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN unit_week.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN unit_week.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN unit_week.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN unit_week.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN unit_week.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN unit_week.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN unit_week.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN unit_week.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_week.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: unit_year; Type: VIEW; Schema: stats

CREATE VIEW stats.unit_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.responsible_unit_id,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.responsible_unit_id,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.clearable
           FROM stats.unit_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.responsible_unit_id, u.waste_type;

-- Name: VIEW unit_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.unit_year IS 'A responsible unit and type of waste (责任主体统计), by year';

-- Name: COLUMN unit_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.year IS 'Its first day (年)';

-- Name: COLUMN unit_year.responsible_unit_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.responsible_unit_id IS 'registry.responsible_unit of the point; 0: none (责任主体)';

-- Name: COLUMN unit_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN unit_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN unit_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN unit_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN unit_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN unit_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN unit_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN unit_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN unit_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN unit_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN unit_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN unit_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN unit_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN unit_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN unit_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN unit_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN unit_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN unit_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN unit_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN unit_year.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN unit_year.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN unit_year.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN unit_year.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN unit_year.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN unit_year.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN unit_year.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN unit_year.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN unit_year.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.unit_year.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: vehicle_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.vehicle_id,
    u.carrier_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.jumps), (0)::numeric))::bigint AS jumps,
    (COALESCE(sum(u.stops), (0)::numeric))::bigint AS stops,
    (COALESCE(sum(u.stop_s), (0)::numeric))::bigint AS stop_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    max(u.top_speed_dkmh) AS top_speed_dkmh,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl,
    (COALESCE(sum(u.refuelled_dl), (0)::numeric))::bigint AS refuelled_dl,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    round(((sum(u.fuel_used_dl) * 10000.0) / NULLIF(sum(u.odometer_m) FILTER (WHERE (u.fuel_used_dl IS NOT NULL)), (0)::numeric)), 1) AS litres_per_100_km
   FROM ( SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.odometer_m,
            s.track_m,
            s.jumps,
            s.stops,
            s.stop_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.top_speed_dkmh,
            s.fuel_used_dl,
            s.refuelled_dl,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.vehicle_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.vehicle_id, u.carrier_id;

-- Name: VIEW vehicle_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_quarter IS 'A vehicle (车辆统计), by quarter';

-- Name: COLUMN vehicle_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN vehicle_quarter.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_quarter.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_quarter.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_quarter.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_quarter.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_quarter.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_quarter.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_quarter.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_quarter.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_quarter.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_quarter.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_quarter.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_quarter.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_quarter.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_quarter.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_quarter.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_quarter.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_quarter.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_quarter.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_quarter.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_quarter.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_quarter.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN vehicle_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN vehicle_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN vehicle_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN vehicle_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN vehicle_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN vehicle_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN vehicle_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN vehicle_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN vehicle_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN vehicle_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN vehicle_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN vehicle_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN vehicle_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN vehicle_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN vehicle_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN vehicle_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN vehicle_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN vehicle_quarter.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN vehicle_quarter.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN vehicle_quarter.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN vehicle_quarter.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN vehicle_quarter.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN vehicle_quarter.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN vehicle_quarter.litres_per_100_km; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_quarter.litres_per_100_km IS 'Fuel used for 100 km by the odometer, litres, of days with a gauge; null: none, or it did not move (百公里油耗)';

-- Name: vehicle_week; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.vehicle_id,
    u.carrier_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.jumps), (0)::numeric))::bigint AS jumps,
    (COALESCE(sum(u.stops), (0)::numeric))::bigint AS stops,
    (COALESCE(sum(u.stop_s), (0)::numeric))::bigint AS stop_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    max(u.top_speed_dkmh) AS top_speed_dkmh,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl,
    (COALESCE(sum(u.refuelled_dl), (0)::numeric))::bigint AS refuelled_dl,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    round(((sum(u.fuel_used_dl) * 10000.0) / NULLIF(sum(u.odometer_m) FILTER (WHERE (u.fuel_used_dl IS NOT NULL)), (0)::numeric)), 1) AS litres_per_100_km
   FROM ( SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.odometer_m,
            s.track_m,
            s.jumps,
            s.stops,
            s.stop_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.top_speed_dkmh,
            s.fuel_used_dl,
            s.refuelled_dl,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.vehicle_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.vehicle_id, u.carrier_id;

-- Name: VIEW vehicle_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_week IS 'A vehicle (车辆统计), by week';

-- Name: COLUMN vehicle_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.week IS 'Its Monday (周)';

-- Name: COLUMN vehicle_week.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_week.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_week.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_week.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_week.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_week.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_week.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_week.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_week.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_week.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_week.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_week.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_week.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_week.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_week.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_week.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_week.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_week.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_week.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_week.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_week.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_week.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN vehicle_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN vehicle_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN vehicle_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN vehicle_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN vehicle_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN vehicle_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN vehicle_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN vehicle_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN vehicle_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN vehicle_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN vehicle_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN vehicle_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN vehicle_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN vehicle_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN vehicle_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN vehicle_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN vehicle_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN vehicle_week.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN vehicle_week.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN vehicle_week.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN vehicle_week.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN vehicle_week.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN vehicle_week.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN vehicle_week.litres_per_100_km; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_week.litres_per_100_km IS 'Fuel used for 100 km by the odometer, litres, of days with a gauge; null: none, or it did not move (百公里油耗)';

-- Name: vehicle_year; Type: VIEW; Schema: stats

CREATE VIEW stats.vehicle_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.vehicle_id,
    u.carrier_id,
    min(u.first_fix_at) AS first_fix_at,
    max(u.last_fix_at) AS last_fix_at,
    (COALESCE(sum(u.fixes), (0)::numeric))::bigint AS fixes,
    (COALESCE(sum(u.late_fixes), (0)::numeric))::bigint AS late_fixes,
    (COALESCE(sum(u.backfill_fixes), (0)::numeric))::bigint AS backfill_fixes,
    (COALESCE(sum(u.bad_clock_fixes), (0)::numeric))::bigint AS bad_clock_fixes,
    (COALESCE(sum(u.unplaced_fixes), (0)::numeric))::bigint AS unplaced_fixes,
    (COALESCE(sum(u.online_s), (0)::numeric))::bigint AS online_s,
    (COALESCE(sum(u.odometer_m), (0)::numeric))::bigint AS odometer_m,
    (COALESCE(sum(u.track_m), (0)::numeric))::bigint AS track_m,
    (COALESCE(sum(u.jumps), (0)::numeric))::bigint AS jumps,
    (COALESCE(sum(u.stops), (0)::numeric))::bigint AS stops,
    (COALESCE(sum(u.stop_s), (0)::numeric))::bigint AS stop_s,
    (COALESCE(sum(u.gaps), (0)::numeric))::bigint AS gaps,
    (COALESCE(sum(u.gap_s), (0)::numeric))::bigint AS gap_s,
    max(u.longest_gap_s) AS longest_gap_s,
    (COALESCE(sum(u.silent_hours), (0)::numeric))::bigint AS silent_hours,
    max(u.top_speed_dkmh) AS top_speed_dkmh,
    (sum(u.fuel_used_dl))::bigint AS fuel_used_dl,
    (COALESCE(sum(u.refuelled_dl), (0)::numeric))::bigint AS refuelled_dl,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    round(((sum(u.fuel_used_dl) * 10000.0) / NULLIF(sum(u.odometer_m) FILTER (WHERE (u.fuel_used_dl IS NOT NULL)), (0)::numeric)), 1) AS litres_per_100_km
   FROM ( SELECT s.service_date,
            s.vehicle_id,
            s.carrier_id,
            s.first_fix_at,
            s.last_fix_at,
            s.fixes,
            s.late_fixes,
            s.backfill_fixes,
            s.bad_clock_fixes,
            s.unplaced_fixes,
            s.online_s,
            s.odometer_m,
            s.track_m,
            s.jumps,
            s.stops,
            s.stop_s,
            s.gaps,
            s.gap_s,
            s.longest_gap_s,
            s.silent_hours,
            s.top_speed_dkmh,
            s.fuel_used_dl,
            s.refuelled_dl,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g
           FROM stats.vehicle_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.vehicle_id, u.carrier_id;

-- Name: VIEW vehicle_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.vehicle_year IS 'A vehicle (车辆统计), by year';

-- Name: COLUMN vehicle_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.year IS 'Its first day (年)';

-- Name: COLUMN vehicle_year.vehicle_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.vehicle_id IS 'registry.vehicle that carried the terminal; 0: none (车辆)';

-- Name: COLUMN vehicle_year.carrier_id; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.carrier_id IS 'registry.carrier that ran the vehicle; 0: none (收运单位)';

-- Name: COLUMN vehicle_year.first_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.first_fix_at IS 'Device time of the first fix; null: none with a time of its own (首次定位时间)';

-- Name: COLUMN vehicle_year.last_fix_at; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.last_fix_at IS 'Device time of the last fix; null: none (末次定位时间)';

-- Name: COLUMN vehicle_year.fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.fixes IS 'Fixes, with those of the next four (定位数)';

-- Name: COLUMN vehicle_year.late_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.late_fixes IS 'Fixes that arrived more than 10 minutes after they were made (迟到定位数)';

-- Name: COLUMN vehicle_year.backfill_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.backfill_fixes IS 'Fixes that were sent as stored while there was no link (补传定位数)';

-- Name: COLUMN vehicle_year.bad_clock_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.bad_clock_fixes IS 'Fixes without a usable time, filed under that of their receipt; in no figure below (时钟异常定位数)';

-- Name: COLUMN vehicle_year.unplaced_fixes; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.unplaced_fixes IS 'Fixes without a position; in no distance (无位置定位数)';

-- Name: COLUMN vehicle_year.online_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.online_s IS 'From the first to the last fix without the gaps, seconds (在线时长)';

-- Name: COLUMN vehicle_year.odometer_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.odometer_m IS 'Distance by the odometer, metres; steps back and beyond 150 km/h left out (里程表里程)';

-- Name: COLUMN vehicle_year.track_m; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.track_m IS 'Distance by the positions, metres; jumps left out (轨迹里程)';

-- Name: COLUMN vehicle_year.jumps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.jumps IS 'Steps between positions beyond 150 km/h (漂移次数)';

-- Name: COLUMN vehicle_year.stops; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.stops IS 'How often it stood for 60 seconds or more between two drives (停车次数)';

-- Name: COLUMN vehicle_year.stop_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.stop_s IS 'How long in all, seconds (停车时长)';

-- Name: COLUMN vehicle_year.gaps; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.gaps IS 'Times of more than 10 minutes without a fix, between the first and the last (中断次数)';

-- Name: COLUMN vehicle_year.gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.gap_s IS 'How long in all, seconds (中断时长)';

-- Name: COLUMN vehicle_year.longest_gap_s; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.longest_gap_s IS 'The longest of them, seconds (最长中断)';

-- Name: COLUMN vehicle_year.silent_hours; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.silent_hours IS 'Hours of the clock without any fix, between that of the first and that of the last (静默小时数)';

-- Name: COLUMN vehicle_year.top_speed_dkmh; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.top_speed_dkmh IS 'Highest speed that a fix told, 0.1 km/h (最高速度)';

-- Name: COLUMN vehicle_year.fuel_used_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.fuel_used_dl IS 'Fuel used, 0.1 l, what was filled up allowed for; null: no gauge (油耗)';

-- Name: COLUMN vehicle_year.refuelled_dl; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.refuelled_dl IS 'Fuel filled up, 0.1 l: rises of 10 l and more (加油量)';

-- Name: COLUMN vehicle_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN vehicle_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN vehicle_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN vehicle_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN vehicle_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN vehicle_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN vehicle_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN vehicle_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN vehicle_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN vehicle_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN vehicle_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN vehicle_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN vehicle_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN vehicle_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN vehicle_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN vehicle_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN vehicle_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN vehicle_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN vehicle_year.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN vehicle_year.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN vehicle_year.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN vehicle_year.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN vehicle_year.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN vehicle_year.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN vehicle_year.litres_per_100_km; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.vehicle_year.litres_per_100_km IS 'Fuel used for 100 km by the odometer, litres, of days with a gauge; null: none, or it did not move (百公里油耗)';

-- Name: waste_quarter; Type: VIEW; Schema: stats

CREATE VIEW stats.waste_quarter AS
 SELECT (date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date AS quarter,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.clearable
           FROM stats.waste_day s) u
  GROUP BY ((date_trunc('quarter'::text, (u.service_date)::timestamp without time zone))::date), u.waste_type;

-- Name: VIEW waste_quarter; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.waste_quarter IS 'A type of waste in the whole district (垃圾类别统计), by quarter';

-- Name: COLUMN waste_quarter.quarter; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.quarter IS 'Its first day (季度)';

-- Name: COLUMN waste_quarter.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN waste_quarter.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN waste_quarter.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN waste_quarter.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN waste_quarter.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN waste_quarter.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN waste_quarter.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN waste_quarter.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN waste_quarter.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN waste_quarter.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN waste_quarter.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN waste_quarter.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN waste_quarter.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN waste_quarter.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN waste_quarter.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN waste_quarter.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN waste_quarter.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN waste_quarter.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN waste_quarter.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN waste_quarter.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN waste_quarter.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN waste_quarter.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN waste_quarter.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN waste_quarter.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN waste_quarter.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN waste_quarter.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN waste_quarter.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN waste_quarter.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN waste_quarter.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN waste_quarter.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN waste_quarter.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN waste_quarter.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN waste_quarter.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN waste_quarter.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_quarter.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: waste_week; Type: VIEW; Schema: stats

CREATE VIEW stats.waste_week AS
 SELECT (date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date AS week,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.clearable
           FROM stats.waste_day s) u
  GROUP BY ((date_trunc('week'::text, (u.service_date)::timestamp without time zone))::date), u.waste_type;

-- Name: VIEW waste_week; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.waste_week IS 'A type of waste in the whole district (垃圾类别统计), by week';

-- Name: COLUMN waste_week.week; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.week IS 'Its Monday (周)';

-- Name: COLUMN waste_week.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN waste_week.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN waste_week.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN waste_week.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN waste_week.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN waste_week.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN waste_week.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN waste_week.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN waste_week.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN waste_week.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN waste_week.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN waste_week.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN waste_week.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN waste_week.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN waste_week.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN waste_week.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN waste_week.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN waste_week.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN waste_week.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN waste_week.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN waste_week.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN waste_week.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN waste_week.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN waste_week.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN waste_week.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN waste_week.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN waste_week.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN waste_week.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN waste_week.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN waste_week.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN waste_week.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN waste_week.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN waste_week.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN waste_week.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_week.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: waste_year; Type: VIEW; Schema: stats

CREATE VIEW stats.waste_year AS
 SELECT (date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date AS year,
    u.waste_type,
    (COALESCE(sum(u.lifts), (0)::numeric))::bigint AS lifts,
    (COALESCE(sum(u.repeat_lifts), (0)::numeric))::bigint AS repeat_lifts,
    (COALESCE(sum(u.weighed_lifts), (0)::numeric))::bigint AS weighed_lifts,
    (COALESCE(sum(u.estimated_lifts), (0)::numeric))::bigint AS estimated_lifts,
    (COALESCE(sum(u.doubtful_lifts), (0)::numeric))::bigint AS doubtful_lifts,
    (COALESCE(sum(u.doubtful_repeats), (0)::numeric))::bigint AS doubtful_repeats,
    (COALESCE(sum(u.zero_lifts), (0)::numeric))::bigint AS zero_lifts,
    (COALESCE(sum(u.accepted_lifts), (0)::numeric))::bigint AS accepted_lifts,
    (COALESCE(sum(u.contaminated_lifts), (0)::numeric))::bigint AS contaminated_lifts,
    (COALESCE(sum(u.untagged_lifts), (0)::numeric))::bigint AS untagged_lifts,
    (COALESCE(sum(u.unbound_lifts), (0)::numeric))::bigint AS unbound_lifts,
    (COALESCE(sum(u.late_lifts), (0)::numeric))::bigint AS late_lifts,
    (COALESCE(sum(u.gross_g), (0)::numeric))::bigint AS gross_g,
    (COALESCE(sum(u.net_g), (0)::numeric))::bigint AS net_g,
    (COALESCE(sum(u.estimated_net_g), (0)::numeric))::bigint AS estimated_net_g,
    (COALESCE(sum(u.doubtful_net_g), (0)::numeric))::bigint AS doubtful_net_g,
    (COALESCE(sum(u.accepted_net_g), (0)::numeric))::bigint AS accepted_net_g,
    (COALESCE(sum(u.contaminated_net_g), (0)::numeric))::bigint AS contaminated_net_g,
    (COALESCE(sum(u.due), (0)::numeric))::bigint AS due,
    (COALESCE(sum(u.on_time), (0)::numeric))::bigint AS on_time,
    (COALESCE(sum(u.late), (0)::numeric))::bigint AS late,
    (COALESCE(sum(u.missed), (0)::numeric))::bigint AS missed,
    (COALESCE(sum(u.unconfirmed), (0)::numeric))::bigint AS unconfirmed,
    (COALESCE(sum(u.pending), (0)::numeric))::bigint AS pending,
    (COALESCE(sum(u.excused), (0)::numeric))::bigint AS excused,
    (COALESCE(sum(u.cleared), (0)::numeric))::bigint AS cleared,
    (COALESCE(sum(u.trips), (0)::numeric))::bigint AS trips,
    (COALESCE(sum(u.plant_trips), (0)::numeric))::bigint AS plant_trips,
    (COALESCE(sum(u.open_trips), (0)::numeric))::bigint AS open_trips,
    (COALESCE(sum(u.brought_net_g), (0)::numeric))::bigint AS brought_net_g,
    (COALESCE(sum(u.plant_net_g), (0)::numeric))::bigint AS plant_net_g,
    (COALESCE(sum(u.direct_net_g), (0)::numeric))::bigint AS direct_net_g,
    (COALESCE(sum(u.clearable), (0)::numeric))::bigint AS clearable
   FROM ( SELECT s.service_date,
            s.waste_type,
            s.lifts,
            s.repeat_lifts,
            s.weighed_lifts,
            s.estimated_lifts,
            s.doubtful_lifts,
            s.doubtful_repeats,
            s.zero_lifts,
            s.accepted_lifts,
            s.contaminated_lifts,
            s.untagged_lifts,
            s.unbound_lifts,
            s.late_lifts,
            s.gross_g,
            s.net_g,
            s.estimated_net_g,
            s.doubtful_net_g,
            s.accepted_net_g,
            s.contaminated_net_g,
            s.due,
            s.on_time,
            s.late,
            s.missed,
            s.unconfirmed,
            s.pending,
            s.excused,
            s.cleared,
            s.trips,
            s.plant_trips,
            s.open_trips,
            s.brought_net_g,
            s.plant_net_g,
            s.direct_net_g,
            s.clearable
           FROM stats.waste_day s) u
  GROUP BY ((date_trunc('year'::text, (u.service_date)::timestamp without time zone))::date), u.waste_type;

-- Name: VIEW waste_year; Type: COMMENT; Schema: stats

COMMENT ON VIEW stats.waste_year IS 'A type of waste in the whole district (垃圾类别统计), by year';

-- Name: COLUMN waste_year.year; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.year IS 'Its first day (年)';

-- Name: COLUMN waste_year.waste_type; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.waste_type IS 'As the terminal declared it, or else that of the bin, as in registry.waste_type; 0: not known (垃圾类别)';

-- Name: COLUMN waste_year.lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.lifts IS 'Lifts of every sort (收运次数)';

-- Name: COLUMN waste_year.repeat_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.repeat_lifts IS 'Lifts that are a bin shaken once more and no other bin: below 2 kg, within 3 minutes after a heavier one of the same tag by the same terminal; bins are lifts - repeat_lifts (重复称重次数)';

-- Name: COLUMN waste_year.weighed_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.weighed_lifts IS 'Lifts that were weighed, and whose weight counts (称重次数)';

-- Name: COLUMN waste_year.estimated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.estimated_lifts IS 'Lifts that were estimated by volume (估算次数)';

-- Name: COLUMN waste_year.doubtful_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.doubtful_lifts IS 'Lifts whose weight does not count: over or under range, negative, or of a faulty sensor (存疑次数)';

-- Name: COLUMN waste_year.doubtful_repeats; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.doubtful_repeats IS 'Of these the doubtful ones (存疑重复次数)';

-- Name: COLUMN waste_year.zero_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.zero_lifts IS 'Weighed lifts with a net weight of 0 (零重次数)';

-- Name: COLUMN waste_year.accepted_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.accepted_lifts IS 'Lifts judged as sorted well, of every sort (分类合格次数)';

-- Name: COLUMN waste_year.contaminated_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.contaminated_lifts IS 'Lifts judged as contaminated, of every sort (混装次数)';

-- Name: COLUMN waste_year.untagged_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.untagged_lifts IS 'Lifts without a tag (无标签次数)';

-- Name: COLUMN waste_year.unbound_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.unbound_lifts IS 'Lifts with a tag that was bound to nothing then (未绑定标签次数)';

-- Name: COLUMN waste_year.late_lifts; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.late_lifts IS 'Lifts that arrived more than 10 minutes after they were made (迟到次数)';

-- Name: COLUMN waste_year.gross_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.gross_g IS 'Gross weight of the weighed lifts, grams (毛重)';

-- Name: COLUMN waste_year.net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.net_g IS 'Net weight of the weighed lifts, grams (净重)';

-- Name: COLUMN waste_year.estimated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.estimated_net_g IS 'Net weight of the lifts that were estimated by volume, grams (容积估算净重)';

-- Name: COLUMN waste_year.doubtful_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.doubtful_net_g IS 'Net weight as sent of the doubtful lifts, grams; in no other sum (存疑净重)';

-- Name: COLUMN waste_year.accepted_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.accepted_net_g IS 'Part of net_g that was judged as sorted well, grams (分类合格净重)';

-- Name: COLUMN waste_year.contaminated_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.contaminated_net_g IS 'Part of net_g that was judged as contaminated, grams (混装净重)';

-- Name: COLUMN waste_year.due; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.due IS 'Collections that were due (应收次数)';

-- Name: COLUMN waste_year.on_time; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.on_time IS 'Of these collected in time (按时次数)';

-- Name: COLUMN waste_year.late; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.late IS 'Of these collected late (迟收次数)';

-- Name: COLUMN waste_year.missed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.missed IS 'Of these not collected (漏收次数)';

-- Name: COLUMN waste_year.unconfirmed; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.unconfirmed IS 'Of these not known, because the terminal was silent (待确认次数)';

-- Name: COLUMN waste_year.pending; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.pending IS 'Of these not decided: their deadline has not passed (未到期次数)';

-- Name: COLUMN waste_year.excused; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.excused IS 'Collections that were suspended, not among those due (免收次数)';

-- Name: COLUMN waste_year.cleared; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.cleared IS 'Points and types of waste whose last due collection of the day was made in the day (日产日清达标数)';

-- Name: COLUMN waste_year.trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.trips IS 'Loads that were brought to stations and plants (趟次)';

-- Name: COLUMN waste_year.plant_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.plant_trips IS 'Of these to plants (到处理厂趟次)';

-- Name: COLUMN waste_year.open_trips; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.open_trips IS 'Loads without a weight: not weighed on leaving yet, or weighed doubtfully (未完成趟次)';

-- Name: COLUMN waste_year.brought_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.brought_net_g IS 'Net weight as weighed where they arrived, grams (到场净重)';

-- Name: COLUMN waste_year.plant_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.plant_net_g IS 'Of this at plants, grams (进厂净重)';

-- Name: COLUMN waste_year.direct_net_g; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.direct_net_g IS 'Of this past the stations, grams (直收直运净重)';

-- Name: COLUMN waste_year.clearable; Type: COMMENT; Schema: stats

COMMENT ON COLUMN stats.waste_year.clearable IS 'Points and types of waste for which something was due: what cleared is a part of (应日产日清数)';

-- Name: connection_event; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.connection_event (
    terminal_id bigint NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    event smallint NOT NULL,
    peer text NOT NULL,
    reason text,
    CONSTRAINT connection_event_event_check CHECK ((event = ANY (ARRAY[1, 2]))),
    CONSTRAINT connection_event_reason_check CHECK (((event = 2) = (reason IS NOT NULL)))
)
PARTITION BY RANGE (happened_at);

-- Name: TABLE connection_event; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.connection_event IS 'A terminal came or went on a connection of its own, by the gateway; not kept: terminals of a forwarding platform that need not authenticate, and what was under way when a gateway died (终端上下线记录)';

-- Name: COLUMN connection_event.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.connection_event.terminal_id IS 'registry.terminal';

-- Name: COLUMN connection_event.happened_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.connection_event.happened_at IS 'By the gateway''s clock (发生时间)';

-- Name: COLUMN connection_event.event; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.connection_event.event IS '1 came: the first data that were taken, 2 went (上线/下线)';

-- Name: COLUMN connection_event.peer; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.connection_event.peer IS 'Address and port of the other end (来源地址)';

-- Name: COLUMN connection_event.reason; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.connection_event.reason IS 'Why it went: peer, the other end closed or the network broke; superseded, the terminal came on another connection meanwhile; stopped, the gateway was; or why the gateway closed it, as in its metric qingyun_connections_closed_total (下线原因)';

-- Name: day_partition; Type: VIEW; Schema: telemetry

CREATE VIEW telemetry.day_partition AS
 SELECT (parent.relname)::text AS table_name,
    to_date("substring"((child.relname)::text, '_([0-9]{8})(?:_[0-9]+)?$'::text), 'YYYYMMDD'::text) AS day,
    (child.relname)::text AS partition_name,
    (GREATEST(child.reltuples, (0)::real))::bigint AS estimated_rows,
    pg_total_relation_size((child.oid)::regclass) AS bytes
   FROM (((pg_inherits i
     JOIN pg_class parent ON ((parent.oid = i.inhparent)))
     JOIN pg_class child ON ((child.oid = i.inhrelid)))
     JOIN pg_namespace n ON ((n.oid = parent.relnamespace)))
  WHERE ((n.nspname = 'telemetry'::name) AND (parent.relkind = 'p'::"char") AND (child.relname ~ '_[0-9]{8}(_[0-9]+)?$'::text));

-- Name: VIEW day_partition; Type: COMMENT; Schema: telemetry

COMMENT ON VIEW telemetry.day_partition IS 'Every day partition of every telemetry table (分区一览)';

-- Name: COLUMN day_partition.table_name; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.day_partition.table_name IS 'Partitioned table';

-- Name: COLUMN day_partition.day; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.day_partition.day IS 'Local day that it holds';

-- Name: COLUMN day_partition.partition_name; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.day_partition.partition_name IS 'The partition, in schema telemetry';

-- Name: COLUMN day_partition.estimated_rows; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.day_partition.estimated_rows IS 'Rows at the last ANALYZE; 0 before the first one';

-- Name: COLUMN day_partition.bytes; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.day_partition.bytes IS 'Size on disk with indexes';

-- Name: load_sample; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.load_sample (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    boot_no integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    fix_age_ds integer,
    weight_g integer,
    weigh_flags integer NOT NULL,
    channel smallint NOT NULL,
    time_quality smallint NOT NULL,
    extra bytea,
    raw bytea,
    CONSTRAINT load_sample_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE load_sample; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.load_sample IS 'A reading of a vehicle''s load cells, record kind 2, or of a scale that keeps samples (载重采样)';

-- Name: COLUMN load_sample.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.terminal_id IS 'registry.terminal';

-- Name: COLUMN load_sample.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (采样时间)';

-- Name: COLUMN load_sample.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN load_sample.seq; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.seq IS 'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';

-- Name: COLUMN load_sample.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.boot_no IS 'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md; of a scale: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';

-- Name: COLUMN load_sample.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN load_sample.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN load_sample.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN load_sample.weight_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.weight_g IS 'Weight as shown, grams; null: the scale shows none (重量)';

-- Name: COLUMN load_sample.weigh_flags; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.weigh_flags IS 'Bits as sent: 1 stable, 2 net shown, 4 over range, 8 negative, 16 under range, 32 not zeroed, 64 x10 expanded, 128 by hand, 256 sensor fault (称重标志)';

-- Name: COLUMN load_sample.channel; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.channel IS 'Number of the load cell or sum (通道)';

-- Name: COLUMN load_sample.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN load_sample.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.extra IS 'Bytes behind the known fields, of a later version (附加字段)';

-- Name: COLUMN load_sample.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.raw IS 'Whole record as received, kept when its time does not count; of a scale: null (原始记录)';

-- Name: media; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.media (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    media_id bigint NOT NULL,
    byte_count integer NOT NULL,
    body_hash integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    kind smallint NOT NULL,
    format smallint NOT NULL,
    event smallint NOT NULL,
    channel smallint NOT NULL,
    time_quality smallint NOT NULL,
    path text,
    CONSTRAINT media_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE media; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.media IS 'A picture, sound or video that a terminal sent: 0x0801 (多媒体数据). Its slices as they came are in telemetry.message too';

-- Name: COLUMN media.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.terminal_id IS 'registry.terminal';

-- Name: COLUMN media.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.recorded_at IS 'Time of the position that came with it; the receive time when there is none or it cannot be true, see time_quality (拍摄时间)';

-- Name: COLUMN media.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.received_at IS 'When the gateway read its last part from the socket (接收时间)';

-- Name: COLUMN media.media_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.media_id IS 'The terminal''s number of it, unsigned 32 bits (多媒体ID)';

-- Name: COLUMN media.byte_count; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.byte_count IS 'Length of the picture or sound, bytes (数据长度)';

-- Name: COLUMN media.body_hash; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.body_hash IS 'CRC-32 (ISO-HDLC) of the body of the 0x0801, read as a signed integer: a retransmission has the same';

-- Name: COLUMN media.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: none came (经度)';

-- Name: COLUMN media.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: none came (纬度)';

-- Name: COLUMN media.kind; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.kind IS '0 picture, 1 sound, 2 video, as sent (多媒体类型)';

-- Name: COLUMN media.format; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.format IS '0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV, as sent (多媒体格式编码)';

-- Name: COLUMN media.event; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.event IS '0 ordered, 1 timed, 2 robbery, 3 collision or rollover, 4 door open, 5 door closed, 6 door closed and speed over 20 km/h, 7 distance, as sent (事件项编码)';

-- Name: COLUMN media.channel; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.channel IS 'Number of the camera or microphone (通道ID)';

-- Name: COLUMN media.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN media.path; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.media.path IS 'File below the media folder of the gateway that took it; null: it keeps no files, or could not write this one, and the bytes are in telemetry.message alone (文件路径)';

-- Name: message; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.message (
    terminal_id bigint NOT NULL,
    received_at timestamp with time zone NOT NULL,
    serial integer NOT NULL,
    message_id integer NOT NULL,
    package_total integer,
    package_index integer,
    encryption smallint NOT NULL,
    body bytea NOT NULL
)
PARTITION BY RANGE (received_at);

-- Name: TABLE message; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.message IS 'Any message that has no table of its own, raw (其他消息)';

-- Name: COLUMN message.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.terminal_id IS 'registry.terminal';

-- Name: COLUMN message.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.received_at IS 'When the gateway read it from the socket; unique within a gateway lane (接收时间)';

-- Name: COLUMN message.serial; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.serial IS 'Serial of the header (流水号)';

-- Name: COLUMN message.message_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.message_id IS 'Message id, for example 2304 for 0x0900 (消息ID)';

-- Name: COLUMN message.package_total; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.package_total IS 'Number of slices when sub-packaged (总包数)';

-- Name: COLUMN message.package_index; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.package_index IS 'Number of this slice, from 1 (包序号)';

-- Name: COLUMN message.encryption; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.encryption IS 'Bits 10 to 12 of the body properties: 0 none, 1 RSA (加密方式)';

-- Name: COLUMN message.body; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.message.body IS 'Unescaped body as received (消息体)';

-- Name: quarantine; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.quarantine (
    received_at timestamp with time zone NOT NULL,
    terminal_id bigint NOT NULL,
    message_id integer,
    serial integer,
    reason text NOT NULL,
    detail text,
    peer text,
    raw bytea NOT NULL
)
PARTITION BY RANGE (received_at);

-- Name: TABLE quarantine; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.quarantine IS 'What could not be decoded or stored, raw, with the reason (隔离数据)';

-- Name: COLUMN quarantine.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN quarantine.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.terminal_id IS 'registry.terminal; 0: not known';

-- Name: COLUMN quarantine.message_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.message_id IS 'Message id, when the header was sound (消息ID)';

-- Name: COLUMN quarantine.serial; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.serial IS 'Serial, when the header was sound (流水号)';

-- Name: COLUMN quarantine.reason; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.reason IS 'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; compressed: a message inside a 0x0901 that cannot be, or of another terminal; rejected_row: PostgreSQL refused the row; scale_unknown, scale_refused, scale_network, scale_port: first bytes of a device that is not taken as a scale; scale_truncated, scale_too_long, scale_shape, scale_checksum, scale_value: a bad frame of a scale or reader (原因)';

-- Name: COLUMN quarantine.detail; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.detail IS 'More about it, for people (说明)';

-- Name: COLUMN quarantine.peer; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.peer IS 'Address and port that sent it (来源地址)';

-- Name: COLUMN quarantine.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.quarantine.raw IS 'Bytes as received: between the flags for a bad frame, the body for a bad body, the COPY row for a refused row';

-- Name: tag_read; Type: TABLE; Schema: telemetry

CREATE TABLE telemetry.tag_read (
    terminal_id bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    boot_no integer NOT NULL,
    lon_e6 integer,
    lat_e6 integer,
    fix_age_ds integer,
    tag_tech smallint NOT NULL,
    reader smallint NOT NULL,
    antenna smallint NOT NULL,
    rssi_dbm smallint NOT NULL,
    time_quality smallint NOT NULL,
    tag_id bytea NOT NULL,
    extra bytea,
    raw bytea,
    CONSTRAINT tag_read_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE tag_read; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.tag_read IS 'An RFID tag that a reader saw: record kind 1 (标签读取)';

-- Name: COLUMN tag_read.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.terminal_id IS 'registry.terminal';

-- Name: COLUMN tag_read.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (读取时间)';

-- Name: COLUMN tag_read.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN tag_read.seq; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.seq IS 'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';

-- Name: COLUMN tag_read.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.boot_no IS 'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md; behind a DTU: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';

-- Name: COLUMN tag_read.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN tag_read.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN tag_read.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN tag_read.tag_tech; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.tag_tech IS '0 other, 1 LF 125 kHz, 2 FDX-B/HDX 134.2 kHz, 3 HF, 4 UHF EPC (标签类型)';

-- Name: COLUMN tag_read.reader; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.reader IS 'Number of the reader (读写器)';

-- Name: COLUMN tag_read.antenna; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.antenna IS 'Number of the antenna (天线)';

-- Name: COLUMN tag_read.rssi_dbm; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.rssi_dbm IS 'Signal strength, dBm (信号强度)';

-- Name: COLUMN tag_read.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN tag_read.tag_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.tag_id IS 'Bytes of the tag''s id; empty: a read without a tag (标签号)';

-- Name: COLUMN tag_read.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.extra IS 'Bytes behind the known fields, of a later version (附加字段)';

-- Name: COLUMN tag_read.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.raw IS 'Whole record as received, kept when its time does not count; behind a DTU: the frame, kept when the tag''s own check word is wrong (原始记录)';

-- Name: collection_day collection_day_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_day
    ADD CONSTRAINT collection_day_pkey PRIMARY KEY (service_date);

-- Name: collection_rule collection_rule_code_key; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_code_key UNIQUE (code);

-- Name: collection_rule collection_rule_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_pkey PRIMARY KEY (collection_rule_id);

-- Name: collection_suspension collection_suspension_one_excl; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_one_excl EXCLUDE USING gist (code WITH =, valid WITH &&);

-- Name: collection_suspension collection_suspension_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_pkey PRIMARY KEY (collection_suspension_id);

-- Name: collection_task collection_task_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_task
    ADD CONSTRAINT collection_task_pkey PRIMARY KEY (service_date, collection_point_id, waste_type, window_start);

-- Name: command command_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.command
    ADD CONSTRAINT command_pkey PRIMARY KEY (terminal_id, command_id);

-- Name: duty_task duty_task_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.duty_task
    ADD CONSTRAINT duty_task_pkey PRIMARY KEY (service_date, duty_id, window_start);

-- Name: export_cursor export_cursor_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.export_cursor
    ADD CONSTRAINT export_cursor_pkey PRIMARY KEY (export_set, day);

-- Name: export_file export_file_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.export_file
    ADD CONSTRAINT export_file_pkey PRIMARY KEY (export_set, file_no);

-- Name: export_window export_window_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.export_window
    ADD CONSTRAINT export_window_pkey PRIMARY KEY (export_set, file_no, day);

-- Name: notification_attempt notification_attempt_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_attempt
    ADD CONSTRAINT notification_attempt_pkey PRIMARY KEY (notification_id, attempt);

-- Name: notification_cursor notification_cursor_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_cursor
    ADD CONSTRAINT notification_cursor_pkey PRIMARY KEY (channel);

-- Name: notification notification_idempotency_key_key; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification
    ADD CONSTRAINT notification_idempotency_key_key UNIQUE (idempotency_key);

-- Name: notification_item notification_item_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_item
    ADD CONSTRAINT notification_item_pkey PRIMARY KEY (channel, event_id);

-- Name: notification notification_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (notification_id);

-- Name: recheck_day recheck_day_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.recheck_day
    ADD CONSTRAINT recheck_day_pkey PRIMARY KEY (service_date, cause);

-- Name: recheck_range recheck_range_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.recheck_range
    ADD CONSTRAINT recheck_range_pkey PRIMARY KEY (mark_id);

-- Name: street_access street_access_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.street_access
    ADD CONSTRAINT street_access_pkey PRIMARY KEY (role_name, street_id);

-- Name: timeliness_watermark timeliness_watermark_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.timeliness_watermark
    ADD CONSTRAINT timeliness_watermark_pkey PRIMARY KEY (name);

-- Name: warning_event warning_event_event_id_key; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.warning_event
    ADD CONSTRAINT warning_event_event_id_key UNIQUE (event_id);

-- Name: warning_event warning_event_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.warning_event
    ADD CONSTRAINT warning_event_pkey PRIMARY KEY (warning_id, seq);

-- Name: warning warning_pkey; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.warning
    ADD CONSTRAINT warning_pkey PRIMARY KEY (warning_id);

-- Name: warning warning_subject_key; Type: CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.warning
    ADD CONSTRAINT warning_subject_key UNIQUE (kind, subject);

-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);

-- Name: audit audit_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (audit_id);

-- Name: authentication_key authentication_key_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.authentication_key
    ADD CONSTRAINT authentication_key_pkey PRIMARY KEY (key_id);

-- Name: badge_binding badge_binding_one_wearer_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.badge_binding
    ADD CONSTRAINT badge_binding_one_wearer_excl EXCLUDE USING gist (terminal_id WITH =, valid WITH &&);

-- Name: badge_binding badge_binding_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.badge_binding
    ADD CONSTRAINT badge_binding_pkey PRIMARY KEY (badge_binding_id);

-- Name: bin bin_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin
    ADD CONSTRAINT bin_code_key UNIQUE (code);

-- Name: bin bin_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin
    ADD CONSTRAINT bin_pkey PRIMARY KEY (bin_id);

-- Name: bin_placement bin_placement_one_place_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin_placement
    ADD CONSTRAINT bin_placement_one_place_excl EXCLUDE USING gist (bin_id WITH =, valid WITH &&);

-- Name: bin_placement bin_placement_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin_placement
    ADD CONSTRAINT bin_placement_pkey PRIMARY KEY (bin_placement_id);

-- Name: carrier carrier_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier
    ADD CONSTRAINT carrier_code_key UNIQUE (code);

-- Name: carrier carrier_credit_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier
    ADD CONSTRAINT carrier_credit_code_key UNIQUE (credit_code) DEFERRABLE;

-- Name: carrier carrier_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier
    ADD CONSTRAINT carrier_pkey PRIMARY KEY (carrier_id);

-- Name: carrier_qualification carrier_qualification_one_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier_qualification
    ADD CONSTRAINT carrier_qualification_one_excl EXCLUDE USING gist (carrier_id WITH =, kind WITH =, COALESCE((waste_type)::integer, 0) WITH =, valid WITH &&);

-- Name: carrier_qualification carrier_qualification_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier_qualification
    ADD CONSTRAINT carrier_qualification_pkey PRIMARY KEY (carrier_qualification_id);

-- Name: collection_point collection_point_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.collection_point
    ADD CONSTRAINT collection_point_code_key UNIQUE (code);

-- Name: collection_point collection_point_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.collection_point
    ADD CONSTRAINT collection_point_pkey PRIMARY KEY (collection_point_id);

-- Name: community community_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.community
    ADD CONSTRAINT community_code_key UNIQUE (code);

-- Name: community community_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.community
    ADD CONSTRAINT community_pkey PRIMARY KEY (community_id);

-- Name: disposal_facility disposal_facility_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.disposal_facility
    ADD CONSTRAINT disposal_facility_code_key UNIQUE (code);

-- Name: disposal_facility disposal_facility_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.disposal_facility
    ADD CONSTRAINT disposal_facility_pkey PRIMARY KEY (disposal_facility_id);

-- Name: driver driver_certificate_no_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver
    ADD CONSTRAINT driver_certificate_no_key UNIQUE (certificate_no) DEFERRABLE;

-- Name: driver driver_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver
    ADD CONSTRAINT driver_code_key UNIQUE (code);

-- Name: driver_employment driver_employment_one_carrier_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver_employment
    ADD CONSTRAINT driver_employment_one_carrier_excl EXCLUDE USING gist (driver_id WITH =, valid WITH &&);

-- Name: driver_employment driver_employment_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver_employment
    ADD CONSTRAINT driver_employment_pkey PRIMARY KEY (driver_employment_id);

-- Name: driver driver_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver
    ADD CONSTRAINT driver_pkey PRIMARY KEY (driver_id);

-- Name: duty duty_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty
    ADD CONSTRAINT duty_code_key UNIQUE (code);

-- Name: duty duty_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty
    ADD CONSTRAINT duty_pkey PRIMARY KEY (duty_id);

-- Name: duty_post duty_post_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty_post
    ADD CONSTRAINT duty_post_code_key UNIQUE (code);

-- Name: duty_post duty_post_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty_post
    ADD CONSTRAINT duty_post_pkey PRIMARY KEY (duty_post_id);

-- Name: holiday holiday_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (day);

-- Name: point_affiliation point_affiliation_one_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.point_affiliation
    ADD CONSTRAINT point_affiliation_one_excl EXCLUDE USING gist (collection_point_id WITH =, valid WITH &&);

-- Name: point_affiliation point_affiliation_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.point_affiliation
    ADD CONSTRAINT point_affiliation_pkey PRIMARY KEY (point_affiliation_id);

-- Name: responsible_unit responsible_unit_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.responsible_unit
    ADD CONSTRAINT responsible_unit_code_key UNIQUE (code);

-- Name: responsible_unit responsible_unit_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.responsible_unit
    ADD CONSTRAINT responsible_unit_pkey PRIMARY KEY (responsible_unit_id);

-- Name: scale scale_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.scale
    ADD CONSTRAINT scale_code_key UNIQUE (code);

-- Name: scale scale_empty_band_g_check; Type: CHECK CONSTRAINT; Schema: registry

ALTER TABLE registry.scale
    ADD CONSTRAINT scale_empty_band_g_check CHECK (((registry.scale_grams(empty_band_g, kind, 2000, 100000) >= 0) AND (registry.scale_grams(empty_band_g, kind, 2000, 100000) <= (registry.scale_grams(minimum_g, kind, 5000, 500000) - 1)))) NOT VALID;

-- Name: scale scale_least_addition_g_check; Type: CHECK CONSTRAINT; Schema: registry

ALTER TABLE registry.scale
    ADD CONSTRAINT scale_least_addition_g_check CHECK (((COALESCE(least_addition_g, registry.scale_grams(minimum_g, kind, 5000, 500000)) >= ((registry.scale_grams(tolerance_g, kind, 1000, 40000))::bigint + 1)) AND (COALESCE(least_addition_g, registry.scale_grams(minimum_g, kind, 5000, 500000)) <= 1000000000))) NOT VALID;

-- Name: scale scale_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.scale
    ADD CONSTRAINT scale_pkey PRIMARY KEY (terminal_id);

-- Name: scale scale_registration_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.scale
    ADD CONSTRAINT scale_registration_key UNIQUE (registration);

-- Name: scale scale_source_network_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.scale
    ADD CONSTRAINT scale_source_network_excl EXCLUDE USING gist (dialect WITH =, source_network inet_ops WITH &&) WHERE (((registration IS NULL) AND (status <> 'retired'::text)));

-- Name: scale scale_tolerance_g_check; Type: CHECK CONSTRAINT; Schema: registry

ALTER TABLE registry.scale
    ADD CONSTRAINT scale_tolerance_g_check CHECK (((registry.scale_grams(tolerance_g, kind, 1000, 40000) >= 0) AND (registry.scale_grams(tolerance_g, kind, 1000, 40000) <= (registry.scale_grams(minimum_g, kind, 5000, 500000) - 1)))) NOT VALID;

-- Name: scale scale_zero_limit_g_check; Type: CHECK CONSTRAINT; Schema: registry

ALTER TABLE registry.scale
    ADD CONSTRAINT scale_zero_limit_g_check CHECK (((registry.scale_grams(zero_limit_g, kind, 3000, 300000) >= 0) AND (registry.scale_grams(zero_limit_g, kind, 3000, 300000) <= (registry.scale_grams(minimum_g, kind, 5000, 500000) - 1)))) NOT VALID;

-- Name: station station_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.station
    ADD CONSTRAINT station_code_key UNIQUE (code);

-- Name: station station_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.station
    ADD CONSTRAINT station_pkey PRIMARY KEY (station_id);

-- Name: street street_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.street
    ADD CONSTRAINT street_code_key UNIQUE (code);

-- Name: street street_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.street
    ADD CONSTRAINT street_pkey PRIMARY KEY (street_id);

-- Name: supervisor supervisor_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.supervisor
    ADD CONSTRAINT supervisor_code_key UNIQUE (code);

-- Name: supervisor supervisor_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.supervisor
    ADD CONSTRAINT supervisor_pkey PRIMARY KEY (supervisor_id);

-- Name: tag_binding tag_binding_one_meaning_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.tag_binding
    ADD CONSTRAINT tag_binding_one_meaning_excl EXCLUDE USING gist (hashtextextended(encode(tag_id, 'hex'::text), (0)::bigint) WITH =, tag_id WITH =, tag_tech WITH =, valid WITH &&);

-- Name: tag_binding tag_binding_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.tag_binding
    ADD CONSTRAINT tag_binding_pkey PRIMARY KEY (tag_binding_id);

-- Name: terminal_mount terminal_mount_one_place_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_one_place_excl EXCLUDE USING gist (terminal_id WITH =, valid WITH &&);

-- Name: terminal_mount terminal_mount_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_pkey PRIMARY KEY (terminal_mount_id);

-- Name: terminal terminal_number_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal
    ADD CONSTRAINT terminal_number_key UNIQUE (number);

-- Name: terminal terminal_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal
    ADD CONSTRAINT terminal_pkey PRIMARY KEY (terminal_id);

-- Name: vehicle_assignment vehicle_assignment_one_carrier_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle_assignment
    ADD CONSTRAINT vehicle_assignment_one_carrier_excl EXCLUDE USING gist (vehicle_id WITH =, valid WITH &&);

-- Name: vehicle_assignment vehicle_assignment_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle_assignment
    ADD CONSTRAINT vehicle_assignment_pkey PRIMARY KEY (vehicle_assignment_id);

-- Name: vehicle vehicle_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_pkey PRIMARY KEY (vehicle_id);

-- Name: vehicle vehicle_plate_no_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_plate_no_key UNIQUE (plate_no);

-- Name: vehicle vehicle_vin_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_vin_key UNIQUE (vin) DEFERRABLE;

-- Name: waste_type waste_type_code_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.waste_type
    ADD CONSTRAINT waste_type_code_key UNIQUE (code) DEFERRABLE;

-- Name: waste_type waste_type_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.waste_type
    ADD CONSTRAINT waste_type_pkey PRIMARY KEY (waste_type);

-- Name: bin_day bin_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.bin_day
    ADD CONSTRAINT bin_day_pkey PRIMARY KEY (service_date, bin_id);

-- Name: clearance_day clearance_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.clearance_day
    ADD CONSTRAINT clearance_day_pkey PRIMARY KEY (service_date, collection_point_id, waste_type, responsible_unit_id, community_id, street_id);

-- Name: closed_day closed_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.closed_day
    ADD CONSTRAINT closed_day_pkey PRIMARY KEY (service_date);

-- Name: collection_day collection_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.collection_day
    ADD CONSTRAINT collection_day_pkey PRIMARY KEY (terminal_id, service_date, vehicle_id, carrier_id, collection_point_id, responsible_unit_id, community_id, street_id, waste_type);

-- Name: dirty_day dirty_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.dirty_day
    ADD CONSTRAINT dirty_day_pkey PRIMARY KEY (kind, service_date, mark_id);

-- Name: dirty_range dirty_range_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.dirty_range
    ADD CONSTRAINT dirty_range_pkey PRIMARY KEY (mark_id);

-- Name: frozen_figure frozen_figure_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.frozen_figure
    ADD CONSTRAINT frozen_figure_pkey PRIMARY KEY (month, subject, key);

-- Name: frozen_month frozen_month_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.frozen_month
    ADD CONSTRAINT frozen_month_pkey PRIMARY KEY (month);

-- Name: kind kind_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.kind
    ADD CONSTRAINT kind_pkey PRIMARY KEY (kind);

-- Name: open_load open_load_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.open_load
    ADD CONSTRAINT open_load_pkey PRIMARY KEY (vehicle_id, service_date);

-- Name: record_day record_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.record_day
    ADD CONSTRAINT record_day_pkey PRIMARY KEY (terminal_id, service_date);

-- Name: refreshed_day refreshed_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.refreshed_day
    ADD CONSTRAINT refreshed_day_pkey PRIMARY KEY (kind, service_date);

-- Name: station_day station_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.station_day
    ADD CONSTRAINT station_day_pkey PRIMARY KEY (terminal_id, service_date, station_id, disposal_facility_id, scale_no, waste_type);

-- Name: track_day track_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.track_day
    ADD CONSTRAINT track_day_pkey PRIMARY KEY (terminal_id, service_date, vehicle_id, carrier_id, counts_for_vehicle);

-- Name: trip trip_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.trip
    ADD CONSTRAINT trip_pkey PRIMARY KEY (terminal_id, service_date, recorded_at, boot_no, seq);

-- Name: unbound_tag_day unbound_tag_day_pkey; Type: CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.unbound_tag_day
    ADD CONSTRAINT unbound_tag_day_pkey PRIMARY KEY (terminal_id, service_date, tag_tech, tag_id);

-- Name: connection_event connection_event_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.connection_event
    ADD CONSTRAINT connection_event_pkey PRIMARY KEY (terminal_id, happened_at, event, peer);

-- Name: fix fix_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.fix
    ADD CONSTRAINT fix_pkey PRIMARY KEY (terminal_id, recorded_at, body_hash);

-- Name: lift lift_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.lift
    ADD CONSTRAINT lift_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq);

-- Name: load_sample load_sample_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.load_sample
    ADD CONSTRAINT load_sample_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq);

-- Name: media media_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.media
    ADD CONSTRAINT media_pkey PRIMARY KEY (terminal_id, recorded_at, media_id, body_hash);

-- Name: message message_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (terminal_id, received_at, serial);

-- Name: station_weighing station_weighing_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.station_weighing
    ADD CONSTRAINT station_weighing_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq);

-- Name: tag_read tag_read_pkey; Type: CONSTRAINT; Schema: telemetry

ALTER TABLE ONLY telemetry.tag_read
    ADD CONSTRAINT tag_read_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq);

-- Name: collection_task_late_idx; Type: INDEX; Schema: ops

CREATE INDEX collection_task_late_idx ON ops.collection_task USING btree (deadline) WHERE (outcome = 'late'::text);

-- Name: collection_task_pending_idx; Type: INDEX; Schema: ops

CREATE INDEX collection_task_pending_idx ON ops.collection_task USING btree (deadline) WHERE (outcome = 'pending'::text);

-- Name: collection_task_point_idx; Type: INDEX; Schema: ops

CREATE INDEX collection_task_point_idx ON ops.collection_task USING btree (collection_point_id, waste_type, window_start) INCLUDE (known_at, vehicle_id, first_known_at, first_vehicle_id);

-- Name: collection_task_unconfirmed_idx; Type: INDEX; Schema: ops

CREATE INDEX collection_task_unconfirmed_idx ON ops.collection_task USING btree (service_date) WHERE (outcome = 'unconfirmed'::text);

-- Name: command_command_id_idx; Type: INDEX; Schema: ops

CREATE INDEX command_command_id_idx ON ops.command USING btree (command_id);

-- Name: command_queued_idx; Type: INDEX; Schema: ops

CREATE INDEX command_queued_idx ON ops.command USING btree (terminal_id, command_id) WHERE (state = 'queued'::text);

-- Name: command_sent_idx; Type: INDEX; Schema: ops

CREATE INDEX command_sent_idx ON ops.command USING btree (answer_due_at) WHERE (state = 'sent'::text);

-- Name: duty_task_pending_idx; Type: INDEX; Schema: ops

CREATE INDEX duty_task_pending_idx ON ops.duty_task USING btree (deadline) WHERE (outcome = 'pending'::text);

-- Name: notification_attempt_recent_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_attempt_recent_idx ON ops.notification_attempt USING btree (channel, started_at);

-- Name: notification_failed_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_failed_idx ON ops.notification USING btree (channel) WHERE (state = 'failed'::text);

-- Name: notification_item_message_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_item_message_idx ON ops.notification_item USING btree (notification_id);

-- Name: notification_item_waiting_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_item_waiting_idx ON ops.notification_item USING btree (channel) WHERE ((notification_id IS NULL) AND (settled_at IS NULL));

-- Name: notification_item_warning_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_item_warning_idx ON ops.notification_item USING btree (channel, warning_id);

-- Name: notification_unsent_idx; Type: INDEX; Schema: ops

CREATE INDEX notification_unsent_idx ON ops.notification USING btree (channel, topic, notification_id) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]));

-- Name: warning_day_idx; Type: INDEX; Schema: ops

CREATE INDEX warning_day_idx ON ops.warning USING btree (service_date, kind);

-- Name: warning_event_written_idx; Type: INDEX; Schema: ops

CREATE INDEX warning_event_written_idx ON ops.warning_event USING btree (written_at);

-- Name: warning_point_idx; Type: INDEX; Schema: ops

CREATE INDEX warning_point_idx ON ops.warning USING btree (collection_point_id, service_date);

-- Name: audit_at_idx; Type: INDEX; Schema: registry

CREATE INDEX audit_at_idx ON registry.audit USING btree (at);

-- Name: audit_row_idx; Type: INDEX; Schema: registry

CREATE INDEX audit_row_idx ON registry.audit USING btree (table_name, row_key);

-- Name: badge_binding_supervisor_idx; Type: INDEX; Schema: registry

CREATE INDEX badge_binding_supervisor_idx ON registry.badge_binding USING btree (supervisor_id);

-- Name: bin_placement_point_idx; Type: INDEX; Schema: registry

CREATE INDEX bin_placement_point_idx ON registry.bin_placement USING btree (collection_point_id);

-- Name: collection_point_place_idx; Type: INDEX; Schema: registry

CREATE INDEX collection_point_place_idx ON registry.collection_point USING gist (place);

-- Name: community_area_idx; Type: INDEX; Schema: registry

CREATE INDEX community_area_idx ON registry.community USING gist (area);

-- Name: community_street_idx; Type: INDEX; Schema: registry

CREATE INDEX community_street_idx ON registry.community USING btree (street_id);

-- Name: disposal_facility_place_idx; Type: INDEX; Schema: registry

CREATE INDEX disposal_facility_place_idx ON registry.disposal_facility USING gist (place);

-- Name: driver_employment_carrier_idx; Type: INDEX; Schema: registry

CREATE INDEX driver_employment_carrier_idx ON registry.driver_employment USING btree (carrier_id);

-- Name: duty_post_idx; Type: INDEX; Schema: registry

CREATE INDEX duty_post_idx ON registry.duty USING btree (duty_post_id);

-- Name: duty_post_point_idx; Type: INDEX; Schema: registry

CREATE INDEX duty_post_point_idx ON registry.duty_post USING btree (collection_point_id);

-- Name: point_affiliation_community_idx; Type: INDEX; Schema: registry

CREATE INDEX point_affiliation_community_idx ON registry.point_affiliation USING btree (community_id);

-- Name: point_affiliation_unit_idx; Type: INDEX; Schema: registry

CREATE INDEX point_affiliation_unit_idx ON registry.point_affiliation USING btree (responsible_unit_id);

-- Name: responsible_unit_community_idx; Type: INDEX; Schema: registry

CREATE INDEX responsible_unit_community_idx ON registry.responsible_unit USING btree (community_id);

-- Name: station_place_idx; Type: INDEX; Schema: registry

CREATE INDEX station_place_idx ON registry.station USING gist (place);

-- Name: station_street_idx; Type: INDEX; Schema: registry

CREATE INDEX station_street_idx ON registry.station USING btree (street_id);

-- Name: street_area_idx; Type: INDEX; Schema: registry

CREATE INDEX street_area_idx ON registry.street USING gist (area);

-- Name: supervisor_community_idx; Type: INDEX; Schema: registry

CREATE INDEX supervisor_community_idx ON registry.supervisor USING btree (community_id);

-- Name: tag_binding_bin_idx; Type: INDEX; Schema: registry

CREATE INDEX tag_binding_bin_idx ON registry.tag_binding USING btree (bin_id);

-- Name: tag_binding_tag_idx; Type: INDEX; Schema: registry

CREATE INDEX tag_binding_tag_idx ON registry.tag_binding USING btree (tag_id, tag_tech);

-- Name: tag_binding_unit_idx; Type: INDEX; Schema: registry

CREATE INDEX tag_binding_unit_idx ON registry.tag_binding USING btree (responsible_unit_id);

-- Name: tag_binding_vehicle_idx; Type: INDEX; Schema: registry

CREATE INDEX tag_binding_vehicle_idx ON registry.tag_binding USING btree (vehicle_id);

-- Name: terminal_mount_facility_idx; Type: INDEX; Schema: registry

CREATE INDEX terminal_mount_facility_idx ON registry.terminal_mount USING btree (disposal_facility_id);

-- Name: terminal_mount_station_idx; Type: INDEX; Schema: registry

CREATE INDEX terminal_mount_station_idx ON registry.terminal_mount USING btree (station_id);

-- Name: terminal_mount_vehicle_idx; Type: INDEX; Schema: registry

CREATE INDEX terminal_mount_vehicle_idx ON registry.terminal_mount USING btree (vehicle_id);

-- Name: vehicle_assignment_carrier_idx; Type: INDEX; Schema: registry

CREATE INDEX vehicle_assignment_carrier_idx ON registry.vehicle_assignment USING btree (carrier_id);

-- Name: clearance_day_month_idx; Type: INDEX; Schema: stats

CREATE INDEX clearance_day_month_idx ON stats.clearance_day USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: collection_day_month_idx; Type: INDEX; Schema: stats

CREATE INDEX collection_day_month_idx ON stats.collection_day USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: collection_day_point_idx; Type: INDEX; Schema: stats

CREATE INDEX collection_day_point_idx ON stats.collection_day USING btree (collection_point_id, service_date);

-- Name: collection_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX collection_day_service_date_idx ON stats.collection_day USING btree (service_date);

-- Name: open_load_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX open_load_service_date_idx ON stats.open_load USING btree (service_date);

-- Name: record_day_month_idx; Type: INDEX; Schema: stats

CREATE INDEX record_day_month_idx ON stats.record_day USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: record_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX record_day_service_date_idx ON stats.record_day USING btree (service_date);

-- Name: refreshed_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX refreshed_day_service_date_idx ON stats.refreshed_day USING btree (service_date);

-- Name: station_day_month_idx; Type: INDEX; Schema: stats

CREATE INDEX station_day_month_idx ON stats.station_day USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: station_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX station_day_service_date_idx ON stats.station_day USING btree (service_date);

-- Name: track_day_month_idx; Type: INDEX; Schema: stats

CREATE INDEX track_day_month_idx ON stats.track_day USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: track_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX track_day_service_date_idx ON stats.track_day USING btree (service_date);

-- Name: trip_month_idx; Type: INDEX; Schema: stats

CREATE INDEX trip_month_idx ON stats.trip USING btree (((date_trunc('month'::text, (service_date)::timestamp without time zone))::date));

-- Name: trip_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX trip_service_date_idx ON stats.trip USING btree (service_date);

-- Name: trip_vehicle_idx; Type: INDEX; Schema: stats

CREATE INDEX trip_vehicle_idx ON stats.trip USING btree (vehicle_id, service_date);

-- Name: unbound_tag_day_service_date_idx; Type: INDEX; Schema: stats

CREATE INDEX unbound_tag_day_service_date_idx ON stats.unbound_tag_day USING btree (service_date);

-- Name: fix_late_idx; Type: INDEX; Schema: telemetry

CREATE INDEX fix_late_idx ON ONLY telemetry.fix USING btree (received_at) WHERE ((received_at - recorded_at) > '00:00:10'::interval);

-- Name: quarantine_received_at_idx; Type: INDEX; Schema: telemetry

CREATE INDEX quarantine_received_at_idx ON ONLY telemetry.quarantine USING btree (received_at);

-- Name: station_weighing_supersedes_idx; Type: INDEX; Schema: telemetry

CREATE INDEX station_weighing_supersedes_idx ON ONLY telemetry.station_weighing USING btree (terminal_id, boot_no, supersedes) WHERE (supersedes IS NOT NULL);

-- Name: collection_rule audit_delete; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_delete AFTER DELETE ON ops.collection_rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_rule_id');

-- Name: collection_suspension audit_delete; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_delete AFTER DELETE ON ops.collection_suspension REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_suspension_id');

-- Name: collection_rule audit_insert; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_insert AFTER INSERT ON ops.collection_rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_rule_id');

-- Name: collection_suspension audit_insert; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_insert AFTER INSERT ON ops.collection_suspension REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_suspension_id');

-- Name: collection_rule audit_truncate; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON ops.collection_rule FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_rule_id');

-- Name: collection_suspension audit_truncate; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON ops.collection_suspension FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_suspension_id');

-- Name: collection_rule audit_update; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_update AFTER UPDATE ON ops.collection_rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_rule_id');

-- Name: collection_suspension audit_update; Type: TRIGGER; Schema: ops

CREATE TRIGGER audit_update AFTER UPDATE ON ops.collection_suspension REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_suspension_id');

-- Name: collection_suspension mark_delete; Type: TRIGGER; Schema: ops

CREATE TRIGGER mark_delete AFTER DELETE ON ops.collection_suspension REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('task', 'collection_suspension_id', 'street_id', 'community_id', 'responsible_unit_id', 'collection_point_id', 'waste_type');

-- Name: collection_suspension mark_insert; Type: TRIGGER; Schema: ops

CREATE TRIGGER mark_insert AFTER INSERT ON ops.collection_suspension REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('task', 'collection_suspension_id', 'street_id', 'community_id', 'responsible_unit_id', 'collection_point_id', 'waste_type');

-- Name: collection_suspension mark_truncate; Type: TRIGGER; Schema: ops

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON ops.collection_suspension FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('task', 'collection_suspension_id', 'street_id', 'community_id', 'responsible_unit_id', 'collection_point_id', 'waste_type');

-- Name: collection_suspension mark_update; Type: TRIGGER; Schema: ops

CREATE TRIGGER mark_update AFTER UPDATE ON ops.collection_suspension REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('task', 'collection_suspension_id', 'street_id', 'community_id', 'responsible_unit_id', 'collection_point_id', 'waste_type');

-- Name: authentication_key audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.authentication_key REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('key_id', 'secret');

-- Name: badge_binding audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.badge_binding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('badge_binding_id');

-- Name: bin audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.bin REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_id');

-- Name: bin_placement audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.bin_placement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_placement_id');

-- Name: carrier audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.carrier REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_id');

-- Name: carrier_qualification audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.carrier_qualification REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_qualification_id');

-- Name: collection_point audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.collection_point REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_point_id');

-- Name: community audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.community REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('community_id');

-- Name: disposal_facility audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.disposal_facility REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('disposal_facility_id');

-- Name: driver audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.driver REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_id');

-- Name: driver_employment audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.driver_employment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_employment_id');

-- Name: duty audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.duty REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_id');

-- Name: duty_post audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.duty_post REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_post_id');

-- Name: holiday audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.holiday REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('day');

-- Name: point_affiliation audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.point_affiliation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('point_affiliation_id');

-- Name: responsible_unit audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.responsible_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('responsible_unit_id');

-- Name: scale audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.scale REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id');

-- Name: station audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.station REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('station_id');

-- Name: street audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.street REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('street_id');

-- Name: supervisor audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.supervisor REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('supervisor_id');

-- Name: tag_binding audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.tag_binding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('tag_binding_id');

-- Name: terminal audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.terminal REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id', 'protocol_version', 'manufacturer_id', 'model', 'device_id', 'reported_plate_no', 'reported_plate_color', 'reported_province', 'reported_city', 'imei', 'software_version', 'registered_at');

-- Name: terminal_mount audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.terminal_mount REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_mount_id');

-- Name: vehicle audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.vehicle REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_id');

-- Name: vehicle_assignment audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.vehicle_assignment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_assignment_id');

-- Name: waste_type audit_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_delete AFTER DELETE ON registry.waste_type REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('waste_type');

-- Name: authentication_key audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.authentication_key REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('key_id', 'secret');

-- Name: badge_binding audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.badge_binding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('badge_binding_id');

-- Name: bin audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.bin REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_id');

-- Name: bin_placement audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.bin_placement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_placement_id');

-- Name: carrier audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.carrier REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_id');

-- Name: carrier_qualification audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.carrier_qualification REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_qualification_id');

-- Name: collection_point audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.collection_point REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_point_id');

-- Name: community audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.community REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('community_id');

-- Name: disposal_facility audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.disposal_facility REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('disposal_facility_id');

-- Name: driver audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.driver REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_id');

-- Name: driver_employment audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.driver_employment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_employment_id');

-- Name: duty audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.duty REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_id');

-- Name: duty_post audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.duty_post REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_post_id');

-- Name: holiday audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.holiday REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('day');

-- Name: point_affiliation audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.point_affiliation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('point_affiliation_id');

-- Name: responsible_unit audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.responsible_unit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('responsible_unit_id');

-- Name: scale audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.scale REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id');

-- Name: station audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.station REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('station_id');

-- Name: street audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.street REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('street_id');

-- Name: supervisor audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.supervisor REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('supervisor_id');

-- Name: tag_binding audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.tag_binding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('tag_binding_id');

-- Name: terminal audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.terminal REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id', 'protocol_version', 'manufacturer_id', 'model', 'device_id', 'reported_plate_no', 'reported_plate_color', 'reported_province', 'reported_city', 'imei', 'software_version', 'registered_at');

-- Name: terminal_mount audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.terminal_mount REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_mount_id');

-- Name: vehicle audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.vehicle REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_id');

-- Name: vehicle_assignment audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.vehicle_assignment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_assignment_id');

-- Name: waste_type audit_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_insert AFTER INSERT ON registry.waste_type REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('waste_type');

-- Name: authentication_key audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.authentication_key FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('key_id', 'secret');

-- Name: badge_binding audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.badge_binding FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('badge_binding_id');

-- Name: bin audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.bin FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_id');

-- Name: bin_placement audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.bin_placement FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_placement_id');

-- Name: carrier audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.carrier FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_id');

-- Name: carrier_qualification audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.carrier_qualification FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_qualification_id');

-- Name: collection_point audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.collection_point FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_point_id');

-- Name: community audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.community FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('community_id');

-- Name: disposal_facility audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.disposal_facility FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('disposal_facility_id');

-- Name: driver audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.driver FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_id');

-- Name: driver_employment audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.driver_employment FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_employment_id');

-- Name: duty audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.duty FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_id');

-- Name: duty_post audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.duty_post FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_post_id');

-- Name: holiday audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.holiday FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('day');

-- Name: point_affiliation audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.point_affiliation FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('point_affiliation_id');

-- Name: responsible_unit audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.responsible_unit FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('responsible_unit_id');

-- Name: scale audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.scale FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id');

-- Name: station audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.station FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('station_id');

-- Name: street audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.street FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('street_id');

-- Name: supervisor audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.supervisor FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('supervisor_id');

-- Name: tag_binding audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.tag_binding FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('tag_binding_id');

-- Name: terminal audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.terminal FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id', 'protocol_version', 'manufacturer_id', 'model', 'device_id', 'reported_plate_no', 'reported_plate_color', 'reported_province', 'reported_city', 'imei', 'software_version', 'registered_at');

-- Name: terminal_mount audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.terminal_mount FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_mount_id');

-- Name: vehicle audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.vehicle FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_id');

-- Name: vehicle_assignment audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.vehicle_assignment FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_assignment_id');

-- Name: waste_type audit_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON registry.waste_type FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('waste_type');

-- Name: authentication_key audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.authentication_key REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('key_id', 'secret');

-- Name: badge_binding audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.badge_binding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('badge_binding_id');

-- Name: bin audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.bin REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_id');

-- Name: bin_placement audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.bin_placement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('bin_placement_id');

-- Name: carrier audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.carrier REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_id');

-- Name: carrier_qualification audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.carrier_qualification REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('carrier_qualification_id');

-- Name: collection_point audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.collection_point REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('collection_point_id');

-- Name: community audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.community REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('community_id');

-- Name: disposal_facility audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.disposal_facility REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('disposal_facility_id');

-- Name: driver audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.driver REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_id');

-- Name: driver_employment audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.driver_employment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('driver_employment_id');

-- Name: duty audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.duty REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_id');

-- Name: duty_post audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.duty_post REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('duty_post_id');

-- Name: holiday audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.holiday REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('day');

-- Name: point_affiliation audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.point_affiliation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('point_affiliation_id');

-- Name: responsible_unit audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.responsible_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('responsible_unit_id');

-- Name: scale audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.scale REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id');

-- Name: station audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.station REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('station_id');

-- Name: street audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.street REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('street_id');

-- Name: supervisor audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.supervisor REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('supervisor_id');

-- Name: tag_binding audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.tag_binding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('tag_binding_id');

-- Name: terminal audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.terminal REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_id', 'protocol_version', 'manufacturer_id', 'model', 'device_id', 'reported_plate_no', 'reported_plate_color', 'reported_province', 'reported_city', 'imei', 'software_version', 'registered_at');

-- Name: terminal_mount audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.terminal_mount REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('terminal_mount_id');

-- Name: vehicle audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.vehicle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_id');

-- Name: vehicle_assignment audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.vehicle_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('vehicle_assignment_id');

-- Name: waste_type audit_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER audit_update AFTER UPDATE ON registry.waste_type REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.write_audit('waste_type');

-- Name: bin mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.bin REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'bin_id', 'waste_type');

-- Name: bin_placement mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.bin_placement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'bin_placement_id', 'bin_id', 'collection_point_id');

-- Name: community mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.community REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'community_id', 'street_id');

-- Name: point_affiliation mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.point_affiliation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'point_affiliation_id', 'collection_point_id', 'community_id', 'responsible_unit_id');

-- Name: responsible_unit mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.responsible_unit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'responsible_unit_id', 'community_id');

-- Name: tag_binding mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.tag_binding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,station,trip,task', 'tag_binding_id', 'tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id');

-- Name: terminal_mount mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.terminal_mount REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,station,trip,task', 'terminal_mount_id', 'terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id');

-- Name: vehicle mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.vehicle REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('trip', 'vehicle_id', 'plate_no');

-- Name: vehicle_assignment mark_delete; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_delete AFTER DELETE ON registry.vehicle_assignment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,trip,task', 'vehicle_assignment_id', 'vehicle_id', 'carrier_id');

-- Name: bin_placement mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.bin_placement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'bin_placement_id', 'bin_id', 'collection_point_id');

-- Name: point_affiliation mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.point_affiliation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'point_affiliation_id', 'collection_point_id', 'community_id', 'responsible_unit_id');

-- Name: tag_binding mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.tag_binding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,station,trip,task', 'tag_binding_id', 'tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id');

-- Name: terminal_mount mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.terminal_mount REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,station,trip,task', 'terminal_mount_id', 'terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id');

-- Name: vehicle mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.vehicle REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('trip', 'vehicle_id', 'plate_no');

-- Name: vehicle_assignment mark_insert; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_insert AFTER INSERT ON registry.vehicle_assignment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,trip,task', 'vehicle_assignment_id', 'vehicle_id', 'carrier_id');

-- Name: vehicle mark_task_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_task_update AFTER UPDATE ON registry.vehicle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('task', 'vehicle_id', 'has_scale');

-- Name: bin mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.bin FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'bin_id', 'waste_type');

-- Name: bin_placement mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.bin_placement FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'bin_placement_id', 'bin_id', 'collection_point_id');

-- Name: community mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.community FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'community_id', 'street_id');

-- Name: point_affiliation mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.point_affiliation FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'point_affiliation_id', 'collection_point_id', 'community_id', 'responsible_unit_id');

-- Name: responsible_unit mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.responsible_unit FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'responsible_unit_id', 'community_id');

-- Name: tag_binding mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.tag_binding FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,station,trip,task', 'tag_binding_id', 'tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id');

-- Name: terminal_mount mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.terminal_mount FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,station,trip,task', 'terminal_mount_id', 'terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id');

-- Name: vehicle mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.vehicle FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('trip', 'vehicle_id', 'plate_no');

-- Name: vehicle_assignment mark_truncate; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_truncate BEFORE TRUNCATE ON registry.vehicle_assignment FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,trip,task', 'vehicle_assignment_id', 'vehicle_id', 'carrier_id');

-- Name: bin mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.bin REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'bin_id', 'waste_type');

-- Name: bin_placement mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.bin_placement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'bin_placement_id', 'bin_id', 'collection_point_id');

-- Name: community mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.community REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'community_id', 'street_id');

-- Name: point_affiliation mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.point_affiliation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,task', 'point_affiliation_id', 'collection_point_id', 'community_id', 'responsible_unit_id');

-- Name: responsible_unit mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.responsible_unit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection', 'responsible_unit_id', 'community_id');

-- Name: tag_binding mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.tag_binding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,station,trip,task', 'tag_binding_id', 'tag_tech', 'tag_id', 'bin_id', 'vehicle_id', 'responsible_unit_id');

-- Name: terminal_mount mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.terminal_mount REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,station,trip,task', 'terminal_mount_id', 'terminal_id', 'vehicle_id', 'station_id', 'disposal_facility_id');

-- Name: vehicle mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.vehicle REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('trip', 'vehicle_id', 'plate_no');

-- Name: vehicle_assignment mark_update; Type: TRIGGER; Schema: registry

CREATE TRIGGER mark_update AFTER UPDATE ON registry.vehicle_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION registry.mark_days('collection,track,trip,task', 'vehicle_assignment_id', 'vehicle_id', 'carrier_id');

-- Name: collection_rule collection_rule_community_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community(community_id);

-- Name: collection_rule collection_rule_point_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_point_fkey FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point(collection_point_id);

-- Name: collection_rule collection_rule_street_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street(street_id);

-- Name: collection_rule collection_rule_unit_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_unit_fkey FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit(responsible_unit_id);

-- Name: collection_rule collection_rule_waste_type_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_rule
    ADD CONSTRAINT collection_rule_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type(waste_type);

-- Name: collection_suspension collection_suspension_community_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community(community_id);

-- Name: collection_suspension collection_suspension_point_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_point_fkey FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point(collection_point_id);

-- Name: collection_suspension collection_suspension_street_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street(street_id);

-- Name: collection_suspension collection_suspension_unit_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_unit_fkey FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit(responsible_unit_id);

-- Name: collection_suspension collection_suspension_waste_type_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.collection_suspension
    ADD CONSTRAINT collection_suspension_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type(waste_type);

-- Name: command command_terminal_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.command
    ADD CONSTRAINT command_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: export_window export_window_file_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.export_window
    ADD CONSTRAINT export_window_file_fkey FOREIGN KEY (export_set, file_no) REFERENCES ops.export_file(export_set, file_no) ON DELETE CASCADE;

-- Name: notification_attempt notification_attempt_message_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_attempt
    ADD CONSTRAINT notification_attempt_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification(notification_id);

-- Name: notification_item notification_item_message_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_item
    ADD CONSTRAINT notification_item_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification(notification_id);

-- Name: street_access street_access_street_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.street_access
    ADD CONSTRAINT street_access_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street(street_id);

-- Name: badge_binding badge_binding_supervisor_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.badge_binding
    ADD CONSTRAINT badge_binding_supervisor_fkey FOREIGN KEY (supervisor_id) REFERENCES registry.supervisor(supervisor_id);

-- Name: badge_binding badge_binding_terminal_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.badge_binding
    ADD CONSTRAINT badge_binding_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: bin_placement bin_placement_bin_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin_placement
    ADD CONSTRAINT bin_placement_bin_fkey FOREIGN KEY (bin_id) REFERENCES registry.bin(bin_id);

-- Name: bin_placement bin_placement_point_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin_placement
    ADD CONSTRAINT bin_placement_point_fkey FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point(collection_point_id);

-- Name: bin bin_waste_type_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.bin
    ADD CONSTRAINT bin_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type(waste_type);

-- Name: carrier_qualification carrier_qualification_carrier_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier_qualification
    ADD CONSTRAINT carrier_qualification_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier(carrier_id);

-- Name: carrier_qualification carrier_qualification_waste_type_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.carrier_qualification
    ADD CONSTRAINT carrier_qualification_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type(waste_type);

-- Name: community community_street_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.community
    ADD CONSTRAINT community_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street(street_id);

-- Name: driver_employment driver_employment_carrier_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver_employment
    ADD CONSTRAINT driver_employment_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier(carrier_id);

-- Name: driver_employment driver_employment_driver_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.driver_employment
    ADD CONSTRAINT driver_employment_driver_fkey FOREIGN KEY (driver_id) REFERENCES registry.driver(driver_id);

-- Name: duty duty_post_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty
    ADD CONSTRAINT duty_post_fkey FOREIGN KEY (duty_post_id) REFERENCES registry.duty_post(duty_post_id);

-- Name: duty_post duty_post_point_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty_post
    ADD CONSTRAINT duty_post_point_fkey FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point(collection_point_id);

-- Name: duty duty_supervisor_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty
    ADD CONSTRAINT duty_supervisor_fkey FOREIGN KEY (supervisor_id) REFERENCES registry.supervisor(supervisor_id);

-- Name: duty duty_terminal_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.duty
    ADD CONSTRAINT duty_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: point_affiliation point_affiliation_community_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.point_affiliation
    ADD CONSTRAINT point_affiliation_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community(community_id);

-- Name: point_affiliation point_affiliation_point_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.point_affiliation
    ADD CONSTRAINT point_affiliation_point_fkey FOREIGN KEY (collection_point_id) REFERENCES registry.collection_point(collection_point_id);

-- Name: point_affiliation point_affiliation_unit_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.point_affiliation
    ADD CONSTRAINT point_affiliation_unit_fkey FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit(responsible_unit_id);

-- Name: responsible_unit responsible_unit_community_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.responsible_unit
    ADD CONSTRAINT responsible_unit_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community(community_id);

-- Name: scale scale_terminal_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.scale
    ADD CONSTRAINT scale_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: station station_street_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.station
    ADD CONSTRAINT station_street_fkey FOREIGN KEY (street_id) REFERENCES registry.street(street_id);

-- Name: supervisor supervisor_community_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.supervisor
    ADD CONSTRAINT supervisor_community_fkey FOREIGN KEY (community_id) REFERENCES registry.community(community_id);

-- Name: tag_binding tag_binding_bin_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.tag_binding
    ADD CONSTRAINT tag_binding_bin_fkey FOREIGN KEY (bin_id) REFERENCES registry.bin(bin_id);

-- Name: tag_binding tag_binding_unit_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.tag_binding
    ADD CONSTRAINT tag_binding_unit_fkey FOREIGN KEY (responsible_unit_id) REFERENCES registry.responsible_unit(responsible_unit_id);

-- Name: tag_binding tag_binding_vehicle_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.tag_binding
    ADD CONSTRAINT tag_binding_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle(vehicle_id);

-- Name: terminal_mount terminal_mount_facility_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_facility_fkey FOREIGN KEY (disposal_facility_id) REFERENCES registry.disposal_facility(disposal_facility_id);

-- Name: terminal_mount terminal_mount_station_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_station_fkey FOREIGN KEY (station_id) REFERENCES registry.station(station_id);

-- Name: terminal_mount terminal_mount_terminal_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: terminal_mount terminal_mount_vehicle_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle(vehicle_id);

-- Name: vehicle_assignment vehicle_assignment_carrier_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle_assignment
    ADD CONSTRAINT vehicle_assignment_carrier_fkey FOREIGN KEY (carrier_id) REFERENCES registry.carrier(carrier_id);

-- Name: vehicle_assignment vehicle_assignment_vehicle_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle_assignment
    ADD CONSTRAINT vehicle_assignment_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle(vehicle_id);

-- Name: vehicle vehicle_waste_type_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_waste_type_fkey FOREIGN KEY (waste_type) REFERENCES registry.waste_type(waste_type);

-- Name: refreshed_day refreshed_day_kind_fkey; Type: FK CONSTRAINT; Schema: stats

ALTER TABLE ONLY stats.refreshed_day
    ADD CONSTRAINT refreshed_day_kind_fkey FOREIGN KEY (kind) REFERENCES stats.kind(kind);
