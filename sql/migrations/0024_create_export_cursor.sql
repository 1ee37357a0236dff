-- What was handed over to other systems, so that the next file goes on where the last one ended: no row twice, none left out.
--
-- Rows commit out of order and late ones belong to days long past, so neither a time nor a key says what is new. The number of the
-- transaction that stored a row does: below the oldest transaction that still runs, everything is decided. A file holds, of each
-- day that changed, the rows stored by the transactions from one such number up to another; the numbers are committed before the
-- file is written, so that a file written again is the same file. docs/decisions says why this is sound.

CREATE TABLE ops.export_cursor (
    export_set        text NOT NULL,
    day               date NOT NULL,
    stored_before     xid8 NOT NULL,
    first_seen        xid8 NOT NULL,
    counted_below     xid8 NOT NULL,
    system_identifier bigint NOT NULL,
    database_oid      oid NOT NULL,
    fingerprint       text NOT NULL,
    CONSTRAINT export_cursor_pkey PRIMARY KEY (export_set, day)
);
COMMENT ON TABLE ops.export_cursor IS 'How far each day of a set was handed over (导出游标)';
COMMENT ON COLUMN ops.export_cursor.export_set IS 'Name of the set (数据集)';
COMMENT ON COLUMN ops.export_cursor.day IS 'Local day of the rows, and so their partition (日期)';
COMMENT ON COLUMN ops.export_cursor.stored_before IS
    'Rows stored by transactions below this number are in files; the others are not (已导出事务上限)';
COMMENT ON COLUMN ops.export_cursor.first_seen IS 'Next transaction number when the day was first looked at (首次事务号)';
COMMENT ON COLUMN ops.export_cursor.counted_below IS
    'Everything that the fingerprint counts was stored by transactions below this number (计数事务上限)';
COMMENT ON COLUMN ops.export_cursor.system_identifier IS
    'Server whose transactions the numbers count, of pg_control_system(); another one: a restored copy (数据库集群标识)';
COMMENT ON COLUMN ops.export_cursor.database_oid IS
    'Database in it, of pg_database; another one: restored from a dump (数据库标识)';
COMMENT ON COLUMN ops.export_cursor.fingerprint IS
    'Partition, its count of inserted rows, and what that count began with: the same means that no row came since (分区指纹)';

CREATE TABLE ops.export_file (
    export_set text NOT NULL,
    file_no    bigint NOT NULL,
    planned_at timestamptz NOT NULL,
    written_at timestamptz,
    row_count  bigint,
    byte_count bigint,
    format     text NOT NULL,
    file_name  text NOT NULL,
    CONSTRAINT export_file_pkey PRIMARY KEY (export_set, file_no),
    CONSTRAINT export_file_file_no_check CHECK (file_no > 0),
    CONSTRAINT export_file_format_check CHECK (format IN ('csv', 'json', 'xlsx')),
    CONSTRAINT export_file_written_check CHECK (num_nulls(written_at, row_count, byte_count) IN (0, 3))
);
COMMENT ON TABLE ops.export_file IS 'A file of a set that was handed over, or is about to be (导出文件)';
COMMENT ON COLUMN ops.export_file.export_set IS 'Name of the set (数据集)';
COMMENT ON COLUMN ops.export_file.file_no IS 'Counts the files of the set from 1, without gaps (文件序号)';
COMMENT ON COLUMN ops.export_file.planned_at IS 'When it was decided which rows it has (确定时间)';
COMMENT ON COLUMN ops.export_file.written_at IS 'When it was on the disk; null: not known to be, and written again (写出时间)';
COMMENT ON COLUMN ops.export_file.row_count IS 'Its rows (行数)';
COMMENT ON COLUMN ops.export_file.byte_count IS 'Its length, bytes (字节数)';
COMMENT ON COLUMN ops.export_file.format IS 'csv, json, xlsx (格式)';
COMMENT ON COLUMN ops.export_file.file_name IS 'Its name, without the folder (文件名)';

CREATE TABLE ops.export_window (
    export_set    text NOT NULL,
    file_no       bigint NOT NULL,
    day           date NOT NULL,
    stored_from   xid8 NOT NULL,
    stored_before xid8 NOT NULL,
    CONSTRAINT export_window_pkey PRIMARY KEY (export_set, file_no, day),
    CONSTRAINT export_window_file_fkey FOREIGN KEY (export_set, file_no)
        REFERENCES ops.export_file (export_set, file_no) ON DELETE CASCADE,
    CONSTRAINT export_window_stored_check CHECK (stored_from < stored_before)
);
COMMENT ON TABLE ops.export_window IS 'Which rows a file holds: of a day, those that these transactions stored (导出范围)';
COMMENT ON COLUMN ops.export_window.export_set IS 'Name of the set (数据集)';
COMMENT ON COLUMN ops.export_window.file_no IS 'ops.export_file (文件序号)';
COMMENT ON COLUMN ops.export_window.day IS 'Local day of the rows (日期)';
COMMENT ON COLUMN ops.export_window.stored_from IS 'First transaction number, inclusive (起始事务号)';
COMMENT ON COLUMN ops.export_window.stored_before IS 'Last transaction number, exclusive (截止事务号)';

CREATE FUNCTION ops.full_xid(stored_in xid, newest xid8) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN newest::text::bigint - ((newest::text::bigint - stored_in::text::bigint) & 4294967295);
COMMENT ON FUNCTION ops.full_xid(xid, xid8) IS
    'The number of a transaction in full, of the 32 bits that a row keeps (its xmin) and of a newer number; right for less than 2^32 '
    'transactions back (完整事务号)';
