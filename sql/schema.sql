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

-- Name: rule_fits(text, text, date, text); Type: FUNCTION; Schema: ops

CREATE FUNCTION ops.rule_fits(weekdays text, holidays text, day date, holiday text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ((holidays = 'only'::text) AND (holiday IS DISTINCT FROM 'holiday'::text)) THEN false WHEN ((holidays = 'off'::text) AND (holiday = 'holiday'::text)) THEN false WHEN ((holidays = 'sunday'::text) AND (holiday = 'holiday'::text)) THEN (strpos(weekdays, '7'::text) > 0) WHEN ((holidays <> 'same'::text) AND (holiday = 'workday'::text)) THEN (weekdays ~ '[1-5]'::text) ELSE (strpos(weekdays, (EXTRACT(isodow FROM day))::text) > 0) END;

-- Name: FUNCTION rule_fits(weekdays text, holidays text, day date, holiday text); Type: COMMENT; Schema: ops

COMMENT ON FUNCTION ops.rule_fits(weekdays text, holidays text, day date, holiday text) IS 'Whether a rule with such weekdays and holidays makes windows on a day; holiday: registry.holiday.kind of the day or null (规则适用)';

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

-- Name: local_day(timestamp with time zone); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.local_day(instant timestamp with time zone) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((instant AT TIME ZONE 'Asia/Shanghai'::text))::date;

-- Name: FUNCTION local_day(instant timestamp with time zone); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.local_day(instant timestamp with time zone) IS 'The local day of an instant (自然日)';

-- Name: site_time_zone(); Type: FUNCTION; Schema: telemetry

CREATE FUNCTION telemetry.site_time_zone() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'Asia/Shanghai'::text;

-- Name: FUNCTION site_time_zone(); Type: COMMENT; Schema: telemetry

COMMENT ON FUNCTION telemetry.site_time_zone() IS 'Time zone whose days the partitions and all reports follow (时区)';

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
    CONSTRAINT collection_task_cause_check CHECK ((cause = ANY (ARRAY['no_visit'::text, 'visit_no_read'::text, 'terminal_offline'::text]))),
    CONSTRAINT collection_task_collected_check CHECK ((((outcome = ANY (ARRAY['on_time'::text, 'late'::text])) = (collected_at IS NOT NULL)) AND (num_nulls(collected_at, lift_terminal_id, lift_seq, lift_boot_no, evidence_kind) = ANY (ARRAY[0, 5])))),
    CONSTRAINT collection_task_evidence_kind_check CHECK ((evidence_kind = ANY (ARRAY['lift'::text, 'volume_estimate'::text, 'tag_read'::text]))),
    CONSTRAINT collection_task_known_check CHECK (((outcome = 'pending'::text) = (known_at IS NULL))),
    CONSTRAINT collection_task_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'on_time'::text, 'late'::text, 'missed'::text, 'unconfirmed'::text, 'excused'::text]))),
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

CREATE INDEX collection_task_point_idx ON ops.collection_task USING btree (collection_point_id, waste_type, window_start);

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

-- Name: quarantine_received_at_idx; Type: INDEX; Schema: telemetry

CREATE INDEX quarantine_received_at_idx ON ONLY telemetry.quarantine USING btree (received_at);

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

-- Name: notification_attempt notification_attempt_message_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_attempt
    ADD CONSTRAINT notification_attempt_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification(notification_id);

-- Name: notification_item notification_item_message_fkey; Type: FK CONSTRAINT; Schema: ops

ALTER TABLE ONLY ops.notification_item
    ADD CONSTRAINT notification_item_message_fkey FOREIGN KEY (notification_id) REFERENCES ops.notification(notification_id);

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
