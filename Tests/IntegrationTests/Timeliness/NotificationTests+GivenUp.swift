import Logging
import Postgres
import Synchronization
import Testing
import Timeliness

/// Messages that no receiver takes, and what becomes of what they were to tell.
extension NotificationTests {
    @Test("after its last attempt a message is given up, says so, and goes out once it is put back by hand")
    func givenUp() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(500, "down") }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                var rounds: [NotificationSender.Round] = []
                for hour in 0..<18 {
                    clock.set("2026-06-01 \(hour < 16 ? hour + 8 : 23):\(hour < 16 ? "00" : "\(hour + 30)")+08")
                    rounds.append(try await round(sender, setup))
                    // Each is due an hour and a half after the one before at the latest.
                    try fixture.database.execute(
                        "UPDATE ops.notification SET due_at = created_at WHERE state = 'waiting'")
                }
                #expect(rounds.map(\.postponed) == Array(repeating: 1, count: 17) + [0])
                #expect(rounds.last?.failed == 1)
                #expect(server.received.count == 18)
                let row = try fixture.database.query("SELECT state, outcome FROM ops.notification")[0]
                #expect(row["state"] == "failed")
                #expect(row["outcome"]?.hasPrefix("given up after 18 attempts; the last: HTTP status 500") == true)
                server.reply { _ in .taken }
                #expect(try await round(sender, setup) == NotificationSender.Round())
                let session = try fixture.database.session()
                defer { session.close() }
                #expect(try NotificationOutbox(session).retryFailed(at: try clock.read(session)) == 1)
                #expect(try await round(sender, setup).sent == 1)
                #expect(try fixture.database.count("SELECT count(*) FROM ops.notification_attempt") == 19)
            }
        }
    }

    @Test("what is refused for good is given up at once; --retry tells what still stands, and no old news")
    func refusedForGood() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(404, "no such robot") }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 3, at: "2026-06-01 07:30+08")
                try fixture.raise("B", 1, 1, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).failed == 2)
                try fixture.database.execute(
                    "UPDATE ops.notification SET ended_at = '2026-05-29 07:00+08' WHERE content -> 'street' ->> 'code' = 'B'"
                )
                try fixture.step("withdraw", "withdrawn", "A", 1, 2, at: "2026-06-01 08:00+08")
                server.reply { _ in .taken }
                clock.set("2026-06-01 09:00+08")
                let session = try fixture.database.session()
                defer { session.close() }
                #expect(try NotificationOutbox(session).retryFailed(at: try clock.read(session)) == 1)
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server).last?.hasPrefix("【清运预警】城北街道 收集不及时 1 处") == true)
                #expect(texts(server).last?.hasSuffix("另有 2 条已在发送前解除，不再列出") == true)
            }
        }
    }

    @Test("what was raised in a message that was given up and is over is told neither as over nor by --retry")
    func overAndNeverTold() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(404, "no such robot") }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).failed == 1)
                // The robot is mended, and late data disprove both.
                server.reply { _ in .taken }
                try fixture.step("withdraw", "withdrawn", "A", 1, 2, at: "2026-06-01 08:00+08")
                clock.set("2026-06-01 08:01+08")
                #expect(try await round(sender, setup) == NotificationSender.Round())
                try await retry(fixture, clock, messages: 1)
                #expect(try await round(sender, setup) == NotificationSender.Round())
                #expect(server.received.count == 1)
                #expect(
                    try fixture.database.count(
                        "SELECT count(*) FROM ops.notification_item WHERE settled_at IS NOT NULL") == 4)
            }
        }
    }

    @Test(
        "what waits behind a message is told anew when that one is given up: of it only what was told before is called back"
    )
    func followers() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:20+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 1, at: "2026-06-01 07:20+08")
                #expect(try await round(sender, setup).sent == 1)
                server.reply { _ in .answer(500, "down") }
                clock.set("2026-06-01 07:30+08")
                try fixture.raise("A", 2, 2, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).postponed == 1)
                // Both are over, and their message waits behind the one that says that the second was raised.
                try fixture.step("withdraw", "withdrawn", "A", 1, 2, at: "2026-06-01 07:30:01+08")
                clock.set("2026-06-01 07:30:02+08")
                #expect(try await round(sender, setup) == NotificationSender.Round())
                server.reply { _ in .answer(404, "no such robot") }
                clock.set("2026-06-01 09:00+08")
                #expect(try await round(sender, setup).failed == 1)
                server.reply { _ in .taken }
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server).last?.hasPrefix("【清运预警撤销】城北街道 收集不及时 1 处") == true)
                #expect(texts(server).last?.contains("A001 ") == true)
                try await retry(fixture, clock, messages: 1)
                #expect(try await round(sender, setup) == NotificationSender.Round())
            }
        }
    }

    @Test("--retry does not tell as new what was told to be over meanwhile")
    func retriedAfterItsEnd() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(404, "no such robot") }) { server in
                let setup = try setup(
                    server, routes: "routes: [{channels: c, events: [raised, acknowledged, withdrawn]}]")
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 1, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).failed == 1)
                server.reply { _ in .taken }
                try fixture.step("acknowledge", "acknowledged", "A", 1, 1, at: "2026-06-01 07:40+08")
                #expect(try await round(sender, setup).sent == 1)
                try fixture.step("withdraw", "withdrawn", "A", 1, 1, at: "2026-06-01 07:50+08")
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[2].hasPrefix("【清运预警撤销】城北街道 收集不及时 1 处"))
                try await retry(fixture, clock, messages: 1)
                #expect(try await round(sender, setup) == NotificationSender.Round())
            }
        }
    }

    @Test("a message that waited for three days is given up with an error in the log, counts, and goes out by --retry")
    func waitedTooLong() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(500, "down") }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let log = LogLines()
                let sender = NotificationSender(
                    setup, connection: fixture.database.connection(), client: WebhookClient(), name: "sender",
                    logger: Logger(label: "test", factory: { _ in log }), clock: clock.read)
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).postponed == 1)
                #expect(!log.errors.contains { $0.contains("given up") })
                clock.set("2026-06-04 07:30+08")
                #expect(try await round(sender, setup).failed == 1)
                #expect(log.errors == ["message given up; `qingyun-timeliness notify --retry` sends it again: c"])
                #expect(server.received.count == 1)
                let session = try fixture.database.session()
                defer { session.close() }
                clock.set("2026-06-05 08:00+08")
                let standing = try NotificationOutbox(session).standing(at: try clock.read(session))
                #expect(standing.map { [$0.waiting, $0.failed] } == [[0, 1]])
                server.reply { _ in .taken }
                try await retry(fixture, clock, messages: 1)
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server).last?.hasPrefix("【清运预警】城北街道 收集不及时 2 处") == true)
            }
        }
    }

    /// Keeps what is logged as an error: the message and the channel.
    private struct LogLines: LogHandler {
        private let lines = SharedLines()
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        private final class SharedLines: Sendable {
            let lines = Mutex<[String]>([])
        }

        var errors: [String] { lines.lines.withLock { $0 } }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            guard event.level >= .error else { return }
            let channel = event.metadata?["notification.channel"].map { "\($0)" } ?? ""
            lines.lines.withLock { $0.append("\(event.message): \(channel)") }
        }
    }

    /// What `notify --retry` does first.
    private func retry(_ fixture: WarningFixture, _ clock: Clock, messages: Int) async throws {
        let session = try fixture.database.session()
        defer { session.close() }
        #expect(try NotificationOutbox(session).retryFailed(at: try clock.read(session)) == messages)
    }
}
