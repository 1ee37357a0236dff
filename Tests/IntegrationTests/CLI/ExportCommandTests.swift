import Foundation
import Postgres
import Testing

@Suite("qingyun export and handover", .enabled(if: TestDatabase.isEnabled))
struct ExportCommandTests {
    /// A database with a lift of 2026-06-01, and a folder.
    private func with(
        _ body: (_ run: ([String]) async throws -> FinishedCommand, _ folder: String) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await TestDatabase.withSchema { database in
            try database.execute(
                """
                SELECT telemetry.ensure_day('2026-06-01');
                INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                    weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
                VALUES (1, '2026-06-01 08:00+08', '2026-06-01 08:00+08', 1, 1, 1500, 300, 1200, 1, 1, 1, 0, 3, 0, '\\x01020304');
                INSERT INTO stats.unbound_tag_day (terminal_id, service_date, first_lift_at, last_lift_at, lifts, net_g,
                    estimated_net_g, doubtful_lifts, tag_tech, tag_id)
                VALUES (1, '2026-06-01', '2026-06-01 08:00+08', '2026-06-01 08:00+08', 1, 1200, 0, 0, 3, '\\x01020304');
                """)
            try await body(
                { try await FinishedCommand.run("qingyun", $0, environment: ["QINGYUN_DATABASE_URL": database.url]) },
                folder.path)
        }
    }

    @Test("a day is not dropped while a set that is handed over lacks rows of it")
    func retention() async throws {
        try await with { run, folder in
            let drop = ["partitions", "drop", "--before", "2026-06-02", "--even-without-statistics", "--dry-run"]
            let next = ["handover", "next", "--set", "vehicle-weighing", "--out", folder, "--since"]
            // Nothing is handed over here: nothing to be kept for.
            #expect(try await run(drop).status == 0)
            // Handed over from another day on: neither.
            _ = try await run(next + ["2026-06-09"])
            #expect(try await run(drop).status == 0)
            // It is not known to be on the disk: the folder is none.
            _ = try await eventually("a file that cannot be written") {
                let failed = try await run(
                    [
                        "handover", "next", "--set", "vehicle-weighing", "--out", "\(folder)/none", "--since",
                        "2026-06-01",
                    ])
                return failed.status == 1 ? true : nil
            }
            let planned = try await run(drop)
            #expect(planned.status == 1)
            #expect(
                planned.output.contains(
                    "kept 2026-06-01: hand-over: vehicle-weighing: vehicle-weighing-00000001.csv is not written"),
                "\(planned.output)")
            #expect(try await run(drop + ["--even-without-handover"]).status == 0)
            #expect(try await run(next + ["2026-06-01"]).output == "vehicle-weighing-00000001.csv: 1 row\n")
            #expect(try await run(drop).status == 0)
        }
    }

    private let unknownTags = ["export", "--query", "8", "--from", "2026-06-01", "--to", "2026-06-01"]

    @Test("an answer is written as CSV, JSON and XLSX, to the standard output or to a file")
    func formats() async throws {
        try await with { run, folder in
            let csv = try await run(unknownTags)
            #expect(csv.status == 0 && csv.output.hasPrefix("tag,tag_tech,lifts,net_kg,"))
            #expect(csv.output.contains("\n01020304,高频,1,1.200,0.000,0,1,"))
            let titled = try await run(unknownTags + ["--headers", "chinese", "--out", "\(folder)/a.csv"])
            #expect(titled.status == 0)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.csv"))
            #expect(bytes.starts(with: Array("\u{FEFF}标签号,标签类型,收运次数,称重净重(千克),".utf8)))
            #expect(String(decoding: bytes, as: UTF8.self).contains("\n\"=\"\"01020304\"\"\",高频,1,1.200,"))
            let json = try await run(unknownTags + ["--format", "json"])
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
            #expect(rows.count == 1 && rows[0]["net_kg"] as? Double == 1.2 && rows[0]["plate_no"] is NSNull)
            let xlsx = try await run(unknownTags + ["--format", "xlsx", "--out", "\(folder)/a.xlsx"])
            #expect(xlsx.status == 0 && xlsx.output == "\(folder)/a.xlsx: 1 row\n")
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.xlsx")).starts(with: [0x50, 0x4B, 3, 4]))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.csv", "a.xlsx"],
                "nothing half-written is left")
        }
    }

    @Test(
        "what cannot be is said in one line, before anything is written",
        arguments: [
            (
                ["export", "--query", "99"], 64,
                "--query: '99' is not accepted; accepted: a number or name that --list shows"
            ),
            (
                ["export", "--query", "8", "--from", "1/6/2026"], 64,
                "from: '1/6/2026' is not accepted; accepted: YYYY-MM-DD, today or yesterday"
            ),
            (
                ["export", "--query", "8", "--street", "1"], 64,
                "street: query 08-unknown-tags has no such parameter; accepted: from, to"
            ),
            (
                ["export", "--query", "8", "--out", "/nowhere/a.csv"], 1,
                "/nowhere/a.csv: cannot be written: No such file or directory"
            ),
            (
                ["handover", "next", "--set", "x", "--out", "/tmp"], 64,
                "--set: 'x' is not accepted; accepted: vehicle-weighing, vehicle-track, station-weighing"
            ),
        ])
    func refusals(arguments: [String], status: Int32, line: String) async throws {
        try await with { run, _ in
            let command = try await run(arguments)
            #expect(command.status == status && command.errors == "qingyun: \(line)\n", "\(command.errors)")
        }
    }

    @Test("the questions are listed and described without a database")
    func lists() async throws {
        let list = try await FinishedCommand.run("qingyun", ["export", "--list"])
        #expect(
            list.status == 0 && list.output.contains("11-same-day-clearance") && list.output.hasSuffix("(21 rows)\n"))
        let one = try await FinishedCommand.run("qingyun", ["export", "--describe", "same-day-clearance"])
        #expect(one.status == 0 && one.output.hasPrefix("11-same-day-clearance 日产日清率\n"))
    }

    @Test("a set is handed over, again on request, and its files are listed")
    func handover() async throws {
        try await with { run, folder in
            let set = ["--set", "vehicle-weighing"]
            _ = try await eventually("the first file") {
                let next = try await run(["handover", "next"] + set + ["--out", folder])
                #expect(next.status == 0, "\(next.errors)")
                return next.output == "vehicle-weighing-00000001.csv: 1 row\n" ? next : nil
            }
            #expect(
                try await run(["handover", "next"] + set + ["--out", folder]).output
                    == "vehicle-weighing: nothing new\n")
            let again = try await run(["handover", "repeat"] + set + ["--number", "1", "--out", folder])
            #expect(again.output == "vehicle-weighing-00000001.csv: 1 row\n")
            let files = try await run(["handover", "status"] + set + ["--format", "csv"])
            #expect(files.output == "file,rows,written\nvehicle-weighing-00000001.csv,1,yes\n")
        }
    }
}
