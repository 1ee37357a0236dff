import NIOCore
import Testing

@testable import JTT808

/// Bytes of hex digits; spaces are for the reader.
func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}

func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func hex(_ buffer: ByteBuffer) -> String { hex(buffer.readableBytesView) }

/// What `encode` appends.
func encoded(_ encode: (inout ByteBuffer) -> Void) -> ByteBuffer {
    var buffer = ByteBuffer()
    encode(&buffer)
    return buffer
}

/// A frame around `content` (header and body), built apart from the code under test: check code by XOR, 7d to 7d 01, 7e to
/// 7d 02, a flag at each end.
func sealed(_ content: [UInt8]) -> [UInt8] {
    let checked = content + [content.reduce(0, ^)]
    let escaped: [UInt8] = checked.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x7D: [0x7D, 0x01]
        case 0x7E: [0x7D, 0x02]
        default: [byte]
        }
    }
    return [0x7E] + escaped + [0x7E]
}

func sealed(_ content: String) -> [UInt8] { sealed(bytes(content)) }

/// Everything that a parser says about a stream.
struct Parsed: Equatable {
    /// Bytes that are dropped are added up: into how many steps they fall depends on how they arrive.
    var steps: [FrameParser.Step] = []
    var pending = 0

    var frames: [Frame] { steps.compactMap { step in if case .frame(let frame) = step { frame } else { nil } } }
    var errors: [FrameError] {
        steps.compactMap { step in if case .malformed(let error, _) = step { error } else { nil } }
    }
}

/// Feeds `chunks` to one parser, one after the other.
func parse(
    _ chunks: some Sequence<some Collection<UInt8>>, maximumLength: Int = FrameParser.defaultMaximumLength
) -> Parsed {
    var parser = FrameParser(maximumLength: maximumLength)
    var buffer = ByteBuffer()
    var steps: [FrameParser.Step] = []
    for chunk in chunks {
        buffer.writeBytes(chunk)
        loop: while true {
            let step = parser.next(in: &buffer)
            switch (steps.last, step) {
            case (_, .needMoreData): break loop
            case (.junk(let before)?, .junk(let more)): steps[steps.count - 1] = .junk(before + more)
            default: steps.append(step)
            }
        }
    }
    return Parsed(steps: steps, pending: buffer.readableBytes)
}

func parse(_ bytes: [UInt8], maximumLength: Int = FrameParser.defaultMaximumLength) -> Parsed {
    parse(CollectionOfOne(bytes), maximumLength: maximumLength)
}

/// The one frame that `bytes` are, or nil.
func onlyFrame(in bytes: [UInt8]) -> Frame? {
    let parsed = parse(bytes)
    return parsed.pending == 0 && parsed.steps.count == 1 ? parsed.frames.first : nil
}

/// The address of a terminal that is configured with `number`.
func address(_ number: String, _ form: TerminalAddress.Form, version: UInt8 = 1) throws -> TerminalAddress {
    try #require(TerminalNumber(number).flatMap { TerminalAddress($0, form: form, protocolVersion: version) })
}
