/// CRC-32 as zip and zlib compute it (ISO-HDLC: reflected polynomial 0xEDB88320, initial value and final XOR all ones), so
/// that anybody can check a stored `body_hash` with a tool at hand.
package enum CRC32 {
    /// Eight tables: eight bytes a step instead of one ("slicing-by-8"; Kounavis and Berry, 2005).
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for index in 0..<256 {
            var value = UInt32(index)
            for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
            tables[index] = value
        }
        for index in 256..<tables.count {
            let previous = tables[index - 256]
            tables[index] = previous >> 8 ^ tables[Int(previous & 0xFF)]
        }
        return tables
    }()

    package static func checksum(of span: RawSpan) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            span.withUnsafeBytes { bytes in
                var crc: UInt32 = .max
                var offset = 0
                while offset + 8 <= bytes.count {
                    let low = crc ^ UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                    let high = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
                    let a = table[7 * 256 + Int(low & 0xFF)] ^ table[6 * 256 + Int(low >> 8 & 0xFF)]
                    let b = table[5 * 256 + Int(low >> 16 & 0xFF)] ^ table[4 * 256 + Int(low >> 24)]
                    let c = table[3 * 256 + Int(high & 0xFF)] ^ table[2 * 256 + Int(high >> 8 & 0xFF)]
                    let d = table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
                    crc = a ^ b ^ c ^ d
                    offset += 8
                }
                while offset < bytes.count {
                    crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[offset])) & 0xFF)]
                    offset += 1
                }
                return ~crc
            }
        }
    }
}
