-- Scales of stations and tag readers behind a DTU: what the gateway must know to recognise one, to read its stream and to make
-- weighings of its readings. Each is a row of registry.terminal too, so that facts have one key. Where a scale stands is not
-- said here.
--
-- The limits repeat those of the gateway, so that a wrong figure is refused where it is entered.

CREATE TABLE registry.scale (
    terminal_id         bigint NOT NULL,
    code                text NOT NULL,
    name                text NOT NULL,
    status              text NOT NULL DEFAULT 'active',
    kind                text NOT NULL DEFAULT 'platform',
    dialect             text NOT NULL,
    checksum            text NOT NULL DEFAULT 'automatic',
    clears_parity_bit   boolean NOT NULL DEFAULT false,
    unit                text NOT NULL DEFAULT 'kg',
    tells_zeroing       boolean NOT NULL DEFAULT true,
    equals_length       smallint,
    link                text NOT NULL DEFAULT 'plain',
    registration        text,
    heartbeat           text,
    source_network      cidr,
    poll_address        smallint NOT NULL DEFAULT 1,
    poll_interval_ms    integer,
    interval_g          integer,
    capacity_g          integer,
    empty_band_g        integer,
    minimum_g           integer,
    tolerance_g         integer,
    least_addition_g    integer,
    zero_limit_g        integer,
    stable_ms           integer,
    plateau_ms          integer,
    plateau_readings    integer,
    clear_ms            integer,
    settling_timeout_ms integer,
    longest_gap_ms      integer,
    direction           smallint NOT NULL DEFAULT 0,
    keeps_samples       boolean NOT NULL DEFAULT false,
    tag_repeat_ms       integer NOT NULL DEFAULT 10000,
    verified_until      date,
    note                text,
    created_at          timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT scale_pkey PRIMARY KEY (terminal_id),
    CONSTRAINT scale_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal (terminal_id),
    CONSTRAINT scale_code_key UNIQUE (code),
    CONSTRAINT scale_registration_key UNIQUE (registration),
    CONSTRAINT scale_code_check CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$'),
    CONSTRAINT scale_name_check CHECK (name = btrim(name) AND name <> ''),
    CONSTRAINT scale_status_check CHECK (status IN ('active', 'suspended', 'retired')),
    CONSTRAINT scale_kind_check CHECK (kind IN ('platform', 'weighbridge', 'reader')),
    CONSTRAINT scale_dialect_check CHECK (
        dialect IN (
            'toledo', 'toledo-short', 'toledo-extended', 'yaohua', 'yaohua-poll', 'equals-old', 'equals-reversed',
            'equals-forward', 'text', 'tag-reader'
        )
    ),
    CONSTRAINT scale_reader_check CHECK ((kind = 'reader') = (dialect = 'tag-reader')),
    CONSTRAINT scale_checksum_check CHECK (checksum IN ('absent', 'required', 'automatic')),
    CONSTRAINT scale_unit_check CHECK (unit IN ('g', 'kg', 't', 'lb', 'oz', 'ozt', 'dwt', 'ton')),
    CONSTRAINT scale_equals_length_check CHECK (equals_length BETWEEN 1 AND 16),
    CONSTRAINT scale_link_check CHECK (link IN ('plain', 'four-faith')),
    CONSTRAINT scale_registration_check CHECK (registration <> ''),
    CONSTRAINT scale_heartbeat_check CHECK (heartbeat <> ''),
    CONSTRAINT scale_identity_check CHECK (registration IS NOT NULL OR source_network IS NOT NULL),
    CONSTRAINT scale_four_faith_check CHECK (link <> 'four-faith' OR registration IS NOT NULL),
    CONSTRAINT scale_source_network_excl EXCLUDE USING gist (dialect WITH =, source_network inet_ops WITH &&)
        WHERE (registration IS NULL AND status <> 'retired'),
    CONSTRAINT scale_poll_address_check CHECK (poll_address BETWEEN 1 AND 26),
    CONSTRAINT scale_poll_interval_ms_check CHECK (poll_interval_ms BETWEEN 100 AND 60000),
    CONSTRAINT scale_interval_g_check CHECK (interval_g > 0),
    CONSTRAINT scale_capacity_g_check CHECK (capacity_g > 0),
    CONSTRAINT scale_minimum_g_check CHECK (minimum_g BETWEEN 1 AND 1000000000),
    CONSTRAINT scale_empty_band_g_check CHECK (empty_band_g >= 0 AND empty_band_g < minimum_g),
    CONSTRAINT scale_tolerance_g_check CHECK (tolerance_g >= 0 AND tolerance_g < minimum_g),
    CONSTRAINT scale_least_addition_g_check CHECK (least_addition_g > tolerance_g AND least_addition_g <= 1000000000),
    CONSTRAINT scale_zero_limit_g_check CHECK (zero_limit_g >= 0 AND zero_limit_g < minimum_g),
    CONSTRAINT scale_stable_ms_check CHECK (stable_ms BETWEEN 0 AND 60000),
    CONSTRAINT scale_plateau_ms_check CHECK (plateau_ms BETWEEN 0 AND 60000),
    CONSTRAINT scale_plateau_readings_check CHECK (plateau_readings BETWEEN 1 AND 1000),
    CONSTRAINT scale_clear_ms_check CHECK (clear_ms BETWEEN 0 AND 60000),
    CONSTRAINT scale_settling_timeout_ms_check CHECK (settling_timeout_ms BETWEEN 1000 AND 3600000),
    CONSTRAINT scale_longest_gap_ms_check CHECK (longest_gap_ms BETWEEN 1000 AND 3600000),
    CONSTRAINT scale_direction_check CHECK (direction BETWEEN 0 AND 2),
    CONSTRAINT scale_tag_repeat_ms_check CHECK (tag_repeat_ms BETWEEN 0 AND 3600000)
);
COMMENT ON TABLE registry.scale IS
    'A weighing indicator or a tag reader behind a DTU; each is a registry.terminal too (地磅, 称重仪表, 读写器)';
