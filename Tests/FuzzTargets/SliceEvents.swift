import JTT808
import NIOCore

/// Slices of several messages in any order, and the time that passes, through the reassembler.
///
/// Input: events of four bytes: what (bits 0 to 2 total, 3 to 5 number, 6 and 7 which message), a byte of content, how many bytes of it,
/// and seconds that pass. A message is delivered once for its slices and as its slices make it.
enum SliceEvents {
    static func check(_ input: [UInt8]) throws {
        let limits = ReassemblyLimits(messages: 3, bytesOfOneMessage: 2_048, bytes: 4_096)
        var reassembler = Reassembler(limits: limits)
        guard let number = TerminalNumber("13912345678"), let address = TerminalAddress(number, form: .short) else {
            throw Violation("a number is none")
        }
        var now = ContinuousClock.now
        for event in stride(from: 0, to: input.count - 3, by: 4) {
            let what = input[event]
            let index = UInt16(what >> 3 & 7)
            let content = [UInt8](repeating: input[event + 1], count: Int(input[event + 2]))
            var header = FrameHeader(
                messageID: what >> 6 == 0 ? .mediaData : .parameterReport, address: address,
                serial: UInt16(what >> 6) &* 100 &+ index, bodyLength: content.count,
                package: FrameHeader.Package(total: UInt16(what & 7), index: index))
            header.encryption = 0
            let actions = reassembler.take(Frame(header: header, body: ByteBuffer(bytes: content)), now: now)
            let answers = actions.filter(isAnswer).count
            let delivered = actions.filter { if case .deliver = $0 { true } else { false } }.count
            try require(answers + delivered <= 1, "a slice has \(answers) answers and makes \(delivered) messages")
            for action in actions { try check(action, header) }
            now += .seconds(Int(input[event + 3]))
            for action in reassembler.tick(now: now) {
                switch action {
                case .ask, .giveUp: try check(action, header)
                case .acknowledge, .acknowledgeWhenSafe, .deliver, .refuse:
                    throw Violation("time alone makes \(action)")
                }
            }
        }
    }

    private static func isAnswer(_ action: Reassembler.Action) -> Bool {
        switch action {
        case .acknowledge, .acknowledgeWhenSafe, .refuse: true
        case .deliver, .ask, .giveUp: false
        }
    }

    private static func check(_ action: Reassembler.Action, _ header: FrameHeader) throws {
        switch action {
        case .deliver(let frame, let firstSerial):
            try require(frame.header.package == nil, "a whole message is still a slice")
            try require(frame.header.messageID == header.messageID, "another message is whole")
            try require(
                firstSerial == header.serial &- ((header.package?.index ?? 1) &- 1), "another serial of slice 1")
            try require(frame.body.readableBytes <= 7 * 255, "more bytes than there were")
        case .ask(let missing):
            try require(!missing.request.numbers.isEmpty, "nothing is asked for")
            try require(missing.request.numbers.allSatisfy { (1...7).contains($0) }, "a slice that there is not")
        case .giveUp(let partial):
            try require(partial.slices.map(\.number) == partial.slices.map(\.number).sorted(), "slices out of order")
            try require(
                partial.slices.count < Int(partial.total) || partial.reason == .tooLarge, "a whole one is given up")
        case .acknowledge, .acknowledgeWhenSafe, .refuse: break
        }
    }
}
