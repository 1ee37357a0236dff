-- Pictures, sounds and videos that terminals took: a row each, the bytes in a file of the gateway's media folder.
--
-- Like the other facts: partitions by local day, `terminal_id` first in the key, no serial columns, no foreign keys, no triggers.

CREATE TABLE telemetry.media (
    terminal_id  bigint NOT NULL,
    recorded_at  timestamptz NOT NULL,
    received_at  timestamptz NOT NULL,
    media_id     bigint NOT NULL,
    byte_count   integer NOT NULL,
    body_hash    integer NOT NULL,
    lon_e6       integer,
    lat_e6       integer,
    kind         smallint NOT NULL,
    format       smallint NOT NULL,
    event        smallint NOT NULL,
    channel      smallint NOT NULL,
    time_quality smallint NOT NULL,
    path         text,
    CONSTRAINT media_pkey PRIMARY KEY (terminal_id, recorded_at, media_id, body_hash),
    CONSTRAINT media_time_quality_check CHECK (time_quality BETWEEN 0 AND 3)
) PARTITION BY RANGE (recorded_at);
COMMENT ON TABLE telemetry.media IS
    'A picture, sound or video that a terminal sent: 0x0801 (多媒体数据). Its slices as they came are in telemetry.message too';
COMMENT ON COLUMN telemetry.media.terminal_id IS 'registry.terminal';
COMMENT ON COLUMN telemetry.media.recorded_at IS
    'Time of the position that came with it; the receive time when there is none or it cannot be true, see time_quality (拍摄时间)';
COMMENT ON COLUMN telemetry.media.received_at IS 'When the gateway read its last part from the socket (接收时间)';
COMMENT ON COLUMN telemetry.media.media_id IS 'The terminal''s number of it, unsigned 32 bits (多媒体ID)';
COMMENT ON COLUMN telemetry.media.byte_count IS 'Length of the picture or sound, bytes (数据长度)';
COMMENT ON COLUMN telemetry.media.body_hash IS
    'CRC-32 (ISO-HDLC) of the body of the 0x0801, read as a signed integer: a retransmission has the same';
COMMENT ON COLUMN telemetry.media.lon_e6 IS 'Longitude, 1e-6 degree WGS-84, west negative; null: none came (经度)';
COMMENT ON COLUMN telemetry.media.lat_e6 IS 'Latitude, 1e-6 degree WGS-84, south negative; null: none came (纬度)';
COMMENT ON COLUMN telemetry.media.kind IS '0 picture, 1 sound, 2 video, as sent (多媒体类型)';
COMMENT ON COLUMN telemetry.media.format IS '0 JPEG, 1 TIF, 2 MP3, 3 WAV, 4 WMV, as sent (多媒体格式编码)';
COMMENT ON COLUMN telemetry.media.event IS
    '0 ordered, 1 timed, 2 robbery, 3 collision or rollover, 4 door open, 5 door closed, 6 door closed and speed over 20 km/h, '
    '7 distance, as sent (事件项编码)';
COMMENT ON COLUMN telemetry.media.channel IS 'Number of the camera or microphone (通道ID)';
COMMENT ON COLUMN telemetry.media.time_quality IS 'As in telemetry.fix (时间质量)';
COMMENT ON COLUMN telemetry.media.path IS
    'File below the media folder of the gateway that took it; null: it keeps no files, or could not write this one, and the bytes are '
    'in telemetry.message alone (文件路径)';

COMMENT ON COLUMN telemetry.quarantine.reason IS
    'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; '
    'record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; '
    'compressed: a message inside a 0x0901 that cannot be, or of another terminal; rejected_row: PostgreSQL refused the row (原因)';

-- Days that have partitions get those of the new table too.
SELECT telemetry.ensure_day(day) FROM (SELECT DISTINCT day FROM telemetry.day_partition) AS existing;
