import Testing

@testable import Gzip

@Suite("Deflater")
struct DeflaterTests {
    @Test("what is packed in pieces unpacks to the whole", arguments: [1, 7, 65_536, 300_000])
    func roundTrip(step: Int) throws {
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: ($0 * $0) >> 7) }
        let deflater = Deflater()
        var packed: [UInt8] = []
        var crc = CRC32()
        for start in stride(from: 0, to: bytes.count, by: step) where step > 1 || start < 3_000 {
            let piece = Array(bytes[start..<min(start + step, bytes.count)])
            deflater.append(piece, into: &packed)
            crc.append(piece)
        }
        deflater.finish(into: &packed)
        let expected = step > 1 ? bytes : Array(bytes.prefix(3_000))
        // A GZIP file is a head, DEFLATE data, CRC-32 and length: the reader checks both.
        let tail = [crc.value, UInt32(expected.count)].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        let file: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + packed + tail
        #expect(try Gzip.unpack(file, limit: 300_000) == expected)
    }

    @Test("the CRC-32 is that of the standard's check value")
    func check() {
        var crc = CRC32()
        crc.append(Array("12345".utf8))
        crc.append([])
        crc.append(Array("6789".utf8))
        #expect(crc.value == 0xCBF4_3926)
    }
}
