import Postgres
import Testing

@Suite("Migrator", .enabled(if: TestDatabase.isEnabled))
struct MigratorIntegrationTests {
    static let first = Migration(
        version: 1, name: "create_t", sql: "CREATE TABLE t (a int);\nINSERT INTO t VALUES (1);")
    static let second = Migration(version: 2, name: "add_b", sql: "ALTER TABLE t ADD COLUMN b text DEFAULT '重';")

    @Test("pending migrations are applied once, in order, and reported")
    func once() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            var events: [Migrator.Event] = []
            let migrator = try Migrator(migrations: [Self.second, Self.first]) { events.append($0) }
            #expect(try migrator.currentVersion(session) == 0)
            #expect(try migrator.pending(session) == [Self.first, Self.second])
            let applied = try migrator.migrate(session)
            #expect(applied.map(\.version) == [1, 2])
            #expect(applied[1].checksum == Self.second.checksum)
            #expect(
                events == [
                    .applying(fileName: "0001_create_t.sql"), .applied(applied[0]),
                    .applying(fileName: "0002_add_b.sql"), .applied(applied[1]), .upToDate(version: 2),
                ])
            #expect(try migrator.appliedMigrations(session) == applied)
            #expect(try migrator.migrate(session) == [])
            #expect(try migrator.pending(session) == [])
            #expect(try migrator.currentVersion(session) == 2)
            #expect(try session.query("SELECT a FROM t").count == 1)
            #expect(try advisoryLocks(session) == 0)
        }
    }

    @Test("two runners at once apply each migration once")
    func concurrent() async throws {
        try await TestDatabase.with { database in
            let slow = Migration(version: 3, name: "wait", sql: "SELECT pg_sleep(0.2); INSERT INTO t VALUES (2);")
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<2 {
                    let connection = database.connection()
                    group.addTask {
                        try await connection.withSession { session in
                            try Migrator(migrations: [Self.first, Self.second, slow]).migrate(session).count
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.sorted() == [0, 3])
            #expect(try database.session().query("SELECT a FROM t").count == 2)
        }
    }

    @Test("a runner that finds the lock taken says so and waits")
    func waiting() async throws {
        try await TestDatabase.with { database in
            let holder = try database.session()
            try holder.execute("SELECT pg_advisory_lock(4711)")
            let waited = database.connection()
            // Let go from inside the callback: the runner has tried and failed by then.
            try await waited.withSession { session in
                let release = try database.session()
                let pid = holder.backendProcessID ?? 0
                var sawWaiting = false
                let migrator = try Migrator(migrations: [Self.first], lockKey: 4711) { event in
                    guard event == .waiting else { return }
                    sawWaiting = true
                    _ = try? release.query("SELECT pg_terminate_backend($1, 5000)", [.int(pid)])
                }
                #expect(try migrator.migrate(session).count == 1)
                #expect(sawWaiting)
            }
        }
    }

    @Test("an edited migration, a newer database and a gap are refused")
    func refusals() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try Migrator(migrations: [Self.first, Self.second]).migrate(session)
            let edited = Migration(version: 1, name: "create_t", sql: Self.first.sql + " ")
            let error = try #require(throws: MigrationError.self) {
                try Migrator(migrations: [edited, Self.second]).migrate(session)
            }
            #expect(error.description.hasPrefix("0001_create_t.sql was edited after release"))
            #expect(throws: MigrationError.databaseNewer(version: 2, name: "add_b", newestKnown: 1)) {
                try Migrator(migrations: [Self.first]).migrate(session)
            }
            try session.execute("DELETE FROM schema_migration WHERE version = 1")
            #expect(throws: MigrationError.notApplied(fileName: "0001_create_t.sql", newestApplied: 2)) {
                try Migrator(migrations: [Self.first, Self.second]).pending(session)
            }
        }
    }

    @Test("an error names file, line and SQLSTATE; earlier migrations stay, the failed one leaves nothing")
    func failure() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            let broken = Migration(
                version: 2, name: "break", sql: "-- 注释\nCREATE TABLE u ();\n\nSELECT *\n  FROM missing;\n")
            let migrator = try Migrator(migrations: [Self.first, broken])
            let error = try #require(throws: MigrationError.self) { try migrator.migrate(session) }
            #expect(
                error.description == "0002_break.sql:5: PostgreSQL error 42P01: relation \"missing\" does not exist")
            #expect(try migrator.currentVersion(session) == 1)
            #expect(try session.query("SELECT to_regclass('u') AS u")[0]["u"] == nil)

            let runtime = Migration(
                version: 2, name: "divide", sql: "CREATE TABLE u ();\nSELECT 1/(SELECT count(*) FROM u);")
            let second = try #require(throws: MigrationError.self) {
                try Migrator(migrations: [Self.first, runtime]).migrate(session)
            }
            #expect(second.description == "0002_divide.sql (statement 2): PostgreSQL error 22012: division by zero")
            let ended = Migration(version: 2, name: "commit", sql: "COMMIT;")
            let third = try #require(throws: MigrationError.self) {
                try Migrator(migrations: [Self.first, ended]).migrate(session)
            }
            #expect(third.description.contains("must not end its transaction"))
            #expect(try advisoryLocks(session) == 0)
        }
    }

    @Test("the table may have any name in any schema")
    func tableName() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE SCHEMA \"Odd one\"")
            let migrator = try Migrator(migrations: [Self.first], table: "Odd one.qingyun_migration")
            try migrator.migrate(session)
            #expect(try session.query("SELECT * FROM \"Odd one\".qingyun_migration").count == 1)
        }
    }

    private func advisoryLocks(_ session: PostgresSession) throws -> Int {
        // pg_locks shows the whole server, so also the tests beside this one.
        try session.query(
            """
            SELECT count(*) AS n FROM pg_locks JOIN pg_database d ON d.oid = database
            WHERE locktype = 'advisory' AND datname = current_database()
            """)[0].int("n")
    }
}
