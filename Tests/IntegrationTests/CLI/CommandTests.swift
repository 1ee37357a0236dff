import Foundation
import Postgres
import TestSupport
import Testing

@Suite("qingyun: the commands of ops", .enabled(if: TestDatabase.isEnabled))
struct CommandTests {
    private func qingyun(_ database: TestDatabase, _ arguments: String...) async throws -> FinishedCommand {
        try await FinishedCommand.run("qingyun", arguments, environment: ["QINGYUN_DATABASE_URL": database.url])
    }

    @Test("migrate applies once, says what it did, and two at once are safe")
    func migrate() async throws {
        try await TestDatabase.with { database in
            async let one = qingyun(database, "migrate")
            async let other = qingyun(database, "migrate")
            let both = try await [one, other]
            #expect(both.allSatisfy { $0.status == 0 })
            let applied = both.map { $0.output.components(separatedBy: "applied 0001_create_registry").count - 1 }
            #expect(applied.sorted() == [0, 1])
            let again = try await qingyun(database, "migrate")
            #expect(again.output.contains("nothing left to apply"))
            let dry = try await qingyun(database, "migrate", "--dry-run")
            #expect(dry.output == "nothing to apply\n")
        }
    }

    @Test("partitions are made, listed and dropped by day; drop --dry-run only says so")
    func partitions() async throws {
        try await TestDatabase.withSchema { database in
            let made = try await qingyun(database, "partitions", "ensure", "--from", "2026-02-27", "--to", "2026-03-02")
            // Four days (2026 is no leap year), nine tables.
            #expect(made.output == "made 36 partitions for 2026-02-27 to 2026-03-02\n")
            let again = try await qingyun(
                database, "partitions", "ensure", "--from", "2026-02-27", "--to", "2026-03-02")
            #expect(again.output.hasPrefix("made 0 partitions"))
            // The bounds are local midnights.
            let bounds = try database.query(
                "SELECT pg_get_expr(relpartbound, oid) AS bounds FROM pg_class WHERE relname = 'fix_20260228'")
            #expect(bounds[0]["bounds"] == "FOR VALUES FROM ('2026-02-27 16:00:00+00') TO ('2026-02-28 16:00:00+00')")

            let dry = try await qingyun(database, "partitions", "drop", "--before", "2026-03-01", "--dry-run")
            #expect(dry.output.contains("would drop 18 partitions"))
            #expect(try database.count("SELECT count(*) FROM telemetry.day_partition") == 36)
            let dropped = try await qingyun(database, "partitions", "drop", "--before", "2026-03-01")
            #expect(dropped.status == 0)
            let list = try await qingyun(database, "partitions", "list", "--format", "csv")
            let days = list.output.split(separator: "\n").dropFirst().map { $0.prefix(10) }
            #expect(Set(days) == ["2026-03-01", "2026-03-02"])

            let future = try await qingyun(database, "partitions", "drop", "--before", "2090-01-01")
            #expect(future.status == 64)
            let nonsense = try await qingyun(database, "partitions", "ensure", "--from", "2026-02-30")
            #expect(nonsense.status == 64)
        }
    }

    @Test("terminals are added, listed and shown; twice is refused and changes nothing")
    func terminals() async throws {
        try await TestDatabase.withSchema { database in
            let added = try await qingyun(database, "terminal", "add", "013900000001", "--plate", "京A12345")
            #expect(added.status == 0)
            #expect(added.output.hasPrefix("added terminal 13900000001 with id "))
            let twice = try await qingyun(database, "terminal", "add", "13900000001")
            #expect(twice.status == 1)
            #expect(twice.errors.contains("in the registry already"))
            let list = try await qingyun(database, "terminal", "list", "--format", "csv")
            #expect(list.output.contains("13900000001,1,active,京A12345,"))
            let show = try await qingyun(database, "terminal", "show", "00000000013900000001")
            #expect(show.output.contains("京A12345"))
            #expect(try await qingyun(database, "terminal", "show", "13900000002").status == 1)
            #expect(try await qingyun(database, "terminal", "add", "139x").status == 64)
        }
    }

    @Test("a terminal is added with a profile that there is: a shipped one, or one of the site's folder")
    func terminalProfile() async throws {
        try await TestDatabase.withSchema { database in
            let unknown = try await qingyun(database, "terminal", "add", "139", "--profile", "acme")
            #expect(unknown.status == 64)
            #expect(
                unknown.errors.contains("--profile: there is no profile 'acme'; accepted: standard, card-bd, "),
                "\(unknown.errors)")
            #expect(try database.count("SELECT count(*) FROM registry.terminal") == 0)
            let shipped = try await qingyun(database, "terminal", "add", "139", "--profile", "card-bd")
            #expect(shipped.status == 0, "\(shipped.errors)")
            let own = "name: acme\nsummary: Acme.\nrules:\n  - item: 0xe5\n    odometer: {at: 0, type: u32, unit: m}\n"
            try await ScratchFolder.with(["acme.yaml": own]) { folder in
                let added = try await qingyun(
                    database, "terminal", "add", "140", "--profile", "acme", "--profile-dir", folder.path)
                #expect(added.status == 0, "\(added.errors)")
            }
            let profiles = try database.query("SELECT profile FROM registry.terminal ORDER BY number")
            #expect(profiles.map { $0["profile"] } == ["card-bd", "acme"])
        }
    }

    @Test("a terminal that entered itself is claimed by adding it")
    func claim() async throws {
        try await TestDatabase.withSchema { database in
            try database.execute(
                "INSERT INTO registry.terminal (number, status, authentication) VALUES ('139', 'unclaimed', 'number')")
            let claimed = try await qingyun(database, "terminal", "add", "139")
            #expect(claimed.output.hasPrefix("claimed terminal 139"))
            let row = try database.query("SELECT status, authentication FROM registry.terminal")[0]
            #expect(row["status"] == "active")
            #expect(row["authentication"] == "code")
        }
    }

    @Test("without a database: one line and status 69; with a wrong URL: one line and status 64; not migrated: said so")
    func failures() async throws {
        let unreachable = try await FinishedCommand.run(
            "qingyun", ["terminal", "list", "--database-url", "postgresql://x@127.0.0.1:1/x"])
        #expect(unreachable.status == 69)
        #expect(unreachable.errorLines.count == 1)
        let wrong = try await FinishedCommand.run("qingyun", ["migrate"], environment: ["QINGYUN_DATABASE_URL": "host"])
        #expect(wrong.status == 64)
        #expect(wrong.errorLines.count == 1)
        try await TestDatabase.with { database in
            let empty = try await qingyun(database, "terminal", "list")
            #expect(empty.status == 1)
            #expect(empty.errors.contains("qingyun migrate"))
        }
    }

    @Test("decode gives one JSON object a line, in the order of the lines, for every vector")
    func decode() async throws {
        let input = VectorFile.all.map { $0.hex + "\n" }.joined()
        let command = try await FinishedCommand.run("qingyun", ["decode"], input: input)
        #expect(command.status == 0)
        let lines = command.output.split(separator: "\n")
        try #require(lines.count == VectorFile.all.count)
        for (vector, line) in zip(VectorFile.all, lines) {
            let facts = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(facts["error"] as? String == vector.error, "\(vector)")
            #expect(facts["msg_id"] as? String == vector.messageID || vector.kind != "frame", "\(vector)")
        }
    }
}
