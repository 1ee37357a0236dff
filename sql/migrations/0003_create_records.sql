-- Tags and weights. Like telemetry.fix: partitions by local day, `terminal_id` first in every key, no serial columns, no foreign
-- keys, no triggers. The key is the number that the terminal gave the record, so a retransmission is stored once.
--
-- A weight is stored as sent, also one that cannot be: the flags say what to think of it, and statistics leave it out.
--
-- Columns are ordered by alignment (8, 4, 2, 1 bytes, then variable).

CREATE TABLE telemetry.tag_read (
    terminal_id  bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    seq          bigint NOT NULL,
    boot_no      integer NOT NULL,
    lon_e6       integer,
    lat_e6       integer,
    fix_age_ds   integer,
    tag_tech     smallint NOT NULL,
    reader       smallint NOT NULL,
    antenna      smallint NOT NULL,
    rssi_dbm     smallint NOT NULL,
    time_quality smallint NOT NULL,
    tag_id       bytea NOT NULL,
    extra        bytea,
    raw          bytea,
    CONSTRAINT tag_read_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq),
    CONSTRAINT tag_read_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.tag_read IS 'An RFID tag that a reader saw: record kind 1 (标签读取)';
COMMENT ON COLUMN telemetry.tag_read.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.tag_read.recorded_at IS
    'Device time; the receive time when the device time cannot be true, see time_quality (读取时间)';
COMMENT ON COLUMN telemetry.tag_read.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.tag_read.seq IS 'Counts the records since the terminal''s start (记录序号)';
COMMENT ON COLUMN telemetry.tag_read.boot_no IS 'The terminal''s count of starts (启动次数)';
COMMENT ON COLUMN telemetry.tag_read.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';
COMMENT ON COLUMN telemetry.tag_read.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';
COMMENT ON COLUMN telemetry.tag_read.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';
COMMENT ON COLUMN telemetry.tag_read.tag_tech IS '0 other, 1 LF 125 kHz, 2 FDX-B/HDX 134.2 kHz, 3 HF, 4 UHF EPC (标签类型)';
COMMENT ON COLUMN telemetry.tag_read.reader IS 'Number of the reader (读写器)';
COMMENT ON COLUMN telemetry.tag_read.antenna IS 'Number of the antenna (天线)';
COMMENT ON COLUMN telemetry.tag_read.rssi_dbm IS 'Signal strength, dBm (信号强度)';
COMMENT ON COLUMN telemetry.tag_read.time_quality IS 'As in telemetry.fix (时间质量)';
COMMENT ON COLUMN telemetry.tag_read.tag_id IS 'Bytes of the tag''s id; empty: a read without a tag (标签号)';
COMMENT ON COLUMN telemetry.tag_read.extra IS 'Bytes behind the known fields, of a later version (附加字段)';
COMMENT ON COLUMN telemetry.tag_read.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

CREATE TABLE telemetry.load_sample (
    terminal_id  bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    seq          bigint NOT NULL,
    boot_no      integer NOT NULL,
    lon_e6       integer,
    lat_e6       integer,
    fix_age_ds   integer,
    weight_g     integer NOT NULL,
    weigh_flags  integer NOT NULL,
    channel      smallint NOT NULL,
    time_quality smallint NOT NULL,
    extra        bytea,
    raw          bytea,
    CONSTRAINT load_sample_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq),
    CONSTRAINT load_sample_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.load_sample IS 'A reading of the vehicle''s load cells: record kind 2 (载重采样)';
COMMENT ON COLUMN telemetry.load_sample.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.load_sample.recorded_at IS
    'Device time; the receive time when the device time cannot be true, see time_quality (采样时间)';
COMMENT ON COLUMN telemetry.load_sample.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.load_sample.seq IS 'Counts the records since the terminal''s start (记录序号)';
COMMENT ON COLUMN telemetry.load_sample.boot_no IS 'The terminal''s count of starts (启动次数)';
COMMENT ON COLUMN telemetry.load_sample.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';
COMMENT ON COLUMN telemetry.load_sample.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';
COMMENT ON COLUMN telemetry.load_sample.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';
COMMENT ON COLUMN telemetry.load_sample.weight_g IS 'Weight, grams (重量)';
COMMENT ON COLUMN telemetry.load_sample.weigh_flags IS
    'Bits as sent: 1 stable, 2 net shown, 4 over range, 8 negative, 16 under range, 32 not zeroed, 64 x10 expanded, 128 by '
    'hand, 256 sensor fault (称重标志)';
