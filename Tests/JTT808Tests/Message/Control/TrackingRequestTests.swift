import Testing

@testable import JTT808

@Suite("TrackingRequest")
struct TrackingRequestTests {
    @Test(
        "an interval of 0 stops, and nothing need follow",
        arguments: [("0000", nil), ("0000 00000000", 0), ("0005 00000258", 600)] as [(String, UInt32?)])
    func stop(wire: String, valid: UInt32?) throws {
        let request = try TrackingRequest(body: bytes(wire).span.bytes)
        #expect(request.validS == valid)
        #expect(hex(encoded(request.encode)) == hex(bytes(wire)))
    }

    @Test("an interval without a time is cut", arguments: ["", "00", "0005", "0005 000002", "0000 00"])
    func short(wire: String) {
        #expect(throws: BodyError.length) { try TrackingRequest(body: bytes(wire).span.bytes) }
    }
}
