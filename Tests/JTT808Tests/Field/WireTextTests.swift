import Testing

@testable import JTT808

@Suite("WireText")
struct WireTextTests {
    /// Bytes made with Python's `gb18030` codec. The last three have no code in GBK.
    static let known: [(text: String, hex: String)] = [
        ("", ""), ("ABC", "414243"), ("京A12345", "bea9413132333435"), ("测A1234", "b2e24131323334"),
        ("粤B88888", "d4c1423838383838"), ("清运", "c7e5d4cb"), ("é", "a8a6"),
        ("㐀", "8139ee39"), ("𠀀", "95328236"), ("ñ", "81308a39"),
    ]

    @Test("text is GB 18030 on the wire", arguments: known)
    func decode(text: String, hex: String) {
        #expect(WireText(padded: bytes(hex)).string == text)
    }

    @Test("text is written as GB 18030", arguments: known)
    func encode(text: String, hex: String) throws {
        #expect(try #require(WireText(encoding: text)).bytes == bytes(hex))
    }

    @Test(
        "NUL and space come off both ends and stay inside",
        arguments: [
            ("41 42 00 00", "4142"), ("00 00 41 42", "4142"), ("20 20 41 20 42 20", "412042"),
            ("00 20 41 00 42 20 00", "410042"),
            ("00 00 00", ""), ("20", ""), ("", ""),
        ])
    func padding(sent: String, kept: String) {
        #expect(WireText(padded: bytes(sent)).bytes == bytes(kept))
    }

    @Test(
        "bytes that are not GB 18030 are kept and have no text",
        arguments: [
            "ff ff", "81", "b2", "41 80", "b2 20 41", "e6 b5 8b",
        ])
    func invalid(sent: String) {
        let text = WireText(padded: bytes(sent))
        #expect(text.string == nil)
        #expect(text.bytes == bytes(sent))
    }

    @Test("a field is filled with NUL behind, and a longer text is cut")
    func padded() throws {
        let text = try #require(WireText(encoding: "京A1"))
        #expect(hex(text.padded(to: 6)) == "bea941310000")
        #expect(hex(text.padded(to: 4)) == "bea94131")
        #expect(hex(text.padded(to: 3)) == "bea941")
        #expect(text.padded(to: 0).isEmpty)
    }

    @Test("a literal is ASCII text")
    func literal() {
        let text: WireText = "70111"
        #expect(text.bytes == [0x37, 0x30, 0x31, 0x31, 0x31])
    }
}
