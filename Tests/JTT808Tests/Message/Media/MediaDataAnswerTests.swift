import Testing

@testable import JTT808

@Suite("MediaDataAnswer")
struct MediaDataAnswerTests {
    @Test(
        "all there: nothing behind the id; else the numbers; 2011 has a serial in front",
        arguments: [
            (Edition.edition2013, nil, "00000081"), (.edition2019, [2, 3], "00000081 02 0002 0003"),
            (.edition2011, nil, "0007 00000081"), (.edition2011, [9], "0007 00000081 01 0009"),
        ] as [(Edition, [UInt16]?, String)])
    func layouts(edition: Edition, missing: [UInt16]?, wire: String) throws {
        let answer = MediaDataAnswer(
            mediaID: 0x81, missing: missing, serial: edition == .edition2011 ? 7 : nil)
        #expect(hex(encoded { answer.encode(into: &$0, edition: edition) }) == hex(bytes(wire)))
        #expect(try MediaDataAnswer(body: bytes(wire).span.bytes, edition: edition) == answer)
    }
}
