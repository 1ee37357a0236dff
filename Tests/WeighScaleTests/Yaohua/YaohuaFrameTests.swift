import NIOCore
import Testing

@testable import WeighScale

@Suite("YaohuaFrame")
struct YaohuaFrameTests {
    static let car = bytes("02 2b 30 30 31 35 36 30 30 31 39 03")

    private func decode(_ frame: [UInt8]) throws(ScaleFault) -> YaohuaFrame {
        let buffer = ByteBuffer(bytes: frame)
        let span = buffer.readableBytesSpan
        return try YaohuaFrame(span, mask: 0xFF)
    }

    @Test("a capture decodes, and encodes to itself")
    func capture() throws {
        let frame = try decode(Self.car)
        #expect(frame.value.digits == 1560 && frame.value.decimals == 0 && !frame.value.isNegative)
        var out = ByteBuffer()
        frame.encode(into: &out)
        #expect(hex(out) == hex(Self.car))
    }

    @Test("every other value of every byte is refused, but for the second way to write the check")
    func everyByte() {
        for index in Self.car.indices {
            for value in UInt8.min ... .max where value != Self.car[index] {
                var frame = Self.car
                frame[index] = value
                #expect(throws: ScaleFault.self, "byte \(index) is \(value)") { try decode(frame) }
            }
        }
    }

    @Test("two digits that changed places have the same check: the form cannot find that")
    func swapped() throws {
        var frame = Self.car
        frame.swapAt(5, 6)
        #expect(try decode(frame).value.digits == 1650)
    }

    @Test("values beyond six digits and four decimals do not exist")
    func bounds() {
        #expect(YaohuaValue(digits: 999_999, decimals: 4) != nil)
        #expect(YaohuaValue(digits: 1_000_000, decimals: 0) == nil)
        #expect(YaohuaValue(digits: 1, decimals: 5) == nil)
        #expect(YaohuaValue(digits: 1, decimals: -1) == nil)
        #expect(YaohuaValue(Weight(digits: 5, exponent: 1, unit: .kilogram), isNegative: false) == nil)
    }
}
