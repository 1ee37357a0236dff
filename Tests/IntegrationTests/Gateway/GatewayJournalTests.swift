import Foundation
import JTT808
import NIOCore
import Postgres
import Testing

@Suite("Gateway: PostgreSQL away, the journal takes over", .enabled(if: TestDatabase.isEnabled))
struct GatewayJournalTests {
    /// A database and a folder for the journal, and a way to make the database as good as stopped.
    private func withOutages(
        _ body: (_ database: TestDatabase, _ folder: String, _ outage: (_ isAway: Bool) throws -> Void) async throws ->
            Void
    ) async throws {
        try await TestDatabase.withSchema { database in
            let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-journal-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            try await body(database, folder.path) { isAway in
                let admin = try TestDatabase.serverSession()
                defer { admin.close() }
                try admin.execute("ALTER DATABASE \(database.name) ALLOW_CONNECTIONS \(!isAway)")
                guard isAway else { return }
                try database.disconnectClients(admin)
            }
        }
    }

    private func send(_ seconds: Range<Int>, over client: TerminalClient, _ address: TerminalAddress) throws {
        for second in seconds {
            try client.send(.locationReport, from: address, body: try locationBody(second: second))
        }
    }

    private static let address = TerminalAddress(TerminalNumber("13900000001") ?? TerminalNumber("0")!, form: .short)!

