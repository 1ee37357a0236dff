-- The reasons of quarantine in full: two migrations each named their own.

COMMENT ON COLUMN telemetry.quarantine.reason IS
    'escape, truncated, checksum, length, too_long: a bad frame; body_length: a bad body, or a record too short for its kind; '
    'record_kind, record_version: a record, or a body of records, that is not known; package_number: a slice that cannot be; '
    'compressed: a message inside a 0x0901 that cannot be, or of another terminal; '
    'rejected_row: PostgreSQL refused the row; scale_unknown, scale_refused, scale_network, scale_port: first bytes of a '
    'device that is not taken as a scale; scale_truncated, scale_too_long, scale_shape, scale_checksum, scale_value: a bad '
    'frame of a scale or reader (原因)';
