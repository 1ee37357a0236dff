import Testing

@testable import qingyun

@Suite("Hex")
struct HexTests {
    @Test(
        "pairs of digits are bytes",
        arguments: [
            ("", []), ("00", [0]), ("7e7D", [0x7E, 0x7D]), ("0x7e", [0x7E]), ("0XFF", [0xFF]),
            (" 0 1\t2\n3 ", [0x01, 0x23]),
            ("00 ff", [0, 255]), ("0x00", [0]),
        ] as [(String, [UInt8])])
    func bytes(text: String, bytes: [UInt8]) {
        #expect(Hex.bytes(text) == bytes)
    }

    @Test("anything else is refused", arguments: ["0", "7e0", "7g", "7e,7e", "0x0x00", "00x0", "-1", "７ｅ", "é"])
    func refused(text: String) {
        #expect(Hex.bytes(text) == nil)
    }

    @Test("bytes are written in lower case, two digits each")
    func text() {
        #expect(Hex.text([0x00, 0x0A, 0xA0, 0xFF]) == "000aa0ff")
        #expect(Hex.text([]) == "")
        #expect(Hex.bytes(Hex.text(0...255)) == [UInt8](0...255))
    }
}
