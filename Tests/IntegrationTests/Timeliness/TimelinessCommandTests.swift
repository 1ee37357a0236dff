import Foundation
import Postgres
import Testing

@Suite("qingyun-timeliness", .enabled(if: TestDatabase.isEnabled))
struct TimelinessCommandTests {
    private func run(_ bench: CollectionBench, _ arguments: [String]) async throws -> FinishedCommand {
        try await FinishedCommand.run(
            "qingyun-timeliness", arguments,
            environment: ["QINGYUN_DATABASE_URL": bench.database.url, "USER": "zhang"])
    }

    @Test("ops staff check, list, explain, act and report")
    func aMorning() async throws {
        try await CollectionBench.with { bench in
            try bench.lift("14:30:00", netG: 42_500)
            try bench.lift("09:30:00", netG: 100)
            var command = try await run(bench, ["check", "--at", "2026-03-10T17:00", "--dry-run"])
            #expect(command.status == 0 && command.output.contains("raise 1; nothing was changed: this was a dry run"))
            command = try await run(bench, ["check", "--at", "2026-03-10T17:00"])
            #expect(command.output.contains("raise 1") && !command.output.contains("dry run"), "\(command)")
            // The registry was entered since the last check, of which there was none: its days are looked at once more.
            #expect(command.output.contains("2026-03-10 again, after a correction, as of "), "\(command)")

            command = try await run(bench, ["list", "--format", "csv"])
            let line = command.output.split(separator: "\n").last ?? ""
            // A dry run takes a number too, and gives it back to nobody.
            let number = String(line.prefix { $0 != "," })
            #expect(
                line.hasPrefix(
                    "\(number),late_collection,2026-03-10,城北街道,P0002 西关饭庄后门,餐厨垃圾,09:00-11:00,raised,no_visit,"),
                "\(command)")

            command = try await run(bench, ["check", "--at", "2026-03-11T20:00"])
            command = try await run(bench, ["list", "--format", "csv", "--limit", "1"])
            #expect(command.output.split(separator: "\n").count == 2)
            #expect(command.errors == "qingyun-timeliness: these are the first 1; there are more: --limit\n")

            command = try await run(bench, ["explain", "--point", "P0002", "--date", "2026-03-10"])
            for words in [
                "餐厨垃圾 09:00-11:00, by rule CAT for this point, with grace until 2026-03-10 11:10",
                "Not collected: no vehicle for this waste stood here.", "Warning \(number):",
                "raise: raised (no_visit), by timeliness",
                "Collected in time: 京AG1234 (某环境服务有限公司) at 2026-03-10 14:30:00, 42.5 kg", "No warning.",
                "2026-03-10 09:30:00 餐厨垃圾 0.1 kg by 京AG1234: less than 5000 g, a touch",
            ] {
                #expect(command.output.contains(words), "\(words) in\n\(command.output)")
            }

            command = try await run(bench, ["handle", number])
            #expect(command.status == 1)
            #expect(command.errors == "qingyun-timeliness: handle needs --reason: what was done; nothing was changed\n")
            command = try await run(bench, ["handle", number, "--reason", "已补收"])
            #expect(command.status == 0 && command.output == "handle: 1 warning\n", "\(command)")
            command = try await run(bench, ["close", number])
            #expect(
                command.status == 1
                    && command.errors
                        == "qingyun-timeliness: close needs --reason: why nothing more is to be done; nothing was changed\n"
            )
            command = try await run(bench, ["close", number, "--reason", "已核实"])
            #expect(command.status == 0, "\(command)")
            command = try await run(bench, ["history", number, "--format", "csv"])
            #expect(command.output.contains(",handle,handled,no_visit,zhang,已补收,"), "\(command)")
            #expect(command.output.contains(",close,closed,no_visit,zhang,已核实,"), "\(command)")
            let rest = try await run(
                bench, ["list", "--kind", "late_collection", "--format", "csv", "--to", "2026-03-10"])
            #expect(rest.status == 0 && rest.output.split(separator: "\n").count == 1)

