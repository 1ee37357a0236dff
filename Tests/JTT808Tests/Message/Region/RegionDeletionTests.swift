import Testing

@testable import JTT808

@Suite("RegionDeletion and RegionQuery")
struct RegionDeletionTests {
    @Test("no ids mean all")
    func all() throws {
        #expect(hex(encoded(RegionDeletion(ids: []).encode)) == "00")
        #expect(try RegionDeletion(body: bytes("00").span.bytes).ids == [])
        #expect(hex(encoded(RegionQuery(kind: .polygon).encode)) == "0300000000")
    }

    @Test(
        "a count of a million ids that are not there is refused at once",
        arguments: ["02 000f4240 00000001", "01 ffffffff"])
    func count(wire: String) {
        #expect(throws: BodyError.length) { try RegionQuery(body: bytes(wire).span.bytes) }
    }
}
