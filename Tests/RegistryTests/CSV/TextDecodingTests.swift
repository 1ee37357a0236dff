import Testing

@testable import Registry

@Suite("TextDecoding: UTF-8 or GB 18030")
struct TextDecodingTests {
    @Test("UTF-8 stays, without its byte-order mark")
    func utf8() throws {
        let text = [UInt8]("编码,名称\n".utf8)
        #expect(try TextDecoding.utf8(text) == text)
        #expect(try TextDecoding.utf8([0xEF, 0xBB, 0xBF] + text) == text)
        #expect(try TextDecoding.utf8([]) == [])
    }

    @Test("GB 18030 becomes UTF-8: two bytes a character, and four")
    func gb18030() throws {
        // 厨余 in GBK; U+20000 takes four bytes: 95 32 82 36 (GB 18030-2005, table of plane 2).
        #expect(try TextDecoding.utf8([0xB3, 0xF8, 0xD3, 0xE0]) == [UInt8]("厨余".utf8))
        #expect(try TextDecoding.utf8([0x61, 0x95, 0x32, 0x82, 0x36]) == [UInt8]("a\u{20000}".utf8))
    }

    @Test("what is neither names the line of its first wrong byte; UTF-16 is told")
    func neither() {
        #expect(throws: TextDecoding.Failure.unknown(line: 3)) {
            try TextDecoding.utf8([0x61, 0x0A, 0x62, 0x0A, 0xB3, 0xFF])
        }
        #expect(throws: TextDecoding.Failure.unknown(line: 2)) {
            try TextDecoding.utf8([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xB3])
        }
        #expect(throws: TextDecoding.Failure.utf16) { try TextDecoding.utf8([0xFF, 0xFE, 0x61, 0x00]) }
    }
}
