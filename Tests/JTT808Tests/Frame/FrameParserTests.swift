import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("FrameParser")
struct FrameParserTests {
    /// A heartbeat, worked out by hand: the XOR of 00 02 00 00 01 23 45 67 89 00 00 0a is 81.
    static let heartbeat = bytes("7e 0002 0000 012345678900 000a 81 7e")

    // MARK: The vectors

    @Test(
        "a stream gives exactly its frames and faults, in order",
        arguments: VectorFile.all.filter { $0.kind == "stream" })
    func stream(_ vector: Vector) throws {
        let parsed = parse(vector.bytes)
        let expected = try #require(vector.expect["frames"] as? [[String: Any]]).compactMap { StretchFacts($0) }
        let junk = parsed.steps.reduce(0) { sum, step in if case .junk(let count) = step { sum + count } else { sum } }
        #expect(parsed.steps.compactMap { StretchFacts($0) } == expected)
        #expect(junk == vector.expect["junk_len"] as? Int)
        #expect(parsed.pending == vector.expect["pending_len"] as? Int)
    }

    @Test(
        "the slices of a message come out in the order sent",
        arguments: VectorFile.all.filter { $0.kind == "reassembly" })
    func slices(_ vector: Vector) throws {
        let parsed = parse(vector.bytes)
        let expected = try #require(vector.expect["frames"] as? [[String: Any]])
        #expect(parsed.steps.compactMap { StretchFacts($0) } == expected.compactMap { StretchFacts($0) })
        #expect(
            parsed.frames.map(\.header.package)
                == expected.compactMap { facts in
                    (facts["index"] as? Int).map {
                        FrameHeader.Package(total: UInt16(vector.expect["total"] as? Int ?? 0), index: UInt16($0))
                    }
                })
        #expect(parsed.pending == 0)
    }

    @Test("a sound frame has the facts of its vector", arguments: Vector.soundFrames)
    func soundFrame(_ vector: Vector) throws {
        let frame = try #require(onlyFrame(in: vector.bytes))
        let expect = vector.expect
        #expect(frame.header.messageID.description == vector.messageID)
        #expect(frame.header.address.phone == expect["phone"] as? String)
        #expect(frame.header.address.form == (expect["version"] as? String == "2019" ? .long : .short))
        #expect(Int(frame.header.address.protocolVersion) == expect["protocol_version"] as? Int ?? 0)
        #expect(frame.header.serial == vector.serial)
        #expect(frame.header.bodyLength == expect["body_len"] as? Int)
        #expect(frame.header.package == vector.package)
        #expect(Int(frame.header.encryption) == expect["encryption"] as? Int ?? 0)
        #expect(frame.header.isReservedBitSet == (expect["reserved_bit15"] as? Int == 1))
        #expect(
            frame.header.hasVersionFlagWithoutLongHeader
                == (expect["version_flag_without_long_header"] as? Bool ?? false))
        if let body = expect["body"] as? String { #expect(hex(frame.body) == body) }
        #expect(frame.body.readableBytes == frame.header.bodyLength)
    }

    @Test(
        "a faulty frame is reported with its fault and its bytes as received",
        arguments: VectorFile.frames.filter { $0.error != nil })
    func faultyFrame(_ vector: Vector) throws {
        let parsed = parse(vector.bytes)
        if vector.error == "empty" || vector.bytes.last != 0x7E {
            // Nothing between two flags is passed over; what has no closing flag yet may still become a frame.
            #expect(parsed.steps.isEmpty)
            #expect(parsed.pending == (vector.error == "empty" ? 0 : vector.bytes.count - 1))
        } else {
            let error = try #require(vector.error.flatMap(FrameError.init(rawValue:)))
            #expect(parsed.steps == [.malformed(error, raw: ByteBuffer(bytes: vector.bytes.dropFirst().dropLast()))])
            #expect(parsed.pending == 0)
        }
    }

    @Test("how the bytes arrive does not matter", arguments: VectorFile.all)
    func cuts(_ vector: Vector) {
        let whole = parse(vector.bytes)
        let byteByByte = parse(vector.bytes.map { CollectionOfOne($0) })
        #expect(byteByByte == whole)
        // Every place of a short vector, the first 200 and a sample of a long one.
        let places = (0...vector.bytes.count).filter {
            $0 <= 200 || $0.isMultiple(of: 41) || $0 > vector.bytes.count - 20
        }
        for place in places {
            #expect(parse([vector.bytes[..<place], vector.bytes[place...]]) == whole, "cut at \(place)")
        }
    }

    @Test("all frames glued together come out one by one")
    func glued() {
        let parsed = parse(Vector.soundFrames.flatMap(\.bytes))
        #expect(
            parsed.steps.compactMap { StretchFacts($0) } == Vector.soundFrames.compactMap { StretchFacts($0.expect) })
        #expect(parsed.steps.count == Vector.soundFrames.count)
        #expect(parsed.pending == 0)
    }

    @Test("flags may be shared, doubled or trebled", arguments: 1...3)
    func flags(_ count: Int) {
        let border = [UInt8](repeating: 0x7E, count: count)
        let glued = Vector.soundFrames.reduce(into: border) { $0 += $1.bytes.dropFirst().dropLast() + border }
        let parsed = parse(glued)
        #expect(
            parsed.steps.compactMap { StretchFacts($0) } == Vector.soundFrames.compactMap { StretchFacts($0.expect) })
        #expect(parsed.steps.count == Vector.soundFrames.count)
        #expect(parsed.pending == 0)
    }

    // MARK: Noise

    @Test("garbage between frames costs no frame, and each stretch of it is reported as received", arguments: 1...8)
    func garbage(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var stream: [UInt8] = []
        var garbage: [ByteBuffer] = []
        for vector in Vector.soundFrames {
            stream += vector.bytes
            let noise = random.bytes(Int.random(in: 0...60, using: &random), from: 0x00...0x7D)
            stream += noise
            if !noise.isEmpty { garbage.append(ByteBuffer(bytes: noise)) }
        }
        stream.append(0x7E)
        let parsed = parse(stream)
        #expect(
            parsed.frames.compactMap { StretchFacts(.frame($0)) }
                == Vector.soundFrames.compactMap { StretchFacts($0.expect) })
        #expect(
            parsed.steps.compactMap { step in if case .malformed(_, let raw) = step { raw } else { nil } } == garbage)
        #expect(parsed.pending == 0)
    }

    @Test("bytes before the first flag are counted and dropped at once")
    func junkBefore() {
        var parser = FrameParser()
        var buffer = ByteBuffer(bytes: bytes("24 24 00"))
        #expect(parser.next(in: &buffer) == .junk(3))
        #expect(parser.next(in: &buffer) == .needMoreData)
        #expect(buffer.readableBytes == 0)
        #expect(!parser.isSynchronised)
        buffer.writeBytes([0x28] + Self.heartbeat)
        #expect(parser.next(in: &buffer) == .junk(1))
        guard case .frame(let frame) = parser.next(in: &buffer) else {
            Issue.record("the heartbeat was not found")
            return
        }
        #expect(frame.header.messageID == .heartbeat)
        #expect(parser.isSynchronised)
    }

    @Test(
        "each fault is named, and the frame after it is found",
        arguments: [
            ("7d 03 0002 0000 012345678900 000a 81", FrameError.escape),
            ("0002 0000 012345678900 000a 81 7d", .escape),
            ("0002 0000 012345678900 7d", .escape),  // Too short as well: the escape comes first.
            ("81", .truncated),
            ("0002 0000 012345678900 000a", .truncated),  // 12 bytes
            ("0002 2000 012345678900 000a a1", .truncated),  // package fields promised, none there
            ("0002 4000 01 00000000012345678900 00 c8", .truncated),  // long header, serial incomplete
            ("0002 0000 012345678900 000a 80", .checksum),
            ("0002 0001 012345678900 000a 81", .checksum),  // The length is wrong too: the check code comes first.
            ("0002 0001 012345678900 000a 80", .length),
            ("0002 0000 012345678900 000a ff 7d02", .length),  // 81 = ff ^ 7e
        ])
    func faults(stretch: String, error: FrameError) {
        let raw = bytes(stretch)
        let parsed = parse([0x7E] + raw + Self.heartbeat)
        #expect(parsed.steps.count == 2)
        #expect(parsed.steps.first == .malformed(error, raw: ByteBuffer(bytes: raw)))
        #expect(
            parsed.steps.last.flatMap { StretchFacts($0) } == .frame(id: "0x0002", phone: "012345678900", serial: 10))
    }

    // MARK: Bounds

    @Test("a stretch up to the limit is looked at, a longer one is not", arguments: [false, true])
    func limit(isFedByteByByte: Bool) {
        let limit = 64
        for length in [limit - 1, limit, limit + 1, limit + 2, 3 * limit] {
            let stream = [0x7E] + [UInt8](repeating: 0x41, count: length) + Self.heartbeat + Self.heartbeat
            let parsed =
                isFedByteByByte
                ? parse(stream.map { CollectionOfOne($0) }, maximumLength: limit) : parse(stream, maximumLength: limit)
            // 41 41 as body properties declares 0x141 bytes and no flag bits but 14's: the check code fails for an odd
            // length, the length for an even one.
            let lookedAt: FrameError = length.isMultiple(of: 2) ? .length : .checksum
            #expect(parsed.errors == [length <= limit ? lookedAt : .tooLong], "length \(length)")
            // The flag that ends the stretch may end the resynchronisation too, so both heartbeats are there.
            #expect(parsed.frames.count == 2, "length \(length)")
        }
    }

    @Test("a stretch that is too long is reported once, with a sample, and the next frame is found")
    func tooLong() {
        let noise = [UInt8](repeating: 0x55, count: 1000)
        let chunks = [[0x7E]] + [[UInt8]](repeating: noise, count: 100) + [Self.heartbeat]
        let parsed = parse(chunks)
        var reports = 0
        var dropped = 0
        for step in parsed.steps {
            switch step {
            case .malformed(let error, let raw):
                reports += 1
                #expect(error == .tooLong)
                #expect((1...FrameParser.defaultMaximumLength).contains(raw.readableBytes))
                #expect(raw.readableBytesView.allSatisfy { $0 == 0x55 })
            case .junk(let count): dropped += count
            case .frame, .needMoreData: break
            }
        }
        #expect(reports == 1)
        #expect(dropped < 100_000)
        #expect(
            parsed.steps.last.flatMap { StretchFacts($0) } == .frame(id: "0x0002", phone: "012345678900", serial: 10))
        #expect(parsed.pending == 0)
    }

    @Test(
        "the sample of what is too long is its head, whatever the limit and whether its end has come",
        arguments: [64, 300])
    func sample(limit: Int) {
        let noise = [UInt8](repeating: 0x55, count: limit + 1)
        // At most 256 bytes are kept for the report.
        let expected = FrameParser.Step.malformed(.tooLong, raw: ByteBuffer(bytes: noise.prefix(256)))
        #expect(parse([[0x7E], noise], maximumLength: limit).steps == [expected])
        #expect(parse([0x7E] + noise + [0x7E], maximumLength: limit).steps == [expected])
    }

    @Test("a megabyte without a flag is never kept", arguments: [[], [0x7E]] as [[UInt8]])
    func bounded(start: [UInt8]) {
        let limit = 4096
        let chunk = [UInt8](repeating: 0x00, count: 1024)
        var parser = FrameParser(maximumLength: limit)
        var buffer = ByteBuffer(bytes: start)
        var most = 0
        for _ in 0..<1024 {
            buffer.writeBytes(chunk)
            while parser.next(in: &buffer) != .needMoreData {}
            most = max(most, buffer.readableBytes)
            buffer.discardReadBytes()
        }
        #expect(most <= limit + chunk.count)
        #expect(buffer.capacity <= 4 * limit)
    }

    @Test("the longest lawful frame fits the default limit")
    func longestLawful() throws {
        // 2 flags around a long header with package fields (21), 1023 bytes of body and the check code, all escaped.
        #expect(FrameParser.longestLawfulStretch + 2 == 2092)
        let content = bytes("0900 67ff 01 7e7e7e7e7e7e7e7e7e7e 7e7e 7e7e 7e7e") + [UInt8](repeating: 0x7E, count: 1023)
        let frame = try #require(onlyFrame(in: sealed(content)))
        #expect(frame.header.bodyLength == 1023)
        #expect(frame.header.package == FrameHeader.Package(total: 0x7E7E, index: 0x7E7E))
        #expect(frame.body.readableBytesView.allSatisfy { $0 == 0x7E })
    }

    @Test("a frame keeps its body while later ones are parsed")
    func bodiesAreIndependent() {
        // Both bodies have escapes, so both go through the parser's reused memory.
        let first = sealed("0900 0003 012345678900 0001 7e7d01")
        let second = sealed("0900 0003 012345678900 0002 7d7e02")
        let parsed = parse(first + second)
        #expect(parsed.frames.map { hex($0.body) } == ["7e7d01", "7d7e02"])
    }

    @Test("the check code is the XOR of all bytes, whatever their number", arguments: 0...40)
    func checkCode(count: Int) {
        var random = SplitMix64(seed: UInt64(count))
        let content = random.bytes(count)
        #expect(FrameParser.checkCode(of: content.span.bytes) == content.reduce(0, ^))
    }
}
