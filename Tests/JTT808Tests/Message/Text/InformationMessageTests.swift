import Testing

@testable import JTT808

@Suite("InformationMessage")
struct InformationMessageTests {
    @Test(
        "2011 says the length of the whole before that of this package",
        arguments: [(Edition.edition2011, "05 0002 0002 4142"), (.edition2013, "05 0002 4142")])
    func layouts(edition: Edition, wire: String) throws {
        let message = InformationMessage(kind: 5, text: "AB")
        #expect(hex(encoded { message.encode(into: &$0, edition: edition) }) == hex(bytes(wire)))
        #expect(try InformationMessage(body: bytes(wire).span.bytes, edition: edition) == message)
    }
}
