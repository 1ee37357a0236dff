import Testing

@testable import WeighScale

@Suite("BytePattern")
struct BytePatternTests {
    @Test(
        "text and hex are read as configured",
        arguments: [
            ("LOGIN:1001", "4c4f47494e3a31303031"), ("hex:AA 01 0d", "aa010d"), ("hex:fe", "fe"),
            (#"a\r\n\t\0\\"#, "610d0a09005c"),
        ])
    func configured(text: String, bytes: String) throws {
        #expect(hex(try BytePattern(configured: text).bytes) == bytes)
    }

    @Test(
        "what is no pattern is refused with a reason",
        arguments: [
            ("", "\"\" has 0 bytes: must be 1 to 40"),
            ("hex:", "\"hex:\" has 0 bytes: must be 1 to 40"),
            ("hex:abc", "\"hex:abc\": hex: must be followed by pairs of hex digits"),
            ("hex:0g", "\"hex:0g\": hex: must be followed by pairs of hex digits"),
            (#"\x"#, #""\x": after a backslash must come r, n, t, 0 or a backslash"#),
            (#"a\"#, #""a\" ends with a lone backslash"#),
            ("站1", "\"站1\" is not printable ASCII: write it as hex:"),
        ])
    func refused(text: String, reason: String) {
        #expect(throws: BytePatternError(description: reason)) { try BytePattern(configured: text) }
    }

    @Test("forty bytes are the most")
    func length() {
        #expect(BytePattern(Array(repeating: 1, count: 40)) != nil)
        #expect(BytePattern(Array(repeating: 1, count: 41)) == nil)
    }
}
