import NIOCore
import Postgres
import PostgresBinary
import Testing

@Suite("COPY", .enabled(if: TestDatabase.isEnabled))
struct PostgresCopyIntegrationTests {
    struct Stop: Error {}

    static let twoTables = "COPY a FROM STDIN; COPY b FROM STDIN; NOTIFY stored"

    @Test("one query fills two tables and commits them together")
    func twoTables() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int); CREATE TABLE b (t text); LISTEN stored")
            var order: [Int] = []
            let counts = try session.copyIn(Self.twoTables) { index, stream in
                order.append(index)
                try stream.write(index == 0 ? "1\n2\n3\n" : "x\n")
            }
            #expect(order == [0, 1])
            #expect(counts == [3, 1])
            #expect(try session.waitForNotifications(timeoutMilliseconds: 5_000).map(\.channel) == ["stored"])
            // Statements around a COPY count for nothing.
            let mixed = try session.copyIn("DELETE FROM a; COPY a FROM STDIN; SELECT 1") { _, _ in }
            #expect(mixed == [0])
            #expect(try session.copyIn("SELECT 1") { _, _ in Issue.record("no COPY runs") } == [])
        }
    }

    @Test("an error in the second table rolls the first back and leaves the session idle")
    func secondFails() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int); CREATE TABLE b (n int)")
            let error = try #require(throws: PostgresError.self) {
                try session.copyIn(Self.twoTables) { index, stream in
                    try stream.write(index == 0 ? "1\n" : "not a number\n")
                }
            }
            #expect(error.sqlState == .invalidTextRepresentation && error.isDataError)
            #expect(!session.isInTransaction)
            #expect(try session.query("SELECT * FROM a").isEmpty)
            #expect(try session.copyIn(Self.twoTables) { _, stream in try stream.write("5\n") } == [1, 1])
        }
    }

    @Test("an error in the first table ends the query: the second COPY is never opened")
    func firstFails() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int); CREATE TABLE b (n int)")
            var opened = 0
            // Far more than the socket holds: the server must go on reading after its error.
            let many = String(repeating: "7\n", count: 2_000_000)
            #expect(throws: PostgresError.self) {
                try session.copyIn(Self.twoTables) { _, stream in
                    opened += 1
                    try stream.write("bad\n")
                    try stream.write(many)
                }
            }
            #expect(opened == 1)
            let missing = try #require(throws: PostgresError.self) {
                try session.copyIn("COPY missing FROM STDIN") { _, _ in Issue.record("opened") }
            }
            #expect(missing.sqlState == .undefinedTable)
            #expect(try session.query("SELECT 1").count == 1)
        }
    }

    @Test("a body that throws fails the whole query with its own error")
    func bodyThrows() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int); CREATE TABLE b (n int)")
            let error = try #require(throws: PostgresError.self) {
                try session.copyIn(Self.twoTables) { index, stream in
                    try stream.write("1\n")
                    if index == 1 { throw Stop() }
                }
            }
            #expect(error == .protocolViolation(message: "the source of COPY 1 failed: Stop()"))
            #expect(try session.query("SELECT * FROM a").isEmpty)
            // Statements inside the body would be taken for rows.
            #expect(throws: PostgresError.protocolViolation(message: "another statement is running")) {
                try session.copyIn("COPY a FROM STDIN") { _, _ in try session.execute("SELECT 1") }
            }
            #expect(try session.query("SELECT 1").count == 1)
        }
    }

    @Test("COPY where it cannot be fed is refused and leaves the session usable")
    func misuse() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int); INSERT INTO a VALUES (1)")
            for sql in ["COPY a FROM STDIN", "COPY a TO STDOUT"] {
                let executed = try #require(throws: PostgresError.self) { try session.execute(sql) }
                let queried = try #require(throws: PostgresError.self) { try session.query(sql) }
                for error in [executed, queried] {
                    guard case .protocolViolation = error else {
                        Issue.record("\(sql): \(error)")
                        continue
                    }
                }
                #expect(try session.query("SELECT * FROM a").count == 1)
            }
        }
    }

    @Test("inside a transaction a failed COPY behind a savepoint can be tried again")
    func insideTransaction() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int PRIMARY KEY)")
            try session.transaction { session in
                try session.copyIn("COPY a FROM STDIN") { _, stream in try stream.write("1\n") }
                let error = try #require(throws: PostgresError.self) {
                    try session.savepoint { session in
                        try session.copyIn("COPY a FROM STDIN") { _, stream in try stream.write("1\n") }
                    }
                }
                #expect(error.isUniqueViolation)
            }
            #expect(try session.query("SELECT * FROM a").count == 1)
        }
    }

    @Test("a backend killed during COPY is a lost connection")
    func killed() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            let killer = try database.session()
            try session.execute("CREATE TABLE a (n int)")
            let pid = try #require(session.backendProcessID)
            let error = try #require(throws: PostgresError.self) {
                try session.copyIn("COPY a FROM STDIN") { _, stream in
                    try stream.write("1\n")
                    try killer.query("SELECT pg_terminate_backend($1, 5000)", [.int(pid)])
                    for _ in 0..<1_000 { try stream.write(String(repeating: "2\n", count: 10_000)) }
                }
            }
            guard case .connectionLost = error else {
                Issue.record("\(error)")
                return
            }
            #expect(!session.isOpen)
            try session.connect()
            #expect(try session.query("SELECT * FROM a").isEmpty)
        }
    }

    @Test("every binary type comes back as it was written")
    func binaryRoundTrip() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute(
                """
                SET timezone = 'UTC';
                CREATE TABLE b (id int, i2 int2, i8 int8, b bool, f4 float4, f8 float8, at timestamptz, t text, x bytea)
                """)
            var writer = CopyRowWriter()
            writer.beginRow(fields: 9, reserving: 200)
            writer.int32(1)
            writer.int16(.min)
            writer.int64(.max)
            writer.bool(true)
            writer.float4(0.25)
            writer.float8(-1e300)
            writer.timestamptz(PostgresEpoch.microseconds(fromUnix: 1_700_000_000_123_456))
            writer.text("重车\t\\N\n")
            writer.bytes([0, 0x7E, 0xFF])
            writer.beginRow(fields: 9)
            writer.int32(2)
            for _ in 0..<8 { writer.null() }
            writer.beginRow(fields: 9)
            writer.int32(3)
            writer.int16(0)
            writer.int64(0)
            writer.bool(false)
            writer.float4(.infinity)
            writer.float8(.nan)
            writer.timestamptz(.min)
            writer.text("")
            writer.bytes(ByteBuffer())
            let rows = writer.rows
            let counts = try session.copyIn("COPY b FROM STDIN (FORMAT binary)") { _, stream in
                try stream.write(CopyBinaryFormat.header)
                try stream.write(rows.readableBytesSpan)
                try stream.write(CopyBinaryFormat.trailer)
            }
            #expect(counts == [3])
            let read = try session.query("SELECT * FROM b ORDER BY id")
            #expect(try read[0].int("i2") == Int(Int16.min))
            #expect(try read[0].int("i8") == .max)
            #expect(try read[0].bool("b"))
            #expect(try read[0].double("f4") == 0.25)
            #expect(try read[0].double("f8") == -1e300)
            #expect(read[0]["at"] == "2023-11-14 22:13:20.123456+00")
            #expect(try read[0].text("t") == "重车\t\\N\n")
            #expect(try read[0].bytes("x") == [0, 0x7E, 0xFF])
            #expect((1..<9).allSatisfy { read[1][$0] == nil })
            #expect(read[2]["f4"] == "Infinity" && read[2]["f8"] == "NaN" && read[2]["at"] == "-infinity")
            #expect(read[2]["t"] == "" && read[2]["x"] == "\\x")
        }
    }

    @Test("one bad binary row is found by cutting the batch at row ranges")
    func bisect() async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int CHECK (n <> 5))")
            var writer = CopyRowWriter()
            for n in 0..<10 {
                writer.beginRow(fields: 1)
                writer.int32(Int32(n))
            }
            let rows = writer.rows
            var refused: [Int] = []
            for (index, range) in try CopyBinaryRows.ranges(in: rows).enumerated() {
                do {
                    try session.copyIn("COPY a FROM STDIN (FORMAT binary)") { _, stream in
                        try stream.write(CopyBinaryFormat.header)
                        let row = rows.getSlice(at: range.lowerBound, length: range.count)!
                        try stream.write(row.readableBytesSpan)
                        try stream.write(CopyBinaryFormat.trailer)
                    }
                } catch let error as PostgresError where error.isDataError {
                    refused.append(index)
                }
            }
            #expect(refused == [5])
            #expect(try session.query("SELECT * FROM a").count == 9)
        }
    }

    @Test("binary rows that do not fit the column are data errors", arguments: [Int16(1), nil])
    func malformedBinary(value: Int16?) async throws {
        try await TestDatabase.with { database in
            let session = try database.session()
            try session.execute("CREATE TABLE a (n int NOT NULL)")
            var writer = CopyRowWriter()
            writer.beginRow(fields: 1)
            writer.int16(value)
            let rows = writer.rows
            let error = try #require(throws: PostgresError.self) {
                try session.copyIn("COPY a FROM STDIN (FORMAT binary)") { _, stream in
                    try stream.write(CopyBinaryFormat.header)
                    try stream.write(rows.readableBytesSpan)
                    try stream.write(CopyBinaryFormat.trailer)
                }
            }
            #expect(error.isDataError && !error.isTransient, "\(error)")
        }
    }
}
