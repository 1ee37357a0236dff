import Testing

@testable import JTT808

@Suite("CameraResult")
struct CameraResultTests {
    @Test("a failure has no ids", arguments: [1, 2] as [UInt8])
    func failure(result: UInt8) throws {
        let found = try CameraResult(body: bytes("30a8" + hex([result])).span.bytes)
        #expect(found == CameraResult(serial: 0x30A8, result: result))
        #expect(hex(encoded(found.encode)) == "30a8" + hex([result]))
    }

    @Test("a success without its ids is cut", arguments: ["30a8 00", "30a8 00 0001", "30a8 00 ffff 00000001"])
    func cut(wire: String) {
        #expect(throws: BodyError.length) { try CameraResult(body: bytes(wire).span.bytes) }
    }
}