COMMENT ON COLUMN registry.scale.terminal_id IS 'registry.terminal; its status counts too';
COMMENT ON COLUMN registry.scale.code IS 'Stable name for logs and exchange (设备编号)';
COMMENT ON COLUMN registry.scale.name IS 'For people (名称)';
COMMENT ON COLUMN registry.scale.status IS 'active: in use; suspended, retired: refused (状态)';
COMMENT ON COLUMN registry.scale.kind IS
    'platform: bins and carts; weighbridge: vehicles; reader: reads tags and weighs nothing. Gives the settings of the weighing '
    'cycle that are null here (类型)';
COMMENT ON COLUMN registry.scale.dialect IS
    'Form of the frames, docs/protocol/scales.md; tag-reader: R200, M100 and modules built on them (仪表协议)';
COMMENT ON COLUMN registry.scale.checksum IS 'Whether Toledo frames carry one: absent, required, automatic (校验)';
COMMENT ON COLUMN registry.scale.clears_parity_bit IS 'Bit 7 of every byte is parity and is cleared (校验位)';
COMMENT ON COLUMN registry.scale.unit IS 'Unit where frames name none (单位)';
COMMENT ON COLUMN registry.scale.tells_zeroing IS 'false: the bit "not zeroed" is always set and says nothing (零点标志)';
COMMENT ON COLUMN registry.scale.equals_length IS 'Characters between two =; null: 7 or 8 by the dialect (字符数)';
COMMENT ON COLUMN registry.scale.link IS
    'plain: bytes as they are; four-faith: PROT mode with its registration of 21 bytes, escapes and heartbeat FE (DTU协议)';
COMMENT ON COLUMN registry.scale.registration IS
    'Packet that names it on connecting or before every chunk: text with \r \n \t \0 \\, or hex: and hex digits; 1 to 40 bytes. '
    'Four-Faith: the first 16 bytes, id[4] phone[11] 00. Null: told by its network (注册包)';
COMMENT ON COLUMN registry.scale.heartbeat IS 'Packet that is taken out wherever it stands, written the same way; null: none (心跳包)';
COMMENT ON COLUMN registry.scale.source_network IS
    'Network that it must come from; without a registration also what names it; null: any (来源网段)';
COMMENT ON COLUMN registry.scale.poll_address IS 'Address to ask, yaohua-poll only; 1 is A (通讯地址)';
COMMENT ON COLUMN registry.scale.poll_interval_ms IS
    'How often it is asked, ms; null: yaohua-poll every 500 ms, tag-reader never (查询间隔)';
COMMENT ON COLUMN registry.scale.interval_g IS 'Verified interval d, grams; null: not known (分度值)';
COMMENT ON COLUMN registry.scale.capacity_g IS 'Capacity, grams; null: not known (最大秤量)';
COMMENT ON COLUMN registry.scale.empty_band_g IS 'Within so much of its last rest it is empty, grams; null: of the kind (空秤范围)';
COMMENT ON COLUMN registry.scale.minimum_g IS 'Least load that is weighed, grams; null: of the kind (最小称量)';
COMMENT ON COLUMN registry.scale.tolerance_g IS 'Readings within so much are one level, grams; null: of the kind (稳定容差)';
COMMENT ON COLUMN registry.scale.least_addition_g IS
    'So much more is something put on top, grams; null: the minimum (最小增量)';
