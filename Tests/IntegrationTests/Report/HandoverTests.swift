import Foundation
import Postgres
import TestSupport
import Testing

@testable import Report

/// Every row is handed over once, whatever commits when.
@Suite("Handover", .enabled(if: TestDatabase.isEnabled))
struct HandoverTests {
    private static let days = ["2026-06-01", "2026-06-02", "2026-06-03"]
    private let set = HandoverSet.all[0]

    /// A database with partitions of three days, a session that hands over, and a folder.
    private func with(_ body: (TestDatabase, PostgresSession, String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "handover-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            for day in Self.days { try session.query("SELECT telemetry.ensure_day($1)", [.text(day)]) }
            try await body(database, session, folder.path)
        }
    }

    private func insert(_ session: PostgresSession, _ number: Int, day: String = days[0], received: String = "12:00")
        throws
    {
        try session.query(
            """
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                weigh_mode, waste_type, quality, tag_tech, time_quality)
            VALUES (1, ($2 || ' 08:00+08')::timestamptz, ($2 || ' ' || $3 || '+08')::timestamptz, $1, 1, 1000, 200, 800, 1, 1, 1, 0, 3, 0)
            """, [.int(number), .text(day), .text(received)])
    }

    /// The `seq` of each row of a file.
    private func numbers(_ folder: String, _ file: Handover.File?) throws -> [Int] {
        guard let file else { return [] }
        let lines = try String(contentsOfFile: "\(folder)/\(file.name)", encoding: .utf8).split(separator: "\n")
        let column = try #require(lines.first?.split(separator: ",").firstIndex(of: "seq"))
        return try lines.dropFirst().map { line in
            try #require(Int(line.split(separator: ",", omittingEmptySubsequences: false)[column]))
        }
    }

    /// All that is there and decided, file after file; the server's counts of rows come some seconds after a commit.
    private func drain(_ session: PostgresSession, _ folder: String, until rows: Int, have: [Int] = []) async throws
        -> [Int]
    {
        var found = have
        return try await eventually("\(rows) rows in files") {
            found += try numbers(folder, Handover(session, set).next(into: folder, as: .csv))
            return found.count >= rows ? found : nil
        }
    }

    /// Waits until what is stored lies below the oldest transaction that runs: a plan has nothing else.
    private func settle(_ session: PostgresSession) async throws {
        _ = try await eventually("the end of older transactions") {
            try session.query(
                """
                SELECT FROM telemetry.lift
                WHERE xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                """
            ).first
        }
    }

    @Test("transactions that commit in another order than they began are each handed over once")
    func outOfOrder() async throws {
        try await with { database, session, folder in
            let early = try database.session()
            let late = try database.session()
            defer {
                early.close()
                late.close()
            }
            try early.execute("BEGIN")
            try insert(early, 1)
            try late.execute("BEGIN")
            try insert(late, 2)
            try late.execute("COMMIT")
            // The row is visible, and yet it waits: the one before it may come.
            #expect(try Handover(session, set).next(into: folder, as: .csv) == nil)
            try early.execute("COMMIT")
            #expect(try await drain(session, folder, until: 2).sorted() == [1, 2])
            // Neither comes again with a third one.
            try insert(late, 3)
            #expect(try await drain(session, folder, until: 1) == [3])
        }
    }

    @Test("a transaction of another database that stays open holds up nothing")
    func foreignTransaction() async throws {
        try await with { database, session, folder in
            let stranger = try TestDatabase.serverSession()
            let writer = try database.session()
            defer {
                stranger.close()
                writer.close()
            }
            try stranger.execute("BEGIN; SELECT pg_current_xact_id()")
            try insert(writer, 1)
            #expect(try await drain(session, folder, until: 1) == [1])
            try stranger.execute("ROLLBACK")
        }
    }

