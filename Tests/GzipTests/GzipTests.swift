import Testing

@testable import Gzip

@Suite("Gzip")
struct GzipTests {
    /// `printf hello | gzip -n` (gzip 1.12).
    static let hello: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x86,
        0xA6, 0x10, 0x36, 0x05, 0x00, 0x00, 0x00,
    ]
    /// `head -c 100000 /dev/zero | gzip -9n`.
    static let zeros: [UInt8] =
        [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x31, 0x01, 0x00, 0x00, 0x00, 0xC2,
            0xA0, 0xF5, 0x4F, 0x6D, 0x0D, 0x0F, 0xA0,
        ] + [UInt8](repeating: 0, count: 96) + [0x80, 0x57, 0x03, 0x7D, 0x95, 0x11, 0xD4, 0xA0, 0x86, 0x01, 0x00]

    @Test("what gzip packed is unpacked")
    func unpacks() throws {
        #expect(try Gzip.unpack(Self.hello, limit: 5) == Array("hello".utf8))
        #expect(try Gzip.unpack(Self.zeros, limit: 100_000) == [UInt8](repeating: 0, count: 100_000))
    }

    @Test("no more than the limit comes out", arguments: [0, 1, 4])
    func limit(limit: Int) {
        #expect(throws: GzipError.tooLarge(limit: limit)) { try Gzip.unpack(Self.hello, limit: limit) }
    }

    @Test("a bomb is noticed before it goes off")
    func bomb() {
        #expect(throws: GzipError.tooLarge(limit: 99_999)) { try Gzip.unpack(Self.zeros, limit: 99_999) }
    }

    @Test("data that are cut off anywhere are said to be", arguments: 0..<25)
    func truncated(count: Int) {
        #expect(throws: GzipError.truncated) { try Gzip.unpack(Array(Self.hello.prefix(count)), limit: 100) }
    }

    @Test("what stands behind the end is ignored")
    func behind() throws {
        #expect(try Gzip.unpack(Self.hello + [1, 2, 3], limit: 100) == Array("hello".utf8))
    }

    /// Head, data, CRC-32, length.
    @Test("a wrong byte is noticed", arguments: [0, 1, 2, 12, 17, 21])
    func corrupt(place: Int) {
        var packed = Self.hello
        packed[place] ^= 0x04
        #expect(throws: GzipError.corrupt) { try Gzip.unpack(packed, limit: 100) }
    }

    @Test("other data are no GZIP")
    func other() {
        #expect(throws: GzipError.corrupt) { try Gzip.unpack([1, 2, 3, 4, 5, 6, 7, 8, 9], limit: 100) }
    }
}
