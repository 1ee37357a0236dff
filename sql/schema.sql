-- Written by deploy/dump-schema from sql/migrations. For reading; a database is made by: qingyun migrate.
-- Day partitions are left out.

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
    vehicle_id bigint NOT NULL,
    valid tstzrange NOT NULL,
    CONSTRAINT terminal_mount_valid_check CHECK ((NOT isempty(valid)))
);

-- Name: TABLE terminal_mount; Type: COMMENT; Schema: registry

COMMENT ON TABLE registry.terminal_mount IS 'Which vehicle carried a terminal, from when to when; a terminal is in one place at a time (终端安装)';

-- Name: COLUMN terminal_mount.terminal_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.terminal_id IS 'The terminal';

-- Name: COLUMN terminal_mount.vehicle_id; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.vehicle_id IS 'The vehicle that carried it';

-- Name: COLUMN terminal_mount.valid; Type: COMMENT; Schema: registry

COMMENT ON COLUMN registry.terminal_mount.valid IS 'From (inclusive) to (exclusive); no upper bound: still there (有效期)';

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
    CONSTRAINT vehicle_kind_check CHECK ((kind ~ '^[a-z][a-z_]*$'::text)),
    CONSTRAINT vehicle_plate_color_check CHECK ((plate_color = ANY (ARRAY[0, 1, 2, 3, 4, 5, 9]))),
    CONSTRAINT vehicle_plate_no_check CHECK (((plate_no = btrim(plate_no)) AND (plate_no <> ''::text)))
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

COMMENT ON COLUMN telemetry.lift.seq IS 'Counts the records since the terminal''s start (记录序号)';

-- Name: COLUMN lift.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.lift.boot_no IS 'The terminal''s count of starts (启动次数)';

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
    weight_g integer NOT NULL,
    weigh_flags integer NOT NULL,
    channel smallint NOT NULL,
    time_quality smallint NOT NULL,
    extra bytea,
    raw bytea,
    CONSTRAINT load_sample_time_quality_check CHECK (((time_quality >= 0) AND (time_quality <= 3)))
)
PARTITION BY RANGE (recorded_at);

-- Name: TABLE load_sample; Type: COMMENT; Schema: telemetry

COMMENT ON TABLE telemetry.load_sample IS 'A reading of the vehicle''s load cells: record kind 2 (载重采样)';

-- Name: COLUMN load_sample.terminal_id; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.terminal_id IS 'registry.terminal';

-- Name: COLUMN load_sample.recorded_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.recorded_at IS 'Device time; the receive time when the device time cannot be true, see time_quality (采样时间)';

-- Name: COLUMN load_sample.received_at; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.received_at IS 'When the gateway read it from the socket (接收时间)';

-- Name: COLUMN load_sample.seq; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.seq IS 'Counts the records since the terminal''s start (记录序号)';

-- Name: COLUMN load_sample.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.boot_no IS 'The terminal''s count of starts (启动次数)';

-- Name: COLUMN load_sample.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN load_sample.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN load_sample.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN load_sample.weight_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.weight_g IS 'Weight, grams (重量)';

-- Name: COLUMN load_sample.weigh_flags; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.weigh_flags IS 'Bits as sent: 1 stable, 2 net shown, 4 over range, 8 negative, 16 under range, 32 not zeroed, 64 x10 expanded, 128 by hand, 256 sensor fault (称重标志)';

-- Name: COLUMN load_sample.channel; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.channel IS 'Number of the load cell or sum (通道)';

-- Name: COLUMN load_sample.time_quality; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.time_quality IS 'As in telemetry.fix (时间质量)';

-- Name: COLUMN load_sample.extra; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.extra IS 'Bytes behind the known fields, of a later version (附加字段)';

-- Name: COLUMN load_sample.raw; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.load_sample.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

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

COMMENT ON COLUMN telemetry.quarantine.reason IS 'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; compressed: a message inside a 0x0901 that cannot be, or of another terminal; rejected_row: PostgreSQL refused the row (原因)';

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
    gross_g integer NOT NULL,
    tare_g integer NOT NULL,
    net_g integer NOT NULL,
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

COMMENT ON COLUMN telemetry.station_weighing.boot_no IS 'The terminal''s count of starts (启动次数)';

-- Name: COLUMN station_weighing.lon_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';

-- Name: COLUMN station_weighing.lat_e6; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';

-- Name: COLUMN station_weighing.fix_age_ds; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';

-- Name: COLUMN station_weighing.gross_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.gross_g IS 'Gross weight, grams, as sent (毛重)';

-- Name: COLUMN station_weighing.tare_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.tare_g IS 'Tare weight, grams, as sent (皮重)';

-- Name: COLUMN station_weighing.net_g; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.net_g IS 'Net weight, grams, as sent; not worked out here (净重)';

-- Name: COLUMN station_weighing.weigh_flags; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.weigh_flags IS 'As in telemetry.load_sample (称重标志)';

-- Name: COLUMN station_weighing.scale_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.scale_no IS 'Number of the scale at that terminal (地磅编号)';

-- Name: COLUMN station_weighing.direction; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.station_weighing.direction IS '1 in, 2 out, as sent (进出方向)';

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

COMMENT ON COLUMN telemetry.station_weighing.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

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

COMMENT ON COLUMN telemetry.tag_read.seq IS 'Counts the records since the terminal''s start (记录序号)';

-- Name: COLUMN tag_read.boot_no; Type: COMMENT; Schema: telemetry

COMMENT ON COLUMN telemetry.tag_read.boot_no IS 'The terminal''s count of starts (启动次数)';

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

COMMENT ON COLUMN telemetry.tag_read.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (version);

-- Name: authentication_key authentication_key_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.authentication_key
    ADD CONSTRAINT authentication_key_pkey PRIMARY KEY (key_id);

-- Name: terminal_mount terminal_mount_one_place_excl; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_one_place_excl EXCLUDE USING gist (terminal_id WITH =, valid WITH &&);

-- Name: terminal terminal_number_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal
    ADD CONSTRAINT terminal_number_key UNIQUE (number);

-- Name: terminal terminal_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal
    ADD CONSTRAINT terminal_pkey PRIMARY KEY (terminal_id);

-- Name: vehicle vehicle_pkey; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_pkey PRIMARY KEY (vehicle_id);

-- Name: vehicle vehicle_plate_no_key; Type: CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.vehicle
    ADD CONSTRAINT vehicle_plate_no_key UNIQUE (plate_no);

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

-- Name: terminal_mount_vehicle_idx; Type: INDEX; Schema: registry

CREATE INDEX terminal_mount_vehicle_idx ON registry.terminal_mount USING btree (vehicle_id);

-- Name: quarantine_received_at_idx; Type: INDEX; Schema: telemetry

CREATE INDEX quarantine_received_at_idx ON ONLY telemetry.quarantine USING btree (received_at);

-- Name: terminal_mount terminal_mount_terminal_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal(terminal_id);

-- Name: terminal_mount terminal_mount_vehicle_fkey; Type: FK CONSTRAINT; Schema: registry

ALTER TABLE ONLY registry.terminal_mount
    ADD CONSTRAINT terminal_mount_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle(vehicle_id);