    @Test("a row that comes days late, with a time of receipt long past, is in the next file alone")
    func lateRow() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            for (index, day) in Self.days.enumerated() { try insert(writer, index + 1, day: day) }
            #expect(try await drain(session, folder, until: 3) == [1, 2, 3])
            // As the journal drains it: received before everything that was handed over.
            try insert(writer, 4, day: Self.days[0], received: "08:00")
            #expect(try await drain(session, folder, until: 1) == [4])
        }
    }

    @Test("rows stored behind a savepoint, whose number is another, are neither lost nor doubled")
    func savepoints() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            let other = try database.session()
            defer {
                writer.close()
                other.close()
            }
            try writer.execute("BEGIN")
            try insert(writer, 1)
            try writer.execute("SAVEPOINT a")
            try insert(writer, 2)
            // A later transaction, done before: its number is above that of the savepoint.
            try insert(other, 3)
            #expect(try Handover(session, set).next(into: folder, as: .csv) == nil)
            try writer.execute("ROLLBACK TO SAVEPOINT a; SAVEPOINT b")
            try insert(writer, 4)
            try writer.execute("COMMIT")
            #expect(try await drain(session, folder, until: 3).sorted() == [1, 3, 4])
        }
    }

    @Test("frozen and rewritten rows keep the number of their transaction, and are not handed over again")
    func frozen() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try insert(writer, 1)
            #expect(try await drain(session, folder, until: 1) == [1])
            try session.execute("VACUUM (FREEZE) telemetry.lift")
            try session.execute("VACUUM FULL telemetry.lift_20260601")
            try insert(writer, 2)
            #expect(try await drain(session, folder, until: 1) == [2])
        }
    }

    @Test("random writers, aborts, late days and exports in between: each row in one file", arguments: [1, 2, 3])
    func interleavings(seed: UInt64) async throws {
        try await with { database, session, folder in
            var random = SplitMix64(seed: seed)
            var open: [(session: PostgresSession, numbers: [Int])] = []
            var committed: [Int] = []
            var handed: [Int] = []
            var next = 0
            func end(_ index: Int) throws {
                let writer = open.remove(at: index)
                let isKept = random.next() % 4 != 0
                try writer.session.execute(isKept ? "COMMIT" : "ROLLBACK")
                if isKept { committed += writer.numbers }
                writer.session.close()
            }
            for _ in 0..<150 {
                switch random.next() % 5 {
                case 0 where open.count < 3:
                    let writer = try database.session()
                    try writer.execute("BEGIN")
                    open.append((writer, []))
                case 1, 2:
                    guard !open.isEmpty else { continue }
                    let index = Int(random.next() % UInt64(open.count))
                    next += 1
                    if random.next() % 3 == 0 { try open[index].session.execute("SAVEPOINT s") }
                    try insert(open[index].session, next, day: Self.days[Int(random.next() % 3)])
                    open[index].numbers.append(next)
                case 3:
                    guard !open.isEmpty else { continue }
                    try end(Int(random.next() % UInt64(open.count)))
                default: handed += try numbers(folder, Handover(session, set).next(into: folder, as: .csv))
                }
            }
            while !open.isEmpty { try end(0) }
            handed = try await drain(session, folder, until: committed.count, have: handed)
            #expect(handed.sorted() == committed.sorted())
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(files == (1...files.count).map { "vehicle-weighing-\(String(100_000_000 + $0).dropFirst()).csv" })
        }
    }

    @Test("a run that dies before it notes its file is made good by the same file, whatever came meanwhile")
    func crash() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try insert(writer, 1)
            try await settle(session)
            let handover = Handover(session, set)
            let planned = try await eventually("a plan") { try handover.plan(as: .csv, since: nil, into: folder)?.file }
            // Killed before it wrote: nothing is there. Killed after it wrote: the file is.
            for isWritten in [false, true] {
                if isWritten { _ = try handover.write(planned, into: folder) }
                try insert(writer, isWritten ? 3 : 2)
            }
            let first = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(planned.name)"))
            let again = try #require(try handover.next(into: folder, as: .xlsx))
            #expect(again == Handover.File(number: 1, name: planned.name, format: .csv, rows: 1))
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(planned.name)")) == first)
            #expect(try await drain(session, folder, until: 2).sorted() == [2, 3])
            // Long afterwards too.
            try FileManager.default.removeItem(atPath: "\(folder)/\(planned.name)")
            #expect(try handover.repeat(1, into: folder).rows == 1)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(planned.name)")) == first)
            #expect(throws: ReportError.unknownFile(set: "vehicle-weighing", number: 9)) {
                try handover.repeat(9, into: folder)
            }
        }
    }

    @Test("two at once: the second is told so")
    func busy() async throws {
        try await with { database, session, folder in
            let other = try database.session()
            defer { other.close() }
            try other.execute("SELECT pg_advisory_lock(hashtextextended('ops.export vehicle-weighing', 0))")
            #expect(throws: ReportError.busy(set: "vehicle-weighing")) {
                try Handover(session, set).next(into: folder, as: .csv)
            }
        }
    }

    @Test("numbers of transactions that lie behind are those of a restored database: nothing is guessed")
    func restored() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try insert(writer, 1)
            #expect(try await drain(session, folder, until: 1) == [1])
            // A dump in the same server, a dump in another one, a copy of files as of a moment before.
            for change in [
                "database_oid = 1", "system_identifier = system_identifier + 1", "stored_before = '900000000000'",
            ] {
                try session.execute("BEGIN; UPDATE ops.export_cursor SET \(change); COMMIT")
                let error = #expect(throws: ReportError.self, "\(change)") {
                    try Handover(session, set).next(into: folder, as: .csv)
                }
                #expect(error?.description.contains("restored") == true)
                try session.execute(
                    """
                    UPDATE ops.export_cursor SET stored_before = first_seen, system_identifier = s.system_identifier, database_oid = d.oid
                    FROM pg_control_system() AS s, pg_database AS d WHERE d.datname = current_database()
                    """)
            }
        }
    }

    @Test("a number that already has a file in the folder is not given to other rows")
    func numberTaken() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            let taken = "\(folder)/vehicle-weighing-00000001.json"
            try Data("x".utf8).write(to: URL(fileURLWithPath: taken))
            try insert(writer, 1)
            let refusal = try await eventually("a refusal") { () -> String? in
                do {
                    return try Handover(session, set).next(into: folder, as: .csv).map { "wrote \($0.name)" }
                } catch {
                    return "\(error)"
                }
            }
            #expect(refusal.contains("vehicle-weighing-00000001.json is in the folder already"))
            // Nothing was decided: with the file out of the way the row comes.
            try FileManager.default.removeItem(atPath: taken)
            #expect(try await drain(session, folder, until: 1) == [1])
        }
    }

    @Test("a file that was decided and not written takes the format that is asked for now")
    func otherFormat() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try insert(writer, 1)
            try await settle(session)
            let handover = Handover(session, set)
            let planned = try await eventually("a plan") {
                try handover.plan(as: .xlsx, since: nil, into: folder)?.file
            }
            #expect(planned.name == "vehicle-weighing-00000001.xlsx")
            let file = try #require(try handover.next(into: folder, as: .csv))
            #expect(file == Handover.File(number: 1, name: "vehicle-weighing-00000001.csv", format: .csv, rows: 1))
            #expect(try handover.files() == [file])
        }
    }

    @Test("rows of a day that are in no file are told to who would drop it")
    func backlog() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            let backlog = HandoverBacklog(session)
            try insert(writer, 1)
            #expect(try backlog.obstacles(to: Self.days[0]) == [], "the set is not in use")
            #expect(try await drain(session, folder, until: 1) == [1])
            #expect(try backlog.obstacles(to: Self.days[0]) == [])
            try insert(writer, 2)
            try insert(writer, 3, day: Self.days[1])
            let told = ["vehicle-weighing: it has rows that are in no file"]
            #expect(try backlog.obstacles(to: Self.days[0]) == told && backlog.obstacles(to: Self.days[1]) == told)
            #expect(try backlog.obstacles(to: Self.days[2]) == [])
            #expect(try await drain(session, folder, until: 2) == [2, 3])
            #expect(try backlog.obstacles(to: Self.days[0]) == [] && backlog.obstacles(to: Self.days[1]) == [])
        }
    }

    @Test("many days come in several files, of tracks a day each, in one run")
    func daysPerFile() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            let tracks = HandoverSet.all[1]
            #expect(HandoverSet.all.allSatisfy { $0.daysPerFile >= 1 } && tracks.daysPerFile == 1)
            try writer.execute(
                """
                INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, altitude_m,
                    speed_dkmh, course_deg, time_quality, is_backfill)
                SELECT 1, d, d, 0, 0, 1, 0, 0, 0, 0, false
                FROM unnest(ARRAY['2026-06-01 08:00+08', '2026-06-03 08:00+08']::timestamptz[]) AS d
                """)
            var files: [Handover.File] = []
            _ = try await eventually("two files") {
                try Handover(session, tracks).round(into: folder, as: .csv) { files.append($0) }
                return files.count >= 2 ? true : nil
            }
            #expect(files.map(\.name) == ["vehicle-track-00000001.csv", "vehicle-track-00000002.csv"])
            #expect(files.map(\.rows) == [1, 1])
        }
    }

    @Test("what the counts of rows began with goes with them: a start of the server, a reset, a crash of a backend")
    func fingerprint() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try insert(writer, 1)
            #expect(try await drain(session, folder, until: 1) == [1])
            let beginnings = try session.query(
                """
                SELECT concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()),
                    extract(epoch FROM pg_stat_get_bgwriter_stat_reset_time())) AS beginnings
                """)[0].text("beginnings")
            for row in try session.query("SELECT fingerprint FROM ops.export_cursor") {
                #expect(try row.text("fingerprint").contains(beginnings))
            }
        }
    }

    @Test("a role of its own hands over with an analyst's rights and those on the cursor; a street's role is refused")
    func roles() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try session.execute("INSERT INTO registry.street (code, name) VALUES ('S1', '一街')")
            let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
            let (feeder, street) = ("qy_feeder_\(suffix)", "qy_street_\(suffix)")
            try session.execute(
                """
                CREATE ROLE \(feeder); CREATE ROLE \(street); GRANT \(feeder), \(street) TO CURRENT_USER;
                GRANT qingyun_analyst TO \(feeder); SELECT ops.grant_street('\(street)', 'S1');
                GRANT INSERT, UPDATE, DELETE ON ops.export_cursor, ops.export_file, ops.export_window TO \(feeder);
                GRANT USAGE ON SCHEMA ops, telemetry TO \(street);
                GRANT SELECT, INSERT, UPDATE, DELETE ON ops.export_cursor, ops.export_file, ops.export_window TO \(street);
                GRANT SELECT ON telemetry.day_partition TO \(street)
                """)
            defer { try? session.execute("DROP OWNED BY \(feeder), \(street); DROP ROLE \(feeder), \(street)") }
            try insert(writer, 1)
            let blind = try database.session()
            let seeing = try database.session()
            defer {
                blind.close()
                seeing.close()
            }
            try blind.execute("SET SESSION ROLE \(street)")
            try seeing.execute("SET SESSION ROLE \(feeder)")
            let error = #expect(throws: ReportError.self) { try Handover(blind, set).next(into: folder, as: .csv) }
            #expect(error?.description.contains("does not see every street") == true)
            #expect(try session.query("SELECT FROM ops.export_cursor").isEmpty)
            #expect(try await drain(seeing, folder, until: 1) == [1])
        }
    }

    @Test("a number in full is the newest one below a later number that ends in the same 32 bits")
    func fullNumbers() async throws {
        try await TestDatabase.withSchema { database in
            let rows = try database.query(
                """
                SELECT ops.full_xid('1000', '2000') AS a, ops.full_xid('1000', '4294969296') AS b,
                    ops.full_xid('4294967295', '4294969296') AS c
                """)
            // 4294969296 is 2^32 + 2000.
            #expect(try rows[0].int("a") == 1_000)
            #expect(try rows[0].int("b") == 4_294_968_296)
            #expect(try rows[0].int("c") == 4_294_967_295)
        }
    }

    @Test("every set has its view, keys that order it, and a Chinese title for each column")
    func sets() async throws {
        try await with { database, session, folder in
            let writer = try database.session()
            defer { writer.close() }
            try writer.execute(
                """
                INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6,
                    altitude_m, speed_dkmh, course_deg, time_quality, is_backfill)
                VALUES (1, '2026-06-02 08:00+08', '2026-06-02 08:00+08', 0, 3, 7, 116250000, 40220000, 40, 125, 90, 0, false);
                INSERT INTO telemetry.station_weighing (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g,
                    weigh_flags, scale_no, direction, weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality, ticket)
                VALUES (2, '2026-06-02 08:00+08', '2026-06-02 08:00+08', 5, 1, 9000, 1000, 8000, 33, 1, 1, 4, 1, 2, 3, 0, 0, 'T1');
                """)
            try insert(writer, 1)
            for set in HandoverSet.all {
                let file = try await eventually("a file of \(set.name)") {
                    try Handover(session, set).next(into: folder, as: .json)
                }
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file.name)"))
                let rows = try #require(try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]])
                #expect(rows.count == 1 && rows[0]["stored_in"] == nil)
                #expect(rows[0]["recorded_at"] != nil && rows[0]["terminal_no"] != nil)
                let untitled = try session.query(
                    """
                    SELECT attname FROM pg_attribute
                    WHERE attrelid = to_regclass('report.' || $1) AND attnum > 0
                        AND col_description(attrelid, attnum) !~ '[一-龥].*[)]$'
                    """, [.text(set.view)])
                #expect(untitled.isEmpty, "\(set.view)")
                let titles = try Handover(session, set).titles().map(\.title)
                #expect(titles.allSatisfy { $0.contains { !$0.isASCII } }, "\(titles)")
            }
            let track = try String(contentsOfFile: "\(folder)/vehicle-track-00000001.json", encoding: .utf8)
            #expect(track.contains("\"speed_kmh\":12.5") && track.contains("\"located_at\":\"2026-06-02 08:00:00\""))
        }
    }
}
