import NIOCore
import TestSupport
import Testing

@testable import TagReader

@Suite("TagReaderParser")
struct TagReaderParserTests {
    static let vectors = VectorFile.scales.filter { $0.dialect["form"] as? String == "tag-reader" }

    /// Everything that a parser says about a stream; dropped bytes are added up.
    private struct Parsed: Equatable {
        var steps: [TagReaderParser.Step] = []
        var junk = 0
        var pending = 0
        var mostPending = 0

        mutating func take(_ step: TagReaderParser.Step) -> Bool {
            switch step {
            case .needMoreData: return false
            case .junk(let count): junk += count
            default: steps.append(step)
            }
            return true
        }

        var frames: [TagReaderFrame] {
            steps.compactMap { step in if case .frame(let frame) = step { frame } else { nil } }
        }
    }

    private func parse(_ chunks: some Sequence<some Collection<UInt8>>, isFinished: Bool = false) -> Parsed {
        let parser = TagReaderParser()
        var buffer = ByteBuffer()
        var parsed = Parsed()
        for chunk in chunks {
            buffer.writeBytes(chunk)
            while parsed.take(parser.next(in: &buffer)) {}
            parsed.mostPending = max(parsed.mostPending, buffer.readableBytes)
        }
        if isFinished {
            while parsed.take(parser.finish(in: &buffer)) {}
        }
        parsed.pending = buffer.readableBytes
        return parsed
    }

    private func check(_ step: TagReaderParser.Step, _ facts: [String: Any]) throws {
        switch step {
        case .malformed(let fault, _): #expect(fault.rawValue == facts["fault"] as? String)
        case .frame(let frame):
            if let tag = facts["tag"] as? [String: Any] {
                let sighting = try #require(TagSighting(frame))
                #expect(Int(sighting.rssi) == tag["rssi"] as? Int)
                #expect(Int(sighting.control) == tag["control"] as? Int)
                #expect(hex(sighting.epc) == tag["epc"] as? String)
                #expect(Int(sighting.check) == tag["check"] as? Int)
                #expect(sighting.isCheckRight == tag["check_right"] as? Bool)
                #expect(sighting.isLengthConfirmed)
                #expect(sighting.frame == frame)
            } else {
                let expected = try #require(facts["frame"] as? [String: Any])
                #expect(Int(frame.kind.rawValue) == expected["kind"] as? Int)
                #expect(Int(frame.command) == expected["command"] as? Int)
                #expect(hex(frame.parameters) == expected["parameters"] as? String)
                #expect(TagSighting(frame) == nil)
            }
        case .junk, .needMoreData: Issue.record("\(step)")
        }
    }

    @Test("a stream gives exactly its frames and faults, in order", arguments: vectors)
    func stream(_ vector: Vector) throws {
        let parsed = parse([vector.bytes])
        let facts = try #require(vector.expect["steps"] as? [[String: Any]])
        try #require(parsed.steps.count == facts.count)
        for (step, facts) in zip(parsed.steps, facts) { try check(step, facts) }
        #expect(parsed.junk == vector.expect["junk_len"] as? Int ?? 0)
        #expect(parsed.pending == vector.expect["pending_len"] as? Int ?? 0)
        let finished = parse([vector.bytes], isFinished: true)
        #expect(finished.pending == 0)
        #expect(finished.steps.count == facts.count + (vector.expect["finish"] as? [Any] ?? []).count)
    }

    @Test("it does not matter where a stream is cut", arguments: vectors)
    func everyCut(_ vector: Vector) {
        let whole = parse([vector.bytes])
        for cut in 0...vector.bytes.count {
            let parsed = parse([vector.bytes[..<cut], vector.bytes[cut...]])
            #expect(parsed.steps == whole.steps && parsed.junk == whole.junk && parsed.pending == whole.pending)
        }
    }

    @Test("any bytes end in frames, faults, junk or a bounded rest", arguments: 1...4)
    func noise(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let alphabet: [UInt8] = [0xBB, 0x7E, 0x00, 0x00, 0x01, 0x02, 0x05, 0x22, 0x24]
            let stream = random.bytes(Int.random(in: 0...600, using: &random), from: alphabet)
            let whole = parse([stream])
            let chunked = parse(random.cut(stream))
            #expect(chunked.steps == whole.steps && chunked.junk == whole.junk && chunked.pending == whole.pending)
            #expect(chunked.mostPending < TagReaderFrame.longest)
            let finished = parse([stream], isFinished: true)
            let accounted = finished.steps.reduce(finished.junk) { sum, step in
                switch step {
                case .frame(let frame): sum + 7 + frame.parameters.readableBytes
                case .malformed(_, let raw): sum + raw.readableBytes
                case .junk, .needMoreData: sum
                }
            }
            #expect(finished.pending == 0 && accounted == stream.count)
        }
    }

    @Test("what is encoded is read again, in any chunks", arguments: 1...4)
    func roundTrip(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var frames: [TagReaderFrame] = []
        var stream = ByteBuffer()
        for _ in 0..<200 {
            let parameters = random.bytes(
                Int.random(in: 0...TagReaderFrame.mostParameters, using: &random), from: Array(UInt8.min ... .max))
            let frame = TagReaderFrame(
                kind: TagReaderFrame.Kind.allCases.randomElement(using: &random) ?? .command,
                command: UInt8.random(in: .min ... .max, using: &random), parameters: ByteBuffer(bytes: parameters))
            frames.append(frame)
            frame.encode(into: &stream)
        }
        let parsed = parse(random.cut(Array(buffer: stream)))
        #expect(parsed.frames == frames)
        #expect(parsed.steps.count == frames.count && parsed.junk == 0 && parsed.pending == 0)
    }
}
