import Foundation
import Postgres
import Testing

@Suite("qingyun-timeliness notify, run and duties, as people start them", .enabled(if: TestDatabase.isEnabled))
struct NotifyCommandTests {
    /// Writes a file of channels and gives its path.
    private func withChannels<R>(_ yaml: String, _ body: (String) async throws -> R) async throws -> R {
        let url = FileManager.default.temporaryDirectory.appending(path: "channels-\(UUID().uuidString).yaml")
        try Data(yaml.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try await body(url.path)
    }

    @Test("--test tells every channel, prints what each answered, without secrets, and needs no database")
    func test() async throws {
        try await WebhookServer.with({ received in
            received.uri.hasPrefix("/good")
                ? .taken : .answer(200, #"{"errcode":310000,"errmsg":"token tok456789 is wrong"}"#)
        }) { server in
            let yaml = """
                channels:
                  - {name: good, form: dingtalk, url: "http://127.0.0.1:\(server.port)/good?access_token=tok123456", secret: SEC987654}
                  - {name: bad, form: wecom, url-env: ROBOT}
                  - {name: journal, form: log}
                """
            try await withChannels(yaml) { path in
                let command = try await FinishedCommand.run(
                    "qingyun-timeliness", ["notify", "--test", "--notify-channels", path],
                    environment: ["ROBOT": "http://127.0.0.1:\(server.port)/bad?key=tok456789"])
                #expect(command.status == 1)
                #expect(
                    command.output == """
                        good (dingtalk): taken: HTTP status 200 {"errcode":0,"errmsg":"ok"}
                        bad (wecom): not taken: HTTP status 200 {"errcode":310000,"errmsg":"token (secret) is wrong"}
                        journal (log): written to the log

                        """)
                #expect(command.errors.contains("1 of 3 channels did not take the test"))
                for secret in ["tok123456", "tok456789", "SEC987654"] {
                    #expect(!(command.output + command.errors).contains(secret))
                }
                #expect(server.received.count == 2)
                #expect(server.received.allSatisfy { $0.text.contains("测试") && $0.text.contains("清运") })
            }
        }
    }

    @Test("a wrong file of channels is refused with status 64 and every fault")
    func wrongFile() async throws {
        try await withChannels("channels:\n  - {name: a, form: pigeon}\n  - {name: B, form: log}\n") { path in
            let command = try await FinishedCommand.run(
                "qingyun-timeliness", ["notify", "--test", "--notify-channels", path])
            #expect(command.status == 64)
            #expect(command.errors.contains(":2: channel a has no form that is known; accepted: form: dingtalk"))
            #expect(command.errors.contains(":3: a channel has no name"))
        }
        let none = try await FinishedCommand.run("qingyun-timeliness", ["notify"])
        #expect(none.status == 64)
        #expect(none.errors == "qingyun-timeliness: there are no channels; accepted: --notify-channels FILE\n")
    }

    @Test("a sender that is killed while the receiver thinks leaves the message to the next one, with the same key")
    func killed() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .silence }) { server in
                let yaml = "channels: [{name: program, form: json, url: \"http://127.0.0.1:\(server.port)/\"}]"
                try await withChannels(yaml) { path in
                    let now = try fixture.database.query("SELECT now()::text AS now")[0].text("now")
                    try fixture.raise("A", 1, 60, at: now)
                    let environment = ["QINGYUN_DATABASE_URL": fixture.database.url, "PATH": "/usr/bin:/bin"]
                    let arguments = ["notify", "--notify-channels", path]

                    let dry = try await FinishedCommand.run(
                        "qingyun-timeliness", arguments + ["--dry-run"], environment: environment)
                    #expect(dry.status == 0)
                    #expect(dry.output.contains("【清运预警】城北街道 收集不及时 60 处"))
                    #expect(dry.output.contains("另有 40 处"))
                    #expect(server.received.isEmpty)

                    let first = try ChildProcess(
                        BuiltProduct.url("qingyun-timeliness"), arguments: arguments, environment: environment)
                    _ = try await eventually("the first request") {
                        server.received.isEmpty ? nil : true
                    }
                    first.send(signal: SIGKILL)
                    _ = try await eventually("its end") { first.exitStatus }
                    #expect(try fixture.database.query("SELECT state FROM ops.notification")[0]["state"] == "sending")
                    server.reply { _ in .taken }
                    let early = try await FinishedCommand.run("qingyun-timeliness", arguments, environment: environment)
                    #expect(early.output == "program: 0 sent, 0 not taken, 0 given up\n")
                    // The lease is a minute; the test does not wait for it.
                    try fixture.database.execute("UPDATE ops.notification SET claimed_until = now()")
                    let second = try await FinishedCommand.run(
                        "qingyun-timeliness", arguments, environment: environment)
                    #expect(second.output == "program: 1 sent, 0 not taken, 0 given up\n")
                    #expect(second.status == 0)
                    let keys = server.received.map { $0.headers["Idempotency-Key"] }
                    #expect(keys.count == 2 && keys[0] != nil && keys[0] == keys[1])
                }
            }
        }
    }

    @Test("the daemon tells of warnings by itself, goes on when a receiver comes back, and ends with 0 on SIGTERM")
    func daemon() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let yaml = "channels: [{name: program, form: json, url: \"http://127.0.0.1:\(server.port)/\"}]"
                try await withChannels(yaml) { path in
                    let daemons = try (0..<2).map { _ in
                        try ChildProcess(
                            BuiltProduct.url("qingyun-timeliness"), arguments: ["run", "--notify-channels", path],
                            environment: ["QINGYUN_DATABASE_URL": fixture.database.url, "PATH": "/usr/bin:/bin"])
                    }
                    for window in 0..<5 {
                        let now = try fixture.database.query("SELECT now()::text AS now")[0].text("now")
                        try fixture.raise("A", 1, 3, window: window, at: now)
                        try fixture.raise("B", 1, 3, window: window, at: now)
                        _ = try await eventually("the messages of window \(window)") {
                            let count = try fixture.database.count(
                                "SELECT count(*) FROM ops.notification WHERE state = 'sent'")
                            return count >= 2 * (window + 1) ? true : nil
                        }
                    }
                    for daemon in daemons { daemon.send(signal: SIGTERM) }
                    for daemon in daemons {
                        #expect(
                            try await eventually("the end of a daemon") { daemon.exitStatus } == 0
                        )
                    }
                    #expect(server.received.count == 10)
                    #expect(Set(server.received.map { $0.headers["Idempotency-Key"] }).count == 10)
                }
            }
        }
    }

    @Test("check judges duties and duties reports them")
    func duties() async throws {
        try await DutyFixture.with { fixture in
            try fixture.duty(1)
            try fixture.walk(1, [.init(-5..<80, 10), .init(80..<130, 500)])
            let environment = ["QINGYUN_DATABASE_URL": fixture.database.url]
            let dry = try await FinishedCommand.run(
                "qingyun-timeliness", ["check", "--at", "2026-06-01T09:15", "--dry-run"], environment: environment)
            let check = try await FinishedCommand.run(
                "qingyun-timeliness", ["check", "--at", "2026-06-01T09:15"], environment: environment)
            for command in [dry, check] {
                #expect(command.status == 0)
                #expect(
                    command.output.contains(
                        "duties: tasks made 2, changed 0, removed 0; judged 1, again 0; warnings: raise 1, revise 0, withdraw 0"
                    ))
            }
            let table = try await FinishedCommand.run(
                "qingyun-timeliness", ["duties", "--date", "2026-06-01", "--format", "csv"], environment: environment)
            #expect(
                table.output == """
                    service_date,street,post,post_name,duty,person,window,outcome,cause,arrived,left,late_min,present_min,least_min,silent_min,fixes
                    2026-06-01,城北街道,P1,1号桶站,D1,1,07:00-09:00,left_early,left_early,07:00,08:20,,80,100,0,135

                    """)
            let json = try await FinishedCommand.run(
                "qingyun-timeliness", ["duties", "--date", "2026-06-01", "--by", "street", "--format", "json"],
                environment: environment)
            let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
            #expect(rows.first?["left_early"] as? Int == 1)
            #expect(rows.first?["name"] as? String == "城北街道")
            let recheck = try await FinishedCommand.run(
                "qingyun-timeliness", ["recheck", "--from", "2026-06-01", "--at", "2026-06-01T12:00"],
                environment: environment)
            #expect(recheck.status == 0)
            #expect(
                recheck.output.contains(
                    "2026-06-01 duties: tasks made 0, changed 0, removed 0; judged 0, again 1; warnings: raise 0"))
            let list = try await FinishedCommand.run(
                "qingyun-timeliness", ["list", "--kind", "duty_left_early", "--format", "csv"], environment: environment
            )
            #expect(list.output.contains("duty_left_early"))
        }
    }
}
