-- Who is on the wire: terminals, the vehicles that carry them, and the keys that authenticate them.
--
-- Registry tables are small and written seldom, so identity columns, foreign keys and exclusion constraints are welcome
-- here. The high-volume schema `telemetry` has none of them and refers to a terminal by its id alone.

CREATE EXTENSION IF NOT EXISTS btree_gist;

COMMENT ON TABLE public.schema_migration IS
    'Migrations that were applied to this database, by `qingyun migrate` alone (数据库版本)';
COMMENT ON COLUMN public.schema_migration.version IS 'Number at the head of the file name';
COMMENT ON COLUMN public.schema_migration.name IS 'Rest of the file name';
COMMENT ON COLUMN public.schema_migration.checksum IS 'Of the file as applied; a released file is never edited';
COMMENT ON COLUMN public.schema_migration.applied_at IS 'When it was applied';
COMMENT ON COLUMN public.schema_migration.duration_ms IS 'How long that took, milliseconds';

CREATE SCHEMA registry;
COMMENT ON SCHEMA registry IS 'Who and where: terminals, vehicles, and what they are bound to (基础数据)';

CREATE TABLE registry.vehicle (
    vehicle_id  bigint GENERATED ALWAYS AS IDENTITY,
    plate_no    text NOT NULL,
    plate_color smallint NOT NULL DEFAULT 2,
    kind        text NOT NULL DEFAULT 'collection',
    note        text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vehicle_pkey PRIMARY KEY (vehicle_id),
    CONSTRAINT vehicle_plate_no_key UNIQUE (plate_no),
    CONSTRAINT vehicle_plate_no_check CHECK (plate_no = btrim(plate_no) AND plate_no <> ''),
    CONSTRAINT vehicle_plate_color_check CHECK (plate_color IN (0, 1, 2, 3, 4, 5, 9)),
    CONSTRAINT vehicle_kind_check CHECK (kind ~ '^[a-z][a-z_]*$')
);
COMMENT ON TABLE registry.vehicle IS 'A collection or sanitation vehicle (清运车辆, 环卫作业车)';
COMMENT ON COLUMN registry.vehicle.vehicle_id IS 'Key; never reused';
COMMENT ON COLUMN registry.vehicle.plate_no IS 'Plate number with its province character (车牌号)';
COMMENT ON COLUMN registry.vehicle.plate_color IS
    'JT/T 415 code: 0 none, 1 blue, 2 yellow, 3 black, 4 white, 5 green, 9 other (车牌颜色)';
COMMENT ON COLUMN registry.vehicle.kind IS 'What it is for: collection, sweeping, hook_lift, ... (车辆类型)';
COMMENT ON COLUMN registry.vehicle.note IS 'For people (备注)';
COMMENT ON COLUMN registry.vehicle.created_at IS 'When it was entered (录入时间)';

CREATE TABLE registry.terminal (
    terminal_id          bigint GENERATED ALWAYS AS IDENTITY,
    number               text NOT NULL,
    status               text NOT NULL DEFAULT 'active',
    authentication       text NOT NULL DEFAULT 'code',
    protocol_version     text,
    profile              text NOT NULL DEFAULT 'standard',
    manufacturer_id      text,
    model                text,
    device_id            text,
    reported_plate_no    text,
    reported_plate_color smallint,
    reported_province    integer,
    reported_city        integer,
    imei                 text,
    software_version     text,
    registered_at        timestamptz,
    note                 text,
    created_at           timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT terminal_pkey PRIMARY KEY (terminal_id),
    CONSTRAINT terminal_number_key UNIQUE (number),
    CONSTRAINT terminal_number_check CHECK (number ~ '^(0|[1-9a-f][0-9a-f]{0,19})$'),
    CONSTRAINT terminal_status_check CHECK (status IN ('active', 'unclaimed', 'suspended', 'retired')),
    CONSTRAINT terminal_authentication_check CHECK (authentication IN ('code', 'number')),
    CONSTRAINT terminal_protocol_version_check CHECK (protocol_version IN ('2011', '2013', '2019')),
    CONSTRAINT terminal_profile_check CHECK (profile ~ '^[a-z0-9][a-z0-9_-]*$')
);
COMMENT ON TABLE registry.terminal IS
    'A device that sends telemetry: onboard terminal, later scale or reader, all in one number space (车载终端)';
COMMENT ON COLUMN registry.terminal.terminal_id IS 'Key of every telemetry table; never reused, never changed';
COMMENT ON COLUMN registry.terminal.number IS
    'Number in the JT/T 808 header without leading zeros, so that the 12 and the 20 digit form are one terminal; hex '
    'where the device does not send decimal digits (终端手机号)';
