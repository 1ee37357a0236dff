import GRDB

/// The tables of the journal's file, and how a file of an earlier version becomes one of this.
struct JournalSchema {
    /// - Throws: what SQLite says.
    func migrate(_ database: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("a batch is a row, with columns for three tables", migrate: Self.createBatch)
        migrator.registerMigration("rows of any table", migrate: Self.createRows)
        try migrator.migrate(database)
    }

    private static func createBatch(_ db: Database) throws {
        // Files that are older than the migrations have it already.
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS batch (
                    id          INTEGER PRIMARY KEY AUTOINCREMENT,
                    layout      INTEGER NOT NULL,  -- form of the rows
                    taken_at    INTEGER NOT NULL,  -- microseconds since 1970
                    row_count   INTEGER NOT NULL,
                    byte_count  INTEGER NOT NULL,
                    days        BLOB NOT NULL,     -- local days as big-endian 32-bit numbers of days since 1970
                    fix_count   INTEGER NOT NULL,
                    fix         BLOB NOT NULL,     -- rows as COPY BINARY takes them, without header and trailer
                    message_count     INTEGER NOT NULL,
                    message           BLOB NOT NULL,
                    quarantine_count  INTEGER NOT NULL,
                    quarantine        BLOB NOT NULL
                )
                """)
    }

    private static func createRows(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE batch_rows (
                    batch_id    INTEGER NOT NULL,
                    table_name  TEXT NOT NULL,
                    row_count   INTEGER NOT NULL,
                    rows        BLOB NOT NULL,     -- as COPY BINARY takes them, without header and trailer
                    PRIMARY KEY (batch_id, table_name)
                )
                """)
        for table in ["fix", "message", "quarantine"] {
            try db.execute(
                sql: """
                    INSERT INTO batch_rows (batch_id, table_name, row_count, rows)
                    SELECT id, 'telemetry.\(table)', \(table)_count, \(table) FROM batch WHERE \(table)_count > 0;
                    ALTER TABLE batch DROP COLUMN \(table)_count;
                    ALTER TABLE batch DROP COLUMN \(table);
                    """)
        }
    }
}