COMMENT ON COLUMN telemetry.load_sample.channel IS 'Number of the load cell or sum (通道)';
COMMENT ON COLUMN telemetry.load_sample.time_quality IS 'As in telemetry.fix (时间质量)';
COMMENT ON COLUMN telemetry.load_sample.extra IS 'Bytes behind the known fields, of a later version (附加字段)';
COMMENT ON COLUMN telemetry.load_sample.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

CREATE TABLE telemetry.lift (
    terminal_id  bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    seq          bigint NOT NULL,
    boot_no      integer NOT NULL,
    lon_e6       integer,
    lat_e6       integer,
    fix_age_ds   integer,
    gross_g      integer NOT NULL,
    tare_g       integer NOT NULL,
    net_g        integer NOT NULL,
    weigh_flags  integer NOT NULL,
    weigh_mode   smallint NOT NULL,
    waste_type   smallint NOT NULL,
    quality      smallint NOT NULL,
    tag_tech     smallint NOT NULL,
    time_quality smallint NOT NULL,
    tag_id       bytea,
    extra        bytea,
    raw          bytea,
    CONSTRAINT lift_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq),
    CONSTRAINT lift_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.lift IS 'One bin emptied, with its weights and its tag: record kind 3 (收运, 提升称重)';
COMMENT ON COLUMN telemetry.lift.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.lift.recorded_at IS
    'Device time; the receive time when the device time cannot be true, see time_quality (收运时间)';
COMMENT ON COLUMN telemetry.lift.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.lift.seq IS 'Counts the records since the terminal''s start (记录序号)';
COMMENT ON COLUMN telemetry.lift.boot_no IS 'The terminal''s count of starts (启动次数)';
COMMENT ON COLUMN telemetry.lift.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';
COMMENT ON COLUMN telemetry.lift.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';
COMMENT ON COLUMN telemetry.lift.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';
COMMENT ON COLUMN telemetry.lift.gross_g IS 'Gross weight, grams, as sent (毛重)';
COMMENT ON COLUMN telemetry.lift.tare_g IS 'Tare weight, grams, as sent (皮重)';
COMMENT ON COLUMN telemetry.lift.net_g IS 'Net weight, grams, as sent; not worked out here (净重)';
COMMENT ON COLUMN telemetry.lift.weigh_flags IS 'As in telemetry.load_sample (称重标志)';
COMMENT ON COLUMN telemetry.lift.weigh_mode IS
    '1 lifter static, 2 lifter dynamic, 3 body difference, 4 platform, 5 weighbridge, 6 volume estimate (称重方式)';
COMMENT ON COLUMN telemetry.lift.waste_type IS
    'As declared: 0 not said, 1 kitchen, 2 residual, 3 recyclable, 4 hazardous, 5 catering, 6 bulky, 7 renovation, 8 garden '
    '(垃圾类别)';
COMMENT ON COLUMN telemetry.lift.quality IS '0 not judged, 1 accepted, 2 contaminated (分类质量)';
COMMENT ON COLUMN telemetry.lift.tag_tech IS 'As in telemetry.tag_read (标签类型)';
COMMENT ON COLUMN telemetry.lift.time_quality IS 'As in telemetry.fix (时间质量)';
COMMENT ON COLUMN telemetry.lift.tag_id IS 'Bytes of the bin''s tag; null: none was read (标签号)';
COMMENT ON COLUMN telemetry.lift.extra IS 'Bytes behind the known fields, of a later version (附加字段)';
COMMENT ON COLUMN telemetry.lift.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