    @Test("during an outage everything is acknowledged; when it is over everything is in PostgreSQL, once")
    func outage() async throws {
        try await withOutages { database, folder, outage in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_JOURNAL_DIR": folder])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            try send(0..<100, over: client, Self.address)
            for _ in 0..<100 { #expect(try client.nextAnswer().result == .done) }

            try outage(true)
            // Some of them twice, as terminals do.
            try send(100..<600, over: client, Self.address)
            try send(550..<600, over: client, Self.address)
            for _ in 0..<550 { #expect(try client.nextAnswer().result == .done) }
            let journaled = try await gateway.metric("qingyun_journal_rows", atLeast: 1)
            #expect(journaled <= 550)
            _ = try await gateway.line(containing: "batches go to the journal")
            let inOutage = try await gateway.books()
            #expect(inOutage.rows("in_journal") == inOutage["qingyun_journal_rows"])

            try outage(false)
            let stored = try await eventually("the drain") {
                let count = try database.count("SELECT count(*) FROM telemetry.fix")
                return count == 600 ? count : nil
            }
            #expect(stored == 600)
            _ = try await gateway.line(containing: "PostgreSQL is back")
            // And straight again.
            try send(600..<610, over: client, Self.address)
            for _ in 0..<10 { #expect(try client.nextAnswer().result == .done) }
            let left = try await eventually("an empty journal") {
                let text = try await gateway.get("/metrics").body
                return text.contains("\nqingyun_journal_rows 0.0\n") ? true : nil
            }
            #expect(left)
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 610)
            let books = try await gateway.settledBooks(messages: 660)
            #expect(books.rows("received_total") == 660)
            #expect(books.rows("stored_total") == 610)
            #expect(books.rows("duplicate_total") == 50)
            #expect(try await gateway.terminate() == 0)
        }
    }

    @Test("kill -9 during an outage: what was acknowledged is drained by the next gateway, or by hand")
    func killedDuringOutage() async throws {
        try await withOutages { database, folder, outage in
            let environment = ["QINGYUN_JOURNAL_DIR": folder]
            let first = try GatewayProcess(database: database.url, registration: "open", environment: environment)
            let client = try TerminalClient(port: try await first.terminalPort())
            try send(0..<1, over: client, Self.address)
            _ = try client.nextAnswer()
            try outage(true)
            try send(1..<300, over: client, Self.address)
            for _ in 1..<300 { #expect(try client.nextAnswer().result == .done) }
            try await first.kill()

            let qingyun = { (arguments: [String]) in
                try await FinishedCommand.run(
                    "qingyun", ["journal"] + arguments,
                    environment: environment.merging(["QINGYUN_DATABASE_URL": database.url]) { given, _ in given })
            }
            let status = try await qingyun(["status"])
            #expect(status.output.contains("with 299 rows"), "\(status)")
            let unreachable = try await qingyun(["drain"])
            #expect(unreachable.status == 69)
            let export = try await qingyun(["export", folder + "/out"])
            #expect(export.output.contains("\\copy telemetry.fix (terminal_id,"))
            try outage(false)
            let drained = try await qingyun(["drain"])
            #expect(
                drained.output.contains("299 rows stored, 0 were there already, 0 went to quarantine"), "\(drained)")
            #expect(try await qingyun(["status"]).output == "the journal is empty\n")
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 300)

            // The next gateway drains by itself; a second one may not have the same folder.
            let second = try GatewayProcess(database: database.url, registration: "open", environment: environment)
            let again = try TerminalClient(port: try await second.terminalPort())
            try outage(true)
            try send(300..<400, over: again, Self.address)
            for _ in 300..<400 { #expect(try again.nextAnswer().result == .done) }
            let intruder = try GatewayProcess(database: database.url, environment: environment)
            #expect(try await intruder.exitStatus() == 64)
            #expect(intruder.log.last?.contains("in use by another process") == true)
            try await second.kill()
            try outage(false)
            let third = try GatewayProcess(database: database.url, registration: "open", environment: environment)
            _ = try await third.line(containing: "journal of an earlier run")
            _ = try await eventually("the drain") {
                try database.count("SELECT count(*) FROM telemetry.fix") == 400 ? true : nil
            }
            let books = try await third.settledBooks(messages: 0)
            #expect(books.rows("received_total") == 100)
            #expect(books.rows("stored_total") == 100)
        }
    }

    @Test(
        "a full journal: no acknowledgement and a loud line; when PostgreSQL is back all are acknowledged and stored once"
    )
    func full() async throws {
        try await withOutages { database, folder, outage in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open",
                environment: [
                    "QINGYUN_JOURNAL_DIR": folder, "QINGYUN_JOURNAL_BYTES": "1048576", "QINGYUN_BATCH_ROWS": "500",
                ])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            try send(0..<1, over: client, Self.address)
            _ = try client.nextAnswer()
            try outage(true)
            // A row has 160 bytes and more: the bound is reached before 7,000 of them.
            let reports = 9_000
            // What the gateway does not read any more waits in the sockets' buffers, which hold these.
            try send(1..<reports, over: client, Self.address)
            _ = try await gateway.line(containing: "journal is full")
            _ = try await eventually("/readyz to say so") {
                try await gateway.get("/readyz").body.contains("journal is full") ? true : nil
            }
            // A lane that waits has said so within a second.
            _ = try await gateway.metric("qingyun_reads_paused_total{reason=\"lane_full\"}", atLeast: 1)
            let inOutage = try await gateway.books()
            #expect(inOutage.rows("in_flight") > 0)
            #expect(inOutage.rows("in_flight") + inOutage.rows("in_journal") + inOutage.rows("stored_total") <= reports)
            try outage(false)
            for _ in 1..<reports { #expect(try client.nextAnswer().result == .done) }
            _ = try await eventually("the drain") {
                try database.count("SELECT count(*) FROM telemetry.fix") == reports ? true : nil
            }
        }
    }

    @Test("terminals that give up, connect again and repeat everything fill no memory while there is no room")
    func givingUp() async throws {
        try await withOutages { database, _, outage in
            // Without a journal: what is sealed waits, and what is open has 100 rows at most.
            let gateway = try GatewayProcess(
                database: database.url, registration: "open",
                environment: ["QINGYUN_BATCH_ROWS": "100", "QINGYUN_LANES": "1"])
            let port = try await gateway.terminalPort()
            let first = try TerminalClient(port: port)
            try send(0..<1, over: first, Self.address)
            _ = try first.nextAnswer()
            try outage(true)
            let body = try locationBody(second: 1)
            var frames: [UInt8] = []
            for serial in 0..<1_000 {
                var frame = ByteBuffer()
                try FrameWriter.write(
                    .locationReport, to: Self.address, serial: UInt16(serial), body: body.readableBytesSpan,
                    into: &frame)
                frames += frame.readableBytesView
            }
            first.send(frames)
            _ = try await gateway.metric("qingyun_reads_paused_total{reason=\"lane_full\"}", atLeast: 1)
            let before = try await gateway.books().rows("in_flight")
            for _ in 0..<20 {
                // Its end closes the connection.
                let client = try TerminalClient(port: port)
                client.send(frames)
            }
            _ = try await gateway.metric("qingyun_bytes_not_taken_total", atLeast: Double(19 * frames.count))
            // Nothing of the twenty; of the first one what was read already may be counted late.
            #expect(try await gateway.books().rows("in_flight") - before <= 1_000)
            try outage(false)
            let last = try TerminalClient(port: port)
            last.send(frames)
            for _ in 0..<1_000 { #expect(try last.nextAnswer().result == .done) }
            #expect(try database.count("SELECT count(*) FROM telemetry.fix") == 2)
        }
    }

    @Test("a batch that PostgreSQL refuses for good does not hold up the others, and is taken once that is mended")
    func refusing() async throws {
        try await withOutages { database, folder, outage in
            let gateway = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_JOURNAL_DIR": folder])
            let client = try TerminalClient(port: try await gateway.terminalPort())
            try send(0..<1, over: client, Self.address)
            _ = try client.nextAnswer()

            // The days of one month cannot be made: an error that no row is to blame for and no time mends.
            try database.execute(
                """
                ALTER FUNCTION telemetry.ensure_day(date) RENAME TO ensure_day_of_old;
                CREATE FUNCTION telemetry.ensure_day(day date) RETURNS integer LANGUAGE plpgsql AS $$
                BEGIN
                    IF day < date '2026-08-01' THEN RAISE EXCEPTION 'no such month' USING ERRCODE = '42P17'; END IF;
                    RETURN telemetry.ensure_day_of_old(day);
                END $$
                """)
            let refused = try client.send(
                .locationReport, from: Self.address, body: try locationBody(second: -60 * 86_400))
            #expect(
                try client.nextAnswer() == GeneralAnswer(serial: refused, messageID: .locationReport, result: .done))
            _ = try await gateway.line(containing: "PostgreSQL refuses a batch of the journal")
            // Others go straight, also after an outage.
            try outage(true)
            try send(1..<50, over: client, Self.address)
            for _ in 1..<50 { #expect(try client.nextAnswer().result == .done) }
            try outage(false)
            _ = try await eventually("the drain of the others") {
                try database.count("SELECT count(*) FROM telemetry.fix") == 50 ? true : nil
            }
            // What is drained leaves the journal a moment after it is in the table.
            _ = try await eventually("the one that is left") {
                try await gateway.metric("qingyun_journal_rows") == 1 ? true : nil
            }
            // It is mended, and the next start takes it along.
            try database.execute(
                """
                DROP FUNCTION telemetry.ensure_day(date);
                ALTER FUNCTION telemetry.ensure_day_of_old(date) RENAME TO ensure_day
                """)
            #expect(try await gateway.terminate() == 0)
            let next = try GatewayProcess(
                database: database.url, registration: "open", environment: ["QINGYUN_JOURNAL_DIR": folder])
            _ = try await eventually("the drain of the last") {
                try database.count("SELECT count(*) FROM telemetry.fix") == 51 ? true : nil
            }
            #expect(try await next.terminate() == 0)
        }
    }

    @Test(
        "SIGTERM while nothing moves for a lock: what is taken goes to the journal, and the gateway ends in time",
        arguments: [true, false])
    func stoppedBehindLock(isLockedFromTheStart: Bool) async throws {
        try await withOutages { database, folder, _ in
            let holder = try database.session()
            // From the start, the partitions' keeper waits for it too.
            let lock = { try holder.execute("BEGIN; LOCK TABLE telemetry.fix IN ACCESS EXCLUSIVE MODE") }
            if isLockedFromTheStart { try lock() }
            let environment = ["QINGYUN_JOURNAL_DIR": folder]
            let gateway = try GatewayProcess(database: database.url, registration: "open", environment: environment)
            let client = try TerminalClient(port: try await gateway.terminalPort())
            if !isLockedFromTheStart { try lock() }
            try send(0..<20, over: client, Self.address)
            // All of them are read before the end is asked for.
            _ = try await gateway.metric("qingyun_frames_received_total", atLeast: 20)
            // The lock is still held: it does not wait for its end.
            #expect(try await gateway.terminate() == 0)
            for _ in 0..<20 { #expect(try client.nextAnswer().result == .done) }
            #expect(!gateway.log.contains { $0.contains("tried again") }, "\(gateway.log)")
            holder.close()
            let next = try GatewayProcess(database: database.url, registration: "open", environment: environment)
            _ = try await eventually("the drain") {
                try database.count("SELECT count(*) FROM telemetry.fix") == 20 ? true : nil
            }
            #expect(try await next.terminate() == 0)
        }
    }
}
