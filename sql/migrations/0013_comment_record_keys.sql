-- What a device profile reads from a maker's item has no count of starts and no sequence of its own (docs/profiles.md).

COMMENT ON COLUMN telemetry.tag_read.boot_no IS
    'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md; behind a '
    'DTU: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';
COMMENT ON COLUMN telemetry.tag_read.seq IS
    'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';
COMMENT ON COLUMN telemetry.load_sample.boot_no IS
    'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md; of a '
    'scale: the gateway''s start, seconds since 2000-01-01 UTC (启动次数)';
COMMENT ON COLUMN telemetry.load_sample.seq IS
    'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';
COMMENT ON COLUMN telemetry.lift.boot_no IS
    'The terminal''s count of starts, 0 and above; below 0: made of a vendor item by a device profile, see docs/profiles.md '
    '(启动次数)';
COMMENT ON COLUMN telemetry.lift.seq IS
    'Counts the records since the terminal''s start; where boot_no is below 0: CRC-32 of the bytes that it was made of (记录序号)';
