import NIOCore
import Testing

@testable import WeighScale

@Suite("ScaleParser")
struct ScaleParserTests {
    @Test("a frame that arrives late in a long stream of separators is found")
    func separators() {
        let parsed = parse(
            Array(repeating: UInt8(ascii: "="), count: 200_000) + Array("0001.000=".utf8), as: .init(.equalsForward))
        #expect(parsed.readings.map(\.weight?.grams) == [1000])
        let lines = parse(Array(repeating: 0x0D, count: 200_000) + Array("wn001.000kg\r".utf8), as: .init(.text))
        #expect(lines.readings.map(\.weight?.grams) == [1000])
    }

    @Test("the bytes of a reading are kept as received")
    func raw() {
        var buffer = ByteBuffer(bytes: [0xFF] + YaohuaFrameTests.car)
        var parser = ScaleParser(.init(.yaohua))
        #expect(parser.next(in: &buffer) == .junk(1))
        guard case .reading(_, let raw) = parser.next(in: &buffer) else {
            Issue.record("no reading")
            return
        }
        #expect(hex(raw) == hex(YaohuaFrameTests.car))
        #expect(parser.next(in: &buffer) == .needMoreData)
    }

    @Test("without an idle gap an unfinished = frame stays, and after one the next = begins anew")
    func equalsAfterSilence() {
        var parser = ScaleParser(.init(.equalsForward))
        var buffer = ByteBuffer(string: "=0001.000")
        #expect(parser.next(in: &buffer) == .needMoreData)
        guard case .reading(let reading, _) = parser.finish(in: &buffer) else {
            Issue.record("no reading")
            return
        }
        #expect(reading.weight?.grams == 1000)
        buffer.writeString("=0002.000=")
        guard case .reading(let next, _) = parser.next(in: &buffer) else {
            Issue.record("no reading")
            return
        }
        #expect(next.weight?.grams == 2000)
    }

    @Test("a length that no frame has is kept within its bounds")
    func equalsLength() {
        var dialect = ScaleDialect(.equalsForward)
        dialect.equalsLength = 0
        #expect(parse(Array("=7=".utf8), as: dialect).readings.count == 1)
        dialect.equalsLength = .max
        #expect(parse(Array("=0000000000001.00=".utf8), as: dialect).readings.count == 1)
    }
}