COMMENT ON COLUMN registry.scale.zero_limit_g IS 'How far drift of the zero is followed, grams; null: of the kind (零点跟踪范围)';
COMMENT ON COLUMN registry.scale.stable_ms IS 'How long stable readings must be level, ms; null: 500 (稳定时间)';
COMMENT ON COLUMN registry.scale.plateau_ms IS
    'The same where the indicator does not say whether it is stable, ms; null: 1500 (平稳时间)';
COMMENT ON COLUMN registry.scale.plateau_readings IS 'Least readings in a level; null: 3 (平稳读数)';
COMMENT ON COLUMN registry.scale.clear_ms IS 'How long it must be empty before the load is gone, ms; null: 500 (清空时间)';
COMMENT ON COLUMN registry.scale.settling_timeout_ms IS
    'A load that is not level for so long never settles, ms; null: 60000, weighbridge 180000 (不稳定超时)';
COMMENT ON COLUMN registry.scale.longest_gap_ms IS 'Readings further apart do not belong together, ms; null: 5000 (最大间隔)';
COMMENT ON COLUMN registry.scale.direction IS 'What its weighings are: 0 not said, 1 in, 2 out (进出方向)';
COMMENT ON COLUMN registry.scale.keeps_samples IS
    'Every reading is kept in telemetry.load_sample, ten rows a second: to look for a fault (保留原始读数)';
COMMENT ON COLUMN registry.scale.tag_repeat_ms IS
    'A tag seen again within so much of the last time is the same read, ms; 0: every sighting is kept (重复读取间隔)';
COMMENT ON COLUMN registry.scale.verified_until IS 'End of its verification, local date; null: not known (检定有效期)';
COMMENT ON COLUMN registry.scale.note IS 'For people (备注)';
COMMENT ON COLUMN registry.scale.created_at IS 'When it was entered (录入时间)';

-- An indicator may show a net weight and keep its tare to itself, or show no figure at all.
ALTER TABLE telemetry.load_sample ALTER COLUMN weight_g DROP NOT NULL;
ALTER TABLE telemetry.station_weighing ALTER COLUMN gross_g DROP NOT NULL;
ALTER TABLE telemetry.station_weighing ALTER COLUMN tare_g DROP NOT NULL;
ALTER TABLE telemetry.station_weighing ALTER COLUMN net_g DROP NOT NULL;

COMMENT ON TABLE telemetry.load_sample IS
    'A reading of a vehicle''s load cells, record kind 2, or of a scale that keeps samples (载重采样)';
COMMENT ON COLUMN telemetry.load_sample.weight_g IS 'Weight as shown, grams; null: the scale shows none (重量)';
COMMENT ON COLUMN telemetry.load_sample.raw IS
    'Whole record as received, kept when its time does not count; of a scale: null (原始记录)';
COMMENT ON COLUMN telemetry.tag_read.boot_no IS
    'The terminal''s count of starts; behind a DTU: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';
COMMENT ON COLUMN telemetry.tag_read.raw IS
    'Whole record as received, kept when its time does not count; behind a DTU: the frame, kept when the tag''s own check '
    'word is wrong (原始记录)';
COMMENT ON COLUMN telemetry.load_sample.boot_no IS
    'The terminal''s count of starts; of a scale: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';
COMMENT ON COLUMN telemetry.station_weighing.boot_no IS
    'The terminal''s count of starts; of a scale: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';
COMMENT ON COLUMN telemetry.station_weighing.gross_g IS
    'Gross weight, grams, as sent; null: net is shown and the tare is not known (毛重)';
COMMENT ON COLUMN telemetry.station_weighing.tare_g IS 'Tare weight, grams, as sent; null: not known (皮重)';
COMMENT ON COLUMN telemetry.station_weighing.net_g IS
    'Net weight, grams, as sent; null: nothing is tared. Not worked out here (净重)';
COMMENT ON COLUMN telemetry.station_weighing.weigh_flags IS
    'As in telemetry.load_sample. Of a scale also: 65536 its arrival was not seen, so that the same load may have been weighed '
    'before; 131072 settled late; 262144 was over range; 524288 the indicator does not say whether it is stable; 1048576 PRINT '
    'was pressed; 2097152 the empty scale rested beyond its zero limit; 4194304 readings were missing (称重标志)';
COMMENT ON COLUMN telemetry.station_weighing.direction IS '0 not said, 1 in, 2 out, as sent; of a scale: as registered (进出方向)';
COMMENT ON COLUMN telemetry.station_weighing.raw IS
    'Whole record as received, kept when its time does not count; of a scale: the frame that completed the weighing (原始记录)';
COMMENT ON COLUMN telemetry.quarantine.reason IS
    'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; '
    'record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; '
    'rejected_row: PostgreSQL refused the row; scale_unknown, scale_refused, scale_network, scale_port: first bytes of a '
    'device that is not taken as a scale; scale_truncated, scale_too_long, scale_shape, scale_checksum, scale_value: a bad '
    'frame of a scale or reader (原因)';
