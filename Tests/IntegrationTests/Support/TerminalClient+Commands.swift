import JTT808
import NIOCore
import Testing

/// A terminal that is told something.
extension TerminalClient {
    /// The next frame that is no 0x8001.
    func nextCommand(sourceLocation: SourceLocation = #_sourceLocation) throws -> Frame {
        while true {
            let frame = try #require(
                nextFrame(), "closed or silent instead of a command", sourceLocation: sourceLocation)
            if frame.header.messageID != .platformAnswer { return frame }
        }
    }

    /// Sends a heartbeat; the next frame must be the answer to it.
    func expectNoCommand(_ address: TerminalAddress, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try send(.heartbeat, from: address)
        let frame = try #require(nextFrame(), sourceLocation: sourceLocation)
        #expect(frame.header.messageID == .platformAnswer, sourceLocation: sourceLocation)
    }

    /// 0x0001 to a command.
    func answer(_ command: Frame, _ result: GeneralAnswer.Result = .done) throws {
        var body = ByteBuffer()
        GeneralAnswer(serial: command.header.serial, messageID: command.header.messageID, result: result)
            .encode(into: &body)
        try send(.terminalAnswer, from: command.header.address, body: body)
    }

    /// 0x0201 to a question for the position; `second` as in ``locationBody(second:altitude:items:)``.
    func answerLocation(_ command: Frame, second: Int) throws {
        var body = ByteBuffer()
        body.writeInteger(command.header.serial)
        body.writeImmutableBuffer(try locationBody(second: second))
        try send(.locationAnswer, from: command.header.address, body: body)
    }
}
