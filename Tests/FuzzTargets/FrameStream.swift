import JTT808
import NIOCore

/// A byte stream that arrives in pieces, through the frame parser and against a plain reading of clause 4.4.2.
///
/// Input: a byte whose low four bits are a number of cuts, and whose bit 4 asks for a limit of ``narrowLimit`` bytes; for
/// each cut the length of a piece; then the stream, whose rest is the last piece. A flag and a heartbeat are put behind it:
/// whatever a peer sends, the frame after the next flag is found.
enum FrameStream {
    static let narrowLimit = 64
    /// The XOR of 00 02 00 00 01 23 45 67 89 00 00 0a is 81.
    private static let ending: [UInt8] = [
        0x7E, 0x7E, 0x00, 0x02, 0x00, 0x00, 0x01, 0x23, 0x45, 0x67, 0x89, 0x00, 0x00, 0x0A, 0x81, 0x7E,
    ]

    static func check(_ input: [UInt8]) throws {
        guard let head = input.first else { return }
        let lengths = input.dropFirst().prefix(Int(head & 0x0F)).map { Int($0) }
        let limit = head & 0x10 == 0 ? FrameParser.defaultMaximumLength : narrowLimit
        let stream = input.dropFirst(1 + lengths.count) + ending
        let found = try parse(stream, cut: lengths, limit: limit)
        // What is before the first flag is junk; behind the last one, which ends the stream, is nothing.
        let stretches = stream.split(separator: 0x7E, omittingEmptySubsequences: false).map { Array($0) }
        let expected = stretches.dropFirst().filter { !$0.isEmpty }
        try require(found.steps.count == expected.count, "\(expected.count) stretches gave \(found.steps.count) steps")
        for (stretch, step) in zip(expected, found.steps) { try check(step, of: stretch, limit: limit) }
        let tooLong = expected.filter { $0.count > limit }.reduce(0) { $0 + $1.count }
        let before = stretches.first?.count ?? 0
        try require((before...before + tooLong).contains(found.junk), "\(found.junk) bytes of junk, \(before) sent")
        guard case .frame(let last)? = found.steps.last, last.header.messageID == .heartbeat else {
            throw Violation("the frame behind the stream was not found")
        }
    }

    private static func parse(
        _ stream: ArraySlice<UInt8>, cut lengths: [Int], limit: Int
    ) throws -> (steps: [FrameParser.Step], junk: Int) {
        var parser = FrameParser(maximumLength: limit)
        var buffer = ByteBuffer()
        var rest = stream
        var steps: [FrameParser.Step] = []
        var junk = 0
        for length in lengths + [stream.count] {
            buffer.writeBytes(rest.prefix(length))
            rest = rest.dropFirst(length)
            var before = buffer.readableBytes + 1
            reading: while true {
                let step = parser.next(in: &buffer)
                switch step {
                case .needMoreData: break reading
                case .junk(let count): junk += count
                case .frame, .malformed: steps.append(step)
                }
                // Every step takes something, so that no input holds the loop for ever.
                try require(buffer.readableBytes < before, "a step took no byte: \(step)")
                before = buffer.readableBytes
            }
            try require(buffer.readableBytes <= limit, "\(buffer.readableBytes) bytes kept, the limit is \(limit)")
            buffer.discardReadBytes()
        }
        return (steps, junk)
    }

    private static func check(_ step: FrameParser.Step, of stretch: [UInt8], limit: Int) throws {
        let content = unescaped(stretch)
        let isSealed = content?.reduce(0, ^) == 0
        switch step {
        case .frame(let frame):
            guard let content, stretch.count <= limit else { throw Violation("a frame of what is none: \(stretch)") }
            let header = frame.header
            try require(isSealed, "a frame with a wrong check code")
            try require(header.messageID.rawValue == UInt16(content[0]) << 8 | UInt16(content[1]), "another id")
            try require(header.length + header.bodyLength + 1 == content.count, "a frame of another length")
            try require(
                frame.body.readableBytesView.elementsEqual(content.dropFirst(header.length).dropLast()), "another body")
            try checkAgain(frame)
            try MessageBody.check(
                header.messageID, header.address.form == .long ? .edition2019 : .edition2013, Array(buffer: frame.body))
        case .malformed(let error, let raw):
            let raw = Array(buffer: raw)
            try require(
                error == .tooLong ? !raw.isEmpty && stretch.starts(with: raw) : raw == stretch,
                "\(error) is reported with \(raw) of \(stretch)")
            try require((error == .tooLong) == (stretch.count > limit), "\(error) for \(stretch.count) bytes")
            guard error != .tooLong else { return }
            try require((error == .escape) == (content == nil), "\(error) for \(stretch)")
            switch error {
            case .checksum: try require(!isSealed, "a right check code is called wrong")
            case .length: try require(isSealed, "a wrong check code is called a wrong length")
            // 22: the longest header and the check code.
            case .truncated: try require(content?.count ?? 0 < 22, "\(stretch.count) bytes are called truncated")
            case .escape, .tooLong: break
            }
        case .junk, .needMoreData: break
        }
    }

    /// What the writer makes of a frame is the same frame, apart from marks that it never sets.
    private static func checkAgain(_ frame: Frame) throws {
        let header = frame.header
        guard header.encryption == 0, !header.isReservedBitSet, !header.hasVersionFlagWithoutLongHeader else { return }
        var buffer = ByteBuffer()
        do {
            let body = frame.body.readableBytesSpan
            try FrameWriter.write(
                header.messageID, to: header.address, serial: header.serial, package: header.package, body: body,
                into: &buffer)
        } catch {
            throw Violation("a frame that was read cannot be written: \(error)")
        }
        var parser = FrameParser()
        try require(parser.next(in: &buffer) == .frame(frame), "written and read again it is another frame: \(frame)")
    }

    private static func unescaped(_ stretch: [UInt8]) -> [UInt8]? {
        var content: [UInt8] = []
        var rest = stretch[...]
        while let byte = rest.popFirst() {
            if byte != 0x7D {
                content.append(byte)
            } else {
                guard let second = rest.popFirst(), second == 0x01 || second == 0x02 else { return nil }
                content.append(0x7C + second)
            }
        }
        return content
    }
}
