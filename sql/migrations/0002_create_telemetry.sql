-- What was received. High-volume tables: one level of range partitions by local day, `terminal_id` first in every key, no
-- serial columns, no foreign keys, no triggers, so that the schema can be spread over several machines as it stands.
--
-- Columns are ordered by alignment (8, 4, 2, 1 bytes, then variable), which saves 12 bytes a fix.

CREATE SCHEMA telemetry;
COMMENT ON SCHEMA telemetry IS 'What terminals sent, as received; partitioned by day (遥测数据)';

CREATE TABLE telemetry.fix (
    terminal_id  bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    alarm_bits   bigint NOT NULL,
    status_bits  bigint NOT NULL,
    odometer_hm  bigint,
    body_hash    integer NOT NULL,
    lon_e6       integer,
    lat_e6       integer,
    altitude_m   integer NOT NULL,
    speed_dkmh   integer NOT NULL,
    course_deg   integer NOT NULL,
    fuel_dl      integer,
    satellites   smallint,
    signal       smallint,
    time_quality smallint NOT NULL,
    is_backfill  boolean NOT NULL,
    extra        bytea,
    raw_body     bytea,
    CONSTRAINT fix_pkey PRIMARY KEY (terminal_id, recorded_at, body_hash),
    CONSTRAINT fix_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.fix IS
    'A BeiDou/GPS fix: one position of a 0x0200 or 0x0704, with its standard additional items (定位, 轨迹点)';
COMMENT ON COLUMN telemetry.fix.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.fix.recorded_at IS
    'Device time; the receive time when the device time cannot be true, see time_quality (定位时间)';
COMMENT ON COLUMN telemetry.fix.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.fix.alarm_bits IS 'Alarm word as sent, unsigned 32 bits (报警标志)';
COMMENT ON COLUMN telemetry.fix.status_bits IS
    'Status word as sent, unsigned 32 bits: 1 ACC on, 2 position fixed, 4 south, 8 west, ... (状态)';
COMMENT ON COLUMN telemetry.fix.odometer_hm IS 'Odometer, 0.1 km (里程)';
COMMENT ON COLUMN telemetry.fix.body_hash IS
    'CRC-32 (ISO-HDLC, as zlib''s crc32) of the location body as sent, read as a signed integer: a retransmission has the '
    'same, a second report within one second another';
COMMENT ON COLUMN telemetry.fix.lon_e6 IS
    'Longitude, 1e-6 degree WGS-84, west negative; null when it does not fit, see raw_body (经度)';
COMMENT ON COLUMN telemetry.fix.lat_e6 IS
    'Latitude, 1e-6 degree WGS-84, south negative; null when it does not fit, see raw_body (纬度)';
COMMENT ON COLUMN telemetry.fix.altitude_m IS 'Altitude, metres (高程)';
COMMENT ON COLUMN telemetry.fix.speed_dkmh IS 'Ground speed, 0.1 km/h (速度)';
COMMENT ON COLUMN telemetry.fix.course_deg IS 'Course, degrees clockwise from north (方向)';
COMMENT ON COLUMN telemetry.fix.fuel_dl IS 'Fuel, 0.1 l; with its top bit set (32768 and more) a vendor''s plain value (油量)';
COMMENT ON COLUMN telemetry.fix.satellites IS 'Satellites used (定位卫星数)';
COMMENT ON COLUMN telemetry.fix.signal IS 'Radio signal strength as sent (无线信号强度)';
COMMENT ON COLUMN telemetry.fix.time_quality IS
    '0 device time; receive time stands in because the device time was 1 no date (zeros, not BCD), 2 more than a day ahead, '
    '3 of one more new day than the gateway opens for unusual dates (时间质量)';
COMMENT ON COLUMN telemetry.fix.is_backfill IS 'Sent as stored while there was no link, 0x0704 type 1 (补传)';
COMMENT ON COLUMN telemetry.fix.extra IS
    'Additional items without a column of their own, as received: id, length, value, ...; and what was left over at the '
    'end. Read them with telemetry.additional_items (附加信息)';
COMMENT ON COLUMN telemetry.fix.raw_body IS
    'Whole location body as received, kept when the columns do not say all of it: a time that does not count, a coordinate beyond 32 bits '
    '(原始消息体)';

CREATE TABLE telemetry.message (
    terminal_id   bigint NOT NULL,
    received_at   timestamptz NOT NULL,
    serial        integer NOT NULL,
    message_id    integer NOT NULL,
    package_total integer,
    package_index integer,
    encryption    smallint NOT NULL,
    body          bytea NOT NULL,
    CONSTRAINT message_pkey PRIMARY KEY (terminal_id, received_at, serial)
) PARTITION BY RANGE (received_at);
COMMENT ON TABLE telemetry.message IS 'Any message that has no table of its own, raw (其他消息)';
COMMENT ON COLUMN telemetry.message.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.message.received_at IS
    'When the gateway read it from the socket; unique within a gateway lane (接收时间)';
COMMENT ON COLUMN telemetry.message.serial IS 'Serial of the header (流水号)';
COMMENT ON COLUMN telemetry.message.message_id IS 'Message id, for example 2304 for 0x0900 (消息ID)';
COMMENT ON COLUMN telemetry.message.package_total IS 'Number of slices when sub-packaged (总包数)';
COMMENT ON COLUMN telemetry.message.package_index IS 'Number of this slice, from 1 (包序号)';
COMMENT ON COLUMN telemetry.message.encryption IS 'Bits 10 to 12 of the body properties: 0 none, 1 RSA (加密方式)';
COMMENT ON COLUMN telemetry.message.body IS 'Unescaped body as received (消息体)';

CREATE TABLE telemetry.quarantine (
    received_at timestamptz NOT NULL,
    terminal_id bigint NOT NULL,
    message_id  integer,
    serial      integer,
    reason      text NOT NULL,
    detail      text,
    peer        text,
    raw         bytea NOT NULL
) PARTITION BY RANGE (received_at);
CREATE INDEX quarantine_received_at_idx ON telemetry.quarantine (received_at);
COMMENT ON TABLE telemetry.quarantine IS 'What could not be decoded or stored, raw, with the reason (隔离数据)';
COMMENT ON COLUMN telemetry.quarantine.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.quarantine.terminal_id IS 'registry.terminal; 0: not known';
COMMENT ON COLUMN telemetry.quarantine.message_id IS 'Message id, when the header was sound (消息ID)';
COMMENT ON COLUMN telemetry.quarantine.serial IS 'Serial, when the header was sound (流水号)';
COMMENT ON COLUMN telemetry.quarantine.reason IS
    'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body; package_number: a slice that '
    'cannot be; rejected_row: PostgreSQL refused the row (原因)';
COMMENT ON COLUMN telemetry.quarantine.detail IS 'More about it, for people (说明)';
COMMENT ON COLUMN telemetry.quarantine.peer IS 'Address and port that sent it (来源地址)';
COMMENT ON COLUMN telemetry.quarantine.raw IS
    'Bytes as received: between the flags for a bad frame, the body for a bad body, the COPY row for a refused row';

CREATE FUNCTION telemetry.site_time_zone() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 'Asia/Shanghai';
COMMENT ON FUNCTION telemetry.site_time_zone() IS 'Time zone whose days the partitions and all reports follow (时区)';

CREATE FUNCTION telemetry.local_day(instant timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (instant AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON FUNCTION telemetry.local_day(timestamptz) IS 'The local day of an instant (自然日)';

CREATE FUNCTION telemetry.additional_items(extra bytea)
    RETURNS TABLE (item_id integer, value bytea)
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
COMMENT ON FUNCTION telemetry.additional_items(bytea) IS
    'The items of telemetry.fix.extra, a row each; the rest that forms no whole item comes with a null id (附加信息解析)';

-- Partitions. A day is made as a table of its own and attached: that takes SHARE UPDATE EXCLUSIVE on the parent, where
-- CREATE TABLE ... PARTITION OF would stop every COPY. The advisory lock makes two gateways wait for each other. The settings
-- keep the bounds, which are written as text, independent of who calls. A name that a detached partition still has is passed
-- over: its day gets a new partition with a number behind the name.
CREATE FUNCTION telemetry.ensure_day(day date) RETURNS integer
    LANGUAGE plpgsql
    SET datestyle = 'ISO'
    SET timezone = 'UTC'
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
COMMENT ON FUNCTION telemetry.ensure_day(date) IS
    'Makes the partitions of a local day in every telemetry table that lacks them; returns how many it made (建分区)';

CREATE VIEW telemetry.day_partition AS
SELECT
    parent.relname::text                  AS table_name,
    to_date(substring(child.relname FROM '_([0-9]{8})(?:_[0-9]+)?$'), 'YYYYMMDD') AS day,
    child.relname::text                   AS partition_name,
    greatest(child.reltuples, 0)::bigint  AS estimated_rows,
    pg_total_relation_size(child.oid)     AS bytes
FROM pg_inherits AS i
JOIN pg_class AS parent ON parent.oid = i.inhparent
JOIN pg_class AS child ON child.oid = i.inhrelid
JOIN pg_namespace AS n ON n.oid = parent.relnamespace
WHERE n.nspname = 'telemetry'
    AND parent.relkind = 'p'
    AND child.relname ~ '_[0-9]{8}(_[0-9]+)?$';
COMMENT ON VIEW telemetry.day_partition IS 'Every day partition of every telemetry table (分区一览)';
COMMENT ON COLUMN telemetry.day_partition.table_name IS 'Partitioned table';
COMMENT ON COLUMN telemetry.day_partition.day IS 'Local day that it holds';
COMMENT ON COLUMN telemetry.day_partition.partition_name IS 'The partition, in schema telemetry';
COMMENT ON COLUMN telemetry.day_partition.estimated_rows IS 'Rows at the last ANALYZE; 0 before the first one';
COMMENT ON COLUMN telemetry.day_partition.bytes IS 'Size on disk with indexes';
