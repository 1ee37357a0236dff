import Postgres
import Testing

@Suite("PostgresConnection", .enabled(if: TestDatabase.isEnabled))
struct PostgresConnectionIntegrationTests {
    @Test("the first use connects, and a use after close connects again")
    func connects() async throws {
        try await TestDatabase.with { database in
            let connection = database.connection()
            #expect(await !connection.isOpen)
            let one = try await connection.withSession { try $0.query("SELECT 1 AS n")[0].int("n") }
            #expect(one == 1)
            #expect(await connection.isOpen)
            await connection.close()
            #expect(await !connection.isOpen)
            let name = try await connection.withSession {
                try $0.query("SELECT current_setting('application_name') AS name")[0].text("name")
            }
            #expect(name == "qingyun-test")
        }
    }

    @Test("transactions of many users do not mix")
    func isolation() async throws {
        try await TestDatabase.with { database in
            let connection = database.connection()
            try await connection.withSession { try $0.execute("CREATE TABLE t (n int); INSERT INTO t VALUES (0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await connection.withSession { session in
                            try session.transaction { session in
                                let n = try session.query("SELECT n FROM t")[0].int("n")
                                try session.query("UPDATE t SET n = $1", [.int(n + 1)])
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await connection.withSession { try $0.query("SELECT n FROM t")[0].int("n") } == 20)
        }
    }

    @Test("a transaction left open is rolled back and reported, and the next user starts clean")
    func leftOpen() async throws {
        try await TestDatabase.with { database in
            let connection = database.connection()
            await #expect(throws: PostgresError.protocolViolation(message: "a transaction was left open")) {
                try await connection.withSession { try $0.execute("BEGIN; CREATE TABLE t ()") }
            }
            let clean = try await connection.withSession {
                try !$0.isInTransaction && $0.query("SELECT to_regclass('t') AS t")[0]["t"] == nil
            }
            #expect(clean)
        }
    }

    /// Until somebody waits for a lock.
    private func waitForLock(in database: TestDatabase) async throws {
        let watcher = try database.session()
        _ = try await eventually("the wait for the lock") {
            try watcher.query(
                """
                SELECT 1 FROM pg_locks
                WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """
            ).isEmpty ? nil : true
        }
    }

    @Test("cancelling the task frees a statement that waits for a lock; the next user connects again")
    func cancelled() async throws {
        try await TestDatabase.with { database in
            let holder = try database.session()
            try holder.execute("CREATE TABLE t ()")
            try holder.execute("BEGIN; LOCK TABLE t")
            defer { holder.close() }
            let connection = database.connection()
            let waiting = Task { try await connection.withSession { try $0.execute("SELECT 1 FROM t") } }
            try await waitForLock(in: database)
            waiting.cancel()
            await #expect(throws: PostgresError.self) { try await waiting.value }
            #expect(try await connection.withSession { try $0.query("SELECT 1 AS n")[0].int("n") } == 1)
        }
    }

    @Test("a task that is cancelled before its turn does not touch the statement of another")
    func cancelledInTheQueue() async throws {
        try await TestDatabase.with { database in
            let holder = try database.session()
            try holder.execute("CREATE TABLE t ()")
            try holder.execute("BEGIN; LOCK TABLE t")
            let connection = database.connection()
            let first = Task {
                try await connection.withSession { try $0.query("SELECT count(*) AS n FROM t")[0].int("n") }
            }
            try await waitForLock(in: database)
            let second = Task { try await connection.withSession { try $0.execute("SELECT 1") } }
            second.cancel()
            holder.close()
            #expect(try await first.value == 0)
            await #expect(throws: CancellationError.self) { try await second.value }
        }
    }
}