COMMENT ON COLUMN registry.terminal.status IS
    'active: in use; unclaimed: entered by itself under policy open; suspended, retired: refused (状态)';
COMMENT ON COLUMN registry.terminal.authentication IS
    'code: must show the code that registration gave; number: its number is enough, for devices that never authenticate '
    '(鉴权方式)';
COMMENT ON COLUMN registry.terminal.protocol_version IS
    'JT/T 808 edition as last seen: 2011, 2013 or 2019; null: never seen (协议版本)';
COMMENT ON COLUMN registry.terminal.profile IS 'Device profile: how vendor items are read (设备档案)';
COMMENT ON COLUMN registry.terminal.manufacturer_id IS 'As the terminal registered (制造商ID)';
COMMENT ON COLUMN registry.terminal.model IS 'As the terminal registered (终端型号)';
COMMENT ON COLUMN registry.terminal.device_id IS 'The maker''s own id, as the terminal registered (终端ID)';
COMMENT ON COLUMN registry.terminal.reported_plate_no IS
    'Plate set in the terminal; which vehicle carries it is said by registry.terminal_mount (上报车牌号)';
COMMENT ON COLUMN registry.terminal.reported_plate_color IS 'Plate colour set in the terminal (上报车牌颜色)';
COMMENT ON COLUMN registry.terminal.reported_province IS 'First two digits of the GB/T 2260 code; 0: not set (省域)';
COMMENT ON COLUMN registry.terminal.reported_city IS 'Last four digits of the GB/T 2260 code; 0: not set (市县域)';
COMMENT ON COLUMN registry.terminal.imei IS 'From a 2019 authentication, 15 digits';
COMMENT ON COLUMN registry.terminal.software_version IS 'From a 2019 authentication (软件版本)';
COMMENT ON COLUMN registry.terminal.registered_at IS 'When these reported values last changed (注册时间)';
COMMENT ON COLUMN registry.terminal.note IS 'For people (备注)';
COMMENT ON COLUMN registry.terminal.created_at IS 'When it was entered (录入时间)';

CREATE TABLE registry.terminal_mount (
    terminal_id bigint NOT NULL,
    vehicle_id  bigint NOT NULL,
    valid       tstzrange NOT NULL,
    CONSTRAINT terminal_mount_terminal_fkey FOREIGN KEY (terminal_id) REFERENCES registry.terminal (terminal_id),
    CONSTRAINT terminal_mount_vehicle_fkey FOREIGN KEY (vehicle_id) REFERENCES registry.vehicle (vehicle_id),
    CONSTRAINT terminal_mount_valid_check CHECK (NOT isempty(valid)),
    CONSTRAINT terminal_mount_one_place_excl EXCLUDE USING gist (terminal_id WITH =, valid WITH &&)
);
CREATE INDEX terminal_mount_vehicle_idx ON registry.terminal_mount (vehicle_id);
COMMENT ON TABLE registry.terminal_mount IS
    'Which vehicle carried a terminal, from when to when; a terminal is in one place at a time (终端安装)';
COMMENT ON COLUMN registry.terminal_mount.terminal_id IS 'The terminal';
COMMENT ON COLUMN registry.terminal_mount.vehicle_id IS 'The vehicle that carried it';
COMMENT ON COLUMN registry.terminal_mount.valid IS 'From (inclusive) to (exclusive); no upper bound: still there (有效期)';

CREATE TABLE registry.authentication_key (
    key_id     smallint NOT NULL,
    secret     bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    retired_at timestamptz,
    CONSTRAINT authentication_key_pkey PRIMARY KEY (key_id),
    CONSTRAINT authentication_key_key_id_check CHECK (key_id BETWEEN 1 AND 999),
    CONSTRAINT authentication_key_secret_check CHECK (octet_length(secret) = 32)
);
COMMENT ON TABLE registry.authentication_key IS
    'Keys of the terminals'' authentication codes, the same for every gateway; a credential (鉴权密钥)';
COMMENT ON COLUMN registry.authentication_key.key_id IS 'Stands at the head of every code made with the key';
COMMENT ON COLUMN registry.authentication_key.secret IS '32 random bytes';
COMMENT ON COLUMN registry.authentication_key.created_at IS 'Codes are made with the newest key that is not retired';
COMMENT ON COLUMN registry.authentication_key.retired_at IS 'Codes made with the key are refused from then on';