CREATE TABLE telemetry.station_weighing (
    terminal_id   bigint NOT NULL,
    recorded_at   timestamptz NOT NULL,
    received_at   timestamptz NOT NULL,
    seq           bigint NOT NULL,
    supersedes    bigint,
    boot_no       integer NOT NULL,
    lon_e6        integer,
    lat_e6        integer,
    fix_age_ds    integer,
    gross_g       integer NOT NULL,
    tare_g        integer NOT NULL,
    net_g         integer NOT NULL,
    weigh_flags   integer NOT NULL,
    scale_no      smallint NOT NULL,
    direction     smallint NOT NULL,
    weigh_mode    smallint NOT NULL,
    tare_source   smallint NOT NULL,
    waste_type    smallint NOT NULL,
    identified_by smallint NOT NULL,
    tag_tech      smallint NOT NULL,
    time_quality  smallint NOT NULL,
    ticket        text,
    plate_no      text,
    tag_id        bytea,
    extra         bytea,
    raw           bytea,
    CONSTRAINT station_weighing_pkey PRIMARY KEY (terminal_id, recorded_at, boot_no, seq),
    CONSTRAINT station_weighing_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.station_weighing IS
    'One weighing of a vehicle or box at a cleaning station, transfer station or plant gate: record kind 4; a correction is a '
    'row of its own that names the one it supersedes (过磅, 称重记录)';
COMMENT ON COLUMN telemetry.station_weighing.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.station_weighing.recorded_at IS
    'Device time; the receive time when the device time cannot be true, see time_quality (过磅时间)';
COMMENT ON COLUMN telemetry.station_weighing.received_at IS 'When the gateway read it from the socket (接收时间)';
COMMENT ON COLUMN telemetry.station_weighing.seq IS 'Counts the records since the terminal''s start (记录序号)';
COMMENT ON COLUMN telemetry.station_weighing.supersedes IS
    'seq of the weighing of the same terminal and start that this one corrects; null: none (更正的记录)';
COMMENT ON COLUMN telemetry.station_weighing.boot_no IS 'The terminal''s count of starts (启动次数)';
COMMENT ON COLUMN telemetry.station_weighing.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: no fix (经度)';
COMMENT ON COLUMN telemetry.station_weighing.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: no fix (纬度)';
COMMENT ON COLUMN telemetry.station_weighing.fix_age_ds IS 'Age of that fix, 0.1 s; null: not known (定位时延)';
COMMENT ON COLUMN telemetry.station_weighing.gross_g IS 'Gross weight, grams, as sent (毛重)';
COMMENT ON COLUMN telemetry.station_weighing.tare_g IS 'Tare weight, grams, as sent (皮重)';
COMMENT ON COLUMN telemetry.station_weighing.net_g IS 'Net weight, grams, as sent; not worked out here (净重)';
COMMENT ON COLUMN telemetry.station_weighing.weigh_flags IS 'As in telemetry.load_sample (称重标志)';
COMMENT ON COLUMN telemetry.station_weighing.scale_no IS 'Number of the scale at that terminal (地磅编号)';
COMMENT ON COLUMN telemetry.station_weighing.direction IS '1 in, 2 out, as sent (进出方向)';
COMMENT ON COLUMN telemetry.station_weighing.weigh_mode IS 'As in telemetry.lift (称重方式)';
COMMENT ON COLUMN telemetry.station_weighing.tare_source IS '0 none, 1 measured, 2 stored, 3 preset (皮重来源)';
COMMENT ON COLUMN telemetry.station_weighing.waste_type IS 'As in telemetry.lift (垃圾类别)';
COMMENT ON COLUMN telemetry.station_weighing.identified_by IS '0 not, 1 tag, 2 plate camera, 3 by hand (识别方式)';
COMMENT ON COLUMN telemetry.station_weighing.tag_tech IS 'As in telemetry.tag_read (标签类型)';
COMMENT ON COLUMN telemetry.station_weighing.time_quality IS 'As in telemetry.fix (时间质量)';
COMMENT ON COLUMN telemetry.station_weighing.ticket IS 'Number of the weighing ticket; null: none (磅单号)';
COMMENT ON COLUMN telemetry.station_weighing.plate_no IS 'Plate as told by the station; null: none (车牌号)';
COMMENT ON COLUMN telemetry.station_weighing.tag_id IS 'Bytes of the vehicle''s tag; null: none was read (标签号)';
COMMENT ON COLUMN telemetry.station_weighing.extra IS 'Bytes behind the known fields, of a later version (附加字段)';
COMMENT ON COLUMN telemetry.station_weighing.raw IS 'Whole record as received, kept when its time does not count (原始记录)';

COMMENT ON COLUMN telemetry.quarantine.reason IS
    'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; '
    'record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; '
    'rejected_row: PostgreSQL refused the row (原因)';

-- Days that have partitions get those of the new tables too: rows of a day that is open must not wait for the next midnight.
SELECT telemetry.ensure_day(day) FROM (SELECT DISTINCT day FROM telemetry.day_partition) AS existing;
