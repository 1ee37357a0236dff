import Logging
import Postgres
import Testing

@Suite("PostgresSession", .enabled(if: TestDatabase.isEnabled))
struct PostgresSessionIntegrationTests {
    struct Stop: Error {}

    @Test("a closed port gives one clear line without the password")
    func connectRefused() throws {
        let session = PostgresSession(
            configuration: PostgresConfiguration(
                conninfo: "postgresql://u:s3cret@127.0.0.1:1/d", applicationName: "test"),
            logger: TestDatabase.logger)
        let error = try #require(throws: PostgresError.self) { try session.connect() }
        #expect(error.isTransient)
        #expect(error.description.contains("127.0.0.1"))
        #expect(error.description.contains("Connection refused"))
        #expect(!error.description.contains("\n"))
        #expect(!error.description.contains("s3cret"))
        #expect(!session.isOpen)
    }

    @Test("a session that is not connected says so, and that is transient")
    func notConnected() throws {
        let session = PostgresSession(
            configuration: PostgresConfiguration(conninfo: "", applicationName: "test"), logger: TestDatabase.logger)
        #expect(throws: PostgresError.connectionLost(message: "not connected")) { try session.execute("SELECT 1") }
    }

    @Test("server errors keep SQLSTATE, constraint and table, and leave the session usable")
    func errors() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE t (a int CONSTRAINT a_key UNIQUE CONSTRAINT a_small CHECK (a < 10))")
            let missing = try #require(throws: PostgresError.self) { try session.execute("SELECT * FROM nothing") }
            #expect(missing == .server(.undefinedTable, message: "relation \"nothing\" does not exist"))
            #expect(session.lastErrorPlace == .init(statement: 1, position: 15))
            try session.query("INSERT INTO t VALUES ($1)", [1])
            let double = try #require(throws: PostgresError.self) {
                try session.query("INSERT INTO t VALUES ($1)", [1])
            }
            #expect(double.isUniqueViolation)
            guard case .server(_, let message, "a_key", "t") = double else {
                Issue.record("\(double)")
                return
            }
            #expect(!message.contains("(a)=(1)"), "DETAIL quotes the row")
            let check = try #require(throws: PostgresError.self) { try session.execute("INSERT INTO t VALUES (11)") }
            #expect(check.sqlState == .checkViolation && check.isDataError && !check.isMissingPartition)
            #expect(try session.query("SELECT a FROM t").count == 1)
        }
    }

    @Test("a row without a partition is told from a failed check")
    func partition() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute(
                """
                CREATE TABLE p (a int) PARTITION BY RANGE (a);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9)
                """
            )
            let error = try #require(throws: PostgresError.self) { try session.execute("INSERT INTO p VALUES (10)") }
            #expect(error.isMissingPartition)
            let direct = try #require(throws: PostgresError.self) { try session.execute("INSERT INTO p1 VALUES (10)") }
            #expect(direct.sqlState == .checkViolation && !direct.isMissingPartition)
        }
    }

    @Test("several statements in one string form one transaction and stop at the first error")
    func severalStatements() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE t (a int)")
            #expect(throws: PostgresError.self) {
                try session.execute("INSERT INTO t VALUES (1); SELECT 1/0; INSERT INTO t VALUES (2)")
            }
            #expect(session.lastErrorPlace?.statement == 2)
            #expect(try session.query("SELECT count(*) AS n FROM t")[0].int("n") == 0)
        }
    }

    @Test("parameters are values, whatever they look like")
    func parameters() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            let text = #"'); DROP TABLE t; -- " \ $1 重车"#
            try session.execute("CREATE TABLE t (a text, b bytea, c bigint, d boolean, e float8, f text)")
            let inserted = try session.query(
                "INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6)",
                [.text(text), .bytes([0, 0x27, 0xFF]), .int(.min), true, .double(0.1), nil])
            #expect(inserted.affectedRows == 1)
            let row = try session.query("SELECT * FROM t WHERE a = $1", [.text(text)])[0]
            #expect(try row.text("a") == text)
            #expect(try row.bytes("b") == [0, 0x27, 0xFF])
            #expect(try row.int("c") == .min)
            #expect(try row.bool("d"))
            #expect(try row.double("e") == 0.1)
            #expect(row["f"] == nil)
            #expect(throws: PostgresError.protocolViolation(message: "parameter $1 contains a NUL character")) {
                try session.query("SELECT $1", ["a\0b"])
            }
            #expect(throws: PostgresError.self) { try session.execute("SELECT 1\0; SELECT 2") }
            let quoted = try session.quotedIdentifier("a\"; DROP TABLE t")
            try session.execute("CREATE TABLE \(quoted) ()")
            #expect(try session.query("SELECT 1 FROM pg_class WHERE relname = $1", ["a\"; DROP TABLE t"]).count == 1)
        }
    }

    @Test("a transaction commits what returned and undoes what threw")
    func transaction() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE t (a int)")
            func count() throws -> Int { try session.query("SELECT count(*) AS n FROM t")[0].int("n") }

            try session.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
            #expect(try count() == 1)
            #expect(throws: Stop.self) {
                try session.transaction { session in
                    try session.execute("INSERT INTO t VALUES (2)")
                    throw Stop()
                }
            }
            #expect(try count() == 1)
            // An error that the body swallowed must not look like a commit.
            #expect(throws: PostgresError.self) {
                try session.transaction { session in
                    try session.execute("INSERT INTO t VALUES (3)")
                    try? session.execute("SELECT 1/0")
                }
            }
            #expect(throws: PostgresError.self) { try session.transaction { try $0.execute("COMMIT") } }
            #expect(throws: PostgresError.self) {
                try session.transaction { try $0.transaction { _ in } }
            }
            #expect(try count() == 1)
            #expect(!session.isInTransaction)
        }
    }

    @Test("a savepoint undoes its own part only, also nested")
    func savepoint() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE t (a int)")
            try session.transaction { session in
                try session.execute("INSERT INTO t VALUES (1)")
                #expect(throws: PostgresError.self) {
                    try session.savepoint { session in
                        try session.savepoint { try $0.execute("INSERT INTO t VALUES (2)") }
                        try session.execute("SELECT 1/0")
                    }
                }
                try session.savepoint { try $0.execute("INSERT INTO t VALUES (3)") }
            }
            #expect(try session.query("SELECT a FROM t ORDER BY a").map { try $0.int("a") } == [1, 3])
            #expect(throws: PostgresError.self) { try session.savepoint { _ in } }
        }
    }

    @Test("a killed backend is a lost connection, and connecting again works")
    func killed() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            let killer = try database.session()
            let pid = try #require(session.backendProcessID)
            try killer.query("SELECT pg_terminate_backend($1, 5000)", [.int(pid)])
            let error = try #require(throws: PostgresError.self) { try session.execute("SELECT 1") }
            guard case .connectionLost(let message) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!message.contains("\n") && !message.isEmpty)
            #expect(!session.isOpen)
            try session.connect()
            #expect(try session.query("SELECT 1 AS one")[0].int("one") == 1)

            let second = try #require(session.backendProcessID)
            #expect(throws: PostgresError.self) {
                try session.transaction { session in
                    try killer.query("SELECT pg_terminate_backend($1, 5000)", [.int(second)])
                    try session.query("SELECT 1")
                }
            }
            #expect(!session.isOpen)
        }
    }

    @Test("notifications cross from one connection to another, and waiting ends early or in time")
    func notifications() async throws {
        try await TestDatabase.with { database in
            let listener = try database.session()
            let sender = try database.session()
            try listener.listen("Registry changed")
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 0) == [])
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 20) == [])
            try sender.query("SELECT pg_notify('Registry changed', $1)", ["重"])
            try sender.execute("NOTIFY \"Registry changed\"; NOTIFY other")
            var arrived: [PostgresNotification] = []
            while arrived.count < 2 {
                let more = try listener.waitForNotifications(timeoutMilliseconds: 10_000)
                try #require(!more.isEmpty)
                arrived += more
            }
            #expect(arrived.map(\.channel) == ["Registry changed", "Registry changed"])
            #expect(arrived.map(\.payload) == ["重", ""])
            #expect(arrived[0].processID == sender.backendProcessID)

            try sender.query("SELECT pg_terminate_backend($1, 5000)", [.int(try #require(listener.backendProcessID))])
            #expect(throws: PostgresError.self) { try listener.waitForNotifications(timeoutMilliseconds: 10_000) }
            #expect(!listener.isOpen)
        }
    }
}
