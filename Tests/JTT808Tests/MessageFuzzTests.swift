import NIOCore
import TestSupport
import Testing

@testable import JTT808

/// Seeded: a failure repeats. A crash of the process is a failure too.
@Suite("Messages under mutated bodies")
struct MessageFuzzTests {
    static let bodies: [(id: UInt16, body: [UInt8])] = EveryMessageTests.samples.map { ($0.codec.id, $0.vector.body) }

    @Test("whatever a body holds, it is refused, or what is decoded encodes to what decodes the same", arguments: 1...8)
    func mutated(seed: UInt64) throws {
        var random = SplitMix64(seed: 2000 + seed)
        for round in 0..<2_000 {
            let sample = try #require(Self.bodies.randomElement(using: &random))
            // Now and then a body of another message.
            let codec =
                Int.random(in: 0..<4, using: &random) == 0
                ? try #require(BodyCodec.all.randomElement(using: &random))
                : try #require(BodyCodec.byID[sample.id])
            let edition = try #require(Edition.allCases.randomElement(using: &random))
            let body = random.mutate(sample.body)
            let place = Comment(rawValue: "round \(round), \(codec), \(edition): \(hex(body))")
            do {
                let once = try codec.recode(body, edition)
                #expect(try codec.recode(once, edition) == once, place)
            } catch {
                #expect(error as? BodyError == .length, place)
            }
        }
    }

    @Test("random bytes are refused or decoded, never more", arguments: 1...4)
    func noise(seed: UInt64) throws {
        var random = SplitMix64(seed: 3000 + seed)
        for _ in 0..<200 {
            // Small values make counts and lengths that fit now and then.
            let largest: UInt8 = Bool.random(using: &random) ? 4 : .max
            let body = random.bytes(Int.random(in: 0...200, using: &random), from: 0...largest)
            for codec in BodyCodec.all {
                for edition in Edition.allCases { _ = try? codec.recode(body, edition) }
            }
            if let report = try? RegionReport(body: body.span.bytes) { _ = try? report.regions() }
        }
    }

    @Test("whatever records hold, they are refused, or encode to the same bytes", arguments: 1...4)
    func records(seed: UInt64) throws {
        var random = SplitMix64(seed: 4000 + seed)
        let records = RecordTests.all.map { bytes($0) }
        for round in 0..<4_000 {
            let body = random.mutate(try #require(records.randomElement(using: &random)))
            if let record = try? Record(body.span.bytes) {
                let once = encoded(record.encode)
                let span = once.readableBytesSpan
                let again = try Record(span)
                #expect(again == record, "round \(round): \(hex(body))")
            }
            let data = [1, UInt8.random(in: 0...3, using: &random)] + body
            let batch = try RecordBatch(data: data.span.bytes)
            #expect(Array(buffer: encoded(batch.encode)) == data)
        }
    }

    @Test("parameters have a value or stay raw, whatever their bytes", arguments: 1...2)
    func parameters(seed: UInt64) throws {
        var random = SplitMix64(seed: 5000 + seed)
        for _ in 0..<4_000 {
            let parameter = Parameter(
                id: UInt32.random(in: 0...0x0200, using: &random),
                value: random.bytes(Int.random(in: 0...9, using: &random)))
            guard let value = parameter.typed, let again = Parameter(id: parameter.id, value) else { continue }
            #expect(again.typed == value)
        }
    }
}
