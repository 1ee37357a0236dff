import NIOCore
import Testing

@testable import WeighScale

@Suite("ToledoExtendedFrame")
struct ToledoExtendedFrameTests {
    private func frame(status: [UInt8], weight: String = "    12.50", tare: String = "    0.00") throws
        -> ToledoExtendedFrame
    {
        let buffer = ByteBuffer(bytes: [0x01, 0x31] + status + weight.utf8 + tare.utf8 + [0x0D])
        let frame = ToledoExtendedFrame(buffer.readableBytesSpan, mask: 0xFF)
        return try #require(frame)
    }

    @Test(
        "the unit is the low half of the first status byte",
        arguments: [
            (1, .pound), (2, .kilogram), (3, .gram), (4, .tonne), (5, .shortTon), (8, .ounce), (9, .newton), (0, nil),
            (6, nil), (15, nil),
        ] as [(UInt8, WeightUnit?)])
    func unit(code: UInt8, unit: WeightUnit?) throws {
        let frame = try frame(status: [0x20 | code, 0x20, 0x20, 0x20])
        #expect(frame.unit == unit)
        #expect(frame.reading(unit: .kilogram).weight?.unit == unit ?? .kilogram)
    }

    @Test("status bits mean what the table says")
    func bits() throws {
        #expect(try frame(status: [0x62, 0x20, 0x20, 0x20]).reading(unit: .kilogram).stability == .moving)
        #expect(try frame(status: [0x32, 0x20, 0x20, 0x20]).reading(unit: .kilogram).isAtZero == true)
        #expect(try frame(status: [0x22, 0x21, 0x20, 0x20]).reading(unit: .kilogram).kind == .net)
        #expect(try frame(status: [0x22, 0x60, 0x20, 0x20]).reading(unit: .kilogram).isExpanded)
        #expect(try frame(status: [0x22, 0x20, 0x21, 0x20]).reading(unit: .kilogram).isInvalid)
        #expect(try frame(status: [0x22, 0x20, 0x22, 0x20]).reading(unit: .kilogram).range == .under)
        #expect(try frame(status: [0x22, 0x20, 0x24, 0x20]).reading(unit: .kilogram).range == .over)
        #expect(try frame(status: [0x22, 0x20, 0x28, 0x20]).reading(unit: .kilogram).isNotZeroed)
        #expect(try frame(status: [0x22, 0x20, 0x30, 0x20]).reading(unit: .kilogram).isPrintRequested)
    }

    @Test("a right-aligned frame survives decoding and encoding")
    func roundTrip() throws {
        for weight in ["    12.50", "   -12.50", "      125", "    0.005", "         ", "        -"] {
            let frame = try frame(status: [0x22, 0x21, 0x20, 0x20], weight: weight)
            var out = ByteBuffer()
            frame.encode(into: &out, hasChecksum: false)
            #expect(out.getString(at: 6, length: 9) == weight)
            #expect(out.readableBytes == 24)
        }
    }

    @Test("what is no number is no frame")
    func noNumber() {
        for weight in ["   12 .50", "   1.2.50", "   12x50 ", " 12.50 kg"] {
            let buffer = ByteBuffer(
                bytes: [0x01, 0x31, 0x22, 0x20, 0x20, 0x20] + weight.utf8 + "    0.00".utf8 + [0x0D])
            let frame = ToledoExtendedFrame(buffer.readableBytesSpan, mask: 0xFF)
            #expect(frame == nil)
        }
    }
}
