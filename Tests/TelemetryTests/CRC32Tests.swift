import Testing

@testable import Telemetry

@Suite("CRC32")
struct CRC32Tests {
    /// `zlib.crc32(bytes((i * 7 + 3) & 255 for i in range(n)))` of Python for n from 0 to 40: every length around the eight
    /// bytes of a step.
    static let known: [UInt32] = [
        0x0000_0000, 0x4B0B_BE37, 0x8A21_A822, 0x6D58_AF33, 0x7ED3_4E62, 0xFCC8_3142, 0x9821_82FD, 0x5449_1CDB,
        0xE2E3_5978,
        0x3D35_1CFE, 0x10E8_2536, 0x12A8_6B05, 0xC911_E29D, 0xA97A_D5C1, 0xB21B_1B8D, 0x7C61_9EDC, 0x191F_3D9F,
        0x7BA7_5EE3,
        0x5BAA_6333, 0xF736_974E, 0xA0F2_BE9F, 0xCF15_0D57, 0x3EAE_08A6, 0x6337_A8A1, 0xA20B_2CAA, 0xA5A7_D437,
        0x4F75_3FF6,
        0x342E_C6B3, 0x1B3A_E1CD, 0x32CC_3C72, 0x10E7_DC16, 0xD07F_9B5B, 0xA10E_8695, 0x6BC5_3502, 0x7CB8_40F2,
        0x4B77_0677,
        0xAF4E_063A, 0x39A3_97B4, 0xF754_9EBA, 0x87F0_9D3C, 0xE730_B7EA,
    ]

    @Test("the check value of the algorithm")
    func checkValue() {
        let digits = Array("123456789".utf8)
        #expect(CRC32.checksum(of: digits.span.bytes) == 0xCBF4_3926)
    }

    @Test("zlib computes the same at every length", arguments: known.indices)
    func lengths(count: Int) {
        let bytes = (0..<count).map { UInt8(($0 * 7 + 3) & 255) }
        #expect(CRC32.checksum(of: bytes.span.bytes) == Self.known[count])
    }

    @Test("a body of a thousand bytes")
    func long() {
        // zlib.crc32(bytes((i * i + i) & 255 for i in range(1000)))
        let bytes = (0..<1000).map { UInt8(($0 * $0 + $0) & 255) }
        #expect(CRC32.checksum(of: bytes.span.bytes) == 0x5F9F_AE97)
    }

    @Test("where the bytes lie in memory does not matter", arguments: 0..<8)
    func alignment(offset: Int) {
        let bytes = [UInt8](repeating: 0xEE, count: offset) + (0..<40).map { UInt8(($0 * 7 + 3) & 255) }
        #expect(CRC32.checksum(of: bytes.span.bytes.extracting(offset..<offset + 40)) == Self.known[40])
    }
}
