import Foundation
import JTT808
import NIOCore
import Postgres
import Registry
import Testing

@Suite("Gateway: commands to terminals", .enabled(if: TestDatabase.isEnabled))
struct GatewayCommandTests {
    private static let number = "13900000001"

    /// A gateway that waits a minute for answers unless said otherwise, and terminals that are known by their numbers.
    private func withGateway(
        timeout: Int = 60, retries: Int = 0, _ body: (TestDatabase, GatewayProcess) async throws -> Void
    ) async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            for last in 1...2 {
                _ = try TerminalRegistry(session).add(.init(number: "1390000000\(last)", authentication: .number))
            }
            session.close()
            try await body(database, try Self.gateway(database, timeout: timeout, retries: retries))
        }
    }

    private static func gateway(_ database: TestDatabase, timeout: Int = 60, retries: Int = 0) throws -> GatewayProcess
    {
        try GatewayProcess(
            database: database.url,
            environment: ["QINGYUN_COMMAND_TIMEOUT_SECONDS": "\(timeout)", "QINGYUN_COMMAND_RETRIES": "\(retries)"])
    }

    /// A terminal that the gateway has taken.
    private func connected(_ gateway: GatewayProcess, _ number: String = number, isLong: Bool = false) async throws -> (
        TerminalClient, TerminalAddress
    ) {
        let client = try TerminalClient(port: try await gateway.terminalPort())
        let address = isLong ? try TerminalAddress.long(number) : try TerminalAddress.short(number)
        try client.send(.heartbeat, from: address)
        #expect(try client.nextAnswer().result == .done)
        return (client, address)
    }

    @discardableResult
    private func send(_ database: TestDatabase, to number: String = number, _ arguments: String...) async throws -> Int
    {
        let command = try await FinishedCommand.run(
            "qingyun", ["command", "send", "--terminal", number] + arguments,
            environment: ["QINGYUN_DATABASE_URL": database.url])
        try #require(command.status == 0, "\(command.errors)")
        return try #require(Int(command.output.split(separator: " ")[2]))
    }

    private func cancel(_ database: TestDatabase, _ id: Int) async throws -> FinishedCommand {
        try await FinishedCommand.run(
            "qingyun", ["command", "cancel", "\(id)"], environment: ["QINGYUN_DATABASE_URL": database.url])
    }

    /// The row, once it is in this state.
    private func row(
        _ database: TestDatabase, _ id: Int, in state: String, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> PostgresRow {
        try await eventually("command \(id) in state \(state)", sourceLocation: sourceLocation) {
            try database.query(
                "SELECT * FROM ops.command WHERE command_id = $1 AND state = $2", [.int(id), .text(state)]
            ).first
        }
    }

    /// How many the gateway has counted of an event, once there is one.
    private func commands(_ gateway: GatewayProcess, _ event: String) async throws -> Double {
        try await gateway.metric("qingyun_commands_total{event=\"\(event)\"}", atLeast: 1)
    }

    @Test("a connected terminal gets its command at once; its answer is recorded, kept raw, and the books balance")
    func atOnce() async throws {
        try await withGateway { database, gateway in
            let (client, _) = try await connected(gateway)
            let id = try await send(database, "--by", "调度", "text", "你好")
            let command = try client.nextCommand()
            #expect(command.header.messageID == .textMessage)
            // Flag b2: on the display. 你好 in GBK.
            #expect(Array(command.body.readableBytesView) == [0x04, 0xC4, 0xE3, 0xBA, 0xC3])
            #expect(try await row(database, id, in: "sent")["answered_at"] == nil)
            try client.answer(command)
            let row = try await row(database, id, in: "answered")
            #expect(try row.int("result") == 0)
            #expect(try row.int("serial") == Int(command.header.serial))
            #expect(try row.int("message_id") == 0x8300)
            #expect(try row.int("attempts") == 1)
            #expect(row["created_by"] == "调度")
            #expect(row["outcome"] == "done")
            #expect(row["answer"] == #"{"result": 0}"#)
            #expect(row["gateway"]?.contains("/\(gateway.identifier)/") == true)
            for time in ["first_sent_at", "sent_at", "answer_due_at", "answered_at", "ended_at"] {
                #expect(row[time] != nil, "\(time)")
            }
            #expect(try await commands(gateway, "sent") == 1)
            #expect(try await commands(gateway, "answered") == 1)
            // Heartbeat and answer.
            let books = try await gateway.settledBooks(messages: 2)
            #expect(books.rows("stored_total", "telemetry.message") == 1)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE message_id = 1") == 1)
        }
    }

    @Test("commands for a terminal that is away wait until it authenticated, and come in their order")
    func absent() async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            _ = try TerminalRegistry(session).add(.init(number: Self.number))
            session.close()
            let gateway = try Self.gateway(database)
            let port = try await gateway.terminalPort()
            let first = try await send(database, "text", "A")
            let second = try await send(database, "interval", "--seconds", "10")

            let client = try TerminalClient(port: port)
            let address = try TerminalAddress.short(Self.number)
            let code = try #require(try client.register(address).authenticationCode)
            try client.send(.heartbeat, from: address)
            #expect(try client.nextAnswer().result == .failed)
            #expect(try client.authenticate(address, code: code) == .done)
            let text = try client.nextCommand()
            #expect(Array(text.body.readableBytesView) == [0x04, 0x41])
            let interval = try client.nextCommand()
            #expect(interval.header.messageID == .parameterSetting)
            #expect(Array(interval.body.readableBytesView) == [1, 0, 0, 0, 0x29, 4, 0, 0, 0, 10])
            // In the other order.
            try client.answer(interval)
            try client.answer(text)
            _ = try await row(database, first, in: "answered")
            _ = try await row(database, second, in: "answered")
        }
    }

    @Test("a command past its time expires and is not sent")
    func expired() async throws {
        try await withGateway { database, gateway in
            _ = try await gateway.terminalPort()
            let id = try await send(database, "text", "A")
            try database.execute("UPDATE ops.command SET expires_at = now()")
            let row = try await row(database, id, in: "expired")
            #expect(row["sent_at"] == nil)
            #expect(row["ended_at"] != nil)
            #expect(try await commands(gateway, "expired") == 1)
            let (client, address) = try await connected(gateway)
            let next = try await send(database, "text", "B")
            #expect(try client.nextCommand().body.readableBytesView.last == UInt8(ascii: "B"))
            try client.expectNoCommand(address)
            _ = try await self.row(database, next, in: "sent")
        }
    }

    @Test("a command is called back while it waits, and not once it was sent")
    func cancelled() async throws {
        try await withGateway { database, gateway in
            _ = try await gateway.terminalPort()
            let id = try await send(database, "text", "A")
            let done = try await cancel(database, id)
            #expect(done.status == 0)
            #expect(done.output == "cancelled command \(id)\n")
            let again = try await cancel(database, id)
            #expect(again.status == 1)
            #expect(again.errors == "qingyun: command \(id) is at its end already, with state cancelled\n")

            let (client, _) = try await connected(gateway)
            let sent = try await send(database, "locate")
            // The first frame is the second command.
            let command = try client.nextCommand()
            #expect(command.header.messageID == .locationQuery)
            let late = try await cancel(database, sent)
            #expect(late.status == 1)
            #expect(late.errors.contains("was sent at") && late.errors.contains("cannot be called back"))
            #expect(late.errorLines.count == 1)
            let unknown = try await cancel(database, 999)
            #expect(unknown.status == 1)
            #expect(unknown.errors == "qingyun: there is no command 999\n")
        }
    }

    @Test("a refusal is recorded in words, and ends the wait of the command line with status 1")
    func refused() async throws {
        try await withGateway { database, gateway in
            let (client, _) = try await connected(gateway)
            let waiting = try BackgroundCommand(
                "qingyun", ["command", "send", "--terminal", Self.number, "restart", "--wait", "30"],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            let command = try client.nextCommand()
            #expect(command.header.messageID == .terminalControl)
            #expect(Array(command.body.readableBytesView) == [4])
            try client.answer(command, .notSupported)
            let end = try await waiting.end()
            #expect(end.status == 1)
            #expect(end.errors == "qingyun: refused: the terminal does not support it\n")
            #expect(try database.query("SELECT result, state FROM ops.command")[0]["result"] == "3")
            #expect(try await commands(gateway, "refused") == 1)
        }
    }

    @Test("an asked position is stored as a fix, once, and said; it is not acknowledged")
    func located() async throws {
        try await withGateway { database, gateway in
            let (client, address) = try await connected(gateway)
            let waiting = try BackgroundCommand(
                "qingyun", ["command", "send", "locate", "--terminal", Self.number, "--wait", "30"],
                environment: ["QINGYUN_DATABASE_URL": database.url])
            let command = try client.nextCommand()
            #expect(command.header.messageID == .locationQuery)
            #expect(command.body.readableBytes == 0)
            try client.answerLocation(command, second: 7)
            let end = try await waiting.end()
            #expect(end.status == 0)
            #expect(end.output.contains(#""recorded_at": "2026-08-17T08:00:07+08:00""#))
            #expect(end.output.contains(#""lat": 40.22"#))
            // The position again as an ordinary report: the same record.
            let serial = try client.send(.locationReport, from: address, body: try locationBody(second: 7))
            #expect(
                try client.nextAnswer() == GeneralAnswer(serial: serial, messageID: .locationReport, result: .done))
            let fix = try database.query("SELECT lat_e6, lon_e6, is_backfill FROM telemetry.fix")
            #expect(fix.count == 1)
            #expect(try fix[0].int("lat_e6") == 40_220_000)
            #expect(try fix[0].bool("is_backfill") == false)
            _ = try await gateway.settledBooks(messages: 3)
            #expect(try database.count("SELECT count(*) FROM telemetry.message WHERE message_id = 513") == 1)
        }
    }

    @Test("a silent terminal is asked again with the same serial, then given up; a late answer is recorded visibly")
    func silent() async throws {
        try await withGateway(timeout: 1, retries: 1) { database, gateway in
            let (client, _) = try await connected(gateway)
            let id = try await send(database, "locate")
            let first = try client.nextCommand()
            let second = try client.nextCommand()
            #expect(second == first)
            let row = try await row(database, id, in: "timed_out")
            #expect(try row.int("attempts") == 2)
            #expect(row["outcome"] == "no answer: sent 2 times")
            try client.answerLocation(second, second: 1)
            let late = try await eventually("the late answer") {
                try database.query(
                    "SELECT *, answered_at > ended_at AS is_late FROM ops.command WHERE answered_at IS NOT NULL"
                )
                .first
            }
            #expect(late["state"] == "timed_out")
            #expect(late["outcome"] == "no answer: sent 2 times; answered late: answered")
            #expect(try late.bool("is_late"))
            #expect(late["answer"] != nil)
            for event in ["sent", "sent_again", "timed_out", "answered_late"] {
                #expect(try await commands(gateway, event) == 1, "\(event)")
            }
            #expect(try await gateway.metric("qingyun_commands_total{event=\"answered\"}") == 0)
        }
    }

    @Test("of two gateways the one with the terminal sends, and each command once")
    func twoGateways() async throws {
        try await withGateway { database, one in
            let other = try Self.gateway(database)
            let (first, firstAddress) = try await connected(one, "13900000001")
            let (second, secondAddress) = try await connected(other, "13900000002")
            let ids = [
                try await send(database, to: "13900000002", "text", "B"),
                try await send(database, to: "13900000001", "text", "A"),
            ]
            for (client, letter) in [(first, "A"), (second, "B")] {
                let command = try client.nextCommand()
                #expect(command.body.readableBytesView.last == letter.utf8.first)
                try client.answer(command)
            }
            #expect(
                try await row(database, ids[0], in: "answered")["gateway"]?.contains("/\(other.identifier)/") == true)
            #expect(try await row(database, ids[1], in: "answered")["gateway"]?.contains("/\(one.identifier)/") == true)
            try first.expectNoCommand(firstAddress)
            try second.expectNoCommand(secondAddress)
        }
    }

    @Test("after a gateway was killed a question is asked again by another, and a text is not")
    func killed() async throws {
        try await withGateway { database, gateway in
            let (client, _) = try await connected(gateway)
            let text = try await send(database, "text", "A")
            _ = try client.nextCommand()
            let question = try await send(database, "locate")
            _ = try client.nextCommand()
            try await gateway.kill()
            #expect(try database.count("SELECT count(*) FROM ops.command WHERE state = 'sent'") == 2)

            // As if the time had passed.
            try database.execute("UPDATE ops.command SET answer_due_at = now() - interval '1 hour'")
            let next = try Self.gateway(database)
            let (again, _) = try await connected(next)
            let command = try again.nextCommand()
            #expect(command.header.messageID == .locationQuery)
            try again.answerLocation(command, second: 3)
            let row = try await row(database, question, in: "answered")
            #expect(try row.int("attempts") == 2)
            let given = try await self.row(database, text, in: "timed_out")
            #expect(given["outcome"] == "no answer, and the gateway that sent it tells nothing")
        }
    }

    @Test("when the connection ends before the answer a question waits for the next one, and a text is given up")
    func connectionEnds() async throws {
        try await withGateway { database, gateway in
            var (client, _): (TerminalClient?, TerminalAddress) = try await connected(gateway)
            let text = try await send(database, "text", "A")
            _ = try client?.nextCommand()
            let question = try await send(database, "query-parameters", "0x0029")
            #expect(try client?.nextCommand().header.messageID == .parameterQuery)
            client = nil
            #expect(try await row(database, text, in: "timed_out")["outcome"] == "no answer: the connection ended")
            #expect(try await row(database, question, in: "queued")["outcome"] == "no answer: the connection ended")
            #expect(try await commands(gateway, "timed_out") == 1)
            #expect(try await commands(gateway, "queued_again") == 1)

            let (again, _) = try await connected(gateway)
            let command = try again.nextCommand()
            #expect(command.header.messageID == .parameterQuery)
            var body = ByteBuffer()
            ParameterReport(
                serial: command.header.serial, parameters: [Parameter(id: 0x0029, value: [0, 0, 0, 30])]
            ).encode(into: &body)
            try again.send(.parameterReport, from: command.header.address, body: body)
            let row = try await row(database, question, in: "answered")
            #expect(
                row["answer"] == #"{"parameters": [{"id": "0x0029", "name": "report_interval_s", "value": "30"}]}"#)
            #expect(try row.bytes("answer_body") == Array(body.readableBytesView))
        }
    }

    @Test("a question that was lost with a connection goes out at once where the terminal is by now")
    func movedOn() async throws {
        try await withGateway { database, one in
            let other = try Self.gateway(database)
            var (client, _): (TerminalClient?, TerminalAddress) = try await connected(one)
            let id = try await send(database, "attributes")
            #expect(try client?.nextCommand().header.messageID == .attributesQuery)
            // One gateway does not know yet that its link is dead.
            let (again, _) = try await connected(other)
            client = nil
            #expect(try again.nextCommand().header.messageID == .attributesQuery)
            #expect(try await row(database, id, in: "sent")["gateway"]?.contains("/\(other.identifier)/") == true)
        }
    }

    @Test("a long command travels in slices, and a slice is sent again when the terminal asks")
    func slices() async throws {
        try await withGateway { database, gateway in
            let (client, address) = try await connected(gateway)
            let settings = (0..<60).map { "0xf0\(10 + $0)=hex:" + String(repeating: "ab", count: 30) }
            let command = try await FinishedCommand.run(
                "qingyun", ["command", "send", "--terminal", Self.number, "parameters"] + settings,
                environment: ["QINGYUN_DATABASE_URL": database.url])
            try #require(command.status == 0, "\(command.errors)")
            // 1 + 60 × (4 + 1 + 30) bytes: 2101, in slices of 1023.
            let frames = [try client.nextCommand(), try client.nextCommand(), try client.nextCommand()]
            #expect(frames.map(\.header.package) == (1...3).map { FrameHeader.Package(total: 3, index: $0) })
            #expect(frames.map(\.body.readableBytes) == [1023, 1023, 55])
            #expect(frames[2].header.serial == frames[0].header.serial &+ 2)
            var request = ByteBuffer()
            ResendRequest(firstSerial: frames[0].header.serial, numbers: [2]).encode(
                into: &request, edition: .edition2013)
            try client.send(.terminalResendRequest, from: address, body: request)
            #expect(try client.nextCommand() == frames[1])
            try client.answer(frames[0])
            try client.answer(frames[2])
            _ = try await row(database, 1, in: "answered")
        }
    }

    @Test("a terminal with the long header gets the layout of 2019")
    func edition2019() async throws {
        try await withGateway { database, gateway in
            let (client, address) = try await connected(gateway, isLong: true)
            try await send(database, "text", "A", "--urgent")
            let command = try client.nextCommand()
            #expect(command.header.address == address)
            // Urgent is 2 in b0 and b1, display b2; a notice.
            #expect(Array(command.body.readableBytesView) == [0x06, 0x01, 0x41])
        }
    }

    @Test("what a gateway cannot send is refused with the reason")
    func notSendable() async throws {
        try await withGateway { database, gateway in
            let (client, address) = try await connected(gateway)
            try database.execute(
                """
                INSERT INTO ops.command (terminal_id, kind, arguments, expires_at)
                SELECT terminal_id, 'self_destruct', '{}', now() + interval '1 hour' FROM registry.terminal;
                SELECT pg_notify('qingyun_command', '')
                """)
            let row = try await row(database, 1, in: "refused")
            #expect(row["outcome"] == "not sent: this gateway knows no command 'self_destruct'")
            #expect(try await commands(gateway, "refused") == 1)
            try client.expectNoCommand(address)
        }
    }

    @Test("the end of a gateway gives its questions back")
    func terminated() async throws {
        try await withGateway { database, gateway in
            let (client, _) = try await connected(gateway)
            let id = try await send(database, "attributes")
            _ = try client.nextCommand()
            #expect(try await gateway.terminate() == 0)
            let row = try await row(database, id, in: "queued")
            #expect(row["outcome"] == "no answer: the connection ended")
        }
    }
}
