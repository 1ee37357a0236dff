import Testing

@testable import JTT808

@Suite("CANData")
struct CANDataTests {
    @Test("the top bits of an id say bus, form and average")
    func bits() throws {
        let data = try CANData(
            body: bytes("0002 0630150123 c0000123 0102030405060708 20000001 0000000000000000").span.bytes)
        #expect(data.timeBCD == 0x06_3015_0123)
        #expect(data.frames.map(\.canID) == [0x123, 1])
        #expect(data.frames.map(\.bus) == [2, 1])
        #expect(data.frames.map(\.isExtended) == [true, false])
        #expect(data.frames.map(\.isAveraged) == [false, true])
        #expect(data.frames.first?.data == 0x0102_0304_0506_0708)
    }

    @Test("fewer frames than declared are refused, bytes behind them ignored")
    func count() throws {
        let frame = "00000123 0102030405060708"
        #expect(throws: BodyError.length) { try CANData(body: bytes("0002 0630150123" + frame).span.bytes) }
        #expect(throws: BodyError.length) { try CANData(body: bytes("ffff 0630150123" + frame).span.bytes) }
        #expect(try CANData(body: bytes("0001 0630150123" + frame + "ff").span.bytes).frames.count == 1)
    }
}
