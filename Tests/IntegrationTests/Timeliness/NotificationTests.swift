import Crypto
import Foundation
import Logging
import Operations
import Postgres
import Synchronization
import Testing
import Timeliness

@Suite("Notifications: from events of warnings to receivers", .enabled(if: TestDatabase.isEnabled))
struct NotificationTests {
    /// Local time, which tests move.
    final class Clock: Sendable {
        let now: Mutex<String>
        init(_ now: String) { self.now = Mutex(now) }
        func set(_ text: String) { now.withLock { $0 = text } }
        var read: @Sendable (PostgresSession) throws -> OutboxTime {
            { [self] session in try OutboxTime.at(now.withLock { $0 }, session) }
        }
    }

    /// A sender of its own connection.
    func sender(
        _ setup: NotificationSetup, _ database: TestDatabase, _ clock: Clock, name: String = "sender",
        timeout: Duration = .seconds(30)
    ) -> NotificationSender {
        NotificationSender(
            setup, connection: database.connection(), client: WebhookClient(timeout: timeout), name: name,
            logger: TestDatabase.logger, clock: clock.read)
    }

    func setup(
        _ server: WebhookServer, form: String = "json", secret: String? = nil, _ more: String = "", routes: String = ""
    ) throws -> NotificationSetup {
        let secret = secret.map { ", secret: \($0)" } ?? ""
        return try ChannelFile.parse(
            "channels: [{name: c, form: \(form), url: \"http://127.0.0.1:\(server.port)/send?access_token=tok123\"\(secret)\(more)}]\n\(routes)",
            path: "test", environment: [:]
        ) { _ in "" }
    }

    @discardableResult
    func round(_ sender: NotificationSender, _ setup: NotificationSetup) async throws
        -> NotificationSender.Round
    {
        try await sender.collect()
        return try await sender.serve(try #require(setup.channels.first), gatherSeconds: 0)
    }

    func texts(_ server: WebhookServer) -> [String] {
        server.received.map { received in
            let object = try? JSONSerialization.jsonObject(with: Data(received.body)) as? [String: Any]
            return object?["text"] as? String ?? (object?["markdown"] as? [String: String])?["text"] ?? ""
        }
    }

    /// HMAC-SHA256 by its definition (RFC 2104), from the hash alone.
    private func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let block = (key.count > 64 ? Array(SHA256.hash(data: key)) : key)
        let padded = block + [UInt8](repeating: 0, count: 64 - block.count)
        let inner = Array(SHA256.hash(data: padded.map { $0 ^ 0x36 } + message))
        return Array(SHA256.hash(data: padded.map { $0 ^ 0x5C } + inner))
    }

