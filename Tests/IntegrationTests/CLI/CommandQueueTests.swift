import Foundation
import Postgres
import Registry
import Testing

@Suite("qingyun command: the queue, without a gateway", .enabled(if: TestDatabase.isEnabled))
struct CommandQueueTests {
    private func qingyun(_ database: TestDatabase, _ arguments: String...) async throws -> FinishedCommand {
        try await FinishedCommand.run(
            "qingyun", ["command"] + arguments, environment: ["QINGYUN_DATABASE_URL": database.url])
    }

    private func withTerminal(_ body: (TestDatabase) async throws -> Void) async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            _ = try TerminalRegistry(session).add(.init(number: "139"))
            session.close()
            try await body(database)
        }
    }

    @Test("what is ordered is listed, newest first, for people and for programs")
    func list() async throws {
        try await withTerminal { database in
            let first = try await qingyun(database, "send", "--terminal", "00139", "text", "你好", "--by", "值班")
            #expect(first.output == "queued command 1 (text) for terminal 139\n")
            let second = try await qingyun(database, "send", "locate", "--terminal", "139", "--valid-minutes", "5")
            #expect(second.output == "queued command 2 (locate) for terminal 139\n")
            let third = try await qingyun(
                database, "send", "--terminal", "139", "region", "circle", "--id", "7", "--center", "-40.5,116.25",
                "--radius",
                "500")
            #expect(third.status == 0, "\(third.errors)")
            _ = try await qingyun(database, "cancel", "2")

            let table = try await qingyun(database, "list", "--state", "queued", "--format", "csv")
            let lines = table.output.split(separator: "\n").dropFirst()
            #expect(lines.map { $0.prefix(2) } == ["3,", "1,"])
            #expect(lines.last?.contains(#"139,text,queued,"#) == true)
            #expect(try await qingyun(database, "list", "--terminal", "140").output.contains("(0 rows)"))

            let json = try await qingyun(database, "list", "--json")
            let objects = try json.output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            #expect(objects.map { $0["command_id"] as? Int } == [3, 2, 1])
            #expect(objects[1]["state"] as? String == "cancelled")
            #expect(objects[2]["created_by"] as? String == "值班")
            #expect((objects[2]["arguments"] as? [String: Any])?["text"] as? String == "你好")
            let center = (objects[0]["arguments"] as? [String: Any])?["center"] as? [String: Any]
            #expect(center?["lat"] as? Double == -40.5)
            let minutes = try database.query(
                "SELECT extract(epoch FROM expires_at - created_at)::int AS seconds FROM ops.command ORDER BY command_id"
            )
            #expect(try minutes.map { try $0.int("seconds") } == [86_400, 300, 86_400])
        }
    }

    @Test("a wait without an answer ends with status 75 and says that the command goes on waiting")
    func wait() async throws {
        try await withTerminal { database in
            let command = try await qingyun(database, "send", "--terminal", "139", "locate", "--wait", "1")
            #expect(command.status == 75)
            #expect(command.errorLines.count == 1)
            #expect(command.errors.contains("not sent yet"))
            #expect(try database.count("SELECT count(*) FROM ops.command WHERE state = 'queued'") == 1)
        }
    }

    @Test("a wait ends as soon as the command is cancelled, with status 1")
    func waitCancelled() async throws {
        try await withTerminal { database in
            let waiting = try BackgroundCommand(
                "qingyun", ["command", "send", "--terminal", "139", "locate", "--wait", "60"],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            _ = try await eventually("the command") {
                try database.count("SELECT count(*) FROM ops.command") == 1 ? true : nil
            }
            #expect(try await qingyun(database, "cancel", "1", "--by", "班长").status == 0)
            let end = try await waiting.end()
            #expect(end.status == 1)
            #expect(end.errors == "qingyun: cancelled: cancelled by 班长\n")
        }
    }

    @Test("a command is refused for a terminal that nobody knows or lets in, and nothing is queued")
    func terminals() async throws {
        try await withTerminal { database in
            let unknown = try await qingyun(database, "send", "--terminal", "140", "locate")
            #expect(unknown.status == 1)
            #expect(unknown.errors == "qingyun: terminal 140 is not in the registry: nothing was queued\n")
            try database.execute("UPDATE registry.terminal SET status = 'suspended'")
            let suspended = try await qingyun(database, "send", "--terminal", "139", "locate")
            #expect(suspended.status == 1)
            #expect(suspended.errors.contains("is suspended"))
            #expect(try database.count("SELECT count(*) FROM ops.command") == 0)
        }
    }

    @Test("an edition that lacks a message is known before anything is queued")
    func edition() async throws {
        try await withTerminal { database in
            try database.execute("UPDATE registry.terminal SET protocol_version = '2011'")
            let command = try await qingyun(database, "send", "--terminal", "139", "attributes")
            #expect(command.status == 64)
            #expect(command.errors.contains("JT/T 808-2011"))
            #expect(try database.count("SELECT count(*) FROM ops.command") == 0)
        }
    }

    @Test(
        "what a command must not say is refused with status 64, one line, and what is accepted; no database is asked",
        arguments: [
            (["text", "🚛"], "'🚛'"), (["text", ""], "1 to 1024"), (["interval", "--seconds", "-5"], "1 to 86400"),
            (["parameters", "0x0029=-1"], "0 to 4294967295"), (["parameters", "0x0084=300"], "0 to 255"),
            (["parameters", "speed=1"], "0x0029"), (["query-parameters", "0xzz"], "0x0029"),
            (["track", "--seconds", "70000", "--duration", "5"], "0 to 65535"),
            (["region", "circle", "--id", "1", "--center", "91,0", "--radius", "5"], "-90 to 90"),
            (["region", "polygon", "--id", "1", "--vertex", "1,1", "--vertex", "2,2"], "3 to"),
        ] as [([String], String)])
    func content(arguments: [String], accepted: String) async throws {
        let command = try await FinishedCommand.run(
            "qingyun", ["command", "send", "--terminal", "139"] + arguments,
            environment: ["QINGYUN_DATABASE_URL": "postgresql://x@127.0.0.1:1/x"])
        #expect(command.status == 64)
        #expect(command.errorLines.count == 1, "\(command.errors)")
        #expect(command.errors.contains(accepted), "\(command.errors)")
    }
}
