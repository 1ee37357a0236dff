import NIOCore
import Testing

@testable import WeighScale

@Suite("Toledo checksums")
struct ToledoFramingTests {
    static let withChecksum = bytes(ToledoFrameTests.gross)
    static let without = Array(withChecksum.dropLast())
    static let damaged: [UInt8] = {
        var frame = withChecksum
        frame[7] ^= 0x01
        return frame
    }()

    private func dialect(_ checksum: ScaleDialect.Checksum) -> ScaleDialect {
        var dialect = ScaleDialect(.toledo)
        dialect.checksum = checksum
        return dialect
    }

    private func faults(_ frames: [[UInt8]], _ checksum: ScaleDialect.Checksum) -> [ScaleFault] {
        parse(frames, as: dialect(checksum)).faults
    }

    @Test("a damaged frame is found in any stream with checksums")
    func damage() {
        let frames = [Self.withChecksum, Self.damaged, Self.withChecksum]
        for checksum in [ScaleDialect.Checksum.required, .automatic] {
            let parsed = parse(frames, as: dialect(checksum))
            #expect(parsed.faults == [.checksum])
            #expect(parsed.readings.count == 2)
        }
    }

    @Test("who has sent checksums is not believed without")
    func stripped() {
        let parsed = parse(
            [Self.withChecksum, Self.without, Self.without, Self.withChecksum], as: dialect(.automatic))
        #expect(parsed.faults == [.checksum, .checksum])
        #expect(parsed.readings.count == 2)
    }

    @Test("an indicator that was set to send none is believed after eight frames")
    func changedSetting() {
        let frames = [Self.withChecksum] + Array(repeating: Self.without, count: 20) + [[0x02]]
        let parsed = parse(frames, as: dialect(.automatic))
        #expect(parsed.faults.count == 8)
        #expect(parsed.readings.count == 1 + 12)
    }

    @Test("eight frames without among others that have one shake nothing")
    func scatteredFaults() {
        let frames = Array(repeating: [Self.without, Self.without, Self.without, Self.withChecksum], count: 4)
            .flatMap { $0 }
        let parsed = parse([Self.withChecksum] + frames, as: dialect(.automatic))
        #expect(parsed.faults.count == 12)
        #expect(parsed.readings.count == 5)
    }

    @Test("a required checksum is waited for, and one that may be absent is not waited for in silence")
    func silence() {
        #expect(parse(Self.without, as: dialect(.required)).pending == 17)
        #expect(parse(Self.without, as: dialect(.required), isFinished: true).faults == [.truncated])
        #expect(parse(Self.without, as: dialect(.automatic), isFinished: true).readings.count == 1)
        #expect(parse(Self.without, as: dialect(.absent)).readings.count == 1)
    }

    @Test("every single damaged bit behind the status bytes is found where a checksum is required")
    func everyBit() {
        for index in Self.withChecksum.indices {
            for bit in 0..<7 {
                var frame = Self.withChecksum
                frame[index] ^= 1 << UInt8(bit)
                let parsed = parse(frame, as: dialect(.required), isFinished: true)
                #expect(parsed.readings.isEmpty, "byte \(index), bit \(bit)")
            }
        }
    }
}
