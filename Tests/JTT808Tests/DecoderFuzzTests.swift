import NIOCore
import TestSupport
import Testing

@testable import JTT808

/// Seeded: a failure repeats. A crash of the process is a failure too.
@Suite("Decoders under mutated input")
struct DecoderFuzzTests {
    static let good = FrameParserTests.heartbeat

    @Test("whatever a peer sends, the frame after the next flag is found", arguments: 1...8)
    func frames(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let vectors = VectorFile.frames.map(\.bytes).filter { $0.count < 1200 }
        for round in 0..<2_000 {
            let mutated = random.mutate(try #require(vectors.randomElement(using: &random)))
            let parsed = parse(mutated + [0x7E] + Self.good)
            #expect(
                parsed.steps.last.flatMap { StretchFacts($0) }
                    == .frame(id: "0x0002", phone: "012345678900", serial: 10),
                "round \(round): \(hex(mutated))")
            #expect(parsed.pending == 0)
            for frame in parsed.frames { try decode(Array(buffer: frame.body), as: frame.header.address.form) }
        }
    }

    @Test("whatever a body holds, what is decoded encodes again", arguments: 1...8)
    func bodies(seed: UInt64) throws {
        var random = SplitMix64(seed: 1000 + seed)
        let vectors = ["0x0200", "0x0704", "0x0100", "0x0102", "0x8001", "0x8100", "0x8004"].flatMap {
            Vector.frames($0)
        }.map(\.body)
        for _ in 0..<1_000 {
            let body = random.mutate(try #require(vectors.randomElement(using: &random)))
            try decode(body, as: Bool.random(using: &random) ? .short : .long)
        }
    }

    /// Runs every decoder over `body` and checks what must hold whatever the bytes are.
    private func decode(_ body: [UInt8], as form: TerminalAddress.Form) throws {
        let span = body.span.bytes
        if let report = try? LocationReport(body: span) {
            #expect(Array(buffer: encoded(report.encode)) == body)
            for item in report.items {
                _ = item.standard
                if let records = LoadSensorRecord.records(inItem: item.value.span.bytes) {
                    // Each record takes 26 bytes of the item.
                    #expect(records.count * 26 < item.value.count)
                }
            }
        } else {
            #expect(body.count < 28)
        }
        if let batch = try? LocationBatch(body: ByteBuffer(bytes: body)) {
            #expect(Array(buffer: encoded(batch.encode)) == body)
        } else {
            #expect(body.count < 3)
        }
        if let registration = try? Registration(body: span, form: form) {
            #expect(
                [registration.manufacturerID, registration.model, registration.deviceID].allSatisfy {
                    $0.bytes.count <= 30
                })
            let again = encoded(registration.encode)
            // A 2011 body whose plate is far too long encodes to the length of a 2013 one.
            if registration.layout != .edition2011 || again.readableBytes < 37 {
                #expect(try Registration(body: again.readableBytesSpan, form: form) == registration)
            }
        } else {
            #expect(body.count < 25)
        }
        if let answer = try? GeneralAnswer(body: span) {
            #expect(Array(buffer: encoded(answer.encode)) == Array(body.prefix(5)))
        }
        if let answer = try? RegistrationAnswer(body: span) {
            #expect(try RegistrationAnswer(body: encoded(answer.encode).readableBytesSpan) == answer)
        }
        if let time = try? ServerTime(body: span) {
            #expect(Array(buffer: encoded(time.encode)) == Array(body.prefix(6)))
        }
        let authentication = Authentication(body: span, form: form)
        _ = authentication.code.string
        _ = LoadSensorRecord.records(inItem: span)
        for id in [0x01, 0x06, 0x11, 0x12, 0x18] as [UInt8] { _ = StandardItem(id: id, value: span) }
    }
}
