import NIOCore
import Testing

@testable import WeighScale

@Suite("ToledoFrame")
struct ToledoFrameTests {
    /// Gross 12340 kg, stable; its checksum happens to be 0d.
    static let gross = "02 2a 30 20 20 31 32 33 34 30 20 20 20 20 20 30 0d 0d"
    /// Net -12.34 kg in motion, tare 5.00 kg.
    static let net = "02 2c 3b 20 20 20 31 32 33 34 20 20 20 35 30 30 0d 6b"

    private func frame(_ text: String, isShort: Bool = false) throws -> ToledoFrame {
        let buffer = ByteBuffer(bytes: bytes(text))
        let frame = ToledoFrame(buffer.readableBytesSpan, isShort: isShort, mask: 0xFF)
        return try #require(frame)
    }

    @Test("every byte of a frame survives decoding and encoding", arguments: [gross, net])
    func roundTrip(text: String) throws {
        var out = ByteBuffer()
        try frame(text).encode(into: &out, hasChecksum: true)
        #expect(hex(out) == hex(bytes(text)))
    }

    @Test("fields keep their padding, and a blank one its blanks")
    func padding() throws {
        for field in ["202020202020", "303030303030", "202030313233", "2a2031323334", "313220202020"] {
            let text = "02 2a 30 20 \(field) 303030303030 0d"
            var out = ByteBuffer()
            try frame(text).encode(into: &out, hasChecksum: false)
            #expect(hex(out) == hex(bytes(text)))
        }
    }

    @Test("all status bits mean what the table says")
    func status() throws {
        let net = try frame(Self.net).status
        #expect(net.isNet && net.isNegative && net.isMoving && !net.isOutOfRange && !net.isNotZeroed)
        #expect(net.unit == .kilogram && net.exponent == -2 && net.increment == 1)
        for (bits, increment) in [(0x00, nil), (0x08, 1), (0x10, 2), (0x18, 5)] as [(UInt8, Int?)] {
            #expect(ToledoStatus(a: 0x20 | bits, b: 0, c: 0).increment == increment)
        }
        for exponent in -5...2 {
            #expect(ToledoStatus(a: UInt8(2 - exponent), b: 0, c: 0).exponent == exponent)
        }
        #expect(ToledoStatus(a: 0, b: 0x40, c: 0).isNotZeroed)
        #expect(ToledoStatus(a: 0, b: 0, c: 0x08).isPrintRequested)
        #expect(ToledoStatus(a: 0, b: 0, c: 0x10).isExpanded)
        #expect(ToledoStatus(a: 0, b: 0, c: 0).unit == .pound)
        #expect(ToledoStatus(a: 0, b: 0x10, c: 0x01).unit == .gram)
    }

    @Test("a sender's status has the bytes of the worked frames")
    func sending() throws {
        let net = try #require(ToledoStatus(exponent: -2, isNet: true, isNegative: true, isMoving: true))
        #expect((net.a, net.b, net.c) == (0x2C, 0x3B, 0x20))
        let dummy = try #require(ToledoStatus(exponent: 1, increment: 2))
        #expect((dummy.a, dummy.b, dummy.c) == (0x31, 0x30, 0x20))
        let over = try #require(ToledoStatus(exponent: 0, isOutOfRange: true))
        #expect((over.a, over.b, over.c) == (0x2A, 0x34, 0x20))
        #expect(ToledoStatus(exponent: 3) == nil)
        #expect(ToledoStatus(exponent: -6) == nil)
        #expect(ToledoStatus(exponent: 0, increment: 3) == nil)
    }

    @Test("a reading that no frame can say makes none")
    func unsayable() {
        func weight(_ digits: Int64, _ exponent: Int = 0) -> Weight {
            Weight(digits: digits, exponent: exponent, unit: .kilogram)
        }
        func reading(_ weight: Weight?, tare: Weight? = nil, kind: ScaleReading.Kind = .gross) -> ScaleReading {
            ScaleReading(weight: weight, tare: tare, kind: kind, stability: .stable, range: .within)
        }
        #expect(ToledoFrame(reading(weight(999_999))) != nil)
        #expect(ToledoFrame(reading(weight(1_000_000))) == nil)
        #expect(ToledoFrame(reading(weight(1, 3))) == nil)
        #expect(ToledoFrame(reading(weight(1), kind: .tare)) == nil)
        #expect(ToledoFrame(reading(weight(1), tare: weight(1, -1))) == nil)
        #expect(ToledoFrame(reading(weight(1), tare: weight(-1))) == nil)
        #expect(ToledoFrame(ScaleReading(weight: weight(1), kind: .gross, range: .within)) == nil)
        var contradiction = reading(weight(1))
        contradiction.isNegative = true
        #expect(ToledoFrame(contradiction) == nil)
    }
}
