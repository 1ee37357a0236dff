import Foundation
import JTT808
import NIOCore
import Postgres
import Synchronization
import Testing

@Suite("Gateway: acknowledged means kept", .enabled(if: TestDatabase.isEnabled))
struct GatewayDurabilityTests {
    @Test("a retransmission is stored once and acknowledged again")
    func retransmission() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            for _ in 0..<3 {
                try client.send(.locationReport, from: address, serial: 7, body: try locationBody(second: 0))
                #expect(try client.nextAnswer() == GeneralAnswer(serial: 7, messageID: .locationReport, result: .done))
            }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 1)
            let duplicates = try await gateway.metric(
                "qingyun_rows_duplicate_total{table=\"telemetry.fix\"}", atLeast: 2)
            #expect(duplicates == 2)
            let books = try await gateway.settledBooks(messages: 3)
            #expect(books.rows("stored_total") == 1)
            #expect(books["qingyun_messages_kept_total"] == 3)
        }
    }

    @Test("two different reports in one second are both kept, and so are their neighbours in a batch with a duplicate")
    func sameSecond() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            var batch = ByteBuffer()
            let reports = [(0, 50), (0, 51), (0, 50), (1, 50)].map { second, altitude in
                LocationReport(
                    position: Position(
                        statusBits: 3, latitudeE6: 40_000_000, longitudeE6: 116_000_000, altitudeM: UInt16(altitude),
                        speedDkmh: 0, courseDeg: 0, time: TerminalTime(wallClockSeconds: 1_786_953_600 + Int64(second))!
                    ))
            }
            LocationBatch(kind: 1, reports: reports).encode(into: &batch)
            try client.send(.locationBatch, from: address, body: batch)
            #expect(try client.nextAnswer().result == .done)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix WHERE is_backfill") == 3)
        }
    }

    @Test("a position of long ago lands in its own day, whose partition is made on demand")
    func late() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            // 30 days before 2026-08-17, at two sides of the local midnight.
            let midnight = -30 * 86_400 - 8 * 3600
            for second in [midnight - 1, midnight] {
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
                #expect(try client.nextAnswer().result == .done)
            }
            let rows = try database.query(
                "SELECT tableoid::regclass::text AS day FROM telemetry.fix ORDER BY recorded_at")
            #expect(rows.map { $0["day"] } == ["telemetry.fix_20260717", "telemetry.fix_20260718"])
        }
    }

    @Test("a row that PostgreSQL refuses goes to quarantine and costs its neighbours nothing")
    func poisonRow() async throws {
        try await TestDatabase.withSchema { database in
            try database.execute("ALTER TABLE telemetry.fix ADD CONSTRAINT no_such_altitude CHECK (altitude_m <> 4711)")
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let reports = 40
            for second in 0..<reports {
                let altitude: UInt16 = second == 3 || second == 17 ? 4711 : 50
                try client.send(
                    .locationReport, from: address, body: try locationBody(second: second, altitude: altitude))
            }
            for _ in 0..<reports { #expect(try client.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == reports - 2)
            let quarantine = try database.query("SELECT reason, detail, terminal_id FROM telemetry.quarantine")
            #expect(quarantine.count == 2)
            #expect(
                quarantine.allSatisfy {
                    $0["reason"] == "rejected_row" && ($0["detail"] ?? "").contains("no_such_altitude")
                })
            #expect(
                try quarantine[0].int("terminal_id")
                    == database.count("SELECT terminal_id FROM registry.terminal WHERE number = '13900000001'"))
            let books = try await gateway.settledBooks(messages: reports)
            #expect(books.rows("rejected_total") == 2)
            #expect(books.rows("stored_total") == reports - 2)
            #expect(books.rows("stored_total", "telemetry.quarantine") == 2)
        }
    }

    @Test("many refused rows take longer than a batch may, and still come to an end, each once in quarantine")
    func manyPoisonRows() async throws {
        try await TestDatabase.withSchema { database in
            // Each refusal takes a twentieth of a second, and to find each row takes about two of them: more than the limit for thirty.
            try database.execute(
                """
                CREATE FUNCTION telemetry.slow_refusal(integer) RETURNS boolean LANGUAGE sql VOLATILE AS
                    $$SELECT CASE WHEN $1 = 4711 THEN pg_sleep(0.05) IS NULL ELSE true END$$;
                ALTER TABLE telemetry.fix ADD CONSTRAINT no_such_altitude CHECK (telemetry.slow_refusal(altitude_m))
                """)
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_DATABASE_TIMEOUT_SECONDS": "2"])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            _ = try client.nextAnswer()
            let reports = 100
            var frames = ByteBuffer()
            for second in 1...reports {
                let body = try locationBody(second: second, altitude: 4711)
                try FrameWriter.write(
                    .locationReport, to: address, serial: UInt16(second), body: body.readableBytesSpan, into: &frames)
            }
            client.send(Array(frames.readableBytesView))
            for _ in 0..<reports { #expect(try client.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.quarantine") == reports)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 1)
            // Those of a batch together.
            #expect(try database.count("SELECT count(DISTINCT xmin::text) FROM telemetry.quarantine") < reports / 2)
            let books = try await gateway.settledBooks(messages: reports + 1)
            #expect(books.rows("rejected_total") == reports)
        }
    }

    @Test("SIGTERM: what was read is made durable and acknowledged, then the exit status is 0")
    func termination() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            try client.send(.locationReport, from: address, body: try locationBody(second: 0))
            _ = try client.nextAnswer()
            for second in 1..<500 {
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
            }
            #expect(try await gateway.terminate() == 0)
            var acknowledged = 1
            while let frame = client.nextFrame() {
                #expect(try GeneralAnswer(body: frame.body.readableBytesSpan).result == .done)
                acknowledged += 1
            }
            // What was not read is not acknowledged, and its reset may take answers from the wire that were on their way: the
            // terminal sends again. But nothing was acknowledged that is not there.
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") >= acknowledged)
        }
    }

    @Test("kill -9 in the middle: everything acknowledged is there, and sending the rest again stores each once")
    func killed() async throws {
        try await TestDatabase.withSchema { database in
            let address = try TerminalAddress.short("13900000001")
            let reports = 3_000
            let first = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await first.terminalPort())
            let frames = try (0..<reports).map { second in
                let body = try locationBody(second: second)
                var frame = ByteBuffer()
                try FrameWriter.write(
                    .locationReport, to: address, serial: UInt16(second), body: body.readableBytesSpan, into: &frame)
                return Array(frame.readableBytesView)
            }
            client.send(Array(frames[..<(reports / 2)].joined()))
            var acknowledged: Set<UInt16> = []
            for _ in 0..<50 { acknowledged.insert(try client.nextAnswer().serial) }
            client.send(Array(frames[(reports / 2)...].joined()))
            try await first.kill()
            while let frame = client.nextFrame() {
                acknowledged.insert(try GeneralAnswer(body: frame.body.readableBytesSpan).serial)
            }
            // Give the abandoned backends the time to end, committed or not.
            _ = try await eventually("the backends of the dead gateway to end") {
                try database.count(
                    "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'qingyun-ingestd' AND datname = current_database()"
                )
                    == 0 ? true : nil
            }
            let stored = try database.query(
                "SELECT (extract(epoch FROM recorded_at) - 1786953600 + 8 * 3600)::integer AS second FROM telemetry.fix"
            )
            #expect(acknowledged.isSubset(of: Set(try stored.map { UInt16(try $0.int("second")) })))

            let second = try GatewayProcess(database: database.url, registration: "open")
            let again = try TerminalClient(port: try await second.terminalPort())
            again.send(Array(frames.joined()))
            for _ in 0..<reports { #expect(try again.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == reports)
        }
    }

    @Test("PostgreSQL drops every connection in the middle: all is acknowledged in the end and stored once")
    func backendsTerminated() async throws {
        try await TestDatabase.withSchema { database in
            let gateway = try GatewayProcess(database: database.url, registration: "open")
            let client = try TerminalClient(port: try await gateway.terminalPort())
            let address = try TerminalAddress.short("13900000001")
            let reports = 2_000
            for second in 0..<reports {
                try client.send(.locationReport, from: address, body: try locationBody(second: second))
                if second.isMultiple(of: 500) {
                    try database.execute(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE application_name = 'qingyun-ingestd' AND datname = current_database()
                        """)
                    try await gateway.books()
                }
            }
            for _ in 0..<reports { #expect(try client.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == reports)
            let books = try await gateway.settledBooks(messages: reports)
            // A COMMIT whose answer was lost makes its rows look like duplicates the second time.
            #expect(books.rows("stored_total") + books.rows("duplicate_total") == reports)
        }
    }
}
