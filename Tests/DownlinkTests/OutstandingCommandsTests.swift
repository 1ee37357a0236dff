import JTT808
import NIOCore
import Testing

@testable import Downlink

@Suite("OutstandingCommands")
struct OutstandingCommandsTests {
    private let start = ContinuousClock.now
    private let address: TerminalAddress
    private var commands = OutstandingCommands(RetransmissionSchedule(timeoutSeconds: 10, retries: 1))

    init() throws {
        let number = try #require(TerminalNumber("13900000001"))
        address = try #require(TerminalAddress(number, form: .short))
    }

    private func order(_ id: Int64, _ content: CommandContent) throws -> CommandOrder {
        CommandOrder(
            commandID: id, terminalID: 5, address: address, kind: content.kind,
            message: try content.message(for: .edition2013), edition: .edition2013)
    }

    /// Reserves and sends at once.
    private mutating func send(_ id: Int64, _ content: CommandContent, serial: UInt16, at seconds: Int = 0) throws {
        #expect(commands.reserve(try order(id, content), firstSerial: serial))
        #expect(commands.sent(id, now: start + .seconds(seconds)) != nil)
    }

    private mutating func answer(_ serial: UInt16, _ id: MessageID, _ result: GeneralAnswer.Result = .done)
        -> OutstandingCommands.Reply?
    {
        var body = ByteBuffer()
        GeneralAnswer(serial: serial, messageID: id, result: result).encode(into: &body)
        return take(.terminalAnswer, body)
    }

    private mutating func take(_ id: MessageID, _ body: ByteBuffer) -> OutstandingCommands.Reply? {
        let span = body.readableBytesSpan
        return commands.take(id, of: address.number, body: span)
    }

    private func ended(_ reply: OutstandingCommands.Reply?) -> Int64? {
        guard case .answered(let entry, _) = reply else { return nil }
        return entry.order.commandID
    }

    @Test("an answer is told by serial and id, and ends the command once")
    mutating func generic() throws {
        try send(1, .text(.init(text: "A")), serial: 7)
        #expect(answer(8, .textMessage) == nil)
        #expect(answer(7, .parameterSetting) == nil)
        #expect(ended(answer(7, .textMessage)) == 1)
        #expect(answer(7, .textMessage) == nil)
        #expect(commands.isEmpty)
    }

    @Test("a refusal ends a command with its result, one with an answer of its own too")
    mutating func refusal() throws {
        try send(1, .locate, serial: 7)
        guard case .answered(let entry, let result) = answer(7, .locationQuery, .notSupported) else {
            Issue.record("not taken")
            return
        }
        #expect(entry.order.commandID == 1)
        #expect(result == .notSupported)
    }

    @Test("a generic answer ahead of the real one is passed over")
    mutating func genericAhead() throws {
        try send(1, .locate, serial: 7)
        #expect(answer(7, .locationQuery) == nil)
        #expect(ended(take(.locationAnswer, ByteBuffer(bytes: [0, 8]))) == nil)
        #expect(ended(take(.locationAnswer, ByteBuffer(bytes: [0, 7, 1, 2]))) == 1)
    }

    @Test("attributes carry no serial: the question that waits longest is answered")
    mutating func attributes() throws {
        try send(1, .attributes, serial: 7)
        try send(2, .attributes, serial: 8)
        #expect(ended(take(.terminalAttributes, ByteBuffer())) == 1)
        #expect(ended(take(.terminalAttributes, ByteBuffer())) == 2)
    }

    @Test("another terminal on the connection answers nothing of this one's")
    mutating func otherTerminal() throws {
        try send(1, .text(.init(text: "A")), serial: 7)
        let other = try #require(TerminalNumber("13900000002"))
        var body = ByteBuffer()
        GeneralAnswer(serial: 7, messageID: .textMessage, result: .done).encode(into: &body)
        let span = body.readableBytesSpan
        #expect(commands.take(.terminalAnswer, of: other, body: span) == nil)
        #expect(!commands.isEmpty)
    }

    @Test("what is reserved and not sent has no answer, never falls due, and is not lost with the connection")
    mutating func reserved() throws {
        #expect(commands.reserve(try order(1, .locate), firstSerial: 7))
        #expect(answer(7, .locationQuery, .failed) == nil)
        #expect(commands.due(now: start + .seconds(10_000)).isEmpty)
        #expect(commands.end().isEmpty)
        #expect(commands.reserve(try order(1, .locate), firstSerial: 7))
        commands.withdraw(1)
        #expect(commands.isEmpty)
        #expect(commands.sent(1, now: start) == nil)
    }

    @Test("without an answer it is sent again with the same serial, then given up")
    mutating func timeout() throws {
        try send(1, .locate, serial: 7)
        #expect(commands.due(now: start + .seconds(9)).isEmpty)
        guard case .retransmit(let entry)? = commands.due(now: start + .seconds(10)).first else {
            Issue.record("not sent again")
            return
        }
        #expect(entry.firstSerial == 7)
        #expect(entry.attempt == 2)
        #expect(commands.waitSeconds(entry) == 20)
        #expect(commands.due(now: start + .seconds(29)).isEmpty)
        guard case .timedOut? = commands.due(now: start + .seconds(30)).first else {
            Issue.record("not given up")
            return
        }
        #expect(commands.due(now: start + .seconds(10_000)).isEmpty)
        // Nothing is lost with the connection that was given up before.
        #expect(commands.end().isEmpty)
    }

