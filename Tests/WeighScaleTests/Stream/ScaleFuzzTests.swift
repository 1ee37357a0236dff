import NIOCore
import TestSupport
import Testing

@testable import WeighScale

/// Seeded: a failure repeats. A crash of the process or a hang is a failure too.
@Suite("ScaleParser under arbitrary input")
struct ScaleFuzzTests {
    /// Bytes that frames are made of, so that arbitrary input gets far into the decoders.
    static let alphabet = Array("0123456789+-= .,*STUSOLGNTRwkgABCD".utf8) + [0x01, 0x02, 0x03, 0x0D, 0x0A, 0x82, 0xFF]

    private func check(_ stream: [UInt8], _ dialect: ScaleDialect, _ random: inout SplitMix64) {
        let whole = parse(stream, as: dialect)
        let chunked = parse(random.cut(stream), as: dialect)
        #expect(
            chunked.steps == whole.steps && chunked.junk == whole.junk && chunked.pending == whole.pending,
            "\(hex(stream))")
        #expect(chunked.mostPending <= ScaleParser.mostPending)
        let finished = parse(stream, as: dialect, isFinished: true)
        #expect(finished.pending == 0)
        let accounted = finished.accounted + finished.junk
        switch dialect.form {
        case .equalsOld, .equalsReversed, .equalsForward:
            let separators = stream.filter { $0 & dialect.mask == UInt8(ascii: "=") }.count
            #expect(accounted + separators >= stream.count && accounted <= stream.count)
        case .text:
            let ends = stream.filter { [0x0A, 0x0D].contains($0 & dialect.mask) }.count
            #expect(accounted + ends == stream.count)
        default:
            #expect(accounted == stream.count, "no byte is lost or taken twice: \(hex(stream))")
        }
        for reading in finished.readings { #expect(abs(reading.weight?.digits ?? 0) < 1_000_000_000_000_000) }
    }

    private func dialects(_ form: ScaleDialect.Form) -> [ScaleDialect] {
        ScaleDialect.Checksum.allCases.flatMap { checksum in
            [false, true].map { clears in
                var dialect = ScaleDialect(form)
                dialect.checksum = checksum
                dialect.clearsParityBit = clears
                return dialect
            }
        }
    }

    @Test("any bytes end in readings, faults, junk or a bounded rest", arguments: ScaleDialect.Form.allCases, 1...3)
    func noise(form: ScaleDialect.Form, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for dialect in dialects(form) {
            for _ in 0..<60 {
                let count = Int.random(in: 0...300, using: &random)
                check(random.bytes(count, from: Self.alphabet), dialect, &random)
                check(random.bytes(count, from: Array(UInt8.min ... .max)), dialect, &random)
            }
        }
    }

    @Test("between damaged frames the sound ones are found", arguments: ScaleDialect.Form.allCases, 1...3)
    func damage(form: ScaleDialect.Form, seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let vectors = Vector.scales.filter { $0.scaleDialect?.form == form }
        for _ in 0..<150 {
            let vector = try #require(vectors.randomElement(using: &random))
            let dialect = try #require(vector.scaleDialect)
            var stream: [UInt8] = []
            for _ in 0..<4 {
                var piece = vector.bytes
                for _ in 0..<Int.random(in: 0...3, using: &random) where !piece.isEmpty {
                    let place = Int.random(in: 0..<piece.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: piece[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                    case 1: piece.remove(at: place)
                    default: piece.insert(Self.alphabet.randomElement(using: &random) ?? 0, at: place)
                    }
                }
                stream += piece
            }
            check(stream, dialect, &random)
        }
    }

    /// Two sound frames in a row: the second begins where a frame may begin, whatever stood before the first.
    @Test(
        "whatever comes before, the second of two sound frames is found", arguments: ScaleDialect.Form.allCases, 1...3)
    func recovery(form: ScaleDialect.Form, seed: UInt64) throws {
        var random = SplitMix64(seed: 100 + seed)
        for checksum in [ScaleDialect.Checksum.required, .absent] {
            var dialect = ScaleDialect(form)
            dialect.checksum = checksum
            for _ in 0..<200 {
                let noise = random.bytes(Int.random(in: 0...80, using: &random), from: Self.alphabet)
                var sound = ByteBuffer()
                let first = ScaleWriterTests.readings(dialect, &random)
                let second = ScaleWriterTests.readings(dialect, &random)
                try #require(ScaleWriter.write(first, as: dialect, into: &sound))
                try #require(ScaleWriter.write(second, as: dialect, into: &sound))
                let parsed = parse(noise + Array(buffer: sound), as: dialect, isFinished: true)
                #expect(parsed.readings.last?.weight?.digits == second.weight?.digits, "\(hex(noise))")
            }
        }
    }
}
