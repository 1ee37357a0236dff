internal import Libpq

/// Brings a schema forward: applies migrations in order, each in a transaction of its own.
///
/// A session-level advisory lock lets one runner work at a time; a second one waits for it and then
/// finds nothing to do. There is no way back: a mistake is corrected by the next migration.
package struct Migrator {
    /// What a person at a terminal wants to see.
    package enum Event: Sendable, Equatable {
        /// Another runner holds the lock.
        case waiting
        case applying(fileName: String)
        case applied(Applied)
        /// All done, nothing pending. 0 when there are no migrations at all.
        case upToDate(version: Int)
    }

    /// A row of the migration table.
    package struct Applied: Sendable, Equatable {
        package let version: Int
        package let name: String
        package let checksum: String
        package let durationMilliseconds: Int
    }

    package let migrations: [Migration]
    /// Schema and name, separated by a dot.
    package let table: String
    private let lockKey: Int
    private let report: (Event) -> Void

    /// - Parameters:
    ///   - migrations: In any order; their versions count from 1 without gaps.
    ///   - table: `schema.name` of the table of applied migrations; the schema must exist.
    ///   - lockKey: Key of the advisory lock, the same for every runner of this schema in one database.
    /// - Throws: ``MigrationError/duplicateVersion(_:)``, ``MigrationError/missingVersion(_:)``
    package init(
        migrations: [Migration], table: String = "public.schema_migration", lockKey: Int = 0x71_69_6e_67_79_75_6e,
        report: @escaping (Event) -> Void = { _ in }
    ) throws(MigrationError) {
        self.migrations = migrations.sorted { $0.version < $1.version }
        self.table = table
        self.lockKey = lockKey
        self.report = report
        for (index, migration) in self.migrations.enumerated() where migration.version != index + 1 {
            throw migration.version <= index ? .duplicateVersion(migration.version) : .missingVersion(index + 1)
        }
    }

    /// Applies everything pending.
    /// - Returns: What this call applied, in order.
    @discardableResult
    package func migrate(_ session: PostgresSession) throws(MigrationError) -> [Applied] {
        try lock(session)
        defer { unlock(session) }
        let table = try quotedTable(session)
        try bookkeeping { () throws(PostgresError) in
            // Asked first, because a role without CREATE on the schema may still find nothing to do.
            if try !exists(session) {
                try session.execute(
                    """
                    CREATE TABLE IF NOT EXISTS \(table) (
                        version int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
                        applied_at timestamptz NOT NULL DEFAULT now(), duration_ms int NOT NULL)
                    """)
            }
        }
        var applied: [Applied] = []
        for migration in try pending(session) {
            report(.applying(fileName: migration.fileName))
            let row = try apply(migration, session, table: table)
            applied.append(row)
            report(.applied(row))
        }
        report(.upToDate(version: migrations.count))
        return applied
    }

    /// What ``migrate(_:)`` would apply; checks the applied ones and changes nothing.
    package func pending(_ session: PostgresSession) throws(MigrationError) -> [Migration] {
        let applied = try appliedMigrations(session)
        for row in applied {
            guard row.version >= 1 && row.version <= migrations.count else {
                throw .databaseNewer(version: row.version, name: row.name, newestKnown: migrations.count)
            }
            let known = migrations[row.version - 1]
            guard known.checksum == row.checksum else {
                throw .edited(fileName: known.fileName, applied: row.checksum, found: known.checksum)
            }
        }
        for (index, row) in applied.enumerated() where row.version != index + 1 {
            throw .notApplied(fileName: migrations[index].fileName, newestApplied: applied[applied.count - 1].version)
        }
        return Array(migrations.dropFirst(applied.count))
    }

    /// Version of the newest applied migration; 0 for an empty database.
    package func currentVersion(_ session: PostgresSession) throws(MigrationError) -> Int {
        try appliedMigrations(session).last?.version ?? 0
    }

    /// Rows of the migration table by version; none when the table does not exist.
    package func appliedMigrations(_ session: PostgresSession) throws(MigrationError) -> [Applied] {
        let table = try quotedTable(session)
        return try bookkeeping { () throws(PostgresError) in
            guard try exists(session) else { return [] }
            let rows = try session.query("SELECT version, name, checksum, duration_ms FROM \(table) ORDER BY version")
            var applied: [Applied] = []
            for row in rows {
                applied.append(
                    Applied(
                        version: try row.int("version"), name: try row.text("name"),
                        checksum: try row.text("checksum"), durationMilliseconds: try row.int("duration_ms")))
            }
            return applied
        }
    }

    // MARK: Steps

    private func apply(
        _ migration: Migration, _ session: PostgresSession, table: String
    ) throws(MigrationError) -> Applied {
        let start = ContinuousClock.now
        // Set while the migration's own text runs, so that its errors are told from those around it.
        var runsFile = false
        do {
            return try session.transaction { session in
                // The row first: where the lock is not shared, the primary key stops a second runner here.
                try session.query(
                    "INSERT INTO \(table) (version, name, checksum, duration_ms) VALUES ($1, $2, $3, 0)",
                    [.int(migration.version), .text(migration.name), .text(migration.checksum)])
                runsFile = true
                try session.execute(migration.sql)
                guard session.transactionStatus == .inTransaction else {
                    throw PostgresError.protocolViolation(message: "a migration must not end its transaction")
                }
                runsFile = false
                let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
                try session.query(
                    "UPDATE \(table) SET duration_ms = $1 WHERE version = $2",
                    [.int(milliseconds), .int(migration.version)])
                return Applied(
                    version: migration.version, name: migration.name, checksum: migration.checksum,
                    durationMilliseconds: milliseconds)
            }
        } catch let cause as PostgresError {
            guard runsFile || session.isOpen else { throw .database(cause) }
            let place = runsFile && cause.sqlState != nil ? session.lastErrorPlace : nil
            throw .failed(
                fileName: migration.fileName, line: place?.line(in: migration.sql),
                statement: place?.statement ?? 1, cause: cause)
        } catch {
            preconditionFailure("the body throws PostgresError only: \(error)")
        }
    }

    private func lock(_ session: PostgresSession) throws(MigrationError) {
        try bookkeeping { () throws(PostgresError) in
            if session.isInTransaction {
                throw .protocolViolation(message: "migrations need a session outside any transaction")
            }
            let free = try session.query("SELECT pg_try_advisory_lock($1)", [.int(lockKey)])
            if try free[0].bool("pg_try_advisory_lock") { return }
            report(.waiting)
            try session.query("SELECT pg_advisory_lock($1)", [.int(lockKey)])
        }
    }

    private func unlock(_ session: PostgresSession) {
        do {
            try session.query("SELECT pg_advisory_unlock($1)", [.int(lockKey)])
        } catch {
            // The lock goes with the connection at the latest.
            session.log(ignored: error, after: "pg_advisory_unlock")
        }
    }

    private func exists(_ session: PostgresSession) throws(PostgresError) -> Bool {
        let rows = try session.query(
            "SELECT to_regclass($1) IS NOT NULL AS exists", [.text(try quote(session))])
        return try rows[0].bool("exists")
    }

    private func quote(_ session: PostgresSession) throws(PostgresError) -> String {
        var parts: [String] = []
        for part in table.split(separator: ".", maxSplits: 1) {
            parts.append(try session.quotedIdentifier(String(part)))
        }
        return parts.joined(separator: ".")
    }

    private func quotedTable(_ session: PostgresSession) throws(MigrationError) -> String {
        try bookkeeping { () throws(PostgresError) in try quote(session) }
    }

    private func bookkeeping<R>(_ body: () throws(PostgresError) -> R) throws(MigrationError) -> R {
        do {
            return try body()
        } catch {
            throw .database(error)
        }
    }
}