    @Test(
        "when nothing at all has come since it was first sent, it is not given up: the link is, and the command with it"
    )
    mutating func unheard() throws {
        commands = OutstandingCommands(RetransmissionSchedule(timeoutSeconds: 60, retries: 1))
        try send(1, .locate, serial: 7)
        _ = commands.due(now: start + .seconds(60), silence: .seconds(60))
        guard case .unheard(let entry)? = commands.due(now: start + .seconds(180), silence: .seconds(180)).first else {
            Issue.record("not told")
            return
        }
        #expect(entry.order.commandID == 1)
        #expect(commands.end().map(\.commandID) == [1])
    }

    @Test("a terminal that was heard since, or a text that is sent once, is given up as ever")
    mutating func heard() throws {
        commands = OutstandingCommands(RetransmissionSchedule(timeoutSeconds: 60, retries: 1))
        try send(1, .locate, serial: 7)
        try send(2, .text(.init(text: "A")), serial: 8)
        guard case .timedOut(let text, _)? = commands.due(now: start + .seconds(60), silence: .seconds(60)).last else {
            Issue.record("the text is not given up")
            return
        }
        #expect(text.order.commandID == 2)
        guard case .timedOut(let locate, _)? = commands.due(now: start + .seconds(180), silence: .seconds(130)).first
        else {
            Issue.record("not given up")
            return
        }
        #expect(locate.order.commandID == 1)
    }

    @Test("a terminal that moved to another connection takes its commands along, and no other's")
    mutating func moved() throws {
        try send(1, .locate, serial: 7)
        let other = try #require(TerminalNumber("13900000002"))
        #expect(commands.end(of: other).isEmpty)
        #expect(!commands.isEmpty)
        #expect(commands.end(of: address.number).map(\.commandID) == [1])
        #expect(commands.isEmpty)
    }

    @Test("a text is not sent again")
    mutating func textOnce() throws {
        try send(1, .text(.init(text: "A")), serial: 7)
        guard case .timedOut? = commands.due(now: start + .seconds(10)).first else {
            Issue.record("not given up")
            return
        }
    }

    @Test("a late answer is known for what it is, behind those that wait")
    mutating func late() throws {
        try send(1, .attributes, serial: 7)
        _ = commands.due(now: start + .seconds(10))
        _ = commands.due(now: start + .seconds(30))
        try send(2, .attributes, serial: 8, at: 40)
        #expect(ended(take(.terminalAttributes, ByteBuffer())) == 2)
        guard case .answered(let entry, _) = take(.terminalAttributes, ByteBuffer()) else {
            Issue.record("not taken")
            return
        }
        #expect(entry.order.commandID == 1)
        #expect(entry.isLate)
    }

    @Test("what waits for an answer is lost with the connection")
    mutating func end() throws {
        try send(1, .locate, serial: 7)
        try send(2, .text(.init(text: "A")), serial: 8)
        #expect(commands.end().map(\.commandID) == [1, 2])
        #expect(commands.isEmpty)
    }

    @Test("at most eight wait at once, and none twice")
    mutating func bound() throws {
        for id in 1...8 { try send(Int64(id), .locate, serial: UInt16(id)) }
        #expect(!commands.reserve(try order(9, .locate), firstSerial: 9))
        #expect(ended(take(.locationAnswer, ByteBuffer(bytes: [0, 3]))) == 3)
        #expect(!commands.reserve(try order(1, .locate), firstSerial: 9))
        #expect(commands.reserve(try order(9, .locate), firstSerial: 9))
    }

    @Test("what was given up is remembered, but no more than sixteen of them")
    mutating func lateBound() throws {
        for id in 1...20 {
            try send(Int64(id), .text(.init(text: "A")), serial: UInt16(id), at: 100 * id)
            _ = commands.due(now: start + .seconds(100 * id + 10))
        }
        #expect(answer(4, .textMessage) == nil)
        #expect(ended(answer(5, .textMessage)) == 5)
    }

    /// 300 parameters' bytes: 1 + 100 × (4 + 1 + 20) = 2501, which are three slices.
    private func longCommand() -> CommandContent {
        .parameters(.init(set: (0..<100).map { "0xf0\(10 + $0 % 80)=hex:" + String(repeating: "ab", count: 20) }))
    }

    @Test("in slices: the last one's answer ends it, or every one's; serials go round")
    mutating func slices() throws {
        try send(1, longCommand(), serial: 0xFFFF)
        #expect(answer(0xFFFF, .parameterSetting) == nil)
        #expect(answer(3, .parameterSetting) == nil)
        #expect(ended(answer(1, .parameterSetting)) == 1)

        try send(2, longCommand(), serial: 10)
        #expect(answer(11, .parameterSetting) == nil)
        #expect(ended(answer(11, .parameterSetting, .failed)) == 2)
    }

    @Test("slices are asked for again by the serial of the first")
    mutating func resend() throws {
        try send(1, longCommand(), serial: 10)
        var body = ByteBuffer()
        ResendRequest(firstSerial: 10, numbers: [2, 3]).encode(into: &body, edition: .edition2013)
        guard case .resend(let entry, let numbers) = take(.terminalResendRequest, body) else {
            Issue.record("not taken")
            return
        }
        #expect(entry.order.commandID == 1)
        #expect(numbers == [2, 3])
        #expect(!commands.isEmpty)
    }

    @Test("bodies that are too short answer nothing")
    mutating func short() throws {
        try send(1, .locate, serial: 0)
        try send(2, .text(.init(text: "A")), serial: 1)
        #expect(take(.locationAnswer, ByteBuffer(bytes: [0])) == nil)
        #expect(take(.terminalAnswer, ByteBuffer(bytes: [0, 1, 0x83, 0x00])) == nil)
        #expect(take(.terminalResendRequest, ByteBuffer()) == nil)
    }
}