            command = try await run(bench, ["report", "--date", "2026-03-10", "--by", "street", "--format", "csv"])
            #expect(
                command.output == """
                    code,name,due,on_time,late,missed,unconfirmed,excused,pending,on_time_percent,days,cleared,cleared_percent
                    110114001,城北街道,2,1,0,1,0,0,0,50.0,1,1,100.0
                    total,,2,1,0,1,0,0,0,50.0,1,1,100.0

                    """)
            command = try await run(bench, ["report", "--date", "2026-03-10", "--by", "carrier", "--format", "json"])
            let rows = try #require(
                try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [[String: Any]])
            #expect(rows.count == 3 && rows.last?["due"] as? Double == 2)

            command = try await run(bench, ["recheck", "--from", "2026-03-10", "--to", "2026-03-11"])
            #expect(
                command.status == 0
                    && command.output.split(separator: "\n").filter { $0.contains("tasks planned or changed") }.count
                        == 2,
                "\(command)")
            try bench.session.execute(
                "INSERT INTO stats.closed_day (service_date, closed_at) VALUES ('2026-03-11', now())")
            command = try await run(bench, ["recheck", "--from", "2026-03-10", "--to", "2026-03-11"])
            #expect(
                command.status == 1
                    && command.errors
                        == "qingyun-timeliness: 2026-03-11 cannot be judged again: its telemetry was dropped; what was judged stays as it is\n",
                "\(command)")
        }
    }

    @Test("the history says its evidence in words to people, and as it is kept to programs")
    func words() async throws {
        try await CollectionBench.with { bench in
            try bench.report(from: "10:20:00", to: "10:22:00", isThere: true)
            try bench.check("11:15")
            var command = try await run(bench, ["history", "1"])
            let words = "京AG1234 stood 4 m away from 2026-03-10 10:20:00 to 2026-03-10 10:22:00"
            #expect(command.output.contains(words), "\(command)")
            command = try await run(bench, ["history", "1", "--format", "csv"])
            #expect(command.output.contains("\"\"metres\"\": 4"), "\(command)")
        }
    }

    @Test("a list without dates goes back a quarter from the newest day, and says so; licences are listed however old")
    func recentDays() async throws {
        try await CollectionBench.with { bench in
            // 92 days that end with 10 March begin with 9 December.
            try bench.session.execute(
                """
                WITH w AS (
                    INSERT INTO ops.warning (kind, subject, raised_at, service_date)
                    SELECT v.kind, v.subject, v.day::timestamptz, v.day::date
                    FROM (VALUES ('late_collection', 'new', '2026-03-10'), ('late_collection', 'first', '2025-12-09'),
                        ('late_collection', 'older', '2025-12-08'), ('qualification_expiry', 'licence', '2024-05-01')) AS v (kind, subject, day)
                    RETURNING warning_id
                )
                INSERT INTO ops.warning_event (warning_id, at, seq, action, state, actor)
                SELECT warning_id, now(), 1, 'raise', 'raised', 'timeliness' FROM w
                """)
            let subjects = { (command: FinishedCommand) in
                command.output.split(separator: "\n").dropFirst().map {
                    $0.split(separator: ",", omittingEmptySubsequences: false)[4]
                }
            }
            var command = try await run(bench, ["list", "--format", "csv"])
            #expect(subjects(command) == ["new", "first", "licence"], "\(command)")
            #expect(
                command.errors == "qingyun-timeliness: only days since 2025-12-09 are listed; those before: --from\n")
            command = try await run(bench, ["list", "--format", "csv", "--from", "2025-01-01"])
            #expect(subjects(command) == ["new", "first", "older"] && command.errors.isEmpty, "\(command)")
            command = try await run(bench, ["list", "--from", "2026-03-10", "--to", "2026-03-09"])
            #expect(
                command.status == 64 && command.errors.hasPrefix("Error: --to: 2026-03-09 is before --from, 2026-03-10")
            )
        }
    }

    @Test("the daemon judges a day again after a correction, however long ago it was")
    func corrected() async throws {
        try await CollectionBench.with { bench in
            try bench.lift("10:30:00", netG: 40_000)
            try bench.check("17:00")
            #expect(try bench.tasks()[0] == "on_time - 10:30:00 lift -")
            let daemon = try BackgroundCommand(
                "qingyun-timeliness", ["run", "--interval", "1"],
                environment: ["QINGYUN_DATABASE_URL": bench.database.url])
            try bench.session.execute(
                "UPDATE registry.tag_binding SET valid = tstzrange(lower(valid), '2026-03-10 10:00+08') "
                    + "WHERE tag_id = decode('\(CollectionBench.tag)', 'hex')")
            _ = try await eventually("the day to be judged again") {
                try bench.tasks()[0] == "missed no_visit - - raised" ? true : nil
            }
            daemon.terminate()
            let ended = try await daemon.end()
            #expect(ended.status == 0, "\(ended.errors)")
        }
    }

    @Test("rules go out and come in again; wrong options name what is accepted")
    func rules() async throws {
        try await CollectionBench.with { bench in
            let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-rules-\(UUID().uuidString)")
                .path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var command = try await run(bench, ["rules", "export", folder])
            #expect(command.output == "collection_rule.csv: 1 row\ncollection_suspension.csv: 1 row\n", "\(command)")
            command = try await run(bench, ["rules", "import", folder])
            #expect(command.status == 0 && command.output.hasSuffix("nothing changes\n"), "\(command)")
            try "code,name\nS,s\n".write(toFile: folder + "/street.csv", atomically: true, encoding: .utf8)
            command = try await run(bench, ["rules", "import", folder + "/street.csv"])
            #expect(
                command.status == 64
                    && command.errors.contains("accepted: collection_rule.csv, collection_suspension.csv"))

            try "code,name\nS,s\n".write(
                toFile: folder + "/my_collection_rule.csv", atomically: true, encoding: .utf8)
            command = try await run(bench, ["rules", "import", folder + "/my_collection_rule.csv"])
            #expect(
                command.status == 64 && command.errors.contains("the name says no kind of rule"), "\(command)")

            for (arguments, words) in [
                (["check", "--at", "9:00"], "accepted: a time such as 2026-06-01T09:00"),
                (["recheck", "--from", "2026-02-30"], "accepted: a day such as 2026-06-01"),
                (["recheck", "--from", "2026-03-02", "--to", "2026-03-01"], "is before --from"),
                (["check", "--near", "1"], "accepted: 5 to 500"),
                (["check", "--at", "2999-01-01T00:00"], "is still to come"),
                (["recheck", "--from", "2026-03-10", "--at", "2999-01-01T00:00+08:00"], "is still to come"),
                (
                    ["list", "--kind", "late_colection"],
                    "accepted: duty_absent, duty_left_early, duty_short, late_collection,"
                ),
                (["list", "--street", "999"], "there is no street 999"),
                (["list", "--state", "new"], "accepted: open, all, raised"),
                (["report", "--date", "2026-03-10", "--by", "town"], "accepted: street, community, carrier"),
            ] {
                command = try await run(bench, arguments)
                #expect(command.status == 64 && command.errors.contains(words), "\(arguments): \(command)")
            }
            command = try await run(bench, ["check", "--at", "2999-01-01T00:00", "--dry-run"])
            #expect(command.status == 0 && command.output.contains("nothing was changed"), "\(command)")
            command = try await run(bench, ["explain", "--point", "P9", "--date", "2026-03-10"])
            #expect(
                command.status == 1
                    && command.errors == "qingyun-timeliness: --point: there is no collection point P9\n")
        }
    }

    @Test("of two that run one works, and the other takes over when it is killed")
    func takesOver() async throws {
        try await CollectionBench.with { bench in
            let folder = FileManager.default.temporaryDirectory
            func start(_ name: String, _ options: [String] = []) throws -> (process: ChildProcess, log: () -> String) {
                let log = folder.appending(path: "qingyun-run-\(name)-\(UUID().uuidString)").path
                let process = try ChildProcess(
                    BuiltProduct.url("qingyun-timeliness"), arguments: ["run", "--interval", "1"] + options,
                    environment: ["QINGYUN_DATABASE_URL": bench.database.url, "PATH": "/usr/bin:/bin"], errors: log)
                return (process, { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" })
            }
            func waits(for words: String, _ log: () -> String) async throws {
                _ = try await eventually("'\(words)'") { log().contains(words) ? true : nil }
            }
            let dry = try start("dry", ["--dry-run"])
            try await waits(for: "this is a dry run", dry.log)
            dry.process.send(signal: SIGTERM)
            _ = try await eventually("its end") { dry.process.exitStatus }
            #expect(try bench.database.count("SELECT count(*) FROM ops.collection_day") == 0)
            let first = try start("first")
            try await waits(for: "collections are checked from here", first.log)
            let second = try start("second")
            try await waits(for: "waits to take over", second.log)
            // Beside one that works a dry run does nothing, and takes no lock that it would wait for.
            let beside = try start("beside", ["--dry-run"])
            try await waits(for: "a dry run would keep it waiting", beside.log)
            #expect(!beside.log().contains("this is a dry run"))
            beside.process.send(signal: SIGTERM)
            _ = try await eventually("its end") { beside.process.exitStatus }
            #expect(!second.log().contains("collections are checked from here"))
            // It plans today and tomorrow.
            _ = try await eventually("today's tasks") {
                try bench.database.count(
                    "SELECT count(*) FROM ops.collection_day WHERE service_date >= telemetry.local_day(now())") >= 2
                    ? true : nil
            }
            // A new rule is seen by itself.
            try bench.session.execute("UPDATE ops.collection_rule SET windows = '09:00-11:00'")
            _ = try await eventually("tomorrow's tasks by the new rule") {
                try bench.database.count(
                    "SELECT count(*) FROM ops.collection_task WHERE service_date > telemetry.local_day(now())") == 1
                    ? true : nil
            }
            first.process.send(signal: SIGKILL)
            try await waits(for: "collections are checked from here", second.log)
            second.process.send(signal: SIGTERM)
            let status = try await eventually("its end") { second.process.exitStatus }
            #expect(status == 0)
        }
    }
}