    @Test("sixty warnings of a street and window are one message, signed as DingTalk wants it, and are told once")
    func grouping() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server, form: "dingtalk", secret: "SECabc", ", points: 3")
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 60, at: "2026-06-01 07:30+08")
                try fixture.raise("A", 61, 62, window: 3, at: "2026-06-01 07:30+08")
                try fixture.raise("B", 1, 1, at: "2026-06-01 07:30+08", state: "unconfirmed", cause: "terminal_offline")
                #expect(try await round(sender, setup).sent == 3)
                let texts = texts(server)
                #expect(texts.count == 3)
                let first = try #require(texts.first { $0.contains("60 处") })
                #expect(first.hasPrefix("### 【清运预警】城北街道 收集不及时 60 处\n\n时段：2026-06-01 04:00-07:00\n\n原因：车辆未到达 60\n\n"))
                #expect(first.contains("- #1 A001 城北街道1号桶站，厨余垃圾：车辆未到达\n\n- #2 A002 "))
                #expect(first.hasSuffix("另有 57 处"))
                #expect(texts.contains { $0.contains("2026-06-01 03:00-06:00") && $0.contains("2 处") })
                #expect(texts.contains { $0.hasPrefix("### 【清运预警待核实】小汤山镇 收集不及时 1 处") })
                for received in server.received {
                    #expect(received.method == "POST")
                    #expect(received.query["access_token"] == "tok123")
                    let time = try #require(received.query["timestamp"])
                    let expected = Data(hmac(Array("\(time)\nSECabc".utf8), key: Array("SECabc".utf8)))
                        .base64EncodedString()
                    #expect(received.query["sign"]?.removingPercentEncoding == expected)
                    // 2026-06-01 07:30 in Shanghai.
                    #expect(time == "1780270200000")
                }
                #expect(try await round(sender, setup) == NotificationSender.Round())
                #expect(server.received.count == 3)
                // 60 + 2 + 1 events, each in one message.
                #expect(
                    try fixture.database.count(
                        "SELECT count(*) FROM ops.notification_item WHERE notification_id IS NOT NULL") == 63)
            }
        }
    }

    @Test("routes say which streets, kinds and events a channel hears of")
    func routes() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(
                    server, routes: "routes: [{channels: c, streets: [B], events: [raised, handled]}]")
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 5, at: "2026-06-01 07:30+08")
                try fixture.raise("B", 1, 2, at: "2026-06-01 07:30+08")
                try fixture.raise("B", 3, 4, at: "2026-06-01 07:30+08", state: "unconfirmed", cause: "terminal_offline")
                #expect(try await round(sender, setup).sent == 1)
                try fixture.step("acknowledge", "acknowledged", "B", 1, 2, at: "2026-06-01 07:31+08")
                try fixture.step("remark", "acknowledged", "B", 1, 2, at: "2026-06-01 07:32+08")
                try fixture.step("handle", "handled", "B", 1, 2, at: "2026-06-01 07:33+08")
                clock.set("2026-06-01 07:34+08")
                #expect(try await round(sender, setup).sent == 1)
                let texts = texts(server)
                #expect(texts[0].hasPrefix("【清运预警】小汤山镇 收集不及时 2 处"))
                #expect(texts[1].hasPrefix("【清运预警已处理】小汤山镇 收集不及时 2 处"))
            }
        }
    }

    @Test(
        "a receiver that does not take a message gets it again, later and later, with the same key",
        arguments: [
            WebhookServer.Reply.answer(200, #"{"errcode":310000,"errmsg":"keywords not in content"}"#),
            .answer(500, "down"), .answer(429, "slow", headers: ["Retry-After": "300"]), .answer(200, "no json"),
            .hangUp, .silence,
        ])
    func refusal(reply: WebhookServer.Reply) async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in reply }) { server in
                let form = if case .answer(200, _, _) = reply { "dingtalk" } else { "json" }
                let setup = try setup(server, form: form)
                let clock = Clock("2026-06-01 07:30:00+08")
                let isSilent = if case .silence = reply { true } else { false }
                let sender = sender(
                    setup, fixture.database, clock, timeout: isSilent ? .milliseconds(300) : .seconds(30))
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).postponed == 1)
                // Nothing is sent before its time.
                #expect(try await round(sender, setup) == NotificationSender.Round())
                let row = try fixture.database.query(
                    """
                    SELECT state, attempts, outcome, extract(epoch FROM due_at - '2026-06-01 07:30+08'::timestamptz)::float8 AS delay
                    FROM ops.notification
                    """)[0]
                #expect(row["state"] == "waiting")
                let outcome = try row.text("outcome")
                switch reply {
                case .answer(200, let text, _) where text.hasPrefix("{"): #expect(outcome.hasPrefix("errcode 310000"))
                case .answer(200, _, _): #expect(outcome.hasPrefix("HTTP status 200, but no errcode"))
                case .answer(let status, _, _): #expect(outcome.hasPrefix("HTTP status \(status)"))
                case .hangUp, .silence: #expect(outcome.hasPrefix("no answer: "))
                }
                #expect(!outcome.contains("tok123"))
                let delay = try row.double("delay")
                if case .answer(429, _, _) = reply {
                    #expect(delay == 300)
                } else {
                    #expect((5.0...15.0).contains(delay))
                }
                server.reply { _ in .taken }
                clock.set("2026-06-01 07:36:00+08")
                let patient = self.sender(setup, fixture.database, clock)
                #expect(try await round(patient, setup).sent == 1)
                let received = server.received
                #expect(received.count == 2)
                #expect(received[0].text == received[1].text)
                #expect(received[0].headers["Idempotency-Key"] == received[1].headers["Idempotency-Key"])
                let attempts = try fixture.database.query(
                    "SELECT attempt, is_delivered FROM ops.notification_attempt ORDER BY attempt")
                #expect(attempts.map { [$0["attempt"], $0["is_delivered"]] } == [["1", "f"], ["2", "t"]])
            }
        }
    }

    @Test("a port where nobody listens is a failure like others")
    func nobody() async throws {
        try await WarningFixture.with { fixture in
            let setup = try await WebhookServer.with { server in try self.setup(server) }
            let sender = sender(setup, fixture.database, Clock("2026-06-01 07:30+08"))
            try fixture.raise("A", 1, 1, at: "2026-06-01 07:30+08")
            #expect(try await round(sender, setup).postponed == 1)
        }
    }

    @Test("a message whose sender died is held until its lease ends, then sent by another with the same key")
    func deadSender() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30:00+08")
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                let session = try fixture.database.session()
                defer { session.close() }
                let channel = try #require(setup.channels.first)
                let claimed = try session.transaction { session in
                    let outbox = NotificationOutbox(session)
                    let time = try clock.read(session)
                    _ = try outbox.collect(setup, at: time)
                    _ = try outbox.compose(for: channel, at: time, gatherSeconds: 0)
                    return try outbox.claim(for: channel, by: "dead", at: time, attempts: 18)
                }
                guard case .message(let claim) = claimed else {
                    Issue.record("nothing was claimed: \(claimed)")
                    return
                }
                let other = sender(setup, fixture.database, clock, name: "other")
                clock.set("2026-06-01 07:30:59+08")
                #expect(try await round(other, setup) == NotificationSender.Round())
                clock.set("2026-06-01 07:31:00+08")
                #expect(try await round(other, setup).sent == 1)
                #expect(server.received.map { $0.headers["Idempotency-Key"] } == [claim.key])
                // The first one was only slow: it learns that it lost the message, and changes nothing.
                let late = try session.transaction { session in
                    try NotificationOutbox(session).settle(
                        claim, by: "dead", .failed("x"), on: channel, at: try clock.read(session),
                        retry: RetrySchedule(), jitter: 0)
                }
                #expect(late == .lost)
                #expect(
                    try fixture.database.query("SELECT state, claimed_by FROM ops.notification")[0]["state"] == "sent")
            }
        }
    }

    @Test("two senders at once send every message once")
    func twoSenders() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 23:30+08")
                for window in 0..<20 {
                    try fixture.raise("A", 1, 2, window: window, at: "2026-06-01 23:30+08")
                    try fixture.raise("B", 1, 2, window: window, at: "2026-06-01 23:30+08")
                }
                let senders = ["a", "b", "c"].map { sender(setup, fixture.database, clock, name: $0) }
                try await withThrowingTaskGroup { group in
                    for sender in senders {
                        group.addTask {
                            // One finds a channel busy while the other takes a message from it, so each asks again.
                            while try fixture.database.count(
                                "SELECT count(*) FROM ops.notification WHERE state = 'sent'") < 40
                            {
                                _ = try await round(sender, setup)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(server.received.count == 40)
                #expect(Set(server.received.map { $0.headers["Idempotency-Key"] }).count == 40)
                #expect(try fixture.database.count("SELECT count(*) FROM ops.notification") == 40)
                #expect(try fixture.database.count("SELECT count(*) FROM ops.notification_item") == 80)
            }
        }
    }

    @Test("quiet hours hold messages back, lose none, and group anew: what was over by morning is only counted")
    func quietHours() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .answer(500, "") }) { server in
                let setup = try setup(server, ", quiet-hours: \"22:00-07:00\"")
                let clock = Clock("2026-06-01 21:59:50+08")
                let sender = sender(setup, fixture.database, clock)
                // One that was tried before the hours began keeps its key; one that was only made is taken back.
                try fixture.raise("B", 1, 1, window: 18, at: "2026-06-01 21:59+08")
                #expect(try await round(sender, setup).postponed == 1)
                let session = try fixture.database.session()
                defer { session.close() }
                try fixture.raise("A", 1, 3, window: 18, at: "2026-06-01 21:59+08")
                try session.transaction { session in
                    let time = try clock.read(session)
                    _ = try NotificationOutbox(session).collect(setup, at: time)
                    _ = try NotificationOutbox(session).compose(for: setup.channels[0], at: time, gatherSeconds: 0)
                }
                server.reply { _ in .taken }
                for (minute, first) in [("22:00", 4), ("23:30", 5), ("02:00", 6)] {
                    let day = minute < "12" ? "02" : "01"
                    clock.set("2026-06-\(day) \(minute)+08")
                    try fixture.raise("A", first, first, window: first + 10, at: "2026-06-\(day) \(minute)+08")
                    #expect(try await round(sender, setup).isQuiet)
                }
                try fixture.step("withdraw", "withdrawn", "A", 2, 3, window: 18, at: "2026-06-02 03:00+08")
                clock.set("2026-06-02 06:59+08")
                #expect(try await round(sender, setup).isQuiet)
                #expect(server.received.count == 1)
                clock.set("2026-06-02 07:00+08")
                #expect(try await round(sender, setup).sent == 2)
                let texts = texts(server)
                #expect(texts[1].hasPrefix("【清运预警】小汤山镇 收集不及时 1 处"))
                #expect(
                    texts[2].hasPrefix(
                        """
                        【清运预警】城北街道 收集不及时 4 处
                        免打扰时段内的汇总
                        时段：2026-06-01 14:00-17:00；2026-06-01 15:00-18:00；2026-06-01 16:00-19:00 等 4 个
                        """))
                #expect(texts[2].hasSuffix("另有 2 条已在发送前解除，不再列出"))
                #expect(server.received[0].headers["Idempotency-Key"] == server.received[1].headers["Idempotency-Key"])
                #expect(
                    try fixture.database.query("SELECT state FROM ops.notification ORDER BY notification_id").map {
                        $0["state"]
                    }
                        == ["sent", "regrouped", "sent"])
                // 1 + 3 + 3 raised and 2 withdrawn; nothing waits.
                #expect(try fixture.database.count("SELECT count(*) FROM ops.notification_item") == 9)
                #expect(
                    try fixture.database.count(
                        "SELECT count(*) FROM ops.notification_item WHERE notification_id IS NULL AND settled_at IS NULL"
                    ) == 0)
            }
        }
    }

    @Test("a group whose warnings are all over before anything was sent makes no message")
    func allSettled() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let sender = sender(setup, fixture.database, Clock("2026-06-01 08:00+08"))
                try fixture.raise("A", 1, 3, at: "2026-06-01 07:30+08")
                try fixture.step("withdraw", "withdrawn", "A", 1, 3, at: "2026-06-01 07:45+08")
                #expect(try await round(sender, setup) == NotificationSender.Round())
                #expect(server.received.isEmpty)
                #expect(
                    try fixture.database.count(
                        "SELECT count(*) FROM ops.notification_item WHERE settled_at IS NOT NULL") == 6)
            }
        }
    }

    @Test("of one street and kind the older message goes first: nothing is called back before it was told")
    func order() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ received in
                received.text.contains("预警】") ? .answer(500, "") : .taken
            }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 1, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).postponed == 1)
                try fixture.step("withdraw", "withdrawn", "A", 1, 1, at: "2026-06-01 07:30:01+08")
                try fixture.raise("B", 1, 1, at: "2026-06-01 07:30+08", state: "unconfirmed")
                // Another street does not wait for it.
                #expect(try await round(sender, setup).sent == 1)
                server.reply { _ in .taken }
                clock.set("2026-06-01 07:31+08")
                #expect(try await round(sender, setup).sent == 2)
                #expect(texts(server).suffix(2).map { String($0.prefix(10)) } == ["【清运预警】城北街道", "【清运预警撤销】城北"])
            }
        }
    }

    @Test("a robot gets no more than 20 messages in a minute; the others wait and are not lost")
    func rateLimit() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server, form: "dingtalk")
                let clock = Clock("2026-06-01 23:30:00+08")
                let sender = sender(setup, fixture.database, clock)
                for window in 0..<20 { try fixture.raise("A", 1, 1, window: window, at: "2026-06-01 23:30+08") }
                for window in 0..<5 { try fixture.raise("B", 1, 1, window: window, at: "2026-06-01 23:30+08") }
                let first = try await round(sender, setup)
                #expect((first.sent, first.isRateLimited) == (20, true))
                clock.set("2026-06-01 23:31:00+08")
                #expect(try await round(sender, setup).isRateLimited)
                clock.set("2026-06-01 23:31:01+08")
                #expect(try await round(sender, setup).sent == 5)
                #expect(server.received.count == 25)
            }
        }
    }

    @Test("an event whose transaction commits after younger ones were told is told too; old news is not")
    func cursor() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let sender = sender(setup, fixture.database, Clock("2026-06-01 07:30+08"))
                let slow = try fixture.database.session()
                defer { slow.close() }
                try slow.execute("BEGIN")
                try WarningFixture.raise("A", 1, 1, at: "2026-06-01 07:30+08", slow)
                #expect(try await round(sender, setup) == NotificationSender.Round())
                // Another writer of events waits for the slow one; were it not so, the slow one's number would be passed over.
                let connection = fixture.database.connection()
                async let other: Void = connection.withSession { session in
                    try WarningFixture.raise("B", 1, 1, at: "2026-06-01 07:30+08", session)
                }
                _ = try await eventually("the other writer waits") {
                    try fixture.database.count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0 ? true : nil
                }
                #expect(try await round(sender, setup) == NotificationSender.Round())
                try slow.execute("COMMIT")
                try await other
                await connection.close()
                #expect(try await round(sender, setup).sent == 2)
                try fixture.raise("A", 2, 2, at: "2026-05-28 07:30+08")
                #expect(try await round(sender, setup) == NotificationSender.Round())
            }
        }
    }

    @Test("what was told is called back, however it changed in between")
    func calledBack() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08", state: "unconfirmed", cause: "terminal_offline")
                #expect(try await round(sender, setup).sent == 1)
                try fixture.step("revise", "raised", "A", 1, 2, at: "2026-06-01 07:31+08")
                try fixture.step("withdraw", "withdrawn", "A", 1, 2, at: "2026-06-01 07:32+08")
                clock.set("2026-06-01 07:33+08")
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[1].hasPrefix("【清运预警撤销】城北街道 收集不及时 2 处"))
            }
        }
    }

    @Test("what was raised and acknowledged in one go is told as both, in this order")
    func raisedAndAcknowledged() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server, routes: "routes: [{channels: c, events: [raised, acknowledged]}]")
                let sender = sender(setup, fixture.database, Clock("2026-06-01 07:40+08"))
                try fixture.raise("A", 1, 3, at: "2026-06-01 07:30+08")
                try fixture.step("acknowledge", "acknowledged", "A", 1, 1, at: "2026-06-01 07:31+08")
                #expect(try await round(sender, setup).sent == 2)
                #expect(texts(server)[0].hasPrefix("【清运预警】城北街道 收集不及时 3 处"))
                #expect(texts(server)[1].hasPrefix("【清运预警已确认】城北街道 收集不及时 1 处"))
                #expect(
                    try fixture.database.count(
                        "SELECT count(*) FROM ops.notification_item WHERE notification_id IS NOT NULL") == 4)
            }
        }
    }

    @Test(
        "a receiver that does not answer is asked once in a round, and the others of its messages wait with the first")
    func deadReceiver() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with({ _ in .hangUp }) { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                try fixture.raise("B", 1, 2, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).postponed == 1)
                #expect(try await round(sender, setup) == NotificationSender.Round())
                #expect(server.received.count == 1)
                server.reply { _ in .taken }
                clock.set("2026-06-01 07:31+08")
                #expect(try await round(sender, setup).sent == 2)
            }
        }
    }

    @Test("quiet hours that begin in the middle of a round end it")
    func quietInBetween() async throws {
        try await WarningFixture.with { fixture in
            let clock = Clock("2026-06-01 21:59:59+08")
            try await WebhookServer.with({ _ in
                clock.set("2026-06-01 22:00+08")
                return .taken
            }) { server in
                let setup = try setup(server, ", quiet-hours: \"22:00-07:00\"")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, at: "2026-06-01 21:59+08")
                try fixture.raise("B", 1, 2, at: "2026-06-01 21:59+08")
                let round = try await round(sender, setup)
                #expect((round.sent, round.isQuiet) == (1, true))
                #expect(server.received.count == 1)
            }
        }
    }

    @Test("what was collected and not grouped when quiet hours begin is grouped after them with the rest")
    func heldUngrouped() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server, ", quiet-hours: \"22:00-07:00\"")
                let clock = Clock("2026-06-01 21:59:59+08")
                let sender = sender(setup, fixture.database, clock)
                try fixture.raise("A", 1, 2, window: 17, at: "2026-06-01 21:59+08")
                try fixture.raise("A", 3, 3, window: 18, at: "2026-06-01 21:59+08")
                try await sender.collect()
                clock.set("2026-06-01 22:00+08")
                #expect(try await round(sender, setup).isQuiet)
                clock.set("2026-06-02 07:00+08")
                #expect(try await round(sender, setup).sent == 1)
                #expect(texts(server)[0].contains("收集不及时 3 处\n免打扰时段内的汇总"))
            }
        }
    }

    @Test(
        "a sender without channels, or with others, takes no event away from a channel; a new channel hears of what comes"
    )
    func cursors() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let other = NotificationSetup(channels: [NotificationChannel(name: "d", form: .log)])
                try fixture.raise("A", 1, 2, at: "2026-06-01 07:30+08")
                for setup in [NotificationSetup.none, other] {
                    try await sender(setup, fixture.database, clock).collect()
                }
                let items = {
                    try fixture.database.count("SELECT count(*) FROM ops.notification_item WHERE channel = 'd'")
                }
                #expect(try items() == 0)
                #expect(try await round(sender(setup, fixture.database, clock), setup).sent == 1)
                try fixture.raise("B", 1, 1, at: "2026-06-01 07:30+08")
                try await sender(other, fixture.database, clock).collect()
                #expect(try items() == 1)
                #expect(try await round(sender(setup, fixture.database, clock), setup).sent == 1)
            }
        }
    }

    @Test("a database that is away when an answer comes gets it later, and the message is not sent twice")
    func notedLater() async throws {
        try await WarningFixture.with { fixture in
            try await WebhookServer.with { server in
                let setup = try setup(server)
                let clock = Clock("2026-06-01 07:30+08")
                let failures = Mutex(2)
                let sender = NotificationSender(
                    setup, connection: fixture.database.connection(), client: WebhookClient(), name: "sender",
                    logger: TestDatabase.logger,
                    clock: { session in
                        if !server.received.isEmpty,
                            failures.withLock({
                                $0 -= 1; return $0 >= 0
                            })
                        {
                            throw PostgresError.connectionLost(message: "test")
                        }
                        return try clock.read(session)
                    })
                try fixture.raise("A", 1, 1, at: "2026-06-01 07:30+08")
                #expect(try await round(sender, setup).sent == 1)
                #expect(server.received.count == 1)
            }
        }
    }
}
