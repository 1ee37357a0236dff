import NIOCore
import Testing

@testable import JTT808

@Suite("ResendRequest")
struct ResendRequestTests {
    @Test(
        "the count has one byte up to 2013 and two in 2019",
        arguments: [(Edition.edition2013, "04d2 02 0102 0203"), (.edition2019, "04d2 0002 0102 0203")])
    func width(edition: Edition, wire: String) throws {
        let request = ResendRequest(firstSerial: 1234, numbers: [0x0102, 0x0203])
        #expect(hex(encoded { request.encode(into: &$0, edition: edition) }) == hex(bytes(wire)))
        #expect(try ResendRequest(body: bytes(wire).span.bytes, edition: edition) == request)
    }

    @Test(
        "the other width is read when it alone fits",
        arguments: [(Edition.edition2019, "04d2 02 0102 0203"), (.edition2013, "04d2 0002 0102 0203")])
    func otherWidth(edition: Edition, wire: String) throws {
        #expect(try ResendRequest(body: bytes(wire).span.bytes, edition: edition).numbers == [0x0102, 0x0203])
    }

    @Test(
        "nothing may be missing behind the count",
        arguments: ["", "04", "04d2", "04d2 01", "04d2 02 0001", "04d2 01 00"])
    func short(wire: String) {
        #expect(throws: BodyError.length) { try ResendRequest(body: bytes(wire).span.bytes, edition: .edition2013) }
    }

    /// (1023 - 4) / 2 and a count of one byte.
    @Test(
        "a request fits one frame; what does not is left for the next",
        arguments: [(Edition.edition2013, 255, 513), (.edition2019, 509, 1022)])
    func most(edition: Edition, most: Int, length: Int) throws {
        let request = ResendRequest(firstSerial: 0, numbers: Array(1...2000))
        let body = encoded { request.encode(into: &$0, edition: edition) }
        #expect(body.readableBytes == length)
        let span = body.readableBytesSpan
        #expect(try ResendRequest(body: span, edition: edition).numbers == Array(1...UInt16(most)))
    }
}
