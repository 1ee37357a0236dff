import Testing

@testable import JTT808

@Suite("TextMessage")
struct TextMessageTests {
    /// 你好 is c4e3 bac3 in GBK.
    @Test(
        "2011 ends the text with a NUL, 2019 has a kind in front",
        arguments: [
            (Edition.edition2011, "0c c4e3bac3 00"), (.edition2013, "0c c4e3bac3"), (.edition2019, "0c 02 c4e3bac3"),
        ])
    func layouts(edition: Edition, wire: String) throws {
        let message = TextMessage(
            flags: 0x0C, kind: edition == .edition2019 ? 2 : nil, text: try #require(WireText(gbk: "你好")))
        #expect(hex(encoded { message.encode(into: &$0, edition: edition) }) == hex(bytes(wire)))
        #expect(try TextMessage(body: bytes(wire).span.bytes, edition: edition) == message)
    }

    @Test("without a kind it is a notice in 2019")
    func notice() {
        let message = TextMessage(flags: 4, text: "A")
        #expect(hex(encoded { message.encode(into: &$0, edition: .edition2019) }) == "040141")
    }

    @Test(
        "the flags of a text: b2 display, b3 speak; urgent is b0 up to 2013 and the value 2 in 2019",
        arguments: [
            (Edition.edition2013, true, true, false, 0b0101), (.edition2013, false, true, true, 0b1100),
            (.edition2019, true, false, true, 0b1010), (.edition2019, false, true, false, 0b0101),
            (.edition2011, true, false, false, 0b0001),
        ] as [(Edition, Bool, Bool, Bool, UInt8)])
    func flags(edition: Edition, urgent: Bool, display: Bool, speak: Bool, flags: UInt8) {
        #expect(TextMessage.flags(urgent: urgent, display: display, speak: speak, edition) == flags)
    }
}
