import Testing

@testable import JTT808

@Suite("CompressedMessage, Waybill and RSAKey")
struct CompressedMessageTests {
    @Test("a length beyond the end is refused", arguments: ["00000003 0102", "ffffffff 01", "000000"])
    func length(wire: String) {
        #expect(throws: BodyError.length) { try CompressedMessage(body: bytes(wire).span.bytes) }
        #expect(throws: BodyError.length) { try Waybill(body: bytes(wire).span.bytes) }
    }

    @Test("what stands behind the data is ignored")
    func longer() throws {
        #expect(try CompressedMessage(body: bytes("00000001 01ff").span.bytes).data == [1])
        #expect(try Waybill(body: bytes("00000001 01ff").span.bytes).data == [1])
    }

    @Test("a modulus has 128 bytes: a shorter one gets zeros in front", arguments: [0, 1, 127, 128, 129])
    func modulus(count: Int) throws {
        let key = RSAKey(exponent: 65_537, modulus: [UInt8](repeating: 7, count: count))
        let expected =
            [UInt8](repeating: 0, count: 128 - min(count, 128)) + [UInt8](repeating: 7, count: min(count, 128))
        #expect(hex(encoded(key.encode)) == "00010001" + hex(expected))
    }
}
